"""Entries as the open feed gives them: the standard's document, with all that is private left out."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

from connecting_people.api.asking import Paged
from connecting_people.community.entry import OURS
from connecting_people.community.models import Asset, ServiceAtLocation
from connecting_people.community.standard import DATE, ENTITIES, MOMENT, Document, fits
from connecting_people.community.standing_in import organisation_of
from connecting_people.people.models import Agency

VERSION: Final = "HSDS-UK-3.0"
PROFILE: Final = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"


def page(asked: Paged, total: int, contents: Sequence[Document]) -> Document:
    """Return one page of a list in the standard's envelope."""
    pages = -(-total // asked.per_page)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(contents),
        "first_page": asked.page == 1,
        "last_page": asked.page >= pages,
        "empty": not contents,
        "contents": list(contents),
    }


def service(agency: Agency, asset: Asset) -> Document:
    """Return a service with all that is nested in it."""
    runs = asset.organisation.document if asset.organisation else organisation_of(agency)
    said: Document = {**asset.document, "id": str(asset.standard_id)}
    said |= {"organization_id": runs["id"], "organization": runs, "last_modified": _modified(asset)}
    said["assured_date"] = _assured(asset)
    return _open_part(said)


def in_list(agency: Agency, asset: Asset) -> Document:
    """Return a service as the standard's lists have it: its own fields, and who runs it."""
    said = _own(service(agency, asset), "service")
    return said | {"organization": _own(said["organization"], "organization")}


def place(agency: Agency, row: ServiceAtLocation) -> Document:
    """Return a service at a location with all that is nested in it."""
    runs = service(agency, row.asset)
    found = runs.pop("service_at_locations", [])
    return {**(found[row.position] if row.position < len(found) else {"id": str(row.standard_id)}), "service": runs}


def place_in_list(agency: Agency, row: ServiceAtLocation) -> Document:
    """Return a service at a location as the standard's lists have it."""
    said = _own(place(agency, row), "service_at_location")
    if "location" in said:
        said["location"] = _own(said["location"], "location")
    return said | {"service": in_list(agency, row.asset)}


def taxonomy(document: Document, terms: Sequence[Document] = ()) -> Document:
    """Return a taxonomy, with its terms where they are asked for."""
    said = _fitting(document, "taxonomy")
    return _open_part(said | ({"taxonomy_terms": [term(one) for one in terms]} if terms else {}))


def term(document: Document) -> Document:
    """Return a term of a taxonomy."""
    return _open_part(_fitting(document, "taxonomy_term"))


def _fitting(document: Document, entity: str) -> Document:
    """Leave out what does not fit the standard: lists of terms come in with such faults, and are to go out without."""
    fields = ENTITIES[entity].fields
    said = {name: value for name, value in document.items() if name not in fields or fits(value, fields[name].type)}
    return {"description": said.get("name", ""), **said}


def _own(document: Document, entity: str) -> Document:
    """Leave out the lists that the standard nests in an entity."""
    lists = ENTITIES[entity].lists
    return {name: value for name, value in document.items() if name not in lists}


def _open_part(document: Document) -> Document:
    """Leave out what is ours alone, and what has no value."""
    kept = {name: _open(inner) for name, inner in document.items() if name != OURS}
    return {name: inner for name, inner in kept.items() if not _is_empty(inner)}


def _open(value: Any) -> Any:
    if isinstance(value, dict):
        return _open_part(value)
    if isinstance(value, list):
        return [inner for inner in map(_open, value) if not _is_empty(inner)]
    return value


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _assured(asset: Asset) -> str | None:
    """Return the newer of when its source and when the team last found it right."""
    said = asset.document.get("assured_date")
    dates = [date.fromisoformat(said)] if fits(said, DATE) else []
    dates += [asset.checked_date] if asset.checked_date else []
    return max(dates).isoformat() if dates else None


def _modified(asset: Asset) -> str:
    """Return the moment that its source gives, else when it was last changed here."""
    said = asset.document.get("last_modified")
    if not fits(said, MOMENT):
        return asset.changed_at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    # A day alone, or a time of nowhere, is a moment for Python and none for the standard.
    moment = datetime.fromisoformat(said)
    return str(said) if moment.tzinfo else moment.replace(tzinfo=UTC).isoformat()
