from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from connecting_people.journey.models import Entry, Promise, SkillSeen
from connecting_people.journey.queries import of_kind, promises, skills_seen
from connecting_people.journey.rules import Kind, Outcome
from connecting_people.partnership.models import Partnership

SHOWN = 6


@dataclass(frozen=True)
class Since:
    """What the record has of keeping one's word, skills and feedback since a day (S5.5); it stays where it is."""

    day: date | None
    promises: list[Promise]
    skills: list[SkillSeen]
    feedback: list[Entry]


def since(partnership: Partnership, day: date | None) -> Since:
    """Return what was promised, seen and told since a day, or ever where there is none, in three queries."""
    said, seen, told = promises(partnership), skills_seen(partnership), of_kind(partnership, Kind.FEEDBACK)
    if day:
        # What is open still stands, however long ago it was said.
        said = said.filter(Q(outcome=Outcome.OPEN) | Q(outcome_at__date__gte=day))
        seen, told = seen.filter(entry__happened_date__gte=day), told.filter(happened_date__gte=day)
    return Since(day, list(said[:SHOWN]), list(seen[:SHOWN]), list(told.select_related("voice")[:SHOWN]))
