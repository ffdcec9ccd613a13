from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from connecting_people.audit.models import Event
from connecting_people.audit.queries import about, in_agency
from connecting_people.core.london import day_of
from connecting_people.core.prepared import Prepared
from connecting_people.getting_started.queries import needs_of
from connecting_people.introductions.queries import proposed_to
from connecting_people.journey.models import Entry, Promise
from connecting_people.journey.queries import any_of, entries, touching_step
from connecting_people.journey.rules import Kind, Outcome, Standing
from connecting_people.measures.queries.own import own_actions_due
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import taking_part, with_roles
from connecting_people.partnership.rules import PRACTITIONERS
from connecting_people.people.models import Agency, CrisisInformation, Membership, User
from connecting_people.people.queries import somebody_of
from connecting_people.people.roles import May
from connecting_people.people.rules import STAFF
from connecting_people.people.standing import Standing as Held
from connecting_people.plans.queries import ideas_due
from connecting_people.review.queries import due as reviews_due

SOON: Final = timedelta(days=7)
_UNANSWERED = Q(kind=Kind.QUESTION, kept_by=None) & ~Exists(
    Entry.objects.filter(about=OuterRef("pk"), kind=Kind.ANSWER)
)
_UNCONFIRMED = Q(as_said=True, confirmed_at=None)


@dataclass(frozen=True)
class OpenThing:
    """One entry of a partnership that leads on: it waits for a word, an answer or a deed, or says how things are."""

    id: UUID
    kind: str
    line: str
    happened_date: date
    voice_id: UUID
    by_id: UUID
    standing: str
    as_said: bool
    confirmed_at: datetime | None
    promise_id: UUID | None
    promise_who_id: UUID | None
    promise_outcome: str | None
    due_date: date | None

    @property
    def promise_open(self) -> bool:
        """Say whether somebody said they would do this, and has not come back to it."""
        return self.promise_outcome == Outcome.OPEN


def _opens(partnership_id: UUID, place_id: UUID, user_id: UUID) -> "QuerySet[Entry, tuple[Any, ...]]":
    mine = Entry.objects.filter(Q(kept_by=None) | Q(kept_by=place_id), partnership=partnership_id)
    support = mine.filter(kind=Kind.SUPPORT).order_by("-written_at", "-pk")
    # In one partnership reading what is there costs less than five ways to what is wanted; for many see `for_me`.
    wanted = (
        Q(standing=Standing.PROPOSED)
        | (_UNCONFIRMED & Q(voice=place_id) & ~Q(by=user_id))
        | _UNANSWERED
        | Q(promise__outcome=Outcome.OPEN)
        | Q(pk=Subquery(support.values("pk")[:1]))
    )
    columns = ("pk", "kind", "line", "happened_date", "voice_id", "by_id", "standing", "as_said", "confirmed_at")
    promise = ("promise__pk", "promise__who_id", "promise__outcome", "promise__due_date")
    newest_first = ("-happened_date", "-written_at", "-pk")
    return mine.filter(wanted).order_by(*newest_first).values_list(*columns, *promise)


_OPENS = Prepared(_opens)


def open_things(partnership: Partnership) -> list[OpenThing]:
    """Return what is open in a partnership and how much support there is now, in one query, newest first."""
    # In an urgent look there is no place; nothing belongs to the partnership's own id.
    me = None if partnership.looking else partnership.me
    place_id, user_id = (me.pk, me.user_id or me.pk) if me else (partnership.pk, partnership.pk)
    rows = _OPENS.rows(partnership_id=partnership.pk, place_id=place_id, user_id=user_id)
    return [OpenThing(*row) for row in rows]


def of_step(partnership: Partnership, number: int, limit: int = 6) -> "QuerySet[Entry]":
    """Return the newest entries that touch a step, with who wrote them down."""
    return touching_step(entries(partnership), number).select_related("by")[:limit]


@dataclass(frozen=True)
class ForMe:
    """A question that has no answer yet, or something that waits for this person's word."""

    id: UUID
    partnership_id: UUID
    kind: str
    line: str
    happened_date: date
    voice_id: UUID
    name: str
    part: str

    def asks(self, place: Participant) -> bool:
        """Say whether it is a question of somebody else's to the one who holds `place`."""
        return self.kind == Kind.QUESTION and self.voice_id != place.pk

    @property
    def by_practitioner(self) -> bool:
        """Say whether these are a practitioner's words, else the service user's."""
        return self.part in PRACTITIONERS


def for_me(places: Collection[Participant], user_id: UUID) -> list[ForMe]:
    """Return what asks this person something in all their partnerships, in one query, newest first."""
    ids = [place.pk for place in places]
    said_for_me = _UNCONFIRMED & Q(voice__in=ids) & ~Q(by=user_id)
    others = ~Q(voice__in=ids)
    rows = Entry.objects.filter(partnership__in=[place.partnership_id for place in places], kept_by=None)
    rows = any_of(rows, said_for_me, _UNANSWERED & others, Q(standing=Standing.PROPOSED) & others)
    columns = ("pk", "partnership_id", "kind", "line", "happened_date", "voice_id", "voice__name", "voice__part")
    return [ForMe(*row) for row in rows.values_list(*columns)]


def open_promises(places: Collection[Participant]) -> "QuerySet[Promise]":
    """Return what this person said they would do and has not come back to, by day."""
    rows = Promise.objects.filter(partnership__in=[place.partnership_id for place in places], outcome=Outcome.OPEN)
    rows = rows.filter(who__in=[place.pk for place in places]).select_related("entry")
    return rows.order_by("due_date", "entry__written_at", "pk")


def places_beside(user: User, at: datetime) -> list[Participant]:
    """Return everybody's place in the partnerships in which `user` takes part today, in one query, as they came.

    Each brings along what a first page says of its partnership or of whose place it is: `idea` and `idea_day`, put off
    until about now; `look_again`, the day on which their needs are looked at again; `meets`, the day on which others
    proposed where and when to meet, as long as that waits for an answer; `try_id`, `try_words` and `try_day`, what the
    reader first wanted to look at again in their own practice, until about now; `look_day`, the day within a week on
    which the two wanted to look back again.
    """
    here = taking_part(user, at).values("partnership")
    due = ideas_due(OuterRef("partnership"), day_of(at))
    tries = own_actions_due(user, day_of(at) + SOON)
    looks = reviews_due(OuterRef("partnership"), day_of(at) + SOON)
    rows = with_roles(Participant.objects.filter(partnership__in=here, left_at=None)).annotate(
        idea=Subquery(due.values("asset__name")[:1]),
        idea_day=Subquery(due.values("until_date")[:1]),
        look_again=Subquery(needs_of(OuterRef("pk")).values("review_date")[:1]),
        look_day=Subquery(looks.values("look_again_date")[:1]),
        meets=Subquery(proposed_to(OuterRef("partnership"), day_of(at)).values("said_at")[:1]),
        try_id=Subquery(tries.values("pk")[:1]),
        try_words=Subquery(tries.values("words")[:1]),
        try_day=Subquery(tries.values("look_date")[:1]),
    )
    return list(rows.select_related("partnership__agency").order_by("joined_at", "pk"))


def news(place: Participant, limit: int = 5) -> list[Entry]:
    """Return what others said since this person last opened the record, newest first, but not what asks them."""
    reads = about(place.partnership_id).filter(actor_id=place.user_id, act__startswith="read: ")
    since = reads.values_list("at", flat=True).first() or place.joined_at
    rows = Entry.objects.filter(partnership_id=place.partnership_id, kept_by=None, written_at__gt=since)
    rows = rows.exclude(Q(by=place.user_id) | Q(voice=place) | Q(kind=Kind.QUESTION) | Q(standing=Standing.PROPOSED))
    return list(rows.select_related("voice").order_by("-written_at", "-pk")[:limit])


def leaver_in(held: Held, agency_id: UUID, user_id: UUID) -> tuple[Agency, User]:
    """Return somebody of an agency's staff to themselves and to who may switch them off; Http404 for all others."""
    for agency in held.agencies:
        own = user_id == held.user.pk and held.roles_in(agency_id) & STAFF
        if agency.pk == agency_id and (own or held.may(May.KEEP_TEAMS, agency_id)):
            return agency, somebody_of(agency_id, user_id)
    raise Http404


def staffed(held: Held, agency_id: UUID) -> Agency:
    """Return an agency to whoever works for it; Http404 for all others."""
    for agency in held.agencies:
        if agency.pk == agency_id and held.roles_in(agency_id) & STAFF:
            return agency
    raise Http404


def crisis_states(agency_ids: Iterable[UUID]) -> dict[UUID, CrisisInformation]:
    """Return what is kept of each agency's crisis information."""
    return {row.agency_id: row for row in CrisisInformation.objects.filter(agency_id__in=list(agency_ids))}


def staff_names(agency_id: UUID, user_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the names of those who are or were staff of the agency; nobody else's."""
    rows = Membership.objects.filter(agency_id=agency_id, user_id__in=list(user_ids), role__in=list(STAFF))
    return dict(rows.values_list("user_id", "user__name"))


def events(agency_id: UUID, *, prefixes: tuple[str, ...], before: int | None, limit: int) -> list[Event]:
    """Return an agency's events below a number, newest first, of the acts that begin with one of `prefixes`."""
    wanted: Any = Q()
    for prefix in prefixes:
        wanted |= Q(act__startswith=prefix)
    rows = in_agency(agency_id).filter(wanted)
    return list((rows.filter(number__lt=before) if before else rows)[:limit])
