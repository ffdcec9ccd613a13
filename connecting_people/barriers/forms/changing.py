"""A barrier is said differently, and moves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.barriers.forms.facts import FactsForm
from connecting_people.barriers.models import Barrier
from connecting_people.barriers.permissions import can_count
from connecting_people.barriers.queries.barriers import version_of
from connecting_people.barriers.rules import NEXT, BarrierState
from connecting_people.barriers.words import MOVE_HINTS, MOVES
from connecting_people.journey.forms import VoicedForm, words_field
from connecting_people.partnership.models import Partnership


class HintedRadios(forms.RadioSelect):
    """Radio buttons of which some have a line of explanation."""

    hints: dict[str, Any] = {}


class ChangeForm(FactsForm):
    """A barrier in other words, with the version that they are meant to follow."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, partnership: Partnership, barrier: Barrier, **kwargs: Any) -> None:
        held = {name: getattr(barrier, name) for name in ("kind", "weight", "blocks", "counted")}
        held |= {"words": barrier.entry.words, "version": version_of(barrier)}
        kwargs["initial"] = held | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.barrier = barrier
        self.choose_from(partnership)

    def clean(self) -> dict[str, Any]:
        """See that only what may be counted is."""
        cleaned = super().clean() or {}
        if cleaned.get("counted") and cleaned.get("kind") and not can_count(self.barrier.entry.voice, cleaned["kind"]):
            self.add_error(
                "counted", _("Take the tick off: only what is in a practitioner’s or the agency’s way counts")
            )
        return cleaned

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        return {**self.cleaned_data, "counted": bool(self.cleaned_data.get("counted"))}


class MoveForm(VoicedForm):
    """What became of a barrier, and a word on it if one likes."""

    to = forms.ChoiceField(
        label=_("How does it stand now?"),
        widget=HintedRadios,
        error_messages={"required": _("Choose how it stands. Each is as good as the others")},
    )
    words = words_field(_("Would you like to say more?"), required=False, rows=3)

    field_order = ["voice", "to", "words"]

    def __init__(self, *args: Any, barrier: Barrier, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = sorted(NEXT[BarrierState(barrier.state)])
        self.fields["to"].choices = [(to.value, MOVES[to]) for to in ways]  # type: ignore[attr-defined]
        radios: Any = self.fields["to"].widget
        radios.hints = {to.value: MOVE_HINTS[to] for to in ways if to in MOVE_HINTS}

    def said(self) -> dict[str, Any]:
        """Return what was said, as the act takes it."""
        given = self.cleaned_data
        return {"to": BarrierState(given["to"]), "words": given["words"], "voice": self.voice}
