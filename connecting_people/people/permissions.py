from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.people.models import User
from connecting_people.people.roles import May
from connecting_people.people.standing import standing


def check_can_keep_agency(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` keeps this agency's own settings."""
    _check(user, agency_id, May.KEEP_AGENCY, _("Only an administrator of this agency can change this."))


def check_can_keep_teams(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` keeps this agency's teams and who is in them."""
    _check(user, agency_id, May.KEEP_TEAMS, _("Only an administrator of this agency can change its teams."))


def check_can_invite_staff(user: User, agency_id: UUID, team_id: UUID | None) -> None:
    """Raise NotAllowed unless `user` may invite staff into the team, or with no team into the agency."""
    held = standing(user)
    across = held.may(May.KEEP_TEAMS, agency_id)
    if not across and not (team_id and held.may(May.INVITE_STAFF, agency_id, team_id)):
        raise NotAllowed(_("Only an administrator, or the lead of this team, can invite people into it."))


def _check(user: User, agency_id: UUID, what: May, reason: str) -> None:
    if not standing(user).may(what, agency_id):
        raise NotAllowed(reason)


can_keep_agency = allowed(check_can_keep_agency)
can_keep_teams = allowed(check_can_keep_teams)
can_invite_staff = allowed(check_can_invite_staff)
