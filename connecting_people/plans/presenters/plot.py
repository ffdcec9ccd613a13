"""Where each saw a goal over time, as a picture with the same as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from connecting_people.guide.words import StrOrPromise
from connecting_people.partnership.models import Partnership
from connecting_people.plans.models import GoalRating, GoalScale
from connecting_people.plans.presenters.goals import place_of
from connecting_people.plans.rules import Level
from connecting_people.plans.words import LEVELS

WIDTH, HEIGHT, LEFT, TOP, GAP = 640, 260, 190, 24, 48


@dataclass(frozen=True)
class Dot:
    """One rating in the picture."""

    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """One person's ratings from left to right; each side has its own shape besides its colour."""

    side: str
    name: str
    dots: tuple[Dot, ...]
    path: str


@dataclass(frozen=True)
class Row:
    """One rating in the table."""

    when: date
    side: str
    name: str
    level: StrOrPromise


@dataclass(frozen=True)
class Plot:
    """The picture, and the same as rows."""

    width: int
    height: int
    left: int
    right: int
    levels: tuple[tuple[float, StrOrPromise], ...]
    first: date
    last: date
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    says: str


def plot(partnership: Partnership, scales: Iterable[GoalScale], ratings: Iterable[GoalRating]) -> Plot | None:
    """Return where a goal started and where each saw it since, by day; None where nobody rated it."""
    told = list(ratings)
    begun = list(scales)
    if not told or not begun:
        return None
    began = begun[-1].entry.happened_date
    days = [began, *(one.entry.happened_date for one in told)]
    first, last = min(days), max(days)
    voices = dict.fromkeys(one.entry.voice_id for one in told)
    lines = []
    for voice_id in voices:
        voice = place_of(partnership, voice_id)
        start = Dot(_x(began, first, last), _y(begun[-1].start))
        dots = [_dot(one, first, last) for one in told if one.entry.voice_id == voice_id]
        lines.append(Line(voice.side, voice.name, tuple(dots), _path([start, *dots])))
    rows = tuple(_row(partnership, one) for one in told)
    return Plot(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=WIDTH - 24,
        levels=tuple((_y(level), name) for level, name in LEVELS.items()),
        first=first,
        last=last,
        lines=tuple(lines),
        rows=rows,
        says="; ".join(_("%(name)s: %(level)s") % {"name": row.name, "level": row.level} for row in rows[-4:]),
    )


def _row(partnership: Partnership, rating: GoalRating) -> Row:
    voice = place_of(partnership, rating.entry.voice_id)
    return Row(rating.entry.happened_date, voice.side, voice.name, LEVELS[Level(rating.level)])


def _dot(rating: GoalRating, first: date, last: date) -> Dot:
    return Dot(_x(rating.entry.happened_date, first, last), _y(rating.level))


def _x(day: date, first: date, last: date) -> float:
    span = (last - first).days
    room = WIDTH - 40 - LEFT
    return round(LEFT + 8 + (room * (day - first).days / span if span else room / 2), 1)


def _y(level: int) -> float:
    return TOP + GAP * (Level.MUCH_MORE - level)


def _path(dots: list[Dot]) -> str:
    return " ".join(f"{'L' if number else 'M'}{dot.x} {dot.y}" for number, dot in enumerate(dots))
