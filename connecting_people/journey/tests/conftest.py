"""What the tests of this room share: addresses, and entries made through the actions."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.journey import actions
from connecting_people.journey.models import Entry
from connecting_people.people.models import User
from tests.cast import Cast


class Room:
    """The record of Asha and Ben, as each of the cast can reach it."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.partnership = cast.partnership

    def url(self, name: str, **ids: Any) -> str:
        return reverse(f"journey:{name}", kwargs={"partnership_id": self.partnership.pk, **ids})

    def signed_in(self, name: str) -> Client:
        client = Client()
        user = self.cast.user(name)
        if user:
            client.force_login(user)
        return client

    def get(self, name: str, page: str, query: str = "", **ids: Any) -> HttpResponse:
        return self.signed_in(name).get(self.url(page, **ids) + query)

    def post(self, name: str, page: str, said: dict[str, Any], **ids: Any) -> HttpResponse:
        return self.signed_in(name).post(self.url(page, **ids), said)

    def write(self, name: str, words: str = "We met by the river", **more: Any) -> Entry:
        """Write a note as somebody, and reach the entry as they do."""
        reached = self.cast.reach(name)
        by: User = getattr(self.cast, name)
        kept = reached.me if more.pop("kept", False) else None
        given = {"at": timezone.now(), "kind": "note", "line": words, "words": words, "kept_by": kept} | more
        return actions.record(by=by, partnership=reached, **given)

    def as_seen_by(self, name: str, entry: Entry) -> Entry:
        """Return the entry as it reaches somebody."""
        found = Entry.objects.select_related("voice").get(pk=entry.pk)
        found.partnership = self.cast.reach(name)
        return found

    def days_ago(self, days: int) -> Any:
        return (timezone.now() - timedelta(days=days)).date()


@pytest.fixture
def room(cast: Cast, settings: Any) -> Room:
    # The second factor has its own tests.
    settings.DEMO = True
    return Room(cast)


@pytest.fixture
def plain() -> Callable[[HttpResponse], str]:
    """Give the text of a page without what differs each time it is asked for."""
    import re

    def text(response: HttpResponse) -> str:
        page = response.content.decode()
        page = re.sub(r'<input type="hidden"[^>]*>', "", page)
        return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", page)

    return text
