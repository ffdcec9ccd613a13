"""A training of Femi's with some of the activities, its open room, and people who come in."""

from typing import Any

from django.test import Client
from django.utils import timezone

from connecting_people.training.actions import notes, rooms, seats, trainings
from connecting_people.training.course.activities import activity
from connecting_people.training.door import SEAT
from connecting_people.training.models import Block, Note, Room, Trainee, Training
from connecting_people.training.queries.rooms import seat_of
from connecting_people.training.rules import BlockKind, Who

SOME = ("explainer", "first-session", "local-connections", "traffic-lights")


def a_training(by: Any, agency: Any, activities: tuple[str, ...] = SOME, track: int = 0) -> Training:
    """Plan a training with these activities in its agenda."""
    training = trainings.plan(by=by, at=timezone.now(), agency=agency, title="A first day together")
    for position, id in enumerate(activities):
        a_block(training, position, id, track)
    return training


def a_block(training: Training, position: int, id: str, track: int = 0, **other: Any) -> Block:
    """Put an activity on the agenda."""
    course = activity(id)
    kind = BlockKind.ACTIVITY
    given = {"minutes": course.minutes, "grouping": course.grouping, "kind": kind, "activity": id, **other}
    return Block.objects.create(agency=training.agency, training=training, position=position, track=track, **given)


def an_open_room(by: Any, training: Training, on: str = "", track: int = 0) -> Room:
    """Open the room, with an activity on."""
    room = rooms.open_room(by=by, at=timezone.now(), training=training, track=track)
    return put_on(by, room, on) if on else room


def put_on(by: Any, room: Room, id: str) -> Room:
    """Move the room to an activity."""
    block = Block.objects.get(training=room.training, activity=id)
    rooms.move(by=by, at=timezone.now(), room=room, coming_from=room.block_id, to=block)
    return again(room)


def again(room: Room) -> Room:
    """Read a room anew."""
    return Room.objects.select_related("training", "block").get(pk=room.pk)


def come_in(room: Room, name: str = "", who: Who = Who.PRACTITIONER) -> tuple[Trainee, Client]:
    """Take a seat; return who it is, and their browser."""
    trainee, token = seats.take_seat(by=None, at=timezone.now(), room=room, name=name, who=who)
    client = Client()
    client.cookies[SEAT] = token
    found = seat_of(token, timezone.now())
    assert found is not None and found.pk == trainee.pk
    return found, client


def writes(trainee: Trainee, column: str, text: str, **other: Any) -> Note:
    """Write a note for what is on now."""
    here = Trainee.objects.select_related("room__block", "room__training").get(pk=trainee.pk)
    block = other.pop("block", here.room.block)
    return notes.write(by=here, at=timezone.now(), block=block, column=column, text=text, **other)


def page_of(client: Client, **asked: Any) -> str:
    """Return the text of the room as somebody's phone shows it."""
    return client.get("/room/", asked).text


def others_come(room: Room, many: int, who: Who = Who.PRACTITIONER) -> list[Trainee]:
    """Let others take seats who speak from the same place."""
    return [come_in(room, who=who)[0] for _number in range(many)]
