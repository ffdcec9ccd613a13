"""What the tests of this room do again and again."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.plans.actions import goals as actions
from connecting_people.plans.models import Goal
from connecting_people.plans.queries import goal_in
from connecting_people.plans.rules import Level, Sort
from tests.cast import Cast

WORDS = {Level.LESS: "Now and then", Level.HOPED: "Once a week", Level.MORE: "Twice a week"}


def by(cast: Cast, who: str, at: Any = None) -> dict[str, Any]:
    """Return who acts, when and where."""
    return {"by": cast.user(who), "at": at or timezone.now(), "partnership": cast.reach(who)}


def set_goal(cast: Cast, who: str = "asha", words: str = "Sing with others", **more: Any) -> Goal:
    """Set a goal for Asha."""
    return actions.set_goal(**by(cast, who), words=words, sort=Sort.ACTIVITY, **more)


def seen(cast: Cast, who: str, goal: Goal) -> Goal:
    """Return a goal as it reaches somebody."""
    return goal_in(cast.reach(who), goal.pk)


def scale(cast: Cast, goal: Goal, who: str = "asha", version: int = 0, **more: Any) -> Any:
    """Put the levels of a goal into words."""
    given = {"levels": WORDS, "start": Level.LESS} | more
    return actions.say_scale(**by(cast, who), goal=seen(cast, who, goal), version=version, **given)


def rate(cast: Cast, who: str, goal: Goal, level: Level, **more: Any) -> Any:
    """Say where somebody sees a goal."""
    return actions.rate(**by(cast, who), goal=seen(cast, who, goal), level=level, **more)


def address(cast: Cast, name: str, **more: Any) -> str:
    """Return the address of a page of this room."""
    return reverse(f"plans:{name}", kwargs={"partnership_id": cast.partnership.pk, **more})


def signed_in(cast: Cast, who: str) -> Client:
    """Sign somebody in."""
    client = Client()
    client.force_login(cast.user(who))
    return client


def text_of(client: Client, page: str) -> str:
    """Return what a page says."""
    return client.get(page).content.decode()
