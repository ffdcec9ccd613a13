"""What stands beside an entry's document, read from it: columns and rows that a database can ask for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from typing import Any, Final
from uuid import UUID

from django.db import models

from connecting_people.community.entry import Entry, point_of
from connecting_people.community.models import Asset, AssetHours, AssetTerm, ServiceAtLocation
from connecting_people.community.standard import UUID_, Document, fits
from connecting_people.people.models import Agency

COLUMNS: Final = ("kind", "name", "status", "begins_date", "ends_date", "minimum_age", "maximum_age")
NAME_MOST: Final = 255
_ROWS: Final[tuple[type[models.Model], ...]] = (ServiceAtLocation, AssetTerm, AssetHours)


def columns(entry: Entry) -> Mapping[str, Any]:
    """Return the values of the COLUMNS."""
    ages = (entry.minimum_age, entry.maximum_age)
    values = (entry.kind, entry.name[:NAME_MOST], entry.status, entry.begins, entry.ends, *ages)
    return dict(zip(COLUMNS, values, strict=True))


def write_rows(agency: Agency, kept: Sequence[tuple[Asset, Entry]], old: Sequence[UUID]) -> None:
    """Write the rows of entries that were just kept, in place of those of the `old` ones among them."""
    for model in _ROWS:
        if old:
            model._default_manager.filter(agency=agency, asset__in=old).delete()
    ServiceAtLocation.objects.bulk_create([row for asset, _ in kept for row in _places(asset)], batch_size=500)
    AssetTerm.objects.bulk_create([row for asset, _ in kept for row in _terms(asset)], batch_size=500)
    AssetHours.objects.bulk_create([row for asset, entry in kept for row in _hours(asset, entry)], batch_size=500)


def _places(asset: Asset) -> Iterator[ServiceAtLocation]:
    for position, one in enumerate(asset.document.get("service_at_locations") or []):
        point = point_of(one.get("location") or {})
        yield ServiceAtLocation(
            agency_id=asset.agency_id,
            asset=asset,
            standard_id=UUID(one["id"]),
            position=position,
            latitude=point.latitude if point else None,
            longitude=point.longitude if point else None,
        )


def _terms(asset: Asset) -> Iterator[AssetTerm]:
    found = dict(_terms_of(asset.document))
    for one in asset.document.get("service_at_locations") or []:
        found |= dict(_terms_of(one.get("location") or {}))
    for term, taxonomy in found.items():
        yield AssetTerm(agency_id=asset.agency_id, asset=asset, term_id=term, taxonomy_id=taxonomy)


def _terms_of(document: Document) -> Iterator[tuple[UUID, UUID | None]]:
    for one in document.get("attributes") or []:
        term = one.get("taxonomy_term") or {}
        id = one.get("taxonomy_term_id") or term.get("id")
        taxonomy = term.get("taxonomy_id") or (term.get("taxonomy_detail") or {}).get("id")
        if fits(id, UUID_):
            yield UUID(id), UUID(taxonomy) if fits(taxonomy, UUID_) else None


def _hours(asset: Asset, entry: Entry) -> Iterator[AssetHours]:
    said: set[tuple[str, time | None, time | None]] = {
        (day, hours.opens, hours.closes) for hours in entry.hours for day in hours.days or ("",)
    }
    for day, opens, closes in sorted(said, key=str):
        yield AssetHours(agency_id=asset.agency_id, asset=asset, day=day, opens=opens, closes=closes)
