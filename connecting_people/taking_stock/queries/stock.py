"""What a stock-take holds, as it is read."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from connecting_people.journey.models import Entry
from connecting_people.taking_stock.rules import About, Choice


@dataclass(frozen=True)
class Said:
    """What somebody said of one thing that the reader may see, by the name that it has now."""

    about: About
    thing_id: UUID | None
    name: str
    choice: Choice
    why: str
    # Where the thing is found: of an outing, what was planned once has an entry for all of its days.
    entry_id: UUID | None = None
    series_id: UUID | None = None
    asset_id: UUID | None = None
    level: str = ""
    kept: bool = False

    @property
    def key(self) -> str:
        """Return what is the same for one thing in every stock-take."""
        return key_of(self.about, self.entry_id if self.about == About.OUTING else self.thing_id)


@dataclass(frozen=True)
class View:
    """How one person saw things on a day."""

    id: UUID
    taken_date: date
    words: str
    said: tuple[Said, ...]
    entry: Entry
    version: int

    @property
    def voice_id(self) -> UUID:
        """Return whose view it is."""
        return self.entry.voice_id

    @property
    def kept(self) -> bool:
        """Say whether the reader keeps it to themselves."""
        return self.entry.kept_by_id is not None

    @property
    def seen(self) -> str:
        """Return the mark by which a form tells which wording its writer had read."""
        return f"{self.version}:{self.entry.version}"


@dataclass(frozen=True)
class StockTake:
    """One stock-take: its first day, and each view that the reader may read, in the order in which they came."""

    taken_date: date
    views: tuple[View, ...]


def key_of(about: About, thing_id: UUID | None) -> str:
    """Return a name for a thing that serves as the name of a field, too."""
    return f"{about}_{thing_id.hex}" if thing_id and about != About.SUPPORT else about.value
