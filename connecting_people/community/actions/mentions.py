"""An entry of the directory came from a training, or was named in one."""

from datetime import datetime

from django.db import transaction

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.models import Asset, Mention
from connecting_people.community.rules import FromTraining
from connecting_people.people.models import User


@transaction.atomic
def mention(*, by: User, at: datetime, asset: Asset, came: FromTraining) -> Mention:
    """Let an entry say that it came up in a training, once however often it was named there."""
    permissions.check_can_keep_directory(by, asset.agency_id)
    found, new = Mention.objects.get_or_create(
        agency_id=asset.agency_id,
        asset=asset,
        from_training=came.id,
        defaults={"training_date": came.day, "by": by, "at": at},
    )
    if new:
        act = "community: named in a training"
        audit.record(
            by=by.pk, at=at, agency_id=asset.agency_id, act=act, subject_id=asset.agency_id, target_id=asset.pk
        )
    return found
