"""The places inside one cell of the map, in the order in which they are taken, so that one more never moves another."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, pi, sin, sqrt
from typing import NamedTuple

PITCH = 82.0  # between the tracks of a ring: a shape and its name under it
BREADTH = 96.0  # between two on one track: a name of usual length
_STAGES = {8: 24, 32: 8, 128: 4, 512: 4}  # so many points are tried for each place, while there are so many places
_WIDER = 0.86  # names are wide, so a step aside counts for less than a step up or down


class Slot(NamedTuple):
    """A place, and the largest radius that fits there and in all places before it."""

    x: float
    y: float
    room: float


@dataclass(frozen=True)
class Cell:
    """A part of a ring: two radii and two angles, clockwise from the top, around the point 0, 0."""

    inner: float
    outer: float
    start: float
    end: float

    @property
    def whole(self) -> bool:
        """Say whether it goes all the way round."""
        return self.end - self.start > 2 * pi - 1e-6

    def edge(self, radius: float, angle: float) -> float:
        """Return how far a point is from the nearest edge."""
        nearest = min(radius - self.inner, self.outer - radius)
        if self.whole:
            return nearest
        aside = min(angle - self.start, self.end - angle)
        return min(nearest, radius * sin(min(aside, pi / 2)))


def slots(cell: Cell, count: int) -> tuple[Slot, ...]:
    """Return at least `count` places; the first ones are the same whatever the count."""
    return _slots(cell, next((stage for stage in _STAGES if stage >= count), 512))


@lru_cache(maxsize=2000)
def _slots(cell: Cell, count: int) -> tuple[Slot, ...]:
    taken: list[Slot] = []
    _take(cell, _tracks(cell), taken, count, room=min(PITCH, BREADTH) / 2)
    for stage, tries in _STAGES.items():
        if len(taken) < min(stage, count):
            _take(cell, _lattice(cell, tries * stage), taken, min(stage, count))
    return tuple(taken)


def _take(cell: Cell, points: list[tuple[float, float]], taken: list[Slot], count: int, room: float = 0.0) -> None:
    """Take the points one by one, each the one that has most room around it now."""
    free = [(radius * sin(angle), -radius * cos(angle), cell.edge(radius, angle)) for radius, angle in points]
    best = [min([edge, *(_apart(x, y, slot.x, slot.y) / 2 for slot in taken)]) for x, y, edge in free]
    while len(taken) < count and best:
        most = max(best)
        if most <= 1e-6:
            return
        x, y, _ = free[best.index(most)]
        if room and _crowded(x, y, taken):
            return
        taken.append(Slot(round(x, 1), round(y, 1), min(most, taken[-1].room if taken else most)))
        for index, (other_x, other_y, _) in enumerate(free):
            apart = _apart(x, y, other_x, other_y) / 2
            if apart < best[index]:
                best[index] = apart


def _crowded(x: float, y: float, taken: list[Slot]) -> bool:
    return any(hypot(slot.x - x, slot.y - y) < PITCH - 4 for slot in taken)


def _apart(x: float, y: float, other_x: float, other_y: float) -> float:
    return hypot((x - other_x) * _WIDER, y - other_y)


def _tracks(cell: Cell) -> list[tuple[float, float]]:
    """Return wide steps along the middle of the ring, where few people stand in good order."""
    depth = cell.outer - cell.inner
    tracks = max(1, int(depth / PITCH))
    points = []
    for track in range(tracks, 0, -1):
        radius = cell.inner + depth * (track - 0.5) / tracks
        points += [(radius, angle) for angle in _along(cell, radius)]
    return points


def _along(cell: Cell, radius: float) -> list[float]:
    arc = cell.end - cell.start
    many = max(1, int(arc * radius / BREADTH))
    return [cell.start + arc * (step + 0.5) / many for step in range(many)]


def _lattice(cell: Cell, about: int) -> list[tuple[float, float]]:
    """Return about so many points, evenly over the cell and clear of its edge."""
    arc = cell.end - cell.start
    area = arc * (cell.outer**2 - cell.inner**2) / 2
    step = sqrt(area / about)
    rows = max(1, round((cell.outer - cell.inner) / step))
    points = []
    for row in range(rows):
        radius = cell.inner + (cell.outer - cell.inner) * (row + 0.5) / rows
        many = max(1, round(arc * radius / step))
        points += [(radius, cell.start + arc * (each + 0.5) / many) for each in range(many)]
    return points
