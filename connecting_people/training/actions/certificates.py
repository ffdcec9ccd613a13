"""Certificates of attendance: for those who came, each with a number that whoever is given it can check."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.people.models import User
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.models import Attendance, Certificate, Training
from connecting_people.training.permissions import check_can_lead
from connecting_people.training.rules import CODE_LETTERS, NUMBER_LENGTH, Going, number_of


@transaction.atomic
def give(*, by: User, at: datetime, training: Training, to: Iterable[Attendance]) -> list[Certificate]:
    """Give certificates to people who came. Who has one keeps it; one that was taken back counts again."""
    check_can_lead(by, training)
    # Two trainers at once: the training's row lets one in after the other.
    Training.objects.select_for_update().get(pk=training.pk)
    ids = [one.pk for one in to]
    rows = Attendance.objects.filter(training=training, pk__in=ids).select_related("certificate")
    if any(one.going != Going.CAME for one in rows):
        raise TrainingError(_("A certificate says that somebody was there. Mark first who came."))
    return [_given(by, at, one) for one in rows if not _holds(one)]


@transaction.atomic
def take_back(*, by: User, at: datetime, certificate: Certificate) -> None:
    """Take a certificate back, such as one that was made by mistake; its number says so from then on."""
    rows = Certificate.objects.select_for_update(of=("self",)).select_related("attendance__training")
    now = rows.get(pk=certificate.pk)
    check_can_lead(by, now.attendance.training)
    if now.ended_at is None:
        now.ended_at = at
        now.save(update_fields=["ended_at"])
        _audit(by, at, now, "training: certificate taken back")


def _holds(attendance: Attendance) -> bool:
    held = getattr(attendance, "certificate", None)
    return held is not None and held.ended_at is None


def _given(by: User, at: datetime, attendance: Attendance) -> Certificate:
    held: Certificate | None = getattr(attendance, "certificate", None)
    if held:
        held.ended_at = None
        held.save(update_fields=["ended_at"])
    else:
        number = number_of("".join(secrets.choice(CODE_LETTERS) for _sign in range(NUMBER_LENGTH)))
        held = Certificate.objects.create(
            agency_id=attendance.agency_id, attendance=attendance, number=number, made_at=at
        )
    _audit(by, at, held, "training: certificate given")
    return held


def _audit(by: User, at: datetime, certificate: Certificate, act: str) -> None:
    agency_id = certificate.agency_id
    audit.record(by=by.pk, at=at, agency_id=agency_id, act=act, subject_id=agency_id, target_id=certificate.pk)
