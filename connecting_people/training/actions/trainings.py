"""A training from its beginning to its end; who begins it is the first of its trainers."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.people.models import Agency, User
from connecting_people.training import outbox
from connecting_people.training.actions.places import move_up
from connecting_people.training.models import Improvement, Trainer, Training
from connecting_people.training.permissions import check_can_lead, check_can_plan
from connecting_people.training.queries.trainings import last_day, locked, still_to_improve
from connecting_people.training.rules import NEXT, Going, TrainingState, Who

# What can be said of a training.
SAID: Final = (
    *("title", "begins_at", "ends_at", "where", "places"),
    *("for_service_users", "for_practitioners", "for_agency"),
    *("who_comes", "how_long", "when_needed", "room", "materials", "how_chosen"),
)


class TrainingError(Trouble):
    """Something about a training cannot be done as asked."""


class StaleTraining(Stale[Training], TrainingError):
    """Somebody changed the plan after it was read."""


@transaction.atomic
def plan(*, by: User, at: datetime, agency: Agency, title: str, who: Who = Who.PRACTITIONER, **said: Any) -> Training:
    """Begin a training, to be filled in as it takes shape; `said` is what is known of it already."""
    check_can_plan(by, agency.pk)
    _see_that_it_makes_sense({"title": title, **said})
    training = Training.objects.create(agency=agency, title=title.strip(), made_by=by, made_at=at, **said)
    Trainer.objects.create(agency=agency, training=training, user=by, name=by.name, who=who)
    _audit(by, at, training, "planned", {"title": training.title})
    return training


@transaction.atomic
def change(
    *, by: User, at: datetime, training: Training, version: int, said: Mapping[str, Any], link: str = ""
) -> Training:
    """Say the plan anew, and give places that are new; raise StaleTraining when it changed since `version` was read."""
    check_can_lead(by, training)
    now = locked(training, at)
    if now.version != version:
        raise StaleTraining(now)
    _see_that_it_makes_sense(said)
    for name in SAID:
        setattr(now, name, said.get(name, getattr(now, name)))
    now.version += 1
    now.save(update_fields=[*SAID, "version"])
    _audit(by, at, now, "plan changed", {"title": now.title})
    move_up(by=by, at=at, training=now, link=link)
    return now


@transaction.atomic
def call_off(*, by: User, at: datetime, training: Training, why: str) -> None:
    """Call a training off with a reason, and tell everybody who was asked and did not say no."""
    if not why.strip():
        raise TrainingError(_("Write in a line why, so that people understand."))
    now = _move(by, at, training, TrainingState.CALLED_OFF, why.strip())
    outbox.call_off(_who_were_asked(now), last_day(now))


@transaction.atomic
def put_back(*, by: User, at: datetime, training: Training) -> None:
    """Let a training that was called off take place after all, and tell the same people."""
    now = _move(by, at, training, TrainingState.PLANNED)
    outbox.put_back(_who_were_asked(now), last_day(now))


@transaction.atomic
def finish(*, by: User, at: datetime, training: Training) -> None:
    """Say that a training is over. Once it was noted who was there, whoever was not has changed plan."""
    now = _move(by, at, training, TrainingState.OVER)
    if now.attendances.filter(going=Going.CAME).exists():
        now.attendances.filter(going=Going.COMING).update(going=Going.CHANGED_PLAN)


@transaction.atomic
def take_along(*, by: User, at: datetime, training: Training, improvement: Improvement) -> None:
    """Take along what an earlier training left to be better, unless another was quicker."""
    check_can_lead(by, training)
    check_can_plan(by, training.agency_id)
    free = still_to_improve(training).filter(pk=improvement.pk).select_related(None)
    if not free.update(carried_to=training):
        raise TrainingError(_("Another training has taken this along already, or it was seen to."))
    _audit(by, at, training, "improvement taken along")


def _move(by: User, at: datetime, training: Training, to: TrainingState, why: str = "") -> Training:
    check_can_lead(by, training)
    now = locked(training, at)
    if to not in NEXT[TrainingState(now.state)]:
        raise TrainingError(_("This cannot be done with the training as it stands now. Look at it again."))
    now.state, now.why_called_off = to, why
    now.save(update_fields=["state", "why_called_off"])
    _audit(by, at, now, str(to))
    return now


def _see_that_it_makes_sense(said: Mapping[str, Any]) -> None:
    if not str(said.get("title", "")).strip():
        raise TrainingError(_("Give the training a name."))
    begins, ends = said.get("begins_at"), said.get("ends_at")
    if ends and (not begins or ends <= begins):
        raise TrainingError(_("Choose an end that comes after the beginning."))
    if said.get("places", 1) < 1:
        raise TrainingError(_("There is at least one place."))


def _who_were_asked(training: Training) -> list[outbox.To]:
    rows = training.attendances.filter(going__in=(Going.INVITED, Going.COMING, Going.WAITING)).select_related("user")
    return [outbox.To(row.name, row.user.email if row.user else row.email, bool(row.user)) for row in rows]


def _audit(by: User, at: datetime, training: Training, did: str, content: dict[str, str] | None = None) -> None:
    audit.record(
        by=by.pk,
        at=at,
        agency_id=training.agency_id,
        act=f"training: {did}",
        subject_id=training.agency_id,
        target_id=training.pk,
        content=content,
    )
