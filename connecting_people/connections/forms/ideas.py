"""What makes an idea a good one today: kept for this visit alone, and never in an address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connecting_people.community.facets import FREE
from connecting_people.community.forms.find import DISTANCES, USUAL_KM
from connecting_people.community.plain_words import DAY_NAMES
from connecting_people.community.terms import ACCESS
from connecting_people.connections.forms.boxes import several


class IdeasForm(forms.Form):
    """Days, cost, distance and access needs."""

    days = several(_("Days that suit"), list(DAY_NAMES.items()))
    km = forms.ChoiceField(label=_("How far"), choices=DISTANCES, required=False, initial=USUAL_KM)
    free = forms.BooleanField(label=_("Only what is free"), required=False)
    access = several(_("It needs to be"), [(one.value, name) for one, name in ACCESS.items()])

    def said(self) -> dict[str, Any]:
        """Return what was chosen, to be kept for this visit; what is not in a list is not chosen."""
        given = self.cleaned_data
        return {
            "days": list(given.get("days") or ()),
            "km": given.get("km") or USUAL_KM,
            "free": bool(given.get("free")),
            "access": list(given.get("access") or ()),
        }


def needs_of(said: dict[str, Any]) -> frozenset[str]:
    """Return what an idea must have."""
    return frozenset([*said["access"], *([FREE] if said["free"] else ())])
