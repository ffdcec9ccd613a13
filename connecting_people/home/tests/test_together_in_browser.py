"""A partnership's own picture in a real browser: by touch, by keyboard, without scripts, on paper."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page

from connecting_people.guide.processes import EXPLORING_ASPIRATIONS, FACILITATION, PROCESSES
from connecting_people.journey import actions as journey
from tests.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)
NARROW, WIDE = ".diagram--narrow", ".diagram--wide"
# Of each name in the square and the day beside it, how much room is between them.
ROOM = """(marks) => marks.map((mark) => [...mark.querySelectorAll("text")].map((text) => text.getBoundingClientRect()))
  .filter((texts) => texts.length === 2).map(([name, day]) => day.left - name.right)"""


@pytest.fixture
def cast(cast: Cast, settings) -> Cast:
    settings.DEMO = True
    at = cast.at - timedelta(days=400)
    journey.record(
        by=cast.ben,
        at=cast.at,
        partnership=cast.reach("ben"),
        kind="note",
        line="Rang the choir together",
        happened_date=at.date(),
        processes=[one.number for one in PROCESSES],
    )
    return cast


@pytest.fixture
def open_as_asha(browser: Browser, live_server, cast: Cast, settings) -> Iterator:
    contexts = []

    def opened(**screen) -> Page:
        client = Client()
        client.force_login(cast.asha)
        name = settings.SESSION_COOKIE_NAME
        context = browser.new_context(**screen)
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{live_server.url}/partnerships/{cast.partnership.pk}/")
        return page

    yield opened
    for context in contexts:
        context.close()


def _part(process) -> str:
    return f"a[data-part=process-{process.id}]"


@pytest.mark.parametrize(("width", "layout"), [(1280, WIDE), (375, NARROW)])
def test_a_day_of_another_year_stands_clear_of_the_name_beside_it(open_as_asha, width, layout):
    page = open_as_asha(viewport={"width": width, "height": 900})

    room = page.locator(f"{layout} [data-part^=process-]").evaluate_all(ROOM)

    assert len(room) == len(PROCESSES)
    assert min(room) >= 6


def test_a_finger_opens_what_was_done_and_leads_to_write_there(open_as_asha, axe):
    page = open_as_asha(viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True)

    page.locator(f"{NARROW} {_part(FACILITATION)}").tap()

    told = page.locator("[data-told]")
    assert "Rang the choir together" in told.inner_text()
    axe(page)
    told.get_by_role("link", name="Write something here").tap()
    page.wait_for_url(f"**/journey/write/?process={FACILITATION.number}")


def test_the_keyboard_opens_it_and_comes_back_to_the_same_part(open_as_asha):
    page = open_as_asha(viewport={"width": 1280, "height": 900})
    page.locator(f"{WIDE} {_part(FACILITATION)}").focus()

    page.keyboard.press("Enter")
    assert "Rang the choir together" in page.locator("[data-told]").inner_text()
    page.keyboard.press("Escape")

    assert page.evaluate("document.activeElement.dataset.part") == f"process-{FACILITATION.id}"


def test_without_scripts_a_part_leads_to_the_same_in_words(open_as_asha):
    page = open_as_asha(java_script_enabled=False, viewport={"width": 1280, "height": 900})

    page.locator(f"{WIDE} {_part(EXPLORING_ASPIRATIONS)}").click()

    assert page.url.endswith(f"#process-{EXPLORING_ASPIRATIONS.id}")
    assert page.locator(f"#process-{EXPLORING_ASPIRATIONS.id}").is_visible()


def test_on_paper_nothing_is_left_that_only_a_screen_can_do(open_as_asha):
    page = open_as_asha(viewport={"width": 800, "height": 900})

    page.emulate_media(media="print")

    assert page.locator(WIDE).is_visible()
    for words in ("Write something here", "Go past the picture"):
        assert not page.get_by_text(words).locator("visible=true").count()
