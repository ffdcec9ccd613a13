"""The notes of a training on their way into daily practice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext

from connecting_people.community.lights import MOVES
from connecting_people.community.presenters.experience import Shape, shape_of
from connecting_people.community.rules import Light, Rater
from connecting_people.core.addresses import address
from connecting_people.guide.barriers import UnknownBarrierKind, barrier_kind
from connecting_people.training.course.landing import INTO, IS_THERE, landing_columns
from connecting_people.training.course.taught import taught
from connecting_people.training.course.who import ONE_OF_THEM
from connecting_people.training.course.words import StrOrPromise
from connecting_people.training.live import column_of, columns_of
from connecting_people.training.models import Block, Landing, Note, Training
from connecting_people.training.queries.landing import Board, Landable
from connecting_people.training.rules import Lands, Who

RATER_OF: Final = {
    Who.PRACTITIONER: Rater.PRACTITIONER,
    Who.SERVICE_USER: Rater.SERVICE_USER,
    Who.CARER: Rater.SUPPORTER,
}


@dataclass(frozen=True)
class BoardCard:
    """One board among those of a training."""

    name: str
    href: str
    notes: int
    landed: int


@dataclass(frozen=True)
class There:
    """Where a note is by now, since when, and the page of it if it has one."""

    says: StrOrPromise
    href: str
    at: datetime


@dataclass(frozen=True)
class NoteCard:
    """One note with the ways that it can go."""

    id: UUID
    text: str
    who: str
    sort: StrOrPromise
    shape: Shape | None
    group: str
    answers: str
    moves_up: bool
    asked: StrOrPromise  # what its answers answer
    replies: tuple[str, ...]
    ways: tuple[tuple[StrOrPromise, str], ...]
    there: tuple[There, ...]


@dataclass(frozen=True)
class ColumnCards:
    """One column's notes on a page."""

    title: StrOrPromise
    notes: tuple[NoteCard, ...]


def board_cards(training: Training, boards: Iterable[Board]) -> tuple[BoardCard, ...]:
    """Return the boards of a training on which something stands that can go further, or went."""
    here = {"agency_id": training.agency_id, "training_id": training.pk}
    return tuple(
        BoardCard(
            taught(one.block).title, address("training:notes", **here, block_id=one.block.pk), one.notes, one.landed
        )
        for one in boards
        if one.notes or one.landed
    )


def column_cards(training: Training, block: Block, notes: Iterable[Landable]) -> tuple[ColumnCards, ...]:
    """Return notes column by column, in the order of the board."""
    cards: dict[str, list[NoteCard]] = {}
    for one in notes:
        cards.setdefault(one.note.column, []).append(note_card(training, one))
    columns = landing_columns(columns_of(block))
    return tuple(ColumnCards(column.title, tuple(cards[column.id])) for column in columns if column.id in cards)


def note_card(training: Training, one: Landable) -> NoteCard:
    """Return one note, with what it answers and the ways that it can still go."""
    note, here = one.note, {"agency_id": training.agency_id, "training_id": training.pk}
    sort = note.sort or (note.about.sort if note.about else "")
    return NoteCard(
        id=note.pk,
        text=note.text,
        who=_who(note),
        sort=_kind_name(sort),
        shape=shape_of(sort) if sort in list(Light) else None,
        group=note.group.title if note.group else "",
        answers=note.about.text if note.about else "",
        moves_up=note.moves_up,
        asked=_asked(note),
        replies=tuple(reply.text for reply in one.replies),
        ways=tuple(
            (INTO[where], address("training:land", **here, note_id=note.pk, where=where.value))
            for where in one.lands
            if where not in one.landed
        ),
        there=tuple(there(training.agency_id, landing) for landing in one.landed.values()),
    )


def there(agency_id: UUID, landing: Landing) -> There:
    """Return where something landed, with a link to its page where it has one that everybody reads."""
    where, here = Lands(landing.where), {"agency_id": agency_id}
    href = {
        Lands.DIRECTORY: lambda: address("community:asset", **here, asset_id=landing.target),
        Lands.GAP: lambda: address("community:gap", **here, gap_id=landing.target),
        Lands.IDEA: lambda: address("culture:idea", **here, idea_id=landing.target),
    }.get(where, lambda: "")()
    return There(IS_THERE[where], href, landing.at)


@dataclass(frozen=True)
class CameOf:
    """One thing that came of a training, in the words that it has there where everybody reads them."""

    there: There
    words: str


def came_of(agency_id: UUID, landings: Iterable[Landing], words: Mapping[UUID, str]) -> tuple[CameOf, ...]:
    """Return what came of a training."""
    return tuple(CameOf(there(agency_id, one), words.get(one.target, "")) for one in landings)


def rater_of(note: Note) -> Rater | None:
    """Return as what kind of person a note speaks of a place; None for somebody from outside, who is asked for."""
    return RATER_OF.get(Who(note.who))


def light_of(note: Note) -> Light | None:
    """Return the light of a note; None where nobody chose one."""
    return Light(note.sort) if note.sort in list(Light) else None


def move_of(note: Note) -> str:
    """Return the move up from the light that a note answers, as the form has it; empty where it answers none."""
    light = light_of(note.about) if note.about else None
    return next((f"{first.value}-{then.value}" for first, then in MOVES if first == light), "")


def kind_of(note: Note) -> str:
    """Return the kind of barrier that a note, or the one that it answers, was put under; empty for none."""
    sort = note.sort or (note.about.sort if note.about else "")
    return sort if _kind_name(sort) else ""


def with_replies(one: Landable, most: int) -> str:
    """Return a note with what was answered to it, each under the question that it answers, to be said anew.

    Where it would be longer than `most`, the last answers are left out; they stand beside the form to be read.
    """
    told = str(one.note.text)
    for number, reply in enumerate(one.replies):
        head = "" if number else f"\n\n{_asked(one.note)}"
        if len(told) + len(head) + len(reply.text) + 3 > most:
            break
        told += f"{head}\n- {reply.text}"
    return told


def _asked(note: Note) -> StrOrPromise:
    column = column_of(note.block, note.column)
    return column.replies if column else ""


def _who(note: Note) -> str:
    kind = str(ONE_OF_THEM[Who(note.who)])
    name = note.trainee.name if note.named and note.trainee else ""
    return gettext("%(name)s, %(kind)s") % {"name": name, "kind": kind[:1].lower() + kind[1:]} if name else kind


def _kind_name(sort: str) -> StrOrPromise:
    try:
        return barrier_kind(sort).name
    except UnknownBarrierKind:
        return ""
