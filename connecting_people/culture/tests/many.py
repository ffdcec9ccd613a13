"""Teams full of people, and what they said, for tests of what is told of many."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.core.london import day_of
from connecting_people.culture.actions import looks
from connecting_people.culture.actions.looks import Said
from connecting_people.culture.models import Look
from connecting_people.culture.quarters import before, quarter_of
from connecting_people.culture.rules import Mark, Voice
from connecting_people.measures.actions.practice import look_at_practice
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.people.actions import give_role, make_team, make_user
from connecting_people.people.models import Agency, Team, User
from connecting_people.people.rules import Role
from tests.cast import PASSWORD, Cast

LAST_QUARTER = before(quarter_of(timezone.localdate()))
_MINUTES = count()  # nobody answers twice in the same moment
FIRST, SECOND = "model-good-practice", "share-skills"


def in_quarter(quarter: date) -> datetime:
    """Return a moment of a quarter."""
    return timezone.make_aware(datetime(quarter.year, quarter.month, 20, 12))


def team(cast: Cast, name: str) -> Team:
    """Make a team of the agency."""
    return make_team(by=cast.gwen, at=cast.at, agency=cast.agency, name=name)


def people_in(cast: Cast, of: Team | None, how_many: int, role: Role = Role.PRACTITIONER) -> list[User]:
    """Let people join a team, or the agency."""
    found = []
    for number in range(how_many):
        name = f"{of.name if of else role} {number}"
        email = f"{name.replace(' ', '-').lower()}@example.org"
        user = make_user(by=None, at=cast.at, name=name, email=email, password=PASSWORD)
        give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=user, role=role, team=of)
        found.append(user)
    return found


def says(mark: Mark = Mark.OFTEN, **more: Any) -> Mapping[str, Said]:
    """Return what somebody says of the first practice."""
    return {FIRST: Said(mark, **more)}


def look(
    cast: Cast,
    by: User,
    said: Mapping[str, Said] | None = None,
    *,
    of: Team | None = None,
    voice: Voice = Voice.STAFF,
    at: datetime | None = None,
    version: int = 0,
    agency: Agency | None = None,
) -> Look:
    """Look at the practices."""
    given = {"by": by, "at": at or timezone.now(), "agency": agency or cast.agency, "team": of}
    return looks.look(**given, voice=voice, said=says() if said is None else said, version=version)


def all_look(cast: Cast, people: Iterable[User], marks: Iterable[Mark], **more: Any) -> None:
    """Let each of some people look, each with their mark, in the quarter that is just over."""
    given = {"at": in_quarter(LAST_QUARTER), **more}
    for one, mark in zip(people, marks, strict=True):
        look(cast, one, says(mark), **given)


def signed_in(user: User) -> Client:
    """Return a browser in which somebody is signed in."""
    client = Client()
    client.force_login(user)
    return client


def address(cast: Cast, page: str, **more: Any) -> str:
    """Return the address of a page of the agency."""
    return reverse(f"culture:{page}", kwargs={"agency_id": cast.agency.pk, **more})


def main_of(user: User, where: str) -> str:
    """Return what stands in the middle of a page."""
    response = signed_in(user).get(where)
    assert response.status_code == 200, (where, response.status_code)
    return str(response.content.decode().split("<main", 1)[1].split("</main", 1)[0])


def today() -> date:
    """Return the day in London."""
    return day_of(timezone.now())


def days_ago(number: int) -> date:
    """Return an earlier day."""
    return today() - timedelta(days=number)


def all_review(
    cast: Cast, people: Iterable[User], value: int = 3, quarter: date = LAST_QUARTER, *, counted: bool = True
) -> None:
    """Let each of some practitioners look at their own practice, with the same answer to everything."""
    answers = {item.id: value for item in latest()[PRACTICE].items}
    given: dict[str, Any] = {"agency": cast.agency, "answers": answers, "counted": counted}
    for one in people:
        look_at_practice(by=one, at=in_quarter(quarter) + timedelta(minutes=next(_MINUTES)), **given)
