"""Asha and Ben live through a year, steps 1 to 8, and look back at it: she at a desk and by keys, he on a phone.

What they did in each season is done through the same acts that people use, at moments of an invented year; what is new
here they do in the browser, and it ends with the report that Asha keeps.
"""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from connecting_people.barriers.actions import barriers, ways
from connecting_people.barriers.rules import Helped
from connecting_people.barriers.tests.ways import in_library
from connecting_people.connections.actions import connections, saying
from connecting_people.connections.facts import Facts
from connecting_people.connections.rules import Enough
from connecting_people.core.london import day_of
from connecting_people.getting_started import actions as getting_started
from connecting_people.getting_started.actions import HopeWords, Words
from connecting_people.getting_started.rules import Hope, Topic
from connecting_people.partnership.models import Partnership
from connecting_people.plans.actions import goals
from connecting_people.plans.models import Goal
from connecting_people.plans.queries import goal_in
from connecting_people.plans.rules import Level, Sort
from connecting_people.review.models import Review
from connecting_people.review.tests.looks import by
from connecting_people.stepping_out.actions import meetings, planning
from connecting_people.stepping_out.queries import outing_in
from connecting_people.stepping_out.rules import Felt, OutingState
from connecting_people.taking_stock.actions.taking import Answer, take
from connecting_people.taking_stock.queries.stock import key_of
from connecting_people.taking_stock.rules import About, Choice
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.eyes import faults_of, open_eyes
from tests.journeys.hands_on_keys import ByKeys
from tests.journeys.people import follow, press, sees, sees_nothing_of

PHONE = {"viewport": {"width": 375, "height": 800}, "java_script_enabled": False}
IDEA = "Go with somebody who drives the same way"


@pytest.fixture
def year(cast: Cast) -> datetime:
    """Let the partnership have begun a year ago, and return that moment."""
    begun = timezone.now() - timedelta(days=365)
    Partnership.objects.filter(pk=cast.partnership.pk).update(made_at=begun)
    return begun


def test_a_year_of_two_people_ends_in_a_report_of_their_own(cast: Cast, come_in: ComeIn, year: datetime) -> None:
    given_winter_with_a_first_talk_a_map_and_a_goal(cast, year)
    given_spring_with_a_barrier_and_an_idea_of_the_library(cast, year + timedelta(days=100))
    given_summer_with_an_outing_on_which_somebody_is_met(cast, year + timedelta(days=200))
    given_autumn_in_which_both_take_stock_and_rate_the_goal_apart(cast, year + timedelta(days=300))
    asha, ben = come_in(cast.asha), come_in(cast.ben, **PHONE)
    open_eyes(asha)
    when_asha_begins_to_look_back(asha, cast)
    when_each_says_how_they_see_it(asha, ben, cast)
    when_both_agree_what_was_and_what_comes_next(asha, ben, cast)
    when_both_choose_what_goes_in(asha, ben, cast)
    then_the_report_tells_the_year(asha)
    then_the_agency_reads_what_she_shared(asha, come_in(cast.gwen), cast)


def test_by_keys_alone_one_line_is_said_and_put_to_the_other(cast: Cast, come_in: ComeIn, year: datetime) -> None:
    page = come_in(cast.asha)
    keys = ByKeys(page)
    page.goto(_address(cast, "review:begin"))
    keys.press("Begin")
    page.goto(_of_review(cast, "look", heading="whole"))
    keys.write("How do you see it?", "It was good to have company")
    keys.press("Keep this")
    keys.follow("Looking back")
    keys.press("Put it to the other")
    sees(page, "It waits for the other’s word now.", "It was good to have company")


def given_winter_with_a_first_talk_a_map_and_a_goal(cast: Cast, at: datetime) -> None:
    asha = by(cast, "asha", at)
    me = asha["partnership"].me
    said = [Words(me, "People tire me, and I miss them")]
    getting_started.talk(**asha, topic=Topic.CONVERSATION, item="feelings", question="How is it?", said=said)
    getting_started.hope(**asha, hopes=[HopeWords(me, Hope.GAIN, "Somebody to sing with")])
    connections.add(**asha, facts=Facts("Meera", kind="family", ring=2))
    saying.say_own_view(**asha, says={Enough.MORE}, words="A few more")
    goal = goals.set_goal(**asha, words="Sing with others", sort=Sort.ACTIVITY)
    goals.do_for(**by(cast, "ben", at), goal=goal, words="I find out who sings", who=cast.place("ben"))
    levels = {Level.LESS: "I hum", Level.HOPED: "I sing once a week", Level.MORE: "I sing twice a week"}
    goals.say_scale(**asha, goal=goal, levels=levels, start=Level.LESS)


def given_spring_with_a_barrier_and_an_idea_of_the_library(cast: Cast, at: datetime) -> None:
    idea = in_library(cast, IDEA)
    asha = by(cast, "asha", at)
    barrier = barriers.notice(**asha, words="The last bus goes at eight", kind="transport", goal=_goal(cast))
    way = ways.take_up(**asha, barrier=barrier, item_id=idea.pk)
    ways.tell(**asha, workaround=way, helped=Helped.YES, words="Howard drives past my door")


def given_summer_with_an_outing_on_which_somebody_is_met(cast: Cast, at: datetime) -> None:
    asha = by(cast, "asha", at)
    facts = planning.Facts(day_of(at), place="Ferry Hall", sure_before=Felt.HARD)
    (made,) = planning.plan(**asha, words="Sing at the Ferry Hall", facts=facts, goal=_goal(cast))
    outing = outing_in(asha["partnership"], made.pk)
    told = {"felt": Felt.GOOD, "sure_after": Felt.GOOD, "words": "I stayed to the end"}
    planning.tell(**asha, outing=outing, state=OutingState.GONE, **told)
    meetings.meet(**asha, name="Wei", outing=outing, words="We shared a song sheet", kind="hobby")


def given_autumn_in_which_both_take_stock_and_rate_the_goal_apart(cast: Cast, at: datetime) -> None:
    answer = Answer(key_of(About.GOAL, _goal(cast).pk), Choice.KEEP, "It carries me through the week")
    take(**by(cast, "asha", at), answers=[answer])
    for who, level in (("asha", Level.HOPED), ("ben", Level.MORE)):
        act = by(cast, who, at)
        goals.rate(**act, goal=goal_in(act["partnership"], _goal(cast).pk), level=level)


def when_asha_begins_to_look_back(asha: Page, cast: Cast) -> None:
    asha.goto(reverse("home:step", kwargs={"partnership_id": cast.partnership.pk, "number": 8}))
    follow(asha, "Looking back")
    assert faults_of(asha) == []
    follow(asha, "Begin to look back")
    press(asha, "Begin")
    sees(asha, "Is it enough?", "A few more")
    assert faults_of(asha) == []


def when_each_says_how_they_see_it(asha: Page, ben: Page, cast: Cast) -> None:
    for page, heading, shows, words in (
        (asha, "whole", "story of this time", "More noise, and I did not mind it"),
        (asha, "map", "New on the map", "Wei is next to me now"),
        (ben, "goals", "I sing twice a week", "Every week since the summer"),
        (asha, "barriers", IDEA, "It was only a bus"),
        (ben, "stock", "It carries me through the week", "So I saw it, too"),
    ):
        page.goto(_of_review(cast, "look", heading=heading))
        sees(page, shows)
        page.locator("textarea[name=words]").fill(words)
        press(page, "Keep this")
        sees(page, words)
        if page is asha:
            assert faults_of(page) == []
    asha.goto(_of_review(cast, "look", heading="outcomes"))
    sees(asha, "New on the map: Wei")
    assert faults_of(asha) == []


def when_both_agree_what_was_and_what_comes_next(asha: Page, ben: Page, cast: Cast) -> None:
    asha.goto(_of_review(cast, "next"))
    asha.get_by_label("Carry on as we are").check()
    press(asha, "Say this")
    press(asha, "Put it to the other")
    assert faults_of(asha) == []
    ben.goto("/")
    sees(ben, "wait for your word", "Do you agree?")
    ben.goto(_of_review(cast, "review"))
    press(ben, "Agree to it")
    sees(ben, "Agreed on", "Asha and Ben", "More noise, and I did not mind it")
    ben.get_by_role("main").get_by_role("link", name="Agree", exact=True).click()
    press(ben, "Agree")
    sees(ben, "Carry on as we are", "Agrees")


def when_both_choose_what_goes_in(asha: Page, ben: Page, cast: Cast) -> None:
    for page in (asha, ben):
        page.goto(_of_review(cast, "choose"))
        for box in page.locator("input[name=parts]").all():
            box.check()
        press(page, "Keep this")


def then_the_report_tells_the_year(asha: Page) -> None:
    asha.reload()
    sees(asha, "New on the map", "Wei", "As hoped (I sing once a week)", "A little more than hoped")
    sees(asha, "The last bus goes at eight", IDEA, "I stayed to the end", "More noise", "Every week since the summer")
    assert faults_of(asha) == []
    for name in ("As usual", "In large print", "Easy to read"):
        link = asha.get_by_role("link", name=f"{name} (PDF)").get_attribute("href")
        answer = asha.request.get(str(link))
        assert answer.headers["content-type"] == "application/pdf" and answer.body().startswith(b"%PDF")


def then_the_agency_reads_what_she_shared(asha: Page, gwen: Page, cast: Cast) -> None:
    asha.goto(_of_review(cast, "view"))
    asha.locator("[name=of_practitioner]").fill("Ben waits until I have finished")
    asha.get_by_label("The agency may read it, with my name").check()
    press(asha, "Keep this")
    assert faults_of(asha) == []
    page = reverse("home:shared_views", kwargs={"agency_id": cast.agency.pk})
    gwen.goto(page)
    sees(gwen, "Ben waits until I have finished", "Asha")
    press(asha, "Take it back")
    gwen.goto(page)
    sees_nothing_of(gwen, "Ben waits until I have finished")


def _goal(cast: Cast) -> Goal:
    return Goal.objects.select_related("entry__voice").get(partnership=cast.partnership)


def _address(cast: Cast, name: str, **ids: object) -> str:
    return reverse(name, kwargs={"partnership_id": cast.partnership.pk, **ids})


def _of_review(cast: Cast, name: str, **ids: object) -> str:
    return _address(cast, f"review:{name}", review_id=Review.objects.get().pk, **ids)
