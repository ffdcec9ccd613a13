"""What is new in a room since a screen last asked."""

from dataclasses import dataclass
from uuid import UUID

from connecting_people.training.course.taught import used_by
from connecting_people.training.course.words import Beside
from connecting_people.training.live import Viewer, Written, column_of
from connecting_people.training.models import NoteGroup, Room
from connecting_people.training.rules import NOTES_A_PAGE
from connecting_people.training.wall import came, kept_by, wall_of


@dataclass(frozen=True)
class News:
    """What is new since a version: all of it, or the timer, these notes, these groups, the open points."""

    whole: bool = False
    timer: bool = False
    notes: tuple[Written, ...] = ()
    groups: tuple[NoteGroup, ...] = ()
    points: bool = False
    here: int = 0


def news(room: Room, viewer: Viewer, since: int, own: UUID | None = None) -> News:
    """Return what came after version `since`, at a cost that grows with that alone; `own` is there in any case."""
    if since < room.moved or since > room.version:
        return News(whole=True)
    wall = wall_of(room)
    notes = wall.after(since)
    if kept := [one for one in kept_by(viewer, room) if one.version > since or one.id == own]:
        notes = sorted([*notes, *kept], key=came)
    if len(notes) > NOTES_A_PAGE or (since < wall.elsewhere and _shows_places(room)):
        return News(whole=True)
    return News(
        timer=since < room.timed,
        notes=tuple(notes),
        groups=tuple(one for one in wall.groups if one.version > since),
        points=since < wall.elsewhere or any(_is_point(room, one) for one in notes),
        here=wall.here,
    )


def _shows_places(room: Room) -> bool:
    # They are notes of another board, drawn beside this one.
    used = used_by(room.block) if room.block is not None else None
    return used is not None and used.beside is Beside.PLACES


def _is_point(room: Room, note: Written) -> bool:
    column = column_of(room.block, note.column) if room.block is not None else None
    return column is not None and column.ticks
