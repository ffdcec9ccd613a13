"""The timer of the room: it runs until a moment, or stands still with seconds left."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.people.models import User
from connecting_people.training.actions.rooms import NO_TIMER, RoomError
from connecting_people.training.live import enter, grow
from connecting_people.training.models import Room
from connecting_people.training.permissions import check_can_lead

MINUTES_AT_MOST: Final = 240


@transaction.atomic
def start(*, by: User, at: datetime, room: Room, minutes: int) -> None:
    """Start the timer."""
    if not 1 <= minutes <= MINUTES_AT_MOST:
        raise RoomError(_("Choose from 1 to %(most)s minutes.") % {"most": MINUTES_AT_MOST})
    ends = at + timedelta(minutes=minutes)
    _set(by, at, room, "timer started", timer_ends_at=ends, timer_left=None, timer_length=minutes * 60)


@transaction.atomic
def pause(*, by: User, at: datetime, room: Room) -> None:
    """Let the timer stand still."""
    if (now := _as_it_is(room)).timer_ends_at is not None:
        left = max(0, int((now.timer_ends_at - at).total_seconds()))
        _set(by, at, room, "timer paused", timer_ends_at=None, timer_left=left)


@transaction.atomic
def go_on(*, by: User, at: datetime, room: Room) -> None:
    """Let the timer go on where it stood still."""
    if (now := _as_it_is(room)).timer_left is not None:
        _set(by, at, room, "timer went on", timer_ends_at=at + timedelta(seconds=now.timer_left), timer_left=None)


@transaction.atomic
def add_minute(*, by: User, at: datetime, room: Room) -> None:
    """Give a minute more, also where time has run out."""
    now = _as_it_is(room)
    if now.timer_left is not None:
        more = {"timer_left": now.timer_left + 60, "timer_length": now.timer_length + 60}
        _set(by, at, room, "timer: a minute more", **more)
    elif now.timer_ends_at is not None:
        ends = max(now.timer_ends_at, at) + timedelta(minutes=1)
        _set(by, at, room, "timer: a minute more", timer_ends_at=ends, timer_length=now.timer_length + 60)


@transaction.atomic
def stop(*, by: User, at: datetime, room: Room) -> None:
    """Put the timer away."""
    _set(by, at, room, "timer stopped", **NO_TIMER)


def _as_it_is(room: Room) -> Room:
    return Room.objects.select_for_update().get(pk=room.pk)


def _set(by: User, at: datetime, room: Room, act: str, **timer: Any) -> None:
    check_can_lead(by, room.training)
    Room.objects.filter(pk=room.pk).update(**timer)
    grow(room.training_id, timed=[room.pk])
    enter(by, at, room.training, act, room.pk)
