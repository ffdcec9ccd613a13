"""Quarters of the year, each named by its first day."""

from collections.abc import Iterable
from datetime import date
from typing import Final

SHOWN_AT_MOST: Final = 8  # quarters: two years are enough to see where things go


def quarter_of(day: date) -> date:
    """Return the first day of the quarter in which a day lies."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def before(quarter: date) -> date:
    """Return the quarter before one."""
    return date(quarter.year - 1, 10, 1) if quarter.month == 1 else date(quarter.year, quarter.month - 3, 1)


def after(quarter: date) -> date:
    """Return the quarter after one; its first day is the first on which the one before is over."""
    return date(quarter.year + 1, 1, 1) if quarter.month == 10 else date(quarter.year, quarter.month + 3, 1)


def over(today: date) -> tuple[date, ...]:
    """Return the last quarters that are over, the newest first."""
    found = [before(quarter_of(today))]
    while len(found) < SHOWN_AT_MOST:
        found.append(before(found[-1]))
    return tuple(found)


def from_the_first(quarters: Iterable[date], known: Iterable[date]) -> tuple[date, ...]:
    """Return those of `quarters` that are no earlier than the first of which something is known."""
    first = min(known, default=None)
    return tuple(one for one in quarters if first and one >= first)
