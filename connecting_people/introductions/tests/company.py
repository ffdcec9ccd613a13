"""What the tests of this room do again and again: two pairs of one agency, Asha with Ben and Hana with Dev."""

from datetime import date, time, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.community.models import Area
from connecting_people.core.london import day_of
from connecting_people.introductions import actions
from connecting_people.introductions.models import Fit, Proposal, Side, Wish
from connecting_people.introductions.queries import side_in, sides_of
from connecting_people.introductions.rules import EVERY_DAY
from tests.cast import Cast

PRACTITIONER = {"asha": "ben", "hana": "dev"}


def area(cast: Cast) -> None:
    """Draw the agency's area, so that there is a point to measure from."""
    Area.objects.get_or_create(
        agency=cast.agency, whole=True, defaults={"name": "Tarrowby", "latitude": 52.0, "longitude": -1.0}
    )


def here(cast: Cast, who: str) -> Any:
    """Return the partnership as it reaches somebody."""
    return cast.reach(who, cast.partnership if who in ("asha", "ben") else cast.hanas)


def by(cast: Cast, who: str, at: Any = None) -> dict[str, Any]:
    """Return who acts, when and where."""
    return {"by": cast.user(who), "at": at or timezone.now(), "partnership": here(cast, who)}


def soon(days: int = 30) -> date:
    """Return a day to come."""
    return day_of(timezone.now()) + timedelta(days=days)


def wish(
    cast: Cast, who: str, interest: str = "walking", until: date | None = None, says_name: bool = False, **ways: Any
) -> Wish:
    """Say what somebody would like company for."""
    area(cast)
    said = actions.Ways(**{"days": EVERY_DAY, "km": 5, "says_name": says_name} | ways)
    return actions.wish(**by(cast, who), interest=interest, until_date=until or soon(), ways=said)


def fits(cast: Cast, who: str, says_name: bool = False) -> Fit:
    """Say that introductions fit."""
    return actions.say_fits(**by(cast, who), says_name=says_name)


def all_four(cast: Cast, **more: Any) -> None:
    """Say all four yeses."""
    for person, practitioner in PRACTITIONER.items():
        wish(cast, person, **more)
        fits(cast, practitioner)


def daily(cast: Cast, at: Any = None) -> int:
    """Look through the agency once, as the command does each day."""
    return actions.bring_together(by=None, at=at or timezone.now(), agency=cast.agency)


def introduced(cast: Cast, **more: Any) -> tuple[Side, Side]:
    """Bring the two pairs together; return Asha's side and Hana's."""
    all_four(cast, **more)
    assert daily(cast) == 1
    return side(cast, "asha"), side(cast, "hana")


def side(cast: Cast, who: str) -> Side:
    """Return the newest introduction as it reaches somebody."""
    partnership = here(cast, who)
    first = sides_of(partnership).first()
    assert first
    return side_in(partnership, first.pk)


def propose(cast: Cast, who: str, number: int = 0, **more: Any) -> Proposal:
    """Propose a place and a time."""
    given = {"place": "The café by the weir", "meeting_date": soon(7), "begins": time(11)} | more
    return actions.propose(**by(cast, who), side=side(cast, who), number=number, **given)


def address(cast: Cast, name: str, who: str = "asha", **more: Any) -> str:
    """Return the address of a page of this room."""
    return reverse(f"introductions:{name}", kwargs={"partnership_id": here(cast, who).pk, **more})


def signed_in(cast: Cast, who: str) -> Client:
    """Sign somebody in."""
    client = Client()
    client.force_login(cast.user(who))
    return client


def text_of(cast: Cast, who: str, page: str) -> str:
    """Return what a page says to somebody."""
    return signed_in(cast, who).get(page).content.decode()
