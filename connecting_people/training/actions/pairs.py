"""The software makes pairs and small groups from who is in the room."""

import random
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.people.models import User
from connecting_people.training.actions.rooms import RoomError
from connecting_people.training.live import enter, grow
from connecting_people.training.models import Room, RoomGroup
from connecting_people.training.permissions import check_can_lead
from connecting_people.training.queries.rooms import present
from connecting_people.training.rules import shared_out

GROUP_AT_MOST: Final = 12


@transaction.atomic
def share_out(*, by: User, at: datetime, room: Room, size: int) -> list[RoomGroup]:
    """Make pairs, or groups of `size`, in place of those of this block, so that nobody is alone."""
    check_can_lead(by, room.training)
    if not 2 <= size <= GROUP_AT_MOST:
        raise RoomError(_("Choose groups of 2 to %(most)s.") % {"most": GROUP_AT_MOST})
    if room.block_id is None:
        raise RoomError(_("Choose what is on first."))
    people = list(present(room))
    if len(people) < 2:
        raise RoomError(_("Wait until two or more have joined."))
    # Anew each time: people meet those whom they have not worked with.
    random.SystemRandom().shuffle(people)
    RoomGroup.objects.filter(room=room, block=room.block_id).delete()
    groups = []
    for number, members in enumerate(shared_out(people, size), 1):
        group = RoomGroup.objects.create(agency_id=room.agency_id, room=room, block_id=room.block_id, number=number)
        group.trainees.set(members)
        groups.append(group)
    grow(room.training_id, moved=[room.pk])
    enter(by, at, room.training, "groups made", room.block_id)
    return groups
