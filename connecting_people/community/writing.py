"""How what somebody says of an asset goes into its document: what nobody asked about stays as it was."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from connecting_people.community.entry import OURS, listed, ours_in
from connecting_people.community.standard import Document
from connecting_people.community.terms import attributes, terms_in, without


@dataclass(frozen=True)
class Rows:
    """What a form says of one list: its rows, those of parts with their `id`, and the ids of all parts it showed."""

    rows: tuple[Document, ...] = ()
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Place:
    """What a form says of one place: the id of the service at location (none: new), its location, its address."""

    id: str
    location: Document
    address: Document


@dataclass(frozen=True)
class Said:
    """All that a form says of an asset. A field with nothing in it is taken away; one that is not here stays."""

    fields: Document = field(default_factory=dict)
    own: Document = field(default_factory=dict)
    terms: Mapping[str, Iterable[str]] = field(default_factory=dict)
    lists: Mapping[str, Rows] = field(default_factory=dict)
    times: Rows = Rows()
    places: tuple[Place, ...] = ()
    places_shown: frozenset[str] = frozenset()
    contact: Document = field(default_factory=dict)


def new_document() -> Document:
    """Return the beginning of an entry."""
    return {"id": _id(), "status": "active"}


def rewritten(document: Document, said: Said) -> Document:
    """Return an asset's document as it reads after this was said."""
    found = filled(document, said.fields)
    for key, chosen in said.terms.items():
        found = _with_terms(found, key, frozenset(chosen))
    for name, rows in said.lists.items():
        found = filled(found, {name: merged(listed(found, name), rows)})
    found = filled(found, {"contacts": _contacts(listed(found, "contacts"), said.contact)})
    found = _places(_times(found, said.times), said)
    return filled(found, {OURS: filled(ours_in(found), said.own)})


def filled(document: Document, fields: Document) -> Document:
    """Return a document with these fields; a field with nothing in it is not there."""
    found = {**document, **fields}
    return {name: value for name, value in found.items() if name not in fields or value not in (None, "", [], {}, ())}


def merged(old: Iterable[Document], rows: Rows) -> list[Document]:
    """Return a list after its rows were said: parts that were not shown stay, those shown and not said go."""
    said = {str(row["id"]): row for row in rows.rows if row.get("id")}
    kept = []
    for one in old:
        id = str(one.get("id"))
        if id in said:
            kept.append(filled(one, said.pop(id)))
        elif id not in rows.shown:
            kept.append(one)
    # A part that is gone by now, because somebody was quicker, comes back as it was typed.
    return kept + [filled({}, {"id": _id(), **row}) for row in rows.rows if not row.get("id") or row["id"] in said]


def _with_terms(document: Document, key: str, chosen: frozenset[str]) -> Document:
    """Let an asset have these terms, on itself or its places; a term that stays is the attribute that it was."""
    ours = [_only(one, key, chosen) for one in listed(document, "service_at_locations")]
    places = [{**one, "location": one["location"]} for one in ours if isinstance(one.get("location"), dict)]
    there = {term for one in places for term in terms_in(one["location"], key)}
    kept = _kept(document, key, chosen)
    here = set(terms_in({"attributes": kept}, key))
    new = attributes(uuid.UUID(document["id"]), key, sorted(chosen - here - there))
    return filled(document, {"attributes": kept + new, "service_at_locations": ours})


def _only(service_at_location: Document, key: str, chosen: frozenset[str]) -> Document:
    location = service_at_location.get("location")
    if not isinstance(location, dict) or "attributes" not in location:
        return service_at_location
    return {**service_at_location, "location": filled(location, {"attributes": _kept(location, key, chosen)})}


def _kept(document: Document, key: str, chosen: frozenset[str]) -> list[Document]:
    others = without(document, key)
    return [
        one
        for one in listed(document, "attributes")
        if one in others or chosen.intersection(terms_in({"attributes": [one]}, key))
    ]


def _contacts(old: list[Document], said: Document) -> list[Document]:
    """Return the contacts after the first one's name and title were said; one of whom nothing is left goes."""
    if not said:
        return old
    first = filled(old[0] if old else {"id": _id()}, said)
    return ([first] if set(first) - {"id", "service_id"} else []) + old[1:]


def _places(document: Document, said: Said) -> Document:
    old = listed(document, "service_at_locations")
    by_id = {str(one.get("id")): one for one in old}
    rows = []
    for place in said.places:
        location = by_id.get(place.id, {}).get("location")
        row = {"id": place.id, "location": _location(location if isinstance(location, dict) else {}, place)}
        rows.append({name: value for name, value in row.items() if value})
    places = merged(old, Rows(tuple(rows), said.places_shown))
    stay = {str(one.get("id")) for one in places}
    # The times of a place that goes are the asset's own from now on.
    moved = [time for id, one in by_id.items() if id not in stay for time in listed(one, "schedules")]
    times = {"schedules": [*listed(document, "schedules"), *moved]} if moved else {}
    return filled(document, {"service_at_locations": places, **times})


def _location(was: Document, place: Place) -> Document:
    found = filled({"id": _id(), "location_type": "physical", **was}, place.location)
    addresses = listed(found, "addresses")
    if place.address:
        first = {"id": _id(), "country": "GB", "address_type": "physical", **(addresses[0] if addresses else {})}
        empty = not any(place.address.values())
        addresses = ([] if empty else [filled(first, place.address)]) + addresses[1:]
    return filled(found, {"addresses": addresses})


def _times(document: Document, rows: Rows) -> Document:
    """Let each time stand where it stood, with the asset or with one of its places; new ones are the asset's."""
    places, elsewhere = [], set()
    for one in listed(document, "service_at_locations"):
        there = {str(each.get("id")) for each in listed(one, "schedules")}
        own = tuple(row for row in rows.rows if row.get("id") in there)
        schedules = merged(listed(one, "schedules"), Rows(own, rows.shown))
        places.append(filled(one, {"schedules": schedules}) if there else one)
        elsewhere |= there
    own = tuple(row for row in rows.rows if row.get("id") not in elsewhere)
    schedules = merged(listed(document, "schedules"), Rows(own, rows.shown))
    return filled(document, {"schedules": schedules, "service_at_locations": places})


def _id() -> str:
    return str(uuid.uuid4())
