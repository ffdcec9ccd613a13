"""A map as files to take away: a picture, tables, GraphML, and what changed."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from connecting_people.connections import canvas_csv, graphml, plain_table
from connecting_people.connections.change import changed
from connecting_people.connections.past import History
from connecting_people.connections.picture import Picture, standing_alone
from connecting_people.connections.rules import Network
from connecting_people.connections.sessions import Session
from connecting_people.connections.uploads import zipped


@dataclass(frozen=True)
class Copy:
    """One file, with a name that says nothing of anybody."""

    name: str
    media: str
    content: bytes


def session_of(history: History, partnership_id: UUID, day: date, sources: Mapping[UUID, str]) -> Session:
    """Return the map of a day with its frame; who came in from a file goes out under the id that they had there."""
    network = history.on(day)
    return Session(
        network=_under_their_ids(network, sources),
        case=str(partnership_id)[:8],
        person_id=str(partnership_id),
        id=f"{partnership_id} {day.isoformat()}",
    )


def _under_their_ids(network: Network, sources: Mapping[UUID, str]) -> Network:
    ids: dict[Hashable, Hashable] = {node.id: _source(node.id, sources) or str(node.id) for node in network.nodes}
    return replace(
        network,
        nodes=tuple(replace(node, id=ids[node.id]) for node in network.nodes),
        ties=frozenset((ids[one], ids[other]) for one, other in network.ties),
    )


def _source(id: Hashable, sources: Mapping[UUID, str]) -> str:
    return sources.get(id, "") if isinstance(id, UUID) else ""


def tables(sessions: list[Session], at: datetime, *, for_excel: bool = False) -> Copy:
    """Return maps as the CSV files of Network Canvas, all in one zip."""
    files = [piece for each in sessions for piece in canvas_csv.written(each, at, for_excel=for_excel).items()]
    return Copy("map-tables.zip", "application/zip", zipped(files))


def graph(sessions: list[Session], at: datetime) -> Copy:
    """Return maps as GraphML: one file, or one for each in a zip."""
    files = [(f"map-{each.day}.graphml", graphml.written(each, at)) for each in sessions]
    if len(files) == 1:
        return Copy(files[0][0], "application/graphml+xml", files[0][1])
    return Copy("map-graphml.zip", "application/zip", zipped(files))


def changes(history: History, then: date, now: date, *, for_excel: bool = False) -> Copy:
    """Return what changed between two days as a table."""
    change = changed(history.on(then), history.on(now))
    content = plain_table.what_changed(change, then, now, for_excel=for_excel)
    return Copy("map-changes.csv", "text/csv", content)


def drawing(picture: Picture, title: str) -> Copy:
    """Return a map as a picture that needs nothing else."""
    return Copy("map.svg", "image/svg+xml", standing_alone(picture, title=title).encode())
