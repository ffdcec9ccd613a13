"""The ground in cells, so that a place can be looked up like a word, and how far it is from one place to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, cos, floor, radians, sin, sqrt
from typing import Final

from connecting_people.community.entry import Point

EARTH_KM: Final = 6371.0
_KM_A_DEGREE: Final = EARTH_KM * radians(1)
# The height and width of a cell in degrees, at each level: in Britain some 5.5 × 5.3 km, and 22 × 21 km.
SIZES: Final = ((0.05, 0.08), (0.2, 0.32))
# Up to this radius the finer cells are asked for; a circle touches at most some 30 of them.
FINE_KM: Final = 12.0
FURTHEST_KM: Final = 50.0


@dataclass(frozen=True)
class Cell:
    """One cell of one level."""

    level: int
    row: int
    column: int

    def __str__(self) -> str:
        """Return it in a few letters."""
        return f"{self.level}/{self.row}/{self.column}"


def cell_of(point: Point, level: int) -> Cell:
    """Return the cell of a level in which a point lies."""
    height, width = SIZES[level]
    return Cell(level, floor(point.latitude / height), floor(point.longitude / width))


def cells_around(point: Point, km: float) -> Iterator[Cell]:
    """Yield the cells, all of one level, that a circle of at most FURTHEST_KM touches."""
    level = 0 if km <= FINE_KM else 1
    height, width = SIZES[level]
    tall = km / _KM_A_DEGREE
    # A degree of longitude is shortest at the end nearer to the pole; a little more, for what rounding takes.
    wide = tall / cos(radians(min(abs(point.latitude) + tall, 89))) * 1.001
    tall *= 1.001
    for row in range(floor((point.latitude - tall) / height), floor((point.latitude + tall) / height) + 1):
        for column in range(floor((point.longitude - wide) / width), floor((point.longitude + wide) / width) + 1):
            cell = Cell(level, row, column)
            if _km_to(cell, point) <= km * 1.01:
                yield cell


def _km_to(cell: Cell, point: Point) -> float:
    """Return how far a cell is from a point, near enough: what is nearest on a map of degrees."""
    height, width = SIZES[cell.level]
    latitude = min(max(point.latitude, cell.row * height), (cell.row + 1) * height)
    longitude = min(max(point.longitude, cell.column * width), (cell.column + 1) * width)
    return km_from(point.latitude, point.longitude, latitude, longitude)


def km_between(one: Point, other: Point) -> float:
    """Return the distance over the ground between two points."""
    return km_from(one.latitude, one.longitude, other.latitude, other.longitude)


def km_from(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the distance over the ground, from degrees."""
    down, across = radians(other_latitude - latitude), radians(other_longitude - longitude)
    chord = sin(down / 2) ** 2 + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))
