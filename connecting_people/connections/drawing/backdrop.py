"""What stands behind the connections: rings with their names, parts of the circle with theirs on the rim, the view."""

from functools import lru_cache
from math import cos, pi, sin
from typing import Final

from connecting_people.connections.drawing.labels import lines, whole_words
from connecting_people.connections.drawing.shapes import Part, Ring
from connecting_people.connections.layout import HEART, MIDDLE, OUTER, SIZE, Board, Sector, angles, edges

RIM: Final = OUTER + 12
_LETTERS, _FAR_LETTERS = 24, 34  # on a desk, and on a phone, where the whole map is a third as large
_TURNED: Final = (0.53 * pi, 1.47 * pi)  # between these the words on the rim would stand on their heads
_MARGIN: Final = 34
View = tuple[float, float, float, float]


def rings(board: Board) -> tuple[Ring, ...]:
    """Return the rings from the outermost, which lies at the back, to the closest."""
    found = []
    for number, (name, radius) in enumerate(zip(board.rings, edges(len(board.rings)), strict=True), start=1):
        found.append(Ring(number, name, radius))
    return tuple(reversed(found))


def parts(board: Board) -> tuple[Part, ...]:
    """Return the sectors; none where placing is free."""
    return () if board.free else _parts(board.sectors)


@lru_cache(maxsize=200)
def _parts(sectors: tuple[Sector, ...]) -> tuple[Part, ...]:
    bounds = angles(tuple(sector.id for sector in sectors))
    found = []
    for n, sector in enumerate(sectors):
        begin, end = bounds[n], bounds[n + 1]
        turned = _TURNED[0] < (begin + end) / 2 < _TURNED[1]
        arc = (end - begin) * (RIM + 16) - 16
        found.append(
            Part(
                id=sector.id,
                name=sector.name,
                tint=n % 10 + 1,
                line="M{} {}L{} {}".format(*_point(HEART, begin), *_point(OUTER, begin)) if len(sectors) > 1 else "",
                rim=_arc(RIM, end, begin) if turned else _arc(RIM, begin, end),
                lines=lines(sector.name, arc / _LETTERS),
                far_lines=whole_words(sector.name, arc / _FAR_LETTERS),
                turned=turned,
            )
        )
    return tuple(found)


def view(board: Board, part: str, height: float) -> View:
    """Return what is looked at: the whole, or one part of the circle from close by."""
    ids = [] if board.free else list(board.order)
    if part not in ids or len(ids) < 2:
        return 0.0, 0.0, SIZE, height
    bounds, n = angles(tuple(ids)), ids.index(part)
    steps = [bounds[n] + (bounds[n + 1] - bounds[n]) * step / 8 for step in range(9)]
    points = [_point(radius, angle) for radius in (20.0, OUTER + 80) for angle in steps]
    left, right = min(x for x, _ in points) - _MARGIN, max(x for x, _ in points) + _MARGIN
    top, foot = min(y for _, y in points) - _MARGIN, max(y for _, y in points) + _MARGIN
    return round(left), round(top), round(right - left), round(foot - top)


def _point(radius: float, angle: float) -> tuple[float, float]:
    return round(MIDDLE + radius * sin(angle), 1), round(MIDDLE - radius * cos(angle), 1)


def _arc(radius: float, begin: float, end: float) -> str:
    x, y = _point(radius, begin)
    to_x, to_y = _point(radius, end if abs(end - begin) < 2 * pi - 0.01 else end - 0.01)
    far = int(abs(end - begin) > pi)
    return f"M{x} {y}A{radius} {radius} 0 {far} {int(end > begin)} {to_x} {to_y}"
