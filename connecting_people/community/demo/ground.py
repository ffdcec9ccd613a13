"""The ground of the invented place: river, neighbourhoods, postcodes, and the buildings that things are held in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from math import cos, dist, hypot, radians
from random import Random
from typing import Final

from connecting_people.community.demo.blocks import Block, wrong
from connecting_people.community.models import Area, Postcode
from connecting_people.community.rules import Access
from connecting_people.people.models import Agency

# Everything is measured in metres east and north of Tarrow Bridge.
BRIDGE: Final = (53.96, -1.08)
_DEGREE: Final = 111_195.0
_LETTERS: Final = "ABDEFGHJLNPQRSTUWXYZ"
GROUND_FIELDS: Final = frozenset({"middle", "outline", "postcodes", "course"})
Spot = tuple[int, int]


@dataclass(frozen=True)
class Neighbourhood:
    """A named part of an agency's area, or all of it."""

    agency: str
    name: str
    whole: bool
    middle: Spot
    outline: tuple[Spot, ...]
    sectors: tuple[str, ...]
    units: int


@dataclass(frozen=True)
class Venue:
    """Somewhere that things are held."""

    name: str
    street: str
    spot: Spot
    access: tuple[Access, ...] = ()
    facilities: str = ""


@dataclass
class Ground:
    """The invented place itself."""

    neighbourhoods: list[Neighbourhood] = field(default_factory=list)
    venues: dict[str, Venue] = field(default_factory=dict)

    @cached_property
    def postcodes(self) -> dict[str, Spot]:
        """Return where each invented postcode is, the same every time."""
        found = {}
        for one in self.neighbourhoods:
            for sector in one.sectors:
                chance = Random(sector)
                units = [first + second for first in _LETTERS for second in _LETTERS]
                for unit in sorted(chance.sample(units, one.units)):
                    found[sector + unit] = _inside(one.outline, chance)
        return found

    def postcode_at(self, spot: Spot) -> str:
        """Return the postcode that lies closest."""
        return min(self.postcodes, key=lambda code: dist(self.postcodes[code], spot))

    def town_at(self, agency: str, spot: Spot) -> str:
        """Return what the last line of an address says: a village, or the town."""
        inside = [one for one in self.neighbourhoods if not one.whole and contains(one.outline, spot)]
        return "Hartsedge" if agency == "hillside" else next((one.name for one in inside if _village(one)), "Tarrowby")

    def lay(self, agencies: dict[str, Agency]) -> None:
        """Keep areas and postcodes in the database."""
        Area.objects.bulk_create([_area(one, agencies[one.agency]) for one in self.neighbourhoods])
        Postcode.objects.bulk_create(
            [
                Postcode(postcode=code, latitude=place[0], longitude=place[1])
                for code, place in ((code, degrees(spot)) for code, spot in self.postcodes.items())
            ]
        )


def degrees(spot: Spot) -> tuple[float, float]:
    """Return latitude and longitude of a spot."""
    east, north = spot
    across = _DEGREE * cos(radians(BRIDGE[0]))
    return round(BRIDGE[0] + north / _DEGREE, 6), round(BRIDGE[1] + east / across, 6)


def spot_of(text: str, where: str) -> Spot:
    """Read `-300,1200`."""
    found = re.fullmatch(r"(-?\d+),(-?\d+)", text.strip())
    if found is None:
        raise wrong(where, f"{text!r} is no spot: metres east and north of Tarrow Bridge, such as -300,1200.")
    return int(found[1]), int(found[2])


def contains(outline: Iterable[Spot], spot: Spot) -> bool:
    """Say whether a spot lies inside an outline."""
    corners = list(outline)
    east, north = spot
    within = False
    for (east_1, north_1), (east_2, north_2) in zip(corners, corners[1:] + corners[:1], strict=True):
        if (north_1 > north) != (north_2 > north):
            crossing = east_1 + (north - north_1) * (east_2 - east_1) / (north_2 - north_1)
            within ^= east < crossing
    return within


def read_ground(found: Iterable[Block]) -> list[Neighbourhood]:
    """Read the neighbourhoods; an outline may follow a part of the river, as in `river 5-9`."""
    river: list[Spot] = []
    made = []
    for block in found:
        if block.get("course"):
            river = _spots(block.get("course"), block.where, river)
            continue
        units, _, sectors = block.get("postcodes").partition(" in ")
        made.append(
            Neighbourhood(
                agency=block.part(1),
                name=block.name,
                whole=block.part(2) == "whole",
                middle=spot_of(block.get("middle"), block.where),
                outline=tuple(_spots(block.get("outline"), block.where, river)),
                sectors=tuple(one.strip() for one in sectors.split(",") if one.strip()),
                units=int(units or 0),
            )
        )
    return made


def read_venues(found: Iterable[Block]) -> dict[str, Venue]:
    """Read the places that things are held in: `key | name | street | spot | access, access | facilities`."""
    return {block.name: venue(block.head[1:], block.where) for block in found}


def venue(parts: tuple[str, ...], where: str) -> Venue:
    """Read one place: `name | street | spot | access, access | facilities`, the last two if there is anything."""
    if len(parts) < 3:
        raise wrong(where, "a place needs its name, its street and its spot.")
    name, street, spot, access, facilities = (*parts, "", "")[:5]
    return Venue(name, street, spot_of(spot, where), access_of(access.split(","), where), facilities)


def access_of(named: Iterable[str], where: str) -> tuple[Access, ...]:
    """Read what makes a place one that somebody can use."""
    try:
        return tuple(Access(one.strip()) for one in named if one.strip())
    except ValueError as problem:
        raise wrong(where, f"{problem}.") from None


def _spots(text: str, where: str, river: list[Spot]) -> list[Spot]:
    found: list[Spot] = []
    for part in filter(None, (one.strip() for one in text.split(";"))):
        along = re.fullmatch(r"river (\d+)-(\d+)", part)
        if along is None:
            found += [spot_of(one, where) for one in part.split()]
            continue
        first, last = int(along[1]), int(along[2])
        found += river[first : last + 1] if first <= last else river[last : first + 1][::-1]
    return found


def _inside(outline: tuple[Spot, ...], chance: Random) -> Spot:
    easts, norths = zip(*outline, strict=True)
    while True:
        spot = chance.randint(min(easts), max(easts)), chance.randint(min(norths), max(norths))
        if contains(outline, spot):
            return spot


def _village(one: Neighbourhood) -> bool:
    return hypot(*one.middle) > 2500


def _area(one: Neighbourhood, agency: Agency) -> Area:
    latitude, longitude = degrees(one.middle)
    ring = [[east, north] for north, east in map(degrees, (*one.outline, *one.outline[:1]))]
    return Area(agency=agency, name=one.name, whole=one.whole, outline=[ring], latitude=latitude, longitude=longitude)
