"""The questions of any instrument as a form; each of them can be left open."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.journey.forms import VoicedForm, people_here, words_field
from connecting_people.measures.queries import OnMap
from connecting_people.measures.rules import Answer, Instrument, Item, Mode
from connecting_people.partnership.models import Partnership

NOBODY = "nobody"
MORE = gettext_lazy("Would you like to say more?")


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


class AnswerForm(QuestionsForm, VoicedForm):
    """The questions, and whose words the answers are."""

    words = words_field(MORE, required=False, rows=3)
    to_oneself = forms.BooleanField(label=gettext_lazy("Keep this to myself: nobody else sees it"), required=False)

    def __init__(self, *args: Any, mode: Mode, partnership: Partnership, today: date, **kwargs: Any) -> None:
        super().__init__(*args, partnership=partnership, today=today, **kwargs)
        self.mode = mode
        self.fields.pop("voice", None)
        if mode == Mode.TOGETHER:
            del self.fields["to_oneself"]
            named = [(str(one.pk), one.name) for one in people_here(partnership, today)]
            voice = forms.ChoiceField(
                label=_("Whose answers are these?"),
                choices=named,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose whose answers these are")},
            )
            self.fields = {"voice": voice} | self.fields

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {
            "answers": self.answers(),
            "mode": self.mode,
            "voice": self.voice,
            "words": self.cleaned_data["words"],
            "to_oneself": self.cleaned_data.get("to_oneself", False),
        }


class ThroughForm(forms.Form):
    """Through whom on the map something could be had."""

    people = forms.MultipleChoiceField(
        label=gettext_lazy("Through whom on the map?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, offered: list[OnMap], named: list[OnMap], **kwargs: Any) -> None:
        kwargs["initial"] = {"people": [str(one.id) for one in named]} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.offered = {str(one.id): one.id for one in offered}
        choices = [(str(one.id), _with_pay(one)) for one in offered]
        self.fields["people"].choices = choices  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        """Return whom it names, as the act takes it."""
        return {"connections": [self.offered[one] for one in self.cleaned_data["people"]]}


def _with_pay(one: OnMap) -> str:
    return _("%(name)s (from services: kept, not counted)") % {"name": one.name} if one.inside else one.name


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
