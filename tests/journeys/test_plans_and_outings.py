"""Asha and Ben, each at a browser of their own: from a goal to being there, and whom Asha met."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from connecting_people.community.models import Asset
from connecting_people.community.tests.places import walking_group
from connecting_people.connections.tests import maps
from connecting_people.partnership.models import Participant
from connecting_people.stepping_out.models import Outing
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.eyes import faults_of, open_eyes
from tests.journeys.people import follow, press, sees

PHONE = {"viewport": {"width": 375, "height": 800}, "java_script_enabled": False}


def test_two_people_plan_go_and_tell(cast: Cast, come_in: ComeIn) -> None:
    asha, ben = come_in(cast.asha), come_in(cast.ben, **PHONE)
    open_eyes(asha)
    maps.add(cast, "asha", "Sam")
    Participant.objects.filter(pk=cast.place("asha").pk).update(needs="Large print, please")
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    given_a_goal_with_what_ben_does_for_it(asha, ben, cast)
    when_asha_words_its_levels(asha, cast)
    when_an_idea_is_found_in_the_directory(asha, ben, cast, walkers)
    when_an_idea_becomes_an_outing_with_a_friend(asha)
    when_both_agree_what_may_be_told(asha, ben, cast)
    when_it_happens_and_two_people_are_met(asha, cast)
    then_both_see_the_goal_each_in_their_way(asha, ben, cast)
    then_the_map_has_both_with_how_they_came_about(asha, cast)


def given_a_goal_with_what_ben_does_for_it(asha: Page, ben: Page, cast: Cast) -> None:
    _go(asha, cast, "plans:plans")
    follow(asha, "Set a goal")
    asha.locator("textarea[name=words]").fill("Walk a lot")
    asha.locator("input[name=sort]").first.check()
    asha.locator("main form button[type=submit]").first.click()
    sees(asha, "Walk a lot")
    # Ben would say it another way, Asha says it anew, and then Ben is with her: both wordings are kept.
    _go(ben, cast, "plans:plans")
    follow(ben, "Walk a lot")
    follow(ben, "Earlier words")
    follow(ben, "I see it differently")
    ben.locator("textarea[name=words]").fill("Walk more, and not alone?")
    ben.locator("main form button[type=submit]").first.click()
    asha.get_by_role("link", name="Earlier words").click()
    sees(asha, "Walk more, and not alone?")
    follow(asha, "Say it differently")
    asha.locator("textarea[name=words]").fill("Walk more, with others")
    asha.locator("main form button[type=submit]").first.click()
    sees(asha, "Walk more, with others", "How it was worded before")
    _go(ben, cast, "plans:plans")
    follow(ben, "Walk more, with others")
    follow(ben, "Say who does what")
    ben.locator("textarea[name=words]").fill("I walk the first one with you, and then no more")
    ben.locator("main form button[type=submit]").first.click()
    sees(ben, "I walk the first one with you")


def when_asha_words_its_levels(asha: Page, cast: Cast) -> None:
    _go(asha, cast, "plans:plans")
    follow(asha, "Walk more")
    follow(asha, "Put levels into words")
    asha.locator("textarea[name=hoped]").fill("Once a week")
    press(asha, "Keep these")
    sees(asha, "Once a week", "Where it started")
    assert faults_of(asha) == []


def when_an_idea_is_found_in_the_directory(asha: Page, ben: Page, cast: Cast, walkers: Asset) -> None:
    # Among what was found the whole card leads to the place; what lies on it leads where it says.
    asha.goto(reverse("community:find", kwargs={"agency_id": cast.agency.pk}))
    follow(asha, "Keep it in mind, or go there")
    assert faults_of(asha) == []
    asha.get_by_label("Walk more, with others").check()
    press(asha, "Keep it in mind")
    sees(asha, "Tuesday walkers", "Walk more, with others")
    ben.goto(reverse("community:asset", kwargs={"agency_id": cast.agency.pk, "asset_id": walkers.pk}))
    follow(ben, "Keep it in mind, or go there")
    sees(ben, "in mind already")


def when_an_idea_becomes_an_outing_with_a_friend(asha: Page) -> None:
    assert faults_of(asha) == []
    follow(asha, "Plan an outing")
    day = timezone.localdate() + timedelta(days=2)
    for part in ("day", "month", "year"):
        asha.locator(f"[name=outing_date_{part}]").fill(str(getattr(day, part)))
    asha.keyboard.press("Enter")
    sees(asha, "It is planned.")
    follow(asha, "Say who helps")
    asha.get_by_label("Sam").check()
    press(asha, "Keep this")
    sees(asha, "Somebody on my map", "Sam")


def when_both_agree_what_may_be_told(asha: Page, ben: Page, cast: Cast) -> None:
    follow(asha, "Say what may be told")
    asha.locator("[name=what_1]").fill("That I get tired")
    asha.locator("[name=by_1]").fill("Ben")
    asha.locator("[name=to_1]").fill("the walk leader")
    press(asha, "Write it down")
    _go(ben, cast, "stepping_out:disclosures")
    sees(ben, "That I get tired")
    ben.get_by_role("button", name="Agree to this").click()
    sees(ben, "agreed by Ben")
    ben.get_by_role("link", name="As a card to take along").first.click()
    expect(ben.get_by_text("Large print, please")).to_be_visible()
    # On paper stands what may be told, and nothing else that the pages say of Asha.
    ben.emulate_media(media="print")
    expect(ben.locator(".take-along")).to_be_visible()
    expect(ben.get_by_text("Large print, please")).to_be_hidden()
    ben.emulate_media(media="screen")


def when_it_happens_and_two_people_are_met(asha: Page, cast: Cast) -> None:
    outing = Outing.objects.get()
    Outing.objects.update(outing_date=timezone.localdate())
    _go(asha, cast, "stepping_out:outing", outing_id=outing.pk)
    sees(asha, "That I get tired")
    follow(asha, "Say how it went")
    asha.get_by_label("I went").check()
    asha.get_by_label("Very good").check()
    press(asha, "Keep this")
    for name in ("Wei", "Dilys"):
        asha.get_by_role("link", name="Add somebody I met").first.click()
        asha.locator("[name=name]").fill(name)
        press(asha, "Put them on the map")
        sees(asha, name)
    assert faults_of(asha) == []


def then_both_see_the_goal_each_in_their_way(asha: Page, ben: Page, cast: Cast) -> None:
    for page, level in ((asha, "As hoped"), (ben, "A little more than hoped")):
        _go(page, cast, "plans:plans")
        follow(page, "Walk more")
        follow(page, "Say where I see it")
        page.get_by_label(level).check()
        page.locator("main form button[type=submit]").first.click()
    sees(ben, "Asha sees it here", "Ben sees it here")
    asha.reload()
    sees(asha, "Asha sees it here", "Ben sees it here")


def then_the_map_has_both_with_how_they_came_about(asha: Page, cast: Cast) -> None:
    _go(asha, cast, "connections:map")
    for name in ("Wei", "Dilys"):
        expect(asha.locator("main")).to_contain_text(name)
    _go(asha, cast, "stepping_out:came_about")
    sees(asha, "On an outing", "Wei", "Dilys", "Tuesday walkers")
    for name in ("reminders", "calendar_settings", "outings"):
        _go(asha, cast, f"stepping_out:{name}")
        assert faults_of(asha) == []


def _go(page: Page, cast: Cast, name: str, **ids: object) -> None:
    page.goto(reverse(name, kwargs={"partnership_id": cast.partnership.pk, **ids}))
