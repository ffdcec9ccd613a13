"""Rules of the record: how steps and processes are kept, and how two people agree or see a thing differently."""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from functools import cache

STEPS = 8
PROCESSES = 11


def pack(numbers: Iterable[int]) -> int:
    """Return a whole number with bit n-1 set for each number n from 1, so that one column holds several."""
    packed = 0
    for number in numbers:
        if number < 1:
            raise ValueError(f"Steps and processes are numbered from 1, not {number}.")
        packed |= 1 << (number - 1)
    return packed


@cache
def unpack(packed: int) -> tuple[int, ...]:
    """Return the numbers that `pack` was given, in order."""
    return tuple(n for n in range(1, packed.bit_length() + 1) if packed & (1 << (n - 1)))


class Standing(StrEnum):
    """How a thing stands between the two: said by one, proposed, agreed, or seen differently."""

    SAID = "said"
    PROPOSED = "proposed"
    AGREED = "agreed"
    DIFFERENT = "different"


NEXT: dict[Standing, frozenset[Standing]] = {
    Standing.SAID: frozenset({Standing.DIFFERENT}),
    Standing.PROPOSED: frozenset({Standing.AGREED, Standing.DIFFERENT}),
    Standing.AGREED: frozenset({Standing.DIFFERENT, Standing.PROPOSED}),
    Standing.DIFFERENT: frozenset({Standing.AGREED, Standing.DIFFERENT}),
}


class Kind(StrEnum):
    """What an entry of the record is. Rooms above add kinds of their own as plain words."""

    NOTE = "note"
    QUESTION = "question"
    ANSWER = "answer"
    PROMISE = "promise"
    KEPT = "kept"
    PARTLY = "partly"
    CHANGED = "changed"
    SKILL = "skill"
    FEEDBACK = "feedback"
    SUPPORT = "support"
    OWN = "own"


# Their one line is the name of a thing; saying them differently changes the words beside it.
NAMED = frozenset({Kind.KEPT, Kind.PARTLY, Kind.CHANGED, Kind.SKILL, Kind.SUPPORT})

# Fixed once they are written, for they stand elsewhere in parts: saying them differently means writing them anew there.
FIXED = frozenset({"disclosure", "goal_scale"})
# One agrees to these where they stand, for what follows from a yes begins there.
AGREED_THERE = frozenset({"disclosure"})


class Outcome(StrEnum):
    """What became of something that somebody said they would do."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY = "partly"
    CHANGED = "changed"


class Support(StrEnum):
    """How much support there is now (S1.6)."""

    MORE = "more"
    SAME = "same"
    LESS = "less"
    RETHINK = "rethink"


SHARED_FOR_AT_MOST = timedelta(days=90)


def shortened(words: str) -> str:
    """Return the first line of `words`, cut at a word so that it fits into 120 characters."""
    line = " ".join(words.strip().split("\n", 1)[0].split())
    return line if len(line) <= 120 else line[:119].rsplit(" ", 1)[0] + "…"
