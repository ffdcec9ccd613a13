"""Something that gets in the way is written down."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.barriers.forms.facts import FactsForm
from connecting_people.barriers.library import Found
from connecting_people.barriers.permissions import can_count
from connecting_people.barriers.rules import Weight
from connecting_people.connections.models import ConnectionState
from connecting_people.journey.forms import VoicedForm
from connecting_people.partnership.models import Partnership
from connecting_people.plans.models import Goal
from connecting_people.stepping_out.models import Outing

_TO_ONESELF = _("Only your own words can be kept to yourself")


class NoticeForm(FactsForm, VoicedForm):
    """Something that gets in the way, and which ideas of the library to try at once."""

    goal = forms.TypedChoiceField(label=_("Is it about a goal?"), required=False, coerce=UUID, empty_value=None)
    outing = forms.TypedChoiceField(label=_("About an outing?"), required=False, coerce=UUID, empty_value=None)
    connection = forms.TypedChoiceField(
        label=_("About being with somebody?"), required=False, coerce=UUID, empty_value=None
    )
    take = forms.TypedMultipleChoiceField(required=False, coerce=UUID)
    to_oneself = forms.BooleanField(label=_("Keep this to myself: nobody else sees it"), required=False)

    field_order = ["voice", "words", "kind", "weight"]

    def __init__(
        self,
        *args: Any,
        partnership: Partnership,
        goals: Iterable[Goal],
        outings: Iterable[Outing],
        on_map: Iterable[ConnectionState],
        ideas: Iterable[Found],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, partnership=partnership, **kwargs)
        self.choose_from(partnership)
        self.goals, self.outings = {one.pk: one for one in goals}, {one.pk: one for one in outings}
        offered = {
            "goal": [(str(pk), goal.entry.line) for pk, goal in self.goals.items()],
            "outing": [(str(pk), f"{one.entry.line}, {one.outing_date:%d.%m.%Y}") for pk, one in self.outings.items()],
            "connection": [(str(one.connection_id), one.name) for one in on_map],
        }
        for name, choices in offered.items():
            self.fields[name].choices = [("", _("No")), *choices]  # type: ignore[attr-defined]
            if not choices:
                del self.fields[name]
        self.fields["take"].choices = [(str(one.id), one.text) for one in ideas]  # type: ignore[attr-defined]

    @classmethod
    def as_typed(cls, data: Any, **given: Any) -> "NoticeForm":
        """Return the form as somebody left it when they only asked for ideas: nothing is wrong with it yet."""
        form = cls(**given)
        form.initial = {
            name: field.widget.value_from_datadict(data, {}, form.add_prefix(name))
            for name, field in form.fields.items()
        }
        return form

    def about(self) -> list[forms.BoundField]:
        """Return the boxes that say what it is about."""
        return [self[name] for name in ("goal", "outing", "connection") if name in self.fields]

    def is_about(self) -> bool:
        """Say whether something was chosen there, or has to be mended."""
        return any(bound.value() or bound.errors for bound in [*self.about(), self["blocks"]])

    def clean(self) -> dict[str, Any]:
        """See that what is kept to oneself is one's own, and that only what may be counted is."""
        cleaned = super().clean() or {}
        if cleaned.get("to_oneself") and self.voice.pk != self.me.pk:
            self.add_error("to_oneself", _TO_ONESELF)
        if cleaned.get("counted") and cleaned.get("kind") and not can_count(self.voice, cleaned["kind"]):
            self.add_error(
                "counted", _("Take the tick off: only what is in a practitioner’s or the agency’s way counts")
            )
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {
            "words": given["words"],
            "kind": given["kind"],
            "weight": Weight(given["weight"]) if given["weight"] else "",
            "goal": self.goals.get(given.get("goal")),  # type: ignore[arg-type]
            "outing": self.outings.get(given.get("outing")),  # type: ignore[arg-type]
            "connection_id": given.get("connection"),
            "blocks": given["blocks"],
            "counted": bool(given.get("counted")),
            "to_oneself": given["to_oneself"],
            "take": given["take"],
            "voice": self.voice,
        }
