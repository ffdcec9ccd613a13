"""Finding what fits, in the text index that each database has of its own.

The index gives everything that can fit, and a little more; `matching` then says what does, and how well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

from connecting_people.community.entry import DAYS
from connecting_people.community.facets import FREE
from connecting_people.community.grid import cells_around
from connecting_people.community.indexing import EVERYWHERE, NOWHERE, as_key, token
from connecting_people.community.matching import Ask, Facts, Match, ranked
from connecting_people.core.london import day_of

MOST: Final = 5000  # what is looked at for one page: more is more than anybody reads
_COLUMNS: Final = (
    "i.number, i.asset_id, i.name, i.about, i.text, i.facets, i.latitude, i.longitude, i.places, i.minimum_age,"
    " i.maximum_age, i.closed, i.ends_day"
)
_FROM: Final = {
    "sqlite": "FROM community_words w CROSS JOIN community_indexed i ON i.number = w.rowid",
    "postgresql": "FROM community_indexed i",
}
_HOLDS: Final = {"sqlite": "w.community_words MATCH %s", "postgresql": "i.words @@ %s::tsquery"}
# How each says "and", "or", and where a word begins and ends. Words are letters and digits: nothing else gets here.
_SIGNS: Final = {"sqlite": ("AND", "OR", '"'), "postgresql": ("&", "|", "'")}
# PostgreSQL takes a long list of unknown words for much of the table, and then walks through all of it.
_LONGEST: Final = {"sqlite": 400, "postgresql": 40}
_DAYS: Final = tuple(day.lower() for day in DAYS)


@dataclass(frozen=True)
class Found:
    """What fits, the best first; `many` when more was there than was looked at."""

    matches: tuple[Match, ...]
    many: bool = False


def find(agency_id: UUID, ask: Ask, at: datetime) -> Found:
    """Return the assets of an agency that fit, the best first."""
    facts = candidates(agency_id, ask)
    return Found(tuple(ranked(ask, facts, day_of(at).toordinal())), len(facts) == MOST)


def candidates(agency_id: UUID, ask: Ask) -> list[Facts]:
    """Return what can fit, in no order: everything that does, and some more."""
    questions = _questions(agency_id.hex, ask)
    with connection.cursor() as cursor:
        cursor.execute(f"{_select(_COLUMNS, questions)} LIMIT %s", [*questions, as_key()(agency_id), MOST])
        return [Facts._make(row) for row in cursor.fetchall()]


def with_words(agency_id: UUID, words: Sequence[str]) -> RawSQL:
    """Return the ids of the assets of an agency that hold all of these stems, for a query to choose among."""
    questions = _questions(agency_id.hex, Ask(words=tuple(words)))
    return RawSQL(_select("i.asset_id", questions), [*questions, as_key()(agency_id)])


def asset_id_of(match: Match) -> UUID:
    """Return the asset of a match as Django knows it; SQLite keeps ids as letters."""
    found: Any = match.facts.asset
    return found if isinstance(found, UUID) else UUID(found)


def _select(columns: str, questions: Sequence[str]) -> str:
    vendor = connection.vendor
    holds = " AND ".join([_HOLDS[vendor]] * len(questions))
    return f"SELECT {columns} {_FROM[vendor]} WHERE {holds} AND i.agency_id = %s"


def _questions(agency: str, ask: Ask) -> list[str]:
    """Return what the text index is asked: all of the words, and where with the rarest of the facets.

    PostgreSQL is asked two questions, and keeps what is in both: in one of words and twenty cells it would weigh all of
    these for each entry of the country that has the words.
    """
    vendor = connection.vendor
    both, either, quote = _SIGNS[vendor]
    where = [*map(str, cells_around(ask.place, ask.km)), NOWHERE] if ask.place else [EVERYWHERE]
    words = [ask.words] if ask.some_words else [[word] for word in ask.words]
    lists = [
        [token(agency, place, facet) for place in where for facet in each]
        for each in _lists(ask, _LONGEST[connection.vendor] // len(where))
    ]
    parts = [[*words], lists] if vendor == "postgresql" else [[*words, *lists]]
    said = [[f" {either} ".join(f"{quote}{word}{quote}" for word in each) for each in part if each] for part in parts]
    return [f" {both} ".join(f"({group})" for group in part) for part in said if part]


def _lists(ask: Ask, most: int) -> Iterator[Sequence[str]]:
    """Yield the facets to look up, one of each group is needed. In many cells only the rarest is worth its look-ups.

    A group of more than `most` is left to the matching.
    """
    groups = [[facet] for facet in sorted(ask.facets, key=_rarity)]
    groups += [sorted(group) for group in (ask.interests, ask.kinds) if 0 < len(group) <= most]
    if ask.place and 0 < len(ask.interests) <= min(2, most):
        yield sorted(ask.interests)
    elif ask.place:
        yield groups[0] if groups else [""]
    else:
        yield from groups or [[""]]


def _rarity(facet: str) -> tuple[int, str]:
    day, _, part = facet.partition("-")
    if day in _DAYS:
        return (0 if part else 1), facet
    return (3 if facet == FREE else 2), facet
