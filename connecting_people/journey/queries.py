from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
from django.http import Http404

from connecting_people.audit.queries import about
from connecting_people.core.london import day_of
from connecting_people.core.prepared import Prepared
from connecting_people.journey.models import Entry, OtherView, Promise, Share, SkillSeen, SupportLevel, Wording
from connecting_people.journey.permissions import visible_to
from connecting_people.journey.rules import Kind, Outcome, Standing, pack, unpack
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.rules import Part

RowT = TypeVar("RowT", bound=Model)
_NEWEST_FIRST = ("-happened_date", "-written_at", "-pk")


def entries(partnership: Partnership) -> "QuerySet[Entry]":
    """Return what the reader of this partnership may read of its record, newest first."""
    me = None if partnership.looking else partnership.me
    return visible_to(me, Entry.objects.filter(partnership=partnership)).order_by(*_NEWEST_FIRST)


def entry_in(partnership: Partnership, entry_id: UUID) -> Entry:
    """Return one entry of the record that the reader may read; Http404 otherwise."""
    entry = entries(partnership).select_related("voice", "by").filter(pk=entry_id).first()
    if entry is None:
        raise Http404
    entry.partnership = partnership
    return entry


def wordings(partnership: Partnership, entry: Entry) -> "QuerySet[Wording]":
    """Return how an entry was worded before, newest first, without what was said while it was somebody else's own."""
    me = None if partnership.looking else partnership.me
    return visible_wordings(me, entry.wordings.all()).order_by("-version")


def visible_wordings(place: Participant | None, rows: "QuerySet[Wording]") -> "QuerySet[Wording]":
    """Keep the wordings that a participant may read; None stands for an urgent look."""
    return rows.filter(Q(kept_by=None) | Q(kept_by=place)) if place else rows.filter(kept_by=None)


def other_views(entry: Entry) -> "QuerySet[OtherView]":
    """Return how others see an entry, newest first."""
    return entry.other_views.order_by("-at", "-pk")


def replies(partnership: Partnership, entry: Entry) -> "QuerySet[Entry]":
    """Return what was written about an entry and the reader may read, oldest first."""
    return entries(partnership).filter(about=entry).order_by("written_at", "pk")


def is_own(user_id: UUID | None, entry_id: UUID) -> bool:
    """Say whether somebody keeps this entry to themselves, before the partnership is reached."""
    return Entry.objects.filter(pk=entry_id, kept_by__user=user_id).exists()


def of_kind(partnership: Partnership, *kinds: str) -> "QuerySet[Entry]":
    """Return what the reader may read of some kinds, newest first."""
    return entries(partnership).filter(kind__in=kinds)


def own(partnership: Partnership) -> "QuerySet[Entry]":
    """Return the reader's own journey: what they keep to themselves, and what they wrote there and shared since."""
    mine = Q(kept_by=partnership.me) | Q(kind=Kind.OWN, voice=partnership.me)
    return entries(partnership).filter(mine)


def answered(question: Entry) -> bool:
    """Say whether somebody answered what was asked."""
    return Entry.objects.filter(about=question, kind=Kind.ANSWER, kept_by=None).exists()


def touching_step(rows: "QuerySet[Entry]", step: int) -> "QuerySet[Entry]":
    """Keep the entries that touch one of the eight steps."""
    return rows.alias(touched=F("steps").bitand(pack([step]))).filter(touched__gt=0)


def touching_process(rows: "QuerySet[Entry]", process: int) -> "QuerySet[Entry]":
    """Keep the entries that were about one of the eleven shared processes."""
    return rows.alias(touched=F("processes").bitand(pack([process]))).filter(touched__gt=0)


@dataclass(frozen=True)
class Glimpse:
    """One entry in one line, for a page that gathers."""

    id: UUID
    happened_date: date
    kind: str
    line: str
    voice_id: UUID
    steps: tuple[int, ...]
    processes: tuple[int, ...]
    kept: bool


_COLUMNS = ("pk", "happened_date", "kind", "line", "voice_id", "steps", "processes", "kept_by_id")
# A page that gathers shows a few of each sort; what is older than this many is on the timeline.
LOOKED_THROUGH = 1000
_NEWEST = Prepared(
    lambda partnership_id, place_id: (
        Entry.objects.filter(Q(kept_by=None) | Q(kept_by=place_id), partnership=partnership_id)
        .order_by(*_NEWEST_FIRST)
        .values_list(*_COLUMNS)[:LOOKED_THROUGH]
    )
)


def glimpses(partnership: Partnership) -> Iterator[Glimpse]:
    """Yield what the reader may read, newest first, in one query that reads no further than is asked for."""
    # In an urgent look there is no place; nobody keeps anything to the partnership's own id.
    place_id = partnership.pk if partnership.looking else partnership.me.pk
    for row in _NEWEST.rows(partnership_id=partnership.pk, place_id=place_id):
        pk, day, kind, line, voice_id, steps, processes, kept_by = row
        yield Glimpse(pk, day, kind, line, voice_id, unpack(steps), unpack(processes), kept_by is not None)


def open_questions(partnership_ids: Iterable[UUID]) -> "QuerySet[Entry]":
    """Return what one asked the other and has no answer yet, oldest first, in several partnerships at once."""
    answers = Entry.objects.filter(about=OuterRef("pk"), kind=Kind.ANSWER, kept_by=None)
    rows = Entry.objects.filter(partnership_id__in=list(partnership_ids), kind=Kind.QUESTION, kept_by=None)
    return rows.filter(~Exists(answers)).select_related("voice").order_by("written_at", "pk")


def promises(partnership: Partnership) -> "QuerySet[Promise]":
    """Return what each said they would do: what is open first, by day, then the rest, newest first."""
    rows = partnership.promises.select_related("who", "entry")
    return rows.order_by(
        F("outcome_at").desc(nulls_first=True), F("due_date").asc(nulls_last=True), "-entry__written_at"
    )


def promise_in(partnership: Partnership, promise_id: UUID) -> Promise:
    """Return one thing that somebody said they would do; Http404 when it is not in this record."""
    return _first_or_404(partnership.promises.select_related("who", "entry").filter(pk=promise_id))


def promises_due(partnership_ids: Iterable[UUID], by_date: date) -> "QuerySet[Promise]":
    """Return what was to be done by a day and is still open, in several partnerships at once, by day."""
    rows = Promise.objects.filter(partnership_id__in=list(partnership_ids), outcome=Outcome.OPEN, due_date__lte=by_date)
    return rows.select_related("who", "entry").order_by("due_date", "pk")


def skills_seen(partnership: Partnership) -> "QuerySet[SkillSeen]":
    """Return the skills that one saw in the other, newest first."""
    return partnership.skills_seen.select_related("seen_in", "entry__voice").order_by("-entry__written_at", "pk")


def skill_in(partnership: Partnership, skill_id: UUID) -> SkillSeen:
    """Return one skill that was seen; Http404 when it is not in this record."""
    return _first_or_404(partnership.skills_seen.select_related("seen_in", "entry").filter(pk=skill_id))


def support_levels(partnership: Partnership) -> "QuerySet[SupportLevel]":
    """Return how much support there was, as each said it, newest first."""
    return partnership.support_levels.select_related("entry").order_by("-at", "-pk")


def support_now(partnership: Partnership) -> SupportLevel | None:
    """Return how much support there is, as last said."""
    rows = partnership.support_levels.select_related("entry__voice").order_by("-at", "-pk")
    return rows.first()


def shared_with(supporter: Participant, at: datetime) -> "QuerySet[Entry]":
    """Return the entries that were ticked for a supporter and whose day has not passed, newest first."""
    live = Share.objects.filter(supporter=supporter, until_date__gte=day_of(at))
    rows = Entry.objects.filter(pk__in=live.values("entry"), kept_by=None).select_related("voice")
    return rows.order_by(*_NEWEST_FIRST)


def shares_of(partnership: Partnership, at: datetime) -> "QuerySet[Share]":
    """Return what supporters of a partnership can see today."""
    rows = Share.objects.filter(entry__partnership=partnership, entry__kept_by=None, until_date__gte=day_of(at))
    return rows.select_related("entry", "supporter").order_by("supporter__name", "-entry__happened_date")


def share_in(partnership: Partnership, share_id: UUID) -> Share:
    """Return one thing that a supporter can see; Http404 when it is not of this record."""
    return _first_or_404(
        Share.objects.filter(entry__partnership=partnership, pk=share_id).select_related("entry", "supporter")
    )


def any_of(rows: "QuerySet[Entry]", *ways: Q) -> "QuerySet[Entry]":
    """Keep what is wanted in one of several ways, each found by an index of its own: "or" would read every entry."""
    each = [rows.filter(way).order_by().values("pk") for way in ways]
    return Entry.objects.filter(pk__in=each[0].union(*each[1:])).order_by(*_NEWEST_FIRST)


def waiting_for(partnership: Partnership, place: Participant) -> "QuerySet[Entry]":
    """Return what was written down for this person, or proposed to their side, and waits for their word."""
    mine = Q(as_said=True, voice=place, confirmed_at=None)
    proposed = Q(standing=Standing.PROPOSED)
    if place.part == Part.SERVICE_USER:
        proposed &= ~Q(voice=place)
    else:
        proposed &= Q(voice__part=Part.SERVICE_USER)
    return any_of(entries(partnership), mine, proposed).select_related("voice")


# Where somebody writes alone: that they were there is for themselves, else a page tells what they keep private.
OWN_PAGE, WRITE_PAGE = "own journey", "write"


@dataclass(frozen=True)
class Look:
    """One time that somebody opened the record."""

    at: datetime
    actor_id: UUID
    page: str
    urgent: bool


def who_looked(partnership: Partnership, limit: int = 200, before: datetime | None = None) -> list[Look]:
    """Return who opened this record and which page, newest first, at most `limit` looks, `before` a moment.

    Nobody sees when another opened their own pages; each sees their own.
    """
    me = getattr(partnership, "me", None)
    alone = Q(act__in=[f"read: {OWN_PAGE}", f"read: {WRITE_PAGE}"])
    not_mine = ~Q(actor_id=me.user_id) if me and me.user_id else Q()
    rows = about(partnership.pk).filter(act__startswith="read: ", actor_id__isnull=False).exclude(alone & not_mine)
    if before:
        rows = rows.filter(at__lt=before)
    columns = rows.values_list("at", "actor_id", "act", "target_id")[:limit]
    return [
        Look(at, actor, act.removeprefix("read: "), target is not None) for at, actor, act, target in columns if actor
    ]


@dataclass(frozen=True)
class Act:
    """One time that somebody did something in the record."""

    at: datetime
    actor_id: UUID
    act: str
    entry_id: UUID


def who_wrote(partnership: Partnership, limit: int = 200, before: datetime | None = None) -> list[Act]:
    """Return who did what with the entries that the reader may read, newest first; nothing of private ones."""
    readable = entries(partnership).order_by().values("pk")
    rows = about(partnership.pk).filter(act__startswith="journey: ", target_id__in=readable, actor_id__isnull=False)
    if before:
        rows = rows.filter(at__lt=before)
    columns = rows.values_list("at", "actor_id", "act", "target_id")[:limit]
    return [
        Act(at, actor, act.removeprefix("journey: "), target) for at, actor, act, target in columns if actor and target
    ]


def _first_or_404(rows: "QuerySet[RowT]") -> RowT:
    row = rows.first()
    if row is None:
        raise Http404
    return row
