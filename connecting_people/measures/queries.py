"""What is asked of instruments and answers. For a review: `then_and_now(partnership)`."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from connecting_people.connections.models import ConnectionState
from connecting_people.connections.permissions import visible_to as connections_visible_to
from connecting_people.connections.rules import Nature
from connecting_people.connections.rules import State as Standing
from connecting_people.core.london import day_of
from connecting_people.measures.answering import read_back
from connecting_people.measures.defining import read
from connecting_people.measures.instruments import PRACTICE, ready, shipped
from connecting_people.measures.models import AnswerSet, Definition, Discussion, OwnAction, Through
from connecting_people.measures.permissions import can_discuss, is_own, sees, visible_to
from connecting_people.measures.rules import Answers, Instrument, Result, Score, State, score
from connecting_people.measures.words import change_words, result_words
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import Agency, User
from connecting_people.people.queries import colleagues


@dataclass(frozen=True)
class Offered:
    """An instrument that an agency can use today, and its own definition where it supplied it."""

    instrument: Instrument
    definition: Definition | None = None


@dataclass(frozen=True)
class Told:
    """One set of answers, read with the version that was seen."""

    row: AnswerSet
    instrument: Instrument
    answers: Answers

    def result(self, what: Score) -> Result:
        """Return the result of one scale."""
        return score(what, self.answers)


def offered(agency_id: UUID, today: date) -> list[Offered]:
    """Return what an agency can use today, by title: what comes with the program, and its own while licensed."""
    lasting = Q(licence_until_date=None) | Q(licence_until_date__gte=today)
    rows = Definition.objects.filter(lasting, agency_id=agency_id, state=State.USED)
    found = [Offered(one) for one in ready()] + [Offered(defined(row), row) for row in rows]
    return sorted(found, key=lambda one: one.instrument.title)


def offered_as(agency_id: UUID, id: str, today: date) -> Offered:
    """Return one instrument that an agency can use today; Http404 for every other."""
    found = offered_still(agency_id, id, today)
    if found is None:
        raise Http404
    return found


def offered_still(agency_id: UUID, id: str, today: date) -> Offered | None:
    """Return one instrument if an agency can use it today: what was answered to it before can be read all the same."""
    return next((one for one in offered(agency_id, today) if one.instrument.id == id), None)


def defined(row: Definition) -> Instrument:
    """Return the instrument of an agency's own definition, numbered as the agency's versions are."""
    return replace(_read(row.content, row.file), version=row.version)


@lru_cache(maxsize=200)
def _read(content: str, file: str) -> Instrument:
    return read(content.encode(), file)


def told(row: AnswerSet) -> Told:
    """Read a set of answers with the version of its instrument that was seen."""
    instrument = defined(row.definition) if row.definition else shipped()[row.instrument, row.version]
    return Told(row, instrument, read_back(row.answers))


def definitions(agency_id: UUID) -> "QuerySet[Definition]":
    """Return the definitions that an agency supplied, newest first."""
    return Definition.objects.filter(agency_id=agency_id).order_by("-made_at", "-pk")


def definition_in(agency: Agency, definition_id: UUID) -> Definition:
    """Return one definition of an agency; Http404 otherwise."""
    found = agency.definitions.select_related("made_by", "confirmed_by").filter(pk=definition_id).first()
    if found is None:
        raise Http404
    return found


def answer_sets(partnership: Partnership) -> "QuerySet[AnswerSet]":
    """Return the answers that the reader may read, oldest first."""
    me = None if partnership.looking else partnership.me
    rows = visible_to(me, AnswerSet.objects.filter(partnership=partnership))
    return rows.select_related("entry", "definition").order_by("entry__happened_date", "at", "pk")


def answers_to(partnership: Partnership, instrument: str) -> list[Told]:
    """Return what the two answered to one instrument and the reader may read, oldest first."""
    return [told(row) for row in answer_sets(partnership).filter(instrument=instrument)]


def answers_in(partnership: Partnership, set_id: UUID) -> Told:
    """Return one set of answers that the reader may read; Http404 otherwise."""
    row = answer_sets(partnership).filter(pk=set_id).first()
    if row is None:
        raise Http404
    row.partnership = partnership
    if row.entry:
        row.entry.partnership = partnership
        row.entry.voice = next(one for one in partnership.everybody if one.pk == row.entry.voice_id)
    return told(row)


@dataclass(frozen=True)
class OnMap:
    """Somebody on the map as the reader sees it; `inside` says that they are there for pay."""

    id: UUID
    name: str
    inside: bool


def through_whom(partnership: Partnership, answers: AnswerSet) -> list[OnMap]:
    """Return who on the map can be named for a resource: neither places nor pets, nobody marked as never support.

    Where the answers are shared, only those whom both see; where one keeps them, also those whom only they see.
    """
    kept = answers.entry is not None and answers.entry.kept_by_id is not None
    rows = _on_map(partnership).filter(state=Standing.CURRENT, nature__in=(Nature.PERSON, Nature.GROUP, Nature.ONLINE))
    return _people(rows if kept else rows.filter(kept_by=None))


def named_in(partnership: Partnership, sets: Iterable[AnswerSet]) -> dict[UUID, dict[str, list[OnMap]]]:
    """Return who was named for which resource in some answers, as far as the reader sees them, in two queries.

    Whom somebody has marked since as never support is left out.
    """
    from_set: dict[UUID, dict[str, list[OnMap]]] = {}
    people = {one.id: one for one in _people(_on_map(partnership))}
    for set_id, item, connection_id in _links(sets):
        if connection_id in people:
            from_set.setdefault(set_id, {}).setdefault(item, []).append(people[connection_id])
    for named in from_set.values():
        for several in named.values():
            several.sort(key=lambda one: one.name)
    return from_set


def _links(sets: Iterable[AnswerSet]) -> list[tuple[UUID, str, UUID]]:
    rows = Through.objects.filter(answer_set__in=list(sets)).order_by("item", "connection__made_at", "pk")
    return list(rows.values_list("answer_set_id", "item", "connection_id"))


def _on_map(partnership: Partnership) -> "QuerySet[ConnectionState]":
    me = None if partnership.looking else partnership.me
    rows = connections_visible_to(me, ConnectionState.objects.filter(partnership=partnership, latest=True, there=True))
    return rows.filter(never_support=False)


def _people(rows: "QuerySet[ConnectionState]") -> list[OnMap]:
    columns = rows.order_by("name", "connection__made_at").values_list("connection_id", "name", "inside_services")
    return [OnMap(id, name, bool(inside)) for id, name, inside in columns]


@dataclass(frozen=True)
class Line:
    """One scale, or one question, in the words of an answer; `change` is how the latest lies to the first."""

    title: str
    first: str
    latest: str
    change: str


@dataclass(frozen=True)
class VoiceThenAndNow:
    """What one person said first and last; the days are the same where they answered once."""

    voice_id: UUID
    name: str
    side: str
    first_date: date
    latest_date: date
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ThenAndNow:
    """One instrument, then and now, in words per voice; `id` is that of the page `measures:instrument`."""

    id: str
    title: str
    voices: tuple[VoiceThenAndNow, ...]


def then_and_now(partnership: Partnership) -> tuple[ThenAndNow, ...]:
    """Return each instrument that was answered with the first and latest result in words, per voice, in one query.

    It holds what the reader of this partnership may read and nothing else: what another keeps to themselves is left
    out of first and latest alike. No number is in it. For the page of a review (S8.3).
    """
    by_instrument: dict[str, dict[UUID, list[Told]]] = {}
    for row in answer_sets(partnership):
        if row.entry:
            by_instrument.setdefault(row.instrument, {}).setdefault(row.entry.voice_id, []).append(told(row))
    found = [_then_and_now(partnership, id, voices) for id, voices in by_instrument.items()]
    return tuple(sorted(found, key=lambda one: one.title))


def _then_and_now(partnership: Partnership, id: str, voices: dict[UUID, list[Told]]) -> ThenAndNow:
    places = {one.pk: one for one in partnership.everybody}
    told_by = tuple(_voice(places[voice_id], rows) for voice_id, rows in voices.items())
    title = max((rows[-1] for rows in voices.values()), key=lambda one: one.row.version).instrument.title
    return ThenAndNow(id, title, tuple(sorted(told_by, key=lambda one: one.side != "service_user")))


def _voice(voice: Participant, rows: list[Told]) -> VoiceThenAndNow:
    first, latest = rows[0], rows[-1]
    return VoiceThenAndNow(
        voice_id=voice.pk,
        name=voice.name,
        side=voice.side,
        first_date=_day(first),
        latest_date=_day(latest),
        lines=tuple(_line(what, first, latest, once=len(rows) == 1) for what in latest.instrument.scores),
    )


def _line(what: Score, first: Told, latest: Told, *, once: bool) -> Line:
    before = next((one for one in first.instrument.scores if one.id == what.id), None)
    then, now = first.result(before) if before else Result(None, 0, len(what.items)), latest.result(what)
    change = "" if once else change_words(what, then, now)
    return Line(what.title, result_words(before or what, then), result_words(what, now), change)


def _day(one: Told) -> date:
    return one.row.entry.happened_date if one.row.entry else day_of(one.row.at)


def own_reviews(user: User) -> list[Told]:
    """Return how somebody saw their own practice, oldest first."""
    rows = AnswerSet.objects.filter(subject=user, by=user, instrument=PRACTICE, beside=None)
    return [told(row) for row in rows.select_related("definition").order_by("at", "pk")]


def own_review_in(user: User, set_id: UUID) -> Told:
    """Return one of somebody's own self-reviews; Http404 for everybody else's."""
    row = _review(set_id)
    if row is None or not is_own(user, row):
        raise Http404
    return told(row)


def shown_review_in(user: User, set_id: UUID) -> Told:
    """Return a self-review that a colleague shows to `user` today; Http404 otherwise."""
    row = _review(set_id)
    if row is None or not sees(user, row):
        raise Http404
    return told(row)


def _review(set_id: UUID) -> AnswerSet | None:
    rows = AnswerSet.objects.filter(pk=set_id, partnership=None, beside=None)
    return rows.select_related("subject", "by", "agency", "definition").first()


def views_beside(answers: AnswerSet, by: User | None = None) -> list[Told]:
    """Return how colleagues saw a practice, or one of them, oldest first."""
    rows = answers.views_beside.select_related("by", "definition").order_by("at", "pk")
    return [told(row) for row in (rows.filter(by=by) if by else rows)]


def discussed_with(answers: AnswerSet) -> Discussion | None:
    """Return with whom a self-review is discussed now."""
    return answers.discussions.filter(ended_at=None).select_related("colleague").first()


def shown_to(user: User) -> "QuerySet[Discussion]":
    """Return what colleagues show to somebody now, newest first."""
    rows = Discussion.objects.filter(colleague=user, ended_at=None)
    return rows.select_related("answer_set__subject").order_by("-began_at", "-pk")


def colleagues_to_ask(user: User, answers: AnswerSet) -> "QuerySet[User]":
    """Return to whom a self-review could be shown."""
    return colleagues(answers.agency_id).exclude(pk=user.pk)


def colleague_of(user: User, answers: AnswerSet, chosen: str) -> User:
    """Return the colleague who was chosen; Http404 for somebody who cannot be."""
    for one in colleagues_to_ask(user, answers):
        if str(one.pk) == chosen and can_discuss(user, answers, one):
            return one
    raise Http404


def own_actions(user: User) -> "QuerySet[OwnAction]":
    """Return what somebody will try in their own practice: what is open first, by day, then the rest, newest first."""
    rows = OwnAction.objects.filter(answer_set__subject=user, answer_set__by=user).select_related("answer_set__agency")
    return rows.order_by("-looked_at", "look_date", "pk")


def own_action_in(user: User, action_id: UUID) -> OwnAction:
    """Return one thing that somebody will try; Http404 for everybody else's."""
    found = own_actions(user).filter(pk=action_id).first()
    if found is None:
        raise Http404
    return found


def own_actions_due(user: User, by_date: date) -> "QuerySet[OwnAction]":
    """Return what somebody wanted to look at again by a day, and has not, by day."""
    return own_actions(user).filter(looked_at=None, look_date__lte=by_date).order_by("look_date", "pk")


def is_own_set(user: User, set_id: UUID) -> bool:
    """Say whether somebody keeps these answers to themselves, before the partnership is reached."""
    return AnswerSet.objects.filter(pk=set_id, entry__kept_by__user=user).exists()
