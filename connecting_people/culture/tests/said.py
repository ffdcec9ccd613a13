"""Ideas and offers of the cast, for the tests of this room."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.culture.actions import ideas, skills
from connecting_people.culture.models import Idea


def act(cast, name, at=None):
    """Who acts, and when."""
    return {"by": cast.user(name), "at": at or timezone.now()}


def an_idea(cast, name="asha", at=None, **more):
    """An idea of somebody's, in the open unless told otherwise."""
    return ideas.suggest(**act(cast, name, at), agency=cast.agency, **{"words": "A chair by the door"} | more)


def nameless(cast, name="asha", months_ago=1, **more):
    """An idea without a name, of an earlier month unless told otherwise, that still waits."""
    return an_idea(cast, name, timezone.now() - timedelta(days=31 * months_ago), named=False, **more)


def came_in(cast):
    """Let the ideas of the past months in, and return those without a name that stand on the board."""
    ideas.come_in(by=None, at=timezone.now(), agency=cast.agency)
    return list(Idea.objects.filter(by=None).exclude(state="waiting").order_by("pk"))


def moved(cast, idea, to, name="gwen", words=""):
    """Say what becomes of an idea."""
    idea.refresh_from_db()
    return ideas.move(**act(cast, name), idea=idea, to=to, version=idea.version, words=words)


def an_offer(cast, name="ben", words="I know every bus", what=("transport",), for_all=True):
    """Something that somebody can help with."""
    return skills.offer(**act(cast, name), agency=cast.agency, words=words, what=what, for_all=for_all)


def signed_in(cast, name):
    """A browser of somebody's."""
    client = Client()
    client.force_login(cast.user(name))
    return client


def address(cast, page, **ids):
    """Where a page of the cast's agency is."""
    return reverse(f"culture:{page}", kwargs={"agency_id": cast.agency.pk, **ids})


def main_of(response):
    """What stands in the page's main part."""
    return response.content.decode().split("<main", 1)[1].split("</main", 1)[0]
