"""The way to a live room: trainers by their training, trainees by the secret of their seat."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any, Final, TypeVar
from uuid import UUID

from django.db.models import Count, Model, Q, QuerySet
from django.http import Http404

from connecting_people.core.prepared import Prepared, columns_of, made
from connecting_people.people.models import User
from connecting_people.people.queries import hash_of
from connecting_people.training.models import Block, Room, RoomGroup, Trainee, Trainer, Training
from connecting_people.training.rules import BlockKind, spelled

BOTH_TRACKS: Final = (1, 2)
# Every phone in a room asks for this every few seconds.
_SEAT: Final = Prepared(
    lambda seat_hash, at: (
        Trainee.objects.filter(seat_hash=seat_hash, room__closes_at__gt=at)
        .order_by("pk")
        .values_list(
            *columns_of(Trainee),
            *columns_of(Room, "room__"),
            *columns_of(Training, "room__training__"),
            *columns_of(Block, "room__block__"),
        )
    )
)
_GROUP: Final = Prepared(
    lambda trainee_id, block_id, room_id: (
        RoomGroup.objects.filter(trainees=trainee_id, block_id=block_id, room_id=room_id)
        .order_by("pk")
        .values_list("pk")
    )
)
M = TypeVar("M", bound=Model)


def tracks_of(training: Training) -> tuple[int, ...]:
    """Return the tracks that have a room of their own: both, where two work at the same time, else one for all."""
    parallel = training.blocks.filter(track__in=BOTH_TRACKS).exists()
    return BOTH_TRACKS if parallel else (0,)


def room_of(training: Training, track: int) -> Room | None:
    """Return the room of a track, open or not, if it was ever opened."""
    return training.rooms.filter(track=track).select_related("block").first()


def room_to_lead(training: Training, track: int, at: datetime) -> Room:
    """Return the open room of a track; Http404 where none is open."""
    room = room_of(training, track)
    if room is None or not is_open(room, at):
        raise Http404
    room.training = training
    return room


def is_open(room: Room, at: datetime) -> bool:
    """Say whether a room takes notes at this moment."""
    return room.closed_at is None and at < room.closes_at


def any_open(training: Training, at: datetime) -> bool:
    """Say whether a room of a training takes notes at this moment."""
    return training.rooms.filter(closed_at=None, closes_at__gt=at).exists()


def room_with(code: str, at: datetime) -> Room | None:
    """Return the open room with this code, however it was typed."""
    rows = Room.objects.filter(code_hash=hash_of(spelled(code)), closed_at=None, closes_at__gt=at)
    return rows.select_related("training", "block").first()


def open_room(room_id: UUID, at: datetime) -> Room | None:
    """Return a room to whose door somebody came with its code a moment ago, while it is open."""
    return Room.objects.filter(pk=room_id, closed_at=None, closes_at__gt=at).select_related("training", "block").first()


def seat_of(token: str, at: datetime) -> Trainee | None:
    """Return whose seat this is until the time of the room is over, also where it was closed or they were sent out."""
    row = _SEAT.first(seat_hash=hash_of(token), at=at) if token else None
    if row is None:
        return None
    values = iter(row)
    trainee, room, training = _next(Trainee, values), _next(Room, values), _next(Training, values)
    room.training, room.block = training, _next(Block, values) if room.block_id else None
    trainee.room = room
    return trainee


def _next(model: type[M], values: Iterator[Any]) -> M:
    return made(model, list(islice(values, len(columns_of(model)))))


def seat_after(token: str) -> Trainee | None:
    """Return whose seat this is, however long ago the room was; nobody who was sent out."""
    rows = Trainee.objects.filter(seat_hash=hash_of(token), ejected_at=None) if token else Trainee.objects.none()
    return rows.select_related("room__training", "agency").first()


def agenda_of(room: Room) -> "QuerySet[Block]":
    """Return the blocks that this room goes through, in order; what is to be done before the day is not among them."""
    rows = Block.objects.filter(training_id=room.training_id, track__in={0, room.track})
    return rows.exclude(kind=BlockKind.BEFORE).order_by("position", "pk")


def present(room: Room) -> "QuerySet[Trainee]":
    """Return who came into a room and was not sent out, in the order in which they came."""
    return room.trainees.filter(ejected_at=None).order_by("joined_at", "pk")


def how_many(room: Room) -> int:
    """Return how many are in a room."""
    return present(room).count()


def group_of(trainee: Trainee, block: Block | None) -> RoomGroup | None:
    """Return the pair or small group in which somebody is for this block."""
    return trainee.groups.filter(block=block, room=trainee.room_id).prefetch_related("trainees").first()


def group_id_of(trainee: Trainee, block: Block) -> UUID | None:
    """Return which pair or small group somebody is in for this block."""
    row = _GROUP.first(trainee_id=trainee.pk, block_id=block.pk, room_id=trainee.room_id)
    return row[0] if row else None


def groups_in(room: Room, block: Block | None) -> "QuerySet[RoomGroup]":
    """Return the pairs or groups of a room for this block, with who is in them."""
    return room.groups.filter(block=block).order_by("number").prefetch_related("trainees")


def smallest_group(room: Room) -> RoomGroup | None:
    """Return the group of the block on now that has fewest people who are still there."""
    still = Count("trainees", filter=Q(trainees__ejected_at=None))
    return room.groups.filter(block=room.block_id).annotate(people=still).order_by("people", "number").first()


def trainer_here(user: User, training: Training) -> Trainer | None:
    """Return as which of its trainers somebody leads a training; None for who only looks after the agency."""
    return training.trainers.filter(user=user, ended_at=None).first()
