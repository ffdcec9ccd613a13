"""The shapes of a map, in place and ready to be written into a page or a file; nothing here computes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from connecting_people.connections.drawing.paper import Label
from connecting_people.connections.layout import SIZE, Board, angles

NIL: Final = "00000000-0000-0000-0000-000000000000"
MANY_TIES: Final = 120
PALETTE: Final = ("", "teal", "indigo", "ochre", "rose", "olive", "slate", "violet", "sky", "sand", "moss")


class ColourBy(StrEnum):
    """What the colours of a map tell; a shape, a pattern or a letter always tells it too."""

    KIND = "kind"
    SERVICES = "services"
    FEELING = "feeling"
    RECIPROCITY = "reciprocity"
    OWN = "own"


class TextSize(StrEnum):
    """How large the names on a map are."""

    USUAL = "usual"
    LARGE = "large"
    LARGER = "larger"


@dataclass(frozen=True)
class MapAddresses:
    """Where a map's forms go, and what its links open; `connection` holds `NIL` where the id goes."""

    whole: str
    connection: str
    move: str
    tie: str
    untie: str
    undo: str
    redo: str
    over_time: str = ""


class Sign(NamedTuple):
    """A small circle at a shape's shoulder that says in a line or a letter what its colour says."""

    id: str
    path: str
    letter: str
    x: float
    y: float
    radius: float


class Mark(NamedTuple):
    """One connection in its place. `says` is all of it in words; `edge` is solid, dashed or dotted."""

    id: str
    name: str
    says: str
    href: str
    x: int
    y: int
    radius: int
    path: str
    edge: str
    faint: bool
    tint: int
    inside: str
    inside_size: int
    inside_y: int
    signs: tuple[Sign, ...]
    labels: tuple[Label, ...]
    ring: int
    sector: str


@dataclass(frozen=True)
class Ring:
    """The edge of a ring, and its name, which stands on the edge at the top."""

    number: int
    name: str
    radius: float


@dataclass(frozen=True)
class Part:
    """A sector: the line where it begins, and its name on the rim, in fewer words where the map is small."""

    id: str
    name: str
    tint: int
    line: str
    rim: str
    lines: tuple[str, ...]
    far_lines: tuple[str, ...]
    turned: bool


@dataclass(frozen=True)
class Key:
    """One line of the key: what is drawn ("shape", "edge", "tint", "sign", "faint", "tie") and what it means."""

    draws: str
    id: str
    words: str
    path: str = ""
    tint: int = 0


@dataclass(frozen=True)
class Picture:
    """A whole map in shapes.

    `ties` are pairs of places among the marks, `curves` their paths; `view` is the part of the map that is looked at,
    and `far` how much shapes grow on a phone.
    """

    name: str
    middle: str
    middle_letters: str
    marks: tuple[Mark, ...]
    ties: tuple[tuple[int, int], ...]
    curves: tuple[str, ...]
    rings: tuple[Ring, ...]
    parts: tuple[Part, ...]
    key: tuple[Key, ...]
    board: Board
    view: tuple[float, float, float, float]
    radius: int
    letters: int
    far: int
    height: float
    part: str
    colour_by: ColourBy
    text: TextSize
    day: date | None
    trails: tuple[str, ...] = ()

    @property
    def many_ties(self) -> bool:
        """Say whether there are so many ties that they are drawn as thin straight lines."""
        return len(self.ties) > MANY_TIES

    @property
    def waiting(self) -> int:
        """Count those who stand below the map, not placed yet."""
        return sum(mark.y > SIZE for mark in self.marks)

    @property
    def edges(self) -> tuple[float, ...]:
        """Return the radii of the rings, for scripts."""
        return tuple(ring.radius for ring in reversed(self.rings))

    @property
    def bounds(self) -> tuple[float, ...]:
        """Return the angles between the parts, clockwise from the top, for scripts."""
        return tuple(round(angle, 4) for angle in angles(tuple(self.board.order)))
