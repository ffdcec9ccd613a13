"""The way in: whoever belongs to an agency looks at how it works."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from connecting_people.culture.permissions import voices_of
from connecting_people.culture.rules import Voice
from connecting_people.people.models import Agency, User
from connecting_people.people.standing import Standing


@dataclass(frozen=True)
class Here:
    """An agency as it reaches one of its people."""

    agency: Agency
    user: User
    voices: tuple[Voice, ...]
    staff: bool


def agency_here(held: Standing, agency_id: UUID) -> Here:
    """Return an agency that this person belongs to; Http404 for every other and for none."""
    for agency in held.agencies:
        if agency.pk == agency_id:
            voices = voices_of(held, agency_id)
            return Here(agency, held.user, voices, staff=Voice.STAFF in voices)
    raise Http404


def agency_of_staff(held: Standing, agency_id: UUID) -> Here:
    """Return the agency for one of its staff; Http404 for everybody else."""
    here = agency_here(held, agency_id)
    if not here.staff:
        raise Http404
    return here
