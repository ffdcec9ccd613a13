"""What people say of a training, without a name, and what its trainers will do better next time."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.people.models import User
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.course.evaluation import HIGHEST, QUESTIONS
from connecting_people.training.models import Evaluation, Improvement, Trainee, Training
from connecting_people.training.permissions import check_can_evaluate, check_can_lead
from connecting_people.training.queries.evaluation import receipt_of, said_already

_IDS: Final = frozenset(one.id for one in QUESTIONS)


class SaidAlready(TrainingError):
    """Somebody said already what they think of this training."""


@transaction.atomic
def say(
    *,
    by: User | Trainee,
    at: datetime,
    training: Training,
    answers: Mapping[str, int],
    good: str = "",
    better: str = "",
    also: User | Trainee | None = None,
) -> None:
    """Keep what somebody thinks of a training, in a row that leads to nobody; each says it once.

    `also` is the seat of whoever is signed in, or the login of whoever holds a seat: both are one person.
    """
    check_can_evaluate(by, training)
    if said_already(by, training, also):
        raise SaidAlready(_("You have said already what you think of it. Thank you."))
    told = {id: level for id, level in answers.items() if id in _IDS and 0 <= level <= HIGHEST}
    if not told and not good.strip() and not better.strip():
        raise TrainingError(_("Choose an answer or write a few words; one is enough."))
    words = {"good": good.strip(), "better": better.strip()}
    _kept, fresh = Evaluation.objects.get_or_create(
        agency_id=training.agency_id,
        training=training,
        receipt=receipt_of(by, training),
        defaults={"answers": told, "on_date": day_of(at), **words},
    )
    if not fresh:
        raise SaidAlready(_("You have said already what you think of it. Thank you."))
    # Who said it is named nowhere, not even to those who read who did what.
    _audit(None, at, training, "training: somebody said how it was")


@transaction.atomic
def plan_better(*, by: User, at: datetime, training: Training, words: str) -> Improvement:
    """Keep what the trainers will do to make the next training better."""
    check_can_lead(by, training)
    if not words.strip():
        raise TrainingError(_("Write what you will do, in a sentence."))
    made = Improvement.objects.create(
        agency_id=training.agency_id, training=training, words=words.strip(), made_by=by, made_at=at
    )
    _audit(by.pk, at, training, "training: something to do better")
    return made


@transaction.atomic
def mark_better(*, by: User, at: datetime, training: Training, improvement: Improvement, done: bool) -> None:
    """Say that something to do better was done, or that it was not after all.

    `training` is the one that it came from, or the next, into whose plan it went.
    """
    check_can_lead(by, training)
    now = Improvement.objects.select_for_update().get(pk=improvement.pk)
    if training.pk not in (now.training_id, now.carried_to_id) and training.copied_from_id != now.training_id:
        raise TrainingError(_("This was not to be done better in this training."))
    if (now.done_at is not None) is done:
        return
    now.done_at = at if done else None
    now.save(update_fields=["done_at"])
    _audit(by.pk, at, training, "training: done better" if done else "training: to do better again")


def _audit(by: UUID | None, at: datetime, training: Training, act: str) -> None:
    agency_id = training.agency_id
    audit.record(by=by, at=at, agency_id=agency_id, act=act, subject_id=agency_id, target_id=training.pk)
