"""All of it with scripts switched off: they only make better what works without them."""

import re

from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.people import follow, go, press, sees, sign_in, write


def given_asha_is_in(cast: Cast, come_in: ComeIn) -> Page:
    return come_in(cast.asha, java_script_enabled=False)


def test_signing_in(cast: Cast, come_in: ComeIn) -> None:
    page = come_in(java_script_enabled=False)
    go(page, "account_login")
    sign_in(page, cast.asha)
    sees(page, "Hello, Asha")


def test_the_first_conversation(cast: Cast, come_in: ComeIn) -> None:
    page = given_asha_is_in(cast, come_in)
    go(page, "getting_started:start", partnership_id=cast.partnership.pk)
    follow(page, "Begin the first conversation")
    follow(page, "Talk in your own way")
    write(page, "Asha says", "I like quiet places", "Keep this")
    go(page, "getting_started:start", partnership_id=cast.partnership.pk)
    sees(page, "I like quiet places")


def test_a_quick_note(cast: Cast, come_in: ComeIn) -> None:
    page = given_asha_is_in(cast, come_in)
    go(page, "journey:write", partnership_id=cast.partnership.pk)
    write(page, "What happened?", "The bus was late and we laughed", "Write it down")
    sees(page, "Written down.", "The bus was late and we laughed")


def test_asking_and_answering(cast: Cast, come_in: ComeIn) -> None:
    page, ben = given_asha_is_in(cast, come_in), come_in(cast.ben, java_script_enabled=False)
    go(page, "journey:ask", partnership_id=cast.partnership.pk)
    write(page, "What would you like to ask?", "Is there a choir near me?", "Ask")
    ben.goto("/")
    follow(ben, "Is there a choir near me?")
    if ben.get_by_role("main").get_by_role("link", name="Answer").count():
        follow(ben, "Answer")
    write(ben, "What do you say?", "There is one on Thursdays", "Answer")
    go(page, "journey:timeline", partnership_id=cast.partnership.pk)
    sees(page, "There is one on Thursdays")


def test_a_rest_and_the_way_back(cast: Cast, come_in: ComeIn) -> None:
    page = given_asha_is_in(cast, come_in)
    go(page, "partnership:pause", partnership_id=cast.partnership.pk)
    press(page, "Pause")
    page.goto("/")
    follow(page, "Come back")
    page.get_by_role("radio", name=re.compile("^4. ")).check()
    press(page, "Begin again here")
    expect(page.get_by_role("main")).not_to_contain_text("Paused since")


def test_leaving_quickly_by_the_button(cast: Cast, come_in: ComeIn) -> None:
    page = given_asha_is_in(cast, come_in)
    page.goto("/")
    page.get_by_role("button", name="Leave this page").click()
    page.wait_for_url("**/healthz")
    assert not Session.objects.exists()
