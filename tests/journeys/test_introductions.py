"""Two pairs, four browsers: by mouse, by keyboard, on a phone and without scripts. All four learn at one moment."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from connecting_people.introductions.models import Introduction
from connecting_people.introductions.tests.company import area, daily, here
from connecting_people.stepping_out.models import Outing
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.eyes import faults_of, open_eyes
from tests.journeys.hands import ByFinger, ByMouse, WithoutScripts
from tests.journeys.hands_on_keys import ByKeys
from tests.journeys.people import sees, sees_nothing_of

TOLD = "Somebody near you would like this too"
LONE = "A practitioner says once, in advance and for anybody"


@dataclass(frozen=True)
class Four:
    """The four people at their browsers."""

    cast: Cast
    asha: ByMouse
    ben: WithoutScripts
    hana: ByFinger
    dev: ByKeys

    def go(self, who: str, name: str, **ids: Any) -> Page:
        """Open a page of their own partnership."""
        page: Page = getattr(self, who).page
        page.goto(reverse(name, kwargs={"partnership_id": here(self.cast, who).pk, **ids}))
        return page

    def all_read(self, *words: str) -> None:
        """Expect words on the page of introductions of each of the four."""
        for who in ("asha", "ben", "hana", "dev"):
            sees(self.go(who, "introductions:introductions"), *words)


def test_two_pairs_are_introduced_meet_and_one_steps_back(cast: Cast, come_in: ComeIn) -> None:
    area(cast)
    kinds = {"asha": ByMouse, "ben": WithoutScripts, "hana": ByFinger, "dev": ByKeys}
    four = Four(cast, **{who: kind(come_in(cast.user(who), **kind.options)) for who, kind in kinds.items()})  # type: ignore[abstract]
    given_three_yeses_that_tell_nobody_anything(four)
    when_the_fourth_comes_all_four_are_told_at_once(four)
    when_a_place_and_a_time_are_agreed(four)
    then_there_is_an_outing_in_each_partnership_that_shares_where_and_when(four)
    then_one_steps_back_and_nobody_learns_why(four)


def given_three_yeses_that_tell_nobody_anything(four: Four) -> None:
    for who, first_name in (("asha", True), ("hana", False)):
        hands: Any = getattr(four, who)
        four.go(who, "introductions:introductions")
        hands.follow("Say what you would like company for")
        hands.pick("What would you like to do with somebody?", "Walking")
        if first_name:
            hands.choose("Once we are introduced, the other may know my first name")
        hands.press("Say yes to company")
        sees(hands.page, "Walking", "Stands until")
    _says_that_it_fits(four, "ben", four.ben)
    daily(four.cast)
    for who in ("asha", "hana"):
        sees_nothing_of(four.go(who, "introductions:introductions"), TOLD)
    sees(four.go("dev", "introductions:introductions"), LONE)


def when_the_fourth_comes_all_four_are_told_at_once(four: Four) -> None:
    _says_that_it_fits(four, "dev", four.dev)
    sees_nothing_of(four.dev.page, TOLD)
    daily(four.cast)
    four.all_read(TOLD, "Walking")


def _says_that_it_fits(four: Four, who: str, hands: Any) -> None:
    four.go(who, "introductions:introductions")
    hands.follow("Say that it fits")
    hands.choose("Introductions fit this person now, whoever it may be")
    hands.press("Keep this")


def when_a_place_and_a_time_are_agreed(four: Four) -> None:
    four.go("hana", "introductions:introductions")
    four.hana.follow("Walking")
    four.hana.follow("Propose a place and a time")
    four.hana.write("Where?", "The bandstand in Mill Park")
    day = timezone.localdate() + timedelta(days=4)
    for part in ("day", "month", "year"):
        four.hana.page.locator(f"[name=day_{part}]").fill(str(getattr(day, part)))
    four.hana.write("At what time?", "14:30")
    four.hana.press("Propose this")
    # The first page says that something waits, and neither where nor with whom.
    for hands in (four.asha, four.ben):
        hands.page.goto("/")
        sees(hands.page, "A place and a time wait for your answer.")
        sees_nothing_of(hands.page, "bandstand", "Hana")
    open_eyes(four.asha.page)
    four.asha.follow("A place and a time wait")
    assert faults_of(four.asha.page) == []
    four.asha.follow("Walking")
    assert faults_of(four.asha.page) == []
    sees(four.asha.page, "Proposed by the others", "The bandstand in Mill Park")
    sees_nothing_of(four.asha.page, "Hana", "Dev")
    four.asha.press("That suits us")
    sees(four.asha.page, "Suits both")


def then_there_is_an_outing_in_each_partnership_that_shares_where_and_when(four: Four) -> None:
    four.asha.follow("Plan your outing")
    four.asha.write("What would you like to do?", "Walk with somebody new")
    four.asha.press("Plan it")
    four.go("dev", "introductions:introductions")
    four.dev.follow("Walking")
    sees(four.dev.page, "Suits both", "Asha")
    four.dev.follow("Plan your outing")
    four.dev.choose("Hana")
    four.dev.write("What would you like to do?", "Round the park")
    four.dev.press("Plan it")
    mine, theirs = (Outing.objects.get(partnership=here(four.cast, who)) for who in ("asha", "hana"))
    assert mine.place == theirs.place == "The bandstand in Mill Park"
    assert (mine.outing_date, mine.begins) == (theirs.outing_date, theirs.begins)
    sees(four.go("ben", "stepping_out:outings"), "Walk with somebody new", "The bandstand in Mill Park")
    sees(four.go("hana", "stepping_out:outings"), "Round the park", "The bandstand in Mill Park")
    for who, word in (("hana", "somebody new"), ("asha", "Round the park")):
        sees_nothing_of(four.go(who, "stepping_out:outings"), word)


def then_one_steps_back_and_nobody_learns_why(four: Four) -> None:
    four.go("hana", "introductions:introductions")
    four.hana.follow("Walking")
    four.hana.press("Step back")
    sees(four.hana.page, "The others learn only that it does not go on")
    four.all_read("Does not go on")
    four.go("asha", "introductions:introductions")
    four.asha.follow("Walking")
    sees(four.asha.page, "This does not go on", "says nothing about you")
    sees_nothing_of(four.asha.page, "Hana", "stepped back")
    daily(four.cast)
    assert Introduction.objects.count() == 1
