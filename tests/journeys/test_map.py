"""The same map of twelve, by finger, by keyboard alone and without scripts: what each leaves is the same."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from django.utils import timezone
from playwright.sync_api import Page

from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.eyes import found_by_axe
from tests.journeys.map_by_keys import ByKeys
from tests.journeys.map_by_touch import ByTouch
from tests.journeys.map_without_scripts import WithoutScripts
from tests.journeys.people import go, sees
from tests.journeys.twelve import CLOSER, ENDED, KNOW, ON, SAID_OF_IT, TWELVE, WEEK, left_by, place_of, play

Hands = ByTouch | ByKeys | WithoutScripts


class Clock:
    """The clock of the server, which a test may put forward."""

    ahead = timedelta()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """Let time pass."""
    real, clock = timezone.now, Clock()
    monkeypatch.setattr(timezone, "now", lambda: real() + clock.ahead)
    return clock


@pytest.mark.parametrize("kind", [ByTouch, ByKeys, WithoutScripts])
def test_a_map_of_twelve_is_the_same_whichever_way_it_was_made(
    kind: type[Hands], cast: Cast, come_in: ComeIn, clock: Clock
) -> None:
    given_hana_has_the_same_map(cast, timezone.now())
    hands = come_to_the_map(kind, cast, come_in)
    when_twelve_are_put_on_the_map(hands)
    and_who_knows_whom(hands)
    then_axe_finds_nothing(hands, cast, come_in)
    clock.ahead = WEEK
    hands = come_to_the_map(kind, cast, come_in)
    when_two_move_and_one_ends(hands, cast)
    then_two_dates_tell_what_changed(hands)
    then_axe_finds_nothing(hands, cast, come_in)
    assert left_by(cast.partnership) == left_by(cast.hanas)


def given_hana_has_the_same_map(cast: Cast, today: datetime) -> None:
    play(cast.hana, cast.hanas, today)


def come_to_the_map(kind: type[Hands], cast: Cast, come_in: ComeIn) -> Hands:
    page = come_in(cast.asha, **kind.options)
    page.add_init_script(path=AXE_FILE_PATH)
    go(page, "connections:map", partnership_id=cast.partnership.pk)
    return kind(page)


def when_twelve_are_put_on_the_map(hands: Hands) -> None:
    hands.begin()
    for one in TWELVE[:-1]:
        hands.add(one, "Put on the map, and add another")
    hands.add(TWELVE[-1], "Put on the map")


def and_who_knows_whom(hands: Hands) -> None:
    for one, other in KNOW:
        hands.join(one, other)


def when_two_move_and_one_ends(hands: Hands, cast: Cast) -> None:
    hers = cast.reach("hana", cast.hanas)
    hands.closer(CLOSER, place_of(CLOSER, hers))
    hands.on(ON, place_of(ON, hers))
    hands.end(ENDED)


def then_two_dates_tell_what_changed(hands: Hands) -> None:
    hands.compare()
    sees(hands.page, *SAID_OF_IT)


def then_axe_finds_nothing(hands: Hands, cast: Cast, come_in: ComeIn) -> None:
    page = hands.page
    if isinstance(hands, WithoutScripts):
        page = with_scripts_that_say_nothing(cast, come_in, page.url)
    assert found_by_axe(page) == ""


def with_scripts_that_say_nothing(cast: Cast, come_in: ComeIn, address: str) -> Page:
    """Open a page as it is without scripts in a browser that can run axe, which is one."""
    page = come_in(cast.asha)
    page.add_init_script(path=AXE_FILE_PATH)
    page.route("**/*.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(address)
    return page
