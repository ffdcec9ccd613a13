"""What the layout of every page shows of the person who is signed in."""

from dataclasses import dataclass
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.people import devices, presenters, queries
from connecting_people.people.roles import May
from connecting_people.people.standing import Standing


@dataclass(frozen=True)
class Shell:
    """The layout's own view of the person: names, words and the ways to go."""

    user_name: str | None
    agency_name: str | None
    nav: list[tuple[str, str, bool]]
    service_user_word: str
    service_users_word: str
    demo: bool
    shared_device: bool


@dataclass(frozen=True)
class Entrance:
    """What the sign-in page offers besides a password: organisations, and in demo mode the invented people."""

    organisations: list[tuple[str, str]]
    to_join: list[tuple[str, str]]
    groups: list[presenters.Group]


def shell(request: HttpRequest) -> dict[str, Any]:
    """Give every template `shell`, and what a few pages show besides; nothing is read until a template asks."""
    return {
        "agency_posters": SimpleLazyObject(lambda: _posters(request)),
        "shell": SimpleLazyObject(lambda: _shell(request)),
        "entrance": SimpleLazyObject(lambda: _entrance(request)),
    }


def _shell(request: HttpRequest) -> Shell:
    standing: Standing | None = getattr(request, "standing", None)
    agencies = standing.agencies if standing else []
    agency = agencies[0] if agencies else None
    return Shell(
        user_name=standing.user.name if standing else None,
        agency_name=agency.name if agency else None,
        nav=_nav(request, standing),
        service_user_word=(agency.service_user_word if agency else "") or _("service user"),
        service_users_word=(agency.service_users_word if agency else "") or _("service users"),
        demo=settings.DEMO,
        shared_device=bool(standing and devices.is_shared(request)),
    )


def _nav(request: HttpRequest, standing: Standing | None) -> list[tuple[str, str, bool]]:
    ways = [(_("Your page"), "home:first")] if standing else []
    if standing and standing.where(May.SEE_TEAM):
        ways.append((_("Your agency"), "home:agency"))
    if standing and standing.where(May.SEE_AUDIT):
        ways.append((_("Who looked where"), "home:audit"))
    ways.append((_("The model"), "guide:model"))
    if standing:
        ways.append((_("Your account"), "people:account"))
    found = [(label, address(name), request.path == address(name)) for label, name in ways]
    for agency in standing.agencies[:1] if standing else ():
        area = address("community:find", agency_id=agency.pk)
        found.insert(1, (_("Your local area"), area, request.path.startswith(area)))
    return found


def _posters(request: HttpRequest) -> list[presenters.Way]:
    standing: Standing | None = getattr(request, "standing", None)
    return presenters.posters_of(standing) if standing else []


def _entrance(request: HttpRequest) -> Entrance:
    after = {"next": request.GET["next"]} if "next" in request.GET else {}
    providers = get_adapter(request).list_providers(request)
    groups = presenters.cast_groups(queries.demo_people(), queries.demo_roles()) if settings.DEMO else []
    return Entrance(
        organisations=[(p.name, p.get_login_url(request, process="login", **after)) for p in providers],
        to_join=[(p.name, p.get_login_url(request, process="connect")) for p in providers],
        groups=groups,
    )
