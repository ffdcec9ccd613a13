"""Who fits whom best among very many people, exactly, compiled. For the daily pass alone: no page imports this file.

`rules.best` says the same in plain Python.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import Any

import numpy as np

from connecting_people.introductions import compiled, rules

Array = np.ndarray[Any, Any]
CELL_KM = max(rules.REACHES) / 2


@dataclass(frozen=True)
class People:
    """Many people in columns; person i has the interests `interests[starts[i]:starts[i + 1]]`, 0 the rarest of all."""

    x: Array
    y: Array
    reach: Array
    days: Array
    has: Array
    bars: Array
    starts: Array
    interests: Array
    kinds: int


def best(seekers: Sequence[rules.Seeker], at_most: int = rules.TOGETHER) -> list[list[int]]:
    """Return for each person who fits them best, as `rules.best` does."""
    found = nearest(columns(seekers), at_most)
    return [[int(other) for other in row if other >= 0] for row in found]


def columns(seekers: Sequence[rules.Seeker]) -> People:
    """Return people in columns."""
    rare = {interest: place for place, interest in enumerate(rules.rarity(seekers))}
    lists = [sorted(rare[interest] for interest in one.interests) for one in seekers]
    return People(
        x=np.array([one.x for one in seekers], float),
        y=np.array([one.y for one in seekers], float),
        reach=np.array([one.reach_km for one in seekers], float),
        days=np.array([one.days for one in seekers], np.uint8),
        has=np.array([one.has for one in seekers], np.uint8),
        bars=np.array([one.bars for one in seekers], np.uint8),
        starts=np.cumsum([0, *map(len, lists)], dtype=np.int64),
        interests=np.array([interest for some in lists for interest in some], np.int32),
        kinds=max(1, len(rare)),
    )


def nearest(people: People, at_most: int = rules.TOGETHER, threads: int = cpu_count() or 1) -> Array:
    """Return a row for each person with the numbers of the best others, -1 where there are no more."""
    count = len(people.x)
    found = np.full((count, at_most), -1, np.int32)
    if not count:
        return found
    row, column = (_cells(along) for along in (people.y, people.x))
    width, height = int(column.max()) + 1, int(row.max()) + 1
    # Neighbours stand near each other in memory: from here on people are numbered by cell.
    order = np.argsort(row * width + column, kind="stable").astype(np.int32)
    cell = (row * width + column)[order]
    begins = np.searchsorted(cell, np.arange(width * height + 1))
    at_once = 64 * compiled.TOGETHER
    words = np.zeros((-(-people.kinds // at_once) * compiled.TOGETHER, count), np.uint64)
    compiled.mark(order, people.starts, people.interests, words)
    given = tuple(column[order] for column in (people.x, people.y, people.reach, people.days, people.has, people.bars))
    around = np.ceil(given[2] / CELL_KM).astype(np.int64)
    ground = (cell, around, width, height, begins, words)
    # Small pieces, handed out as threads come free: a town takes longer than the country around it.
    piece = max(64, count // (threads * 64))

    def fill(first: int) -> None:
        last = min(count, first + piece)
        compiled.fill(first, last, order, given, ground, found)

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(fill, range(0, count, piece)))
    return found


def _cells(along: Array) -> Array:
    return np.asarray((along - along.min()) // CELL_KM, np.int64)
