"""What only a seat could read goes when the seat does (decision 13)."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from connecting_people.audit import actions as audit
from connecting_people.training.queries.gone import names_gone, notes_gone, will_dos_gone


@dataclass(frozen=True)
class Forgotten:
    """How much went: notes that were their author's alone, names, and what people without a login will do."""

    notes: int
    names: int
    will_dos: int


@transaction.atomic
def forget_seats(*, by: None, at: datetime) -> Forgotten:
    """Delete what nobody can read any more once a seat has ended, and enter in each agency's audit that it was done."""
    notes, names, will_dos = _by_agency(notes_gone(at)), _by_agency(names_gone(at)), _by_agency(will_dos_gone(at))
    notes_gone(at).delete()
    names_gone(at).update(name="")
    will_dos_gone(at).delete()
    for agency_id in sorted(notes | names | will_dos):
        audit.record(
            by=by,
            at=at,
            agency_id=agency_id,
            act="training: seats forgotten",
            subject_id=agency_id,
            content={
                "notes": str(notes[agency_id]),
                "names": str(names[agency_id]),
                "intentions": str(will_dos[agency_id]),
            },
        )
    return Forgotten(notes.total(), names.total(), will_dos.total())


def _by_agency(rows: QuerySet[Any, Any]) -> "Counter[UUID]":
    return Counter(rows.order_by().values_list("agency_id", flat=True))
