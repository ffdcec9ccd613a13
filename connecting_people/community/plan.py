"""A drawing of the local area: outlines, points and names in place, the same every time for the same place.

Points that would overlap stand as one mark with their number. Nothing here knows the domain or the page.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from connecting_people.community.entry import Point
from connecting_people.community.ground import METRES_A_DEGREE, Outline

TILE: Final = 256
DEEPEST_TILE: Final = 18
LONGEST_NAME: Final = 26
_LETTER, _LINE = 8.2, 20.0  # how wide a letter and how high a line of a name is, with room to spare
_LEAST_METRES: Final = 500.0
_AROUND: Final = (5, -20, 30, -45, 55, -70, 80)
Corners = tuple[float, float, float, float]


@dataclass(frozen=True)
class Spot:
    """Something to be put on the map."""

    id: str
    name: str
    shape: str
    point: Point
    faint: bool = False


@dataclass(frozen=True)
class Mark:
    """One spot, or several that stand so close that they share a mark; a name where there is room for it."""

    x: float
    y: float
    spots: tuple[Spot, ...]
    name: str = ""
    name_x: float = 0.0
    name_y: float = 0.0
    anchor: str = "start"

    @property
    def count(self) -> int:
        """Return how many spots stand here."""
        return len(self.spots)


@dataclass(frozen=True)
class Shape:
    """An outline as the path of an SVG, and its name where it is written."""

    path: str
    name: str
    x: float
    y: float
    whole: bool
    named: bool = False


@dataclass(frozen=True)
class Tile:
    """One picture of an operator's own map below ours."""

    href: str
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Box:
    """A part of the ground, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Say whether a point lies in it."""
        return self.west <= point.longitude <= self.east and self.south <= point.latitude <= self.north


def box_round(points: Iterable[Point], room: float = 0.08) -> Box | None:
    """Return the box round points, with some room, and never so small that the ground loses its shape."""
    found = list(points)
    if not found:
        return None
    south, north = min(p.latitude for p in found), max(p.latitude for p in found)
    west, east = min(p.longitude for p in found), max(p.longitude for p in found)
    high = _LEAST_METRES / METRES_A_DEGREE
    wide = high / math.cos(math.radians((south + north) / 2))
    up = max((north - south) * room, (high - (north - south)) / 2)
    along = max((east - west) * room, (wide - (east - west)) / 2)
    return Box(west - along, south - up, east + along, north + up)


@dataclass(frozen=True)
class Frame:
    """How the ground lies on a sheet of `width` by `height`, in Mercator's projection, as tiles do."""

    width: int
    height: int
    left: float
    top: float
    scale: float

    def place(self, point: Point) -> tuple[float, float]:
        """Return where a point lies on the sheet."""
        x, y = _mercator(point)
        return round((x - self.left) * self.scale, 1), round((y - self.top) * self.scale, 1)


def frame_of(box: Box, width: int, tallest: int, margin: int) -> Frame:
    """Fit a box onto a sheet of a width, as high as it needs to be."""
    left, top = _mercator(Point(box.north, box.west))
    right, bottom = _mercator(Point(box.south, box.east))
    scale = (width - 2 * margin) / (right - left)
    height = (bottom - top) * scale + 2 * margin
    if height > tallest:
        scale, height = (tallest - 2 * margin) / (bottom - top), tallest
    height = max(height, width * 0.5)
    across, down = (width / scale - (right - left)) / 2, (height / scale - (bottom - top)) / 2
    return Frame(width, round(height), left - across, top - down, scale)


def shape_of(frame: Frame, outline: Outline, name: str, middle: Point, *, whole: bool) -> Shape:
    """Draw an outline; the holes in it are rings too."""
    parts = []
    for ring in outline:
        corners = [frame.place(Point(latitude, longitude)) for longitude, latitude in ring]
        parts.append("M" + "L".join(f"{x:g},{y:g}" for x, y in corners) + "Z")
    x, y = frame.place(middle)
    return Shape("".join(parts), name, x, y, whole)


def marks_for(frame: Frame, spots: Sequence[Spot], apart: float) -> list[Mark]:
    """Put spots on the sheet so that no two marks are closer than `apart`."""
    cells: dict[tuple[int, int], list[tuple[float, float, Spot]]] = defaultdict(list)
    for spot in sorted(spots, key=lambda one: (one.name.casefold(), one.id)):
        x, y = frame.place(spot.point)
        cells[int(x * 2 // apart), int(y * 2 // apart)].append((x, y, spot))
    waiting = sorted(cells.items(), key=lambda item: (-len(item[1]), item[0]))
    marks: list[tuple[float, float, list[Spot]]] = []
    near: dict[tuple[int, int], list[int]] = defaultdict(list)
    for (column, row), there in waiting:
        x, y = sum(one[0] for one in there) / len(there), sum(one[1] for one in there) / len(there)
        spots_here = [one[2] for one in there]
        around = (n for dx in range(-3, 4) for dy in range(-3, 4) for n in near[column + dx, row + dy])
        close = [n for n in around if math.hypot(marks[n][0] - x, marks[n][1] - y) < apart]
        if close:
            nearest = min(close, key=lambda n: (math.hypot(marks[n][0] - x, marks[n][1] - y), n))
            marks[nearest][2].extend(spots_here)
        else:
            near[column, row].append(len(marks))
            marks.append((x, y, spots_here))
    found = [Mark(round(x, 1), round(y, 1), tuple(here)) for x, y, here in marks]
    return sorted(found, key=lambda mark: (mark.y, mark.x))


def with_names(frame: Frame, marks: Sequence[Mark], radius: float) -> list[Mark]:
    """Write the names of single spots beside them, where they cover neither a mark nor another name."""
    taken = [(m.x - radius, m.y - radius, m.x + radius, m.y + radius) for m in marks]
    named = []
    for mark in marks:
        named.append(mark)
        if mark.count > 1:
            continue
        name = _short(mark.spots[0].name)
        for x, y, anchor in _ways(mark, radius):
            box = _box_of(name, x, y, anchor)
            if _fits(frame, box, taken):
                taken.append(box)
                named[-1] = replace(mark, name=name, name_x=round(x, 1), name_y=round(y, 1), anchor=anchor)
                break
    return named


def with_parts_named(frame: Frame, shapes: Sequence[Shape], marks: Sequence[Mark], radius: float) -> list[Shape]:
    """Write the names of parts of the area near their middles, where they cover nothing that stands there."""
    taken = [(m.x - radius, m.y - radius, m.x + radius, m.y + radius) for m in marks]
    taken += [_box_of(m.name, m.name_x, m.name_y, m.anchor) for m in marks if m.name]
    found = []
    for shape in shapes:
        found.append(shape)
        for down in () if shape.whole else _AROUND:
            box = _box_of(shape.name, shape.x, shape.y + down, "middle")
            if _fits(frame, box, taken):
                taken.append(box)
                found[-1] = replace(shape, y=round(shape.y + down, 1), named=True)
                break
    return found


def tiles_for(frame: Frame, address: str) -> list[Tile]:
    """Return the tiles of an operator's map below a sheet; `address` holds {z}, {x} and {y}."""
    zoom = min(max(round(math.log2(frame.scale / TILE)), 0), DEEPEST_TILE)
    many = 2**zoom
    size = frame.scale / many
    columns = range(int(frame.left * many), int((frame.left + frame.width / frame.scale) * many) + 1)
    rows = range(int(frame.top * many), int((frame.top + frame.height / frame.scale) * many) + 1)
    found = []
    for column in columns:
        for row in rows:
            href = address.replace("{z}", str(zoom)).replace("{x}", str(column)).replace("{y}", str(row))
            x, y = (column / many - frame.left) * frame.scale, (row / many - frame.top) * frame.scale
            found.append(Tile(href, round(x, 1), round(y, 1), round(size, 2)))
    return found


def _mercator(point: Point) -> tuple[float, float]:
    latitude = math.radians(point.latitude)
    return point.longitude / 360 + 0.5, 0.5 - math.log(math.tan(math.pi / 4 + latitude / 2)) / (2 * math.pi)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


def _ways(mark: Mark, radius: float) -> list[tuple[float, float, str]]:
    beside = radius + 5
    return [
        (mark.x + beside, mark.y + 5, "start"),
        (mark.x - beside, mark.y + 5, "end"),
        (mark.x, mark.y - beside, "middle"),
        (mark.x, mark.y + beside + 11, "middle"),
    ]


def _box_of(name: str, x: float, y: float, anchor: str) -> Corners:
    wide = len(name) * _LETTER
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return left, y - _LINE + 5, left + wide, y + 5


def _fits(frame: Frame, box: Corners, taken: Iterable[Corners]) -> bool:
    inside = box[0] >= 2 and box[2] <= frame.width - 2 and box[1] >= 2 and box[3] <= frame.height - 2
    return inside and not any(_meet(box, other) for other in taken)


def _meet(one: Corners, other: Corners) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
