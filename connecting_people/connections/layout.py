"""Where everything on the map stands: rings around the person, a part of the circle for each kind, a slot for each."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import atan2, hypot, pi, sqrt
from typing import NamedTuple

from connecting_people.connections.rules import Node
from connecting_people.connections.slots import Cell, Slot, slots

SIZE = 1100.0  # width of the map, and its height without those who wait below
MIDDLE = SIZE / 2
OUTER = 460.0  # radius of the outermost ring
PERSON = 48.0  # radius of the person in the middle
HEART = 62.0  # nobody stands closer than this
TRAY_TOP = 1158
WIDE = {"family": 1.5, "friends": 1.5}  # parts of the circle that hold more people in most lives
SPARE = 3  # slots left free before one that only its keeper sees, for those that everyone sees
MOST_SLOTS = 512
_NEAR = 2  # a place is looked for among so many times as many slots as are taken


@dataclass(frozen=True)
class Sector:
    """A part of the circle, for one kind of connection: its id and the name that the person gave it."""

    id: str
    name: str


@dataclass(frozen=True)
class Board:
    """How a map is ruled: its rings from the middle outwards, its parts clockwise from the top, or free placing."""

    rings: tuple[str, ...]
    sectors: tuple[Sector, ...]
    free: bool = False

    @cached_property
    def order(self) -> dict[str, int]:
        """Return the place of each sector by its id, from 1."""
        return {sector.id: place for place, sector in enumerate(self.sectors, start=1)}


@dataclass(frozen=True)
class Move:
    """What a form asks of a connection: a step ("closer", "further", "next", "previous"), or a place."""

    step: str = ""
    ring: int | None = None
    sector: str = ""
    x: float | None = None
    y: float | None = None


class Spot(NamedTuple):
    """Where one connection stands, and the largest radius that it may have there."""

    x: int
    y: int
    room: float


Address = tuple[int, str]  # ring (0 where there are none) and id of a sector ("" where there are none)


def edges(rings: int) -> tuple[float, ...]:
    """Return the radii of the rings' edges: the inner rings are broad, since they have the least room around."""
    return tuple(round(HEART + (OUTER - HEART) * (ring / rings) ** 0.8, 1) for ring in range(1, rings + 1))


@lru_cache(maxsize=500)
def angles(sectors: tuple[str, ...]) -> tuple[float, ...]:
    """Return where each sector begins, clockwise from the top, and where the last one ends."""
    weights = [WIDE.get(sector, 1.0) for sector in sectors]
    begin, found = 0.0, [0.0]
    for weight in weights:
        begin += 2 * pi * weight / sum(weights)
        found.append(begin)
    return tuple(found)


def address(node: Node, board: Board) -> Address | None:
    """Return the cell in which a connection belongs; None while too little is said of it to place it."""
    if board.rings and not node.ring:
        return None
    if not board.free and node.kind not in board.order:
        return None
    ring = min(node.ring or 0, len(board.rings)) if board.rings else 0
    return ring, "" if board.free else node.kind or ""


def cell(at: Address, board: Board) -> Cell:
    """Return the bounds of a cell."""
    ring, sector = at
    return _cell(ring, len(board.rings), sector, () if board.free else tuple(board.order))


@lru_cache(maxsize=2000)
def _cell(ring: int, rings: int, sector: str, sectors: tuple[str, ...]) -> Cell:
    bounds = (HEART, *edges(rings)) if rings else (HEART, OUTER)
    inner, outer = (bounds[ring - 1], bounds[ring]) if ring else (HEART, OUTER)
    if not sectors:
        return Cell(inner, outer, 0.0, 2 * pi)
    begins, index = angles(sectors), sectors.index(sector)
    return Cell(inner, outer, begins[index], begins[index + 1])


def at_point(x: float, y: float, board: Board) -> Address:
    """Return the cell in which a point of the map lies, both from 0 to 1; outside the rings the nearest one."""
    across, down = x * SIZE - MIDDLE, y * SIZE - MIDDLE
    radius, angle = hypot(across, down), atan2(across, -down) % (2 * pi)
    bounds = edges(len(board.rings))
    ring = min(sum(1 for edge in bounds if edge < radius) + 1, len(bounds)) if bounds else 0
    if board.free or not board.sectors:
        return ring, ""
    begins = angles(tuple(board.order))
    index = min(sum(1 for begin in begins[1:] if begin <= angle), len(board.sectors) - 1)
    return ring, board.sectors[index].id


def is_free(node: Node, board: Board) -> bool:
    """Say whether a connection stands where it was put: placing is free, and the point lies in the ring that it has."""
    if not board.free or node.x is None or node.y is None:
        return False
    return (
        not board.rings or node.ring is None or at_point(node.x, node.y, board)[0] == min(node.ring, len(board.rings))
    )


def lay_out(nodes: Sequence[Node], board: Board) -> dict[Hashable, Spot]:
    """Return where each one stands. Those without a ring or a kind wait in rows below the map."""
    spots: dict[Hashable, Spot] = {}
    cells: dict[Address, list[Node]] = defaultdict(list)
    waiting: list[Node] = []
    roomy = min(PERSON, sqrt(OUTER**2 * pi / (9 * max(1, len(nodes)))))
    for node in nodes:
        if board.free and node.x is not None and node.y is not None and is_free(node, board):
            spots[node.id] = Spot(round(node.x * SIZE), round(node.y * SIZE), roomy)
            continue
        at = address(node, board)
        if at:
            cells[at].append(node)
        else:
            waiting.append(node)
    for at, members in cells.items():
        numbers = slot_numbers(members)
        last = max(numbers.values())
        places = _places(cell(at, board), last + 1)
        room = places[last][2]
        for id, number in numbers.items():
            x, y, _ = places[number]
            spots[id] = Spot(x, y, room)
    if waiting:
        spots |= _below(waiting)
    return spots


@lru_cache(maxsize=2000)
def _places(bounds: Cell, count: int) -> tuple[tuple[int, int, float], ...]:
    return tuple((round(x + MIDDLE), round(y + MIDDLE), room) for x, y, room in slots(bounds, count))


def slot_numbers(members: Iterable[Node]) -> dict[Hashable, int]:
    """Give each of one cell its slot: its own where it has one, else the first free; those kept to oneself are last."""
    found: dict[Hashable, int] = {}
    taken: set[int] = set()
    members = list(members)
    for kept in (False, True):
        _number([node for node in members if node.kept is kept], found, taken)
    return found


def _number(nodes: list[Node], found: dict[Hashable, int], taken: set[int]) -> None:
    later = []
    for node in nodes:
        slot = node.slot
        if slot is not None and slot not in taken and 0 <= slot < MOST_SLOTS:
            found[node.id] = slot
            taken.add(slot)
        else:
            later.append(node)
    free = 0
    for node in later:
        while free in taken:
            free += 1
        found[node.id] = free
        taken.add(free)


def _below(waiting: list[Node]) -> dict[Hashable, Spot]:
    """Stand in rows below the map those of whom it is not said yet where they belong."""
    step, down, room = (100, 104, 30) if len(waiting) <= 30 else (50, 60, 15)
    a_row = int(SIZE - 60) // step
    return {
        node.id: Spot(80 + step * (n % a_row), TRAY_TOP + room + down * (n // a_row), room)
        for n, node in enumerate(waiting)
    }


def placed(node: Node, asked: Move | None, others: Iterable[Node], board: Board) -> Node:
    """Return the node in the place that was asked for, in a slot that none of the others holds.

    A step beyond the last ring, or round the circle where there are no sectors, leaves it where it is.
    """
    asked = asked or Move()
    goal = _stepped(node, asked.step, board) if asked.step else _put(node, asked, board)
    if board.free and goal.x is not None and goal.y is not None:
        return replace(goal, slot=None)
    at = address(goal, board)
    if at is None:
        return replace(goal, slot=None)
    mates = [other for other in others if other.id != node.id and address(other, board) == at]
    taken = {other.slot for other in mates if other.slot is not None}
    if at == address(node, board) and node.slot is not None and node.slot not in taken and asked.x is None:
        return replace(goal, slot=node.slot)
    return replace(goal, slot=_free_slot(asked, taken, goal.kept, cell(at, board)), x=None, y=None)


def _stepped(node: Node, step: str, board: Board) -> Node:
    ring = min(node.ring, len(board.rings)) if node.ring and board.rings else None
    if step in ("closer", "further") and board.rings:
        to = (ring or len(board.rings) + 1) + (-1 if step == "closer" else 1)
        return replace(node, ring=min(max(to, 1), len(board.rings)), x=None, y=None) if to != ring else node
    ids = list(board.order)
    if step in ("next", "previous") and not board.free and ids:
        by = 1 if step == "next" else -1
        index = (ids.index(node.kind) + by) % len(ids) if node.kind in ids else 0
        return replace(node, kind=ids[index], x=None, y=None)
    return node


def _put(node: Node, asked: Move, board: Board) -> Node:
    ring, sector = asked.ring, asked.sector
    if asked.x is not None and asked.y is not None:
        here = at_point(asked.x, asked.y, board)
        ring, sector = ring or here[0] or None, sector or here[1]
    return replace(
        node,
        ring=min(max(ring, 1), len(board.rings)) if ring and board.rings else node.ring,
        kind=sector if sector in board.order else node.kind,
        x=asked.x if board.free else node.x,
        y=asked.y if board.free else node.y,
    )


def _free_slot(asked: Move, taken: set[int], kept: bool, bounds: Cell) -> int:
    """Return the first free slot, or the one nearest to the point asked for among those that suit so many."""
    spare = SPARE if kept else 0
    free = [n for n in range(len(taken) + spare + 1 + _NEAR * (len(taken) + 4)) if n not in taken]
    if asked.x is None or asked.y is None:
        return free[spare]
    across, down = asked.x * SIZE - MIDDLE, asked.y * SIZE - MIDDLE
    places = slots(bounds, free[-1] + 1)

    def away(n: int) -> float:
        place: Slot = places[n]
        return hypot(place.x - across, place.y - down)

    return min(free[: len(taken) + 4], key=away)
