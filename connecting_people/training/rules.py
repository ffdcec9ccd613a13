"""Words that the tables of this room are written in, which state follows which, and how long things last."""

import unicodedata
from collections.abc import Hashable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, TypeVar

T = TypeVar("T")
Part = TypeVar("Part", bound=Hashable)
# Control characters, halves of letters, and what has no meaning yet; then what turns the direction of a line around.
_NEVER_TYPED: Final = frozenset({"Cc", "Cs", "Cn", "Co"})
_TURN_AROUND: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


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
    TAKEN_BACK = "taken_back"  # by its author: no word is left, only that others may have answered it


class Lands(StrEnum):
    """Where a note of a training can go afterwards, by a trainer's choice (row "It lands")."""

    DIRECTORY = "directory"
    GAP = "gap"
    RATING = "rating"
    IMPROVEMENT = "improvement"
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
# Who has said yes or is there has one of the places.
HOLDS_A_PLACE: Final = frozenset({Going.COMING, Going.CAME})
# Practice maps and answers go a day after the training, unless their owner keeps them.
PRACTICE_STAYS: Final = timedelta(days=1)
# So many steps on a practice map can be taken back.
PRACTICE_STEPS: Final = 20
# Kind and group stand beside a note only where so many people could have written it.
FEWEST_BESIDE: Final = 3
# What somebody without a login will do goes so long after its reminder.
AFTER_REMINDER: Final = timedelta(days=7)
# A room takes nobody new, and its code means nothing, this long after it was opened.
ROOM_LASTS: Final = timedelta(hours=12)
# Afterwards it can be left open for so long, for what comes to mind later (row T8).
ROOM_STAYS: Final = timedelta(days=7)
# Letters and digits that nobody mistakes for each other: 32 to the power of 8 is over a million million codes.
CODE_LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH: Final = 8
TRAINEES_AT_MOST: Final = 500
NOTES_AT_MOST: Final = 5_000
# The name of a place fits on a button.
PLACE_AT_MOST: Final = 80
NOTE_AT_MOST: Final = 2_000
NOTES_EACH: Final = 400
NAME_AT_MOST: Final = 60
# No page shows more notes of one board than this; a reader goes back to earlier ones.
NOTES_A_PAGE: Final = 400
# Phones ask again after this many milliseconds, and less often the more of them there are.
ASK_AGAIN: Final = 2_000
ASKED_A_SECOND: Final = 250
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
    """Return when practice data goes: a day after the planned end, or where that makes no sense, after the room's.

    A room that is left open for a week keeps boards open, and no practice.
    """
    planned = ends_at if ends_at and ends_at > opened_at else None
    return (planned or min(closed_at or closes_at, opened_at + ROOM_LASTS)) + PRACTICE_STAYS


def state_on(state: TrainingState, last_day: date | None, today: date) -> TrainingState:
    """Return where a training stands on a day: one that nobody called over is over the day after."""
    gone = last_day is not None and last_day < today
    return TrainingState.OVER if gone and state == TrainingState.PLANNED else state


def ask_again_after(trainees: int) -> int:
    """Return after how many milliseconds a phone asks again, and all together at most 250 times a second."""
    return max(ASK_AGAIN, trainees * 1_000 // ASKED_A_SECOND)


def spelled(typed: str) -> str:
    """Return a code as it is kept, however it was typed: small letters, spaces, dashes, 1 or I for L."""
    letters = "".join(one for one in typed.upper() if one.isalnum())
    return letters.translate(str.maketrans("1I", "LL"))


def could_be_a_code(spelling: str) -> bool:
    """Say whether a room could have this code, so that a slip of the finger is no guess."""
    return len(spelling) == CODE_LENGTH and set(spelling) <= set(CODE_LETTERS)


def tidy(text: str) -> str:
    """Return a text without what no keyboard writes: control characters, and marks that turn lines around."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(one for one in lines if one == "\n" or _typed(one)).strip()


def _typed(one: str) -> bool:
    return one not in _TURN_AROUND and unicodedata.category(one) not in _NEVER_TYPED


def told_apart(sizes: Mapping[Part, int], *, besides: int = 0) -> frozenset[Part]:
    """Return which parts of a crowd may be told apart, `besides` being people who are in no part.

    Not only a part must be of three and more, but also what is left: it is known by having no name.
    """
    told = {part: size for part, size in sizes.items() if size >= FEWEST_BESIDE}
    left = besides + sum(sizes.values()) - sum(told.values())
    if told and 0 < left < FEWEST_BESIDE:
        del told[min(told, key=lambda part: (told[part], str(part)))]
    return frozenset(told)


def begins_with(text: str) -> str:
    """Return the name that a note about a place probably begins with: what stands before the first mark."""
    line = text.strip().splitlines()[0] if text.strip() else ""
    for mark in (":", " – ", " — ", " - ", ";", ".", ",", " ("):
        line = line.split(mark)[0]
    return " ".join(line.split())[:PLACE_AT_MOST]


def begun_with(place: str, typed: str, places: Sequence[str]) -> str:
    """Return a note that begins with a place; what was typed so far stays, without the place it began with before."""
    before = next((f"{one}:" for one in places if typed.startswith(f"{one}:")), "")
    return f"{place}: {typed[len(before) :].lstrip()}"


def shared_out(people: Sequence[T], size: int) -> list[list[T]]:
    """Share people out into groups of `size`, or of one more where they do not come out even; nobody stays alone."""
    many = max(1, len(people) // size)
    return [list(people[start::many]) for start in range(many)] if people else []
