"""Asha and Ben, each at a browser of their own, from the first talk through all eight steps."""

import re

from django.urls import reverse
from playwright.sync_api import Page, expect

from connecting_people.guide.steps import STEPS
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.people import follow, go, press, sees, sign_in, write

BENS_HOPE = "I hope that we find two places where you like to be"
ASHAS_TALK = "New rooms make my heart race, but I like buses"
BENS_TALK = "I know how that feels from my first week here"
BENS_WAY = "We ring the crisis line together"
ASHAS_WAY = "I would ring my sister first"
OF_STEP = {step.number: f"What we did about number {step.number}: {step.name}" for step in STEPS}


def test_two_people_begin_rest_come_back_and_go_through_all_eight_steps(cast: Cast, come_in: ComeIn) -> None:
    asha, ben = come_in(), come_in()
    given_both_have_signed_in(asha, ben, cast)
    when_both_write_in_getting_started(asha, ben)
    when_asha_sees_a_thing_differently(asha, ben)
    when_asha_rests_and_comes_back_at_step_four(asha, ben)
    when_they_take_turns_through_all_the_steps(asha, ben, cast)
    for page in (asha, ben):
        then_all_of_it_is_there(page, cast)


def given_both_have_signed_in(asha: Page, ben: Page, cast: Cast) -> None:
    for page, user, staff in ((asha, cast.asha, False), (ben, cast.ben, True)):
        page.goto("/")
        follow(page, "Sign in")
        sign_in(page, user, code=staff)
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Hello, {user.name}")


def when_both_write_in_getting_started(asha: Page, ben: Page) -> None:
    follow(ben, "Asha")
    follow(ben, "Have the first conversation")
    follow(ben, "Talk in your own way")
    write(ben, "Ben says", BENS_TALK, "Keep this")
    asha.locator(".own__title a").click()
    asha.wait_for_url(re.compile("/partnerships/"))
    go_to_getting_started(asha)
    sees(asha, BENS_TALK)
    follow(asha, "The first conversation")
    follow(asha, "Talk in your own way")
    write(asha, "Asha says", ASHAS_TALK, "Keep this")
    go_to_getting_started(ben)
    sees(ben, ASHAS_TALK)
    follow(ben, "What each hopes for")
    ben.get_by_role("region", name="Ben").get_by_role("textbox").first.fill(BENS_HOPE)
    press(ben, "Keep this")


def when_asha_sees_a_thing_differently(asha: Page, ben: Page) -> None:
    go_to_getting_started(ben)
    follow(ben, "How we work together")
    ben.locator("#crisis-service_user").get_by_role("link", name=re.compile("^Write it down")).click()
    ben.locator("textarea").fill(BENS_WAY)
    press(ben, "Propose this")
    go_to_getting_started(asha)
    sees(asha, "Something here waits for your word.")
    follow(asha, "How we work together")
    follow(asha, "I see it differently")
    write(asha, "How do you see it?", ASHAS_WAY, "Set it beside")
    go_to_getting_started(asha)
    follow(asha, "How we work together")
    sees(asha, "Seen differently", BENS_WAY, ASHAS_WAY)
    go_to_getting_started(ben)
    follow(ben, "How we work together")
    sees(ben, "Seen differently", BENS_WAY, ASHAS_WAY)


def when_asha_rests_and_comes_back_at_step_four(asha: Page, ben: Page) -> None:
    together(asha)
    follow(asha, "Have a rest")
    press(asha, "Pause")
    together(ben)
    sees(ben, "Paused since")
    together(asha)
    follow(asha, "Come back")
    asha.get_by_role("radio", name=re.compile("^4. ")).check()
    press(asha, "Begin again here")
    together(ben)
    expect(ben.get_by_role("main")).not_to_contain_text("Paused since")


def when_they_take_turns_through_all_the_steps(asha: Page, ben: Page, cast: Cast) -> None:
    for step in (*STEPS[3:], *STEPS[:3]):
        one, other = (asha, ben) if step.number % 2 == 0 else (ben, asha)
        go(one, "home:step", partnership_id=cast.partnership.pk, number=step.number)
        follow(one, "Write something here")
        expect(one.get_by_label(str(step.name), exact=True)).to_be_checked()
        write(one, "What happened?", OF_STEP[step.number], "Write it down")
        go(other, "home:step", partnership_id=cast.partnership.pk, number=step.number)
        sees(other, OF_STEP[step.number])


def then_all_of_it_is_there(page: Page, cast: Cast) -> None:
    go(page, "journey:timeline", partnership_id=cast.partnership.pk)
    sees(page, ASHAS_TALK, BENS_TALK, BENS_HOPE, "Seen differently", *OF_STEP.values())
    sees(page, "A pause began", "Back again, at step 4")


def test_what_a_step_offers_beyond_notes_reaches_the_other(cast: Cast, come_in: ComeIn) -> None:
    asha, ben, here = come_in(cast.asha), come_in(cast.ben), {"partnership_id": cast.partnership.pk}
    go(ben, "home:step", number=5, **here)
    follow(ben, "What we said we would do")
    follow(ben, "Add something")
    ben.get_by_label("I do").check()
    write(ben, "What is it?", "I will ring the community hall", "Write it down")
    go(asha, "home:step", number=5, **here)
    follow(asha, "Skills we have seen")
    follow(asha, "Name a skill")
    asha.get_by_label("Ben").check()
    write(asha, "What is the skill?", "Explaining things twice", "Name it")
    go(ben, "home:step", number=5, **here)
    follow(ben, "Skills we have seen")
    follow(ben, "Is that you?")
    press(ben, "Yes, that’s me")
    go(asha, "home:step", number=5, **here)
    follow(asha, "How much support")
    asha.get_by_role("radio").first.check()
    press(asha, "Say so")
    go(ben, "home:step", number=5, **here)
    follow(ben, "How working together goes")
    ben.get_by_label("Mine").check()
    ben.get_by_role("main").get_by_role("textbox").fill("I talk too fast at times")
    press(ben, "Say it")

    go(asha, "journey:timeline", **here)

    sees(asha, "I will ring the community hall", "Explaining things twice", "I talk too fast at times")


def together(page: Page) -> None:
    page.get_by_role("navigation", name="Your partnership").get_by_role("link", name="Together").click()
    page.wait_for_url(re.compile(r"/partnerships/[0-9a-f-]+/$"))


def go_to_getting_started(page: Page) -> None:
    found = re.search(r"/partnerships/([0-9a-f-]+)/", page.url)
    assert found
    page.goto(reverse("getting_started:start", args=[found[1]]))
