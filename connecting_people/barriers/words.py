"""What states and choices of barriers are called on a page."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from connecting_people.barriers.rules import BarrierState, Helped, Weight, With
from connecting_people.guide.words import Side, StrOrPromise

STATES: Final[Mapping[BarrierState, StrOrPromise]] = {
    BarrierState.STANDS: _("In the way"),
    BarrierState.RESTS: _("Left for now"),
    BarrierState.GOT_ROUND: _("Got round it"),
    BarrierState.CAME_BACK: _("It came back"),
}
# What one says when it comes to stand so.
MOVES: Final[Mapping[BarrierState, StrOrPromise]] = {
    BarrierState.STANDS: _("Let’s look at it again"),
    BarrierState.RESTS: _("Let’s leave it for now"),
    BarrierState.GOT_ROUND: _("We got round it"),
    BarrierState.CAME_BACK: _("It came back"),
}
MOVE_HINTS: Final[Mapping[BarrierState, StrOrPromise]] = {
    BarrierState.RESTS: _("It need not be dealt with today, or at all."),
    BarrierState.GOT_ROUND: _("For now is enough."),
    BarrierState.CAME_BACK: _("Most things do at times. What helped before is still written here."),
}
WEIGHTS: Final[Mapping[Weight, StrOrPromise]] = {
    Weight.A_LITTLE: _("A little"),
    Weight.QUITE_A_BIT: _("Quite a bit"),
    Weight.A_LOT: _("A lot"),
    Weight.STOPS: _("It stops everything"),
}
HELPED: Final[Mapping[Helped, StrOrPromise]] = {
    Helped.YES: _("Yes, it helped"),
    Helped.PARTLY: _("Partly"),
    Helped.NO: _("Not this time"),
}
WITH: Final[Mapping[With, StrOrPromise]] = {
    With.AGENCY: _("The agency"),
    With.ORGANISATION: _("Another organisation"),
    With.OTHER: _("Somebody else"),
}
SIDES: Final[Mapping[Side, StrOrPromise]] = {
    Side.SERVICE_USER: _("In the person’s way"),
    Side.PRACTITIONER: _("In the practitioner’s way"),
    Side.AGENCY: _("In the agency, or the area around it"),
}
