"""What one person's places in partnerships hold for them today, asked once for all of them together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from connecting_people.core.london import day_of
from connecting_people.home.queries import SOON, ForMe, for_me, open_promises, places_beside
from connecting_people.journey.models import Promise
from connecting_people.partnership.models import Participant
from connecting_people.partnership.rules import WHOLE, Part
from connecting_people.people.models import User
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.queries import planned_for

RowT = TypeVar("RowT", ForMe, Promise, Outing, Participant)


@dataclass(frozen=True)
class Places:
    """Where somebody takes part, and what is open for them there, by partnership."""

    at: datetime
    today: date
    held: tuple[Participant, ...]
    others: dict[UUID, list[Participant]]
    for_me: dict[UUID, list[ForMe]]
    promises: dict[UUID, list[Promise]]
    outings: dict[UUID, list[Outing]]

    def person(self, place: Participant) -> Participant | None:
        """Return the service user of the partnership of `place`."""
        return next((one for one in self.others[place.partnership_id] if one.part == Part.SERVICE_USER), None)

    def questions(self, place: Participant) -> list[ForMe]:
        """Return what the other side asks: a practitioner answers the person, the person answers practitioners."""
        by_practitioner = place.part == Part.SERVICE_USER
        found = self.for_me.get(place.partnership_id, [])
        return [one for one in found if one.asks(place) and one.by_practitioner == by_practitioner]

    def waiting(self, place: Participant) -> list[ForMe]:
        """Return what waits for the word of the one who holds `place`."""
        return [one for one in self.for_me.get(place.partnership_id, []) if not one.asks(place)]

    def lead(self, place: Participant) -> Participant | None:
        """Return the lead practitioner of the partnership of `place`, unless they left."""
        return next((one for one in self.others[place.partnership_id] if one.part == Part.LEAD), None)


def places_today(user: User, at: datetime) -> Places:
    """Gather a person's places, in four queries however many they are."""
    today, others = day_of(at), _by_partnership(places_beside(user, at))
    held = tuple(_own(user, others, today))
    if not held:
        return Places(at, today, (), {}, {}, {}, {})
    whole = [place for place in held if place.part in WHOLE]
    return Places(
        at=at,
        today=today,
        held=held,
        others=others,
        for_me=_by_partnership(for_me(whole, user.pk)),
        promises=_by_partnership(open_promises(whole)),
        outings=_by_partnership(planned_for(whole, today, today + SOON)),
    )


def _own(user: User, others: dict[UUID, list[Participant]], today: date) -> list[Participant]:
    mine = [one for rows in others.values() for one in rows if one.user_id == user.pk and one.takes_part(today)]
    return sorted(mine, key=lambda place: (place.partnership.made_at, place.pk))


def _by_partnership(rows: Iterable[RowT]) -> dict[UUID, list[RowT]]:
    found: dict[UUID, list[RowT]] = {}
    for row in rows:
        found.setdefault(row.partnership_id, []).append(row)
    return found
