"""Where things are: postcodes, neighbourhoods, and everything that has a point."""

import hashlib
import json
from collections.abc import Collection, Iterable
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from connecting_people.community.entry import Point
from connecting_people.community.ground import holds, metres
from connecting_people.community.hiding import POSTCODE
from connecting_people.community.models import Area, Asset, KeptAddress, Postcode, ServiceAtLocation
from connecting_people.community.queries.assets import Directory, areas
from connecting_people.community.rules import CLOSING_SOON, STARTING_SOON, Kind, Season, Status

# A neighbourhood that is only a point reaches about as far as one walks.
NEARBY_METRES: Final = 1_500
_PAUSED: Final = (Status.INACTIVE, Status.TEMPORARILY_CLOSED)


class Placed(NamedTuple):
    """One place of an asset."""

    asset_id: UUID
    name: str
    kind: str
    status: str
    latitude: float
    longitude: float


def point_of_postcode(text: str) -> Point | None:
    """Return where a postcode is, if the operator's file knows it."""
    found = POSTCODE.fullmatch(text.strip())
    if not found:
        return None
    out, inward = found[1].upper(), found[2].upper()
    row = Postcode.objects.filter(postcode__in=[f"{out} {inward}", f"{out}{inward}"]).first()
    return Point(row.latitude, row.longitude) if row else None


def placed(agency_id: UUID, today: date, kinds: Collection[Kind] = ()) -> list[Placed]:
    """Return every place of everything that has not closed, by name."""
    rows = ServiceAtLocation.objects.filter(agency_id=agency_id, latitude__isnull=False)
    rows = rows.exclude(asset__status=Status.DEFUNCT).exclude(asset__ends_date__lt=today)
    if kinds:
        rows = rows.filter(asset__kind__in=kinds)
    names = ("asset_id", "asset__name", "asset__kind", "asset__status", "latitude", "longitude")
    return [Placed(*row) for row in rows.order_by("asset__name", "asset_id", "position").values_list(*names)]


def placeless(agency_id: UUID, today: date, kinds: Collection[Kind] = ()) -> "QuerySet[Asset]":
    """Return everything that goes on and is at no place of the map, by name."""
    found = Asset.objects.filter(agency_id=agency_id).select_related("organisation")
    found = found.exclude(status=Status.DEFUNCT).exclude(ends_date__lt=today)
    with_place = ServiceAtLocation.objects.filter(agency_id=agency_id, latitude__isnull=False).values("asset_id")
    found = found.exclude(pk__in=with_place)
    return (found.filter(kind__in=kinds) if kinds else found).order_by("name", "pk")


def has_kept_address(asset: Asset) -> bool:
    """Say whether an address is kept for an asset that must not be known; does not look at it."""
    return KeptAddress.objects.filter(agency_id=asset.agency_id, asset=asset).exists()


def area_in(directory: Directory, area_id: UUID) -> Area:
    """Return one area of the directory; Http404 when it holds none of this id."""
    found = areas(directory.agency.pk).filter(pk=area_id).first()
    if found is None:
        raise Http404
    return found


def mark_of(area: Area) -> str:
    """Return a mark of how an area stands, by which a form knows that somebody was quicker."""
    said = [area.name, area.whole, area.outline, area.latitude, area.longitude]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def neighbourhood_of(point: Point, of: Iterable[Area]) -> str:
    """Return the name of the neighbourhood in which a point lies, or near the middle of which it is; else nothing."""
    parts = [area for area in of if not area.whole]
    inside = next((area.name for area in parts if area.outline and holds(area.outline, point)), "")
    if inside:
        return inside
    near = [(metres(point, Point(area.latitude, area.longitude)), area.name) for area in parts if not area.outline]
    distance, name = min(near, default=(0.0, ""))
    return name if distance <= NEARBY_METRES else ""


def in_season(agency_id: UUID, season: Season, today: date) -> "QuerySet[Asset]":
    """Return the assets of which season_of says `season`, those first that change next."""
    closed = Q(status=Status.DEFUNCT) | Q(ends_date__lt=today)
    paused = ~closed & Q(status__in=_PAUSED)
    starting = Q(begins_date__gt=today, begins_date__lte=today + STARTING_SOON)
    closing = Q(ends_date__gte=today, ends_date__lte=today + CLOSING_SOON)
    found = Asset.objects.filter(agency_id=agency_id).select_related("organisation")
    if season == Season.CLOSED:
        return found.filter(closed).order_by("-changed_at", "pk")
    if season == Season.PAUSED:
        return found.filter(paused).order_by("name", "pk")
    found = found.exclude(closed).exclude(status__in=_PAUSED)
    if season == Season.STARTING:
        return found.filter(starting).order_by("begins_date", "name", "pk")
    found = found.exclude(starting)
    if season == Season.CLOSING:
        return found.filter(closing).order_by("ends_date", "name", "pk")
    return found.exclude(closing).order_by("name", "pk")
