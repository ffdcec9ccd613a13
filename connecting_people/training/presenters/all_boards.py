"""All boards of a training, to be read afterwards: on a page, or as plain text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.training.course.taught import taught
from connecting_people.training.course.words import Screen
from connecting_people.training.live import Viewer, columns_of
from connecting_people.training.models import Block
from connecting_people.training.presenters.boards import ColumnCard, ListCard, NoteCard, column_cards
from connecting_people.training.presenters.words_kept import Kept
from connecting_people.training.queries.all_boards import ReadBoard

ON_A_PAGE: Final = 200


@dataclass(frozen=True)
class ReadCard:
    """One board with what stands on it; columns and headings without a note are left out."""

    id: str
    name: str
    columns: tuple[ColumnCard, ...]


def read_cards(boards: Iterable[ReadBoard]) -> list[ReadCard]:
    """Show boards as those who gave the training may read them: a name stands only where its author said so."""
    return [ReadCard(str(one.block.pk), taught(one.block).title, _columns(one)) for one in boards]


def paper_ways(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """Return for each board what it is called and where to type in what was written for it on paper."""
    return [
        (
            taught(one).title,
            address("training:from_paper", agency_id=one.agency_id, training_id=one.training_id, block_id=one.pk),
        )
        for one in blocks
        if any(not column.kept for column in columns_of(one))
    ]


def in_words(boards: Iterable[ReadCard]) -> list[Kept]:
    """Say boards in words for a plain text: each list under its column and heading, each answer under its note."""
    return [
        Kept(
            board.name,
            tuple(
                (f"{column.title}, {one.heading}" if one.heading else column.title, tuple(map(_in_words, one.notes)))
                for column in board.columns
                for one in (*column.groups, *column.lists)
            ),
        )
        for board in boards
    ]


def _columns(board: ReadBoard) -> tuple[ColumnCard, ...]:
    cards = column_cards(board.block, board.notes, board.answers, board.groups, Viewer(Screen.TRAINER), {})
    return tuple(
        replace(card, groups=_filled(card.groups), lists=_filled(card.lists), state="") for card in cards if card.many
    )


def _filled(lists: tuple[ListCard, ...]) -> tuple[ListCard, ...]:
    return tuple(one for one in lists if one.notes)


def _in_words(note: NoteCard) -> str:
    signs = [note.says, note.group, note.sort]
    signs += [_("Answered")] if note.ticked else []
    signs += [_("Could move up")] if note.moves_up else []
    told = f"{note.text} ({'; '.join(sign for sign in signs if sign)})" if note.text else note.told
    return "\n".join([told, *(f"> {_in_words(answer)}" for answer in note.answers)])
