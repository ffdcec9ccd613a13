"""A trainer opens and closes the room, and leads it through the agenda."""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.core.troubles import Trouble
from connecting_people.people.models import User
from connecting_people.training.live import enter, grow, new_code
from connecting_people.training.models import Block, Room, Training
from connecting_people.training.permissions import check_can_lead
from connecting_people.training.rules import ROOM_LASTS, ROOM_STAYS

SLIDES_AT_MOST: Final = 500
NO_TIMER: Final[dict[str, Any]] = {"timer_ends_at": None, "timer_left": None, "timer_length": 0}


class RoomError(Trouble):
    """Something in the live room cannot be done as asked."""


class MovedAlready(RoomError):
    """Another trainer was quicker to move the room."""


@transaction.atomic
def open_room(*, by: User, at: datetime, training: Training, track: int = 0, stays: bool = False) -> Room:
    """Open the room of a track, or open it again with another code; one that is open stays as it is.

    It lasts for a day's work, or where it `stays` open for what comes to mind after the training, for a week.
    """
    check_can_lead(by, training)
    fresh = {**new_code(), "opened_at": at, "closes_at": at + (ROOM_STAYS if stays else ROOM_LASTS)}
    beside = training.rooms.order_by("-version").first()
    key = {"agency_id": training.agency_id, "training": training, "track": track}
    version = beside.version if beside else 1
    room, made = Room.objects.get_or_create(**key, defaults={**fresh, "version": version, "moved": version})
    if not made:
        if room.closed_at is None and at < room.closes_at:
            return room
        Room.objects.filter(pk=room.pk).update(**fresh, closed_at=None)
    grow(training.pk, moved=[room.pk])
    room.refresh_from_db()
    enter(by, at, training, "room opened", room.pk)
    return room


@transaction.atomic
def close(*, by: User, at: datetime, room: Room) -> None:
    """Close a room: its code opens nothing, nobody writes, and all keep what they wrote."""
    check_can_lead(by, room.training)
    Room.objects.filter(pk=room.pk).update(closed_at=at, **NO_TIMER)
    grow(room.training_id, moved=[room.pk])
    enter(by, at, room.training, "room closed", room.pk)


@transaction.atomic
def move(*, by: User, at: datetime, room: Room, coming_from: UUID | None, to: Block) -> None:
    """Move to a block of the agenda, from the one that the trainer saw; whoever was quicker has moved it already."""
    check_can_lead(by, room.training)
    if to.training_id != room.training_id:
        raise RoomError(_("This is not on the agenda of this training."))
    now = Room.objects.select_for_update().select_related(None).get(pk=room.pk)
    if now.block_id == to.pk:
        return
    if now.block_id != coming_from:
        raise MovedAlready(_("Somebody else moved the room a moment ago. This is where it is now."))
    Room.objects.filter(pk=room.pk).update(block=to, slide=0, **NO_TIMER)
    grow(room.training_id, moved=[room.pk], timed=[room.pk])
    enter(by, at, room.training, "room moved", to.pk)


@transaction.atomic
def show_slide(*, by: User, at: datetime, room: Room, number: int) -> None:
    """Show another slide of what is presented now."""
    check_can_lead(by, room.training)
    Room.objects.filter(pk=room.pk).update(slide=min(max(number, 0), SLIDES_AT_MOST))
    grow(room.training_id, moved=[room.pk])
    enter(by, at, room.training, "slide shown", room.pk)
