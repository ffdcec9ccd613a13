"""The kinds of box that the forms of this room are made of."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import StrOrPromise

NOT_SAID = ("", _("Not said"))
LONGEST = 2000


def choices(named: Mapping[Any, StrOrPromise], *first: tuple[str, StrOrPromise]) -> list[tuple[str, StrOrPromise]]:
    """Return what can be chosen, with what stands before it."""
    return [*first, *((str(value), name) for value, name in named.items())]


class Choose(forms.RadioSelect):
    """Rings to choose one, some with a word below that says more."""

    def __init__(self, hints: Mapping[Any, StrOrPromise] | None = None) -> None:
        super().__init__()
        self.hints = {str(value): hint for value, hint in (hints or {}).items()}


def radio(
    label: Any,
    of: Iterable[tuple[str, StrOrPromise]],
    *,
    hint: Any = "",
    hints: Mapping[Any, StrOrPromise] | None = None,
    initial: str = "",
) -> forms.ChoiceField:
    """Make a field to choose one of a few."""
    return forms.ChoiceField(
        label=label, choices=list(of), help_text=hint, required=False, initial=initial, widget=Choose(hints)
    )


def several(label: Any, of: Iterable[tuple[str, StrOrPromise]], hint: Any = "") -> forms.Field:
    """Make a field to tick any of a few."""
    return forms.MultipleChoiceField(
        label=label, choices=list(of), help_text=hint, required=False, widget=forms.CheckboxSelectMultiple
    )


def own_words(label: Any, hint: Any = "") -> forms.CharField:
    """Make a field for a few words of one's own."""
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=LONGEST, widget=forms.Textarea({"rows": 2})
    )
