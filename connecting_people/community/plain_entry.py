"""An entry's main fields as plain words: what a form asks an organisation for, written into a document and out of it.

Whatever else a document holds stays as it is.
"""

import copy
import uuid
from dataclasses import dataclass, fields
from datetime import time
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from connecting_people.community.entry import DAYS, OURS, ours_in
from connecting_people.community.rules import Kind
from connecting_people.community.standard import DATE, NUMBER, TIME, Document, fits
from connecting_people.community.terms import KINDS, attributes, terms_in, without
from connecting_people.community.times import DAY_NAMES


@dataclass(frozen=True)
class Plain:
    """The main fields. What is empty is not said; `days` is such as "TU,TH"."""

    name: str = ""
    kind: str = Kind.SERVICE.value
    description: str = ""
    days: str = ""
    opens: str = ""
    closes: str = ""
    when: str = ""
    price: str = ""
    cost: str = ""
    contact: str = ""
    phone: str = ""
    email: str = ""
    link: str = ""
    ends: str = ""


LABELS: Final[dict[str, Any]] = {
    "name": _("Name"),
    "kind": _("What it is"),
    "description": _("Description"),
    "days": _("Days"),
    "opens": _("From"),
    "closes": _("Until"),
    "when": _("When, in words"),
    "price": _("Price in pounds"),
    "cost": _("Cost, in words"),
    "contact": _("Whom to ask for"),
    "phone": _("Telephone"),
    "email": _("E-mail address"),
    "link": _("Web page"),
    "ends": _("Last day"),
}
_NAMES: Final = tuple(field.name for field in fields(Plain))
_TEXTS: Final = {"name": "name", "description": "description", "cost": "fees", "email": "email", "link": "url"}


def plain(document: Document) -> Plain:
    """Return what an entry says in its main fields."""
    said = {name: _text(document.get(field)) for name, field in _TEXTS.items()}
    schedule, option = _first(document, "schedules"), _first(document, "cost_options")
    said["kind"] = next(iter(terms_in(document, "kinds")), Kind.SERVICE.value)
    said["when"] = _text(schedule.get("description"))
    if one_time(document):
        said["days"] = ",".join(day for day in DAYS if day in _text(schedule.get("byday")).upper().split(","))
        said["opens"], said["closes"] = (_clock(schedule.get(name)) for name in ("opens_at", "closes_at"))
    if one_price(document) and fits(option.get("amount"), NUMBER):
        said["price"] = f"{option['amount']:.2f}".removesuffix(".00")
    said["contact"] = _text(_first(document, "contacts").get("name"))
    said["phone"] = _text(_first(document, "phones").get("number"))
    ends = ours_in(document).get("ends")
    said["ends"] = ends if fits(ends, DATE) else ""
    return Plain(**said)


def one_time(document: Document) -> bool:
    """Say whether an entry tells one weekly time at most, so that its day and hours can be asked for one by one."""
    rows = document.get("schedules")
    return not rows or (_is_list(rows) and len(rows) == 1 and _first(document, "schedules").get("freq") != "MONTHLY")


def one_price(document: Document) -> bool:
    """Say whether an entry tells one price at most."""
    rows = document.get("cost_options")
    return not rows or (_is_list(rows) and len(rows) == 1)


def changed(before: Plain, after: Plain) -> tuple[str, ...]:
    """Return the names of the fields in which two differ, in order."""
    return tuple(name for name in _NAMES if getattr(before, name) != getattr(after, name))


def written(document: Document, wanted: Plain) -> Document:
    """Return the document with what is wanted in the fields that differ, and everything else as it was."""
    kept = copy.deepcopy(document)
    names = changed(plain(document), wanted)
    for name in names:
        _WRITERS[name](kept, getattr(wanted, name))
    return kept


def merged(*, before: Document, wanted: Document, now: Document) -> Document:
    """Return the document as it stands now with what changed between `before` and `wanted`."""
    asked, stands = plain(wanted), plain(now)
    names = changed(plain(before), asked)
    return written(now, Plain(**{n: getattr(asked if n in names else stands, n) for n in _NAMES}))


def in_words(name: str, value: str) -> str:
    """Return a field's value as people read it."""
    if name == "kind":
        return str(KINDS[Kind(value)])
    if name == "days":
        return ", ".join(str(DAY_NAMES[day]) for day in value.split(",") if day)
    return value


def _text_writer(field: str) -> Any:
    def write(document: Document, value: str) -> None:
        _set(document, field, value)

    return write


def _part_writer(rows: str, field: str) -> Any:
    def write(document: Document, value: str) -> None:
        _set(_part(document, rows), field, value)
        _drop_empty(document, rows)

    return write


def _kind(document: Document, value: str) -> None:
    document["attributes"] = without(document, "kinds") + attributes(uuid.UUID(document["id"]), "kinds", [value])


def _days(document: Document, value: str) -> None:
    part = _part(document, "schedules")
    _set(part, "byday", value)
    _set(part, "freq", "WEEKLY" if value else "")
    _drop_empty(document, "schedules")


def _price(document: Document, value: str) -> None:
    part = _part(document, "cost_options")
    part.pop("amount", None)
    if value:
        part["amount"] = float(value)
    _drop_empty(document, "cost_options")


def _phone(document: Document, value: str) -> None:
    if value:
        _part(document, "phones")["number"] = value
    else:
        # A phone without a number is none to the standard.
        document["phones"] = document.get("phones", [])[1:]
        _drop_empty(document, "phones")


def _ends(document: Document, value: str) -> None:
    ours = dict(ours_in(document))
    _set(ours, "ends", value)
    document[OURS] = ours


_WRITERS: Final[dict[str, Any]] = {
    **{name: _text_writer(field) for name, field in _TEXTS.items()},
    "kind": _kind,
    "days": _days,
    "opens": _part_writer("schedules", "opens_at"),
    "closes": _part_writer("schedules", "closes_at"),
    "when": _part_writer("schedules", "description"),
    "price": _price,
    "contact": _part_writer("contacts", "name"),
    "phone": _phone,
    "ends": _ends,
}


def _part(document: Document, rows: str) -> Document:
    """Return the first of a list of parts, made where there is none."""
    found = document.get(rows)
    if not (_is_list(found) and found and isinstance(found[0], dict)):
        document[rows] = [{"id": str(uuid.uuid4())}]
    part: Document = document[rows][0]
    return part


def _drop_empty(document: Document, rows: str) -> None:
    """Leave out a part that says nothing, and a list of none (the standard wants no empty values)."""
    left = [row for row in document.get(rows) or [] if set(row) - {"id"}]
    document.pop(rows, None)
    if left:
        document[rows] = left


def _set(part: Document, field: str, value: str) -> None:
    part.pop(field, None)
    if value:
        part[field] = value


def _first(document: Document, rows: str) -> Document:
    found = document.get(rows)
    return found[0] if _is_list(found) and found and isinstance(found[0], dict) else {}


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _clock(value: Any) -> str:
    return time.fromisoformat(value).strftime("%H:%M") if fits(value, TIME) else ""
