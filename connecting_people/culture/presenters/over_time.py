"""How many people saw one thing quarter by quarter: in words, and beside them as a small picture of the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext as _

from connecting_people.culture.hiding import Middle
from connecting_people.culture.look_words import between
from connecting_people.culture.quarters import from_the_first
from connecting_people.guide.words import StrOrPromise

AT_ONCE = 3  # quarters; those before them open on asking


@dataclass(frozen=True)
class Cell:
    """What is told of one quarter, if anything. The picture has `low` bars full, and from there to `high` half."""

    says: str = ""
    people: str = ""
    low: int = 0
    high: int = 0


@dataclass(frozen=True)
class Row:
    """One quarter, as each of those who are asked saw it."""

    quarter: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """Whose view stands in a column, and in whose colour."""

    name: StrOrPromise
    side: str


@dataclass(frozen=True)
class OverTime:
    """A table with a picture in each cell, the newest quarter first."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    earlier: tuple[Row, ...]
    bars: tuple[int, ...]


def over_time(
    quarters: Sequence[date], columns: Sequence[tuple[Column, Mapping[date, Middle]]], marks: Sequence[StrOrPromise]
) -> OverTime | None:
    """Return the table of some columns, from the first quarter of which anything is told; None where nothing is."""
    told = [(column, middles) for column, middles in columns if middles]
    since = from_the_first(quarters, [quarter for _column, middles in told for quarter in middles])
    rows = tuple(
        Row(short(quarter), tuple(_cell(middles.get(quarter), marks) for _column, middles in told)) for quarter in since
    )
    if not rows:
        return None
    bars = tuple(range(1, len(marks)))
    return OverTime(tuple(column for column, _middles in told), rows[:AT_ONCE], rows[AT_ONCE:], bars)


def _cell(middle: Middle | None, marks: Sequence[StrOrPromise]) -> Cell:
    if middle is None:
        return Cell()
    people = _("about %(number)s") % {"number": middle.people}
    return Cell(between(marks[middle.low], marks[middle.high]), people, middle.low, middle.high)


def about(people: int) -> str:
    """Say of how many people something is told."""
    return _("about %(number)s people") % {"number": people}


def short(quarter: date) -> str:
    """Return a quarter as it stands in a table."""
    return f"{str(MONTHS_3[quarter.month]).capitalize()}–{str(MONTHS_3[quarter.month + 2]).capitalize()} {quarter.year}"


def long(quarter: date) -> str:
    """Return a quarter in whole words."""
    words = {"first": MONTHS[quarter.month], "last": MONTHS[quarter.month + 2], "year": quarter.year}
    return _("%(first)s to %(last)s %(year)s") % words
