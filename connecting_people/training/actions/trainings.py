"""A training is begun; who begins it is the first of its trainers."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.troubles import Trouble
from connecting_people.people.models import Agency, User
from connecting_people.training.models import Trainer, Training
from connecting_people.training.permissions import check_can_plan
from connecting_people.training.rules import Who


class TrainingError(Trouble):
    """Something about a training cannot be done as asked."""


@transaction.atomic
def plan(*, by: User, at: datetime, agency: Agency, title: str, who: Who = Who.PRACTITIONER) -> Training:
    """Begin a training, to be filled in as it takes shape."""
    check_can_plan(by, agency.pk)
    if not title.strip():
        raise TrainingError(_("Give the training a name."))
    training = Training.objects.create(agency=agency, title=title.strip(), made_by=by, made_at=at)
    Trainer.objects.create(agency=agency, training=training, user=by, name=by.name, who=who)
    audit.record(
        by=by.pk,
        at=at,
        agency_id=agency.pk,
        act="training: planned",
        subject_id=agency.pk,
        target_id=training.pk,
        content={"title": training.title},
    )
    return training
