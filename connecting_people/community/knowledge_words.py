"""How what the team knows is said: what a check found, what is wrong, where a gap came from and how it stands."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.community.rules import Found, GapState, Origin, Wrong
from connecting_people.guide.words import StrOrPromise

FOUND: Final[dict[Found, StrOrPromise]] = {
    Found.RIGHT: _("Still right"),
    Found.CHANGED: _("Something has changed"),
    Found.CLOSED: _("It has closed"),
    Found.NOT_REACHED: _("Could not reach them"),
}
WRONG: Final[dict[Wrong, StrOrPromise]] = {
    Wrong.CONTACT: _("The phone number, address or link"),
    Wrong.TIME_OR_PLACE: _("When or where it is"),
    Wrong.CLOSED: _("It has closed"),
    Wrong.UNCLEAR: _("It is hard to understand"),
    Wrong.OTHER: _("Something else"),
}
ORIGINS: Final[dict[Origin, StrOrPromise]] = {
    Origin.SAID: _("Somebody said so"),
    Origin.SEARCH: _("A search found nothing"),
    Origin.BARRIER: _("It stood in somebody’s way"),
    Origin.TRAINING: _("It came up in a training"),
}
GAP_STATES: Final[dict[GapState, StrOrPromise]] = {
    GapState.OPEN: _("Nothing meets this yet"),
    GapState.LOOKED_INTO: _("Somebody is looking into it"),
    GapState.FILLED: _("There is something now"),
    GapState.NOT_NOW: _("Not now"),
}
