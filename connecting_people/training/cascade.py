"""Who was trained where and gave which training after: a picture in columns, each training right of what it grew from.

It knows no tables: it takes plain facts, in the order of time, and says what leads to what and where each stands.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Final

WIDE, TALL = 232, 96
BESIDE, BELOW, EDGE = 156, 28, 12
_LINE: Final = 25


@dataclass(frozen=True)
class Given:
    """A training: who gave it and who was there, each by something that stands for the person, with names."""

    id: Hashable
    title: str
    day: str
    trainers: tuple[tuple[Hashable, str], ...]
    came: frozenset[Hashable]


@dataclass(frozen=True)
class Grew:
    """One training came of another through people who were at the one and gave the other."""

    start: int
    end: int
    through: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """A training in the picture."""

    x: int
    y: int
    lines: tuple[str, ...]
    day: str
    by: str
    title: str


@dataclass(frozen=True)
class Thread:
    """A line from one training to what grew of it, and whose it is."""

    way: str
    label: str
    x: int
    y: int


@dataclass(frozen=True)
class Picture:
    """All of it, to be drawn."""

    width: int
    height: int
    cards: tuple[Card, ...]
    threads: tuple[Thread, ...]


def grew(trainings: Sequence[Given]) -> list[Grew]:
    """Return what grew of what, where somebody who was at several gave one after: of the last that they were at."""
    found: dict[tuple[int, int], list[str]] = {}
    last_at: dict[Hashable, int] = {}
    for number, one in enumerate(trainings):
        for person, name in one.trainers:
            if person in last_at:
                found.setdefault((last_at[person], number), []).append(name)
        last_at |= dict.fromkeys(one.came, number)
    return [Grew(start, end, tuple(through)) for (start, end), through in found.items()]


def picture(trainings: Sequence[Given], links: Sequence[Grew]) -> Picture | None:
    """Return the picture of those trainings that led to another or came of one; None where none did."""
    drawn = sorted({number for link in links for number in (link.start, link.end)})
    if not drawn:
        return None
    column: dict[int, int] = {}
    for number in drawn:
        column[number] = max((column[one.start] + 1 for one in links if one.end == number), default=0)
    rows: dict[int, int] = {}
    place: dict[int, tuple[int, int]] = {}
    for number in drawn:
        row = rows.get(column[number], 0)
        rows[column[number]] = row + 1
        place[number] = (EDGE + column[number] * (WIDE + BESIDE), EDGE + row * (TALL + BELOW))
    return Picture(
        width=2 * EDGE + len(rows) * WIDE + (len(rows) - 1) * BESIDE,
        height=2 * EDGE + max(rows.values()) * (TALL + BELOW) - BELOW,
        cards=tuple(_card(trainings[number], *place[number]) for number in drawn),
        threads=tuple(_thread(place[one.start], place[one.end], one.through) for one in links),
    )


def _card(one: Given, x: int, y: int) -> Card:
    names = ", ".join(name for _person, name in one.trainers)
    return Card(x, y, _two_lines(one.title), one.day, _cut(names, _LINE + 4), one.title)


def _thread(start: tuple[int, int], end: tuple[int, int], through: Sequence[str]) -> Thread:
    x1, y1 = start[0] + WIDE, start[1] + TALL // 2
    x2, y2 = end[0], end[1] + TALL // 2
    bend = BESIDE // 2
    way = f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2 - 10} {y2}"
    return Thread(way, _cut(", ".join(through), 19), x2 - 16, y2 - 10)


def _two_lines(title: str) -> tuple[str, ...]:
    first = ""
    words = title.split()
    while words and len(f"{first} {words[0]}") <= _LINE:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return (_cut(title, _LINE),)
    return (first, _cut(" ".join(words), _LINE)) if words else (first,)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
