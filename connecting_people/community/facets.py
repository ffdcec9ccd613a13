"""What can be asked of an entry besides its words: each answer is one short word, the same in index and matching."""

from collections.abc import Iterator
from datetime import time
from enum import StrEnum
from typing import Final

from connecting_people.community.entry import Entry, Hours
from connecting_people.community.rules import Kind

FREE: Final = "free"
ONLINE: Final = "online"
TIMED: Final = "timed"  # it says from when until when, so that a time of day is known and not hoped for
_NOON, _EVENING = time(12), time(17)


class Part(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


def facets_of(entry: Entry) -> frozenset[str]:
    """Return every facet of an entry."""
    return frozenset(_facets(entry))


def day_facet(day: str, part: str = "") -> str:
    """Return the facet of a day of the week, of a part of any day, or of a part of one day."""
    return "-".join(filter(None, (day.lower(), part)))


def kind_facet(kind: Kind) -> str:
    """Return the facet of a kind of asset."""
    return f"kind-{kind.value}"


def interest_facet(interest: str) -> str:
    """Return the facet of an interest of the guide's list."""
    return f"interest-{interest}"


def _facets(entry: Entry) -> Iterator[str]:
    yield kind_facet(entry.kind)
    yield from map(interest_facet, entry.interests)
    yield from (one.value for one in entry.access)
    if entry.free:
        yield FREE
    if entry.online:
        yield ONLINE
    for hours in entry.hours:
        if hours.opens:
            yield TIMED
        for part in _parts(hours) if hours.days or hours.opens else ():
            yield day_facet("", part)
            yield from (day_facet(day, part) for day in hours.days)
        yield from map(day_facet, hours.days)


def _parts(hours: Hours) -> Iterator[Part]:
    """Yield the parts of the day in which it is on; all, where it does not say when."""
    opens, closes = hours.opens, hours.closes
    if opens is None:
        yield from Part
        return
    if closes is None or closes <= opens:
        closes = opens
    if opens < _NOON:
        yield Part.MORNING
    if opens < _EVENING and (closes > _NOON or opens >= _NOON):
        yield Part.AFTERNOON
    if closes > _EVENING or opens >= _EVENING:
        yield Part.EVENING
