"""Outlines on the ground: read from GeoJSON, made lighter, and asked what lies inside them."""

import json
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, NoReturn

from django.utils.translation import gettext as _

from connecting_people.community.entry import Point
from connecting_people.community.standard import LATITUDES, LONGITUDES

Ring = list[list[float]]
Outline = list[Ring]
LARGEST: Final = 500_000
MOST_POINTS: Final = 1_500
_DEEPEST: Final = 8
METRES_A_DEGREE: Final = 111_320.0


class NotAnOutline(Exception):
    """A text is no outline that can be drawn; the message says what to do."""


def outline_from(text: str) -> Outline:
    """Read an outline from GeoJSON: any polygons in it, as rings of [longitude, latitude]; raise NotAnOutline."""
    if len(text) > LARGEST:
        raise NotAnOutline(_("This outline is too large. Half a megabyte is plenty: ask for a simpler one."))
    try:
        found = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise NotAnOutline(_("This is no GeoJSON: it may be cut off. Copy the whole of it, from { to }.")) from None
    rings = [_ring(ring) for ring in _rings(found, 0)]
    if not rings:
        raise NotAnOutline(_("There is no polygon in this. An outline is a Polygon or a MultiPolygon."))
    return _lighter(rings)


def middle_of(outline: Outline) -> Point:
    """Return the middle of what an outline holds, to the fifth figure, which is a metre."""
    area = x = y = 0.0
    for ring in outline:
        for (x0, y0), (x1, y1) in pairwise(ring):
            part = x0 * y1 - x1 * y0
            area, x, y = area + part, x + (x0 + x1) * part, y + (y0 + y1) * part
    if abs(area) < 1e-12:
        points = [point for ring in outline for point in ring]
        return Point(
            round(sum(p[1] for p in points) / len(points), 5), round(sum(p[0] for p in points) / len(points), 5)
        )
    return Point(round(y / (3 * area), 5), round(x / (3 * area), 5))


def holds(outline: Outline, point: Point) -> bool:
    """Say whether a point lies inside an outline, and in none of its holes."""
    inside = False
    for ring in outline:
        for (x0, y0), (x1, y1) in pairwise(ring):
            if (y0 > point.latitude) != (y1 > point.latitude):
                crossing = x0 + (point.latitude - y0) * (x1 - x0) / (y1 - y0)
                inside ^= crossing > point.longitude
    return inside


def metres(one: Point, other: Point) -> float:
    """Return how far two points of one area are apart."""
    across = math.cos(math.radians((one.latitude + other.latitude) / 2)) * (one.longitude - other.longitude)
    return METRES_A_DEGREE * math.hypot(one.latitude - other.latitude, across)


def _rings(found: Any, depth: int) -> Iterator[Any]:
    if not isinstance(found, dict) or depth > _DEEPEST:
        return
    kind = found.get("type")
    if kind == "Polygon":
        yield from _listed(found.get("coordinates"))
    elif kind == "MultiPolygon":
        for polygon in _listed(found.get("coordinates")):
            yield from _listed(polygon)
    elif kind == "Feature":
        yield from _rings(found.get("geometry"), depth + 1)
    elif kind in ("FeatureCollection", "GeometryCollection"):
        for one in _listed(found.get("features" if kind == "FeatureCollection" else "geometries")):
            yield from _rings(one, depth + 1)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _ring(ring: Any) -> Ring:
    points = [_pair(point) for point in _listed(ring)]
    if points and points[0] != points[-1]:
        points.append(points[0])
    if len(points) < 4:
        raise NotAnOutline(_("A polygon in this has fewer than three corners, so it holds nothing."))
    return points


def _pair(point: Any) -> list[float]:
    values = _listed(point)[:2]
    if len(values) < 2 or not all(_is_number(one) for one in values):
        raise NotAnOutline(_("A corner of the outline is not two numbers: first the longitude, then the latitude."))
    longitude, latitude = float(values[0]), float(values[1])
    if not _within(longitude, LONGITUDES) or not _within(latitude, LATITUDES):
        if _within(latitude, LONGITUDES) and _within(longitude, LATITUDES):
            raise NotAnOutline(
                _("The numbers are the wrong way round: the longitude comes first, as in [-1.08, 53.96].")
            )
        raise NotAnOutline(
            _("A corner of the outline lies outside the United Kingdom. Is it in longitude and latitude?")
        )
    return [round(longitude, 6), round(latitude, 6)]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _within(value: float, span: tuple[float, float]) -> bool:
    return span[0] <= value <= span[1]


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _lighter(rings: Outline) -> Outline:
    """Leave out corners that nobody would miss, until few enough are left to draw on every page."""
    tolerance = 0.00002
    while sum(map(len, rings)) > MOST_POINTS and tolerance < 0.05:
        rings = [light for light in (_simple(ring, tolerance) for ring in rings) if len(light) >= 4]
        tolerance *= 2
    return rings


def _simple(ring: Ring, tolerance: float) -> Ring:
    """Return the ring without the corners that lie within `tolerance` of the line between their neighbours kept."""
    keep = {0, len(ring) - 1}
    waiting = [(0, len(ring) // 2), (len(ring) // 2, len(ring) - 1)]
    keep.add(len(ring) // 2)
    while waiting:
        first, last = waiting.pop()
        furthest, at = 0.0, 0
        for number in range(first + 1, last):
            away = _off(ring[number], ring[first], ring[last])
            if away > furthest:
                furthest, at = away, number
        if furthest > tolerance:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [ring[number] for number in sorted(keep)]


def _off(point: list[float], start: list[float], end: list[float]) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    if not length:
        return math.hypot(point[0] - start[0], point[1] - start[1])
    return abs(dx * (start[1] - point[1]) - dy * (start[0] - point[0])) / length
