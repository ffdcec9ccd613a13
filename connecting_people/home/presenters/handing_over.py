"""What somebody hands over before they leave a team or are switched off: partnerships, and whom they know there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from connecting_people.community.models import LocalContact
from connecting_people.community.presenters.contacts import place_of
from connecting_people.community.queries.contacts import contacts_kept_by
from connecting_people.partnership.models import Participant
from connecting_people.partnership.queries import places_of, service_users_of
from connecting_people.partnership.rules import Part
from connecting_people.people.models import Agency, User
from connecting_people.people.roles import May
from connecting_people.people.standing import Standing


@dataclass(frozen=True)
class Led:
    """One partnership that somebody leads; named to themselves alone."""

    name: str
    hand_over: str


@dataclass(frozen=True)
class HandingOver:
    """What waits to be handed over, as the one who leaves sees it, or who may switch them off."""

    name: str
    own: bool
    led: tuple[Led, ...]
    leads: bool
    contacts: tuple[tuple[LocalContact, str], ...]
    away: str


def handing_over(agency: Agency, leaver: User, held: Standing, at: datetime) -> HandingOver:
    """Gather what one person hands over in an agency; whose journeys they are is for the leaver alone."""
    led = list(places_of(leaver, at).filter(partnership__agency=agency, part=Part.LEAD))
    own = leaver.pk == held.user.pk
    # Whoever has stopped keeping the directory sees none of its contacts, their own neither.
    kept = contacts_kept_by(agency.pk, leaver.pk) if held.may(May.KEEP_DIRECTORY, agency.pk) else ()
    return HandingOver(
        name=leaver.name,
        own=own,
        led=_named(led) if own else (),
        leads=bool(led),
        contacts=tuple(sorted(((row, place_of(row)) for row in kept), key=lambda one: one[1].casefold())),
        away=reverse("people:account") if own else reverse("people:switch_off", args=[agency.pk, leaver.pk]),
    )


def _named(led: Sequence[Participant]) -> tuple[Led, ...]:
    people = service_users_of({place.partnership_id for place in led})
    return tuple(
        Led(
            people[place.partnership_id].name if place.partnership_id in people else "",
            reverse("partnership:hand_over", args=[place.partnership_id]),
        )
        for place in led
    )
