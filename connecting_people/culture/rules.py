"""Words that the tables of this room are written in, and which state of an idea follows which."""

from enum import StrEnum
from typing import Final


class Voice(StrEnum):
    """From where somebody looks at the agency."""

    STAFF = "staff"
    SERVICE_USER = "service_user"
    SUPPORTER = "supporter"


class Mark(StrEnum):
    """How far a practice is alive here, in somebody's eyes."""

    NOT_YET = "not_yet"
    A_LITTLE = "a_little"
    OFTEN = "often"
    EVERYWHERE = "everywhere"


class IdeaState(StrEnum):
    """What became of an idea (row S7.2)."""

    SUGGESTED = "suggested"
    LOOKING = "looking"
    TRYING = "trying"
    DONE = "done"
    NOT_NOW = "not_now"
    TAKEN_BACK = "taken_back"


class Reader(StrEnum):
    """For whom a briefing is written (row S7.3)."""

    COLLEAGUE = "colleague"
    ORGANISATION = "organisation"


NEXT: Final[dict[IdeaState, frozenset[IdeaState]]] = {
    IdeaState.SUGGESTED: frozenset({IdeaState.LOOKING, IdeaState.TRYING, IdeaState.NOT_NOW, IdeaState.TAKEN_BACK}),
    IdeaState.LOOKING: frozenset({IdeaState.TRYING, IdeaState.DONE, IdeaState.NOT_NOW, IdeaState.TAKEN_BACK}),
    IdeaState.TRYING: frozenset({IdeaState.DONE, IdeaState.NOT_NOW}),
    IdeaState.DONE: frozenset({IdeaState.LOOKING}),
    IdeaState.NOT_NOW: frozenset({IdeaState.LOOKING}),
    IdeaState.TAKEN_BACK: frozenset(),
}
# Where fewer than this many people answered, nothing is told of them (design 2, small numbers).
FEWEST: Final = 8
