"""What stands on the boards of a training, for those who may know it."""

from functools import reduce
from operator import or_
from typing import Final
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from connecting_people.core.prepared import Prepared
from connecting_people.training.course.networks import LOCAL_MAP, PLACES
from connecting_people.training.course.words import Column
from connecting_people.training.live import Viewer, Written, column_of, columns_of, is_closed, point_columns, read
from connecting_people.training.models import Block, Note, NoteGroup, Room, Trainee, Training
from connecting_people.training.queries.rooms import agenda_of
from connecting_people.training.rules import NOTES_A_PAGE, BlockKind, Shown
from connecting_people.training.wall import Wall, came, kept_by, wall_of


def may_write_in(room: Room, block: Block, column: str) -> bool:
    """Say whether the people of a room may write here: what was on or is on now, and what is not clear at any time."""
    found = column_of(block, column)
    if found is None or block.training_id != room.training_id or block.track not in {0, room.track}:
        return False
    been = room.block is not None and block.position <= room.block.position
    return been or (found.ticks and (block, found) in point_columns([block]))


def closed_now(block: Block, column: str) -> bool:
    """Say whether what is written in a column is its author's alone at this moment, and hold that moment still."""
    found = column_of(block, column)
    if found is None or not found.closed_first:
        return found is not None and found.kept
    # Read under the lock of the block's row: a note and the opening of its column may meet.
    return is_closed(Block.objects.select_for_update().get(pk=block.pk), found)


def about_here(block: Block, column: str, about: UUID | None) -> Note | None:
    """Return the note that is answered, where its column takes answers and everybody sees it; nothing for no answer."""
    found = column_of(block, column)
    if about is None or found is None or not found.replies:
        return None
    return Note.objects.filter(pk=about, block=block, column=column, about=None, shown=Shown.OPEN).first()


def answerable(block: Block) -> list[tuple[str, str, str]]:
    """Return which notes of a board can be answered, the newest first: id, column and words."""
    columns = [one.id for one in columns_of(block) if one.replies and not one.kept]
    rows = Note.objects.filter(block=block, column__in=columns, about=None, shown=Shown.OPEN).order_by("-made_at", "pk")
    return [(str(pk), column, text) for pk, column, text in rows.values_list("pk", "column", "text")[:NOTES_A_PAGE]]


def board(room: Room, viewer: Viewer, before: int = 0) -> tuple[list[Written], list[Written], bool]:
    """Return the notes of the board that is on, the answers to them, and whether there are earlier ones than a page.

    What its author took back stays as a place for the answers of others.
    """
    wall = wall_of(room)
    kept = kept_by(viewer, room)
    known = sorted([*wall.in_order, *kept], key=came) if kept else wall.in_order
    notes = [one for one in known if one.about_id is None and (viewer.knows(one) or _is_a_place(one, wall))]
    end = max(0, len(notes) - before)
    shown = notes[max(0, end - NOTES_A_PAGE) : end]
    ids = {one.id for one in shown}
    answers = [one for one in known if one.about_id in ids and viewer.knows(one)]
    return shown, answers[: 2 * NOTES_A_PAGE], end > NOTES_A_PAGE


def _is_a_place(note: Written, wall: Wall) -> bool:
    return note.shown == Shown.TAKEN_BACK and note.id in wall.answered


def groups_of(block: Block) -> "QuerySet[NoteGroup]":
    """Return the headings under which trainers put notes of this board together."""
    return NoteGroup.objects.filter(block=block).order_by("position", "pk")


def hidden_so_far(block: Block) -> dict[str, int]:
    """Return how many notes wait in each column of a board that is not opened yet."""
    rows = Note.objects.filter(block=block, shown=Shown.KEPT).values("column").annotate(many=Count("pk"))
    return {row["column"]: row["many"] for row in rows.order_by("column")}


def points_of(blocks: list[Block]) -> list[Written]:
    """Return the points of the whole training that a trainer ticks off, those that are still open first."""
    found = point_columns(blocks)
    if not found:
        return []
    rows = Note.objects.filter(_in(found), shown=Shown.OPEN, about=None).select_related(None)
    return sorted(read(rows.order_by("made_at", "pk")[:NOTES_A_PAGE]), key=lambda one: one.ticked_at is not None)


def places_named(training: Training) -> list[Written]:
    """Return what was put on the map of the area in this training, in either of its rooms, the first one first."""
    on = Q(block__activity=LOCAL_MAP.id) | Q(block__activity="", block__board=LOCAL_MAP.id)
    rows = Note.objects.filter(on, training=training, column=PLACES, about=None, shown=Shown.OPEN)
    return read(rows.order_by("made_at", "pk")[:NOTES_A_PAGE])


def points_left(room: Room) -> int | None:
    """Return how many points of the whole training are still open; None where it has no place for them."""
    counted = wall_of(room).counted
    if "points" not in counted:
        found = point_columns(agenda_of(room))
        rows = Note.objects.filter(_in(found), shown=Shown.OPEN, about=None, ticked_at=None) if found else None
        counted["points"] = rows.count() if rows is not None else None
    return counted["points"]


def _in(columns: list[tuple[Block, Column]]) -> Q:
    return reduce(or_, (Q(block=block, column=column.id) for block, column in columns))


def notes_in(training: Training, ids: list[str]) -> "QuerySet[Note]":
    """Return those notes of a training that were chosen, whatever else was sent."""
    keys = [key for key in map(_key, ids[:NOTES_A_PAGE]) if key]
    return Note.objects.filter(training=training, pk__in=keys, shown__in=(Shown.OPEN, Shown.TAKEN_DOWN))


def group_in(training: Training, id: str) -> NoteGroup | None:
    """Return a heading of a training's boards, if this is the id of one."""
    key = _key(id)
    return NoteGroup.objects.filter(block__training=training, pk=key).first() if key else None


def block_in(training: Training, id: str) -> Block | None:
    """Return a block of a training, if this is the id of one."""
    key = _key(id)
    return training.blocks.filter(pk=key).first() if key else None


def block_here(room: Room, id: str) -> Block | None:
    """Return the same for a room, which mostly means the block that is on."""
    return room.block if room.block is not None and id == str(room.block_id) else block_in(room.training, id)


def written_so_far(trainee: Trainee) -> tuple[int, int]:
    """Return how many notes the boards of a training hold, and how many somebody wrote of those that they still see."""
    row = _WRITTEN_SO_FAR.first(training_id=trainee.room.training_id, trainee_id=trainee.pk)
    return (int(row[0]), int(row[1])) if row else (0, 0)


def own_note(trainee: Trainee, note_id: UUID) -> Note:
    """Return a note that somebody wrote themselves; Http404 for every other."""
    rows = Note.objects.filter(trainee=trainee, pk=note_id).exclude(shown=Shown.TAKEN_BACK)
    found = rows.select_related("block").first()
    if found is None:
        raise Http404
    return found


def all_of(trainee: Trainee) -> list[tuple[Block, Written]]:
    """Return everything that somebody wrote in this training, in the order of the agenda."""
    rows = Note.objects.filter(trainee=trainee).exclude(shown=Shown.TAKEN_BACK)
    rows_of = Block.objects.filter(training_id=trainee.room.training_id).exclude(kind=BlockKind.BEFORE)
    blocks = {block.pk: block for block in rows_of.order_by("position", "track", "pk")}
    written = [one for one in read(rows.order_by("made_at", "pk")) if one.block_id in blocks]
    order = {pk: place for place, pk in enumerate(blocks)}
    return [(blocks[one.block_id], one) for one in sorted(written, key=lambda one: order[one.block_id])]


_WRITTEN_SO_FAR: Final = Prepared(
    lambda training_id, trainee_id: (
        Note.objects.filter(training_id=training_id)
        .exclude(shown=Shown.TAKEN_BACK)
        .values("training_id")
        .annotate(held=Count("pk", filter=~Q(shown=Shown.TAKEN_DOWN)), own=Count("pk", filter=Q(trainee_id=trainee_id)))
        .order_by("training_id")
        .values_list("held", "own")
    )
)


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
