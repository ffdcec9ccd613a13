"""A new training from an earlier one: its plan, its agenda, the trainers' words, and what was to be improved."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Q

from connecting_people.audit import actions as audit
from connecting_people.people.models import User
from connecting_people.training.actions import trainings
from connecting_people.training.actions.trainers import add_trained
from connecting_people.training.models import Attendance, Block, Improvement, Training
from connecting_people.training.permissions import check_can_plan
from connecting_people.training.queries.agenda import blocks_of
from connecting_people.training.rules import Who

# The day is a new one; everything else that was thought about stays.
_PLAN: Final = tuple(name for name in trainings.SAID if name not in ("title", "begins_at", "ends_at"))
_BLOCK: Final = (
    *("position", "track", "kind", "activity", "board", "minutes", "grouping", "goal"),
    *("title", "aim", "needs", "how", "listen_for"),
)


@transaction.atomic
def copy(
    *,
    by: User,
    at: datetime,
    training: Training,
    title: str,
    who: Who = Who.PRACTITIONER,
    trained: Collection[Attendance] = (),
) -> Training:
    """Plan a new training from an earlier one of the same agency; some of those who were trained give it too.

    Who leads what is said anew, but for who copies.
    """
    check_can_plan(by, training.agency_id)
    said = {name: getattr(training, name) for name in _PLAN}
    new = trainings.plan(by=by, at=at, agency=training.agency, title=title, who=who, **said)
    new.copied_from = training
    new.save(update_fields=["copied_from"])
    me = new.trainers.get(user=by)
    Block.objects.bulk_create(
        Block(
            agency_id=new.agency_id,
            training=new,
            led_by=me if block.led_by and block.led_by.user_id == by.pk else None,
            **{name: getattr(block, name) for name in _BLOCK},
        )
        for block in blocks_of(training)
    )
    add_trained(by=by, at=at, training=new, were_there=trained)
    _carry_over(training, new)
    audit.record(
        by=by.pk,
        at=at,
        agency_id=new.agency_id,
        act="training: copied",
        subject_id=new.agency_id,
        target_id=new.pk,
    )
    return new


def _carry_over(training: Training, new: Training) -> None:
    # What another copy has taken on already stays with it; it still shows here until it is ticked off.
    open_ones = Improvement.objects.filter(agency_id=training.agency_id, done_at=None)
    here = Q(training=training, carried_to=None) | Q(carried_to=training)
    open_ones.filter(here).update(carried_to=new)
