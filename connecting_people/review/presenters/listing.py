"""The looks back of a partnership in a list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from connecting_people.core.london import day_of
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Partnership
from connecting_people.review.models import Frozen, Review
from connecting_people.review.presenters.sides import review_address


@dataclass(frozen=True)
class Row:
    """One look back in the list."""

    href: str
    since: date
    day: date
    agreed: bool
    waits: bool


def rows_of(partnership: Partnership, reviews: Iterable[Review], frozen: Mapping[UUID, Frozen]) -> tuple[Row, ...]:
    """Return the looks back of a partnership, the newest first."""
    found = []
    for one in reviews:
        put = frozen.get(one.pk)
        standing = put.entry.standing if put else ""
        found.append(
            Row(
                review_address("review", partnership, one),
                one.since_date,
                day_of(one.made_at),
                standing == Standing.AGREED,
                standing == Standing.PROPOSED,
            )
        )
    return tuple(found)
