"""What the tests of this room do again and again."""

from datetime import date, time, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.core.london import day_of
from connecting_people.stepping_out.actions import planning
from connecting_people.stepping_out.actions.planning import Facts
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.queries import outing_in
from tests.cast import Cast


def today() -> date:
    """Return the day on which the tests run."""
    return day_of(timezone.now())


def by(cast: Cast, who: str, at: Any = None) -> dict[str, Any]:
    """Return who acts, when and where."""
    return {"by": cast.user(who), "at": at or timezone.now(), "partnership": cast.reach(who)}


def plan(cast: Cast, who: str = "asha", words: str = "Walk by the weir", days: int = 3, **more: Any) -> Outing:
    """Plan an outing so many days from today."""
    facts = more.pop("facts", Facts(today() + timedelta(days=days), begins=time(10, 30), place="Weir Hall"))
    return planning.plan(**by(cast, who), words=words, facts=facts, **more)[0]


def seen(cast: Cast, who: str, outing: Outing) -> Outing:
    """Return an outing as it reaches somebody."""
    return outing_in(cast.reach(who), outing.pk)


def tell(cast: Cast, who: str, outing: Outing, state: Any, **more: Any) -> Outing:
    """Say what became of an outing."""
    return planning.tell(**by(cast, who), outing=seen(cast, who, outing), state=state, **more)


def address(cast: Cast, name: str, **more: Any) -> str:
    """Return the address of a page of this room."""
    return reverse(f"stepping_out:{name}", kwargs={"partnership_id": cast.partnership.pk, **more})


def signed_in(cast: Cast, who: str) -> Client:
    """Sign somebody in."""
    client = Client()
    client.force_login(cast.user(who))
    return client


def day_boxes(name: str, day: date) -> dict[str, str]:
    """Return a day as its three boxes are sent."""
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}
