from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from connecting_people.core.addresses import address_if
from connecting_people.guide.sheets import Sheet, sheets
from connecting_people.people.models import Agency, CrisisContact, CrisisInformation, Invitation, Membership, User
from connecting_people.people.roles import ROLES, May
from connecting_people.people.rules import STAFF, Role
from connecting_people.people.standing import Standing
from connecting_people.people.words import ROLE_NAMES

Way = tuple[str | Promise, str]
_SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux")
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))


@dataclass(frozen=True)
class Belongs:
    """One role that the reader holds, and the way out of it where there is one."""

    what: str
    where: str
    leave: str
    agency_id: UUID
    hands_over: bool


@dataclass(frozen=True)
class Looks:
    """An agency that the reader looks after, and where."""

    name: str
    ways: list[Way]


@dataclass(frozen=True)
class SignedInAt:
    """One device on which the reader is signed in."""

    device: str
    since: datetime
    here: bool
    end: str


@dataclass(frozen=True)
class Member:
    """One person of a team, and what they do in it."""

    name: str
    says: str
    switch_off: str


@dataclass(frozen=True)
class TeamOnPage:
    """A team and who is in it."""

    name: str
    people: list[Member] = field(default_factory=list)


@dataclass(frozen=True)
class Waiting:
    """An invitation that nobody has used yet."""

    name: str
    says: str
    until: datetime
    take_back: str


@dataclass(frozen=True)
class Help:
    """What one agency says to do in a crisis."""

    agency: str
    region: str
    advice: str
    kept_by: str
    checked: date
    contacts: list[CrisisContact]


@dataclass(frozen=True)
class Group:
    """People of a demonstration who are alike in what they do: the first few, and the others."""

    name: str
    first: list[User]
    others: list[User]


def belongings(rows: Iterable[Membership]) -> list[Belongs]:
    """Show the roles that somebody holds; staff may leave by themselves."""
    return [
        Belongs(
            what=str(ROLE_NAMES[Role(row.role)]),
            where=f"{row.team.name}, {row.agency.name}" if row.team else row.agency.name,
            leave=reverse("people:leave_team", args=[row.pk]) if row.role in STAFF else "",
            agency_id=row.agency_id,
            hands_over=May.KEEP_DIRECTORY in ROLES[Role(row.role)],
        )
        for row in rows
    ]


def looked_after(held: Standing) -> list[Looks]:
    """Show the agencies whose settings or people somebody looks after."""
    found = [Looks(agency.name, agency_ways(held, agency)) for agency in held.agencies]
    return [one for one in found if one.ways]


def agency_ways(held: Standing, agency: Agency) -> list[Way]:
    """Show the pages of one agency that somebody may open."""
    ways: list[Way] = []
    if held.may(May.KEEP_TEAMS, agency.pk) or held.may(May.INVITE_STAFF, agency.pk):
        ways.append((_("People and teams"), reverse("people:members", args=[agency.pk])))
    if held.may(May.KEEP_AGENCY, agency.pk):
        ways.append((_("Settings"), reverse("people:agency_settings", args=[agency.pk])))
        ways.append((_("Crisis help"), reverse("people:crisis", args=[agency.pk])))
        # The rooms above this one need not all be there.
        ways += [(_("Questions"), href)] if (href := address_if("measures:instruments", agency_id=agency.pk)) else []
    if ways and held.may(May.HANG_POSTER, agency.pk):
        ways.append((_("Poster"), reverse("people:poster", args=[agency.pk])))
    return ways


def posters_of(held: Standing) -> list[Way]:
    """Show the agencies whose name somebody may put on a poster, by name."""
    return [(agency.name, reverse("people:poster", args=[agency.pk])) for agency in held.where(May.HANG_POSTER)]


def poster_sheets(agency: Agency) -> tuple[Sheet, ...]:
    """Show the posters with an agency's name on them."""
    return sheets(lambda *which: reverse("people:poster_file", args=[agency.pk, *which]))


def devices_of(rows: Iterable[UserSession], current: str | None) -> list[SignedInAt]:
    """Show where somebody is signed in, in words that they know."""
    return [
        SignedInAt(
            device=device_name(row.user_agent),
            since=row.created_at,
            here=row.session_key == current,
            end=reverse("people:end_session", args=[row.pk]),
        )
        for row in rows
    ]


def device_name(user_agent: str) -> str:
    """Say what a browser says of itself, in two words."""
    browser = next((name for sign, name in _BROWSERS if sign in user_agent), "")
    system = next((name for name in _SYSTEMS if name in user_agent), "").replace(" OS X", "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("A browser that says nothing of itself")


def team_pages(names: Iterable[str], rows: Iterable[Membership], switch_off: Callable[[UUID], str]) -> list[TeamOnPage]:
    """Show who is in each team, also in those that are empty, and first who works across the agency."""
    across = TeamOnPage(_("Across the agency"))
    pages = {name: TeamOnPage(name) for name in names}
    grouped: dict[tuple[str, UUID], list[Membership]] = {}
    for row in rows:
        grouped.setdefault((row.team.name if row.team else "", row.user_id), []).append(row)
    for (team, user_id), held in grouped.items():
        does = ", ".join(str(ROLE_NAMES[Role(row.role)]) for row in held)
        pages.get(team, across).people.append(Member(held[0].user.name, does, switch_off(user_id)))
    return ([across] if across.people else []) + list(pages.values())


def waiting(rows: Iterable[Invitation]) -> list[Waiting]:
    """Show the invitations that nobody has used yet."""
    return [
        Waiting(
            name=row.name,
            says=f"{ROLE_NAMES[Role(row.role)]}, {row.team.name}" if row.team else str(ROLE_NAMES[Role(row.role)]),
            until=row.expires_at,
            take_back=reverse("people:take_back", args=[row.agency_id, row.pk]),
        )
        for row in rows
    ]


def help_of(agency: Agency, information: CrisisInformation | None, contacts: list[CrisisContact]) -> Help | None:
    """Show what an agency says to do in a crisis, where it says anything."""
    if information is None:
        return None
    return Help(
        agency=agency.name,
        region=information.region,
        advice=information.advice,
        kept_by=information.kept_by,
        checked=information.checked_date,
        contacts=contacts,
    )


def cast_groups(people: Iterable[User], roles: dict[UUID, list[Role]], *, first: int = 6) -> list[Group]:
    """Show the people of a demonstration by what they do; whoever does several things stands with the first of them."""
    groups: dict[Role | None, list[User]] = {role: [] for role in (*Role, None)}
    for person in people:
        held = roles.get(person.pk, [])
        groups[min(held, key=list(Role).index) if held else None].append(person)
    return [
        Group(str(ROLE_NAMES[role]) if role else _("Somebody of a local organisation"), all_[:first], all_[first:])
        for role, all_ in groups.items()
        if all_
    ]
