from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.journey.permissions import check_can_reword
from connecting_people.partnership.models import Participant
from connecting_people.people.models import Agency, Team, User
from connecting_people.people.queries import teams_of
from connecting_people.people.roles import May
from connecting_people.people.rules import Role
from connecting_people.people.standing import Standing, standing
from connecting_people.taking_stock.models import OwnStock, StockView


def visible_to(place: Participant | None, views: "QuerySet[StockView]") -> "QuerySet[StockView]":
    """Return the views that a participant may read: all but what others keep to themselves. None: an urgent look."""
    shared = Q(entry__kept_by=None)
    return views.filter(shared | Q(entry__kept_by=place) if place else shared)


def check_can_read(place: Participant | None, view: StockView) -> None:
    """Raise NotAllowed when somebody else keeps this view to themselves."""
    kept_by = view.entry.kept_by_id
    if kept_by and (place is None or kept_by != place.pk):
        raise NotAllowed(_("Somebody keeps this to themselves."))


def check_can_change(place: Participant, view: StockView) -> None:
    """Raise NotAllowed unless it is one's own view, or one that was written down for somebody and awaits their word."""
    check_can_reword(place, view.entry)


def check_can_take_own(user: User, agency: Agency) -> None:
    """Raise NotAllowed unless `user` is a practitioner of the agency, who alone has such a stock-take."""
    if not standing(user).may(May.START_PARTNERSHIPS, agency.pk):
        raise NotAllowed(_("This page is for the practitioners of an agency."))


def check_can_keep_own(user: User, stock: OwnStock) -> None:
    """Raise NotAllowed unless it is the user's own stock-take: nobody changes, shows or takes back another's."""
    if stock.user_id != user.pk:
        raise NotAllowed(_("This is somebody else’s own stock-take."))


def check_can_show_to(user: User, stock: OwnStock, team: Team) -> None:
    """Raise NotAllowed unless it is one's own, and the team is one in which one is a practitioner."""
    check_can_keep_own(user, stock)
    if not teams_of(user, stock.agency_id, Role.PRACTITIONER).filter(pk=team.pk).exists():
        raise NotAllowed(_("Choose a team of your own."))


def shown_to(held: Standing, agency_id: UUID, stocks: "QuerySet[OwnStock]") -> "QuerySet[OwnStock]":
    """Return the own stock-takes that were shown to a team in which this person is a practitioner or its lead."""
    teams = [one.team_id for one in held.held if one.agency.pk == agency_id and one.role in _OF_THE_TEAM]
    rows = stocks.filter(agency_id=agency_id, shared_with__isnull=False)
    return rows if None in teams else rows.filter(shared_with__in=teams)


def belongs_to_a_team(held: Standing, agency_id: UUID) -> bool:
    """Say whether somebody is a practitioner or leads a team in the agency, for whom its page is there."""
    return bool(held.roles_in(agency_id) & _OF_THE_TEAM)


_OF_THE_TEAM = frozenset({Role.PRACTITIONER, Role.TEAM_LEAD})

can_read = allowed(check_can_read)
can_change = allowed(check_can_change)
can_take_own = allowed(check_can_take_own)
can_keep_own = allowed(check_can_keep_own)
can_show_to = allowed(check_can_show_to)
