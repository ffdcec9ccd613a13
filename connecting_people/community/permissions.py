from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.people.models import User
from connecting_people.people.roles import May
from connecting_people.people.standing import standing


def check_can_read_directory(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` belongs to this agency, in whatever role."""
    if not standing(user).roles_in(agency_id):
        raise NotAllowed(_("This is for the people of this agency."))


def check_can_keep_directory(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` keeps what this agency knows of its area: its entries, contacts, checks, gaps."""
    _check(user, agency_id, May.KEEP_DIRECTORY, _("Only practitioners and those who lead them can change this."))


def check_can_bring_in(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` may bring whole files into this agency's directory."""
    _check(user, agency_id, May.BRING_IN, _("Only a team lead or an administrator can bring in a file."))


def _check(user: User, agency_id: UUID, what: May, reason: str) -> None:
    if not standing(user).may(what, agency_id):
        raise NotAllowed(reason)


can_read_directory = allowed(check_can_read_directory)
can_keep_directory = allowed(check_can_keep_directory)
can_bring_in = allowed(check_can_bring_in)
