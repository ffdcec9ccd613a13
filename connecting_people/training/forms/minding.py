"""Words that others will read are looked at once for somebody's name; whoever sends them again knows better."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.barriers.names import Names, what_tells
from connecting_people.community.hints import may_name
from connecting_people.core.carrying import carry

_ASK = _("“%(piece)s” may be somebody’s name or number. Write it without, or send it again as it is.")


def looks_like_a_name(text: str, people: Collection[str], places: Collection[str]) -> str:
    """Return what in a text looks like somebody's name or number; empty where nothing does."""
    return what_tells(text, Names(tuple(people), ())) or may_name(text, places)


class MindsNames(forms.Form):
    """A form that asks once where its words may name somebody."""

    minds = "words"
    asked = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Collection[str] = (), places: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people, self.places = tuple(people), tuple(places)

    def clean(self) -> dict[str, Any]:
        """Ask once whether the words name somebody."""
        kept = super().clean() or {}
        piece = looks_like_a_name(str(kept.get(self.minds, "")), self.people, self.places)
        if piece and not kept.get("asked"):
            self.add_error(self.minds, forms.ValidationError(_ASK, params={"piece": piece}))
            carry(self, asked="on")
        return kept
