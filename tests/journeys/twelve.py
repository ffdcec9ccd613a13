"""The map that the journeys build by hand, by keys and without scripts: twelve on it, who knows whom, a week later.

`play` does the same through the actions, and `left_by` tells all that either leaves in the database.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from connecting_people.connections.actions import connections, ties
from connecting_people.connections.facts import Facts
from connecting_people.connections.layout import Move, lay_out
from connecting_people.connections.models import ConnectionState, MapSettings, MapSnapshot, MapStep, Tie
from connecting_people.connections.queries.now import now_of
from connecting_people.connections.rules import Exchange, Nature, State
from connecting_people.guide.kinds import Reach, connection_kind
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.queries import partnership_to_write
from connecting_people.people.models import User

WEEK = timedelta(days=7)
FRIENDSHIP, INTERESTS, LISTENING = Exchange.FRIENDSHIP, Exchange.INTERESTS, Exchange.EMOTIONAL_SUPPORT
HELP, THINGS, PEOPLE = Exchange.PRACTICAL_ADVICE, Exchange.RESOURCES, Exchange.CONNECTIONS


@dataclass(frozen=True)
class Someone:
    """What is said of one of them; `None` leaves a question open, nothing in it is "nothing just now"."""

    name: str
    kind: str
    ring: int
    gives: tuple[Exchange, ...] | None = None
    gets: tuple[Exchange, ...] | None = None
    nature: Nature = Nature.PERSON

    @property
    def facts(self) -> Facts:
        """Return the same as the program keeps it."""
        return Facts(
            self.name,
            nature=self.nature,
            kind=self.kind,
            inside_services=connection_kind(self.kind).reach == Reach.INSIDE_SERVICES,
            ring=self.ring,
            gives=None if self.gives is None else frozenset(self.gives),
            gets=None if self.gets is None else frozenset(self.gets),
        )


TWELVE = (
    Someone("Mum", "family", 1, (LISTENING,), (LISTENING, HELP)),
    Someone("Biscuit", "family", 1, (FRIENDSHIP,), (FRIENDSHIP,), Nature.ANIMAL),
    Someone("Sam", "friends", 1, (INTERESTS,), (FRIENDSHIP,)),
    Someone("Priya", "friends", 2, (HELP,), ()),
    Someone("Leila", "colleagues", 2),
    Someone("Mr Osei", "acquaintances", 3, (), (PEOPLE,)),
    Someone("Next door", "neighbours", 2, (THINGS,), (THINGS,)),
    Someone("Chess club", "shared-interest", 2, (INTERESTS,), (INTERESTS,), Nature.GROUP),
    Someone("The charity shop", "volunteering", 3, (HELP,), None, Nature.PLACE),
    Someone("Corner café", "local-business-community", 3, None, (FRIENDSHIP,), Nature.PLACE),
    Someone("Bus forum", "online-community", 3, (INTERESTS,), (INTERESTS,), Nature.ONLINE),
    Someone("Dr Patel", "team-and-staff", 2, None, (HELP,)),
)
KNOW = (("Mum", "Sam"), ("Sam", "Priya"), ("Priya", "Chess club"), ("Next door", "Corner café"))
# A week later: one came a step closer, one stands in the next part of the map, and with one it has ended.
CLOSER, ON, ENDED = "Mr Osei", "Leila", "Bus forum"
SAID_OF_IT = ("Came closer", "Mr Osei", "Further out, then Close", "No longer part of it", "Bus forum")


def play(user: User, partnership: Partnership, day: datetime) -> None:
    """Do all of it through the actions."""
    here: dict[str, Any] = {"by": user, "partnership": partnership_to_write(user, partnership.pk, at=day)}
    ids = {}
    for second, one in enumerate(TWELVE):
        ids[one.name] = connections.add(**here, at=day + timedelta(seconds=second), facts=one.facts).pk
    here["at"] = day + timedelta(minutes=1)
    for one, other in KNOW:
        ties.tie(**here, one=ids[one], other=ids[other])
    here["at"] = day + WEEK
    connections.move(**here, connection_id=ids[CLOSER], asked=Move(step="closer"))
    connections.move(**here, connection_id=ids[ON], asked=Move(step="next"))
    connections.stand(**here, connection_id=ids[ENDED], state=State.ENDED)


def left_by(partnership: Partnership) -> dict[str, list[Any]]:
    """Return all that is in the database of a map, with names and parts in place of ids and people."""
    rows = ConnectionState.objects.filter(partnership=partnership).select_related("voice", "kept_by")
    found = list(rows.order_by("connection__made_at", "version"))
    names = {str(row.connection_id): row.name for row in found}
    marks = MapStep.objects.filter(partnership=partnership).order_by("number")
    return {
        "said": [_said(row) for row in found],
        "ties": sorted(_tie(row, names) for row in Tie.objects.filter(partnership=partnership)),
        "steps": [(step.act, names.get(str(step.about)), _part(step.part, names), step.undone) for step in marks],
        "rulings": list(MapSettings.objects.filter(partnership=partnership).values("version", "rings", "sectors")),
        "numbers": list(_numbers(partnership)),
        "record": list(Entry.objects.filter(partnership=partnership, kind="map").order_by("happened_date")
                       .values_list("happened_date", "line", "voice__part", "kept_by")),
    }  # fmt: skip


NOT_COMPARED = {"id", "agency", "partnership", "connection", "at", "by", "voice", "kept_by"}


def _said(row: ConnectionState) -> dict[str, Any]:
    """Return every column that says something, whatever columns there will be."""
    columns = [field.name for field in row._meta.concrete_fields if field.name not in NOT_COMPARED]
    return {name: getattr(row, name) for name in columns} | {"voice": row.voice.part, "kept": row.kept_by}


def _tie(row: Tie, names: dict[str, str]) -> tuple[list[str], Any, Any]:
    return sorted(names[str(id)] for id in (row.one_id, row.other_id)), row.from_date, row.until_date


def _part(part: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Return how a step is taken back, with names in place of ids."""
    said = {key: names.get(str(value), value) for key, value in part.items()}
    if "tie" in said:
        said["tie"] = [names[id] for id in part["tie"]]
    return said


def _numbers(partnership: Partnership) -> Any:
    rows = MapSnapshot.objects.filter(partnership=partnership).order_by("map_date", "audience")
    return rows.values_list("map_date", "audience__part", "figures")


def place_of(name: str, partnership: Partnership) -> tuple[float, float]:
    """Return where somebody stands on a map."""
    now = now_of(partnership)
    id = next(node.id for node in now.network.nodes if node.name == name)
    spot = lay_out(now.network.nodes, now.ruling.board)[id]
    return spot.x, spot.y
