"""What people said over time on one scale, as a picture with the same as a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _

Words = str | Promise
WIDTH, HEIGHT, LEFT, TOP, ROOM = 640, 260, 190, 24, 192
SAID_AT_LAST: Final = 4


@dataclass(frozen=True)
class Point:
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
class Dot:
    """One mark in the picture."""

    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """One person's marks from left to right; each side has its own shape besides its colour."""

    side: str
    name: str
    dots: tuple[Dot, ...]
    path: str


@dataclass(frozen=True)
class Row:
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
    rows.sort(key=lambda row: row.when)
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
        says="; ".join(_("%(name)s: %(level)s") % {"name": r.name, "level": r.level} for r in rows[-SAID_AT_LAST:]),
    )


@dataclass(frozen=True)
class _Frame:
    first: date
    last: date
    low: float
    high: float

    def line(self, one: Series) -> Line:
        dots = tuple(self.dot(point) for point in one.points)
        way = (self.dot(one.begin), *dots) if one.begin else dots
        path = " ".join(f"{'L' if number else 'M'}{dot.x} {dot.y}" for number, dot in enumerate(way))
        return Line(one.side, one.name, dots, path)

    def dot(self, point: Point) -> Dot:
        return Dot(self.x(point.day), self.y(point.level))

    def x(self, day: date) -> float:
        span, room = (self.last - self.first).days, WIDTH - 40 - LEFT
        return round(LEFT + 8 + (room * (day - self.first).days / span if span else room / 2), 1)

    def y(self, level: float) -> float:
        return round(TOP + ROOM * (self.high - level) / (self.high - self.low), 1)
