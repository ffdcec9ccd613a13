"""What both said, each on their side, and where the pages of a look back are."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from connecting_people.core.addresses import address
from connecting_people.partnership.models import Partnership
from connecting_people.review.models import Review
from connecting_people.review.record.lines import Saying


@dataclass(frozen=True)
class Sides:
    """What the two said, each on their own side."""

    practitioner: tuple[Saying, ...]
    person: tuple[Saying, ...]

    @property
    def any(self) -> bool:
        """Say whether anybody said anything."""
        return bool(self.practitioner or self.person)


def sides_of(said: Iterable[Saying]) -> Sides:
    """Return what was said, the practitioners' on one side and the person's on the other."""
    rows = tuple(said)
    return Sides(
        tuple(one for one in rows if one.side != "service_user"),
        tuple(one for one in rows if one.side == "service_user"),
    )


def review_address(name: str, partnership: Partnership, review: Review, **more: UUID | str) -> str:
    """Return the address of a page of a look back."""
    return address(f"review:{name}", partnership_id=partnership.pk, review_id=review.pk, **more)
