"""The map as shapes in place, for the page (`jinja2/connections/board.html`), for files and for print.

Any room can use it on tables of its own. What it needs, and what the page around it must do:

1.  `network`: a `rules.Network`, its nodes in the order in which they were added, `slot` as `layout.placed` gave it.
2.  `board`: a `layout.Board(rings, sectors, free)`: names of the rings from the middle outwards (empty: no rings),
    `Sector(id, name)` for each kind in the order and by the names that the person chose, and `free=True` where the
    sectors are switched off, so that people stand where they were put.
3.  `MapAddresses`: where forms go and what links open. `connection` is an address with `NIL` in the place of the id.
4.  `picture = draw(network, board, middle="Asha", addresses=..., colour_by=..., text=..., part=...)`, from
    `?colour=`, `?text=` and `?part=` of the page's address; values that are not known mean the usual ones.
5.  The page: `{% from "connections/board.html" import board with context %}` and
    `{{ board(picture, addresses, undo="Sam moved closer", redo="", may_change=True) }}`, with
    `connections/map.css` in the block of styles and `<script type="module" src="connections/map.js">` in the head.
    For a file: `standing_alone(draw(..., near=False), title="...")`, an SVG that needs nothing else.
    A picture that only shows itself: `{% from "connections/picture.html" import drawing, key %}`.

The forms that the board holds, and that scripts send unchanged (POST, with `csrf_input` and `once()`):

*   `addresses.move`: `connection` (id), `step` ("closer", "further", "next", "previous" or ""), `ring` (number or ""),
    `sector` (id or ""), `x`, `y` (0 to 1 or ""). Give them to `layout.Move(...)`, and
    `layout.placed(node, asked, others, board)` answers the node in its new place: store its ring, kind, slot, x, y.
    A connection that is added or edited gets its slot from `layout.placed(node, None, others, board)`. Leave out of
    `others` what is kept to oneself when a shared one is placed, or its slot would tell of it.
*   `addresses.tie` and `addresses.untie`: `one` and `other` (ids).
*   `addresses.undo` and `addresses.redo`: nothing but the tokens.

Each answers with a redirect to the page that holds the same board; the script puts that answer's board, and whatever
else carries `data-swap="name"`, in the place of the old, and takes the new tokens with it. A message of the kind
"care" on that page is told as the reason why it was not done. Anything else (another status, a page without a board)
is told as "not saved", and the connection goes back to where it was.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import chain
from math import sqrt
from typing import Final

from connecting_people.connections.drawing.alone import standing_alone
from connecting_people.connections.drawing.backdrop import parts, rings, view
from connecting_people.connections.drawing.key import key
from connecting_people.connections.drawing.labels import letters, width
from connecting_people.connections.drawing.marks import Hand, curves, pairs
from connecting_people.connections.drawing.paper import (
    CLOSE,
    FAR,
    NEAR,
    SCALE,
    USUAL,
    Paper,
    Sight,
    place_names,
)  # fmt: skip
from connecting_people.connections.drawing.shapes import NIL, ColourBy, MapAddresses, Picture, TextSize
from connecting_people.connections.layout import MIDDLE, OUTER, PERSON, SIZE, Board, Spot, edges, lay_out
from connecting_people.connections.rules import Network, Node

__all__ = ["NIL", "ColourBy", "MapAddresses", "Picture", "TextSize", "draw", "standing_alone"]

# Radii of shapes: as large as the fullest cell of the map allows, so that size never seems to tell something.
STEPS: Final = (34, 28, 24, 20, 17, 14, 11, 9, 7, 5, 4, 3)
LEAST_ALIKE: Final = 14  # a cell that is fuller than this has shapes of its own size
CROWDED: Final = 20  # below this radius names are short, stand on any side, and are smaller
LETTERS: Final = {34: 26, 28: 26, 24: 22, 20: 22}
SMALL_LETTERS: Final = 18
TIMES: Final = {TextSize.USUAL: 1.0, TextSize.LARGE: 1.25, TextSize.LARGER: 1.5}
# On a phone the whole map is a third as large: shapes grow as far as there is room, letters so that they can be read.
FAR_SHAPES: Final = (1.75, 1.5, 1.25, 1.0)
FAR_LETTERS: Final = 36


def draw(
    network: Network,
    board: Board,
    *,
    middle: str,
    addresses: MapAddresses | None = None,
    colour_by: ColourBy = ColourBy.KIND,
    text: TextSize = TextSize.USUAL,
    part: str = "",
    name: str = "map",
    near: bool = True,
    beside: Sequence[Node] = (),
) -> Picture:
    """Return the map in shapes, with everybody in place.

    `name` tells two maps on one page apart; without `near`, as for a file, no names are placed for a closer look, and
    marks say nothing but their names. `beside` are those of another day, whose map has shapes of the same size.
    """
    nodes = network.nodes
    laid = lay_out(nodes, board)
    spots = [laid[node.id] for node in nodes]
    radii, far = _sizes(spots, lay_out(beside, board).values())
    radius, height = max(radii, default=STEPS[0]), _height(spots, radii)
    size = round(LETTERS.get(radius, SMALL_LETTERS) * TIMES[text])
    names, sheet = [node.name for node in nodes], partial(_sheet, board, height)
    labels = place_names(spots, radii, names, _sights(size, far, near=near), sheet, crowded=radius < CROWDED)
    hand = Hand(board, colour_by, addresses.connection if addresses else "", set(radii), aloud=near)
    between = pairs(network)
    knows = Counter(chain.from_iterable(between)) if near else Counter()
    return Picture(
        name=name,
        middle=middle,
        middle_letters=letters(middle),
        marks=tuple(hand.mark(node, spots[n], radii[n], tuple(labels[n]), knows[n]) for n, node in enumerate(nodes)),
        ties=tuple(between),
        curves=curves(between, spots),
        rings=rings(board),
        parts=parts(board),
        key=key(network, board, colour_by),
        board=board,
        view=view(board, part, height),
        radius=radius,
        letters=size,
        far=round(far * 100),
        height=height,
        part=part if part in board.order and not board.free else "",
        colour_by=colour_by,
        text=text,
        day=network.day,
    )


def _sizes(spots: Sequence[Spot], beside: Iterable[Spot]) -> tuple[list[int], float]:
    """Return the radius of each shape, and how much all may grow on a phone, where others stand on a map beside it."""
    both = [*spots, *beside]
    radii = _radii(both)
    return radii[: len(spots)], _far(both, radii)


def _radii(spots: Sequence[Spot]) -> list[int]:
    rooms = [spot.room for spot in spots]
    least = max(min(rooms, default=STEPS[0]), LEAST_ALIKE)
    sizes = {room: _step(min(room, least)) for room in set(rooms)}
    return [sizes[room] for room in rooms]


def _step(room: float) -> int:
    return next((step for step in STEPS if step <= room), STEPS[-1])


def _far(spots: Sequence[Spot], radii: Sequence[int]) -> float:
    most = min([spot.room / radius for spot, radius in zip(spots, radii, strict=True)], default=FAR_SHAPES[0])
    return next((times for times in FAR_SHAPES if times <= most), FAR_SHAPES[-1])


def _height(spots: Sequence[Spot], radii: Sequence[int]) -> float:
    lowest = max([spot.y + r * 2 + 20 for spot, r in zip(spots, radii, strict=True) if spot.y > SIZE], default=0.0)
    return round(max(SIZE, lowest + 16))


def _sights(size: int, far: float, *, near: bool) -> list[Sight]:
    usual = Sight(USUAL, 1.0, size)
    if not near:
        return [usual]
    closer = [Sight(level, SCALE[level], size * SCALE[level]) for level in (NEAR, CLOSE)]
    return [usual, *closer, Sight(FAR, far, max(FAR_LETTERS, size))]


def _sheet(board: Board, height: float, grain: float) -> Paper:
    """Return a sheet on which the person in the middle, the names of rings and the rim with its words are taken."""
    return Paper(SIZE, height, grain, _ground(board, height, grain))


@lru_cache(maxsize=200)
def _ground(board: Board, height: float, grain: float) -> list[int]:
    paper = Paper(SIZE, height, grain)
    paper.take(MIDDLE - PERSON, MIDDLE - PERSON, 2 * PERSON, 2 * PERSON)
    for radius, name in zip(edges(len(board.rings)), board.rings, strict=True):
        half = width(name, 20 * grain) / 2 + 4
        paper.take(MIDDLE - half, MIDDLE - radius - 11 * grain, 2 * half, 22 * grain)
    if not board.free:
        _keep_clear(paper)
    return paper.bands


def _keep_clear(paper: Paper) -> None:
    """Take everything outside the circle, where the names of its parts stand."""
    for row in range(int(SIZE / paper.high)):
        y = (row + 0.5) * paper.high
        half = sqrt(max(OUTER**2 - (y - MIDDLE) ** 2, 0))
        paper.take(0, y, MIDDLE - half, 0)
        paper.take(MIDDLE + half, y, MIDDLE - half, 0)
