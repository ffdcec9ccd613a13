"""The entities of Open Referral UK (HSDS-UK 3.0) as data: what a document may hold, and what is wrong with one.

What the standard does not name is kept as it came and never judged.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final, TypeGuard
from urllib.parse import urlsplit
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.guide.words import StrOrPromise

Document = dict[str, Any]
REQUIRED: Final = True
DEEPEST: Final = 12
# The United Kingdom and the islands around it, with room to spare: what lies outside is a slip of the pen.
LATITUDES, LONGITUDES = (49.0, 61.5), (-11.0, 3.0)
UK: Final = frozenset({"GB", "UK", "GG", "JE", "IM", "UNITED KINGDOM", "ENGLAND", "SCOTLAND", "WALES"})
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True)
class Type:
    """What a value must be like, and the words that say so."""

    name: str
    words: StrOrPromise


TEXT = Type("text", gettext_lazy("This should be text."))
UUID_ = Type("uuid", gettext_lazy("This should be an id in the form of a UUID."))
URI = Type("uri", gettext_lazy("This should be a web address that begins with http:// or https://."))
EMAIL = Type("email", gettext_lazy("This should be an e-mail address."))
NUMBER = Type("number", gettext_lazy("This should be a number."))
WHOLE = Type("whole", gettext_lazy("This should be a whole number."))
DATE = Type("date", gettext_lazy("This should be a date such as 2026-03-31."))
TIME = Type("time", gettext_lazy("This should be a time such as 10:30."))
MOMENT = Type("moment", gettext_lazy("This should be a date and time such as 2026-03-31T10:30:00Z."))


@dataclass(frozen=True)
class Value:
    """One field of an entity: its type, and the words it may hold where the standard lists them."""

    type: Type = TEXT
    required: bool = False
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entity:
    """One kind of object: its own fields, the lists of parts in it, and single parts."""

    fields: Mapping[str, Value]
    lists: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fault:
    """What is wrong at one place of a document. One that does not stop comes in as it is, and is told."""

    path: str
    reason: str
    stops: bool = True


_ID: Final = {"id": Value(UUID_, REQUIRED)}
_ATTRIBUTES: Final = {"attributes": "attribute"}


def _texts(*names: str) -> dict[str, Value]:
    return {name: Value() for name in names}


ENTITIES: Final[Mapping[str, Entity]] = {
    "service": Entity(
        _ID
        | {
            "organization_id": Value(UUID_),
            "name": Value(TEXT, REQUIRED),
            "status": Value(TEXT, REQUIRED, ("active", "inactive", "defunct", "temporarily closed")),
            "url": Value(URI),
            "email": Value(EMAIL),
            "minimum_age": Value(NUMBER),
            "maximum_age": Value(NUMBER),
            "assured_date": Value(DATE),
            "assurer_email": Value(EMAIL),
            "last_modified": Value(MOMENT),
        }
        | _texts("description", "fees", "accreditations", "alert"),
        _ATTRIBUTES
        | {
            "schedules": "schedule",
            "service_areas": "service_area",
            "service_at_locations": "service_at_location",
            "languages": "language",
            "funding": "funding",
            "cost_options": "cost_option",
            "contacts": "contact",
            "phones": "phone",
        },
        {"organization": "organization"},
    ),
    "organization": Entity(
        _ID
        | {
            "name": Value(TEXT, REQUIRED),
            "description": Value(TEXT, REQUIRED),
            "email": Value(EMAIL),
            "website": Value(URI),
            "uri": Value(URI),
            "parent_organization_id": Value(UUID_),
        }
        | _texts("logo"),
        _ATTRIBUTES | {"organization_identifiers": "organization_identifier"},
    ),
    "organization_identifier": Entity(
        _ID
        | {
            "organization_id": Value(UUID_),
            "identifier_type": Value(TEXT, REQUIRED),
            "identifier": Value(TEXT, REQUIRED),
        }
        | _texts("identifier_scheme"),
        _ATTRIBUTES,
    ),
    "service_at_location": Entity(
        _ID | {"service_id": Value(UUID_), "location_id": Value(UUID_)},
        {"schedules": "schedule", "contacts": "contact", "phones": "phone"},
        {"location": "location"},
    ),
    "location": Entity(
        _ID
        | {
            "location_type": Value(TEXT, REQUIRED, ("physical", "postal", "virtual")),
            "latitude": Value(NUMBER),
            "longitude": Value(NUMBER),
        }
        | _texts("name", "description", "external_identifier", "external_identifier_type"),
        _ATTRIBUTES | {"addresses": "address", "accessibility": "accessibility"},
    ),
    "address": Entity(
        _ID
        | {
            "location_id": Value(UUID_),
            "address_1": Value(TEXT, REQUIRED),
            "city": Value(TEXT, REQUIRED),
            "state_province": Value(TEXT, REQUIRED),
            "postal_code": Value(TEXT, REQUIRED),
            "country": Value(TEXT, REQUIRED),
            "address_type": Value(TEXT, REQUIRED, ("physical", "postal", "virtual")),
        }
        | _texts("attention", "region"),
        _ATTRIBUTES,
    ),
    "accessibility": Entity(
        _ID | {"location_id": Value(UUID_), "url": Value(URI)} | _texts("description", "details", "accessibility"),
        _ATTRIBUTES,
    ),
    "schedule": Entity(
        _ID
        | {
            "service_id": Value(UUID_),
            "service_at_location_id": Value(UUID_),
            "valid_from": Value(DATE),
            "valid_to": Value(DATE),
            "dtstart": Value(DATE),
            "freq": Value(TEXT, one_of=("WEEKLY", "MONTHLY")),
            "interval": Value(WHOLE),
            "opens_at": Value(TIME),
            "closes_at": Value(TIME),
            "schedule_link": Value(URI),
        }
        | _texts("byday", "bymonthday", "description", "attending_type", "notes"),
        _ATTRIBUTES,
    ),
    "service_area": Entity(
        _ID | {"service_id": Value(UUID_), "uri": Value(URI)} | _texts("name", "extent", "extent_type", "service_area"),
        _ATTRIBUTES,
    ),
    "cost_option": Entity(
        _ID
        | {
            "service_id": Value(UUID_),
            "valid_from": Value(DATE),
            "valid_to": Value(DATE),
            "amount": Value(NUMBER),
        }
        | _texts("option", "amount_description"),
        _ATTRIBUTES,
    ),
    "contact": Entity(_ID | {"service_id": Value(UUID_)} | _texts("name", "title"), _ATTRIBUTES | {"phones": "phone"}),
    "phone": Entity(
        _ID | {"contact_id": Value(UUID_), "number": Value(TEXT, REQUIRED)} | _texts("description"),
        _ATTRIBUTES | {"languages": "language"},
    ),
    "language": Entity(
        _ID | {"service_id": Value(UUID_), "phone_id": Value(UUID_)} | _texts("name", "code", "note"), _ATTRIBUTES
    ),
    "funding": Entity(_ID | {"service_id": Value(UUID_)} | _texts("source"), _ATTRIBUTES),
    "attribute": Entity(
        _ID | {"link_id": Value(UUID_), "taxonomy_term_id": Value(UUID_)} | _texts("link_type", "value"),
        parts={"taxonomy_term": "taxonomy_term"},
    ),
    "taxonomy": Entity(
        _ID
        | {"name": Value(TEXT, REQUIRED), "description": Value(TEXT, REQUIRED), "uri": Value(URI)}
        | _texts("version"),
        {"taxonomy_terms": "taxonomy_term"},
    ),
    "taxonomy_term": Entity(
        _ID
        | {
            "name": Value(TEXT, REQUIRED),
            "description": Value(TEXT, REQUIRED),
            "parent_id": Value(UUID_),
            "taxonomy_id": Value(UUID_),
            "term_uri": Value(URI),
        }
        | _texts("taxonomy", "term", "code", "version"),
        parts={"taxonomy_detail": "taxonomy"},
    ),
}


def faults(document: Any, entity: str, path: str = "", depth: int = 0) -> Iterator[Fault]:
    """Yield what is wrong with a document of one of the ENTITIES, with the path of fields to each place."""
    if not isinstance(document, dict):
        yield Fault(path or entity, _("This should be a group of named fields."))
        return
    if depth > DEEPEST:
        yield Fault(path, _("This goes deeper than any entry does."))
        return
    shape = ENTITIES[entity]
    for name, value in shape.fields.items():
        yield from _of_value(document.get(name), value, _join(path, name))
    for name, inner in shape.lists.items():
        yield from _of_list(document.get(name), inner, _join(path, name), depth + 1)
    for name, inner in shape.parts.items():
        if document.get(name) is not None:
            yield from faults(document[name], inner, _join(path, name), depth + 1)
    yield from _unlikely(document, entity, path)


def fits(value: Any, type_: Type) -> TypeGuard[Any]:
    """Say whether a value is of a type."""
    if type_ in (NUMBER, WHOLE):
        number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        return number and (type_ is NUMBER or float(value).is_integer())
    return isinstance(value, str) and _reads_as(value, type_)


def _reads_as(text: str, type_: Type) -> bool:
    try:
        return bool(_READERS[type_.name](text))
    except ValueError:
        return False


def _is_address(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


_READERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "text": lambda text: True,
    "uuid": UUID,
    "uri": _is_address,
    "email": _EMAIL.fullmatch,
    "date": date.fromisoformat,
    # Midnight is no falsehood.
    "time": lambda text: (time.fromisoformat(text),),
    "moment": datetime.fromisoformat,
}


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _of_list(listed: Any, entity: str, path: str, depth: int) -> Iterator[Fault]:
    if listed is not None and not isinstance(listed, list):
        yield Fault(path, _("This should be a list."))
        return
    for number, one in enumerate(listed or (), 1):
        yield from faults(one, entity, f"{path}[{number}]", depth)


def _of_value(given: Any, value: Value, path: str) -> Iterator[Fault]:
    if given is None or given == "":
        if value.required:
            yield Fault(path, _("This is missing, and the standard needs it."))
    elif not fits(given, value.type):
        yield Fault(path, str(value.type.words))
    elif value.one_of and given not in value.one_of:
        yield Fault(path, _("This should be one of: %(words)s.") % {"words": ", ".join(value.one_of)})


def _unlikely(document: Document, entity: str, path: str) -> Iterator[Fault]:
    """Yield what the standard allows and no place in the United Kingdom has."""
    if entity == "location":
        for name, (least, most) in (("latitude", LATITUDES), ("longitude", LONGITUDES)):
            given = document.get(name)
            if fits(given, NUMBER) and not least <= given <= most:
                words = _("This lies outside the United Kingdom, so it is not put on the map.")
                yield Fault(_join(path, name), words, stops=False)
    elif entity == "address":
        country = document.get("country")
        if isinstance(country, str) and country and country.strip().upper() not in UK:
            yield Fault(_join(path, "country"), _("This country is not the United Kingdom."), stops=False)
