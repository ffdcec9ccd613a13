"""When words without a name may be read: by the quarter, and never fewer than eight people's together.

Whoever compares two days of a page learns what lies between them. So what is added appears with at least seven others
on the first day of a quarter, whatever is taken away goes on such a day, and what stands in between never shows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from connecting_people.community.rules import FEWEST_RATERS


@dataclass(frozen=True)
class Given:
    """Words of one person of one kind: from when on they might be read, and until when."""

    id: UUID
    from_date: date
    until_date: date | None = None


def quarter_of(day: date) -> date:
    """Return the first day of a day's quarter."""
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def quarter_after(day: date) -> date:
    """Return the first day of the quarter that follows a day's quarter."""
    return quarter_of(quarter_of(day) + timedelta(days=95))


def quarters(first: date, last: date) -> Iterator[date]:
    """Yield the first day of each quarter that begins after `first` and not after `last`."""
    begins = quarter_after(first)
    while begins <= last:
        yield begins
        begins = quarter_after(begins)


def released(given: Iterable[Given], today: date, *, fewest: int = FEWEST_RATERS) -> dict[UUID, date]:
    """Return what may be read today, each with the day on which it came, together with at least `fewest` - 1 others.

    What was read once never helps later words over the threshold: whoever remembers it could tell them apart.
    """
    rows = list(given)
    came: dict[UUID, date] = {}
    stands: set[UUID] = set()
    for begins in quarters(min((row.from_date for row in rows), default=today), today):
        stands = {row.id for row in rows if _stands(row, begins)}
        fresh = stands - came.keys()
        if len(fresh) >= fewest:
            came |= dict.fromkeys(fresh, begins)
    readable = {id: day for id, day in came.items() if id in stands}
    return readable if len(readable) >= fewest else {}


def _stands(row: Given, begins: date) -> bool:
    return row.from_date < begins and (row.until_date is None or row.until_date >= begins)
