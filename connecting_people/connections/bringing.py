"""What would come onto a map out of files, before anything of it is written."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from connecting_people.connections.facts import Facts, node_of, told_by
from connecting_people.connections.gathering import TOO_MANY_CONNECTIONS, TOO_MANY_TIES
from connecting_people.connections.layout import placed
from connecting_people.connections.past import History, Said
from connecting_people.connections.refusals import stays_out
from connecting_people.connections.rules import MOST_CONNECTIONS, MOST_TIES, Node
from connecting_people.connections.ruling import Ruling
from connecting_people.connections.sessions import Session

NOT_YET = _("This map is of a day that has not come yet.")

Pair = tuple[UUID, UUID]


@dataclass(frozen=True)
class Coming:
    """What a file says of one connection from a day on."""

    id: UUID
    source: str
    day: date
    facts: Facts
    new: bool


@dataclass
class Plan:
    """All that would be written: for the new ones, and for those that are on the map already."""

    sessions: tuple[Session, ...]
    days: tuple[date, ...]
    coming: list[Coming] = field(default_factory=list)
    tied: dict[Pair, date] = field(default_factory=dict)
    untied: dict[Pair, date] = field(default_factory=dict)
    rings: int = 0

    @property
    def new(self) -> list[Coming]:
        """Return each new connection, as it is said of it at last."""
        return list({one.id: one for one in self.coming if one.new}.values())

    @property
    def known(self) -> list[Coming]:
        """Return each connection that is on the map already, as it would be said of it at last."""
        return list({one.id: one for one in self.coming if not one.new}.values())


def plan_of(
    sessions: Sequence[Session],
    history: History,
    known: Mapping[str, UUID],
    kept: frozenset[UUID],
    today: date,
    *,
    to_oneself: bool = False,
) -> Plan:
    """Say what the maps in files would make of this map; raise NotTakenIn where they do not fit on it.

    `known` are the connections that the reader sees, by their ids and by the ids in earlier files; what is kept to
    oneself now changes nothing that both see.
    """
    for session in sessions:
        if session.day and session.day > today:
            raise stays_out(session.file, NOT_YET)
    days = tuple(session.day or today for session in sessions)
    planner = _Planner(Plan(tuple(sessions), days), history, dict(known), kept, today, to_oneself)
    for session, day in zip(sessions, days, strict=True):
        planner.take(session, day)
    planner.check(sessions)
    return planner.plan


@dataclass
class _Planner:
    plan: Plan
    history: History
    known: dict[str, UUID]
    kept: frozenset[UUID]
    today: date
    to_oneself: bool
    seen: dict[UUID, Coming] = field(default_factory=dict)
    fresh: set[UUID] = field(default_factory=set)

    def __post_init__(self) -> None:
        now = self.history.facts_on(self.today)
        self.ruling: Ruling = self.history.ruling_on(self.today)
        self.standing: dict[Hashable, Node] = {id: node_of(id, said.facts) for id, said in now.items()}
        self.live = {(tie.one, tie.other): tie.from_date for tie in self.history.ties if tie.until_date is None}

    def take(self, session: Session, day: date) -> None:
        """Plan for the map of one day."""
        before = self.history.said_on(day)
        ids: dict[Hashable, UUID] = {}
        for node in session.network.nodes:
            ids[node.id] = self._connection(node, day, before)
        for id in set(self.seen) - set(ids.values()):
            last = self.seen[id]
            self._say(id, last.source, day, self._said(id, before), replace(last.facts, there=False))
        self._ties(session, day, ids)
        self.plan.rings = max(self.plan.rings, session.network.rings)

    def _connection(self, node: Node, day: date, before: Mapping[UUID, Said]) -> UUID:
        source = str(node.id)[:100]
        id = self.known.get(source)
        if id is None:
            id = self.known[source] = uuid4()
            self.fresh.add(id)
        said = self._said(id, before)
        facts = self._placed(id, _over(node, said), said)
        if not self._is_closed(id):
            self._say(id, source, day, said, facts)
        return id

    def _said(self, id: UUID, before: Mapping[UUID, Said]) -> Facts | None:
        """Return what is said of a connection on a day: on the map until now, or by an earlier map of the file."""
        planned, known = self.seen.get(id), before.get(id)
        if planned and (known is None or planned.day >= known.from_date):
            return planned.facts
        return known.facts if known else None

    def _say(self, id: UUID, source: str, day: date, said: Facts | None, facts: Facts) -> None:
        self.seen[id] = Coming(id, source, day, facts, id in self.fresh)
        if facts != said:
            self.plan.coming.append(self.seen[id])

    def _is_closed(self, id: UUID) -> bool:
        """Say whether a connection stays as it is, since the other sees it and what comes in is for oneself."""
        return self.to_oneself and id not in self.fresh and id not in self.kept

    def _placed(self, id: UUID, facts: Facts, said: Facts | None) -> Facts:
        if said and (said.ring, said.kind) == (facts.ring, facts.kind):
            return replace(facts, slot=said.slot)
        node = placed(node_of(id, facts), None, self.standing.values(), self.ruling.board)
        self.standing[id] = node
        return replace(facts, slot=node.slot)

    def _ties(self, session: Session, day: date, ids: Mapping[Hashable, UUID]) -> None:
        pairs = {_in_order(ids[one], ids[other]) for one, other in session.network.ties}
        pairs = {pair for pair in pairs if not all(map(self._is_closed, pair))}
        for pair in pairs:
            self.plan.untied.pop(pair, None)
            since = min(self.plan.tied.get(pair, day), day)
            if since < self.live.get(pair, date.max):
                self.plan.tied[pair] = since
        if session.network.ties_asked:
            here = set(ids.values())
            for pair in set(self.plan.tied) - pairs:
                if here.issuperset(pair):
                    self.plan.untied[pair] = day

    def check(self, sessions: Sequence[Session]) -> None:
        """Raise NotTakenIn where more would be on the map than it holds."""
        there = {id for id, last in self.seen.items() if last.facts.there} | set(self.history.facts_on(self.today))
        if len(there) > MOST_CONNECTIONS:
            raise stays_out(sessions[0].file, TOO_MANY_CONNECTIONS)
        if len(set(self.plan.tied) | set(self.live)) > MOST_TIES:
            raise stays_out(sessions[0].file, TOO_MANY_TIES)


def _in_order(one: UUID, other: UUID) -> Pair:
    return (one, other) if one < other else (other, one)


def _over(node: Node, said: Facts | None) -> Facts:
    """Lay what a file tells over what was said; what it does not tell stays."""
    told = told_by(node, said)
    if said is None:
        return told
    quiet = {name: getattr(said, name) for name in _MAY_BE_LEFT_OUT if getattr(told, name) in (None, "")}
    return replace(
        told,
        **quiet,
        remembered_later=told.remembered_later or said.remembered_later,
        never_support=told.never_support or said.never_support,
    )


_MAY_BE_LEFT_OUT = (
    "kind",
    "inside_services",
    "ring",
    "contact",
    "gives",
    "gets",
    "since_date",
    "symbol",
    "colour",
    "x",
    "y",
)
