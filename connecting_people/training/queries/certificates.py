"""Who came to a training and has a certificate, and what a number says."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from connecting_people.people.standing import Standing
from connecting_people.training.models import Attendance, Certificate, Training
from connecting_people.training.queries.trainings import agency_here, training_to_lead
from connecting_people.training.rules import Going, number_of


def who_came(training: Training) -> "QuerySet[Attendance]":
    """Return those who came, by name, each with their certificate."""
    rows = training.attendances.filter(going=Going.CAME).select_related("certificate", "team")
    return rows.order_by("name", "pk")


def certificate_in(training: Training, certificate_id: UUID) -> Certificate:
    """Return one certificate of a training; Http404 where it has none of this id."""
    rows = Certificate.objects.filter(agency=training.agency_id, attendance__training=training, pk=certificate_id)
    found = rows.select_related("attendance").first()
    if found is None:
        raise Http404
    return found


def certificate_to_read(
    held: Standing, agency_id: UUID, training_id: UUID, certificate_id: UUID
) -> tuple[Training, Certificate]:
    """Return a certificate that counts, for who it is about and who gives the training; Http404 for everybody else."""
    agency = agency_here(held, agency_id)
    own = Certificate.objects.filter(
        agency_id=agency.pk, attendance__training=training_id, attendance__user=held.user, pk=certificate_id
    )
    found = own.select_related("attendance__training__agency").first()
    if found is None:
        found = certificate_in(training_to_lead(held, agency_id, training_id), certificate_id)
    if found.ended_at is not None:
        raise Http404
    return found.attendance.training, found


def by_number(typed: str) -> Certificate | None:
    """Return the certificate of a number, however it was typed, taken back or not; None where there is none."""
    number = number_of(typed)
    rows = Certificate.objects.filter(number=number).select_related("attendance__training", "agency")
    return rows.first() if number else None


def chosen(training: Training, asked: str) -> list[Attendance]:
    """Return whom somebody would give a certificate: one person by their id, or with none all who came."""
    rows = who_came(training)
    if not asked:
        return list(rows)
    try:
        return list(rows.filter(pk=UUID(asked)))
    except ValueError:
        return []


def many_without(training: Training) -> int:
    """Return how many came who never had a certificate."""
    return training.attendances.filter(going=Going.CAME, certificate=None).count()
