"""Words that the tables of this room are written in, which state follows which, and how long things last."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final


class TrainingState(StrEnum):
    """Where a training stands."""

    PLANNED = "planned"
    OVER = "over"
    CALLED_OFF = "called_off"


class Who(StrEnum):
    """From where somebody speaks in a training, as trainer or as trainee; all are equals (row T1)."""

    PRACTITIONER = "practitioner"
    SERVICE_USER = "service_user"
    CARER = "carer"
    OUTSIDE = "outside"


class Grouping(StrEnum):
    """How the people in the room work together."""

    ALONE = "alone"
    PAIRS = "pairs"
    SMALL_GROUPS = "small_groups"
    ALL = "all"


class BlockKind(StrEnum):
    """What a block of the agenda is."""

    ACTIVITY = "activity"  # one of the thirteen
    PROMPT = "prompt"  # one of the manual's unnumbered prompts
    GUEST = "guest"
    OWN = "own"  # the trainers' own activity
    BREAK = "break"
    BEFORE = "before"  # to be done before the day: it takes none of its minutes


class GuestState(StrEnum):
    """Whether a guest speaker comes."""

    ASKED = "asked"
    COMES = "comes"
    CANNOT = "cannot"


class Going(StrEnum):
    """Whether somebody comes to a training. Who did not come has "changed plan"."""

    INVITED = "invited"
    COMING = "coming"
    WAITING = "waiting"  # all places are taken
    CHANGED_PLAN = "changed_plan"
    CAME = "came"


class Shown(StrEnum):
    """Who sees a note of the live room."""

    KEPT = "kept"  # its author alone: their own notes, or a column that is not opened yet
    OPEN = "open"
    TAKEN_DOWN = "taken_down"  # by a trainer; its author still sees it


class Lands(StrEnum):
    """Where a note of a training can go afterwards, by a trainer's choice (row "It lands")."""

    DIRECTORY = "directory"
    GAP = "gap"
    RATING = "rating"
    WAY_ROUND = "way_round"
    IDEA = "idea"


NEXT: Final[dict[TrainingState, frozenset[TrainingState]]] = {
    TrainingState.PLANNED: frozenset({TrainingState.OVER, TrainingState.CALLED_OFF}),
    TrainingState.OVER: frozenset(),
    TrainingState.CALLED_OFF: frozenset({TrainingState.PLANNED}),
}
# A walk-in comes without having been asked. Who was marked by mistake is coming again.
NEXT_GOING: Final[dict[Going, frozenset[Going]]] = {
    Going.INVITED: frozenset({Going.COMING, Going.WAITING, Going.CHANGED_PLAN, Going.CAME}),
    Going.COMING: frozenset({Going.CHANGED_PLAN, Going.CAME}),
    Going.WAITING: frozenset({Going.COMING, Going.CHANGED_PLAN, Going.CAME}),
    Going.CHANGED_PLAN: frozenset({Going.COMING, Going.WAITING, Going.CAME}),
    Going.CAME: frozenset({Going.COMING}),
}
# Practice maps and answers go a day after the training, unless their owner keeps them.
PRACTICE_STAYS: Final = timedelta(days=1)
# So many steps on a practice map can be taken back.
PRACTICE_STEPS: Final = 20
# Below so many practice maps nobody is told how many people are on them.
FEWEST_MAPS: Final = 8
# A room takes nobody new, and its code means nothing, this long after it was opened.
ROOM_LASTS: Final = timedelta(hours=12)
# Letters and digits that nobody mistakes for each other: 32 to the power of 8 is over a million million codes.
CODE_LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH: Final = 8
TRAINEES_AT_MOST: Final = 500
NOTES_AT_MOST: Final = 5_000
NOTE_AT_MOST: Final = 2_000
BLOCKS_AT_MOST: Final = 100
MINUTES_AT_MOST: Final = 600
# A certificate's number: 32 to the power of 16, in groups that can be read out loud.
NUMBER_LENGTH: Final = 16
NUMBER_GROUP: Final = 4


def number_of(typed: str) -> str:
    """Return a certificate's number as it is kept, however it was typed; empty for what cannot be one."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    if len(signs) != NUMBER_LENGTH or not set(signs) <= set(CODE_LETTERS):
        return ""
    return "-".join(signs[begin : begin + NUMBER_GROUP] for begin in range(0, NUMBER_LENGTH, NUMBER_GROUP))


def practice_goes(
    *, opened_at: datetime, closes_at: datetime, closed_at: datetime | None, ends_at: datetime | None
) -> datetime:
    """Return when practice data goes: a day after the planned end, or where that makes no sense, after the room's."""
    planned = ends_at if ends_at and ends_at > opened_at else None
    return (planned or closed_at or closes_at) + PRACTICE_STAYS


def state_on(state: TrainingState, last_day: date | None, today: date) -> TrainingState:
    """Return where a training stands on a day: one that nobody called over is over the day after."""
    gone = last_day is not None and last_day < today
    return TrainingState.OVER if gone and state == TrainingState.PLANNED else state
