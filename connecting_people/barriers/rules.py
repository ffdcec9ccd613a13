"""The states of a barrier and of an idea for the library, small numbers, and how an idea is sealed."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final


class BarrierState(StrEnum):
    """Where a barrier stands. Whoever meets one again has not gone backwards."""

    STANDS = "stands"
    RESTS = "rests"
    GOT_ROUND = "got_round"
    CAME_BACK = "came_back"


NEXT: Final[Mapping[BarrierState, frozenset[BarrierState]]] = {
    BarrierState.STANDS: frozenset({BarrierState.RESTS, BarrierState.GOT_ROUND}),
    BarrierState.RESTS: frozenset({BarrierState.STANDS, BarrierState.GOT_ROUND}),
    BarrierState.GOT_ROUND: frozenset({BarrierState.CAME_BACK}),
    BarrierState.CAME_BACK: frozenset({BarrierState.RESTS, BarrierState.GOT_ROUND}),
}
OPEN: Final = frozenset({BarrierState.STANDS, BarrierState.CAME_BACK})


class Weight(StrEnum):
    """How much a barrier gets in the way, as whoever meets it says."""

    A_LITTLE = "a_little"
    QUITE_A_BIT = "quite_a_bit"
    A_LOT = "a_lot"
    STOPS = "stops"


class Helped(StrEnum):
    """Whether a way round helped."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class With(StrEnum):
    """With whom a barrier was raised that is to be challenged, not worked round (S6.3)."""

    AGENCY = "agency"
    ORGANISATION = "organisation"
    OTHER = "other"


class OfferState(StrEnum):
    """Where an idea that a partnership would share stands, as far as its own record knows."""

    WORDING = "wording"
    HANDED_IN = "handed_in"
    TAKEN_BACK = "taken_back"


NEXT_OFFER: Final[Mapping[OfferState, frozenset[OfferState]]] = {
    OfferState.WORDING: frozenset({OfferState.HANDED_IN, OfferState.TAKEN_BACK}),
    OfferState.HANDED_IN: frozenset({OfferState.TAKEN_BACK}),
    OfferState.TAKEN_BACK: frozenset(),
}


class ItemState(StrEnum):
    """Where an idea of the library stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    TAKEN_OUT = "taken_out"


NEXT_ITEM: Final[Mapping[ItemState, frozenset[ItemState]]] = {
    ItemState.WAITING: frozenset({ItemState.APPROVED, ItemState.SENT_BACK}),
    ItemState.APPROVED: frozenset({ItemState.TAKEN_OUT}),
    ItemState.SENT_BACK: frozenset(),
    ItemState.TAKEN_OUT: frozenset(),
}

ENOUGH: Final = 3  # partnerships whose ideas come in together, so that nobody can tell whose is whose
LONGEST: Final = 500  # letters of an idea
# Bytes of a sealed idea, whatever its length: four for each letter at most, and its kind before them.
SEALED: Final = 2_100


def month_of(day: date) -> date:
    """Return the first day of a day's month."""
    return day.replace(day=1)


def month_before(day: date) -> date:
    """Return the first day of the month before a day's."""
    return month_of(day).replace(year=day.year - 1, month=12) if day.month == 1 else date(day.year, day.month - 1, 1)


def sealed(kind: str, text: str) -> str:
    """Return an idea with its kind, filled up so that its length says nothing about it."""
    plain = f"{kind}\n{text.strip()}"
    room = SEALED - len(plain.encode())
    if room < 0:
        raise ValueError(f"An idea has at most {LONGEST} letters.")
    return plain + " " * room


def opened(sealed: str) -> tuple[str, str]:
    """Return the kind and the text that `sealed` was given."""
    kind, _, text = sealed.partition("\n")
    return kind, text.rstrip()
