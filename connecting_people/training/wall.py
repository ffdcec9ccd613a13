"""The board that is on in a room, held in memory: each process reads a note once, and not once for each who asks.

Only what everybody may know is held, and what was taken down; never what its author alone sees. `Room.version`, which
every poll reads, says whether what is held is still so, in whichever process it was changed.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from threading import Lock
from typing import Final
from uuid import UUID

from django.db.models import Count

from connecting_people.core.prepared import Prepared, columns_of, made
from connecting_people.training.live import WRITTEN, Viewer, Written, written
from connecting_people.training.models import Note, NoteGroup, Room, Trainee
from connecting_people.training.rules import Shown

_ROOMS_AT_ONCE: Final = 32


@dataclass(frozen=True)
class Wall:
    """A board as it was at a version: its notes by when they last changed, its headings, how many people are here.

    `elsewhere` is the version at which a note of another board last changed, as far as this process knows. `counted`
    keeps what is counted of this version when somebody first asks.
    """

    block_id: UUID | None
    moved: int
    version: int
    elsewhere: int
    here: int
    notes: tuple[Written, ...]
    groups: tuple[NoteGroup, ...]
    counted: dict[str, int | None] = field(default_factory=dict)

    @cached_property
    def in_order(self) -> tuple[Written, ...]:
        """The notes as they came."""
        return tuple(sorted(self.notes, key=came))

    @cached_property
    def answered(self) -> frozenset[UUID]:
        """The notes to which everybody sees an answer."""
        return frozenset(one.about_id for one in self.notes if one.about_id and one.shown == Shown.OPEN)

    def after(self, version: int) -> list[Written]:
        """Return the notes that changed after a version, as they came."""
        found = []
        for note in reversed(self.notes):
            if note.version <= version:
                break
            found.append(note)
        return sorted(found, key=came)


def came(note: Written) -> tuple[datetime, UUID]:
    """Return by what notes stand in the order in which they came."""
    return note.made_at, note.id


def wall_of(room: Room) -> Wall:
    """Return the board that is on, as it was at the version of `room` or later."""
    held = _WALLS.get(room.pk)
    if held is not None and _is_of(held, room) and held.version >= room.version:
        return held
    with _READING:
        held = _WALLS.get(room.pk)
        if held is None or not _is_of(held, room):
            held = _anew(room)
        elif held.version < room.version:
            held = _further(held, room)
        _WALLS.pop(room.pk, None)
        _WALLS[room.pk] = held
        if len(_WALLS) > _ROOMS_AT_ONCE:
            del _WALLS[next(iter(_WALLS))]
        return held


def kept_by(viewer: Viewer, room: Room) -> list[Written]:
    """Return what somebody wrote on the board that is on, and alone may see."""
    if viewer.trainee_id is None or room.block_id is None:
        return []
    return [written(row) for row in _KEPT.rows(trainee_id=viewer.trainee_id, block_id=room.block_id)]


def _is_of(wall: Wall, room: Room) -> bool:
    return (wall.block_id, wall.moved) == (room.block_id, room.moved)


def _anew(room: Room) -> Wall:
    # Notes elsewhere may have changed up to now; only what changes them from here on is seen to.
    notes = tuple(map(written, _OF_A_BLOCK.rows(block_id=room.block_id))) if room.block_id else ()
    groups = _groups_after(room, -1)
    return Wall(room.block_id, room.moved, room.version, room.version, _how_many(room), notes, groups)


def _further(wall: Wall, room: Room) -> Wall:
    changed = list(map(written, _CHANGED.rows(training_id=room.training_id, version=wall.version)))
    again = {one.id for one in changed}
    groups = _groups_after(room, wall.version)
    renewed = {one.pk for one in groups}
    return replace(
        wall,
        version=room.version,
        elsewhere=max([wall.elsewhere, *(one.version for one in changed if one.block_id != room.block_id)]),
        here=_how_many(room),
        notes=(
            *(one for one in wall.notes if one.id not in again),
            *(one for one in changed if one.block_id == room.block_id),
        ),
        groups=(*(one for one in wall.groups if one.pk not in renewed), *groups),
        counted={},
    )


def _groups_after(room: Room, version: int) -> tuple[NoteGroup, ...]:
    if room.block_id is None:
        return ()
    return tuple(made(NoteGroup, row) for row in _GROUPS.rows(block_id=room.block_id, version=version))


def _how_many(room: Room) -> int:
    row = _HERE.first(room_id=room.pk)
    return int(row[0]) if row else 0


_WALLS: Final[dict[UUID, Wall]] = {}
_READING: Final = Lock()
_SHARED: Final = Note.objects.exclude(shown=Shown.KEPT).order_by("version", "pk").values_list(*WRITTEN)
_OF_A_BLOCK: Final = Prepared(lambda block_id: _SHARED.filter(block_id=block_id))
_CHANGED: Final = Prepared(lambda training_id, version: _SHARED.filter(training_id=training_id, version__gt=version))
_KEPT: Final = Prepared(
    lambda trainee_id, block_id: (
        Note.objects.filter(trainee_id=trainee_id, block_id=block_id, shown=Shown.KEPT)
        .order_by("made_at", "pk")
        .values_list(*WRITTEN)
    )
)
_GROUPS: Final = Prepared(
    lambda block_id, version: (
        NoteGroup.objects.filter(block_id=block_id, version__gt=version)
        .order_by("position", "pk")
        .values_list(*columns_of(NoteGroup))
    )
)
_HERE: Final = Prepared(
    lambda room_id: (
        Trainee.objects.filter(room_id=room_id, ejected_at=None)
        .values("room_id")
        .annotate(many=Count("pk"))
        .order_by("room_id")
        .values_list("many")
    )
)
