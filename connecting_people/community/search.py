"""Two functions behind which each database has a text index of its own: `index` what was written, and `find`.

The index holds words, and facets compounded with the cells of the ground, so that a list of rows is short whatever is
asked: it gives everything that can fit, and a little more. `matching` then says what does fit, and how well.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import Any, Final
from uuid import UUID

from django.db import connection

from connecting_people.community import facets as facet_words
from connecting_people.community.entry import Entry, Point, read
from connecting_people.community.facets import facets_of
from connecting_people.community.grid import SIZES, cell_of, cells_around
from connecting_people.community.matching import Ask, Facts, Match, ranked
from connecting_people.community.models import Asset, Indexed, KeptAddress, Word
from connecting_people.community.rules import Status
from connecting_people.community.stems import joined, stem, stems, words_of
from connecting_people.community.terms import said_of
from connecting_people.core.london import day_of

MOST: Final = 5000  # what is looked at for one page: more is more than anybody reads
_AT_ONCE: Final = 500
_EVERYWHERE, _NOWHERE = "all", "none"  # all of an agency's; and what has no place to be near to
_COLUMNS: Final = (
    "i.number, i.asset_id, i.name, i.about, i.text, i.facets, i.latitude, i.longitude, i.places, i.minimum_age,"
    " i.maximum_age, i.closed, i.ends_day"
)
_FIND: Final = {
    "sqlite": f"SELECT {_COLUMNS} FROM community_words w CROSS JOIN community_indexed i ON i.number = w.rowid"
    " WHERE w.community_words MATCH %s AND i.agency_id = %s LIMIT %s",
    "postgresql": f"SELECT {_COLUMNS} FROM community_indexed i"
    " WHERE i.words @@ %s::tsquery AND i.agency_id = %s LIMIT %s",
}


@dataclass(frozen=True)
class Found:
    """What fits, the best first; `many` when more was there than was looked at."""

    matches: tuple[Match, ...]
    many: bool = False


def index(assets: Iterable[Asset]) -> None:
    """Write what search knows of these assets, in place of what it knew."""
    given = list(assets)
    for start in range(0, len(given), _AT_ONCE):
        _index(given[start : start + _AT_ONCE])


def find(agency_id: UUID, ask: Ask, at: datetime) -> Found:
    """Return the assets of an agency that fit, the best first."""
    facts = candidates(agency_id, ask)
    return Found(tuple(ranked(ask, facts, day_of(at).toordinal())), len(facts) == MOST)


def candidates(agency_id: UUID, ask: Ask) -> list[Facts]:
    """Return what can fit, in no order: everything that does, and some more."""
    vendor = connection.vendor
    agency = agency_id if connection.features.has_native_uuid_field else agency_id.hex
    question = _question(agency_id.hex, ask, *(("AND", "OR", '"') if vendor == "sqlite" else ("&", "|", "'")))
    with connection.cursor() as cursor:
        cursor.execute(_FIND[vendor], [question, agency, MOST])
        return [Facts._make(row) for row in cursor.fetchall()]


def row_of(asset: Asset, entry: Entry, *, hidden: bool) -> Indexed:
    """Return what search knows of an asset; of one whose address is kept, `hidden`, no place."""
    has = facets_of(entry)
    points = () if hidden else entry.points
    name, about = stems(entry.name), tuple(dict.fromkeys(chain.from_iterable(_about(asset, entry))))
    first = points[0] if points else None
    return Indexed(
        agency_id=asset.agency_id,
        asset=asset,
        name=joined(name),
        about=joined(about),
        text=joined(word for word in stems(entry.description) if word not in name and word not in about),
        facets=" ".join(sorted(has)),
        latitude=first.latitude if first else None,
        longitude=first.longitude if first else None,
        places=" ".join(f"{point.latitude},{point.longitude}" for point in points[1:]),
        minimum_age=entry.minimum_age,
        maximum_age=entry.maximum_age,
        closed=entry.status != Status.ACTIVE,
        ends_day=entry.ends.toordinal() if entry.ends else None,
        tokens=" ".join(sorted(_tokens(asset.agency_id.hex, has, points))),
    )


@lru_cache(maxsize=50_000)
def token(agency: str, where: str, facet: str) -> str:
    """Return the word of the index for a facet in a cell. Two may share one: matching tells them apart."""
    number = int.from_bytes(blake2b(f"{agency} {where} {facet}".encode(), digest_size=5).digest(), "big")
    return "_" + _in_base_36(number)


def _index(assets: Sequence[Asset]) -> None:
    ids = [asset.pk for asset in assets]
    hidden = set(KeptAddress.objects.filter(asset__in=ids).values_list("asset_id", flat=True))
    entries = [read(asset.document) for asset in assets]
    Indexed.objects.filter(asset__in=ids).delete()
    rows = [row_of(asset, entry, hidden=asset.pk in hidden) for asset, entry in zip(assets, entries, strict=True)]
    Indexed.objects.bulk_create(rows, batch_size=200)
    for agency_id in {asset.agency_id for asset in assets}:
        texts = [
            text
            for asset, entry in zip(assets, entries, strict=True)
            if asset.agency_id == agency_id
            for text in (entry.name, entry.description, *_spoken(asset, entry))
        ]
        _keep_words(agency_id, texts)


def _keep_words(agency_id: UUID, texts: Iterable[str]) -> None:
    told = {word for text in texts for word in words_of(text) if len(word) > 2 and not word.isdigit()}
    listed = sorted(told)
    for start in range(0, len(listed), _AT_ONCE):
        some = listed[start : start + _AT_ONCE]
        known = set(Word.objects.filter(agency_id=agency_id, word__in=some).values_list("word", flat=True))
        Word.objects.bulk_create(
            (Word(agency_id=agency_id, word=w, stem=stem(w), length=len(w)) for w in some if w not in known),
            ignore_conflicts=True,
        )


def _about(asset: Asset, entry: Entry) -> Iterator[tuple[str, ...]]:
    yield from map(stems, _spoken(asset, entry))


def _spoken(asset: Asset, entry: Entry) -> Iterator[str]:
    """Yield what an entry says of itself in words of lists: who runs it, what one does there, its kind, languages."""
    if asset.organisation_id and asset.organisation:
        yield asset.organisation.name
    for interest in entry.interests:
        yield from said_of("interests", interest)
    yield from said_of("kinds", entry.kind.value)
    yield from entry.languages


def _tokens(agency: str, has: Iterable[str], points: Sequence[Point]) -> set[str]:
    """Return the words of the index that say where an asset is and what it has."""
    cells = {str(cell_of(point, level)) for point in points for level in range(len(SIZES))}
    each = ("", *(facet for facet in has if facet != facet_words.TIMED))
    return {token(agency, where, facet) for where in (_EVERYWHERE, *(cells or {_NOWHERE})) for facet in each}


def _question(agency: str, ask: Ask, both: str, either: str, quote: str) -> str:
    """Return the question as a text index wants it: all of the words, and where with the rarest of the facets."""
    where = [_EVERYWHERE]
    if ask.place:
        where = [*map(str, cells_around(ask.place, ask.km)), _NOWHERE]
    lists = [[token(agency, place, facet) for place in where for facet in each] for each in _lists(ask)]
    words = [[word] for word in ask.words]
    if ask.some_words and ask.words:
        words = [list(ask.words)]
    return f" {both} ".join(
        "(" + f" {either} ".join(f"{quote}{word}{quote}" for word in one) + ")" for one in (*words, *lists)
    )


def _lists(ask: Ask) -> Iterator[Sequence[str]]:
    """Yield the facets to look up, each group one of which is needed; in many cells only the rarest."""
    needed = [[facet] for facet in sorted(ask.facets, key=_rarity)]
    groups = [*needed, *(sorted(group) for group in (ask.interests, ask.kinds) if group)] or [[""]]
    if ask.place:
        few = sorted(ask.interests) if ask.interests and len(ask.interests) < 3 else groups[0]
        yield few
    else:
        yield from groups


def _rarity(facet: str) -> tuple[int, str]:
    if facet[:3] in ("mo-", "tu-", "we-", "th-", "fr-", "sa-", "su-"):
        return 0, facet
    if len(facet) == 2:
        return 1, facet
    return (3 if facet == facet_words.FREE else 2), facet


def _in_base_36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"


def asset_id_of(match: Match) -> UUID:
    """Return the asset of a match as Django knows it; SQLite keeps ids as letters."""
    found: Any = match.facts.asset
    return found if isinstance(found, UUID) else UUID(found)
