"""The way to a training: those who give it lead it, staff of the agency read it, whoever is asked sees their place."""

from uuid import UUID

from django.http import Http404

from connecting_people.people.models import Agency
from connecting_people.people.roles import May
from connecting_people.people.standing import Standing
from connecting_people.training.models import Training
from connecting_people.training.permissions import led_by


def agency_here(held: Standing, agency_id: UUID) -> Agency:
    """Return an agency that this person belongs to; Http404 for every other and for none."""
    for agency in held.agencies:
        if agency.pk == agency_id:
            return agency
    raise Http404


def training_to_lead(held: Standing, agency_id: UUID, training_id: UUID) -> Training:
    """Return a training for somebody who gives it or looks after the agency; Http404 for everybody else."""
    agency = agency_here(held, agency_id)
    rows = Training.objects.filter(agency_id=agency.pk, pk=training_id).select_related("agency")
    found = led_by(held.user, rows).first()
    if found is None:
        raise Http404
    return found


def training_to_read(held: Standing, agency_id: UUID, training_id: UUID) -> Training:
    """Return a training for staff who may plan one, or for somebody who gives it; Http404 for everybody else."""
    agency = agency_here(held, agency_id)
    if not held.may(May.PLAN_TRAININGS, agency.pk):
        return training_to_lead(held, agency_id, training_id)
    found = Training.objects.filter(agency_id=agency.pk, pk=training_id).select_related("agency").first()
    if found is None:
        raise Http404
    return found
