"""Each connection as a mark: its shape, edge, colour, signs, letters and name, and all of it in words."""

from collections.abc import Iterable, Sequence
from typing import Final

from connecting_people.connections.drawing.glyphs import LOWER, shape, sign
from connecting_people.connections.drawing.labels import letters, width
from connecting_people.connections.drawing.paper import Label
from connecting_people.connections.drawing.shapes import MANY_TIES, NIL, PALETTE, ColourBy, Mark, Sign
from connecting_people.connections.drawing.telling import sharing, telling
from connecting_people.connections.layout import SIZE, Board, Spot
from connecting_people.connections.rules import Feeling, Nature, Network, Node, State

LEAST_WITH_LETTERS: Final = 14
_SHOULDER: Final = 0.78
_TINTS: Final = {"good": 1, "mixed": 7, "hard": 3, "both": 1, "gives": 8, "gets": 2, "inside": 6, "outside": 1}
_BEND: Final = 0.14
_FAINT: Final = (State.ENDED, State.LOST_TOUCH)
_PERSON: Final = Nature.PERSON
_KIND: Final = ColourBy.KIND
_NO_KIND: Final = (0, "")


def tint(node: Node, colour_by: ColourBy, board: Board) -> tuple[int, str]:
    """Return the colour of a connection, and what the colour stands for."""
    if colour_by is ColourBy.KIND:
        at = board.order.get(node.kind or "", 0)
        return _of_kind(at, board) if at else _NO_KIND
    if colour_by is ColourBy.OWN:
        return (PALETTE.index(node.colour), "") if node.colour in PALETTE else (0, "")
    told = {
        ColourBy.SERVICES: {True: "inside", False: "outside", None: ""}[node.inside_services],
        ColourBy.FEELING: "" if node.feeling is Feeling.NOT_SAID else node.feeling.value,
        ColourBy.RECIPROCITY: sharing(node),
    }[colour_by]
    return _TINTS.get(told, 0), told


def _of_kind(at: int, board: Board) -> tuple[int, str]:
    # Where kinds have parts of the circle, the place tells the kind.
    return (at - 1) % 10 + 1, str(at) if board.free else ""


def edge(node: Node) -> str:
    """Return how the edge is drawn: dotted for a wish, dashed inside services, else solid."""
    if node.state is State.WISHED_FOR:
        return "dotted"
    return "dashed" if node.inside_services else "solid"


def signs(node: Node, told: str, colour_by: ColourBy, radius: int, board: Board) -> tuple[Sign, ...]:
    """Return the small signs at a shape's shoulders."""
    found = []
    small = max(0.42 * radius, 6.5)
    if colour_by in (ColourBy.FEELING, ColourBy.RECIPROCITY) and told:
        found.append((told, "", 1))
    if colour_by is ColourBy.KIND and board.free and told:
        found.append(("", told, 1))
    if node.kept:
        found.append(("kept", "", -1))
    away = _SHOULDER * radius + 1
    return tuple(
        Sign(id, sign(id, small) if id else "", letter, side * away, -away, small) for id, letter, side in found
    )


class Hand:
    """What is the same for every mark of one map: who draws, for whom, and in which colours."""

    def __init__(
        self, board: Board, colour_by: ColourBy, connection: str, radii: Iterable[int], *, aloud: bool
    ) -> None:
        self.board, self.colour_by = board, colour_by
        self.telling = telling(board) if aloud else None
        self.kinds = {id: _of_kind(at, board) for id, at in board.order.items()}
        self.before, _, self.after = connection.partition(NIL)
        self.people = {radius: shape(_PERSON, radius) for radius in radii}

    def mark(self, node: Node, spot: Spot, radius: int, labels: tuple[Label, ...], knows: int) -> Mark:
        """Draw one connection."""
        if self.colour_by is _KIND:
            colour, told = self.kinds.get(node.kind or "", _NO_KIND)
        else:
            colour, told = tint(node, self.colour_by, self.board)
        nature = node.nature
        inside = letters(node.name, node.symbol) if radius >= LEAST_WITH_LETTERS else ""
        size = (0.82 if len(inside) < 3 else 1.5 / max(width(inside), 1.5)) * radius
        id = str(node.id)
        # Most are people, and enumerations are slow keys.
        usual = nature is _PERSON
        return Mark(
            id,
            node.name,
            self.telling.of(node, knows) if self.telling else node.name,
            f"{self.before}{id}{self.after}" if self.before else "",
            spot.x,
            spot.y,
            radius,
            self.people[radius] if usual else shape(nature, radius),
            edge(node),
            node.state in _FAINT,
            colour,
            inside,
            round(size if nature is not Nature.ANIMAL else size * 0.8),
            0 if usual else round(LOWER[nature] * radius),
            signs(node, told, self.colour_by, radius, self.board) if told or node.kept else (),
            labels,
            node.ring or 0,
            node.kind or "",
        )


def pairs(network: Network) -> list[tuple[int, int]]:
    """Return the ties as places in the order of the map, each one once; those that lead nowhere are left out."""
    order = {node.id: place for place, node in enumerate(network.nodes)}
    many = len(order)
    ones, others = ([order.get(tie[end], -1) for tie in network.ties] for end in (0, 1))
    # One number for each pair, which is sooner told apart and sorted than two.
    found = {one * many + other if one < other else other * many + one for one, other in zip(ones, others, strict=True)}
    return [divmod(pair, many) for pair in sorted(found - {place * many + place for place in range(many)}) if pair >= 0]


def curves(between: Sequence[tuple[int, int]], spots: Sequence[Spot]) -> tuple[str, ...]:
    """Return the ties as curves, bent a little to the side that is further from the middle; many of them as lines."""
    if len(between) > MANY_TIES:
        ends = [f"{x} {y}" for x, y, _ in spots]
        return tuple([f"M{ends[one]}L{ends[other]}" for one, other in between])
    return tuple([_curve(*spots[one][:2], *spots[other][:2]) for one, other in between])


def _curve(x: int, y: int, to_x: int, to_y: int) -> str:
    across, down = (to_y - y) * _BEND, (x - to_x) * _BEND
    twice_x, twice_y = x + to_x, y + to_y
    if (twice_x - SIZE) * across + (twice_y - SIZE) * down < 0:
        across, down = -across, -down
    return f"M{x} {y}Q{round(twice_x / 2 + across)} {round(twice_y / 2 + down)} {to_x} {to_y}"
