"""All that was ever said of a map, and the map of any day out of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from connecting_people.connections.facts import Facts, node_of
from connecting_people.connections.rules import USUAL_RINGS, Network
from connecting_people.connections.ruling import Ruling


@dataclass(frozen=True)
class Said:
    """What was said of one connection from a day on."""

    connection_id: UUID
    made_at: datetime
    version: int
    from_date: date
    at: datetime
    act: str
    by_id: UUID
    voice_id: UUID
    kept_by_id: UUID | None
    facts: Facts


@dataclass(frozen=True)
class Tied:
    """How long two connections knew each other."""

    one: UUID
    other: UUID
    from_date: date
    until_date: date | None

    def on(self, day: date) -> bool:
        """Say whether they did at the end of a day."""
        return self.from_date <= day and (self.until_date is None or self.until_date > day)


@dataclass(frozen=True)
class History:
    """All that was ever said of a map, as far as one reader sees it; each day's map is taken from it."""

    states: tuple[Said, ...]
    ties: tuple[Tied, ...]
    rulings: tuple[tuple[date, Ruling], ...]
    reader: UUID | None = None

    def said_on(self, day: date) -> dict[UUID, Said]:
        """Return what was last said of each connection up to the end of a day, also of those taken off the map."""
        found: dict[UUID, Said] = {}
        for said in self.states:
            if said.from_date <= day:
                found[said.connection_id] = said
        return found

    def facts_on(self, day: date) -> dict[UUID, Said]:
        """Return what was said of each connection that was on the map at the end of a day, in the order of coming."""
        return {id: said for id, said in self.said_on(day).items() if said.facts.there}

    def ruling_on(self, day: date) -> Ruling:
        """Return how the map was ruled at the end of a day."""
        return next((ruling for since, ruling in reversed(self.rulings) if since <= day), Ruling())

    def on(self, day: date) -> Network:
        """Return the map as it was at the end of a day."""
        found = self.facts_on(day)
        ruling = self.ruling_on(day)
        ties = frozenset(
            (tie.one, tie.other) for tie in self.ties if tie.on(day) and tie.one in found and tie.other in found
        )
        return Network(
            nodes=tuple(node_of(id, said.facts, kept=said.kept_by_id is not None) for id, said in found.items()),
            ties=ties,
            ties_asked=ruling.ties_asked or bool(ties),
            rings=ruling.rings or USUAL_RINGS,
            day=day,
        )

    def days(self) -> list[date]:
        """Return the days on which something changed, oldest first."""
        seen = {said.connection_id for said in self.states}
        ties = [tie for tie in self.ties if tie.one in seen and tie.other in seen]
        changed = {said.from_date for said in self.states} | {tie.from_date for tie in ties}
        return sorted(changed | {tie.until_date for tie in ties if tie.until_date})

    def seen_by(self, reader: UUID | None) -> "History":
        """Return as much of it as one of them sees; None stands for what everybody sees."""
        states = tuple(said for said in self.states if said.kept_by_id in (None, reader))
        return History(states, self.ties, self.rulings, reader)

    def keepers(self) -> frozenset[UUID]:
        """Return who keeps something to themselves."""
        return frozenset(said.kept_by_id for said in self.states if said.kept_by_id)
