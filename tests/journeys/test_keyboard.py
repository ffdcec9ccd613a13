"""Everything by keyboard alone: each stop is seen, the content is one step away, and faults are found at once."""

from django.urls import reverse
from playwright.sync_api import expect

from tests.cast import PASSWORD, Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.keys import enter, tab_to
from tests.journeys.people import go, sees


def test_asha_signs_in_writes_and_reads_by_keyboard_alone(cast: Cast, come_in: ComeIn) -> None:
    page = come_in()
    page.goto("/")
    tab_to(page, "Sign in")
    enter(page)
    tab_to(page, "id_login")
    page.keyboard.type(cast.asha.email)
    tab_to(page, "id_password")
    page.keyboard.type(PASSWORD)
    enter(page)
    tab_to(page, "You and Ben")
    enter(page)
    tab_to(page, "Write something")
    enter(page)
    tab_to(page, "id_words")
    page.keyboard.type("We walked to the mill")
    tab_to(page, "Write it down")
    enter(page)
    expect(page.get_by_role("heading", name="The journey so far")).to_be_visible()
    sees(page, "We walked to the mill")


def test_the_first_stop_leads_past_the_top(cast: Cast, come_in: ComeIn) -> None:
    page = come_in(cast.asha)
    go(page, "journey:timeline", partnership_id=cast.partnership.pk)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Go to the main part of the page")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_what_is_to_be_looked_at_again_takes_the_focus_and_leads_to_the_field(cast: Cast, come_in: ComeIn) -> None:
    page = come_in(cast.asha)
    page.goto(reverse("journey:write", args=[cast.partnership.pk]))
    page.get_by_label("What happened?").focus()
    tab_to(page, "Write it down")
    enter(page)
    expect(page.get_by_role("alert").locator("xpath=..")).to_be_focused()
    tab_to(page, "Write a few words")
    page.keyboard.press("Enter")
    expect(page.get_by_label("What happened?")).to_be_focused()
