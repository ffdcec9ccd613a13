"""The look in a real browser: for every eye, on every width, and left in a moment."""

import time
from collections.abc import Callable, Iterator

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tests.cast import Cast

SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def signed_in(page, live_server, cast: Cast, settings) -> Iterator[Callable[[], None]]:
    """Sign Asha in, in the browser; the way out leads to a page of this machine."""
    settings.QUICK_EXIT_URL = f"{live_server.url}/healthz"
    client = Client()
    client.force_login(cast.asha)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    page.goto(f"{live_server.url}/look/")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_component_is_accessible_and_fits(page, live_server, axe, scheme, width):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(f"{live_server.url}/styleguide/")

    assert not page.evaluate(SIDEWAYS)
    axe(page)


@pytest.mark.parametrize("text", ["large", "larger"])
def test_large_text_fits_the_smallest_page(page, live_server, axe, text):
    page.context.add_cookies([{"name": "look", "value": f"dark-{text}-on", "url": live_server.url}])
    page.set_viewport_size({"width": 320, "height": 640})

    page.goto(f"{live_server.url}/styleguide/")

    assert not page.evaluate(SIDEWAYS)
    axe(page)


def test_nothing_is_lost_where_colours_are_forced(page, live_server, axe):
    page.emulate_media(forced_colors="active")

    page.goto(f"{live_server.url}/styleguide/")

    assert (
        page.locator(".voice--practitioner").first.evaluate("e => getComputedStyle(e, '::before').borderLeftWidth")
        == "6px"
    )
    axe(page)


def test_the_console_is_silent(page, live_server):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))

    page.goto(f"{live_server.url}/look/")

    assert page.locator("body.js-enabled").count() == 1
    assert said == []


def test_on_paper_there_is_nothing_to_press(page, live_server):
    page.goto(f"{live_server.url}/styleguide/")
    page.emulate_media(media="print")

    assert not page.locator(".foot").is_visible()
    assert page.locator(".voice").first.is_visible()


def test_the_button_leaves_at_once_and_back_shows_nothing(signed_in, live_server):
    page = signed_in

    page.get_by_role("button", name="Leave this page").click()

    page.wait_for_url("**/healthz")
    _wait_until(lambda: not Session.objects.exists())
    page.goto(f"{live_server.url}/look/")
    assert page.get_by_text("Asha").count() <= 1  # the example of the page itself, no name of hers
    assert page.get_by_role("button", name="Leave this page").count() == 0


def test_shift_three_times_leaves_but_capitals_do_not(signed_in):
    page = signed_in

    for key in ("A", "B", "C", "D"):
        page.keyboard.press(f"Shift+{key}")
    assert page.url.endswith("/look/")
    for _press in range(3):
        page.keyboard.press("Shift")

    page.wait_for_url("**/healthz")
    _wait_until(lambda: not Session.objects.exists())


def test_the_shortcut_can_be_switched_off(signed_in):
    page = signed_in
    page.get_by_label("Off").check()
    page.get_by_role("button", name="Use this look").click()
    page.wait_for_load_state()

    for _press in range(4):
        page.keyboard.press("Shift")
    page.wait_for_timeout(200)

    assert page.url.endswith("/look/")


def test_without_scripts_the_way_out_is_open_too(browser, live_server, cast: Cast, settings):
    settings.QUICK_EXIT_URL = f"{live_server.url}/healthz"
    client = Client()
    client.force_login(cast.asha)
    name = settings.SESSION_COOKIE_NAME
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}/look/")

    page.get_by_role("button", name="Leave this page").click()

    page.wait_for_url("**/healthz")
    assert not Session.objects.exists()
    context.close()


def _wait_until(done: Callable[[], bool]) -> None:
    until = time.monotonic() + 5
    while not done() and time.monotonic() < until:
        time.sleep(0.05)
    assert done()
