"""Pairs explain Connecting People to each other, and swap at half time on every screen, all by itself."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from connecting_people.training.actions import pairs, seats, timers
from connecting_people.training.door import SEAT
from connecting_people.training.models import Room
from connecting_people.training.rules import Who
from connecting_people.training.tests.rooms import a_training, again, an_open_room
from tests.cast import Cast
from tests.journeys.conftest import ComeIn

WAIT = 20_000
MINUTES = 10
SWAP = "Time to swap: now the next one tells."


@pytest.fixture
def room(cast: Cast) -> Room:
    return an_open_room(cast.femi, a_training(cast.femi, cast.agency, ("tell-a-colleague",)), "tell-a-colleague")


def sits_down(page: Page, room: Room, name: str, address: str) -> Page:
    """Take a seat, and keep it in this browser."""
    at = timezone.now()
    _trainee, secret = seats.take_seat(by=None, at=at, room=room, name=name, who=Who.PRACTITIONER)
    page.context.add_cookies([{"name": SEAT, "value": secret, "url": address}])
    return page


def just_after_half_time(room: Room) -> None:
    """Let the timer on the server be where it is shortly after half time."""
    left = timedelta(minutes=MINUTES / 2, seconds=-10)
    Room.objects.filter(pk=room.pk).update(timer_ends_at=timezone.now() + left)


def turn_on(page: Page, says: str) -> None:
    expect(page.locator(".swap [aria-current=time]")).to_contain_text(says, timeout=WAIT)
    expect(page.locator(".swap [aria-current=time] .swap__now")).to_be_visible()
    expect(page.locator(".swap__turn.is-now")).to_have_count(1)


def test_at_half_time_every_screen_shows_by_itself_who_tells_now(
    cast: Cast, room: Room, come_in: ComeIn, live_server: object
) -> None:
    femi, wall = come_in(cast.femi), come_in(cast.femi)
    address = str(getattr(live_server, "url"))  # noqa: B009
    hers = sits_down(come_in(viewport={"width": 375, "height": 720}), room, "Priya", address)
    plain = sits_down(come_in(java_script_enabled=False), room, "Tom", address)
    pairs.share_out(by=cast.femi, at=timezone.now(), room=again(room), size=2)
    timers.start(by=cast.femi, at=timezone.now(), room=again(room), minutes=MINUTES)
    for page in (femi, wall, hers):
        page.clock.install()
    ids = {"agency_id": cast.agency.pk, "training_id": room.training_id}
    femi.goto(reverse("training:trainer", kwargs=ids))
    wall.goto(reverse("training:projector", kwargs={**ids, "track": 0}))
    for page in (hers, plain):
        page.goto(reverse("training:seat"))
    for page, says in ((femi, "The first of you tells"), (wall, "The first of you tells"), (hers, "You tell")):
        turn_on(page, says)
        expect(page.get_by_text(SWAP)).to_have_count(0)
        page.evaluate("window.here = true")

    for page, says in ((femi, "The other tells"), (wall, "The other tells"), (hers, "Tom tells")):
        page.clock.fast_forward(MINUTES * 60_000 // 2)
        turn_on(page, says)
        expect(page.get_by_text(SWAP)).to_be_visible()
        assert page.evaluate("window.here")  # it was never loaded again
    just_after_half_time(room)
    plain.reload()
    turn_on(plain, "You tell")
    expect(plain.get_by_text(SWAP)).to_be_visible()


def test_a_timer_that_starts_stands_still_or_is_put_away_moves_the_turns_with_it(
    cast: Cast, room: Room, come_in: ComeIn
) -> None:
    femi, wall = come_in(cast.femi), come_in(cast.femi)
    ids = {"agency_id": cast.agency.pk, "training_id": room.training_id}
    femi.goto(reverse("training:trainer", kwargs=ids))
    wall.goto(reverse("training:projector", kwargs={**ids, "track": 0}))
    expect(wall.locator(".swap [aria-current]")).to_have_count(0)

    femi.get_by_label("Minutes", exact=True).fill("6")
    femi.get_by_role("button", name="Start the timer").click()
    for page in (femi, wall):
        turn_on(page, "The first of you tells")
    expect(wall.locator(".swap__turn").first).to_contain_text("until", timeout=WAIT)
    femi.get_by_role("button", name="Pause").click()
    for page in (femi, wall):
        expect(page.locator(".swap__turn").first).to_contain_text("3 minutes", timeout=WAIT)
        turn_on(page, "The first of you tells")
    femi.get_by_role("button", name="Put it away").click()
    for page in (femi, wall):
        expect(page.locator(".swap [aria-current]")).to_have_count(0, timeout=WAIT)
