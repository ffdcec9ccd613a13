"""Where somebody looks from: a neighbourhood, the first half of a postcode, or a whole postcode that is not kept.

A whole postcode is somebody's street, so it never stands in an address: it comes by POST, and what stays of it, in the
session, is a point some hundred metres off.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import Avg, Count

from connecting_people.community.entry import Point
from connecting_people.community.models import Area, Postcode

MINE: Final = "mine"  # how an address says that the point is in the session
_WHOLE: Final = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?) *([0-9][A-Z]{2})")
_DISTRICT: Final = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
_STEP: Final = 0.005  # degrees to which a point is rounded: a few hundred metres


@dataclass(frozen=True)
class Near:
    """A place to look from: how it is called, where it is, and how an address says it."""

    name: str
    point: Point
    key: str


def postcode_in(text: str) -> str:
    """Return the whole postcode that a text is, as it is written; empty when it is none."""
    found = _WHOLE.fullmatch(" ".join(text.upper().split()))
    return f"{found[1]} {found[2]}" if found else ""


def district_in(text: str) -> str:
    """Return the first half of a postcode that a text is; empty when it is none."""
    upper = text.strip().upper()
    return upper if _DISTRICT.fullmatch(upper) else ""


def near_postcode(postcode: str) -> Near | None:
    """Return a point near a postcode, and its first half for a name; None when the postcode is not known."""
    found = Postcode.objects.filter(postcode=postcode).first()
    if found is None:
        return None
    point = Point(_rounded(found.latitude), _rounded(found.longitude))
    return Near(postcode.split()[0], point, MINE)


def near_district(district: str) -> Near | None:
    """Return the middle of all postcodes that begin so; None when none is known."""
    # By a range, because LIKE uses no index on SQLite.
    inside = Postcode.objects.filter(postcode__gte=f"{district} ", postcode__lt=f"{district}!")
    found = inside.aggregate(latitude=Avg("latitude"), longitude=Avg("longitude"), count=Count("pk"))
    if not found["count"]:
        return None
    return Near(district, Point(found["latitude"], found["longitude"]), district)


def near_area(name: str, areas: Iterable[Area]) -> Near | None:
    """Return the neighbourhood of this name, however it is written."""
    for area in areas:
        if area.name.casefold() == " ".join(name.split()).casefold():
            return Near(area.name, Point(area.latitude, area.longitude), area.name)
    return None


def knows_postcodes() -> bool:
    """Say whether the operator has loaded a file of postcodes."""
    return Postcode.objects.exists()


def _rounded(degrees: float) -> float:
    return round(round(degrees / _STEP) * _STEP, 3)
