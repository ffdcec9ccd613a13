"""Something that should not stand in the way is raised, and what came back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.barriers.forms.facts import line
from connecting_people.barriers.rules import With
from connecting_people.barriers.words import WITH
from connecting_people.journey.forms import VoicedForm, words_field
from connecting_people.ui.days import DateField


class ChallengeForm(VoicedForm):
    """With whom something was raised that should not stand in the way at all."""

    raised_with = forms.ChoiceField(
        label=_("With whom was it raised?"),
        choices=list(WITH.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose with whom")},
    )
    whom = line(_("Who was it, if you like to say?"))
    words = words_field(_("What did you ask for, or say?"), rows=3)
    raised_date = DateField(label=_("When was it?"))

    field_order = ["voice", "raised_with", "whom", "words", "raised_date"]

    def __init__(self, *args: Any, today: Any, **kwargs: Any) -> None:
        super().__init__(*args, today=today, **kwargs)
        self.fields["raised_date"].latest = today  # type: ignore[attr-defined]
        self.initial.setdefault("raised_date", today)

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        said = {name: given[name] for name in ("whom", "words", "raised_date")}
        return {**said, "raised_with": With(given["raised_with"]), "voice": self.voice}


class AnswerForm(VoicedForm):
    """What came back."""

    words = words_field(_("What came back?"), _("“Nothing yet” is an answer too."), rows=3)
    field_order = ["voice", "words"]

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"words": self.cleaned_data["words"], "voice": self.voice}
