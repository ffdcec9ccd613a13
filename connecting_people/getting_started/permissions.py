from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.getting_started.models import NotNowBefore
from connecting_people.people.models import Membership, User
from connecting_people.people.roles import ROLES, May
from connecting_people.people.standing import standing


def check_can_keep_not_now(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` is a practitioner of the agency, who may ask people there."""
    if not standing(user).may(May.START_PARTNERSHIPS, agency_id):
        raise NotAllowed(_("Only a practitioner of this agency can keep a day to ask again."))


def check_can_take_up(user: User, not_now: NotNowBefore) -> None:
    """Raise NotAllowed unless `user` keeps this name and day, and is still a practitioner there."""
    if not_now.keeper_id != user.pk:
        raise NotAllowed(_("Somebody else keeps this."))
    check_can_keep_not_now(user, not_now.agency_id)


def visible_to(user: User, not_nows: "QuerySet[NotNowBefore]") -> "QuerySet[NotNowBefore]":
    """Return the names and days that `user` keeps, in the agencies where they are a practitioner."""
    roles = [role for role, may in ROLES.items() if May.START_PARTNERSHIPS in may]
    held = Membership.objects.filter(user=user, role__in=roles, ended_at=None)
    return not_nows.filter(keeper=user, agency_id__in=held.values("agency"))


can_keep_not_now = allowed(check_can_keep_not_now)
can_take_up = allowed(check_can_take_up)
