"""The map of the place as its page draws it, on a wide sheet and on a narrow one, and the small map of one asset."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.utils.translation import ngettext

from connecting_people.community.entry import Point
from connecting_people.community.models import Area
from connecting_people.community.plan import (
    Box,
    Frame,
    Mark,
    Shape,
    Spot,
    Tile,
    box_round,
    frame_of,
    marks_for,
    shape_of,
    tiles_for,
    with_names,
    with_parts_named,
)

WIDE, NARROW, SMALL = 720, 340, 340
_TALLEST: Final = {720: 620, 340: 400}
# A finger needs 44 px for each mark.
APART: Final = 44.0
RADIUS: Final = 15.0


@dataclass(frozen=True)
class Drawn:
    """One mark as it is drawn: what it leads to, and what it says to who does not see it."""

    mark: Mark
    href: str
    says: str

    @property
    def spot(self) -> Spot:
        """Return the spot, where it is one alone."""
        return self.mark.spots[0]


@dataclass(frozen=True)
class Plan:
    """One sheet of the map."""

    size: str
    width: int
    height: int
    shapes: tuple[Shape, ...]
    marks: tuple[Drawn, ...]
    tiles: tuple[Tile, ...]
    tiles_by: str


def plans(
    areas: Sequence[Area], spots: Sequence[Spot], box: Box | None, href: Callable[[Mark], str]
) -> tuple[Plan, ...]:
    """Draw the map at two widths, of which a screen shows the one that fits; nothing where there is no ground."""
    ground = box or box_of(areas, spots)
    if ground is None:
        return ()
    return (
        _plan("wide", WIDE, ground, areas, spots, href),
        _plan("narrow", NARROW, ground, areas, spots, href),
    )


def small_plan(areas: Sequence[Area], spots: Sequence[Spot]) -> Plan | None:
    """Draw where one asset is in the agency's area; nothing where the area has no outline or there is no point."""
    if not spots or not any(area.outline for area in areas):
        return None
    ground = box_of(areas, spots)
    return _plan("small", SMALL, ground, areas, spots, lambda mark: "") if ground else None


def box_of(areas: Iterable[Area], spots: Iterable[Spot]) -> Box | None:
    """Return the ground that holds the agency's area and all that is on it."""
    corners = [Point(latitude, longitude) for area in areas for ring in area.outline for longitude, latitude in ring]
    middles = [Point(area.latitude, area.longitude) for area in areas]
    return box_round([*corners, *middles, *(spot.point for spot in spots)], room=0.02)


def _plan(
    size: str, width: int, box: Box, areas: Sequence[Area], spots: Sequence[Spot], href: Callable[[Mark], str]
) -> Plan:
    frame = frame_of(box, width, _TALLEST[width], 24)
    marks = marks_for(frame, spots, APART)
    marks = with_names(frame, marks, RADIUS) if size != "small" else marks
    shapes = with_parts_named(frame, [_shape(frame, area) for area in areas], marks, RADIUS)
    return Plan(
        size,
        frame.width,
        frame.height,
        tuple(shapes),
        tuple(Drawn(mark, href(mark), _says(mark)) for mark in marks),
        tuple(tiles_for(frame, settings.TILES)) if settings.TILES else (),
        settings.TILES_BY if settings.TILES else "",
    )


def _shape(frame: Frame, area: Area) -> Shape:
    return shape_of(frame, area.outline, area.name, Point(area.latitude, area.longitude), whole=area.whole)


def _says(mark: Mark) -> str:
    if mark.count == 1:
        return mark.spots[0].name
    return ngettext("%(count)s place here: show it", "%(count)s places here: show them", mark.count) % {
        "count": mark.count
    }
