"""The way to a training: those who give it lead it, staff of the agency read it, whoever is asked sees their place."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from connecting_people.core.london import LONDON, day_of
from connecting_people.people.models import Agency, User
from connecting_people.people.roles import May
from connecting_people.people.rules import STAFF
from connecting_people.people.standing import Standing
from connecting_people.training.models import Attendance, Improvement, Trainer, Training
from connecting_people.training.permissions import led_by
from connecting_people.training.rules import HOLDS_A_PLACE, TrainingState, state_on

ASKED_AT_MOST: Final = 30


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
    return as_of(found, timezone.localdate())


def training_to_read(held: Standing, agency_id: UUID, training_id: UUID) -> Training:
    """Return a training for staff who may plan one, or for somebody who gives it; Http404 for everybody else."""
    agency = agency_here(held, agency_id)
    if not held.may(May.PLAN_TRAININGS, agency.pk):
        return training_to_lead(held, agency_id, training_id)
    found = Training.objects.filter(agency_id=agency.pk, pk=training_id).select_related("agency").first()
    if found is None:
        raise Http404
    return as_of(found, timezone.localdate())


def place_of(held: Standing, agency_id: UUID, training_id: UUID) -> Attendance:
    """Return somebody's own place at a training that they were asked to; Http404 for everybody else."""
    agency = agency_here(held, agency_id)
    rows = Attendance.objects.filter(agency_id=agency.pk, training_id=training_id, user=held.user)
    found = rows.select_related("training__agency", "user").first()
    if found is None:
        raise Http404
    as_of(found.training, timezone.localdate())
    return found


def agency_to_plan(held: Standing, agency_id: UUID) -> Agency:
    """Return an agency for somebody who may plan a training there; Http404 for everybody else."""
    agency = agency_here(held, agency_id)
    if not held.may(May.PLAN_TRAININGS, agency.pk):
        raise Http404
    return agency


def agency_of_staff(held: Standing, agency_id: UUID) -> Agency:
    """Return an agency for one of its staff; Http404 for everybody else."""
    agency = agency_here(held, agency_id)
    if not held.roles_in(agency.pk) & STAFF:
        raise Http404
    return agency


def last_day(training: Training) -> date | None:
    """Return the day on which a training ends, if that is known."""
    at = training.ends_at or training.begins_at
    return day_of(at) if at else None


def as_of(training: Training, today: date) -> Training:
    """Return a training with its state as it is today: the day after its last day it is over.

    No job turns them over; so look-ups, which take no `at`, ask what day it is.
    """
    training.state = state_on(TrainingState(training.state), last_day(training), today)
    return training


def locked(training: Training, at: datetime) -> Training:
    """Return a training as it stands now, for nobody else to change until the act is done."""
    rows = Training.objects.select_for_update(of=("self",)).select_related("agency")
    return as_of(rows.get(pk=training.pk), day_of(at))


def _past(today: date) -> Q:
    midnight = datetime.combine(today, time.min, LONDON)
    gone = Q(ends_at__lt=midnight) | Q(ends_at=None, begins_at__lt=midnight)
    return Q(state=TrainingState.OVER) | gone


def coming(agency_id: UUID, today: date) -> "QuerySet[Training]":
    """Return the trainings of an agency that lie ahead, the next first; those without a day come last."""
    rows = Training.objects.filter(agency_id=agency_id).exclude(_past(today))
    return _told(rows).order_by(*_NEXT_FIRST)


def past(agency_id: UUID, today: date) -> "QuerySet[Training]":
    """Return the trainings of an agency that are over, the latest first."""
    rows = Training.objects.filter(agency_id=agency_id).filter(_past(today))
    return _told(rows).order_by(F("begins_at").desc(nulls_last=True), "-made_at", "pk")


def places_of(user: User, agency_id: UUID) -> "QuerySet[Attendance]":
    """Return the trainings that somebody was asked to, or came to, in an agency, the latest first."""
    rows = Attendance.objects.filter(agency_id=agency_id, user=user).select_related("training")
    return rows.order_by(F("training__begins_at").desc(nulls_last=True), "-asked_at", "pk")


def trainers_of(training_ids: Collection[UUID]) -> "QuerySet[Trainer]":
    """Return who gives some trainings, in the order of their names."""
    return Trainer.objects.filter(training__in=training_ids, ended_at=None).order_by("name", "pk")


def to_improve(training: Training) -> "QuerySet[Improvement]":
    """Return what was to be improved when this training was planned: what it was given, and what it was copied with."""
    rows = Improvement.objects.filter(agency_id=training.agency_id)
    given = Q(carried_to=training)
    if training.copied_from_id:
        open_then = Q(done_at=None) | Q(done_at__gte=training.made_at)
        given |= Q(training_id=training.copied_from_id) & open_then
    return rows.filter(given).order_by("made_at", "pk")


def open_improvements(training: Training) -> "QuerySet[Improvement]":
    """Return what is still to be improved after a training: a copy of it takes this on."""
    rows = Improvement.objects.filter(agency_id=training.agency_id, done_at=None)
    return rows.filter(Q(training=training) | Q(carried_to=training)).order_by("made_at", "pk")


def still_to_improve(training: Training) -> "QuerySet[Improvement]":
    """Return what earlier trainings of the agency left to be better, and no other training has taken along."""
    rows = Improvement.objects.filter(agency_id=training.agency_id, carried_to=None, done_at=None)
    rows = rows.exclude(training__in=[training.pk, training.copied_from_id or training.pk])
    return rows.select_related("training").order_by("-made_at", "pk")


def improvement_in(training: Training, improvement_id: UUID) -> Improvement:
    """Return one thing that was to be improved in a training; Http404 when it has none of this id."""
    found = to_improve(training).filter(pk=improvement_id).first()
    if found is None:
        raise Http404
    return found


def improvement_of(agency: Agency, improvement_id: UUID) -> Improvement:
    """Return one thing that some training of an agency left to be better; Http404 when there is none of this id."""
    found = Improvement.objects.filter(agency=agency, pk=improvement_id).first()
    if found is None:
        raise Http404
    return found


def taken(training: Training) -> int:
    """Return how many places of a training are taken."""
    return training.attendances.filter(going__in=HOLDS_A_PLACE).count()


def has_begun(training: Training, at: datetime) -> bool:
    """Say whether a training has begun, so that it can be over; one without a day can be over at any time."""
    return training.begins_at is None or training.begins_at <= at


def _told(rows: "QuerySet[Training]") -> "QuerySet[Training]":
    taken = Q(attendances__going__in=HOLDS_A_PLACE)
    return rows.annotate(taken=Count("attendances", filter=taken))


_NEXT_FIRST = (F("begins_at").asc(nulls_last=True), "made_at", "pk")


@dataclass(frozen=True)
class Listed:
    """The trainings of an agency as they reach one of its people."""

    asked: list[Attendance]
    given: list[Training]
    others: list[Training]
    past: list[Training]
    older: bool
    names: list[Trainer]
    opens: set[UUID]


def listed(held: Standing, agency_id: UUID, today: date, page: int, size: int) -> Listed:
    """Return what somebody sees of an agency's trainings: staff all, others what they give and are asked to."""
    here, gone = coming(agency_id, today), past(agency_id, today)
    gives = Trainer.objects.filter(agency_id=agency_id, user=held.user, ended_at=None)
    mine = set(gives.values_list("training_id", flat=True))
    if not held.may(May.PLAN_TRAININGS, agency_id):
        here, gone = here.filter(pk__in=mine), gone.filter(pk__in=mine)
    ahead = list(here)
    behind = list(gone[(page - 1) * size : page * size + 1])
    asked = list(places_of(held.user, agency_id)[:ASKED_AT_MOST])
    shown = [*ahead, *behind, *(one.training for one in asked)]
    for one in shown:
        as_of(one, today)
    opens = {one.pk for one in shown} if held.may(May.KEEP_AGENCY, agency_id) else mine
    return Listed(
        asked=asked,
        given=[one for one in ahead if one.pk in mine],
        others=[one for one in ahead if one.pk not in mine],
        past=behind[:size],
        older=len(behind) > size,
        names=list(trainers_of([one.pk for one in shown])),
        opens=opens,
    )
