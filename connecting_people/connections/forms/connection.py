from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.connections import words
from connecting_people.connections.facts import Facts
from connecting_people.connections.forms.boxes import Choose, choices
from connecting_people.connections.forms.facts import FactsForm
from connecting_people.journey.forms import VoicedForm


class ConnectionForm(VoicedForm, FactsForm):
    """All that can be said of a connection, and whether it is for its author alone."""

    to_oneself = forms.BooleanField(
        label=_("Keep this one to myself: nobody else sees it or counts it, and I can show it later"),
        required=False,
    )

    def __init__(self, *args: Any, today: date, facts: Facts | None = None, **kwargs: Any) -> None:
        super().__init__(*args, today=today, until=today, facts=facts, **kwargs)
        if facts:
            del self.fields["to_oneself"]

    def clean(self) -> dict[str, Any]:
        """Ask to keep one's own words only."""
        cleaned = super().clean() or {}
        if cleaned.get("to_oneself") and self.voice.pk != self.me.pk:
            self.add_error("to_oneself", _("Only what you say yourself can be kept to yourself"))
        return cleaned


class StandForm(VoicedForm):
    """How things stand with a connection now."""

    state = forms.ChoiceField(
        label=_("How do things stand now?"),
        choices=choices(words.STATES),
        widget=Choose(words.STATE_HINTS),
        error_messages={"required": _("Choose how things stand")},
    )
