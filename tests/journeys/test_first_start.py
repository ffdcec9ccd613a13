"""An empty database, the first agency, its first practitioner, and a person who joins later."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.cast import PASSWORD
from tests.journeys.conftest import ComeIn
from tests.journeys.people import code_now, follow, press, sees, write

SAID = "I would like to sing again"


def test_an_agency_begins_from_nothing_and_a_person_confirms_what_was_written_down(
    live_server: Any, come_in: ComeIn
) -> None:
    gwen, ben, asha = come_in(), come_in(), come_in()
    given_gwen_makes_the_agency(gwen)
    staff_link = when_gwen_makes_a_team_and_a_link(gwen)
    when_ben_joins_with_an_app(ben, staff_link)
    when_ben_begins_with_asha_who_has_no_login(ben)
    when_asha_joins_by_her_link(asha, ben)
    then_asha_confirms_what_was_written_down(asha, ben)


def given_gwen_makes_the_agency(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("set up your agency")
    page.get_by_label("What is your agency called?").fill("Riverside Community Support")
    page.get_by_role("radio").first.check()
    fill_in_login(page, "Gwen")
    press(page, "Set up and sign in")
    add_app(page)


def when_gwen_makes_a_team_and_a_link(page: Page) -> str:
    follow(page, "Your agency")
    follow(page, "People and invitations")
    follow(page, "Make a team")
    write(page, "What is the team called?", "North team", "Make the team")
    follow(page, "Invite somebody")
    page.get_by_label("Whom do you invite?").fill("Ben")
    page.get_by_label("Practitioner", exact=True).check()
    page.get_by_label("In which team?").select_option(label="North team")
    press(page, "Make the link")
    return page.get_by_label("Link to pass on").input_value()


def when_ben_joins_with_an_app(page: Page, link: str) -> None:
    page.goto(link)
    sees(page, "Gwen invites you to Riverside Community Support")
    fill_in_login(page, "Ben")
    press(page, "Join")
    add_app(page)


def when_ben_begins_with_asha_who_has_no_login(page: Page) -> None:
    follow(page, "Begin with someone")
    write(page, "What would they like to be called?", "Asha", "Begin")
    follow_tab(page, "Write something")
    page.get_by_label("Asha", exact=True).check()
    write(page, "What happened?", SAID, "Write it down")
    sees(page, SAID, "Said by Asha, written down by Ben")


def when_asha_joins_by_her_link(asha: Page, ben: Page) -> None:
    follow_tab(ben, "People")
    follow(ben, "Make a link for Asha")
    press(ben, "Make the link")
    asha.goto(ben.locator(".one-link").inner_text())
    sees(asha, "Ben would like to go on with you here.")
    fill_in_login(asha, "Asha")
    press(asha, "Join")


def then_asha_confirms_what_was_written_down(asha: Page, ben: Page) -> None:
    follow(asha, f"Waits for your word: {SAID}")
    press(asha, "Yes, I said that")
    sees(asha, SAID)
    follow_tab(ben, "Journey")
    sees(ben, SAID, "Asha says this is right")


def fill_in_login(page: Page, name: str) -> None:
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your e-mail address").fill(f"{name.lower()}@example.org")
    page.get_by_label("Choose a password", exact=True).fill(PASSWORD)


def add_app(page: Page) -> None:
    """Go through the page on which staff add a second way, from the first page that sends them there."""
    if "/accounts/" not in page.url:
        page.goto("/agency/")
    expect(page.get_by_role("heading", level=1)).to_have_text("A second way to show that it is you")
    follow(page, "Add an app")
    if page.get_by_label("Your password", exact=True).count():
        write(page, "Your password", PASSWORD, "Go on")
    write(page, "The code that your app shows now", code_now(page.locator("main code").inner_text()), "Add the app")
    follow(page, "I have kept them: go on")


def follow_tab(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Your partnership").get_by_role("link", name=name).click()
    page.wait_for_url(re.compile("/(write|people|journey)/$"))
