"""Asha and Ben take stock, each at a browser of their own: a phone without scripts, a desk, and by keyboard alone."""

import re
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from connecting_people.connections.tests import maps
from connecting_people.plans.models import Goal
from connecting_people.plans.rules import GoalState
from connecting_people.plans.tests.goals import set_goal
from connecting_people.stepping_out.actions.planning import Again
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.rules import OutingState
from connecting_people.stepping_out.tests.outings import plan
from connecting_people.taking_stock.models import StockView
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.eyes import faults_of, open_eyes
from tests.journeys.keys import choose, enter, tab_to
from tests.journeys.people import follow, press, sees, sees_nothing_of

PHONE = {"viewport": {"width": 375, "height": 800}, "java_script_enabled": False}


def test_two_people_take_stock_and_act_on_it(cast: Cast, come_in: ComeIn) -> None:
    asha, ben = come_in(cast.asha), come_in(cast.ben, **PHONE)
    open_eyes(asha)
    set_goal(cast, words="Sing with others")
    plan(cast, words="Choir", days=-14, again=Again(1, timezone.localdate() + timedelta(days=14)))
    maps.add(cast, "asha", "Howard")
    given_an_empty_place_that_leads_from_step_5(asha, cast)
    when_asha_says_how_she_sees_it_and_keeps_it(asha)
    then_ben_sees_nothing_of_it_and_begins_his_own(ben, cast)
    when_asha_shows_hers_they_stand_side_by_side(asha, ben, cast)
    when_asha_follows_what_she_said_to_where_it_is_done(asha, cast)


def given_an_empty_place_that_leads_from_step_5(asha: Page, cast: Cast) -> None:
    asha.goto(reverse("home:step", kwargs={"partnership_id": cast.partnership.pk, "number": 5}))
    follow(asha, "Keep, change or stop")
    sees(asha, "either of you can begin")
    assert faults_of(asha) == []
    follow(asha, "Take stock now")


def when_asha_says_how_she_sees_it_and_keeps_it(asha: Page) -> None:
    expect(asha.get_by_label("Why?: Choir")).to_be_hidden()
    _pick(asha, "Choir", "Stop")
    asha.get_by_label("Why?: Choir").fill("Too loud since the trumpets came")
    _pick(asha, "Sing with others", "Keep")
    assert faults_of(asha) == []
    asha.get_by_label("Keep this to myself for now").check()
    press(asha, "Keep this")
    sees(asha, "Only you see this", "Too loud since the trumpets came", "To leave behind")
    assert faults_of(asha) == []


def then_ben_sees_nothing_of_it_and_begins_his_own(ben: Page, cast: Cast) -> None:
    _go(ben, cast, "room")
    sees_nothing_of(ben, "Too loud")
    follow(ben, "Take stock now")
    _pick(ben, "Choir", "Keep")
    _pick(ben, "Howard", "Keep")
    press(ben, "Keep this")
    sees(ben, "Worth keeping", "Howard")
    sees_nothing_of(ben, "Asha: Stop")


def when_asha_shows_hers_they_stand_side_by_side(asha: Page, ben: Page, cast: Cast) -> None:
    press(asha, "Show this to the other")
    _go(ben, cast, "room")
    sees(ben, "Seen differently", "Too loud since the trumpets came", "Choir")
    _go(asha, cast, "room")
    sees(asha, "Seen differently")
    assert faults_of(asha) == []


def when_asha_follows_what_she_said_to_where_it_is_done(asha: Page, cast: Cast) -> None:
    assert Goal.objects.get().state == GoalState.CURRENT
    assert not Outing.objects.filter(state=OutingState.CHANGED_PLAN).exists()
    follow(asha, "Call off the ones to come")
    assert faults_of(asha) == []
    press(asha, "Yes, call them off")
    sees(asha, "Called off. What you did stays as it was.")
    today = timezone.localdate()
    assert set(Outing.objects.filter(outing_date__gte=today).values_list("state", flat=True)) == {"changed_plan"}


def test_what_was_typed_and_chosen_is_still_there_after_an_error_and_a_new_start(cast: Cast, come_in: ComeIn) -> None:
    asha = come_in(cast.asha)
    open_eyes(asha)
    goal = set_goal(cast, words="Sing with others")
    _go(asha, cast, "say")
    _pick(asha, goal.entry.line, "Change")
    asha.get_by_label("Why?: Sing with others").fill("Fewer people")
    _pick(asha, goal.entry.line, "Skip")
    press(asha, "Keep this")
    sees(asha, "Choose keep, change or stop, too")
    expect(asha.get_by_label("Why?: Sing with others")).to_have_value("Fewer people")
    assert faults_of(asha) == []
    _pick(asha, goal.entry.line, "Change")
    press(asha, "Keep this")
    follow(asha, "Change what I said")
    expect(asha.get_by_label("Why?: Sing with others")).to_have_value("Fewer people")


def test_by_keyboard_alone(cast: Cast, come_in: ComeIn) -> None:
    asha = come_in(cast.asha)
    goal = set_goal(cast, words="Sing with others")
    _go(asha, cast, "say")
    # The last of the ways is chosen to begin with: the arrow leads round to the first.
    choose(asha, f"choice_goal_{goal.pk.hex}", "keep")
    tab_to(asha, f"id_why_goal_{goal.pk.hex}")
    asha.keyboard.type("It is mine")
    tab_to(asha, "Keep this")
    enter(asha)
    sees(asha, "It is mine", "Worth keeping")
    assert StockView.objects.get().answers.get().choice == "keep"


def test_ben_takes_stock_of_his_own_work_and_shows_it_to_the_team(cast: Cast, come_in: ComeIn) -> None:
    ben, dev, ela = come_in(cast.ben), come_in(cast.dev, **PHONE), come_in(cast.ela)
    open_eyes(ben)
    ben.goto("/")
    follow(ben, "My own stock-take")
    assert faults_of(ben) == []
    follow(ben, "Take stock now")
    _pick(ben, "Time for it", "Gets in the way")
    ben.get_by_label("In a few words: Time for it").fill("Fridays are full of forms")
    assert faults_of(ben) == []
    press(ben, "Keep this")
    sees(ben, "Fridays are full of forms")
    team = reverse("taking_stock:team", kwargs={"agency_id": cast.agency.pk})
    dev.goto(team)
    sees_nothing_of(dev, "Fridays")
    follow(ben, "Show it to my team")
    assert faults_of(ben) == []
    press(ben, "Show it")
    assert faults_of(ben) == []
    for page in (dev, ela):
        page.goto(team)
        sees(page, "Ben", "Fridays are full of forms")
    ben.get_by_role("button", name=re.compile("^Take it back")).click()
    sees(ben, "Taken back. Only you see it.")
    dev.reload()
    sees_nothing_of(dev, "Fridays")


def _pick(page: Page, thing: str, choice: str) -> None:
    page.get_by_role("radiogroup", name=thing, exact=True).get_by_label(choice, exact=True).check()


def _go(page: Page, cast: Cast, name: str) -> None:
    page.goto(reverse(f"taking_stock:{name}", kwargs={"partnership_id": cast.partnership.pk}))
