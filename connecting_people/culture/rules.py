"""Words that the tables of this room are written in, and which state of an idea follows which."""

from datetime import date, timedelta
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

    WAITING = "waiting"  # it came without a name, and stands on the board when the month is over
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


class Size(StrEnum):
    """How large the letters of a paper are."""

    NORMAL = "normal"
    LARGE = "large"


NEXT: Final[dict[IdeaState, frozenset[IdeaState]]] = {
    IdeaState.WAITING: frozenset({IdeaState.SUGGESTED, IdeaState.TAKEN_BACK}),
    IdeaState.SUGGESTED: frozenset({IdeaState.LOOKING, IdeaState.TRYING, IdeaState.NOT_NOW, IdeaState.TAKEN_BACK}),
    IdeaState.LOOKING: frozenset({IdeaState.TRYING, IdeaState.DONE, IdeaState.NOT_NOW, IdeaState.TAKEN_BACK}),
    IdeaState.TRYING: frozenset({IdeaState.DONE, IdeaState.NOT_NOW}),
    IdeaState.DONE: frozenset({IdeaState.LOOKING}),
    IdeaState.NOT_NOW: frozenset({IdeaState.LOOKING}),
    IdeaState.TAKEN_BACK: frozenset(),
}
# Until somebody looks at it, whoever had an idea may say it in other words.
NOT_LOOKED_AT: Final = frozenset({IdeaState.WAITING, IdeaState.SUGGESTED})
# What nobody sees but whoever had it.
NOT_ON_THE_BOARD: Final = frozenset({IdeaState.WAITING, IdeaState.TAKEN_BACK})
LONGEST_IDEA: Final = 1_000  # letters
LONGEST_BRIEFING: Final = 800  # letters of a team's own words, so that it stays one page


def month_after(day: date) -> date:
    """Return the first day of the month that follows a day's."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
