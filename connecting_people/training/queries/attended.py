"""The way to what comes after a training for those who were there: by their place at it, or their seat in its room."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.http import Http404

from connecting_people.people.models import User
from connecting_people.people.standing import Standing
from connecting_people.training.course.taking_home import OWN_PRACTICE
from connecting_people.training.models import Certificate, Note, Trainee, Training, WillDo
from connecting_people.training.permissions import came_to
from connecting_people.training.queries.trainings import agency_here
from connecting_people.training.rules import Shown


@dataclass(frozen=True)
class Attended:
    """A training as it reaches somebody who was there: signed in, or in a seat of its room."""

    training: Training
    by: User | Trainee

    @property
    def signed_in(self) -> bool:
        """Say whether they have a login, and so a place that they find again weeks later."""
        return isinstance(self.by, User)


def attended(held: Standing, agency_id: UUID, training_id: UUID) -> Attended:
    """Return a training for somebody of its agency who was there; Http404 for everybody else."""
    agency = agency_here(held, agency_id)
    found = Training.objects.filter(agency_id=agency.pk, pk=training_id).select_related("agency").first()
    if found is None or not came_to(held.user, found):
        raise Http404
    return Attended(found, held.user)


def attended_in_seat(trainee: Trainee | None) -> Attended:
    """Return the training in whose room this browser has a seat; Http404 where it has none."""
    if trainee is None:
        raise Http404
    return Attended(trainee.room.training, trainee)


def will_dos(here: Attended) -> "QuerySet[WillDo]":
    """Return what somebody will do after a training, what is not done first."""
    whose = {"user": here.by} if isinstance(here.by, User) else {"trainee": here.by}
    rows = WillDo.objects.filter(agency=here.training.agency_id, training=here.training, **whose)
    return rows.order_by(F("done_at").asc(nulls_first=True), "-made_at", "pk")


def meant_in_the_room(here: Attended) -> str:
    """Return what somebody in a seat last wrote for themselves that they would do; nothing for who has a login."""
    if isinstance(here.by, User):
        return ""
    on = Q(block__activity=OWN_PRACTICE.id) | Q(block__activity="", block__board=OWN_PRACTICE.id)
    rows = Note.objects.filter(on, trainee=here.by, column="mine").exclude(shown=Shown.TAKEN_BACK)
    last = rows.order_by("-made_at", "pk").first()
    return last.text if last else ""


def will_do_in(here: Attended, will_do_id: UUID) -> WillDo:
    """Return one thing that somebody will do; Http404 for what is not theirs."""
    found = will_dos(here).filter(pk=will_do_id).first()
    if found is None:
        raise Http404
    return found


def certificate_for(here: Attended) -> Certificate | None:
    """Return somebody's own certificate of a training; None where there is none or it was taken back."""
    if not isinstance(here.by, User):
        return None
    rows = Certificate.objects.filter(attendance__training=here.training, attendance__user=here.by, ended_at=None)
    return rows.first()
