"""The questions of any instrument as a form, whoever asks them; each of them can be left open."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from connecting_people.measures.rules import Answer, Instrument, Item

NOBODY = "nobody"


class QuestionsForm(forms.Form):
    """The questions themselves, without saying whose answers they are: for trying an instrument out."""

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instrument = instrument
        asked = {f"q-{item.id}": _field(item) for item in instrument.items}
        self.fields = asked | self.fields

    def clean(self) -> dict[str, Any]:
        """See that nobody and somebody are not ticked for the same thing."""
        cleaned = super().clean() or {}
        for item in self.instrument.items:
            chosen = cleaned.get(f"q-{item.id}")
            if isinstance(chosen, list) and NOBODY in chosen and len(chosen) > 1:
                self.add_error(f"q-{item.id}", _("Tick either “Nobody just now” or through whom"))
        return cleaned

    @property
    def asked(self) -> list[Any]:
        """Return the questions, as they are drawn."""
        return [self[f"q-{item.id}"] for item in self.instrument.items]

    @property
    def around(self) -> list[Any]:
        """Return what else the form asks."""
        return [bound for bound in self if not bound.name.startswith("q-")]

    def answers(self) -> dict[str, Answer]:
        """Return what was answered; what was left open is None."""
        return {item.id: _answer(item, self.cleaned_data[f"q-{item.id}"]) for item in self.instrument.items}


def _field(item: Item) -> forms.Field:
    if item.responses.several:
        offered = [(str(one.value), one.says) for one in item.responses.choices]
        return forms.MultipleChoiceField(
            label=item.says,
            choices=[*offered, (NOBODY, _("Nobody just now"))],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
    named = [(str(one.value), one.says) for one in item.responses.choices]
    return forms.ChoiceField(
        label=item.says,
        choices=[*named, ("", _("Leave open"))],
        required=False,
        initial="",
        widget=forms.RadioSelect,
    )


def _answer(item: Item, chosen: Any) -> Answer:
    if not chosen:
        return None
    if item.responses.several:
        return tuple(int(one) for one in chosen if one != NOBODY)
    return int(chosen)
