"""What our search is timed against: the same questions, asked as one would without it.

Each peer gets the words as stems already, so that all find the same; each answers with the asset's ids, the best first.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from math import cos, radians
from typing import Any

from django.db import connection

from bench.search_rows import FLAGS, named
from connecting_people.community.grid import cell_of, cells_around, km_from
from connecting_people.community.matching import Ask

Peer = Callable[[Ask], list[str]]
PAGE, REREAD = 20, 300


def peers() -> dict[str, Peer]:
    """Build the peers' indexes over the plain table, and return the peers by name."""
    found: dict[str, Peer] = {}
    if connection.vendor == "sqlite":
        for statement in (
            "CREATE VIRTUAL TABLE peer_fts USING fts5(name, about, text, content='peer', content_rowid='number')",
            "INSERT INTO peer_fts (peer_fts) VALUES ('rebuild')",
            "INSERT INTO peer_fts (peer_fts) VALUES ('optimize')",
            "ANALYZE peer",
        ):
            _execute(statement)
        found |= {"FTS5 joined to a box, bm25": box_join}
    else:
        for statement in (
            "ALTER TABLE peer ADD COLUMN words tsvector GENERATED ALWAYS AS"
            " (to_tsvector('simple', name || ' ' || about || ' ' || text)) STORED",
            "CREATE INDEX ON peer USING gin (words)",
            "VACUUM ANALYZE peer",
        ):
            _execute(statement)
        found |= {"GIN with filters, ts_rank": gin_with_filters}
    found |= {"icontains": icontains, "tantivy": _tantivy()}
    return found


def box_join(ask: Ask) -> list[str]:
    """Find words with FTS5, join to the box around the place, and rank with bm25 and distance."""
    where, values = _where(ask)
    words = " AND ".join(f'"{word}"' for word in ask.words)
    sql = (
        "SELECT p.number, p.latitude, p.longitude, bm25(peer_fts, 3.0, 2.0, 1.0) FROM peer_fts"
        f" JOIN peer p ON p.number = peer_fts.rowid WHERE peer_fts MATCH %s AND {where}"
    )
    return _best(ask, _rows(sql, [words, *values]))


def gin_with_filters(ask: Ask) -> list[str]:
    """Find words with GIN, filter by the box and what is needed, and rank with ts_rank and distance."""
    where, values = _where(ask)
    words = " & ".join(f"'{word}'" for word in ask.words)
    sql = (
        "SELECT p.number, p.latitude, p.longitude, -ts_rank(p.words, %s::tsquery) FROM peer p"
        f" WHERE p.words @@ %s::tsquery AND {where}"
    )
    return _best(ask, _rows(sql, [words, words, *values]))


def icontains(ask: Ask) -> list[str]:
    """Look through three columns for each word."""
    where, values = _where(ask)
    like = "LIKE" if connection.vendor == "sqlite" else "ILIKE"
    each = f"(p.name {like} %s OR p.about {like} %s OR p.text {like} %s)"
    words = [f"% {word} %" for word in ask.words for _ in range(3)]
    every = " AND ".join([each] * len(ask.words))
    return _best(
        ask, _rows(f"SELECT p.number, p.latitude, p.longitude, 0 FROM peer p WHERE {every} AND {where}", words + values)
    )


def _tantivy() -> Peer:
    from tantivy import Document, Index, Occur, Query, SchemaBuilder

    builder = SchemaBuilder()
    for name in ("words", "cell", "facet"):
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace" if name == "words" else "raw")
    for name in ("latitude", "longitude"):
        builder.add_float_field(name, stored=True, fast=True)
    builder.add_integer_field("number", stored=True, fast=True)
    schema = builder.build()
    folder = tempfile.mkdtemp(prefix="tantivy-")
    index = Index(schema, folder)
    writer = index.writer(200_000_000, 1)
    for number, name, about, text, latitude, longitude, *flags in _all():
        cell = cell_of(_Spot(latitude, longitude), 0)
        document = Document(
            words=f"{name}{about}{text}",
            cell=str(cell),
            facet=[flag for flag, has in zip(FLAGS, flags, strict=True) if has],
            latitude=latitude,
            longitude=longitude,
            number=number,
        )
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    whitespace = Query.term_query

    def ask_tantivy(ask: Ask) -> list[str]:
        cells = [str(cell) for cell in cells_around(ask.place, ask.km)]
        needs = [(Occur.Must, whitespace(schema, "words", word)) for word in ask.words]
        needs += [(Occur.Must, Query.term_query(schema, "facet", named(facet))) for facet in ask.facets]
        needs.append((Occur.Must, Query.const_score_query(Query.term_set_query(schema, "cell", cells), 0.0)))
        rows = []
        for score, at in searcher.search(Query.boolean_query(needs), REREAD, count=False).hits:
            doc = searcher.doc(at)
            rows.append((doc["number"][0], doc["latitude"][0], doc["longitude"][0], -score))
        return _best(ask, rows)

    return ask_tantivy


class _Spot:
    """A point without the cost of a frozen dataclass, a million times."""

    def __init__(self, latitude: float, longitude: float) -> None:
        self.latitude, self.longitude = latitude, longitude


def _where(ask: Ask) -> tuple[str, list[Any]]:
    north = ask.km / 111.19
    east = north / cos(radians(ask.place.latitude))
    where = ["p.latitude BETWEEN %s AND %s", "p.longitude BETWEEN %s AND %s"]
    where += [f"p.{named(facet)}" for facet in ask.facets]
    at = ask.place
    return " AND ".join(where), [at.latitude - north, at.latitude + north, at.longitude - east, at.longitude + east]


def _best(ask: Ask, rows: Sequence[Any]) -> list[str]:
    """Return what lies within the distance, by text and nearness, and read the first page of it."""
    near = []
    for number, latitude, longitude, score in rows:
        km = km_from(ask.place.latitude, ask.place.longitude, latitude, longitude)
        if km <= ask.km:
            near.append((score + km / ask.km, number))
    near.sort()
    first = [number for _, number in near[:PAGE]]
    if not first:
        return []
    marks = ", ".join(["%s"] * len(first))
    named_ = dict(_pairs(f"SELECT number, asset, name, text FROM peer WHERE number IN ({marks})", first))
    return [named_[number] for number in first]


def _pairs(sql: str, values: list[Any]) -> Iterator[tuple[int, str]]:
    return ((number, asset) for number, asset, _name, _text in _rows(sql, values))


def _rows(sql: str, values: Sequence[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _all() -> Iterator[Any]:
    columns = ", ".join(("number", "name", "about", "text", "latitude", "longitude", *FLAGS))
    if connection.vendor == "sqlite":
        plain = sqlite3.connect(connection.settings_dict["NAME"])
        yield from plain.execute(f"SELECT {columns} FROM peer ORDER BY number")
        plain.close()
        return
    with connection.chunked_cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM peer ORDER BY number")
        while some := cursor.fetchmany(5000):
            yield from some


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
