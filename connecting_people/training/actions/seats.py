"""Somebody takes a seat in the room, without an account, and may be asked to leave it.

What trainees do stands in no audit: nobody knows who they are, and their notes carry all that is known of them.
"""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.people.models import User
from connecting_people.people.queries import hash_of
from connecting_people.training.actions.rooms import RoomError
from connecting_people.training.live import enter, grow, new_code
from connecting_people.training.models import Note, Room, Trainee
from connecting_people.training.permissions import check_can_lead
from connecting_people.training.queries.rooms import how_many, is_open, smallest_group
from connecting_people.training.rules import NAME_AT_MOST, TRAINEES_AT_MOST, Shown, Who, tidy


@transaction.atomic
def take_seat(*, by: None, at: datetime, room: Room, name: str, who: Who) -> tuple[Trainee, str]:
    """Take a seat, with a name of one's choice or none; return it with the secret that alone opens it."""
    room = Room.objects.select_for_update().select_related("training").get(pk=room.pk)
    if not is_open(room, at):
        raise RoomError(_("This room is closed now."))
    if how_many(room) >= TRAINEES_AT_MOST:
        raise RoomError(
            _("This room is full: it has %(most)s places. Ask a trainer to make room.") % {"most": TRAINEES_AT_MOST}
        )
    token = secrets.token_urlsafe(32)
    trainee = Trainee.objects.create(
        agency_id=room.agency_id,
        room=room,
        seat_hash=hash_of(token),
        name=tidy(name).replace("\n", " ")[:NAME_AT_MOST],
        who=who,
        joined_at=at,
    )
    # Who comes late goes where fewest are; the others see it.
    group = smallest_group(room)
    if group is not None:
        group.trainees.add(trainee)
        grow(room.training_id, moved=[room.pk])
    return trainee, token


@transaction.atomic
def eject(
    *, by: User, at: datetime, room: Room, trainee: Trainee, take_down: bool = False, change_code: bool = False
) -> None:
    """Ask somebody to leave: their seat opens nothing more. Where a trainer says so, what they wrote is taken down, now
    or once its column is opened, and the code is changed, so that the one they know lets nobody in again.
    """
    check_can_lead(by, room.training)
    gone = {"ejected_at": at, "taken_down": take_down}
    if not Trainee.objects.filter(pk=trainee.pk, room=room, ejected_at=None).update(**gone):
        # The other trainer was quicker, or they sit in another room.
        return
    if change_code:
        Room.objects.filter(pk=room.pk).update(**new_code())
    version = grow(room.training_id, moved=[room.pk] if change_code else [])
    if take_down:
        Note.objects.filter(trainee=trainee, shown=Shown.OPEN).update(shown=Shown.TAKEN_DOWN, version=version)
    enter(by, at, room.training, "trainee asked to leave", trainee.pk)
    if change_code:
        enter(by, at, room.training, "code changed", room.pk)


@transaction.atomic
def leave(*, by: Trainee, at: datetime) -> None:
    """Give up one's own seat: it opens nothing more, and what one wrote stays as it is."""
    if Trainee.objects.filter(pk=by.pk, ejected_at=None).update(ejected_at=at):
        grow(by.room.training_id)


@transaction.atomic
def change_room(*, by: Trainee, at: datetime, to: Room) -> None:
    """Take one's seat along to the other room of the same training; RoomError where it is closed or full."""
    room = Room.objects.select_for_update().get(pk=to.pk, training_id=by.room.training_id)
    if not is_open(room, at) or how_many(room) >= TRAINEES_AT_MOST:
        raise RoomError(_("There is no place in that room now. Ask a trainer to make room."))
    Trainee.objects.filter(pk=by.pk, ejected_at=None).update(room=room)
    group = smallest_group(room)
    if group is not None:
        group.trainees.add(by)
    grow(room.training_id, moved=[room.pk, by.room_id])
