"""Whose words something is, taken from the people of a partnership without asking the database again."""

from dataclasses import dataclass
from uuid import UUID

from connecting_people.guide.words import StrOrPromise
from connecting_people.journey.rules import Kind
from connecting_people.journey.words import KINDS
from connecting_people.partnership.models import Partnership


@dataclass(frozen=True)
class Voice:
    """A name and the side whose colour it takes."""

    name: str
    side: str


def voices_of(partnership: Partnership) -> dict[UUID, Voice]:
    """Return everybody who takes or took part, by the id of their place."""
    return {place.pk: Voice(place.name, place.side) for place in partnership.everybody}


def what_it_was(kind: str) -> StrOrPromise:
    """Say in a word or two what an entry was, where its own words do not show it."""
    return "" if kind == Kind.NOTE else KINDS.get(kind, "")
