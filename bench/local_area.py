"""Invented services all over an invented country: towns of very different size, words of very different frequency.

The area stays the same whatever their number, so that neighbours grow with it.
"""

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from connecting_people.community.entry import DAYS, Entry, Hours, Point
from connecting_people.community.facets import day_facet
from connecting_people.community.matching import Ask
from connecting_people.community.rules import Access, Kind, Status
from connecting_people.community.stems import stems
from connecting_people.guide.interests import INTERESTS

TOWNS, KM = 450, 10.0
ENDINGS = ("group", "club", "class", "morning", "circle", "workshop", "society", "sessions")
COMMON_ACCESS = (Access.STEP_FREE, Access.QUIET, Access.HEARING_LOOP, Access.BUS)
_IDS = sorted(INTERESTS)


@dataclass(frozen=True)
class Service:
    """One service: its id, what it says, and the words in which every engine finds it."""

    id: uuid.UUID
    entry: Entry

    @property
    def point(self) -> Point:
        """Return where it is."""
        return self.entry.points[0]


class Country:
    """Towns and a vocabulary, always the same."""

    def __init__(self) -> None:
        chance = random.Random(1)
        self.towns = [Point(chance.uniform(50.8, 54.8), chance.uniform(-3.0, 0.9)) for _ in range(TOWNS)]
        self.sizes = [1 / (rank + 3) ** 0.8 for rank in range(TOWNS)]
        syllables = [a + b for a in "bdfgklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "el", "or")]
        self.words = list(dict.fromkeys("".join(chance.choices(syllables, k=3)) for _ in range(4000)))
        self.frequencies = [1 / (rank + 8) for rank in range(len(self.words))]

    def services(self, count: int, seed: int = 2) -> Iterator[Service]:
        """Yield services, always the same for a seed."""
        chance = random.Random(seed)
        for start in range(0, count, 1000):
            some = min(1000, count - start)
            towns = chance.choices(range(TOWNS), self.sizes, k=some)
            words = chance.choices(self.words, self.frequencies, k=some * 40)
            for at, town in enumerate(towns):
                yield self._service(chance, town, words[at * 40 : at * 40 + 40])

    def asks(self, count: int, seed: int = 3) -> Iterator[Ask]:
        """Yield questions: words near a place, with every mix of day, cost and access."""
        chance = random.Random(seed)
        for number in range(count):
            town = self.towns[chance.choices(range(TOWNS), self.sizes)[0]]
            words = stems(str(INTERESTS[chance.choice(_IDS)].name))[:1]
            if chance.random() < 0.5:
                words += stems(chance.choice(ENDINGS))
            facets = set()
            if number & 1:
                facets.add(day_facet(chance.choice(DAYS)))
            if number & 2:
                facets.add("free")
            if number & 4:
                facets.add(chance.choice(COMMON_ACCESS).value)
            yield Ask(words=words, facets=frozenset(facets), place=_near(chance, town, 0.02), km=KM)

    def _service(self, chance: random.Random, town: int, words: list[str]) -> Service:
        interest = chance.choice(_IDS)
        name = f"{INTERESTS[interest].name} {chance.choice(ENDINGS)}"
        days = tuple(sorted(chance.sample(DAYS, k=chance.choice((1, 1, 2))), key=DAYS.index))
        opens = time(chance.randrange(9, 20), chance.choice((0, 30)))
        hours = Hours(days, opens, time(min(opens.hour + 2, 23)), False, 1, None, None, "")
        entry = Entry(
            name=name,
            description=" ".join(words),
            status=Status.ACTIVE,
            kind=chance.choice((Kind.SERVICE, Kind.ACTIVITY, Kind.GROUP, Kind.PLACE)),
            interests=(interest,),
            access=frozenset(one for one in COMMON_ACCESS if chance.random() < 0.4),
            languages=(),
            points=(_near(chance, self.towns[town], 0.05),),
            hours=(hours,),
            free=chance.random() < 0.5,
            minimum_age=18.0 if chance.random() < 0.2 else None,
            maximum_age=None,
            begins=None,
            ends=None,
        )
        return Service(uuid.UUID(int=chance.getrandbits(128), version=4), entry)


def _near(chance: random.Random, town: Point, spread: float) -> Point:
    return Point(round(chance.gauss(town.latitude, spread), 6), round(chance.gauss(town.longitude, spread * 1.6), 6))
