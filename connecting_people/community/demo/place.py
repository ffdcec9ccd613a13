"""The invented place with everything that people made of it, for the one who plays the demo."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from connecting_people.community.demo.checks import Checks
from connecting_people.community.demo.contacts import Contacts
from connecting_people.community.demo.gaps import Gaps
from connecting_people.community.demo.keepers import Keepers
from connecting_people.community.demo.lights import Lights
from connecting_people.community.demo.town import Town, read_town
from connecting_people.core.demo import Line, Verbs
from connecting_people.people.demo import Cast


@dataclass(frozen=True)
class Place:
    """The town, and what each file of this folder plays in it."""

    town: Town
    lights: Lights
    checks: Checks
    contacts: Contacts
    gaps: Gaps
    keepers: Keepers

    @property
    def verbs(self) -> Verbs:
        """Return everything that can be played here."""
        parts = (self.town, self.lights, self.checks, self.contacts, self.gaps, self.keepers)
        return {verb: act for part in parts for verb, act in part.verbs.items()}

    def lines(self, today: date) -> Iterator[Line]:
        """Yield every act of the place."""
        yield from self.town.lines(today)
        yield from self.lights.lines(today)
        yield from self.checks.lines(today)
        yield from self.town.history("knowledge", today)
        yield from self.town.history("keepers", today)


def read_place(cast: Cast, folder: Path) -> Place:
    """Read the files of the place."""
    town = read_town(cast, folder)
    return Place(town, Lights(town), Checks(town), Contacts(town), Gaps(town), Keepers(town))
