"""Who gives a training: practitioners, service users, carers and people from outside, as equals."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.troubles import Trouble
from connecting_people.people.models import User
from connecting_people.people.standing import standing
from connecting_people.training.models import Attendance, Trainer, Training
from connecting_people.training.permissions import check_can_lead
from connecting_people.training.queries.people import with_login
from connecting_people.training.queries.trainings import locked
from connecting_people.training.rules import Going, Who


class TrainerError(Trouble):
    """Somebody cannot be made a trainer, or stop being one, as asked."""


@transaction.atomic
def add_trainer(
    *,
    by: User,
    at: datetime,
    training: Training,
    who: Who,
    user: User | None = None,
    name: str = "",
    email: str = "",
    experience: str = "",
) -> Trainer:
    """Let somebody give the training: of the agency, or anybody by name. Nobody asks what they did before.

    `email` is the address somebody signs in with here, if they do; whether they do is told to nobody.
    """
    check_can_lead(by, training)
    locked(training, at)
    found = user or with_login(training.agency_id, email)
    if user and not standing(user).roles_in(training.agency_id):
        raise TrainerError(_("Choose somebody of this agency, or write their name."))
    called = name.strip() or (user.name if user else "")
    if not called:
        raise TrainerError(_("Choose somebody, or write their name."))
    if found and training.trainers.filter(user=found, ended_at=None).exists():
        raise TrainerError(_("They give this training already."))
    made = Trainer.objects.create(
        agency_id=training.agency_id,
        training=training,
        user=found,
        name=called,
        who=who,
        experience=experience.strip(),
    )
    _audit(by, at, made, "trainer added")
    return made


@transaction.atomic
def add_trained(*, by: User, at: datetime, training: Training, were_there: Collection[Attendance]) -> list[Trainer]:
    """Let people who were at an earlier training give this one."""
    check_can_lead(by, training)
    gives = set(training.trainers.filter(ended_at=None).values_list("user_id", flat=True)) - {None}
    trained = [one for one in were_there if one.going == Going.CAME and one.agency_id == training.agency_id]
    return [_trained(by, at, training, one) for one in trained if one.user_id is None or one.user_id not in gives]


@transaction.atomic
def end_trainer(*, by: User, at: datetime, trainer: Trainer) -> None:
    """Let somebody give the training no longer; what they led is led by nobody until it is said. One stays."""
    check_can_lead(by, trainer.training)
    now = locked(trainer.training, at)
    if now.trainers.filter(ended_at=None).count() < 2:
        raise TrainerError(_("Somebody has to give the training. Add another first."))
    trainer.ended_at = at
    trainer.save(update_fields=["ended_at"])
    now.blocks.filter(led_by=trainer).update(led_by=None)
    _audit(by, at, trainer, "trainer no longer")


def _trained(by: User, at: datetime, training: Training, one: Attendance) -> Trainer:
    made = Trainer.objects.create(
        agency_id=training.agency_id, training=training, user=one.user, name=one.name, who=one.who
    )
    _audit(by, at, made, "trainer added")
    return made


def _audit(by: User, at: datetime, trainer: Trainer, did: str) -> None:
    audit.record(
        by=by.pk,
        at=at,
        agency_id=trainer.agency_id,
        act=f"training: {did}",
        subject_id=trainer.agency_id,
        target_id=trainer.pk,
    )
