"""Words that the tables of step 1 are written in, and what may be said of where somebody moves about."""

import re
from datetime import date, timedelta
from enum import StrEnum


class Topic(StrEnum):
    """What something was said about."""

    CONVERSATION = "conversation"
    HOPE = "hope"
    BRINGING = "bringing"


class Hope(StrEnum):
    """The two sides of a hope (S1.2)."""

    GAIN = "gain"
    GIVE = "give"


class Felt(StrEnum):
    """How a first conversation felt, for whoever would rather tap than write."""

    EASIER = "easier"
    MIXED = "mixed"
    HARD = "hard"
    RATHER_NOT_SAY = "rather_not_say"


class Point(StrEnum):
    """What the two settle about how they work together (S1.5)."""

    CONTACT = "contact"
    NEEDS = "needs"
    CRISIS = "crisis"
    SHARING = "sharing"
    OTHER = "other"


# Each of the two has their own ways of contact and needs; the other points are about the person whose journey it is.
OF_EACH = frozenset({Point.CONTACT, Point.NEEDS})
ASK_AGAIN_AT_MOST = timedelta(days=730)

_FULL_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?[\s.\-]*\d[a-z]{2}\b", re.IGNORECASE)
_DISTRICT = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\b", re.IGNORECASE)
_DOOR = re.compile(r"\b(flat|apartment)\s+\w{1,3}\b", re.IGNORECASE)


def has_full_postcode(text: str) -> bool:
    """Say whether a text names a full postcode, which leads to a handful of doors."""
    return bool(_FULL_POSTCODE.search(text))


def has_address(text: str) -> bool:
    """Say whether a text looks like an address: any figure besides a postcode district, or the name of a flat."""
    rest = _DISTRICT.sub("", text)
    return any(character.isdigit() for character in rest) or bool(_DOOR.search(text))


def can_ask_again_on(day: date, today: date) -> bool:
    """Say whether a day is one on which to ask again: from today on, within two years."""
    return today <= day <= today + ASK_AGAIN_AT_MOST
