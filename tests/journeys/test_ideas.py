"""A service user's idea goes from suggested to done and comes back to her; another has no name, and comes back too."""

from datetime import timedelta

from django.core import mail
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from connecting_people.culture.actions import ideas
from connecting_people.culture.models import Idea
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.eyes import faults_of, open_eyes
from tests.journeys.keys import tab_to
from tests.journeys.people import follow, press, sees, sees_nothing_of

PHONE = {"viewport": {"width": 375, "height": 800}, "java_script_enabled": False}
CHAIRS = "Put the chairs round the tables"
LETTERS = "Write letters as you would talk"


def test_an_idea_goes_from_suggested_to_done_and_comes_back(cast: Cast, come_in: ComeIn) -> None:
    asha, hana, ela = come_in(cast.asha), come_in(cast.hana, **PHONE), come_in(cast.ela)
    for page in (asha, ela):
        open_eyes(page)
    when_asha_says_hers_by_keyboard_in_the_open(asha)
    when_hana_says_hers_without_a_name_on_her_phone_without_scripts(hana, cast)
    then_nobody_sees_hanas_before_the_month_is_over(ela, cast)
    when_ela_looks_at_ashas_tries_it_and_does_it(ela, cast)
    then_it_comes_back_to_asha(asha)
    then_hanas_comes_back_to_her_alone(hana, ela, asha, cast)


def when_asha_says_hers_by_keyboard_in_the_open(asha: Page) -> None:
    asha.goto("/")
    follow(asha, "An idea for Riverside")
    tab_to(asha, "id_words")
    asha.keyboard.type(CHAIRS)
    asha.get_by_label("Who could do it?").select_option(label="North team")
    asha.get_by_label("Is it about one of these?").select_option("create-welcoming-environments")
    press(asha, "Send it")
    sees(asha, "Choose with or without your name", CHAIRS)
    assert faults_of(asha) == []
    asha.get_by_label("With my name").check()
    press(asha, "Send it")
    sees(asha, "It is on the board", CHAIRS, "Asha", "Suggested")
    assert faults_of(asha) == []


def when_hana_says_hers_without_a_name_on_her_phone_without_scripts(hana: Page, cast: Cast) -> None:
    hana.goto(reverse("culture:add_idea", kwargs={"agency_id": cast.agency.pk}))
    hana.get_by_label("Your idea").fill(LETTERS)
    hana.get_by_label("Who could do it?").select_option(label="North team")
    hana.get_by_label("Without a name").check()
    press(hana, "Send it")
    sees(hana, "kept without your name", LETTERS, "Comes onto the board soon")


def then_nobody_sees_hanas_before_the_month_is_over(ela: Page, cast: Cast) -> None:
    ela.goto(reverse("culture:ideas", kwargs={"agency_id": cast.agency.pk}))
    sees(ela, CHAIRS)
    sees_nothing_of(ela, LETTERS)
    Idea.objects.filter(by=None).update(made_date=(timezone.localdate() - timedelta(days=31)).replace(day=1))
    ideas.come_in(by=None, at=timezone.now(), agency=cast.agency)
    ela.reload()
    sees(ela, LETTERS, "Without a name")
    sees_nothing_of(ela, "Hana")
    assert faults_of(ela) == []


def when_ela_looks_at_ashas_tries_it_and_does_it(ela: Page, cast: Cast) -> None:
    follow(ela, CHAIRS)
    for what, words in (
        ("We look at it", "I sat there too"),
        ("We try it", "Until Friday"),
        ("It is done", "It stays"),
    ):
        follow(ela, "Say what becomes of it")
        ela.get_by_label(what).check()
        ela.get_by_label("What would you say about it?").fill(words)
        press(ela, "Keep this")
        sees(ela, "Whoever had the idea hears of it", words)
    assert faults_of(ela) == []
    assert [letter.to for letter in mail.outbox] == [[cast.asha.email]] * 3


def then_it_comes_back_to_asha(asha: Page) -> None:
    asha.goto("/")
    sees(asha, "Something became of an idea of yours")
    sees_nothing_of(asha, CHAIRS)
    assert faults_of(asha) == []
    follow(asha, "Something became of an idea of yours")
    sees(asha, CHAIRS, "Done", "It stays", "Until Friday", "I sat there too", "Ela")
    assert faults_of(asha) == []


def then_hanas_comes_back_to_her_alone(hana: Page, ela: Page, asha: Page, cast: Cast) -> None:
    ela.goto(reverse("culture:ideas", kwargs={"agency_id": cast.agency.pk}))
    follow(ela, LETTERS)
    sees_nothing_of(ela, "Hana", "This is yours")
    follow(ela, "Say what becomes of it")
    ela.get_by_label("Not now").check()
    press(ela, "Keep this")
    sees(ela, "Say why not now")
    ela.get_by_label("What would you say about it?").fill("The letters come from the county. I am asking there")
    press(ela, "Keep this")
    hana.goto("/")
    sees(hana, "Something became of an idea of yours")
    follow(hana, "Something became of an idea of yours")
    sees(hana, LETTERS, "The letters come from the county", "nobody else can tell")
    asha.goto(reverse("culture:my_ideas", kwargs={"agency_id": cast.agency.pk}))
    sees_nothing_of(asha, LETTERS)
    assert len(mail.outbox) == 3
    expect(asha.get_by_role("main")).to_contain_text(CHAIRS)
