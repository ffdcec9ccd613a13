"""What people said over time on one scale, as a picture with the same as a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Final, NamedTuple

from django.utils.functional import Promise

Words = str | Promise
WIDTH, HEIGHT, LEFT, TOP, ROOM = 640, 260, 190, 24, 192
SAID_AT_LAST: Final = 4
# How far left of its middle and above it a mark begins, and how it is drawn from there.
_CIRCLE: Final = (8, 0, "a8 8 0 1 0 16 0a8 8 0 1 0-16 0z")
_SQUARE: Final = (7, 7, "h14v14h-14z")


class Point(NamedTuple):
    """What somebody said on a day: how high on the scale, and in which words."""

    day: date
    level: float
    says: Words


@dataclass(frozen=True)
class Series:
    """All that one person said, by day; `begin` is where it started, which the line shows without a mark."""

    side: str
    name: str
    points: tuple[Point, ...]
    begin: Point | None = None


@dataclass(frozen=True)
class Line:
    """One person's marks from left to right; each side has its own shape besides its colour."""

    side: str
    name: str
    way: str
    marks: str


class Row(NamedTuple):
    """One mark in the table."""

    when: date
    side: str
    name: str
    level: Words


@dataclass(frozen=True)
class Plot:
    """The picture, and the same as rows."""

    width: int
    height: int
    left: int
    right: int
    levels: tuple[tuple[float, Words], ...]
    first: date
    last: date
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    says: str


def drawn(levels: Sequence[tuple[float, Words]], series: Iterable[Series]) -> Plot | None:
    """Return the picture of some people's marks on a scale whose `levels` are named; None where nobody set one.

    Days lie in proportion from left to right, levels from the lowest to the highest; a single day lies in the middle.
    """
    told = [one for one in series if one.points]
    if not told:
        return None
    days = [point.day for one in told for point in (*one.points, *([one.begin] if one.begin else []))]
    frame = _Frame(min(days), max(days), min(level for level, _ in levels), max(level for level, _ in levels))
    rows = [Row(point.day, one.side, one.name, point.says) for one in told for point in one.points]
    rows.sort(key=itemgetter(0))
    return Plot(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=WIDTH - 24,
        levels=tuple((frame.y(level), name) for level, name in levels),
        first=frame.first,
        last=frame.last,
        lines=tuple(frame.line(one) for one in told),
        rows=tuple(rows),
        says="; ".join([f"{row.name}: {row.level}" for row in rows[-SAID_AT_LAST:]]),
    )


@dataclass(frozen=True)
class _Frame:
    first: date
    last: date
    low: float
    high: float

    def line(self, one: Series) -> Line:
        """Draw the marks of a line as one path: a picture of many is then as quick as one of few."""
        first, span = self.first, (self.last - self.first).days
        left, wide = (LEFT + 8, (WIDTH - 40 - LEFT) / span) if span else (LEFT + 8 + (WIDTH - 40 - LEFT) / 2, 0)
        high, tall = self.high, ROOM / (self.high - self.low)
        points = (one.begin, *one.points) if one.begin else one.points
        way = [
            (round(left + wide * (day - first).days, 1), round(TOP + tall * (high - level), 1))
            for day, level, _says in points
        ]
        right, up, shape = _CIRCLE if one.side == "service_user" else _SQUARE
        marks = [f"M{x - right:.5g} {y - up:.5g}{shape}" for x, y in way[len(points) - len(one.points) :]]
        return Line(one.side, one.name, "M" + "L".join([f"{x} {y}" for x, y in way]), "".join(marks))

    def y(self, level: float) -> float:
        return round(TOP + ROOM * (self.high - level) / (self.high - self.low), 1)
