"""What trainers do with a board: open a column, put notes together, tick them off, take them down."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from connecting_people.people.models import User
from connecting_people.training.actions.rooms import RoomError
from connecting_people.training.live import column_of, enter, grow
from connecting_people.training.models import Block, Note, NoteGroup, Room
from connecting_people.training.permissions import check_can_lead
from connecting_people.training.rules import Shown, tidy

Notes = QuerySet[Note, Note]


@transaction.atomic
def reveal(*, by: User, at: datetime, room: Room, column: str) -> None:
    """Open a column for all together, with everything that was written in it so far."""
    check_can_lead(by, room.training)
    if room.block_id is None:
        raise RoomError(_("Nothing is on yet."))
    block = Block.objects.select_for_update().get(pk=room.block_id)
    found = column_of(block, column)
    if found is None or not found.closed_first:
        raise RoomError(_("This column cannot be opened: what is written there stays with its author."))
    if column in block.opened:
        return
    block.opened = [*block.opened, column]
    block.save(update_fields=["opened"])
    version = grow(room.training_id, moved=Room.objects.filter(block=block).values_list("pk", flat=True))
    waiting = Note.objects.filter(block=block, column=column, shown=Shown.KEPT)
    waiting.filter(trainee__taken_down=True).update(shown=Shown.TAKEN_DOWN, version=version)
    waiting.update(shown=Shown.OPEN, version=version)
    enter(by, at, room.training, "column opened", block.pk)


@transaction.atomic
def put_together(*, by: User, at: datetime, room: Room, notes: Notes, title: str, group: NoteGroup | None) -> None:
    """Put notes of one column together, under a new heading or beside those under one that is there."""
    check_can_lead(by, room.training)
    chosen = list(notes.filter(training_id=room.training_id, about=None).only("block_id", "column"))
    if not chosen:
        raise RoomError(_("Choose the notes first."))
    if len({(note.block_id, note.column) for note in chosen}) > 1:
        raise RoomError(_("Choose notes of one column: a heading stands in one column only."))
    first = chosen[0]
    if group is not None and (group.block_id, group.column) != (first.block_id, first.column):
        raise RoomError(_("This heading stands in another column. Choose one of the same column, or write a new one."))
    version = grow(room.training_id)
    if group is None:
        position = NoteGroup.objects.filter(block=first.block_id).count()
        group = NoteGroup.objects.create(
            agency_id=room.agency_id,
            block_id=first.block_id,
            column=first.column,
            title=tidy(title)[:200],
            position=position,
            version=version,
        )
    Note.objects.filter(pk__in=[note.pk for note in chosen]).update(group=group, version=version)
    enter(by, at, room.training, "notes put together", group.pk)


@transaction.atomic
def take_apart(*, by: User, at: datetime, room: Room, notes: Notes) -> None:
    """Take notes out from under their heading."""
    _change(by, at, room, notes, "notes taken apart", group=None)


@transaction.atomic
def tick(*, by: User, at: datetime, room: Room, notes: Notes, off: bool) -> None:
    """Tick points off, or open them again."""
    _change(by, at, room, notes, "points ticked off" if off else "points opened again", ticked_at=at if off else None)


@transaction.atomic
def move_up(*, by: User, at: datetime, room: Room, notes: Notes, up: bool) -> None:
    """Say of places in amber or red that they could move up, or no longer."""
    lights = notes.filter(sort__in=("amber", "red"))
    _change(by, at, room, lights, "places that could move up", moves_up=up)


@transaction.atomic
def take_down(*, by: User, at: datetime, room: Room, notes: Notes) -> None:
    """Take notes down: only who wrote them still sees them, and is told."""
    _change(by, at, room, notes, "notes taken down", shown=Shown.TAKEN_DOWN)


@transaction.atomic
def put_back(*, by: User, at: datetime, room: Room, notes: Notes) -> None:
    """Put back what was taken down."""
    _change(by, at, room, notes.filter(shown=Shown.TAKEN_DOWN), "notes put back", shown=Shown.OPEN)


def _change(by: User, at: datetime, room: Room, notes: Notes, act: str, **values: Any) -> None:
    check_can_lead(by, room.training)
    keys = list(notes.filter(training_id=room.training_id).values_list("pk", flat=True))
    if not keys:
        raise RoomError(_("Choose the notes first."))
    Note.objects.filter(pk__in=keys).update(**values, version=grow(room.training_id))
    enter(by, at, room.training, act, keys[0] if len(keys) == 1 else room.pk)
