"""Forms in which one looks back."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from connecting_people.journey.forms import VoicedForm, words_field

SPANS = {"start": _("Since the start, %(day)s"), "last": _("Since the last look back, %(day)s")}


class BeginForm(VoicedForm):
    """Over which span of time to look back."""

    since = forms.ChoiceField(
        label=_("How far back?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how far back you want to look")},
    )
    field_order = ["voice", "since"]

    def __init__(self, *args: Any, spans: Iterable[tuple[str, date]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spans = dict(spans)
        choices = [(key, SPANS[key] % {"day": date_format(day, "j F Y")}) for key, day in self.spans.items()]
        self.fields["since"].choices = choices  # type: ignore[attr-defined]
        self.initial.setdefault("since", choices[0][0])

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {"since_date": self.spans[self.cleaned_data["since"]], "voice": self.voice}


class SayForm(VoicedForm):
    """What one sees, looking back, in one's own words."""

    words = words_field(_("How do you see it?"), _("A line is enough."), rows=5)
    to_oneself = forms.BooleanField(label=_("Keep this to myself for now"), required=False)
    field_order = ["voice", "words", "to_oneself"]

    def clean(self) -> dict[str, Any]:
        """See that what is kept to oneself is one's own."""
        cleaned = super().clean() or {}
        if cleaned.get("to_oneself") and self.voice.pk != self.me.pk:
            self.add_error("to_oneself", _("Only your own words can be kept to yourself"))
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {"words": given["words"], "to_oneself": given["to_oneself"], "voice": self.voice}


class RewordForm(forms.Form):
    """The same in other words, with the version that they are meant to follow."""

    words = words_field(_("How would you like to say it?"), rows=6)
    version = forms.IntegerField(widget=forms.HiddenInput)
