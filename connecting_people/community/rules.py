"""Words that the tables of this room are written in, which states follow which, and how much is how much."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID


class Kind(StrEnum):
    """What sort of community asset something is; the last two have no place of their own."""

    SERVICE = "service"
    ACTIVITY = "activity"
    GROUP = "group"
    PLACE = "place"
    ONLINE = "online"
    INTEREST = "interest"


PLACELESS: Final = frozenset({Kind.ONLINE, Kind.INTEREST})


class Status(StrEnum):
    """Whether an asset goes on, in the words of the standard (HSDS-UK 3.0, service.status)."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    TEMPORARILY_CLOSED = "temporarily closed"


class Season(StrEnum):
    """Where an asset stands in time on a given day (row C3)."""

    STARTING = "starting"
    CONTINUING = "continuing"
    CLOSING = "closing"
    PAUSED = "paused"
    CLOSED = "closed"


class How(StrEnum):
    """How a version of an asset came to be."""

    WRITTEN = "written"
    IMPORTED = "imported"
    PROPOSED = "proposed"
    UNDONE = "undone"


class Access(StrEnum):
    """What makes a place one that somebody can use; each is a term of our own taxonomy in the open feed."""

    STEP_FREE = "step-free"
    ACCESSIBLE_TOILET = "accessible-toilet"
    HEARING_LOOP = "hearing-loop"
    QUIET = "quiet"
    SEATING = "seating"
    PARKING = "parking"
    BUS = "bus"
    COMPANION = "companion"
    ASSISTANCE_DOGS = "assistance-dogs"
    LARGE_PRINT = "large-print"
    SIGN_LANGUAGE = "sign-language"


class Light(StrEnum):
    """The traffic light of the manual's Activity 11: would recommend, unsure, would not."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Rater(StrEnum):
    """The kind of person whose experience a rating tells; they are shown apart and never added up."""

    PRACTITIONER = "practitioner"
    SERVICE_USER = "service_user"
    SUPPORTER = "supporter"


class RatingState(StrEnum):
    """Where a rating is on its way to others."""

    WAITING = "waiting"
    SHOWN = "shown"
    TURNED_DOWN = "turned_down"
    STAYS_OUT = "stays_out"
    TAKEN_BACK = "taken_back"
    REPLACED = "replaced"


# A refusal goes to a second person, who may show the rating after all or agree that it stays out.
NEXT_RATING: Final[dict[RatingState, frozenset[RatingState]]] = {
    RatingState.WAITING: frozenset(
        {RatingState.SHOWN, RatingState.TURNED_DOWN, RatingState.TAKEN_BACK, RatingState.REPLACED}
    ),
    RatingState.SHOWN: frozenset({RatingState.TAKEN_BACK, RatingState.REPLACED}),
    RatingState.TURNED_DOWN: frozenset(
        {RatingState.SHOWN, RatingState.STAYS_OUT, RatingState.TAKEN_BACK, RatingState.REPLACED}
    ),
    RatingState.STAYS_OUT: frozenset({RatingState.TAKEN_BACK, RatingState.REPLACED}),
    RatingState.TAKEN_BACK: frozenset(),
    RatingState.REPLACED: frozenset(),
}


class ImprovementState(StrEnum):
    """What became of an idea that would move an asset's light (row C6)."""

    SUGGESTED = "suggested"
    TAKEN_ON = "taken_on"
    DONE = "done"
    NOT_NOW = "not_now"


NEXT_IMPROVEMENT: Final[dict[ImprovementState, frozenset[ImprovementState]]] = {
    ImprovementState.SUGGESTED: frozenset({ImprovementState.TAKEN_ON, ImprovementState.NOT_NOW}),
    ImprovementState.TAKEN_ON: frozenset({ImprovementState.DONE, ImprovementState.NOT_NOW, ImprovementState.SUGGESTED}),
    ImprovementState.DONE: frozenset(),
    ImprovementState.NOT_NOW: frozenset({ImprovementState.TAKEN_ON}),
}


class Found(StrEnum):
    """What somebody found who checked an asset."""

    RIGHT = "right"
    CHANGED = "changed"
    CLOSED = "closed"
    NOT_REACHED = "not_reached"


class Wrong(StrEnum):
    """What somebody says is wrong with an entry."""

    CONTACT = "contact"
    TIME_OR_PLACE = "time_or_place"
    CLOSED = "closed"
    UNCLEAR = "unclear"
    OTHER = "other"


class Origin(StrEnum):
    """Where a gap or a rating came from."""

    SAID = "said"
    SEARCH = "search"
    BARRIER = "barrier"
    TRAINING = "training"


@dataclass(frozen=True)
class FromTraining:
    """The training that something came up in: its id alone, since trainings stand above this room, and its day."""

    id: UUID
    day: date

    def columns(self) -> dict[str, UUID | date]:
        """Return it as the columns of a row."""
        return {"from_training": self.id, "training_date": self.day}


class GapState(StrEnum):
    """What becomes of a need that nobody meets."""

    OPEN = "open"
    LOOKED_INTO = "looked_into"
    FILLED = "filled"
    NOT_NOW = "not_now"


NEXT_GAP: Final[dict[GapState, frozenset[GapState]]] = {
    GapState.OPEN: frozenset({GapState.LOOKED_INTO, GapState.FILLED, GapState.NOT_NOW}),
    GapState.LOOKED_INTO: frozenset({GapState.OPEN, GapState.FILLED, GapState.NOT_NOW}),
    GapState.FILLED: frozenset({GapState.OPEN}),
    GapState.NOT_NOW: frozenset({GapState.OPEN, GapState.LOOKED_INTO}),
}


class ProposalState(StrEnum):
    """What became of a change that an organisation would like."""

    WAITING = "waiting"
    APPROVED = "approved"
    TURNED_DOWN = "turned_down"
    TAKEN_BACK = "taken_back"


NEXT_PROPOSAL: Final[dict[ProposalState, frozenset[ProposalState]]] = {
    ProposalState.WAITING: frozenset(set(ProposalState) - {ProposalState.WAITING}),
    ProposalState.APPROVED: frozenset(),
    ProposalState.TURNED_DOWN: frozenset(),
    ProposalState.TAKEN_BACK: frozenset(),
}


class ImportState(StrEnum):
    """Where an import is: looked at first, then brought in whole, and perhaps undone."""

    LOOKED_AT = "looked_at"
    BROUGHT_IN = "brought_in"
    UNDONE = "undone"
    DROPPED = "dropped"


NEXT_IMPORT: Final[dict[ImportState, frozenset[ImportState]]] = {
    ImportState.LOOKED_AT: frozenset({ImportState.BROUGHT_IN, ImportState.DROPPED}),
    ImportState.BROUGHT_IN: frozenset({ImportState.UNDONE}),
    ImportState.UNDONE: frozenset(),
    ImportState.DROPPED: frozenset(),
}


class Matched(StrEnum):
    """How a service of a file compares with what is there."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


CHECK_EVERY: Final = timedelta(days=182)  # "not checked for six months" (row C3)
CLOSING_SOON: Final = timedelta(days=42)
STARTING_SOON: Final = timedelta(days=42)
CHECKS_A_WEEK: Final = 4  # for each person, so that it takes minutes
FEWEST_RATERS: Final = 8  # a nameless rating shows once so many of that kind have rated (design 2, small numbers)
