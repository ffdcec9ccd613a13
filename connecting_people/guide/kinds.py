"""Who a connection may be with, and the states that a connection may be in."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from connecting_people.guide.words import Idea, StrOrPromise


class UnknownConnectionKind(LookupError):
    """Raised for an id that names no kind of connection."""


class Reach(StrEnum):
    """Whether a connection lies inside health and social care or outside it."""

    INSIDE_SERVICES = "inside"
    OUTSIDE_SERVICES = "outside"


@dataclass(frozen=True)
class ConnectionKind:
    """One kind of connection; its reach is a first guess, for the person to change."""

    id: str
    name: StrOrPromise
    explanation: StrOrPromise
    reach: Reach = Reach.OUTSIDE_SERVICES


FAMILY = ConnectionKind(
    "family",
    _("Family"),
    _("Relatives by birth or by choice, near or far, and pets if they are family to you."),
)
FRIENDS = ConnectionKind(
    "friends",
    _("Friends"),
    _("People you like to be with, whether you meet each day or once a year."),
)
COLLEAGUES = ConnectionKind(
    "colleagues",
    _("Colleagues"),
    _("People from paid work, a course or training, now or in the past."),
)
ACQUAINTANCES = ConnectionKind(
    "acquaintances",
    _("Acquaintances"),
    _("Faces you know and say hello to, such as other parents at the school gate."),
)
NEIGHBOURS = ConnectionKind(
    "neighbours",
    _("Neighbours and local people"),
    _("Those who live close by, and people you keep meeting around the place."),
)
SHARED_INTEREST = ConnectionKind(
    "shared-interest",
    _("Shared interest, hobby or sport"),
    _("People who like what you like: a choir, five-a-side, knitting, birds, games."),
)
VOLUNTEERING = ConnectionKind(
    "volunteering",
    _("Volunteering"),
    _("People you help alongside, or whom you give some of your time to."),
)
LOCAL_BUSINESS = ConnectionKind(
    "local-business-community",
    _("Local businesses and communities"),
    _("The corner shop, the barber, the café; a place of worship; a community group."),
)
ONLINE = ConnectionKind(
    "online-community",
    _("Online community"),
    _("People you know through a forum, a game, a group chat or a video call."),
)
STAFF = ConnectionKind(
    "team-and-staff",
    _("Team members and other staff"),
    _("Your practitioner, others in the team, and staff elsewhere whose work is to support you."),
    Reach.INSIDE_SERVICES,
)

CONNECTION_KINDS: tuple[ConnectionKind, ...] = (
    FAMILY,
    FRIENDS,
    COLLEAGUES,
    ACQUAINTANCES,
    NEIGHBOURS,
    SHARED_INTEREST,
    VOLUNTEERING,
    LOCAL_BUSINESS,
    ONLINE,
    STAFF,
)

IN_TOUCH = Idea("in-touch", _("In touch"), _("Part of your life at the moment."))
LOST_TOUCH = Idea(
    "lost-touch",
    _("Lost touch"),
    _("Family or friends you no longer hear from. You may wish to find your way back to them."),
)
ENDED = Idea("ended", _("Ended"), _("Over now. It can stay on your map, or go."))

CONNECTION_STATES: tuple[Idea, ...] = (IN_TOUCH, LOST_TOUCH, ENDED)

_BY_ID = {kind.id: kind for kind in CONNECTION_KINDS}


def connection_kind(id: str) -> ConnectionKind:
    """Return the kind of this id, so that a stored id can be shown in words."""
    try:
        return _BY_ID[id]
    except KeyError:
        raise UnknownConnectionKind(id) from None
