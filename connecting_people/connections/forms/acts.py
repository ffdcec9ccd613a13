"""What the map, the list and their buttons send."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.connections.layout import Move
from connecting_people.connections.ruling import RING_NAMES
from connecting_people.guide.kinds import CONNECTION_KINDS

_KINDS = [kind.id for kind in CONNECTION_KINDS]
STEPS = ("closer", "further", "next", "previous")


class MoveForm(forms.Form):
    """A step, or a place, for one connection; sent by the map, and by the list, whose buttons say both in one."""

    connection = forms.UUIDField(required=False)
    act = forms.CharField(required=False, max_length=60)
    step = forms.ChoiceField(choices=[(step, step) for step in STEPS], required=False)
    ring = forms.IntegerField(min_value=1, max_value=max(RING_NAMES), required=False)
    sector = forms.ChoiceField(choices=[(kind, kind) for kind in _KINDS], required=False)
    x = forms.FloatField(min_value=0, max_value=1, required=False)
    y = forms.FloatField(min_value=0, max_value=1, required=False)

    def clean(self) -> dict[str, Any]:
        """Take a button's "id step" apart."""
        cleaned = super().clean() or {}
        id, _space, step = cleaned.get("act", "").partition(" ")
        if id and step in STEPS:
            cleaned["connection"], cleaned["step"] = _uuid(id), step
        if not cleaned.get("connection"):
            raise forms.ValidationError(_("Choose who is to move."))
        return cleaned

    @property
    def asked(self) -> Move:
        """Return where somebody is to go."""
        given = self.cleaned_data
        return Move(step=given["step"], ring=given["ring"], sector=given["sector"], x=given["x"], y=given["y"])


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


class TieForm(forms.Form):
    """Two connections."""

    one = forms.UUIDField()
    other = forms.UUIDField()
