"""What stands on the boards of a training, for those who may know it."""

from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from connecting_people.training.course.networks import LOCAL_MAP, PLACES
from connecting_people.training.live import Viewer, Written, column_of, columns_of, is_closed, point_columns, read
from connecting_people.training.models import Block, Note, NoteGroup, Room, Trainee, Training
from connecting_people.training.queries.rooms import agenda_of
from connecting_people.training.rules import NOTES_A_PAGE, BlockKind, Shown


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


def board(block: Block, viewer: Viewer, before: int = 0) -> tuple[list[Written], list[Written], bool]:
    """Return the notes of a board, the answers to them, and whether there are earlier ones than a page holds."""
    rows = Note.objects.filter(viewer.may_know() | _with_answers(), block=block, about=None)
    latest = read(rows.order_by("-made_at", "-pk")[before : before + NOTES_A_PAGE + 1])
    shown = latest[:NOTES_A_PAGE][::-1]
    if not shown:
        return [], [], False
    answers = Note.objects.filter(viewer.may_know(), block=block, about__isnull=False).order_by("made_at", "pk")
    if len(latest) > NOTES_A_PAGE or before:
        answers = answers.filter(about__in=[one.id for one in shown])
    return shown, read(answers[: 2 * NOTES_A_PAGE]), len(latest) > NOTES_A_PAGE


def _with_answers() -> Q:
    # What its author took back stays as a place for the answers of others.
    return Q(shown=Shown.TAKEN_BACK, replies__shown=Shown.OPEN)


def groups_of(block: Block) -> "QuerySet[NoteGroup]":
    """Return the headings under which trainers put notes of this board together."""
    return NoteGroup.objects.filter(block=block).order_by("position", "pk")


def hidden_so_far(block: Block) -> dict[str, int]:
    """Return how many notes wait in each column of a board that is not opened yet."""
    rows = Note.objects.filter(block=block, shown=Shown.KEPT).values("column").annotate(many=Count("pk"))
    return {row["column"]: row["many"] for row in rows.order_by("column")}


def points_of(room: Room, blocks: list[Block] | None = None) -> list[Written]:
    """Return the points of the whole training that a trainer ticks off, those that are still open first."""
    found = point_columns(agenda_of(room) if blocks is None else blocks)
    if not found:
        return []
    where = Q()
    for block, column in found:
        where |= Q(block=block, column=column.id)
    rows = Note.objects.filter(where, shown=Shown.OPEN, about=None).select_related(None)
    return sorted(read(rows.order_by("made_at", "pk")[:NOTES_A_PAGE]), key=lambda one: one.ticked_at is not None)


def places_named(training: Training) -> list[Written]:
    """Return what was put on the map of the area in this training, in either of its rooms, the first one first."""
    on = Q(block__activity=LOCAL_MAP.id) | Q(block__activity="", block__board=LOCAL_MAP.id)
    rows = Note.objects.filter(on, training=training, column=PLACES, about=None, shown=Shown.OPEN)
    return read(rows.order_by("made_at", "pk")[:NOTES_A_PAGE])


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


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
