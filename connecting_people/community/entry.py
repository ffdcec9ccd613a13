"""What an entry says, read from its document: what search, pages and matching look at, whatever the feed was like."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final

from connecting_people.community.rules import Access, Kind, Status
from connecting_people.community.standard import DATE, LATITUDES, LONGITUDES, NUMBER, TIME, Document, fits
from connecting_people.community.terms import terms_in

# Our own facts that the standard has no field for; they stay out of the open feed.
OURS: Final = "connecting_people"
DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Point:
    """A place on the ground, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Hours:
    """When something is on: the days of the week (empty: not said), from and to, and every how many weeks or months."""

    days: tuple[str, ...]
    opens: time | None
    closes: time | None
    monthly: bool
    interval: int
    begins: date | None
    ends: date | None
    words: str


@dataclass(frozen=True)
class Entry:
    """What an asset's document says."""

    name: str
    description: str
    status: Status
    kind: Kind
    interests: tuple[str, ...]
    access: frozenset[Access]
    languages: tuple[str, ...]
    points: tuple[Point, ...]
    hours: tuple[Hours, ...]
    free: bool | None
    minimum_age: float | None
    maximum_age: float | None
    begins: date | None
    ends: date | None

    @property
    def days(self) -> frozenset[str]:
        """Return the days of the week on which it is on, as far as it says so."""
        return frozenset(day for hours in self.hours for day in hours.days)

    @property
    def online(self) -> bool:
        """Say whether one can take part without going anywhere."""
        return self.kind in (Kind.ONLINE, Kind.INTEREST)


def read(document: Document) -> Entry:
    """Read an asset's document; what does not fit its type counts as not said."""
    hours = tuple(_hours(one) for one in schedules_in(document))
    begins, ends = _span(document, hours)
    ages = (document.get("minimum_age"), document.get("maximum_age"))
    return Entry(
        name=text_of(document.get("name")),
        description=text_of(document.get("description")),
        status=Status(document["status"]) if document.get("status") in list(Status) else Status.ACTIVE,
        kind=next((Kind(one) for one in terms_in(document, "kinds")), Kind.SERVICE),
        interests=tuple(dict.fromkeys(terms_in(document, "interests"))),
        access=frozenset(
            Access(one) for each in (document, *locations_in(document)) for one in terms_in(each, "access")
        ),
        languages=tuple(filter(None, (text_of(one.get("name")) for one in listed(document, "languages")))),
        points=tuple(filter(None, map(point_of, locations_in(document)))),
        hours=hours,
        free=_free(document),
        minimum_age=_number(ages[0]),
        maximum_age=_number(ages[1]),
        begins=begins,
        ends=ends,
    )


def point_of(location: Document) -> Point | None:
    """Return where a location is, unless it does not say or lies outside the United Kingdom."""
    latitude, longitude = _number(location.get("latitude")), _number(location.get("longitude"))
    if latitude is None or longitude is None:
        return None
    inside = LATITUDES[0] <= latitude <= LATITUDES[1] and LONGITUDES[0] <= longitude <= LONGITUDES[1]
    return Point(latitude, longitude) if inside else None


def ours_in(document: Document) -> Document:
    """Return the facts of our own that an asset's document holds."""
    return part_in(document, OURS)


def locations_in(document: Document) -> list[Document]:
    """Return the locations of an asset, wherever it is on."""
    found = (one.get("location") for one in listed(document, "service_at_locations"))
    return [one for one in found if isinstance(one, dict)]


def schedules_in(document: Document) -> Iterator[Document]:
    """Yield all schedules of an asset: its own, and those of the places where it is on."""
    yield from listed(document, "schedules")
    for one in listed(document, "service_at_locations"):
        yield from listed(one, "schedules")


def _hours(schedule: Document) -> Hours:
    named = text_of(schedule.get("byday")).upper().replace(" ", "").split(",")
    interval = schedule.get("interval")
    return Hours(
        # A monthly day carries its week in front: "2TU" is the second Tuesday.
        days=tuple(day for day in DAYS if any(one[-2:] == day for one in named)),
        opens=_time(schedule.get("opens_at")),
        closes=_time(schedule.get("closes_at")),
        monthly=schedule.get("freq") == "MONTHLY",
        interval=int(interval) if isinstance(interval, int | float) and interval >= 1 else 1,
        begins=_date(schedule.get("valid_from")),
        ends=_date(schedule.get("valid_to")),
        words=text_of(schedule.get("description")),
    )


def _span(document: Document, hours: tuple[Hours, ...]) -> tuple[date | None, date | None]:
    """Return from when until when it is on: as our own dates say, else as all its times say together."""
    own = ours_in(document)
    begins, ends = _date(own.get("begins")), _date(own.get("ends"))
    firsts, lasts = [one.begins for one in hours], [one.ends for one in hours]
    if begins is None and firsts and None not in firsts:
        begins = min(one for one in firsts if one)
    if ends is None and lasts and None not in lasts:
        ends = max(one for one in lasts if one)
    return (None, ends) if begins and ends and begins > ends else (begins, ends)


def _free(document: Document) -> bool | None:
    """Say whether it costs nothing; None where the entry does not say."""
    amounts = [one.get("amount") for one in listed(document, "cost_options") if fits(one.get("amount"), NUMBER)]
    if amounts:
        return not any(amounts)
    words = text_of(document.get("fees")).strip().lower()
    if not words:
        return None
    return words.startswith(("free", "no charge", "none", "no cost"))


def listed(document: Document, name: str) -> list[Document]:
    """Return the parts of one list of a document; what is no part is left out."""
    found = document.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def part_in(document: Document, name: str) -> Document:
    """Return one part of a document; what is no part is empty."""
    found = document.get(name)
    return found if isinstance(found, dict) else {}


def text_of(value: Any) -> str:
    """Return a text; anything else is none."""
    return value if isinstance(value, str) else ""


def _number(value: Any) -> float | None:
    return float(value) if fits(value, NUMBER) else None


def _date(value: Any) -> date | None:
    return date.fromisoformat(value) if fits(value, DATE) else None


def _time(value: Any) -> time | None:
    return time.fromisoformat(value).replace(tzinfo=None) if fits(value, TIME) else None
