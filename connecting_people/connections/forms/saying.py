"""How many people somebody would like in their life, and what they say to a question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.connections.forms.boxes import choices, several
from connecting_people.connections.rules import Enough
from connecting_people.connections.words import ENOUGH
from connecting_people.journey.forms import VoicedForm, words_field


def keep_box(label: Any) -> forms.BooleanField:
    """Make the box by which one keeps something to oneself."""
    return forms.BooleanField(label=label, required=False)


class OwnWordsForm(VoicedForm):
    """A form in which what one keeps to oneself has to be one's own words."""

    def clean(self) -> dict[str, Any]:
        """See that what is kept to oneself is one's own."""
        cleaned = super().clean() or {}
        if cleaned.get("to_oneself") and self.voice.pk != self.me.pk:
            self.add_error("to_oneself", _("Only your own words can be kept to yourself"))
        return cleaned


class OwnViewForm(forms.Form):
    """How many people somebody would like in their life; only they can say, here or through their practitioner."""

    says = several("", choices(ENOUGH), _("Tick what fits, also more than one, or none."))
    words = words_field(_("In your own words"), required=False, rows=3)
    to_oneself = keep_box(_("Keep this to myself: nobody else sees it"))

    def __init__(self, *args: Any, label: str, own: bool, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["says"].label = label
        if not own:
            self.fields["words"].label = _("In the words of %(name)s") % {"name": name}
            del self.fields["to_oneself"]

    def clean(self) -> dict[str, Any]:
        """Ask for something."""
        cleaned = super().clean() or {}
        if {"says", "words"} <= cleaned.keys() and not cleaned["says"] and not cleaned["words"].strip():
            self.add_error("words", _("Tick something, or write a word or two"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said."""
        given = self.cleaned_data
        return {
            "says": [Enough(one) for one in given["says"]],
            "words": given["words"],
            "to_oneself": given.get("to_oneself", False),
        }


class AnswerForm(OwnWordsForm):
    """A few words to one question of the walk, or to one that somebody brings."""

    question = forms.CharField(
        label=_("Your question"), max_length=200, error_messages={"required": _("Write the question down first")}
    )
    words = words_field(_("What comes to mind?"), rows=3)
    to_oneself = keep_box(_("Keep this to myself: nobody else sees it"))
    prompt = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, own_question: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not own_question:
            del self.fields["question"]

    def said(self) -> dict[str, Any]:
        """Return what was said, and to which question if it is one of their own."""
        given = self.cleaned_data
        return {
            "own_question": given.get("question", ""),
            "words": given["words"],
            "voice": self.voice,
            "to_oneself": given["to_oneself"],
        }
