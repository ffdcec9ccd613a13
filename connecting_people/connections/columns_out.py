"""The columns in which a map leaves: one for each thing that may be said, a yes or no for each choice among several."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from typing import Literal

from connecting_people.connections.cells import Cell
from connecting_people.connections.rules import Exchange, Feeling, Nature, Network, Node
from connecting_people.guide.kinds import CONNECTION_KINDS

# As the reference exporter calls them, so that a file by others comes out with the types that it came in with.
TYPE_NAMES = {
    Nature.PERSON: "Person",
    Nature.GROUP: "Group or place",
    Nature.PLACE: "Group or place",
    Nature.ONLINE: "Online community",
    Nature.ANIMAL: "Animal",
}
KIND = "connection_type"
TIE = "knows"
GUIDE_KINDS = tuple(kind.id for kind in CONNECTION_KINDS)


@dataclass(frozen=True)
class Column:
    """One column of the table of connections; `type` is GraphML's word for what stands in it."""

    name: str
    type: Literal["string", "int", "double", "boolean"]
    cell: Callable[[Node], Cell]


def columns_of(network: Network) -> tuple[Column, ...]:
    """Return the columns: every kind that could be chosen has one, so that all maps have the same."""
    more = {node.kind for node in network.nodes if node.kind} - set(GUIDE_KINDS)
    return _columns((*GUIDE_KINDS, *sorted(more)))


@cache
def _columns(kinds: tuple[str, ...]) -> tuple[Column, ...]:
    return (
        Column("name", "string", lambda node: node.name),
        Column("nature", "string", lambda node: node.nature.value),
        *(Column(f"{KIND}_{kind}", "boolean", partial(_is_of, kind)) for kind in kinds),
        Column("inside_services", "boolean", lambda node: node.inside_services),
        Column("closeness", "int", lambda node: node.ring),
        Column("contact", "string", lambda node: node.contact and node.contact.value),
        *_exchanges("gives", lambda node: node.gives),
        *_exchanges("gets", lambda node: node.gets),
        Column("feeling", "string", lambda node: None if node.feeling == Feeling.NOT_SAID else node.feeling.value),
        Column("state", "string", lambda node: node.state.value),
        Column("since", "string", lambda node: _iso(node.since)),
        Column("never_support", "boolean", lambda node: node.never_support),
        Column("remembered_later", "boolean", lambda node: node.remembered_later),
        Column("symbol", "string", lambda node: node.symbol or None),
        Column("colour", "string", lambda node: node.colour or None),
        Column("layout_x", "double", lambda node: node.x),
        Column("layout_y", "double", lambda node: node.y),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _is_of(kind: str, node: Node) -> Cell:
    return node.kind == kind if node.kind else None


def _exchanges(name: str, said: Callable[[Node], frozenset[Exchange] | None]) -> Iterable[Column]:
    def cell(exchange: Exchange, node: Node) -> Cell:
        kinds = said(node)
        return None if kinds is None else exchange in kinds

    return (Column(f"{name}_{exchange.value}", "boolean", partial(cell, exchange)) for exchange in Exchange)


def about_the_map(network: Network) -> dict[str, Cell]:
    """Return what is said of the map as a whole, which travels with the person."""
    return {"day": _iso(network.day), "rings": network.rings, "ties_asked": network.ties_asked}


def ties_of(network: Network) -> list[tuple[int, int]]:
    """Return the ties as places in the list of connections, the earlier one first, in order, each once."""
    place = {node.id: at for at, node in enumerate(network.nodes)}
    pairs = {tuple(sorted((place[a], place[b]))) for a, b in network.ties if a in place and b in place and a != b}
    return [(a, b) for a, b in sorted(pairs)]
