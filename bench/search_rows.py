"""Puts invented services into a database as the program does, and once more as the peers want them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice

from django.db import connection, transaction

from bench.local_area import COMMON_ACCESS, Service
from connecting_people.community.entry import DAYS
from connecting_people.community.models import Asset, Indexed
from connecting_people.community.indexing import row_of
from connecting_people.people.models import Agency

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
AT_ONCE = 2000
FLAGS = ("free", *(day.lower() for day in DAYS), *(one.value.replace("-", "_") for one in COMMON_ACCESS))
PEER = ("number", "asset", "name", "about", "text", "latitude", "longitude", *FLAGS)


def fill(agency: Agency, services: Iterator[Service]) -> int:
    """Write the services, their rows of the index, and the peers' plain table; return how many there are."""
    connection.disable_constraint_checking()
    count = 0
    while some := list(islice(services, AT_ONCE)):
        with transaction.atomic():
            assets = [_asset(agency, one) for one in some]
            Asset.objects.bulk_create(assets, batch_size=AT_ONCE)
            rows = [row_of(asset, one.entry, hidden=False) for asset, one in zip(assets, some, strict=True)]
            for number, row in enumerate(rows, count + 1):
                row.number = number
            Indexed.objects.bulk_create(rows, batch_size=AT_ONCE)
            _peers(rows)
        count += len(some)
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


def _peers(rows: list[Indexed]) -> None:
    values = []
    for row in rows:
        has = set(row.facets.split())
        flags = [flag.replace("_", "-") in has for flag in FLAGS]
        values.append(
            [row.number, row.asset_id.hex, row.name, row.about, row.text, row.latitude, row.longitude, *flags]
        )
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(f"INSERT INTO peer VALUES ({', '.join(['%s'] * len(PEER))})", values)
            return
        with cursor.copy(f"COPY peer ({', '.join(PEER)}) FROM STDIN") as copy:
            for each in values:
                copy.write_row(each)


def named(facet: str) -> str:
    """Return the peers' column for a facet."""
    return facet.replace("-", "_")

