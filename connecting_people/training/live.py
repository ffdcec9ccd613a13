"""The live room: what is on a board, what is new in it, and who may know."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from connecting_people.audit import actions as audit
from connecting_people.people.models import User
from connecting_people.people.queries import hash_of
from connecting_people.training.course.networks import PLACES
from connecting_people.training.course.taught import board_of, used_by
from connecting_people.training.course.words import Beside, Column, Screen
from connecting_people.training.models import Block, Note, NoteGroup, Room
from connecting_people.training.rules import CODE_LENGTH, CODE_LETTERS, NOTES_A_PAGE, BlockKind, Lands, Shown

_GUEST: Final = (
    Column("questions", _("Questions for our guest"), _("What would you like to ask?"), ticks=True),
    Column(
        "heard",
        _("What we heard"),
        _("Which place, what is missing, or what would you like to try here?"),
        lands=(Lands.DIRECTORY, Lands.GAP, Lands.IDEA),
    ),
)
_OWN: Final = (Column("notes", _("Our notes"), _("What would you like everybody to see?")),)
_WRITTEN: Final = (
    *("id", "block_id", "column", "text", "who", "named", "trainee_id", "trainee__name", "trainer_id", "from_paper"),
    *("about_id", "sort", "group_id", "room_group__number", "shown", "ticked_at", "moves_up"),
    *("tells_who", "tells_group"),
)


@dataclass(frozen=True)
class Viewer:
    """Before whose eyes something comes: a screen, and for a phone, whose."""

    screen: Screen
    trainee_id: UUID | None = None

    def may_know(self) -> Q:
        """Return which notes this viewer may read: a condition on notes."""
        if self.screen is Screen.TRAINER:
            return Q(shown__in=(Shown.OPEN, Shown.TAKEN_DOWN))
        if self.screen is Screen.TRAINEE:
            return Q(shown=Shown.OPEN) | Q(trainee_id=self.trainee_id) & ~Q(shown=Shown.TAKEN_BACK)
        return Q(shown=Shown.OPEN)

    def knows(self, note: "Written") -> bool:
        """Say the same of one note that was read."""
        if self.screen is Screen.TRAINEE and note.trainee_id == self.trainee_id:
            return note.shown != Shown.TAKEN_BACK
        return note.shown == Shown.OPEN or (self.screen is Screen.TRAINER and note.shown == Shown.TAKEN_DOWN)


@dataclass(frozen=True)
class Written:
    """A note as it was read: name, kind and group are there only where they may stand beside it."""

    id: UUID
    block_id: UUID
    column: str
    text: str
    who: str
    named: bool
    trainee_id: UUID | None
    name: str
    trainer_id: UUID | None
    from_paper: bool
    about_id: UUID | None
    sort: str
    group_id: UUID | None
    room_group: int | None
    shown: str
    ticked_at: datetime | None
    moves_up: bool


@dataclass(frozen=True)
class News:
    """What is new since a version: all of it, or the timer, these notes, these groups, the open points."""

    whole: bool = False
    timer: bool = False
    notes: tuple[Written, ...] = ()
    groups: tuple[NoteGroup, ...] = ()
    points: bool = False


def columns_of(block: Block) -> tuple[Column, ...]:
    """Return the columns of a block's board: those of its activity, of questions to a guest, or one for notes."""
    if block.kind == BlockKind.GUEST:
        return _GUEST
    return board_of(block) or (_OWN if block.kind in {BlockKind.OWN, BlockKind.PROMPT} else ())


def column_of(block: Block, id: str) -> Column | None:
    """Return one column of a block's board, if it has one of this name."""
    return next((one for one in columns_of(block) if one.id == id), None)


def is_closed(block: Block, column: Column) -> bool:
    """Say whether what is written here is its author's alone, for good or until a trainer opens the column."""
    return column.kept or (column.closed_first and column.id not in block.opened)


def point_columns(blocks: Iterable[Block]) -> list[tuple[Block, Column]]:
    """Return where points are that trainers tick off; what guests are asked stays with the guests."""
    of = (block for block in blocks if block.kind != BlockKind.GUEST)
    return [(block, column) for block in of for column in columns_of(block) if column.ticks]


def read(notes: Any) -> list[Written]:
    """Return the rows of a queryset of notes as they are shown; what may not stand beside them is left behind here."""
    found = (dict(zip(_WRITTEN, row, strict=True)) for row in notes.values_list(*_WRITTEN))
    return [_written(**row) for row in found]


def _written(
    who: str,
    trainee__name: str | None,
    room_group__number: int | None,
    tells_who: bool,
    tells_group: bool,
    **row: Any,
) -> Written:
    name = trainee__name if row["named"] else ""
    group = room_group__number if tells_group else None
    return Written(who=who if tells_who else "", name=name or "", room_group=group, **row)


def news(room: Room, viewer: Viewer, since: int, own: UUID | None = None) -> News:
    """Return what came after version `since`, at a cost that grows with that alone; `own` is there in any case."""
    if since < room.moved or since > room.version:
        return News(whole=True)
    changed = Q(version__gt=since) & (~Q(shown=Shown.KEPT) | Q(trainee_id=viewer.trainee_id, trainee__isnull=False))
    changed = changed | Q(pk=own, trainee_id=viewer.trainee_id) if own else changed
    rows = Note.objects.filter(changed, training_id=room.training_id).order_by("made_at", "pk")
    notes = read(rows[: NOTES_A_PAGE + 1])
    if len(notes) > NOTES_A_PAGE or any(_is_place(room, one) for one in notes):
        return News(whole=True)
    return News(
        timer=since < room.timed,
        notes=tuple(one for one in notes if one.block_id == room.block_id),
        groups=tuple(NoteGroup.objects.filter(block=room.block, version__gt=since).order_by("position", "pk")),
        points=any(_is_point(room, one) for one in notes),
    )


def _is_place(room: Room, note: Written) -> bool:
    # Of the places that stand beside the board of this block, one was named, changed or taken down on another.
    used = used_by(room.block) if room.block is not None and note.block_id != room.block_id else None
    return used is not None and used.beside is Beside.PLACES and note.column == PLACES


def _is_point(room: Room, note: Written) -> bool:
    # A note of another block can only be a point; of this one, its column says so.
    if room.block is None or note.block_id != room.block_id:
        return True
    column = column_of(room.block, note.column)
    return column is not None and column.ticks


def grow(training_id: UUID, *, moved: Iterable[UUID] = (), timed: Iterable[UUID] = ()) -> int:
    """Give the rooms of a training their next version, in the transaction of the change that it stands for; return it.

    The rows stay locked until that transaction ends, so whoever reads a version finds every change up to it.
    """
    rooms = Room.objects.filter(training_id=training_id)
    rooms.update(version=F("version") + 1)
    if moved:
        rooms.filter(pk__in=moved).update(moved=F("version"))
    if timed:
        rooms.filter(pk__in=timed).update(timed=F("version"))
    return rooms.values_list("version", flat=True).first() or 0


def new_code() -> dict[str, str]:
    """Return another code for a room, with what it is found by."""
    code = "".join(secrets.choice(CODE_LETTERS) for _letter in range(CODE_LENGTH))
    return {"code": code, "code_hash": hash_of(code)}


def enter(by: User, at: datetime, training: Any, act: str, target_id: UUID | None = None) -> None:
    """Enter what a trainer did in the room into the audit of the agency, without a word of what was said there."""
    audit.record(
        by=by.pk,
        at=at,
        agency_id=training.agency_id,
        act=f"training: {act}",
        subject_id=training.agency_id,
        target_id=target_id or training.pk,
    )
