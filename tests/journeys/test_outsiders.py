"""Who is not in the partnership finds nothing, and who must look leaves a trace that is seen."""

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from connecting_people.journey import actions as journey
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.people import follow, go, press, sees, sees_nothing_of

WORDS = "The choir has a place for me"
REASON = "Ben is ill and Asha's landlord rang about tonight."
PAGES = (
    *("home:partnership", "getting_started:start", "getting_started:conversation", "getting_started:hopes"),
    *("getting_started:working_together", "journey:timeline", "journey:promises", "journey:skills"),
    *("journey:feedback", "journey:support", "journey:ask", "journey:who_looked", "partnership:people"),
)
WRITES = ("journey:write", "journey:ask", "journey:promise", "journey:own", "partnership:pause", "partnership:leave")


def given_asha_wrote(cast: Cast) -> None:
    journey.record(
        by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), kind="note", line=WORDS, words=WORDS
    )


def when_ela_looks_with_a_reason(cast: Cast, come_in: ComeIn) -> Page:
    ela = come_in(cast.ela)
    go(ela, "home:agency")
    look = reverse("partnership:look", args=[cast.partnership.pk])
    ela.locator(f"a[href='{look}']").click()
    ela.wait_for_url(f"**{look}")
    ela.get_by_label("Why do you need to look?").fill(REASON)
    press(ela, "Look for one hour")
    return ela


def test_a_colleague_outside_finds_the_same_nothing_as_for_what_is_not_there(cast: Cast, come_in: ComeIn) -> None:
    given_asha_wrote(cast)
    dev = come_in(cast.dev)
    for name in PAGES:
        assert go(dev, name, partnership_id=cast.partnership.pk) == 404
        sees_nothing_of(dev, "Asha", WORDS)


def test_an_urgent_look_reads_everything_and_can_change_nothing(cast: Cast, come_in: ComeIn) -> None:
    given_asha_wrote(cast)
    ela = when_ela_looks_with_a_reason(cast, come_in)
    for name in PAGES:
        assert go(ela, name, partnership_id=cast.partnership.pk) == 200
        sees(ela, "You can read, not write.")
        assert ela.locator("main form[method=post]").count() == 0, name


def test_an_urgent_look_cannot_write_even_with_a_form_of_its_own(cast: Cast, come_in: ComeIn) -> None:
    ela = when_ela_looks_with_a_reason(cast, come_in)
    token = ela.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    for name in WRITES:
        answer = ela.request.post(
            reverse(name, args=[cast.partnership.pk]),
            form={"csrfmiddlewaretoken": token, "words": "I was here"},
            headers={"Referer": ela.url},
        )
        assert answer.status == 404, name


def test_asha_sees_who_looked_and_why(cast: Cast, come_in: ComeIn) -> None:
    when_ela_looks_with_a_reason(cast, come_in)
    asha = come_in(cast.asha)
    go(asha, "home:partnership", partnership_id=cast.partnership.pk)
    follow_tab(asha, "Who has looked")
    sees(asha, "Ela", "An urgent look", REASON)


def test_the_privacy_officer_sees_who_looked_and_nobodys_words(cast: Cast, come_in: ComeIn) -> None:
    given_asha_wrote(cast)
    when_ela_looks_with_a_reason(cast, come_in)
    kit = come_in(cast.kit)
    kit.goto("/")
    follow(kit, "Who looked where")
    sees(kit, "Ela looked into partnership", REASON)
    sees_nothing_of(kit, WORDS)


def follow_tab(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Your partnership").get_by_role("link", name=name).click()
    page.wait_for_load_state()
