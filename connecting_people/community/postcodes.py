"""Postcodes from the operator's own file, such as the ONS Postcode Directory (columns pcds, lat, long, doterm)."""

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from django.db import transaction

from connecting_people.community.entry import Point
from connecting_people.community.models import Postcode
from connecting_people.community.standard import LATITUDES, LONGITUDES

NAMES: Final = ("pcds", "lat", "long", "doterm")
_NOWHERE: Final = 99.0  # the directory writes 99.999999 where a postcode has no place on the ground
_AT_ONCE: Final = 5000


class NotPostcodes(Exception):
    """A file is not one of postcodes; the message is one line that says where and why."""


@transaction.atomic
def load(lines: Iterable[str]) -> int:
    """Put the postcodes of a file in place of all that were there, whole or not at all; return how many there are."""
    rows = _rows(lines)
    Postcode.objects.all().delete()
    count = 0
    while some := list(islice(rows, _AT_ONCE)):
        # A file that names one twice means the later; a second row must not stop a load of millions.
        Postcode.objects.bulk_create(
            {one.postcode: one for one in some}.values(),
            batch_size=_AT_ONCE,
            update_conflicts=True,
            unique_fields=["postcode"],
            update_fields=["latitude", "longitude"],
        )
        count += len(some)
    if not count:
        raise NotPostcodes("The file holds no postcode that is in use and has a place.")
    return Postcode.objects.count()


def _rows(lines: Iterable[str]) -> Iterator[Postcode]:
    reader = csv.reader(lines)
    try:
        heads = [name.strip().strip("\ufeff").lower() for name in next(reader, [])]
        missing = [name for name in NAMES if name not in heads]
        if missing:
            raise NotPostcodes(f"Line 1: there is no column called {' or '.join(missing)}.")
        places = [heads.index(name) for name in NAMES]
        for row in reader:
            found = _row(row, places, reader.line_num) if row else None
            if found:
                yield found
    except (csv.Error, UnicodeDecodeError) as reason:
        raise NotPostcodes(f"Line {reader.line_num + 1}: this cannot be read as CSV in UTF-8 ({reason}).") from reason


def _row(row: list[str], places: list[int], line: int) -> Postcode | None:
    """Return one postcode; None for one that is no longer in use or has no place."""
    if len(row) <= max(places):
        raise NotPostcodes(f"Line {line}: there are {len(row)} columns, too few.")
    postcode, latitude, longitude, ended = (row[at].strip() for at in places)
    if ended:
        return None
    point = _point(latitude, longitude, line)
    if point is None:
        return None
    squeezed = "".join(postcode.upper().split())
    if not (5 <= len(squeezed) <= 7 and squeezed.isalnum() and squeezed.isascii()):
        raise NotPostcodes(f"Line {line}: “{postcode[:20]}” is not a postcode.")
    return Postcode(postcode=f"{squeezed[:-3]} {squeezed[-3:]}", latitude=point.latitude, longitude=point.longitude)


def _point(latitude: str, longitude: str, line: int) -> Point | None:
    try:
        point = Point(float(latitude), float(longitude))
    except ValueError:
        raise NotPostcodes(
            f"Line {line}: lat “{latitude[:20]}” and long “{longitude[:20]}” should be numbers of degrees."
        ) from None
    if point.latitude > _NOWHERE:
        return None
    inside = LATITUDES[0] <= point.latitude <= LATITUDES[1] and LONGITUDES[0] <= point.longitude <= LONGITUDES[1]
    if not inside:
        raise NotPostcodes(f"Line {line}: {latitude}, {longitude} lies outside the United Kingdom.")
    return point
