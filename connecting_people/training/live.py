"""The live room: what is on a board, and who may know."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from connecting_people.audit import actions as audit
from connecting_people.people.models import User
from connecting_people.people.queries import hash_of
from connecting_people.training.course.taught import board_of
from connecting_people.training.course.words import Column, Screen
from connecting_people.training.models import Block, Room
from connecting_people.training.rules import CODE_LENGTH, CODE_LETTERS, BlockKind, Lands, Shown

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
WRITTEN: Final = (
    *("id", "block_id", "column", "text", "who", "named", "trainee_id", "trainee__name", "trainer_id", "from_paper"),
    *("about_id", "sort", "group_id", "room_group__number", "shown", "ticked_at", "moves_up", "made_at", "version"),
    *("tells_who", "tells_group"),
)


@dataclass(frozen=True)
class Viewer:
    """Before whose eyes something comes: a screen, and for a phone, whose."""

    screen: Screen
    trainee_id: UUID | None = None

    def knows(self, note: "Written") -> bool:
        """Say whether this viewer may read a note."""
        if self.screen is Screen.TRAINEE and note.trainee_id == self.trainee_id:
            return note.shown != Shown.TAKEN_BACK
        return note.shown == Shown.OPEN or (self.screen is Screen.TRAINER and note.shown == Shown.TAKEN_DOWN)


@dataclass(frozen=True)
class Written:
    """A note as it was read; name, kind and group are there only where they may stand beside it.

    `drawn` keeps what was drawn of it for all who did not write it, for as long as the note stays as it is.
    """

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
    made_at: datetime
    version: int
    drawn: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)


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
    """Return the rows of a queryset of notes as they are shown."""
    return [written(row) for row in notes.values_list(*WRITTEN)]


def written(row: tuple[Any, ...]) -> Written:
    """Return one row of WRITTEN as it is shown; what may not stand beside it is left behind here."""
    values = dict(zip(WRITTEN, row, strict=True))
    name, number = values.pop("trainee__name"), values.pop("room_group__number")
    values["who"] = values["who"] if values.pop("tells_who") else ""
    number = number if values.pop("tells_group") else None
    return Written(name=(name or "") if values["named"] else "", room_group=number, **values)


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
