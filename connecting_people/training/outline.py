"""A training as its materials tell it: the agenda with its times, in the trainers' words where they have their own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from connecting_people.core.london import LONDON
from connecting_people.training.course.groupings import GROUPINGS
from connecting_people.training.course.words import Activity, Beside, Column
from connecting_people.training.rules import BlockKind, Grouping
from connecting_people.training.times import spans


@dataclass(frozen=True)
class Item:
    """One thing on the agenda. `course` is the activity or prompt that it is, or whose board it uses."""

    id: str
    kind: BlockKind
    minutes: int
    track: int
    grouping: Grouping
    led_by: str
    name: str
    aim: str = ""
    goal: str = ""
    needs: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    listen_for: tuple[str, ...] = ()
    leaves: str = ""
    topics: tuple[str, ...] = ()
    course: Activity | None = None
    is_course: bool = False
    starts: str = ""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return what people write in, in this part."""
        return self.course.columns if self.course else ()

    @property
    def step(self) -> int:
        """Return the step of the model that it belongs to, or 0."""
        return self.course.step if self.course else 0

    @property
    def how_long(self) -> str:
        """Say how people work together and for how long."""
        minutes = _("%(number)s minutes") % {"number": self.minutes} if self.minutes else ""
        return " · ".join(filter(None, (self.together, minutes)))

    @property
    def together(self) -> str:
        """Say how people work together; a break is nobody's work."""
        return "" if self.kind in (BlockKind.BREAK, BlockKind.BEFORE) else str(GROUPINGS[self.grouping])

    @property
    def works(self) -> bool:
        """Say whether trainers run something here, so that it has a card and a slide with notes."""
        return self.kind in (BlockKind.ACTIVITY, BlockKind.PROMPT, BlockKind.OWN)


@dataclass(frozen=True)
class Outline:
    """A training with its agenda, in order and with times where the beginning is known."""

    title: str
    agency: str
    day: str
    where: str
    places: int
    trainers: tuple[str, ...]
    items: tuple[Item, ...]

    @property
    def before(self) -> tuple[Item, ...]:
        """Return what is to be done before the day."""
        return tuple(item for item in self.items if item.kind == BlockKind.BEFORE)

    @property
    def on_the_day(self) -> tuple[Item, ...]:
        """Return what happens on the day itself."""
        return tuple(item for item in self.items if item.kind != BlockKind.BEFORE)

    def beside(self, what: Beside) -> tuple[tuple[Activity, Item], ...]:
        """Return what is run with this beside its board, each activity of the course once, as first on the agenda."""
        found: dict[str, tuple[Activity, Item]] = {}
        for item in self.items:
            if item.works and item.course and item.course.beside == what:
                found.setdefault(item.course.id, (item.course, item))
        return tuple(found.values())

    @property
    def facts(self) -> str:
        """Return when and where it is, as far as that is known."""
        return ", ".join(filter(None, (self.day, self.where)))


def timed(items: Iterable[Item], begins_at: datetime | None) -> Iterator[Item]:
    """Give each part of the day the time at which it begins; two tracks run side by side."""
    whole = list(items)
    found = iter(spans((item.track, item.minutes) for item in whole if item.kind != BlockKind.BEFORE))
    for item in whole:
        if begins_at is None or item.kind == BlockKind.BEFORE:
            yield item
        else:
            starts = begins_at + timedelta(minutes=next(found).begins)
            yield replace(item, starts=f"{starts.astimezone(LONDON):%H:%M}")
