"""The trainer's screen: what every screen has, and what leads the room."""

from datetime import datetime
from typing import Any

from connecting_people.training.course.taught import used_by
from connecting_people.training.course.words import Beside
from connecting_people.training.models import Room
from connecting_people.training.presenters.rooms import stops
from connecting_people.training.presenters.screens import TRAINER, shared_parts
from connecting_people.training.queries import boards, rooms
from connecting_people.training.queries.practice import counts_of


def trainer_tag(room: Room) -> str:
    """Return what changes with everything that a trainer sees: also who is here, what is private, how many maps."""
    waiting = sum(boards.hidden_so_far(room.block).values()) if room.block is not None else 0
    return f"{room.version}.{rooms.how_many(room)}.{waiting}.{_maps(room)}"


def _maps(room: Room) -> int:
    used = used_by(room.block) if room.block is not None else None
    return counts_of(room.training).maps if used is not None and used.beside is Beside.OWN_MAP else 0


def trainer_screen(room: Room, at: datetime) -> dict[str, Any]:
    """Return the screen of a trainer."""
    shown = shared_parts(room, TRAINER, at)
    block = room.block
    course_minutes = block.minutes if block is not None else 0
    blocks = list(rooms.agenda_of(room))
    places = [one.pk for one in blocks]
    here = places.index(block.pk) if block is not None and block.pk in places else -1
    return {
        **shown,
        "stops": stops(blocks, room),
        "next": blocks[here + 1].pk if here + 1 < len(places) else None,
        "minutes": course_minutes or 10,
        "here": rooms.how_many(room),
        "groups_made": len(rooms.groups_in(room, block)) if block is not None else 0,
        "headings": [(str(g.pk), g.title) for g in boards.groups_of(block)] if block is not None else [],
        "tag": trainer_tag(room),
    }
