"""Which instruments an agency can use, and the definitions that it supplied."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from connecting_people.measures.defining import read
from connecting_people.measures.instruments import ready
from connecting_people.measures.models import Definition
from connecting_people.measures.rules import Instrument, State
from connecting_people.people.models import Agency


@dataclass(frozen=True)
class Offered:
    """An instrument that an agency can use today, and its own definition where it supplied it."""

    instrument: Instrument
    definition: Definition | None = None


def offered(agency_id: UUID, today: date) -> list[Offered]:
    """Return what an agency can use today, by title: what comes with the program, and its own while licensed."""
    lasting = Q(licence_until_date=None) | Q(licence_until_date__gte=today)
    rows = Definition.objects.filter(lasting, agency_id=agency_id, state=State.USED)
    found = [Offered(one) for one in ready()] + [Offered(defined(row), row) for row in rows]
    return sorted(found, key=lambda one: one.instrument.title)


def offered_as(agency_id: UUID, id: str, today: date) -> Offered:
    """Return one instrument that an agency can use today; Http404 for every other."""
    found = offered_still(agency_id, id, today)
    if found is None:
        raise Http404
    return found


def offered_still(agency_id: UUID, id: str, today: date) -> Offered | None:
    """Return one instrument if an agency can use it today: what was answered to it before can be read all the same."""
    return next((one for one in offered(agency_id, today) if one.instrument.id == id), None)


def defined(row: Definition) -> Instrument:
    """Return the instrument of an agency's own definition, numbered as the agency's versions are."""
    return replace(_read(row.content, row.file), version=row.version)


@lru_cache(maxsize=200)
def _read(content: str, file: str) -> Instrument:
    return read(content.encode(), file)


def definitions(agency_id: UUID) -> "QuerySet[Definition]":
    """Return the definitions that an agency supplied, newest first."""
    return Definition.objects.filter(agency_id=agency_id).order_by("-made_at", "-pk")


def definition_in(agency: Agency, definition_id: UUID) -> Definition:
    """Return one definition of an agency; Http404 otherwise."""
    found = definitions(agency.pk).select_related("made_by", "confirmed_by").filter(pk=definition_id).first()
    if found is None:
        raise Http404
    return found
