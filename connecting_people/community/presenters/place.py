"""The map of the place: what is where, with the list beside it; what is changing; and the agency's areas."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy

from connecting_people.community.entry import Point
from connecting_people.community.models import Area, Asset
from connecting_people.community.plan import Box, Mark, Spot, box_round
from connecting_people.community.presenters.plan import Plan, plans
from connecting_people.community.presenters.rows import AssetRow, rows
from connecting_people.community.queries.places import Placed, neighbourhood_of
from connecting_people.community.rules import Kind, Season, Status
from connecting_people.community.terms import KINDS
from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise

LISTED: Final = 40
CHANGING: Final[dict[Season, StrOrPromise]] = {
    Season.CLOSING: gettext_lazy("Nothing is about to end, as far as is known."),
    Season.STARTING: gettext_lazy("Nothing new is about to start, as far as is known."),
    Season.PAUSED: gettext_lazy("Nothing is having a break."),
    Season.CLOSED: gettext_lazy("Nothing has closed."),
    Season.CONTINUING: gettext_lazy("Nothing goes on yet."),
}


@dataclass(frozen=True)
class KindChoice:
    """One kind to show or leave out."""

    id: str
    name: StrOrPromise
    chosen: bool


@dataclass(frozen=True)
class PlaceRow:
    """One thing of the list beside the map."""

    name: str
    kind: str
    kind_name: StrOrPromise
    neighbourhood: str
    paused: bool
    href: str


@dataclass(frozen=True)
class PlacePage:
    """The map, the list beside it, and the ways to show other parts or kinds."""

    plans: tuple[Plan, ...]
    rows: tuple[PlaceRow, ...]
    found: "Page[Placed]"
    asked: str
    placeless: tuple[AssetRow, ...]
    placeless_more: int
    kinds: tuple[KindChoice, ...]
    near: str
    whole_href: str
    has_outline: bool


@dataclass(frozen=True)
class AreasPage:
    """The agency's areas, drawn and in a list."""

    plans: tuple[Plan, ...]
    areas: tuple[Area, ...]
    has_whole: bool


def place_page(
    agency_id: UUID,
    placed: Sequence[Placed],
    placeless: Sequence[Asset],
    areas: Sequence[Area],
    *,
    placeless_count: int,
    kinds: Collection[Kind],
    box: Box | None,
    page: str,
    today: date,
) -> PlacePage:
    """Return the map of an agency's area, or of the part of it in `box`, with the kinds that are asked for."""
    here = [one for one in placed if box is None or box.holds(Point(one.latitude, one.longitude))]
    shown = [_spot(number, one) for number, one in enumerate(here)]
    found = Paginator(list({one.asset_id: one for one in reversed(here)}.values())[::-1], LISTED).get_page(page)
    whole = address("community:place", agency_id=agency_id)
    asked = [("kind", kind.value) for kind in kinds]

    def href(mark: Mark) -> str:
        if mark.count == 1:
            return found_href[mark.spots[0].id]
        return _closer(whole, asked, mark, box, alone=mark.count == len(here))

    shown_of = [*asked, *([("near", box_in_words(box))] if box else [])]
    found_href = {spot.id: _asset_href(agency_id, one.asset_id) for spot, one in zip(shown, here, strict=True)}
    return PlacePage(
        plans=plans(areas, shown, box, href) if here or areas else (),
        rows=tuple(_row(agency_id, one, areas) for one in found),
        found=found,
        asked=f"{urlencode(shown_of)}&" if shown_of else "",
        placeless=tuple(rows(placeless, today)),
        placeless_more=placeless_count - len(placeless),
        kinds=tuple(KindChoice(one.value, name, one in kinds) for one, name in KINDS.items()),
        near=box_in_words(box) if box else "",
        whole_href=f"{whole}?{urlencode(asked)}" if asked else whole,
        has_outline=any(area.outline for area in areas),
    )


def areas_page(areas: Sequence[Area]) -> AreasPage:
    """Return the page of an agency's areas."""
    drawn = plans(areas, [], None, lambda mark: "") if areas else ()
    return AreasPage(drawn, tuple(areas), any(area.whole for area in areas))


def box_in_words(box: Box) -> str:
    """Write a part of the ground as an address of the page holds it."""
    return ",".join(f"{side:.5f}" for side in (box.west, box.south, box.east, box.north))


def box_from(text: str) -> Box | None:
    """Read a part of the ground from an address; anything else is the whole."""
    try:
        west, south, east, north = (float(side) for side in text.split(","))
    except ValueError:
        return None
    fits = -12 < west < east < 4 and 48 < south < north < 62
    return Box(west, south, east, north) if fits else None


def _spot(number: int, one: Placed) -> Spot:
    paused = one.status in (Status.INACTIVE, Status.TEMPORARILY_CLOSED)
    return Spot(f"{number:06}", one.name, one.kind, Point(one.latitude, one.longitude), paused)


def _closer(whole: str, asked: list[tuple[str, str]], mark: Mark, shown: Box | None, *, alone: bool) -> str:
    """Return where a mark of several leads: to a closer map of them, or to the list when no map is closer."""
    box = box_round((spot.point for spot in mark.spots), room=0.2)
    if box is None or (shown and _narrowest(shown)) or (alone and _narrowest(box)):
        return "#list"
    return f"{whole}?{urlencode([*asked, ('near', box_in_words(box))])}#list"


def _narrowest(box: Box) -> bool:
    return box.north - box.south < 0.0046


def _row(agency_id: UUID, one: Placed, areas: Sequence[Area]) -> PlaceRow:
    return PlaceRow(
        one.name,
        one.kind,
        KINDS[Kind(one.kind)],
        neighbourhood_of(Point(one.latitude, one.longitude), areas),
        one.status != Status.ACTIVE,
        _asset_href(agency_id, one.asset_id),
    )


def _asset_href(agency_id: UUID, asset_id: UUID) -> str:
    return address("community:asset", agency_id=agency_id, asset_id=asset_id)
