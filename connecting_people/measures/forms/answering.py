"""The questions of an instrument, and whose words the answers are."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.journey.forms import VoicedForm, people_here, words_field
from connecting_people.measures.forms.questions import QuestionsForm
from connecting_people.measures.queries.said import OnMap
from connecting_people.measures.rules import Mode
from connecting_people.partnership.models import Partnership

MORE = gettext_lazy("Would you like to say more?")


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
