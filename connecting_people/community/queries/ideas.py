"""Ideas for somebody: what is near and fits what they like, and something new beside it (row C9).

It knows no partnership and no diagnosis: a plain profile comes in, and ranked assets with their reasons go out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final
from uuid import UUID

from connecting_people.community import search
from connecting_people.community.entry import Point
from connecting_people.community.facets import day_facet, interest_facet
from connecting_people.community.matching import Ask, Match
from connecting_people.guide.interests import INTEREST_FAMILIES

MOST: Final = 24
_NEW_EVERY: Final = 4  # so often, an idea is a new one
# What a shared interest counts for, each further one, a word of their own, and a day that suits.
_SHARED, _FURTHER, _WORD, _DAY = 2.0, 0.5, 1.0, 0.5


@dataclass(frozen=True)
class Profile:
    """What somebody likes and needs: interests of the guide's list, stems of their own words, a place, days, needs.

    `needs` are facets that an idea must have, such as "free" or "step-free"; `days` only make an idea better.
    """

    interests: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    place: Point | None = None
    km: float = 5.0
    days: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Idea:
    """One asset, and why: interests shared, words found in it, days that suit; `new` is an interest beside theirs."""

    match: Match
    score: float
    interests: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    new: str = ""


def ideas(agency_id: UUID, profile: Profile, at: datetime) -> tuple[Idea, ...]:
    """Return at most MOST ideas, the best first, with something new in between."""
    liked = _ranked(profile, _found(agency_id, profile, profile.interests, at))
    if profile.words:
        ask = Ask(words=profile.words, some_words=True, facets=profile.needs, place=profile.place, km=profile.km)
        liked += _ranked(profile, search.find(agency_id, ask, at).matches)
    seen: set[int] = set()
    best = list(_once(sorted(liked, key=_order), seen))
    beside = tuple(beside_these(profile.interests))
    new = _ranked(profile, _found(agency_id, profile, beside, at), beside) if beside else []
    return tuple(islice(_mixed(best, list(_once(sorted(new, key=_order), seen))), MOST))


def beside_these(interests: Iterable[str]) -> Iterator[str]:
    """Yield the interests of the same families that are not among these."""
    mine = frozenset(interests)
    for family in INTEREST_FAMILIES:
        of_it = [one.id for one in family.interests]
        if mine.intersection(of_it):
            yield from (one for one in of_it if one not in mine)


def _found(agency_id: UUID, profile: Profile, interests: Sequence[str], at: datetime) -> tuple[Match, ...]:
    """Return what fits one of these interests and all that is needed; without interests, what fits the needs alone."""
    if not interests and profile.words:
        return ()
    asked = frozenset(map(interest_facet, interests))
    ask = Ask(facets=profile.needs, interests=asked, place=profile.place, km=profile.km)
    return search.find(agency_id, ask, at).matches


def _ranked(profile: Profile, matches: Iterable[Match], beside: Sequence[str] = ()) -> list[Idea]:
    return [_idea(profile, match, beside) for match in matches]


def _idea(profile: Profile, match: Match, beside: Sequence[str]) -> Idea:
    has = frozenset(match.facts.facets.split())
    shared = tuple(one for one in profile.interests if interest_facet(one) in has)
    words = tuple(one for one in profile.words if any(f" {one} " in text for text in match.facts[2:5]))
    days = tuple(day for day in profile.days if day_facet(day) in has)
    score = _SHARED + _FURTHER * (len(shared) - 1) if shared else 0.0
    score += _WORD * bool(words) + _DAY * bool(days)
    if match.km is not None:
        score += 1 - match.km / profile.km
    new = next((one for one in beside if interest_facet(one) in has), "")
    return Idea(match, score, shared, words, days, "" if shared else new)


def _order(idea: Idea) -> tuple[float, tuple[float, float, str, int]]:
    return (-idea.score, idea.match.order)


def _once(ideas: Iterable[Idea], seen: set[int]) -> Iterator[Idea]:
    for idea in ideas:
        if idea.match.facts.number not in seen:
            seen.add(idea.match.facts.number)
            yield idea


def _mixed(best: Sequence[Idea], new: Sequence[Idea]) -> Iterator[Idea]:
    """Yield the best, and after every few of them a new one."""
    rest, fresh = iter(best), iter(new)
    while some := list(islice(rest, _NEW_EVERY - 1)):
        yield from some
        yield from islice(fresh, 1)
    yield from fresh
