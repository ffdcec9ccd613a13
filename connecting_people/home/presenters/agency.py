"""A member of staff's page of their agency; for a team's lead also which partnerships there are, without names."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from connecting_people.home.queries import crisis_states
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.queries import in_team, leads_of
from connecting_people.partnership.rules import State
from connecting_people.people.models import Agency, CrisisInformation, Membership
from connecting_people.people.queries import members
from connecting_people.people.roles import ROLES, May
from connecting_people.people.rules import STAFF, Role
from connecting_people.people.standing import Standing
from connecting_people.taking_stock.permissions import belongs_to_a_team

_A_PAGE = 50


@dataclass(frozen=True)
class Colleague:
    """Somebody of the staff and what they do there."""

    name: str
    says: str
    side: str = "practitioner"
    href: str = ""


@dataclass(frozen=True)
class TeamOf:
    """A team and who is in it."""

    name: str
    colleagues: tuple[Colleague, ...]


@dataclass(frozen=True)
class Unnamed:
    """A partnership as its team's lead sees it: that it is there, and who of the staff leads it."""

    short: str
    lead: str
    team: str
    state: str
    began_at: datetime
    lead_since: datetime | None
    look: str
    hand_over: str


@dataclass(frozen=True)
class AgencyPage:
    """One agency as one of its staff sees it."""

    name: str
    checked_date: date | None
    kept_by: str
    crisis: str
    people: str
    settings: str
    views: str
    shown: str
    ways_round: str
    ideas_waiting: str
    in_the_way: str
    trainings: str
    trained: str
    better: tuple[tuple[str, str], ...]
    teams: tuple[TeamOf, ...]
    leads: bool
    partnerships: tuple[Unnamed, ...]
    earlier: str
    later: str


def agency_pages(standing: Standing, page: str) -> tuple[AgencyPage, ...]:
    """Gather the agencies in which somebody is staff; `page` is which fifty of the partnerships are asked for."""
    agencies = [agency for agency in standing.agencies if standing.roles_in(agency.pk) & STAFF]
    crises = crisis_states(agency.pk for agency in agencies)
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    return tuple(_agency(standing, agency, crises.get(agency.pk), max(number, 1)) for agency in agencies)


def _agency(standing: Standing, agency: Agency, crisis: CrisisInformation | None, page: int) -> AgencyPage:
    leads = standing.may(May.LOOK_URGENTLY, agency.pk)
    rows = _partnerships(standing, agency, page) if leads else []
    keeps, invites = standing.may(May.KEEP_AGENCY, agency.pk), standing.may(May.INVITE_STAFF, agency.pk)
    keeps_ways = standing.may(May.KEEP_WAYS_ROUND, agency.pk)
    return AgencyPage(
        name=agency.name,
        checked_date=crisis.checked_date if crisis else None,
        kept_by=crisis.kept_by if crisis else "",
        crisis=_address("people:crisis", agency) if keeps else "",
        people=_address("people:members", agency) if invites else "",
        settings=_address("people:agency_settings", agency) if keeps else "",
        views=_address("home:shared_views", agency),
        shown=_address("taking_stock:team", agency) if belongs_to_a_team(standing, agency.pk) else "",
        ways_round=_address("barriers:ways_round", agency),
        ideas_waiting=_address("barriers:queue", agency) if keeps_ways else "",
        in_the_way=_address("barriers:in_the_way", agency) if keeps_ways else "",
        trainings=_address("training:trainings", agency),
        trained=_address("training:who_was_trained", agency),
        better=_better(agency),
        teams=_teams(standing, agency) if standing.may(May.SEE_TEAM, agency.pk) else (),
        leads=leads,
        partnerships=_unnamed(rows[:_A_PAGE]),
        earlier=_at_page(page - 1) if page > 1 else "",
        later=_at_page(page + 1) if len(rows) > _A_PAGE else "",
    )


def _better(agency: Agency) -> tuple[tuple[str, str], ...]:
    """Return the ways to what makes an agency better: an idea, what its people can do, what it tells about itself."""
    named = [(_("An idea for %(agency)s") % {"agency": agency.name}, "culture:add_idea")]
    named += [(_("Six practices"), "culture:practices"), (_("Places we use"), "culture:places")]
    named += [(_("How practitioners see their practice"), "culture:how_we_work")]
    named += [(_("Ideas, and what became of them"), "culture:ideas"), (_("Who can help with what"), "culture:skills")]
    named += [(_("On one page, for others"), "culture:briefings")]
    return tuple((label, _address(view, agency)) for label, view in named)


def _partnerships(standing: Standing, agency: Agency, page: int) -> list[Partnership]:
    led = {
        held.team_id for held in standing.held if held.agency.pk == agency.pk and May.LOOK_URGENTLY in ROLES[held.role]
    }
    # Who leads across the agency also sees the partnerships that have no team.
    teams = None if None in led else {team for team in led if team}
    start = (page - 1) * _A_PAGE
    return list(in_team(agency.pk, teams).select_related("team")[start : start + _A_PAGE + 1])


def _unnamed(rows: list[Partnership]) -> tuple[Unnamed, ...]:
    leads = leads_of(row.pk for row in rows)
    return tuple(_one(row, leads.get(row.pk)) for row in rows)


def _one(row: Partnership, lead: Participant | None) -> Unnamed:
    gone = lead is None or not lead.holds_role
    return Unnamed(
        short=short(row.pk),
        lead=lead.name if lead else _("Nobody yet"),
        team=row.team.name if row.team else "",
        state=_state(row.state),
        began_at=row.made_at,
        lead_since=lead.joined_at if lead and lead.joined_at > row.made_at else None,
        look=reverse("partnership:look", kwargs={"partnership_id": row.pk}),
        hand_over=reverse("partnership:hand_over", kwargs={"partnership_id": row.pk}) if gone else "",
    )


def _teams(standing: Standing, agency: Agency) -> tuple[TeamOf, ...]:
    own = {held.team_id for held in standing.held if held.agency.pk == agency.pk}
    found: dict[str, dict[UUID, list[Membership]]] = {}
    for row in members(agency.pk).filter(role__in=list(STAFF)):
        if None in own or row.team_id is None or row.team_id in own:
            name = row.team.name if row.team else _("Across the agency")
            found.setdefault(name, {}).setdefault(row.user_id, []).append(row)
    across = _("Across the agency")
    order = sorted(found, key=lambda name: (name == across, name))
    return tuple(TeamOf(name, tuple(_colleague(rows) for rows in found[name].values())) for name in order)


def _colleague(rows: list[Membership]) -> Colleague:
    roles = ", ".join(role_name(Role(row.role)) for row in rows)
    practises = any(row.role == Role.PRACTITIONER for row in rows)
    return Colleague(rows[0].user.name, roles, "practitioner" if practises else "agency")


def role_name(role: Role) -> str:
    """Say what somebody does in the agency."""
    return {
        Role.PRACTITIONER: _("Practitioner"),
        Role.TRAINER: _("Trainer"),
        Role.TEAM_LEAD: _("Team lead"),
        Role.ADMINISTRATOR: _("Administrator"),
        Role.PRIVACY_OFFICER: _("Privacy officer"),
        Role.SERVICE_USER: _("Service user"),
        Role.SUPPORTER: _("Supporter"),
    }[role]


def short(id: UUID) -> str:
    """Return the first signs of an id, enough to tell two apart and to ask about one."""
    return str(id)[:8]


def _at_page(number: int) -> str:
    return f"{reverse('home:agency')}?page={number}"


def _address(view: str, agency: Agency) -> str:
    return reverse(view, kwargs={"agency_id": agency.pk})


def _state(state: str) -> str:
    return {
        State.TOGETHER.value: _("Together"),
        State.PAUSED.value: _("Having a rest"),
        State.AWAY.value: _("Away, the door is open"),
    }[state]
