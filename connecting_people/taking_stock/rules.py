"""What can be said of a thing when two people take stock, and which of their views belong to one stock-take."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class About(StrEnum):
    """What is looked at: something tried, a goal, somebody or something on the map, or the support there is."""

    OUTING = "outing"
    GOAL = "goal"
    CONNECTION = "connection"
    SUPPORT = "support"


class Choice(StrEnum):
    """What somebody would do with a thing from now on. Each is as good as the others (P3)."""

    KEEP = "keep"
    CHANGE = "change"
    STOP = "stop"


class Shelf(StrEnum):
    """Where a thing stands once everybody who wanted to has spoken, in the order in which it is shown (S5.1)."""

    KEEP = "keep"
    DIFFERENT = "different"
    CHANGE = "change"
    STOP = "stop"


class Point(StrEnum):
    """What a practitioner takes stock of for themselves (S5.3)."""

    TIME = "time"
    BACKING = "backing"
    RESOURCES = "resources"
    IDEAS = "ideas"


class Goes(StrEnum):
    """How it is with one of them, in words and never in numbers (S5.4)."""

    WELL = "well"
    MIXED = "mixed"
    HARD = "hard"


LOOK_BACK: Final = timedelta(days=90)  # how far back an outing is recent
OPEN_FOR: Final = timedelta(days=14)  # how long a stock-take waits for the other, and can be changed


def shelf_of(choices: Iterable[Choice]) -> Shelf:
    """Return where a thing stands: with what all who spoke said, or among what is seen differently (P1)."""
    said = set(choices)
    return Shelf(said.pop().value) if len(said) == 1 else Shelf.DIFFERENT


def numbered(days: Iterable[date]) -> list[int]:
    """Return for each day, given in order, to which stock-take it belongs, counted from 0.

    A stock-take takes in what was said within a fortnight of its first day, so that the other's view stands beside.
    It is worked out from what a reader may read, so that nothing shows what somebody keeps to themselves.
    """
    found: list[int] = []
    number, first = -1, date.min
    for day in days:
        if number < 0 or day - first > OPEN_FOR:
            number, first = number + 1, day
        found.append(number)
    return found


def is_open(first: date, today: date) -> bool:
    """Say whether a stock-take that began on `first` still waits for views today."""
    return today - first <= OPEN_FOR
