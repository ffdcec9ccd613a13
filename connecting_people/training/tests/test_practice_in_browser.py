"""The practice space in a real browser: by mouse and by keyboard, for every eye, and without scripts."""

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from connecting_people.connections.tests.board import SIDEWAYS, drag, mark, place_of
from connecting_people.training.actions import practice
from connecting_people.training.door import SEAT
from connecting_people.training.models import PracticeSpace
from connecting_people.training.queries.practice import map_of
from connecting_people.training.tests.seats import block_of, fill, group_of, open_room, somebody, take_seat

PAGES = (
    "/practice/", "/practice/map/", "/practice/map/list/", "/practice/map/says/?show=yes", "/practice/map/rings/",
    "/practice/map/add/", "/practice/review/answer/", "/practice/review/", "/practice/delete/",
    "/training/case/?to=7", "/training/case/?all=yes",
)  # fmt: skip


def sit_down(page: Page, live_server, secret: str = "priya") -> None:
    page.context.add_cookies([{"name": SEAT, "value": secret, "url": live_server.url}])


def facts_of(seat):
    return {facts.name: facts for facts in map_of(PracticeSpace.objects.get(trainee=seat)).facts.values()}


def test_somebody_is_added_and_dragged_and_is_still_there_afterwards(cast, page, live_server):
    seat = take_seat(open_room(cast))
    sit_down(page, live_server)
    page.goto(f"{live_server.url}/practice/map/")
    page.get_by_role("link", name="Add someone").click()
    page.get_by_label("What do you call them?").fill("Meera")
    page.get_by_label("Part of life", exact=True).select_option("friends")
    page.get_by_label("Further out").check()
    page.get_by_role("button", name="Put on the map", exact=True).click()
    before = place_of(page, "Meera")
    drag(page, "Meera", (550, 480))
    expect(mark(page, "Meera")).not_to_have_attribute("transform", before)
    expect(page.locator(".board [data-says]")).to_contain_text("Meera")
    page.reload()
    assert facts_of(seat)["Meera"].ring == 1
    page.get_by_role("button", name="Undo").click()
    expect(mark(page, "Meera")).to_have_attribute("transform", before)


def test_by_keyboard_alone_somebody_moves_closer(cast, page, live_server):
    seat = take_seat(open_room(cast))
    somebody(seat, "Meera", ring=3, kind="friends")
    sit_down(page, live_server)
    page.goto(f"{live_server.url}/practice/map/")
    mark(page, "Meera").focus()
    with page.expect_response(lambda answer: "/practice/map/move/" in answer.url):
        page.keyboard.press("Shift+ArrowUp")
    expect(page.locator(".board [data-says]")).to_contain_text("Close")
    assert facts_of(seat)["Meera"].ring == 2


def test_without_scripts_the_list_does_it_all(cast, browser: Browser, live_server):
    seat = take_seat(open_room(cast))
    somebody(seat, "Meera", ring=3, kind="friends")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sit_down(page, live_server)
    page.goto(f"{live_server.url}/practice/map/list/")
    page.locator("button[value$=closer]").click()
    expect(page.get_by_role("heading", name="Close 1")).to_be_visible()
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("heading", name="Further out 1")).to_be_visible()
    page.goto(f"{live_server.url}/training/case/")
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_text("I never know where to put my coat")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_for_every_eye_and_fits_a_phone(cast, page, live_server, axe, scheme):
    seat = take_seat(open_room(cast), name="Wojciech Brzęczyszczykiewicz of Llanfairpwllgwyngyll")
    fill(seat, 12)
    somebody(seat, "A" * 200, ring=1, kind="family")
    practice.answer(by=seat, at=timezone.now(), answers={"agency-model": 3})
    sit_down(page, live_server)
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 700})
    for address in PAGES:
        page.goto(live_server.url + address)
        axe(page)
        assert not page.evaluate(SIDEWAYS), address


@pytest.mark.urls("connecting_people.training.tests.beside_board")
def test_what_stands_beside_a_board_is_for_every_eye(cast, page, live_server, axe, settings):
    settings.OPEN_PAGES = settings.OPEN_PAGES | {"beside"}
    room = open_room(cast)
    one, other = take_seat(room), take_seat(room, "tom", name="A" * 80)
    fill(one, 8)
    practice.show(by=one, at=timezone.now())
    sit_down(page, live_server)
    page.set_viewport_size({"width": 320, "height": 700})
    for activity in ("research-and-policy", "explainer", "own-map", "finding-goals", "disclosure", "tell-a-colleague"):
        block = block_of(room, activity)
        group_of(room, block, 1, one, other)
        for screen in ("trainee", "projector"):
            page.goto(f"{live_server.url}/beside/{screen}/{block.pk}/")
            axe(page)
            assert not page.evaluate(SIDEWAYS), (activity, screen)
