"""What search knows of each entry, written whenever the entry is: words, facets, and facets compounded with the ground.

Rows go in and out with plain SQL: building it would cost Django many times what writing them costs the database.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import chain
from typing import Any, Final
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import Q

from connecting_people.community.entry import Entry, Point, read
from connecting_people.community.facets import TIMED, facets_of
from connecting_people.community.grid import SIZES, cell_of
from connecting_people.community.models import Asset, Indexed, KeptAddress, Word
from connecting_people.community.rules import Status
from connecting_people.community.stems import joined, stem, stems, words_of
from connecting_people.community.terms import said_of

EVERYWHERE, NOWHERE = "all", "none"  # all of an agency's; and what has no place that one could be near to
_AT_ONCE: Final = 500
_ROWS: Final = 100
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def index(assets: Iterable[Asset]) -> None:
    """Write what search knows of these assets, in place of what it knew. To be called in the transaction of an act."""
    given = list(assets)
    for start in range(0, len(given), _AT_ONCE):
        _index(given[start : start + _AT_ONCE])


def forget_words(agency_id: UUID, texts: Iterable[str]) -> None:
    """Forget the words of some texts, so that spelling is put right with none that no entry says any more."""
    rows, words = Indexed.objects.filter(agency_id=agency_id), Word.objects.filter(agency_id=agency_id)
    for word in {word for text in texts for word in words_of(text)}:
        said = joined([stem(word)])
        if not rows.filter(Q(name__contains=said) | Q(about__contains=said) | Q(text__contains=said)).exists():
            words.filter(word=word).delete()


def row_of(asset: Asset, entry: Entry, *, hidden: bool) -> Indexed:
    """Return what search knows of an asset; of one whose address is kept, `hidden`, no place."""
    has = facets_of(entry)
    points = () if hidden else entry.points
    name = stems(entry.name)
    about = tuple(dict.fromkeys(chain.from_iterable(map(stems, _spoken(asset, entry)))))
    said = {*name, *about}
    first = points[0] if points else None
    return Indexed(
        agency_id=asset.agency_id,
        asset_id=asset.pk,
        name=joined(name),
        about=joined(about),
        text=joined(word for word in stems(entry.description) if word not in said),
        facets=" ".join(sorted(has)),
        latitude=first.latitude if first else None,
        longitude=first.longitude if first else None,
        places=" ".join(f"{point.latitude},{point.longitude}" for point in points[1:]),
        minimum_age=entry.minimum_age,
        maximum_age=entry.maximum_age,
        closed=entry.status != Status.ACTIVE,
        ends_day=entry.ends.toordinal() if entry.ends else None,
        tokens=" ".join(_tokens(asset.agency_id.hex, has, points)),
    )


@lru_cache(maxsize=100_000)
def token(agency: str, where: str, facet: str) -> str:
    """Return the word of the index for a facet in a cell. Two may share one: matching tells them apart."""
    number = int.from_bytes(blake2b(f"{agency} {where} {facet}".encode(), digest_size=5).digest(), "big")
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits += _DIGITS[digit]
    return "_" + digits


def as_key() -> Callable[[UUID], Any]:
    """Return how this database writes an id."""
    return (lambda id: id) if connection.features.has_native_uuid_field else (lambda id: id.hex)


def _index(assets: Sequence[Asset]) -> None:
    key = as_key()
    ids = [key(asset.pk) for asset in assets]
    kept, rows = KeptAddress._meta.db_table, Indexed._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT asset_id FROM {kept} WHERE asset_id IN ({_marks(ids)})", ids)
        hidden = {id for (id,) in cursor.fetchall()}
        entries = [read(asset.document) for asset in assets]
        made = [
            row_of(asset, entry, hidden=id in hidden) for asset, entry, id in zip(assets, entries, ids, strict=True)
        ]
        _insert(cursor, rows, _columns(), [_values(row, key) for row in made], _in_place())
        for agency_id in {asset.agency_id for asset in assets}:
            theirs = [pair for pair in zip(assets, entries, strict=True) if pair[0].agency_id == agency_id]
            texts = [text for asset, entry in theirs for text in _read_words(asset, entry)]
            _keep_words(cursor, key(agency_id), {word for text in texts for word in words_of(text)})


def _keep_words(cursor: Any, agency: Any, told: set[str]) -> None:
    words = sorted(word for word in told if len(word) > 2 and not word.isdigit())
    table = Word._meta.db_table
    for start in range(0, len(words), _AT_ONCE):
        some = words[start : start + _AT_ONCE]
        cursor.execute(*_known(table, agency, some))
        known = {word for (word,) in cursor.fetchall()}
        new = [(as_key()(uuid4()), agency, word, stem(word), len(word)) for word in some if word not in known]
        _insert(cursor, table, ("id", "agency_id", "word", "stem", "length"), new, " ON CONFLICT DO NOTHING")


def _known(table: str, agency: Any, words: list[str]) -> tuple[str, list[Any]]:
    """Return how to ask which words are known; PostgreSQL reads one list sooner than it plans for many values."""
    if connection.vendor == "postgresql":
        return f"SELECT word FROM {table} WHERE agency_id = %s AND word = ANY(%s)", [agency, words]
    return f"SELECT word FROM {table} WHERE agency_id = %s AND word IN ({_marks(words)})", [agency, *words]


def _read_words(asset: Asset, entry: Entry) -> Iterator[str]:
    yield entry.name
    yield entry.description
    yield from _spoken(asset, entry)


def _spoken(asset: Asset, entry: Entry) -> Iterator[str]:
    """Yield what an entry says of itself in words of lists: who runs it, what one does there, its kind, languages."""
    if asset.organisation_id and asset.organisation:
        yield asset.organisation.name
    for interest in entry.interests:
        yield from said_of("interests", interest)
    yield from said_of("kinds", entry.kind.value)
    yield from entry.languages


def _tokens(agency: str, has: Iterable[str], points: Sequence[Point]) -> list[str]:
    """Return the words of the index that say where an asset is and what it has."""
    cells = {str(cell_of(point, level)) for point in points for level in range(len(SIZES))}
    each = ("", *(facet for facet in has if facet != TIMED))
    return sorted({token(agency, where, facet) for where in (EVERYWHERE, *(cells or {NOWHERE})) for facet in each})


def _marks(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))


@cache
def _columns() -> tuple[str, ...]:
    return tuple(field.attname for field in Indexed._meta.concrete_fields if not field.primary_key)


@cache
def _in_place() -> str:
    """Let a row take the place of the one that its asset has: one way to the database where taking it out is two."""
    return " ON CONFLICT (asset_id) DO UPDATE SET " + ", ".join(f"{name} = excluded.{name}" for name in _columns())


def _insert(cursor: Any, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], else_: str = "") -> None:
    """Write rows, many with one statement: each costs a way to the database and back."""
    for start in range(0, len(rows), _ROWS):
        some = rows[start : start + _ROWS]
        values = ", ".join([f"({_marks(columns)})"] * len(some))
        cursor.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES {values}{else_}", [*chain(*some)])


def _values(row: Indexed, key: Callable[[UUID], Any]) -> list[Any]:
    values = [getattr(row, column) for column in _columns()]
    return [key(value) if isinstance(value, UUID) else value for value in values]
