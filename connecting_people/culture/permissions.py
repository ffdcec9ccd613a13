from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.culture.rules import Voice
from connecting_people.people.models import User
from connecting_people.people.roles import May
from connecting_people.people.rules import STAFF, Role
from connecting_people.people.standing import Standing, standing

_SPEAKS = {Voice.SERVICE_USER: frozenset({Role.SERVICE_USER}), Voice.SUPPORTER: frozenset({Role.SUPPORTER})}


def voices_of(held: Standing, agency_id: UUID) -> tuple[Voice, ...]:
    """Return the voices in which somebody may speak in an agency."""
    roles = held.roles_in(agency_id)
    return tuple(voice for voice in Voice if roles & _SPEAKS.get(voice, STAFF))


def check_can_keep_ideas(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` says for this agency what becomes of ideas."""
    if not standing(user).may(May.KEEP_IDEAS, agency_id):
        raise NotAllowed(_("Only a team lead or an administrator of this agency can do this."))


can_keep_ideas = allowed(check_can_keep_ideas)
