from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.people.models import User
from connecting_people.people.roles import May
from connecting_people.people.standing import standing
from connecting_people.training.models import PracticeSpace, Trainee, Training
from connecting_people.training.rules import Going, practice_goes


def check_can_plan(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` may start a training in this agency, and read those of others to copy them."""
    if not standing(user).may(May.PLAN_TRAININGS, agency_id):
        raise NotAllowed(_("Only staff of this agency can plan a training."))


def check_can_lead(user: User, training: Training) -> None:
    """Raise NotAllowed unless `user` gives this training, whatever else they do here, or looks after the agency."""
    held = standing(user)
    gives = training.trainers.filter(user=user, ended_at=None).exists() and held.roles_in(training.agency_id)
    if not (gives or held.may(May.KEEP_AGENCY, training.agency_id)):
        raise NotAllowed(_("Only those who give this training can do this."))


def check_can_evaluate(by: User | Trainee, training: Training) -> None:
    """Raise NotAllowed unless `by` was at this training: by their place at it, or by their seat in its room."""
    if not came_to(by, training):
        raise NotAllowed(_("This is for those who were at this training."))


def came_to(by: User | Trainee, training: Training) -> bool:
    """Say whether somebody was at a training; who said "I come" counts, as the list is ticked later, if at all."""
    if isinstance(by, Trainee):
        return by.room.training_id == training.pk and by.ejected_at is None
    return training.attendances.filter(user=by, going__in=(Going.CAME, Going.COMING)).exists()


def check_can_speak(trainee: Trainee, at: datetime) -> None:
    """Raise NotAllowed unless a trainee is in the room, and the room is open."""
    if trainee.ejected_at is not None:
        raise NotAllowed(_("A trainer has asked you to leave this room."))
    room = trainee.room
    if room.closed_at is not None or at >= room.closes_at:
        raise NotAllowed(_("This room is closed now. What you wrote before stands under “My notes”."))


def led_by(user: User, trainings: "QuerySet[Training]") -> "QuerySet[Training]":
    """Return those trainings that `user` may lead."""
    held = standing(user)
    here = Q(agency__in=[agency.pk for agency in held.agencies])
    gives = Q(trainers__user=user, trainers__ended_at=None)
    kept = Q(agency__in=[agency.pk for agency in held.where(May.KEEP_AGENCY)])
    return trainings.filter(here & gives | kept).distinct()


def practice_goes_at(trainee: Trainee) -> datetime:
    """Return when what somebody practised in their seat goes, unless they keep it with a login."""
    room = trainee.room
    return practice_goes(
        opened_at=room.opened_at,
        closes_at=room.closes_at,
        closed_at=room.closed_at,
        ends_at=room.training.ends_at,
    )


def check_can_practise(trainee: Trainee, at: datetime) -> None:
    """Raise NotAllowed unless this seat has a practice space at this moment."""
    if trainee.ejected_at is not None or practice_goes_at(trainee) <= at:
        raise NotAllowed(_("The practice space of this training has gone."))


def check_can_keep(user: User, space: PracticeSpace) -> None:
    """Raise NotAllowed where somebody else keeps this practice space."""
    if space.kept_by_id not in (None, user.pk):
        raise NotAllowed(_("Somebody else keeps this practice space."))


def check_keeps(user: User, space: PracticeSpace) -> None:
    """Raise NotAllowed unless `user` is the one who keeps this practice space."""
    if space.kept_by_id != user.pk:
        raise NotAllowed(_("You do not keep this practice space."))


can_plan = allowed(check_can_plan)
can_lead = allowed(check_can_lead)
can_practise = allowed(check_can_practise)
can_keep = allowed(check_can_keep)
can_speak = allowed(check_can_speak)
