"""All that everybody could see on the boards of a training, in the order in which one reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from connecting_people.training.course.sorts import sorts_of
from connecting_people.training.live import Written, columns_of, read
from connecting_people.training.models import Block, Note, NoteGroup, Training
from connecting_people.training.rules import Shown

# What its author took back stays as a place for the answers of others.
_WAS_SEEN = Q(shown=Shown.OPEN) | Q(shown=Shown.TAKEN_BACK, replies__shown=Shown.OPEN)


@dataclass(frozen=True)
class ReadBoard:
    """What of one board is read: notes in their order, the answers to them, and what trainers put them under."""

    block: Block
    notes: list[Written]
    answers: list[Written]
    groups: list[NoteGroup]


def boards_of(training: Training) -> list[Block]:
    """Return the blocks of a training that have a board, in the order of the agenda."""
    return [block for block in training.blocks.order_by("position", "pk") if columns_of(block)]


def in_reading_order(training: Training) -> list[UUID]:
    """Return the ids of the notes that were open for all, as they are read: by board, column, heading, kind and time.

    No word is read for it, so that a page of five thousand notes costs no more than a page.
    """
    places = _places(training)
    rows = Note.objects.filter(_WAS_SEEN, training=training, about=None).distinct()
    fields = ("pk", "block_id", "column", "sort", "group__position", "group_id", "made_at")
    found = [(_order(places, *row), row[0]) for row in rows.values_list(*fields)]
    return [pk for order, pk in sorted((one for one in found if one[0]), key=lambda one: one[0])]


def read_boards(training: Training, ids: Sequence[UUID]) -> list[ReadBoard]:
    """Return what is on one page of notes, board by board: three queries more than the blocks."""
    rows = {note.id: note for note in read(Note.objects.filter(training=training, pk__in=ids))} if ids else {}
    answers = Note.objects.filter(training=training, about__in=ids, shown=Shown.OPEN).order_by("made_at", "pk")
    of_block: dict[UUID, tuple[list[Written], list[Written]]] = {}
    for note in (rows[pk] for pk in ids if pk in rows):
        of_block.setdefault(note.block_id, ([], []))[0].append(note)
    for answer in read(answers) if ids else ():
        of_block[answer.block_id][1].append(answer)
    groups: dict[UUID, list[NoteGroup]] = {}
    for group in NoteGroup.objects.filter(block__in=of_block).order_by("position", "pk"):
        groups.setdefault(group.block_id, []).append(group)
    return [
        ReadBoard(block, *of_block[block.pk], groups.get(block.pk, []))
        for block in boards_of(training)
        if block.pk in of_block
    ]


def _places(training: Training) -> dict[tuple[UUID, str], tuple[int, int, list[str]]]:
    """Return where each column stands that others may see, and the kinds by which its notes are sorted."""
    return {
        (block.pk, column.id): (place, number, list(sorts_of(column)))
        for place, block in enumerate(boards_of(training))
        for number, column in enumerate(columns_of(block))
        if not column.kept
    }


def _order(
    places: dict[tuple[UUID, str], tuple[int, int, list[str]]],
    pk: UUID,
    block: UUID,
    column: str,
    sort: str,
    position: int | None,
    group: UUID | None,
    made_at: datetime,
) -> tuple[Any, ...]:
    """Return where a note comes among the others; nothing for one in a column that nobody else may see."""
    if (block, column) not in places:
        return ()
    place, number, kinds = places[block, column]
    kind = kinds.index(sort) if sort in kinds else len(kinds)
    stands = (0, position, str(group)) if group else (1, kind, "")
    return place, number, *stands, made_at, pk
