"""A board as its screens show it: columns, what trainers put together, notes and the answers to them."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markupsafe import Markup

from connecting_people.core.addresses import address
from connecting_people.training.course.sorts import sorts_of
from connecting_people.training.course.who import ONE_OF_THEM
from connecting_people.training.course.words import Column, Screen, Sorts
from connecting_people.training.live import Viewer, Written, column_of, columns_of
from connecting_people.training.models import Block, NoteGroup
from connecting_people.training.rules import Shown, Who

COLOURS: Final = ("green", "amber", "red")
# Nobody has this id: what is drawn before these eyes holds nothing that its author alone may see.
_ANYBODY: Final = Viewer(Screen.TRAINEE, UUID(int=0))


@dataclass(frozen=True)
class NoteCard:
    """One note: in which list it stands, the words, whose they are as far as the author said, and what became of it."""

    id: str
    inside: str
    gone: bool = False
    text: str = ""
    says: str = ""  # who it is from
    light: str = ""
    sort: str = ""
    group: str = ""
    ticked: bool = False
    may_tick: bool = False
    moves_up: bool = False
    told: str = ""  # what its author is told, or a trainer
    edit: str = ""
    answer: str = ""
    answers: tuple["NoteCard", ...] = ()
    drawn: str = ""  # the note as it is for all who did not write it, where it was drawn already


@dataclass(frozen=True)
class ListCard:
    """Notes that stand together: under a heading of the trainers, by what they are sorted by, or as they came."""

    id: str
    heading: str = ""
    light: str = ""
    notes: tuple[NoteCard, ...] = ()


@dataclass(frozen=True)
class ColumnCard:
    """A column of a board. Groups come first, then what stands in none."""

    id: str
    title: str
    prompt: str
    state: str
    opens: bool
    waiting: int
    groups: tuple[ListCard, ...]
    lists: tuple[ListCard, ...]
    lights: bool

    @property
    def many(self) -> int:
        """Say how many notes the column shows."""
        return sum(len(one.notes) for one in (*self.groups, *self.lists))


def note_card(note: Written, block: Block, viewer: Viewer) -> NoteCard:
    """Show one note; of what this viewer may not know, only that it is gone."""
    return note_cards([note], block, viewer)[0]


def note_cards(notes: Iterable[Written], block: Block, viewer: Viewer) -> list[NoteCard]:
    """Show notes, each in the same way: all phones but its author's show it alike, so it is drawn once for them."""
    as_what = (get_language(), block.kind, block.activity, block.board)
    own = viewer.trainee_id
    return [
        _card(one, block, viewer)
        if viewer.screen is not Screen.TRAINEE or one.trainee_id == own
        else one.drawn.get(as_what) or _draw(one, block, as_what)
        for one in notes
    ]


def _draw(note: Written, block: Block, as_what: Hashable) -> NoteCard:
    card = _card(note, block, _ANYBODY)
    card = replace(card, drawn=_drawn(card))
    note.drawn[as_what] = card
    return card


def _drawn(card: NoteCard) -> Markup:
    return Markup(render_to_string("training/parts/drawn_note.html", {"note": card, "screen": Screen.TRAINEE.value}))


def _card(note: Written, block: Block, viewer: Viewer) -> NoteCard:
    card = NoteCard(id=str(note.id), inside=_inside(note))
    if note.shown == Shown.TAKEN_BACK and note.about_id is None:
        return replace(card, gone=True, told=_("Its author took this note back."))
    column = column_of(block, note.column)
    if column is None or not viewer.knows(note):
        return replace(card, gone=True)
    mine = viewer.screen is Screen.TRAINEE and note.trainee_id == viewer.trainee_id
    return replace(
        card,
        text=note.text,
        says=_from(note, mine),
        light=note.sort if note.sort in COLOURS else "",
        sort=str(sorts_of(column).get(note.sort, "")),
        group=_("Group %(number)s") % {"number": note.room_group} if note.room_group else "",
        ticked=note.ticked_at is not None,
        may_tick=column.ticks and note.about_id is None,
        moves_up=note.moves_up,
        told=_told(note, column, mine),
        edit=address("training:own_note", note_id=note.id) if mine else "",
        answer=str(column.replies) if note.about_id is None and note.shown == Shown.OPEN else "",
    )


def column_cards(
    block: Block,
    notes: list[Written],
    answers: list[Written],
    groups: Iterable[NoteGroup],
    viewer: Viewer,
    waiting: dict[str, int],
) -> list[ColumnCard]:
    """Show a whole board; the projector has no column that is kept."""
    of: dict[str, list[NoteCard]] = {}
    for answer, card in zip(answers, note_cards(answers, block, viewer), strict=True):
        of.setdefault(str(answer.about_id), []).append(card)
    placed: dict[str, list[NoteCard]] = {}
    for card in note_cards(notes, block, viewer):
        answered = tuple(of.get(card.id, ()))
        placed.setdefault(card.inside, []).append(replace(card, answers=answered) if answered else card)
    headings = list(groups)
    return [
        _column(one, block, placed, headings, waiting.get(one.id, 0))
        for one in columns_of(block)
        if not (one.kept and viewer.screen is not Screen.TRAINEE)
    ]


def group_card(group: NoteGroup, notes: tuple[NoteCard, ...] = ()) -> ListCard:
    """Show a heading of the trainers with what stands under it."""
    return ListCard(id=f"in-{group.pk}", heading=group.title or _("Together"), notes=notes)


def _column(
    column: Column, block: Block, placed: dict[str, list[NoteCard]], groups: list[NoteGroup], waiting: int
) -> ColumnCard:
    closed = column.closed_first and column.id not in block.opened
    kinds = [(f"in-{column.id}-{id}", str(says), id if id in COLOURS else "") for id, says in sorts_of(column).items()]
    sorted_ = [ListCard(id, says, light, tuple(placed.get(id, ()))) for id, says, light in kinds]
    plain = ListCard(f"in-{column.id}", notes=tuple(placed.get(f"in-{column.id}", ())))
    return ColumnCard(
        id=column.id,
        title=str(column.title),
        prompt=str(column.prompt),
        state=_state(column, closed),
        opens=closed,
        waiting=waiting if closed else 0,
        groups=tuple(group_card(g, tuple(placed.get(f"in-{g.pk}", ()))) for g in groups if g.column == column.id),
        lists=(*sorted_, plain),
        lights=column.sorts is Sorts.LIGHTS,
    )


def _state(column: Column, closed: bool) -> str:
    if column.kept:
        return _("Only you ever see this.")
    return _("Each writes alone for now. The trainers open it for all together.") if closed else ""


def _inside(note: Written) -> str:
    if note.about_id is not None:
        return f"in-{note.about_id}"
    if note.group_id is not None:
        return f"in-{note.group_id}"
    return f"in-{note.column}-{note.sort}" if note.sort else f"in-{note.column}"


def _from(note: Written, mine: bool) -> str:
    if mine:
        return _("You, as %(name)s") % {"name": note.name} if note.name else _("You, without your name")
    who = str(ONE_OF_THEM[Who(note.who)]) if note.who else ""
    if note.from_paper:
        return _("%(who)s, from paper") % {"who": who} if who else _("From paper")
    if note.trainee_id is None:
        return _("The trainers")
    return " · ".join(filter(None, (note.name, who))) or _("Somebody in the room")


def _told(note: Written, column: Column, mine: bool) -> str:
    if note.shown == Shown.TAKEN_DOWN:
        return _("A trainer took this down. Only you still see it.") if mine else _("Taken down. You can put it back.")
    if note.shown == Shown.KEPT and not column.kept:
        return _("Only you see this until the column is opened.")
    return ""
