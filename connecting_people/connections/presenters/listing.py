"""The map as a list: the same content as the picture, for whoever would rather read."""

from connecting_people.connections import words
from connecting_people.connections.acts import Act
from connecting_people.connections.presenters.drawn import addresses_of
from connecting_people.connections.presenters.people import Listing, people_listing
from connecting_people.connections.queries.now import Now, StepNow
from connecting_people.partnership.models import Partnership


def listing(partnership: Partnership, now: Now, *, by_kind: bool = False) -> Listing:
    """Return the list of a map, grouped by closeness or by part of life, each group by name."""
    return people_listing(now.network, now.facts, now.ruling, addresses_of(partnership), now.kept, by_kind=by_kind)


def turn_in_words(now: Now, step: StepNow | None) -> str:
    """Say what can be taken back, or done again; nothing where there is nothing."""
    if step is None:
        return ""
    facts = now.facts.get(step.about) if step.about else None
    return words.act_in_words(Act(step.act), facts.name if facts else "")
