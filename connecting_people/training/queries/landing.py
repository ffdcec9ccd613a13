"""What stands on the boards of a training and can go further, and what went where."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, When
from django.db.models.functions import Coalesce
from django.http import Http404

from connecting_people.community.models import Asset, Gap
from connecting_people.community.rules import FromTraining
from connecting_people.core.london import day_of
from connecting_people.culture.models import Idea
from connecting_people.culture.rules import NOT_ON_THE_BOARD
from connecting_people.people.queries import members
from connecting_people.people.roles import ROLES, May
from connecting_people.training.course.landing import landing_columns, lands_of
from connecting_people.training.live import Written, columns_of, read
from connecting_people.training.models import Attendance, Block, Landing, Note, Trainee, Trainer, Training
from connecting_people.training.rules import Lands, Shown

_A_FEW: Final = 5


@dataclass(frozen=True)
class Board:
    """A block whose notes can go further: how many there are, and how many went somewhere."""

    block: Block
    notes: int
    landed: int


@dataclass(frozen=True)
class Landable:
    """A note with where it can go, where it went already, and what was answered to it."""

    note: Note
    lands: tuple[Lands, ...]
    landed: dict[Lands, Landing] = field(default_factory=dict)
    replies: tuple[Written, ...] = ()


def boards(training: Training) -> list[Board]:
    """Return the blocks of a training of whose boards something can go further, in their order: three queries."""
    blocks = [one for one in training.blocks.order_by("position", "pk") if landing_columns(columns_of(one))]
    # Where no block has such a board, the query has nothing to look for.
    many = _counted(Note.objects.filter(_any_of(blocks), training=training)) if blocks else Counter()
    landed = _counted(Note.objects.filter(training=training, landings__isnull=False)) if blocks else Counter()
    return [Board(one, many[one.pk], landed[one.pk]) for one in blocks]


def block_in(training: Training, block_id: UUID) -> Block:
    """Return a block of whose board something can go further; Http404 for every other."""
    found = training.blocks.filter(pk=block_id).first()
    if found is None or not landing_columns(columns_of(found)):
        raise Http404
    return found


def notes_to_land(block: Block) -> "QuerySet[Note]":
    """Return the notes of a block that can go further, column by column, each reply behind what it answers."""
    rows = Note.objects.filter(_of(block)).select_related("trainee", "about", "group", "block")
    order = [When(column=one.id, then=number) for number, one in enumerate(landing_columns(columns_of(block)))]
    rows = rows.annotate(
        place=Case(*order, output_field=IntegerField()),
        thread_at=Coalesce("about__made_at", "made_at"),
        thread=Coalesce("about_id", "pk"),
    )
    note_itself_first = F("about__made_at").asc(nulls_first=True)
    return rows.order_by("place", "thread_at", "thread", note_itself_first, "made_at", "pk")


def landable(notes: list[Note]) -> list[Landable]:
    """Return notes with where each can go and went, and what was answered to each: two queries."""
    went: dict[UUID, dict[Lands, Landing]] = {}
    for one in Landing.objects.filter(note__in=[note.pk for note in notes]):
        went.setdefault(one.note_id, {})[Lands(one.where)] = one
    answers = _answers_to(notes)
    return [Landable(note, _lands(note), went.get(note.pk, {}), tuple(answers.get(note.pk, ()))) for note in notes]


def _answers_to(notes: list[Note]) -> dict[UUID, list[Written]]:
    found: dict[UUID, list[Written]] = {}
    rows = Note.objects.filter(about__in=[note.pk for note in notes], shown=Shown.OPEN).order_by("made_at", "pk")
    for one in read(rows) if notes else ():
        if one.about_id:
            found.setdefault(one.about_id, []).append(one)
    return found


def note_to_land(training: Training, note_id: UUID, where: str) -> Landable:
    """Return a note that can go to `where`; Http404 for every other."""
    rows = Note.objects.filter(training=training, pk=note_id).exclude(Q(shown=Shown.KEPT) | Q(shown=Shown.TAKEN_DOWN))
    note = rows.select_related("trainee", "about", "block").first()
    if note is None or where not in _lands(note):
        raise Http404
    return landable([note])[0]


def landings_of(training: Training) -> "QuerySet[Landing]":
    """Return what of a training went into daily practice, the newest first."""
    rows = Landing.objects.filter(agency=training.agency_id, note__training=training)
    return rows.select_related("by").order_by("-at", "pk")


def came_from(training: Training) -> FromTraining:
    """Return a training as what comes from it remembers it; one without a day counts by when it was planned."""
    return FromTraining(training.pk, day_of(training.begins_at or training.made_at))


def names_around(training: Training) -> tuple[str, ...]:
    """Return the names of those who were at a training or gave it, so that none of them lands unnoticed."""
    trainees = Trainee.objects.filter(room__training=training).values_list("name", flat=True)
    came = Attendance.objects.filter(training=training).values_list("name", flat=True)
    gave = Trainer.objects.filter(training=training).values_list("name", flat=True)
    return tuple({name for rows in (trainees, came, gave) for name in rows if name})


def _lands(note: Note) -> tuple[Lands, ...]:
    return lands_of(columns_of(note.block), note.column, reply=note.about_id is not None)


def _any_of(blocks: list[Block]) -> Q:
    found = Q()
    for block in blocks:
        found |= _of(block)
    return found


def _of(block: Block) -> Q:
    columns = landing_columns(columns_of(block))
    own = Q(column__in=[one.id for one in columns if one.lands], about=None)
    replies = Q(column__in=[one.id for one in columns if one.replies_land], about__shown=Shown.OPEN)
    return Q(block=block, shown=Shown.OPEN) & (own | replies)


def _counted(notes: "QuerySet[Note]") -> "Counter[UUID]":
    rows = notes.order_by().values_list("block_id").annotate(many=Count("pk", distinct=True))
    return Counter(dict(rows))


def words_there(landings: list[Landing]) -> dict[UUID, str]:
    """Return how what landed reads today, for what everybody of the agency reads anyway: three queries."""
    ids = [one.target for one in landings]
    assets = Asset.objects.filter(pk__in=ids).values_list("pk", "name")
    gaps = Gap.objects.filter(pk__in=ids).values_list("pk", "need")
    ideas = Idea.objects.filter(pk__in=ids).exclude(state__in=NOT_ON_THE_BOARD).values_list("pk", "words")
    return {**dict(assets), **dict(gaps), **dict(ideas)}


def who_may(agency_id: UUID, what: May) -> list[str]:
    """Return the names of a few people of an agency who may do something, so that somebody can be asked."""
    roles = [role for role, may in ROLES.items() if what in may]
    rows = members(agency_id).filter(role__in=roles, user__is_active=True).values_list("user__name", flat=True)
    return list(dict.fromkeys(rows))[:_A_FEW]
