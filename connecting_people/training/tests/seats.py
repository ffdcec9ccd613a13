"""What the tests of the live room's practice space share: a room, seats in it, and browsers that hold one."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.test import Client
from django.utils import timezone

from connecting_people.connections.facts import Facts, told_by
from connecting_people.connections.tests.practice_board import sample
from connecting_people.training.actions import practice_map, trainings
from connecting_people.training.door import SEAT
from connecting_people.training.models import Block, Room, RoomGroup, Trainee
from connecting_people.training.rules import Who
from tests.cast import Cast


def open_room(cast: Cast, at: datetime | None = None, **training: Any) -> Room:
    """Open a room that Ben gives; it closes by itself after twelve hours."""
    at = at or timezone.now()
    planned = trainings.plan(by=cast.ben, at=at, agency=cast.agency, title="A first day together")
    for name, value in training.items():
        setattr(planned, name, value)
    planned.save()
    return Room.objects.create(
        agency=cast.agency,
        training=planned,
        code="ABCD2345",
        code_hash=str(planned.pk),
        opened_at=at,
        closes_at=at + timedelta(hours=12),
    )


def take_seat(room: Room, secret: str = "priya", name: str = "") -> Trainee:
    """Let somebody sit down in the room, who is known by this secret alone."""
    made = Trainee.objects.create(
        agency=room.agency,
        room=room,
        seat_hash=sha256(secret.encode()).hexdigest(),
        name=name,
        who=Who.PRACTITIONER,
        joined_at=room.opened_at + timedelta(minutes=Trainee.objects.count()),
    )
    return Trainee.objects.select_related("room__training").get(pk=made.pk)


def phone(secret: str = "priya") -> Client:
    """Return a browser that holds a seat, and in which nobody is signed in."""
    client = Client()
    client.cookies[SEAT] = secret
    return client


def somebody(seat: Trainee, name: str = "Meera", at: datetime | None = None, **facts: Any) -> Any:
    """Put somebody on the practice map of a seat; return their id."""
    return practice_map.add(by=seat, at=at or timezone.now(), facts=Facts(name, **facts))


def fill(seat: Trainee, count: int) -> None:
    """Put so many people on the practice map of a seat, with as many lines."""
    network, ids = sample(count), {}
    for node in network.nodes:
        ids[node.id] = practice_map.add(by=seat, at=timezone.now(), facts=told_by(node))
    for one, other in network.ties:
        practice_map.tie(by=seat, at=timezone.now(), one=ids[one], other=ids[other])


def block_of(room: Room, activity: str, minutes: int = 24) -> Block:
    """Put an activity on the agenda."""
    return Block.objects.create(
        agency=room.agency, training=room.training, position=1, kind="activity", activity=activity, minutes=minutes
    )


def group_of(room: Room, block: Block, number: int, *members: Trainee) -> None:
    """Make a pair or small group."""
    made = RoomGroup.objects.create(agency=room.agency, room=room, block=block, number=number)
    made.trainees.add(*members)
