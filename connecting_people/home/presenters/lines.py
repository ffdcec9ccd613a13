"""One entry in one line, as the pages that gather show it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise
from connecting_people.home.presenters.voices import Voice, what_it_was
from connecting_people.journey.queries import Glimpse
from connecting_people.partnership.models import Partnership


@dataclass(frozen=True)
class Line:
    """One thing that somebody said, in one line."""

    text: str
    name: str
    side: str
    when: date
    was: StrOrPromise
    href: str
    kept: bool = False


def line_of(partnership: Partnership, glimpse: Glimpse, voices: dict[UUID, Voice]) -> Line:
    """Tell an entry in one line."""
    voice = voices[glimpse.voice_id]
    day, was, href = glimpse.happened_date, what_it_was(glimpse.kind), entry_address(partnership, glimpse.id)
    return Line(glimpse.line, voice.name, voice.side, day, was, href, glimpse.kept)


def entry_address(partnership: Partnership, entry_id: UUID) -> str:
    """Return where one entry of the record is read."""
    return address("journey:entry", partnership_id=partnership.pk, entry_id=entry_id)
