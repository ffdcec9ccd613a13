"""What each said they would do, skills seen and feedback since the last stock-take, as ways to where they stand."""

from dataclasses import dataclass
from datetime import date

from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise
from connecting_people.journey.rules import Outcome
from connecting_people.journey.words import OUTCOMES_SEEN
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.taking_stock.queries.since import Since


@dataclass(frozen=True)
class Line:
    """One thing of the record, in one line."""

    side: str
    name: str
    text: str
    became: StrOrPromise
    href: str


@dataclass(frozen=True)
class SinceShown:
    """The three shared processes of step 5 since a day."""

    day: date | None
    promises: tuple[Line, ...]
    skills: tuple[Line, ...]
    feedback: tuple[Line, ...]

    @property
    def any(self) -> bool:
        """Say whether there is something to show."""
        return bool(self.promises or self.skills or self.feedback)


def since_shown(partnership: Partnership, found: Since) -> SinceShown:
    """Return what there is of each, in a line."""
    at = {"partnership_id": partnership.pk}
    return SinceShown(
        day=found.day,
        promises=tuple(
            _line(
                one.who,
                one.entry.line,
                address("journey:promises", **at),
                OUTCOMES_SEEN[one.outcome] if one.outcome != Outcome.OPEN else "",
            )
            for one in found.promises
        ),
        skills=tuple(_line(one.seen_in, one.name, address("journey:skills", **at)) for one in found.skills),
        feedback=tuple(
            _line(one.voice, one.line, address("journey:entry", entry_id=one.pk, **at)) for one in found.feedback
        ),
    )


def _line(who: Participant, text: str, href: str, became: StrOrPromise = "") -> Line:
    return Line(who.side, who.name, text, became, href)
