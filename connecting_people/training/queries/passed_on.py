"""What is read to show how trainings were passed on."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F, QuerySet

from connecting_people.training.models import Attendance, Trainer, Training
from connecting_people.training.rules import Going, TrainingState

AT_MOST = 200


def latest(agency_id: UUID) -> list[Training]:
    """Return an agency's trainings that were not called off, in the order of time: the latest two hundred."""
    rows = Training.objects.filter(agency_id=agency_id).exclude(state=TrainingState.CALLED_OFF)
    newest = rows.order_by(F("begins_at").desc(nulls_first=True), "-made_at", "pk")[:AT_MOST]
    return list(newest)[::-1]


def gave(trainings: Sequence[Training]) -> "QuerySet[Trainer]":
    """Return who gives or gave these trainings, by name."""
    return Trainer.objects.filter(training__in=trainings, ended_at=None).order_by("name", "pk")


def came(trainings: Sequence[Training]) -> "QuerySet[Attendance]":
    """Return who was at these trainings."""
    return Attendance.objects.filter(training__in=trainings, going=Going.CAME).order_by("pk")
