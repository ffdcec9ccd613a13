"""All kinds of barrier: the smaller circle that turns against both journeys."""

from connecting_people.guide.barrier_kind import BarrierKind
from connecting_people.guide.barriers_of_agency import BARRIERS_OF_AGENCY
from connecting_people.guide.barriers_of_person import BARRIERS_OF_PERSON
from connecting_people.guide.barriers_of_practitioner import BARRIERS_OF_PRACTITIONER
from connecting_people.guide.words import Side

BARRIER_KINDS: tuple[BarrierKind, ...] = (
    *BARRIERS_OF_PERSON,
    *BARRIERS_OF_PRACTITIONER,
    *BARRIERS_OF_AGENCY,
)

_BY_ID = {kind.id: kind for kind in BARRIER_KINDS}


class UnknownBarrierKind(LookupError):
    """Raised for an id that names no kind of barrier."""


def barrier_kind(id: str) -> BarrierKind:
    """Return the kind of this id, so that a stored id can be shown in words."""
    try:
        return _BY_ID[id]
    except KeyError:
        raise UnknownBarrierKind(id) from None


def barrier_kinds_for(side: Side) -> tuple[BarrierKind, ...]:
    """Return the kinds that stand in the way of this side, in the order in which to show them."""
    return tuple(kind for kind in BARRIER_KINDS if kind.side is side)
