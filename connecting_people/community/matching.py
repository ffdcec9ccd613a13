"""Whether an asset fits what somebody asks for, how well, and why: pure functions that ask no database."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from connecting_people.community.entry import Point
from connecting_people.community.facets import TIMED, Part
from connecting_people.community.grid import FURTHEST_KM, km_from

# What a word counts for where it stands.
_NAME, _ABOUT, _TEXT = 3.0, 2.0, 1.0
# Next to a word in the description: how near, the interest, and a time that is known.
_NEAR, _INTEREST, _TIMED = 1.0, 1.0, 0.5
_PARTS: Final = tuple(part.value for part in Part)
OTHER_NEEDS: Final = frozenset({"interests", "kinds", "age", "km"})  # besides facets
WIDER: Final = 3  # how much further one looks when nothing is there


@dataclass(frozen=True)
class Ask:
    """What somebody looks for. All `facets` are needed, and one of `interests` and one of `kinds` if there are any."""

    words: tuple[str, ...] = ()
    some_words: bool = False
    facets: frozenset[str] = frozenset()
    interests: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    place: Point | None = None
    km: float = 5.0
    age: int | None = None
    ended: bool = False

    def __bool__(self) -> bool:
        """Say whether anything is asked at all."""
        return bool(self.words or self.facets or self.interests or self.kinds or self.place or self.age is not None)


class Facts(NamedTuple):
    """What search knows of one asset, as the index keeps it: a tuple, because thousands are looked at for one page.

    The words are stems with a blank before and after each, `places` further points as `latitude,longitude`, and days
    count from the year 1.
    """

    number: int
    asset: Any
    name: str
    about: str
    text: str
    facets: str
    latitude: float | None
    longitude: float | None
    places: str
    minimum_age: float | None
    maximum_age: float | None
    closed: bool | int
    ends_day: int | None


class Match(NamedTuple):
    """One asset that fits, how well, and how far away it is; no distance where it has no place or none was asked."""

    facts: Facts
    score: float
    km: float | None

    @property
    def order(self) -> tuple[float, float, str, int]:
        """Return what it is sorted by."""
        return (-self.score, 1e9 if self.km is None else self.km, self.facts.name, self.facts.number)


def ranked(ask: Ask, found: Iterable[Facts], today: int) -> list[Match]:
    """Return what fits, the best first."""
    matches = [match for facts in found if (match := matched(ask, facts, today)) is not None]
    return sorted(matches, key=lambda match: match.order)


def matched(ask: Ask, facts: Facts, today: int) -> Match | None:
    """Return how well an asset fits; None when it does not."""
    if not _goes_on(ask, facts, today) or not _is_as_asked(ask, facts):
        return None
    km = nearest_km(ask, facts)
    if km is not None and km > ask.km:
        return None
    words = _words(ask, facts)
    if words is None:
        return None
    return Match(facts, words + _fit(ask, facts, km), km)


def unmet(ask: Ask, facts: Facts) -> Iterator[str]:
    """Yield what is asked and does not fit, besides words: a facet, `interests`, `kinds`, `age` or `km`."""
    has = frozenset(facts.facets.split())
    yield from sorted(ask.facets - has)
    if ask.interests and not ask.interests & has:
        yield "interests"
    if ask.kinds and not ask.kinds & has:
        yield "kinds"
    if not _is_of_age(ask, facts):
        yield "age"
    km = nearest_km(ask, facts)
    if km is not None and km > ask.km:
        yield "km"


def without(ask: Ask, needs: Iterable[str]) -> Ask:
    """Return the same question without some of what `unmet` names."""
    gone = frozenset(needs)
    return replace(
        ask,
        facets=ask.facets - gone,
        interests=frozenset() if "interests" in gone else ask.interests,
        kinds=frozenset() if "kinds" in gone else ask.kinds,
        age=None if "age" in gone else ask.age,
        km=min(ask.km * WIDER, FURTHEST_KM) if "km" in gone else ask.km,
    )


def widened(ask: Ask) -> Ask:
    """Return the question of which all that is asked besides words is left out, and one looks further."""
    return without(ask, {*ask.facets, *OTHER_NEEDS})


def fewest_unmet(ask: Ask, found: Iterable[Facts], today: int) -> frozenset[str]:
    """Return the fewest needs without which something fits, of several such the ones without which most does."""
    wide = widened(ask)
    counts = Counter(frozenset(unmet(ask, facts)) for facts in found if matched(wide, facts, today))
    return min(counts, key=lambda needs: (len(needs), -counts[needs], sorted(needs)), default=frozenset())


def nearest_km(ask: Ask, facts: Facts) -> float | None:
    """Return how far the nearest of an asset's places is from where somebody asks; None where there is none."""
    if ask.place is None or facts.latitude is None or facts.longitude is None:
        return None
    latitude, longitude = ask.place.latitude, ask.place.longitude
    km = km_from(latitude, longitude, facts.latitude, facts.longitude)
    for place in facts.places.split() if facts.places else ():
        north, east = place.split(",")
        km = min(km, km_from(latitude, longitude, float(north), float(east)))
    return km


def _goes_on(ask: Ask, facts: Facts, today: int) -> bool:
    return ask.ended or not (facts.closed or (facts.ends_day is not None and facts.ends_day < today))


def _is_as_asked(ask: Ask, facts: Facts) -> bool:
    # Looked for in the text: to take it apart costs more than all the rest, and thousands are looked at for one page.
    has = f" {facts.facets} "
    for facet in ask.facets:
        if f" {facet} " not in has:
            return False
    for group in (ask.interests, ask.kinds):
        if group and not any(f" {facet} " in has for facet in group):
            return False
    return _is_of_age(ask, facts)


def _is_of_age(ask: Ask, facts: Facts) -> bool:
    """Say whether somebody of the age asked for may come; where an entry does not say, all may."""
    if ask.age is None:
        return True
    least, most = facts.minimum_age, facts.maximum_age
    return (least is None or least <= ask.age) and (most is None or ask.age <= most)


def _words(ask: Ask, facts: Facts) -> float | None:
    """Return what the words count for, on average; None when one is missing and all are needed."""
    if not ask.words:
        return 0.0
    total = 0.0
    for word in ask.words:
        weight = _weight(f" {word} ", facts)
        if not weight and not ask.some_words:
            return None
        total += weight
    return total / len(ask.words) if total else None


def _weight(word: str, facts: Facts) -> float:
    if word in facts.name:
        return _NAME
    if word in facts.about:
        return _ABOUT
    return _TEXT if word in facts.text else 0.0


def _fit(ask: Ask, facts: Facts, km: float | None) -> float:
    score = 0.0 if km is None else _NEAR * (1 - km / ask.km)
    if ask.interests:
        score += _INTEREST * len(ask.interests.intersection(facts.facets.split())) / len(ask.interests)
    if _asks_for_time(ask) and TIMED in facts.facets.split():
        score += _TIMED
    return score


def _asks_for_time(ask: Ask) -> bool:
    return any(facet.endswith(_PARTS) for facet in ask.facets)
