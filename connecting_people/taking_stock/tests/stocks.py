"""What the tests of this room do again and again."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.core.london import day_of
from connecting_people.taking_stock.actions.taking import Answer, take
from connecting_people.taking_stock.models import StockView
from connecting_people.taking_stock.queries.stock import key_of
from connecting_people.taking_stock.queries.takes import open_view
from connecting_people.taking_stock.queries.things import Thing, things
from connecting_people.taking_stock.rules import About, Choice
from tests.cast import Cast

KEEP, CHANGE, STOP = Choice.KEEP, Choice.CHANGE, Choice.STOP


def by(cast: Cast, who: str, at: Any = None) -> dict[str, Any]:
    """Return who acts, when and where."""
    return {"by": cast.user(who), "at": at or timezone.now(), "partnership": cast.reach(who)}


def there(cast: Cast, who: str) -> list[Thing]:
    """Return what somebody could take stock of today."""
    return things(cast.reach(who), day_of(timezone.now()))


def of_goal(goal: Any, choice: Choice = KEEP, why: str = "") -> Answer:
    """Say something of a goal."""
    return Answer(key_of(About.GOAL, goal.pk), choice, why)


def of_outing(outing: Any, choice: Choice = KEEP, why: str = "") -> Answer:
    """Say something of an outing."""
    return Answer(key_of(About.OUTING, outing.entry_id), choice, why)


def of_connection(connection_id: UUID, choice: Choice = KEEP, why: str = "") -> Answer:
    """Say something of somebody on the map."""
    return Answer(key_of(About.CONNECTION, connection_id), choice, why)


def of_support(choice: Choice = KEEP, why: str = "") -> Answer:
    """Say something of the support."""
    return Answer(About.SUPPORT.value, choice, why)


def stock(cast: Cast, who: str, *answers: Answer, days_ago: int = 0, **more: Any) -> StockView:
    """Take stock, so many days ago."""
    at = timezone.now() - timedelta(days=days_ago)
    return take(**by(cast, who, at), answers=answers, **more)


def seen_by(cast: Cast, who: str) -> str:
    """Return the mark of somebody's view as it stands."""
    here = cast.reach(who)
    now = open_view(here, here.me, day_of(timezone.now()))
    return now.seen if now else ""


def address(cast: Cast, name: str, **more: Any) -> str:
    """Return the address of a page of this room."""
    return reverse(f"taking_stock:{name}", kwargs={"partnership_id": cast.partnership.pk, **more})


def signed_in(cast: Cast, who: str) -> Client:
    """Sign somebody in."""
    client = Client()
    client.force_login(cast.user(who))
    return client


def text_of(client: Client, page: str) -> str:
    """Return what a page says."""
    return client.get(page).content.decode()
