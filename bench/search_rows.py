"""Puts invented services into a database as the program does, and once more as the peers want them."""

import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from bench.local_area import COMMON_ACCESS, Service
from connecting_people.community import index_tables
from connecting_people.community.entry import DAYS
from connecting_people.community.indexing import row_of
from connecting_people.community.models import Asset, Indexed
from connecting_people.people.models import Agency

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
AT_ONCE = 2000
FLAGS = ("free", *(day.lower() for day in DAYS), *(one.value.replace("-", "_") for one in COMMON_ACCESS))
PEER = ("number", "asset", "name", "about", "text", "latitude", "longitude", *FLAGS)


def fill(agency: Agency, services: Iterator[Service]) -> int:
    """Write the services, their rows of the index, and the peers' plain table; return how many there are."""
    connection.disable_constraint_checking()
    if connection.vendor == "sqlite":
        # As any bulk load: the text index is built when all is there. `tidy` does so.
        with connection.cursor() as cursor:
            for name in ("in", "out", "on"):
                cursor.execute(f"DROP TRIGGER community_indexed_{name}")
    count = 0
    while some := list(islice(services, AT_ONCE)):
        assets = [_asset(agency, one) for one in some]
        rows = [row_of(asset, one.entry, hidden=False) for asset, one in zip(assets, some, strict=True)]
        for number, row in enumerate(rows, count + 1):
            row.number = number
        with transaction.atomic():
            _put(Asset._meta.db_table, _fields(Asset), map(_asset_values, assets))
            _put(Indexed._meta.db_table, _fields(Indexed), map(_row_values, rows))
            _put("peer", PEER, map(_peer_values, rows))
        count += len(some)
    index_tables.make(connection)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT setval(pg_get_serial_sequence('community_indexed', 'number'), %s)", [count])
    return count


def make_peer_table() -> None:
    """Make the plain table, a column for each thing that is asked."""
    real = "REAL" if connection.vendor == "sqlite" else "double precision"
    columns = ", ".join(f"{flag} boolean NOT NULL" for flag in FLAGS)
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS peer (number integer PRIMARY KEY, asset text, name text, about text, text text,"
            f" latitude {real}, longitude {real}, {columns})"
        )


def _asset(agency: Agency, one: Service) -> Asset:
    entry = one.entry
    document = {"id": str(one.id), "name": entry.name, "description": entry.description, "status": "active"}
    return Asset(
        id=one.id, agency=agency, standard_id=one.id, kind=entry.kind, name=entry.name, document=document,
        made_at=AT, changed_at=AT,
    )  # fmt: skip


def _put(table: str, columns: Sequence[str], values: Iterable[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({_marks(columns)})", list(values))
            return
        with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
            for each in values:
                copy.write_row(each)


@cache
def _fields(model: type[Model]) -> tuple[str, ...]:
    return tuple(field.attname for field in model._meta.concrete_fields)


def _asset_values(asset: Asset) -> list[Any]:
    values = [getattr(asset, name) for name in _fields(Asset)]
    return [json.dumps(value) if isinstance(value, dict) else _plain(value) for value in values]


def _row_values(row: Indexed) -> list[Any]:
    return [_plain(getattr(row, name)) for name in _fields(Indexed)]


def _peer_values(row: Indexed) -> list[Any]:
    has = set(row.facets.split())
    flags = [flag.replace("_", "-") in has for flag in FLAGS]
    return [row.number, row.asset_id.hex, row.name, row.about, row.text, row.latitude, row.longitude, *flags]


def _plain(value: Any) -> Any:
    if connection.vendor != "sqlite":
        return value
    if isinstance(value, uuid.UUID):
        return value.hex
    return value.isoformat(" ") if isinstance(value, datetime) else value


def _marks(values: Sequence[Any]) -> str:
    return ", ".join(["%s"] * len(values))


def named(facet: str) -> str:
    """Return the peers' column for a facet."""
    return facet.replace("-", "_")
