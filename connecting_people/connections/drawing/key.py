"""The key of a map: what its shapes, edges, colours and signs mean, and only of those that occur on it."""

from collections.abc import Sequence
from typing import Final

from connecting_people.connections.drawing import words
from connecting_people.connections.drawing.glyphs import shape, sign
from connecting_people.connections.drawing.marks import edge, tint
from connecting_people.connections.drawing.shapes import ColourBy, Key
from connecting_people.connections.layout import Board
from connecting_people.connections.rules import Feeling, Nature, Network, Node, State

RADIUS: Final = 13
_SIGN: Final = 8


def key(network: Network, board: Board, colour_by: ColourBy) -> tuple[Key, ...]:
    """Return what a reader of this map needs to know."""
    nodes = network.nodes
    edges = _edges(nodes, {"dotted"} if colour_by is ColourBy.SERVICES else {"solid", "dashed", "dotted"})
    return (*_shapes(nodes), *edges, *_colours(nodes, board, colour_by), *_rest(network))


def _shapes(nodes: Sequence[Node]) -> list[Key]:
    person = Nature.PERSON
    if all(node.nature is person for node in nodes):
        return []
    there = {node.nature for node in nodes}
    return [
        Key("shape", nature.value, str(words.NATURES[nature]), shape(nature, RADIUS))
        for nature in Nature
        if nature in there
    ]


def _edges(nodes: Sequence[Node], told: set[str]) -> list[Key]:
    wish = State.WISHED_FOR
    there = {edge(node) for node in nodes if node.inside_services is not None or node.state is wish}
    if there <= {"solid"}:
        return []
    person = shape(Nature.PERSON, RADIUS)
    return [Key("edge", id, str(name), person) for id, name in words.EDGES.items() if id in there & told]


def _colours(nodes: Sequence[Node], board: Board, colour_by: ColourBy) -> list[Key]:
    if colour_by is ColourBy.OWN or (colour_by is ColourBy.KIND and not board.free):
        return []
    there = {told: colour for colour, told in (tint(node, colour_by, board) for node in nodes) if told}
    person = shape(Nature.PERSON, RADIUS)
    if colour_by is ColourBy.KIND:
        kinds = enumerate(board.sectors, start=1)
        return [Key("kind", str(n), kind.name, person, there[str(n)]) for n, kind in kinds if str(n) in there]
    if colour_by is ColourBy.SERVICES:
        names = {"outside": words.SERVICES[False], "inside": words.SERVICES[True]}
        return [Key("tint", id, str(name), person, there[id]) for id, name in names.items() if id in there]
    meant = {**{f.value: words.FEELINGS[f] for f in Feeling if f in words.FEELINGS}, **words.SHARING}
    return [Key("sign", id, str(name), sign(id, _SIGN), there[id]) for id, name in meant.items() if id in there]


def _rest(network: Network) -> list[Key]:
    found = []
    if {State.ENDED, State.LOST_TOUCH} & {node.state for node in network.nodes}:
        found.append(Key("faint", "faint", str(words.FAINT), shape(Nature.PERSON, RADIUS)))
    if network.ties:
        found.append(Key("tie", "tie", str(words.TIE)))
    if any(node.kept for node in network.nodes):
        found.append(Key("kept", "kept", str(words.KEPT), sign("kept", _SIGN)))
    return found
