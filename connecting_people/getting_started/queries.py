from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField, UUIDField, Value
from django.db.models.functions import Cast
from django.http import Http404

from connecting_people.getting_started.models import Area, NotNow, NotNowBefore, Settled
from connecting_people.getting_started.permissions import visible_to
from connecting_people.getting_started.rules import Hope, Point, Topic
from connecting_people.journey.models import Entry
from connecting_people.journey.queries import entries
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import with_roles
from connecting_people.partnership.rules import PRACTITIONERS, Part
from connecting_people.people.models import User


@dataclass(frozen=True)
class Said:
    """Something said in step 1 that its reader may read, as it is worded now."""

    entry_id: UUID
    topic: str
    item: str
    question: str
    felt: str
    words: str
    voice_id: UUID
    by_id: UUID
    happened_date: date
    written_at: datetime
    as_said: bool
    confirmed_at: datetime | None
    kept_by_id: UUID | None
    version: int

    @property
    def seen(self) -> str:
        """Return the mark by which a form tells which wording its writer had read."""
        return f"{self.entry_id}:{self.version}"

    @property
    def entry(self) -> Entry:
        """Return as much of the entry as it takes to ask who may say it differently."""
        return Entry(
            pk=self.entry_id,
            voice_id=self.voice_id,
            by_id=self.by_id,
            as_said=self.as_said,
            confirmed_at=self.confirmed_at,
            kept_by_id=self.kept_by_id,
        )


_COLUMNS = (
    "pk", "saying__topic", "saying__item", "saying__question", "saying__felt", "words", "voice_id", "by_id",
    "happened_date", "written_at", "as_said", "confirmed_at", "kept_by_id", "version",
)  # fmt: skip


def said(partnership: Partnership, *topics: Topic) -> list[Said]:
    """Return what was said about these topics, as far as the reader may read it, newest first, in one query."""
    rows = entries(partnership).filter(saying__topic__in=topics).values_list(*_COLUMNS)
    return [Said(*row) for row in rows]


@dataclass(frozen=True)
class Conversation:
    """What was said on one day."""

    held_date: date
    parts: tuple[Said, ...]


def conversations(partnership: Partnership) -> list[Conversation]:
    """Return the conversations of step 1, newest first, each in the order in which it was written."""
    return by_day(said(partnership, Topic.CONVERSATION))


def by_day(parts: Iterable[Said]) -> list[Conversation]:
    """Return what was said, newest first, as one conversation a day."""
    days = groupby(parts, key=lambda part: part.happened_date)
    return [Conversation(day, tuple(reversed(list(of_day)))) for day, of_day in days]


def latest_conversation(partnership: Partnership) -> Conversation | None:
    """Return the newest conversation, if there was one."""
    return next(iter(conversations(partnership)), None)


def hopes_of(partnership: Partnership) -> dict[tuple[UUID, Hope], Said]:
    """Return what each hopes to gain and can give, the newest of each, by whose it is."""
    return newest_hopes(said(partnership, Topic.HOPE))


def newest_hopes(parts: Iterable[Said]) -> dict[tuple[UUID, Hope], Said]:
    """Return the newest of each person's two hopes among what was said, newest first."""
    found: dict[tuple[UUID, Hope], Said] = {}
    for part in parts:
        if part.topic == Topic.HOPE:
            found.setdefault((part.voice_id, Hope(part.item)), part)
    return found


def reflections(partnership: Partnership) -> list[Said]:
    """Return what both said about what they bring, newest first, to look back on (M5)."""
    return said(partnership, Topic.BRINGING)


def settled(partnership: Partnership) -> dict[tuple[Point, UUID], Settled]:
    """Return how the two work together as it is worded now, by point and whose it is, with how each sees it."""
    rows = partnership.settled.select_related("entry__voice", "whose").prefetch_related("entry__other_views__voice")
    return {(Point(row.point), row.whose_id): row for row in rows.order_by("version")}


def wordings(partnership: Partnership, point: Point, whose: Participant) -> "QuerySet[Settled]":
    """Return every wording of one point, newest first."""
    rows = partnership.settled.filter(point=point, whose=whose)
    return rows.select_related("entry__voice", "whose").order_by("-version")


def needs_of(whose: Participant | OuterRef) -> "QuerySet[Settled]":
    """Return every wording of what helps somebody, the newest first, also as part of another query."""
    return Settled.objects.filter(whose=whose, point=Point.NEEDS).order_by("-version")


def area_of(partnership: Partnership) -> Area | None:
    """Return the newest word on where the person moves about; its name is empty when they took it back."""
    return partnership.areas.select_related("entry__voice").order_by("-version").first()


def not_now_of(partnership: Partnership) -> NotNow | None:
    """Return the "not now" that stands, if one does."""
    rows = partnership.not_nows.filter(over_at=None).select_related("entry__voice")
    return rows.order_by("-entry__written_at", "-pk").first()


@dataclass(frozen=True)
class ToAsk:
    """Somebody to ask again: in a partnership, or by a name that is kept before there is one."""

    name: str
    ask_again_date: date
    partnership_id: UUID | None
    not_now_id: UUID | None


def not_nows_due(user: User, by_date: date) -> list[ToAsk]:
    """Return whom a practitioner is to ask again by a day, in their partnerships and before any, by day; one query."""
    nothing, nobody = Value("", TextField()), Cast(Value(None), UUIDField())
    kept = kept_by(user).filter(ask_again_date__lte=by_date).order_by()
    before = kept.values_list("name", Value(""), "ask_again_date", nobody, "pk")
    people = Participant.objects.filter(partnership=OuterRef("partnership"), part=Part.SERVICE_USER, left_at=None)
    called = Subquery(people.values("name")[:1])
    within = _due_in_partnerships(user, by_date).values_list(nothing, called, "ask_again_date", "partnership", nobody)
    # More than one stands in a partnership only for a moment: a new one ends the one before.
    found: dict[UUID, ToAsk] = {}
    for sealed, name, day, partnership_id, not_now_id in sorted(before.union(within, all=True), key=lambda row: row[2]):
        found.setdefault(partnership_id or not_now_id, ToAsk(sealed or name, day, partnership_id, not_now_id))
    return sorted((one for one in found.values() if one.name), key=lambda each: (each.ask_again_date, each.name))


def kept_by(user: User) -> "QuerySet[NotNowBefore]":
    """Return the names and days that a practitioner keeps, by day."""
    return visible_to(user, NotNowBefore.objects.select_related("agency")).order_by("ask_again_date", "pk")


def kept_not_now_for(user: User, not_now_id: UUID) -> NotNowBefore:
    """Return one name and day that a practitioner keeps; Http404 otherwise."""
    found = kept_by(user).filter(pk=not_now_id).first()
    if found is None:
        raise Http404
    return found


def _due_in_partnerships(user: User, by_date: date) -> "QuerySet[NotNow]":
    # A place that has run out by then does not count, nor one whose role is no longer held.
    lasting = Q(until_date=None) | Q(until_date__gte=by_date)
    places = with_roles(Participant.objects.filter(lasting, user=user, left_at=None, part__in=PRACTITIONERS))
    held = places.filter(holds_role=True).values("partnership")  # type: ignore[misc]
    return NotNow.objects.filter(partnership__in=held, over_at=None, ask_again_date__lte=by_date)
