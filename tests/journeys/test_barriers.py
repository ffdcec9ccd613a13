"""A barrier of Asha's is worked round with an idea of the library, which others offered before her."""

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from connecting_people.barriers.actions import keeping
from connecting_people.barriers.models import Item, Offer
from connecting_people.barriers.tests.ways import brought_in, last_month
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.eyes import faults_of, open_eyes
from tests.journeys.keys import tab_to
from tests.journeys.people import follow, press, sees, sees_nothing_of

PHONE = {"viewport": {"width": 375, "height": 800}, "java_script_enabled": False}
IDEA = "Go with somebody who drives the same way"


def test_a_barrier_is_worked_round_with_an_idea_of_the_library(cast: Cast, come_in: ComeIn) -> None:
    asha, ben, ela = come_in(cast.asha), come_in(cast.ben, **PHONE), come_in(cast.ela)
    for page in (asha, ela):
        open_eyes(page)
    given_an_idea_that_a_second_person_let_in(ela, cast)
    when_asha_writes_down_what_is_in_the_way_and_ticks_the_idea(asha, cast)
    when_ben_thinks_of_one_more_on_his_phone_without_scripts(ben, cast)
    when_asha_says_by_keyboard_that_it_helped(asha)
    then_it_is_got_round_and_both_see_it(asha, ben, cast)
    then_the_two_offer_what_they_found_and_take_it_back(asha, ben, cast)


def given_an_idea_that_a_second_person_let_in(ela: Page, cast: Cast) -> None:
    brought_in(cast, (IDEA,))
    ela.goto(reverse("barriers:queue", kwargs={"agency_id": cast.agency.pk}))
    sees(ela, IDEA)
    sees_nothing_of(ela, "Alys", "Bronwen", "Cerys", "Dev")
    assert faults_of(ela) == []
    _link_beside(ela, IDEA, "Look at this one")
    ela.get_by_label("Yes, put it into the library").check()
    assert faults_of(ela) == []
    press(ela, "Keep this")
    ela.goto(reverse("barriers:ways_round", kwargs={"agency_id": cast.agency.pk}))
    sees(ela, IDEA)
    assert faults_of(ela) == []


def when_asha_writes_down_what_is_in_the_way_and_ticks_the_idea(asha: Page, cast: Cast) -> None:
    _go(asha, cast, "home:step", number=6)
    follow(asha, "What gets in the way")
    follow(asha, "Write down the first one")
    asha.get_by_label("What gets in the way?").fill("The last bus leaves before the choir ends")
    expect(asha.get_by_text(IDEA)).to_have_count(0)
    asha.get_by_label("What sort of thing is it?").select_option("transport")
    asha.get_by_text(IDEA).click()
    expect(asha.get_by_label(IDEA)).to_be_checked()
    asha.get_by_label("A lot").check()
    assert faults_of(asha) == []
    press(asha, "Write it down")
    sees(asha, "The last bus leaves before the choir ends", IDEA, "From the agency’s library")
    assert faults_of(asha) == []


def when_ben_thinks_of_one_more_on_his_phone_without_scripts(ben: Page, cast: Cast) -> None:
    _go(ben, cast, "barriers:barriers")
    follow(ben, "The last bus leaves")
    follow(ben, "Write down an idea")
    ben.get_by_label("What could be tried?").fill("Ask whether the choir could begin earlier")
    ben.get_by_label("Who could help?").select_option(label="Ben")
    press(ben, "Write it down")
    sees(ben, "Ask whether the choir could begin earlier", "Who helps:")
    follow(ben, "Write down that it was raised")
    ben.get_by_label("Another organisation").check()
    ben.get_by_label("What did you ask for, or say?").fill("Could the last bus wait?")
    press(ben, "Write it down")
    sees(ben, "Could the last bus wait?")
    _go(ben, cast, "barriers:notice")
    ben.get_by_label("What sort of thing is it?").select_option("transport")
    press(ben, "Show what helped others")
    sees(ben, IDEA)


def when_asha_says_by_keyboard_that_it_helped(asha: Page) -> None:
    asha.reload()
    tab_to(asha, "Say how it went")
    with asha.expect_navigation():
        asha.keyboard.press("Enter")
    tab_to(asha, "helped=")
    asha.keyboard.press("Space")
    tab_to(asha, "id_words")
    asha.keyboard.type("Ask the whole table at once")
    tab_to(asha, "Keep this")
    with asha.expect_navigation():
        asha.keyboard.press("Enter")
    sees(asha, "Yes, it helped", "Ask the whole table at once")


def then_it_is_got_round_and_both_see_it(asha: Page, ben: Page, cast: Cast) -> None:
    follow(asha, "Got round it, or leave it for now")
    asha.get_by_label("We got round it").check()
    assert faults_of(asha) == []
    press(asha, "Keep this")
    _go(ben, cast, "barriers:barriers")
    sees(ben, "Nothing is in the way just now", "Got round it", IDEA)
    assert Item.objects.filter(tried=1, helped=1).count() == 1
    _go(asha, cast, "home:partnership")
    expect(asha.locator("main")).to_contain_text("The last bus leaves before the choir ends")


def then_the_two_offer_what_they_found_and_take_it_back(asha: Page, ben: Page, cast: Cast) -> None:
    _go(asha, cast, "barriers:barriers")
    follow(asha, "The last bus leaves")
    _link_beside(asha, "Ask whether the choir", "Say how it went")
    asha.get_by_label("Partly").check()
    press(asha, "Keep this")
    _link_beside(asha, "Ask whether the choir", "Offer it to others")
    box = asha.get_by_label("The idea, as anybody here may read it")
    box.fill("Ben asked whether it could begin earlier")
    press(asha, "See how it would look")
    sees(asha, "“Ben” could tell whom this is about")
    assert faults_of(asha) == []
    box.fill("Ask whether it could begin earlier. Often nobody has asked before.")
    press(asha, "See how it would look")
    press(asha, "Yes, share these words")
    _go(ben, cast, "barriers:offer", offer_id=Offer.objects.get(partnership=cast.partnership).pk)
    sees(ben, "Often nobody has asked before.", "said yes")
    press(ben, "Yes, share these words")
    sees(ben, "You both said yes")
    Offer.objects.filter(partnership=cast.partnership).update(
        person_yes_at=last_month(), practitioner_yes_at=last_month()
    )
    keeping.look_after(by=None, at=timezone.now(), agency=cast.agency)
    asha.reload()
    assert faults_of(asha) == []
    press(asha, "Take it back")
    sees(asha, "Taken back.")


def _link_beside(page: Page, words: str, link: str) -> None:
    with page.expect_navigation():
        page.get_by_role("listitem").filter(has_text=words).get_by_role("link", name=link).first.click()


def _go(page: Page, cast: Cast, name: str, **ids: object) -> None:
    page.goto(reverse(name, kwargs={"partnership_id": cast.partnership.pk, **ids}))
