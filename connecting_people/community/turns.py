"""Whose turn it is to check which entry: shared out fairly, a handful for each person and week."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from heapq import heapify, heapreplace
from typing import TypeVar

from connecting_people.community.rules import CHECK_EVERY, CLOSING_SOON

Entry = TypeVar("Entry", bound=Hashable)
Person = TypeVar("Person", bound=Hashable)


class Due(StrEnum):
    """Why an entry is to be looked at."""

    WRONG = "wrong"
    CLOSING = "closing"
    NEVER = "never"
    OLD = "old"


def week_of(day: date) -> date:
    """Return the Monday of the week in which a day lies."""
    return day - timedelta(days=day.weekday())


def shared_out(due: Iterable[Entry], held: Mapping[Person, int], most: int) -> list[tuple[Entry, Person]]:
    """Give each entry, as long as there is room, to whoever has the fewest; `held` is what each has this week already.

    Nobody comes to more than `most`, and nobody gets another while somebody else has fewer.
    Where two have as many, the one who is named first in `held` comes first.
    """
    waiting = [(many, place, person) for place, (person, many) in enumerate(held.items()) if many < most]
    heapify(waiting)
    turns = []
    for entry in dict.fromkeys(due):
        if not waiting or waiting[0][0] >= most:
            break
        many, place, person = waiting[0]
        turns.append((entry, person))
        heapreplace(waiting, (many + 1, place, person))
    return turns


def who_begins(people: list[Person], week: date) -> list[Person]:
    """Return the people in this week's order: each week another is first, so that the odd one goes round."""
    if not people:
        return []
    first = (week.toordinal() // 7) % len(people)
    return people[first:] + people[:first]


def why_due(checked: date | None, ends: date | None, today: date, *, said_wrong: bool = False) -> Due | None:
    """Say why an entry is to be looked at, the most pressing reason first; None where it is not."""
    if said_wrong:
        return Due.WRONG
    if ends and today <= ends <= today + CLOSING_SOON and (checked is None or checked <= today - CLOSING_SOON):
        return Due.CLOSING
    if checked is None:
        return Due.NEVER
    return Due.OLD if checked <= today - CHECK_EVERY else None
