"""Somebody looks over your shoulder: one press, and nothing is left to go back to."""

import time

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Page

from connecting_people.journey import actions as journey
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.people import go, sees, sees_nothing_of

WORDS = "What nobody beside me should read"


@pytest.fixture
def left(cast: Cast, come_in: ComeIn) -> Page:
    """Let Asha read her journey and leave it in a hurry."""
    journey.record(
        by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), kind="note", line=WORDS, words=WORDS
    )
    page = come_in(cast.asha)
    page.goto("/")
    go(page, "journey:timeline", partnership_id=cast.partnership.pk)
    sees(page, WORDS)
    page.get_by_role("button", name="Leave this page").click()
    page.wait_for_url("**/healthz")
    # The page is gone at once; the word to the server travels beside it.
    until = time.monotonic() + 5
    while Session.objects.exists() and time.monotonic() < until:
        time.sleep(0.05)
    return page


def test_the_session_is_dead(left: Page) -> None:
    assert not Session.objects.exists()


def test_back_and_reload_show_nothing_private(left: Page, cast: Cast) -> None:
    for move in (left.go_back, left.reload, left.go_back, left.reload):
        move()
        sees_nothing_of(left, WORDS, "Asha", "Ben")


def test_the_address_itself_asks_who_is_there(left: Page, cast: Cast) -> None:
    go(left, "journey:timeline", partnership_id=cast.partnership.pk)
    assert "/accounts/login/" in left.url
