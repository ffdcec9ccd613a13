"""The states of an outing and what goes with one."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Final


class OutingState(StrEnum):
    """Where an outing stands. A changed plan is as good as any other."""

    PLANNED = "planned"
    GONE = "gone"
    NOT_THIS_TIME = "not_this_time"
    CHANGED_PLAN = "changed_plan"


NEXT: Final[Mapping[OutingState, frozenset[OutingState]]] = {
    OutingState.PLANNED: frozenset({OutingState.GONE, OutingState.NOT_THIS_TIME, OutingState.CHANGED_PLAN}),
    OutingState.GONE: frozenset({OutingState.PLANNED}),
    OutingState.NOT_THIS_TIME: frozenset({OutingState.PLANNED, OutingState.GONE}),
    OutingState.CHANGED_PLAN: frozenset({OutingState.PLANNED}),
}


class Source(StrEnum):
    """Where support for an outing comes from: the manual's four sources (S4.2), somebody else, or nobody."""

    TEAM = "team"
    MAP = "map"
    THERE = "there"
    SKILL = "skill"
    OTHER = "other"
    ALONE = "alone"


class Felt(StrEnum):
    """How an outing felt, or how sure somebody felt before it: five faces, each with its word."""

    VERY_HARD = "very_hard"
    HARD = "hard"
    MIXED = "mixed"
    GOOD = "good"
    VERY_GOOD = "very_good"


class Orientation(StrEnum):
    """How somebody came to know a place (S4.4)."""

    KNOWN = "known"
    SHOWN = "shown"
    INTRODUCED = "introduced"


class About(StrEnum):
    """How a connection came about (S4.6); it never claims a cause."""

    OUTING = "outing"
    ASSET = "asset"
    PERSON = "person"
    CHANCE = "chance"
    NOT_KNOWN = "not_known"


class Channel(StrEnum):
    """How somebody wants to be reminded."""

    INSIDE = "inside"
    EMAIL = "email"
    DAY_LIST = "day_list"


ALL_DAY_BEGINS: Final = time(9)  # for reminders of what has no time


def begins_at(day: date, begins: time | None, zone: tzinfo) -> datetime:
    """Return the moment at which an outing begins, by the clock on the wall."""
    return datetime.combine(day, begins or ALL_DAY_BEGINS, zone).astimezone(UTC)


def due_at(day: date, begins: time | None, hours_before: int, zone: tzinfo) -> datetime:
    """Return when a reminder is due. Whole days count by the clock on the wall, which is moved twice a year."""
    days, hours = divmod(hours_before, 24)
    return begins_at(day - timedelta(days=days), begins, zone) - timedelta(hours=hours)


LONGEST_SERIES: Final = 60  # occasions: a weekly group for a bit over a year


def occasions(first: date, last: date, every_weeks: int) -> int:
    """Return how many times something is that is again every so many weeks, until a last day."""
    return max(0, (last - first).days // (7 * every_weeks) + 1)
