"""Certificates on the page, on paper, and to whoever checks a number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core import documents
from connecting_people.core.london import day_of
from connecting_people.guide.palettes import PALETTES
from connecting_people.training.models import Attendance, Certificate, Training
from connecting_people.ui.jinja import day as day_in_words

TEMPLATE: Final = Path(__file__).resolve().parent.parent / "typst" / "certificate.typ"
FILE: Final = "certificate"


@dataclass(frozen=True)
class Holder:
    """Somebody who came, and their certificate if they have one that counts."""

    id: UUID
    name: str
    team: str
    certificate: UUID | None
    number: str
    taken_back: bool


@dataclass(frozen=True)
class Checked:
    """What a number says to whoever was given it."""

    counts: bool
    name: str
    training: str
    day: date | None
    agency: str


def holders(came: Iterable[Attendance]) -> tuple[Holder, ...]:
    """Return those who came, each with their certificate."""
    return tuple(_holder(one) for one in came)


def checked(found: Certificate) -> Checked:
    """Return what a number says; of one that was taken back nothing but that."""
    if found.ended_at is not None:
        return Checked(counts=False, name="", training="", day=None, agency=found.agency.name)
    training = found.attendance.training
    return Checked(True, found.attendance.name, training.title, _day(training), found.agency.name)


def paper(training: Training, certificate: Certificate, check: str, *, large: bool) -> bytes:
    """Return a certificate as a tagged PDF/UA-1. `check` is where its number can be checked."""
    day = _day(training)
    words: dict[str, Any] = {
        "size": "large" if large else "normal",
        "colours": PALETTES["colour"],
        "heading": _("Certificate of attendance"),
        "name": certificate.attendance.name,
        "was_at": _("was at this training"),
        "training": training.title,
        "day": day_in_words(day) if day else "",
        "agency": training.agency.name,
        "number_is": _("Number"),
        "number": certificate.number,
        "check": _("Whoever is given this number can check it at %(where)s") % {"where": check},
    }
    return documents.printed(TEMPLATE, words, title=words["heading"])


def _holder(one: Attendance) -> Holder:
    held: Certificate | None = getattr(one, "certificate", None)
    counts = held is not None and held.ended_at is None
    return Holder(
        id=one.pk,
        name=one.name,
        team=one.team.name if one.team else "",
        certificate=held.pk if held and counts else None,
        number=held.number if held and counts else "",
        taken_back=held is not None and not counts,
    )


def _day(training: Training) -> date | None:
    return day_of(training.begins_at) if training.begins_at else None
