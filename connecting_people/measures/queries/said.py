"""What was answered, as far as the reader may read it, and who was named on the map."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from connecting_people.connections.models import ConnectionState
from connecting_people.connections.permissions import visible_to as connections_visible_to
from connecting_people.connections.rules import Nature
from connecting_people.connections.rules import State as Standing
from connecting_people.measures.answering import read_back
from connecting_people.measures.instruments import shipped
from connecting_people.measures.models import AnswerSet, Through
from connecting_people.measures.permissions import visible_to
from connecting_people.measures.queries.supply import defined
from connecting_people.measures.rules import Answers, Instrument, Result, Score, score
from connecting_people.partnership.models import Partnership
from connecting_people.people.models import User


@dataclass(frozen=True)
class Told:
    """One set of answers, read with the version that was seen."""

    row: AnswerSet
    instrument: Instrument
    answers: Answers

    def result(self, what: Score) -> Result:
        """Return the result of one scale."""
        return score(what, self.answers)


def told(row: AnswerSet) -> Told:
    """Read a set of answers with the version of its instrument that was seen."""
    instrument = defined(row.definition) if row.definition else shipped()[row.instrument, row.version]
    return Told(row, instrument, read_back(row.answers))


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


def is_own_set(user: User, set_id: UUID) -> bool:
    """Say whether somebody keeps these answers to themselves, before the partnership is reached."""
    return AnswerSet.objects.filter(pk=set_id, entry__kept_by__user=user).exists()


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
