"""The invented agency is written like a play: who does what, when, in which words. Each room plays its own verbs."""

import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from connecting_people.core.london import LONDON, day_of

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class PlayError(Exception):
    """A line of the play cannot be understood; the message says which."""


@dataclass(frozen=True)
class Line:
    """One act: somebody (`who`) does something (`verb`) in a story at a moment, perhaps with words."""

    at: datetime
    story: str
    who: str
    verb: str
    words: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)
    today: date = date.min

    def mark(self, name: str, otherwise: str = "") -> str:
        """Return what stands behind `name=`."""
        return self.marks.get(name, otherwise)

    def numbers(self, name: str) -> list[int]:
        """Return the numbers behind `name=`, as in `steps=2,5`."""
        return [int(number) for number in self.mark(name).split(",") if number]

    def day(self, name: str) -> date | None:
        """Return the day behind `name=`: `+9` counts from the act, `today+9` from the day that the play is made for."""
        value = self.mark(name)
        if not value:
            return None
        if value.startswith("today"):
            return self.today + timedelta(days=int(value.removeprefix("today")))
        return day_of(self.at) + timedelta(days=int(value))


Verbs = Mapping[str, Callable[[Line], None]]


def moment(today: date, weeks_ago: int, weekday: str, clock: str) -> datetime:
    """Return a time of a weekday, weeks before the week of `today`, so that a Tuesday group meets on Tuesdays."""
    days = WEEKDAYS.index(weekday) - today.weekday() - 7 * weeks_ago
    return datetime.combine(today + timedelta(days=days), time.fromisoformat(clock), LONDON)


def parse(text: str, story: str, today: date) -> Iterator[Line]:
    """Read the blocks of a story: a first line `weeks weekday time who verb name=value…`, below it the words."""
    for block in text.split("\n\n"):
        head, _, words = block.strip().partition("\n")
        if head and not head.startswith("#"):
            yield _line(head, words, story, today)


def _line(head: str, words: str, story: str, today: date) -> Line:
    try:
        weeks, weekday, clock, who, verb, *marks = shlex.split(head)
        at = moment(today, int(weeks), weekday, clock)
        return Line(at, story, who, verb, words, dict(mark.split("=", 1) for mark in marks), today)
    except ValueError as problem:
        raise PlayError(f"{story}: {head!r} is no line of the play ({problem}).") from None
