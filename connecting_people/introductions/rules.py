"""Who fits whom: days, distance, needs, and how much two people share. In plain Python, for a pair and for few people.

`kernel` says the same of many people at once; its test is this file.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import IntFlag
from math import cos, radians
from typing import Final

TOGETHER: Final = 10  # how many fitting others are looked at for each person
LONGEST: Final = timedelta(days=366)  # how long a wish may stand before it is asked for again
REACHES: Final = (1, 3, 5, 10)  # kilometres
EVERY_DAY: Final = 0b1111111
_KM_A_DEGREE: Final = 6371.0 * radians(1)


class Need(IntFlag):
    """What somebody needs, as far as it says who fits whom or where one can meet."""

    SIGNS = 1
    BRINGS_DOG = 2
    NO_DOGS = 4
    STEP_FREE = 8
    QUIET = 16


# Kept beside the needs of whoever speaks, so that "cannot sign" is a thing that a person has.
SPEAKS: Final = 32
_BARS: Final = {Need.SIGNS: SPEAKS, Need.NO_DOGS: int(Need.BRINGS_DOG)}


@dataclass(frozen=True)
class Seeker:
    """Somebody who would like company: for what, where on the flat map (km), how far, on which days (a bit each)."""

    id: Hashable
    interests: frozenset[str]
    x: float
    y: float
    reach_km: float
    days: int = EVERY_DAY
    needs: int = 0

    @property
    def has(self) -> int:
        """Return what another may be unable to be with."""
        return self.needs if self.needs & Need.SIGNS else self.needs | SPEAKS

    @property
    def bars(self) -> int:
        """Return what this person cannot be with."""
        return sum(barred for need, barred in _BARS.items() if self.needs & need)


@dataclass(frozen=True)
class Match:
    """Two people who fit, by their places in the list, and what for."""

    one: int
    other: int
    interest: str


def flat(latitude: float, longitude: float, around: float) -> tuple[float, float]:
    """Return a point in kilometres on a flat map; across 100 km this errs by less than one part in a hundred."""
    return longitude * _KM_A_DEGREE * cos(radians(around)), latitude * _KM_A_DEGREE


def apart(one: Seeker, other: Seeker) -> float:
    """Return the square of the distance of two people."""
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2


def suits(one: Seeker, other: Seeker) -> bool:
    """Say whether two people could meet: each within the other's reach, on a day of both, and able to be together."""
    reach = min(one.reach_km, other.reach_km)
    able = not (one.has & other.bars or other.has & one.bars)
    return able and bool(one.days & other.days) and apart(one, other) <= reach * reach


def rarity(seekers: Iterable[Seeker]) -> list[str]:
    """Return every interest that somebody has, the rarest first."""
    count = Counter(interest for one in seekers for interest in one.interests)
    return sorted(count, key=lambda interest: (count[interest], interest))


def best(seekers: Sequence[Seeker], at_most: int = TOGETHER) -> list[list[int]]:
    """Return for each person who fits them best: who shares most with them, among those who is nearest."""
    return [_best_for(number, seekers, at_most) for number in range(len(seekers))]


def _best_for(number: int, seekers: Sequence[Seeker], at_most: int) -> list[int]:
    one = seekers[number]
    found = [
        (-len(one.interests & other.interests), apart(one, other), place)
        for place, other in enumerate(seekers)
        if place != number and one.interests & other.interests and suits(one, other)
    ]
    return [place for _shared, _apart, place in sorted(found)[:at_most]]


def matches(
    seekers: Sequence[Seeker], found: Sequence[Sequence[int]], never: Collection[frozenset[Hashable]]
) -> list[Match]:
    """Return who is brought together: the best pairs first, each person at most once, none of those in `never`."""
    pairs = {(min(i, j), max(i, j)) for i, others in enumerate(found) for j in others}
    ranked = sorted(pairs, key=lambda pair: _rank(seekers[pair[0]], seekers[pair[1]], pair))
    rare = {interest: place for place, interest in enumerate(rarity(seekers))}
    taken: set[int] = set()
    made = []
    for i, j in ranked:
        if i in taken or j in taken or frozenset({seekers[i].id, seekers[j].id}) in never:
            continue
        taken |= {i, j}
        shared = seekers[i].interests & seekers[j].interests
        made.append(Match(i, j, min(shared, key=rare.__getitem__)))
    return made


def _rank(one: Seeker, other: Seeker, pair: tuple[int, int]) -> tuple[int, float, tuple[int, int]]:
    return -len(one.interests & other.interests), apart(one, other), pair
