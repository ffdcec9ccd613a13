"""What one person finds, says and misses, and what the team makes of it, by four kinds of hands."""

import pytest
from playwright.sync_api import expect

from connecting_people.community.actions.areas import keep_area
from connecting_people.community.actions.assets import Writing, keep_assets
from connecting_people.community.entry import Point
from connecting_people.community.rules import Access
from connecting_people.community.standard import Document
from connecting_people.community.tests.places import WEIR_HALL, service, walking_group
from connecting_people.people.models import User
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.hands import ByFinger, ByMouse, WithoutScripts
from tests.journeys.hands_on_keys import ByKeys
from tests.journeys.people import go, sees, sees_nothing_of

Hands = ByMouse | ByKeys
WHY_IT_FITS = [
    "Walking",
    "“walking” in its name",
    "Free",
    "On Tuesdays",
    "Step-free all the way",
    "1.1 km from Weirside",
]
SAID = "A man called Derek shouted, the walk is lovely"
READ = "A man called […] shouted, the walk is lovely"
NEED = "sourdough baking"


@pytest.mark.parametrize("kind", [ByMouse, ByFinger, ByKeys, WithoutScripts])
def test_what_somebody_finds_says_and_misses_is_made_better_by_the_team(
    kind: type[Hands], cast: Cast, come_in: ComeIn
) -> None:
    def local_area_of(user: User) -> Hands:
        hands = kind(come_in(user, **kind.options))
        go(hands.page, "home:first")
        hands.follow("Your local area")
        return hands

    given_the_local_area(cast)
    asha, dev, hana = local_area_of(cast.asha), local_area_of(cast.dev), local_area_of(cast.hana)
    when_she_finds_a_walk_that_fits_and_sees_why(asha)
    and_says_how_she_finds_it_and_what_would_be_better(asha)
    and_tells_what_is_closed_and_in_one_tap_what_is_missing(asha)
    then_others_read_what_she_said_only_once_the_team_has_looked(hana, dev)
    when_the_team_keeps_whom_it_knows_there(dev)
    and_puts_right_what_has_closed(dev)
    and_turns_amber_to_green(dev)
    then_she_sees_what_came_of_it(asha)


def given_the_local_area(cast: Cast) -> None:
    given = {"by": cast.ben, "at": cast.at, "agency": cast.agency}
    walking_group(**given)
    nearly = [
        walk("Paid walkers", amount=3),
        walk("Thursday walkers", days="TH"),
        walk("Steep walkers", access=()),
        walk("Distant walkers", at=(54.06, -1.0815)),
        service("Lunch club", days="WE", amount=0, description="Soup and company."),
    ]
    keep_assets(**given, writings=[Writing(one) for one in nearly])
    keep_area(**given, name="Weirside", whole=False, outline=[], middle=Point(WEIR_HALL[0] + 0.01, WEIR_HALL[1]))


def walk(name: str, **differs: object) -> Document:
    """Return a walk that fits but for one thing."""
    fits = {"interests": ("walking",), "access": (Access.STEP_FREE,), "at": WEIR_HALL, "days": "TU", "amount": 0}
    return service(name, **{**fits, **differs})  # type: ignore[arg-type]


def when_she_finds_a_walk_that_fits_and_sees_why(asha: Hands) -> None:
    asha.write("What are you looking for?", "walking")
    asha.write("Near", "Weirside")
    asha.pick("How far", "3 km (2 miles)")
    asha.pick("Day", "Tuesday")
    asha.choose("Free")
    asha.unfold("More to choose")
    asha.choose("Step-free all the way")
    asha.press("Find")
    expect(asha.page.locator("#found").get_by_role("heading", level=3)).to_have_text(["Tuesday walkers"])
    why = asha.page.get_by_role("list", name="Why it fits")
    expect(why.get_by_role("listitem")).to_have_text(WHY_IT_FITS)


def and_says_how_she_finds_it_and_what_would_be_better(asha: Hands) -> None:
    asha.follow("Tuesday walkers")
    asha.follow("Say how you find it")
    asha.choose("I am unsure, or something was not right")
    asha.write("Why? Say it in your own words", SAID)
    asha.choose("With my first name")
    asha.press("Keep this")
    sees(asha.page, "Waits for somebody to look at it")
    asha.follow("Tuesday walkers")
    asha.follow("What would make it better?")
    asha.choose("From amber to green")
    asha.write("What would make it better?", "A bench halfway")
    asha.press("Keep this idea")
    sees(asha.page, "The team sees your idea")


def and_tells_what_is_closed_and_in_one_tap_what_is_missing(asha: Hands) -> None:
    look_for(asha, "lunch club")
    asha.follow("Lunch club")
    asha.follow("Something here is wrong")
    asha.choose("It has closed")
    asha.press("Tell them")
    sees(asha.page, "It waits for somebody to look at it")
    look_for(asha, NEED)
    sees(asha.page, "We know of nothing like this yet")
    asha.press("Tell the team that this is missing")
    sees(asha.page, "It is on the board")
    asha.follow("What is missing")
    sees(asha.page, NEED, "A search found nothing")


def then_others_read_what_she_said_only_once_the_team_has_looked(hana: Hands, dev: Hands) -> None:
    look_for(hana, "walking")
    hana.follow("Tuesday walkers")
    sees_nothing_of(hana.page, "Derek", "the walk is lovely")
    dev.follow("Look after it")
    dev.follow("One experience waits")
    dev.follow("Look at it")
    dev.choose("What stands in the box below")
    dev.write("What others will read", READ)
    dev.write("Why, for the person who wrote it", "I took a name out, nothing else")
    dev.press("Keep this")
    sees(dev.page, "Its author sees what you decided")
    look_for(hana, "walking")
    hana.follow("Tuesday walkers")
    sees(hana.page, READ, "Asha")
    sees_nothing_of(hana.page, "Derek")


def when_the_team_keeps_whom_it_knows_there(dev: Hands) -> None:
    look_for(dev, "walking")
    dev.follow("Tuesday walkers")
    dev.follow("Add whom you know there")
    dev.write("Whom do you know there?", "Sam at the desk")
    dev.press("Keep this contact")
    dev.write("A few words, if you like", "They have a spare flask")
    dev.press("I was in touch today")
    sees(dev.page, "Kept: you were in touch today", "They have a spare flask")


def and_puts_right_what_has_closed(dev: Hands) -> None:
    dev.follow("Look after it")
    sees(dev.page, "Lunch club: It has closed")
    dev.follow("Settle it")
    dev.follow("Put it right in the entry first")
    dev.press("Closed for good")
    sees(dev.page, "Its entry says from now on that it has closed")
    dev.follow("Settle it")
    dev.write("What came of it?", "Thank you, it closed in May")
    dev.press("It is settled")
    sees(dev.page, "Whoever told us reads it now")
    look_for(dev, "lunch club")
    sees(dev.page, "We know of nothing like this yet")


def and_turns_amber_to_green(dev: Hands) -> None:
    dev.follow("Look after it")
    dev.follow("One idea")
    dev.follow("Take it on, or not now")
    dev.choose("I take this on")
    dev.press("Keep this")
    dev.follow("Say what came of it")
    dev.choose("It is done")
    dev.write("What came of it, or why not now", "The council put one in")
    dev.press("Keep this")
    sees(dev.page, "Kept.")


def then_she_sees_what_came_of_it(asha: Hands) -> None:
    look_for(asha, "walking")
    asha.follow("Tuesday walkers")
    sees(asha.page, "From amber to green, since", "A bench halfway", "The council put one in")
    asha.follow("Your local area")
    asha.follow("What you said")
    asha.follow("What you told us is wrong")
    sees(asha.page, "Thank you, it closed in May")


def look_for(hands: Hands, words: str) -> None:
    hands.follow("Your local area")
    hands.write("What are you looking for?", words)
    hands.press("Find")
