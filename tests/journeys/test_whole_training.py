"""A whole training: two plan it and give it to six in a room, and what was found out lands in daily work."""

import re
from dataclasses import dataclass

from axe_playwright_python.base import AXE_FILE_PATH
from django.urls import reverse
from playwright.sync_api import Page, expect

from connecting_people.community.tests.places import walking_group
from connecting_people.training.models import Training
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.eyes import found_by_axe
from tests.journeys.people import follow, go, press, sees_nothing_of
from tests.journeys.seats import WAIT, ByKeys, OnPhone, Seat, WithoutScripts

SEATS = {
    "Priya": (OnPhone, "As a service user"),
    "Tom": (OnPhone, "As a practitioner"),
    "": (OnPhone, "As a carer"),
    "Kofi": (ByKeys, "As a practitioner"),
    "Sal": (WithoutScripts, "As a service user"),
    "Mo": (Seat, "From outside the agency"),
}
ACTIVITIES = (
    "Where this comes from",
    "The model, moving",
    "A first conversation between equals",
    "My own map",
    "What we know around here",
    "Finding out what somebody would like",
    "How much to tell",
    "When going out feels too much",
    "What gets in people’s way",
    "What gets in our own way",
    "Green, amber, red",
    "Tell a colleague",
    "How I work now",
)


@dataclass
class Day:
    """Everybody in the room: two who give the training, the screen for all, and six in their seats."""

    ben: Page
    ela: Page
    wall: Page
    priya: Seat
    tom: Seat
    carer: Seat
    kofi: Seat
    sal: Seat
    mo: Seat

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Return the six."""
        return (self.priya, self.tom, self.carer, self.kofi, self.sal, self.mo)

    def goes_to(self, name: str) -> None:
        """Let the two take turns in going on, and see everybody come along on a page that is clean."""
        leads = (self.ben, self.ela)[ACTIVITIES.index(name) % 2]
        leads.get_by_role("navigation", name="Agenda").get_by_role("button", name=name, exact=True).click()
        for page in (self.ben, self.ela, self.wall):
            expect(page.locator("h1")).to_have_text(name, timeout=WAIT)
        for seat in self.seats:
            seat.is_at(name)
        for page in (self.ben, self.wall, self.priya.page, self.kofi.page):
            page.evaluate("scrollTo(0, 0)")
            found = found_by_axe(page)
            assert not found, f"{name} {page.url}: {found}"

    def all_see(self, *words: str) -> None:
        """Wait until words have come before everybody's eyes."""
        self.trainers_see(*words)
        for seat in self.seats:
            seat.sees(*words)

    def trainers_see(self, *words: str) -> None:
        """Wait until words have come to the trainers and to the screen for all."""
        for page in (self.ben, self.ela, self.wall):
            for some in words:
                expect(page.locator("main")).to_contain_text(some, timeout=WAIT)

    def nobody_sees(self, words: str, but: Seat) -> None:
        """See that words are before their author's eyes alone."""
        for page in (self.ben, self.ela, self.wall, *(seat.page for seat in self.seats if seat is not but)):
            sees_nothing_of(page, words)

    def choose(self, *notes: str, then: str, title: str = "") -> None:
        """Let Ela do something with notes."""
        for words in notes:
            self.ela.get_by_role("checkbox", name=words).check()
        self.ela.get_by_label("Put together under").fill(title)
        self.ela.get_by_role("button", name=then, exact=True).click()


def is_planned_by_two(ben: Page, cast: Cast) -> Training:
    go(ben, "training:plan", agency_id=cast.agency.pk)
    ben.get_by_label("What is it called?").fill("A day for the North team")
    press(ben, "Begin")
    training = Training.objects.get()
    here = {"agency_id": cast.agency.pk, "training_id": training.pk}
    go(ben, "training:agenda", **here)
    press(ben, "Begin with the whole day")
    go(ben, "training:add_trainer", **here)
    ben.get_by_label("Who?").select_option(label="Ela (North team)")
    ben.get_by_role("radio", name="Practitioner", exact=True).check()
    press(ben, "Add them")
    go(ben, "training:trainer", **here)
    press(ben, "Open the room")
    return training


def people_come_in(ben: Page, cast: Cast, training: Training, come_in: ComeIn) -> Day:
    here = {"agency_id": cast.agency.pk, "training_id": training.pk}
    code = ben.locator(".door__code").inner_text()
    ela, wall = come_in(cast.ela, viewport={"width": 1280, "height": 900}), come_in(cast.ben)
    for page in (ela, wall):
        page.add_init_script(path=AXE_FILE_PATH)
    go(ela, "training:trainer", **here)
    go(wall, "training:projector", **here, track=0)
    seats = []
    for name, (hands, who) in SEATS.items():
        seat = hands(come_in(None, **hands.options))
        seat.page.add_init_script(path=AXE_FILE_PATH)
        seat.joins(code.lower(), name, who)
        seats.append(seat)
    expect(ben.get_by_text("6 people are here")).to_be_visible(timeout=WAIT)
    return Day(ben, ela, wall, *seats)


def questions_are_asked_and_answered(day: Day) -> None:
    day.ben.get_by_role("button", name="Next slide").click()
    day.all_see("2 of ")
    day.priya.writes("Who paid for the first study?")
    day.all_see("Who paid for the first study?")
    day.ela.get_by_role("button", name=re.compile("Tick off.*Who paid")).click()
    day.priya.sees("Answered")
    day.sal.sees("Answered")


def columns_are_opened_together(day: Day) -> None:
    day.kofi.writes("I ask about family", column="What I know already")
    day.carer.writes("Why eight circles?", column="New to me, or unclear")
    day.nobody_sees("I ask about family", but=day.kofi)
    day.nobody_sees("Why eight circles?", but=day.carer)
    day.ben.get_by_role("button", name=re.compile("Open for all.*What I know")).click()
    day.all_see("I ask about family")
    day.ela.get_by_role("button", name=re.compile("Open for all.*New to me")).click()
    day.all_see("Why eight circles?")
    day.tom.writes("When does it end?", column="Not clear yet")
    day.trainers_see("When does it end?")


def a_first_conversation_is_planned(day: Day) -> None:
    day.sal.writes("A walk, and no folder", column="My notes for a first meeting")
    day.nobody_sees("A walk, and no folder", but=day.sal)
    day.mo.writes("Asking before writing", column="What makes both feel valued")
    day.all_see("Asking before writing")


def everybody_may_draw_a_map(day: Day) -> None:
    for seat, name in ((day.tom, "Meera"), (day.kofi, "Uncle Joe"), (day.sal, "The baker")):
        seat.follows("Open my map")
        seat.follows("Add someone")
        seat.fills("What do you call them?", name)
        seat.presses("Put on the map")
        expect(seat.page.get_by_role("main")).to_contain_text(name)
        day.nobody_sees(name, but=seat)
        seat.page.goto(reverse("training:seat"))
    expect(day.ben.locator("main")).to_contain_text("3 maps have been begun", timeout=WAIT)
    a_map_is_shown_and_taken_back(day)
    day.tom.writes("She gives more than I knew", column="What I give and what I get")
    day.nobody_sees("She gives more than I knew", but=day.tom)
    day.kofi.writes("Slower than I thought", column="How it was to do this")
    day.all_see("Slower than I thought")


def a_map_is_shown_and_taken_back(day: Day) -> None:
    day.kofi.follows("Open my map")
    day.kofi.presses("Show my map to the room")
    for page in (day.wall, day.priya.page):
        expect(page.locator(".shown-map")).to_have_count(1, timeout=WAIT)
        sees_nothing_of(page, "Uncle Joe")
    day.kofi.presses("Take it back")
    for page in (day.wall, day.priya.page):
        expect(page.locator(".shown-map")).to_have_count(0, timeout=WAIT)
    day.kofi.page.goto(reverse("training:seat"))


def places_and_gaps_are_gathered(day: Day) -> None:
    known = "Groups, services and places that we know"
    day.carer.writes("Weir choir: everybody is welcome", column=known)
    day.sal.writes("Singing at the mill", column=known)
    day.mo.writes("Nowhere to play chess", column="What is missing")
    day.all_see("Weir choir", "Singing at the mill", "Nowhere to play chess")
    day.kofi.answers("Weir choir: everybody is welcome", "My aunt leads it")
    day.all_see("My aunt leads it")
    day.choose("Weir choir: everybody is welcome", "Singing at the mill", title="Music", then="Put together")
    for page in (day.wall, day.priya.page):
        expect(page.locator(".together", has_text="Music").locator("> ul > li.note")).to_have_count(2, timeout=WAIT)


def a_conversation_is_stepped_through(day: Day) -> None:
    day.kofi.follows("Step through the conversation")
    day.kofi.follows("Go on")
    expect(day.kofi.page.get_by_role("main")).to_contain_text("I never know where to put my coat")
    day.kofi.follows("Back to the room")
    day.priya.writes("She waited", column="What was good")
    day.sal.writes("Ask what he cooked", column="What could be better")
    day.all_see("She waited", "Ask what he cooked")
    day.tom.writes("I would bring a map", column="How I would go about it")
    day.nobody_sees("I would bring a map", but=day.tom)


def groups_have_cards_of_their_own(day: Day) -> None:
    day.ben.get_by_role("button", name="Groups of 3").click()
    for seat in day.seats:
        seat.sees("your card", "you work with")
    cards = {seat.page.locator(".scenario__title").inner_text() for seat in day.seats}
    assert len(cards) == 2
    day.mo.writes("Only the first name", column="What we would share, and what not")
    day.priya.writes("Ask him on the way", column="How the two could agree on it")
    day.all_see("Only the first name", "Ask him on the way")
    expect(day.wall.locator(".note", has_text="Only the first name")).to_contain_text("Group")


def small_steps_are_found(day: Day) -> None:
    day.carer.writes("Look at the door from over the road")
    day.all_see("Look at the door from over the road")


def barriers_have_ways_round(day: Day) -> None:
    day.priya.writes("No bus on Sundays", sort="Getting there")
    day.all_see("No bus on Sundays")
    day.sal.answers("No bus on Sundays", "Share a taxi with a neighbour")
    day.all_see("Share a taxi with a neighbour")


def practitioners_have_barriers_too(day: Day) -> None:
    day.tom.writes("Visits are counted, talks are not", sort="Time")
    day.all_see("Visits are counted, talks are not")
    day.kofi.answers("Visits are counted, talks are not", "Ask Gwen to count both")
    day.all_see("Ask Gwen to count both")


def places_have_lights(day: Day) -> None:
    day.kofi.writes("The walkers", sort="Would recommend")
    day.sal.writes("Walkers: a cold hall", sort="Unsure")
    day.all_see("The walkers", "Walkers: a cold hall")
    day.priya.answers("Walkers: a cold hall", "A heater would do")
    day.choose("The walkers", "Walkers: a cold hall", title="The walking group", then="Put together")
    expect(day.wall.locator(".together", has_text="walking group").locator("> ul > li.note")).to_have_count(
        2, timeout=WAIT
    )
    day.choose("Walkers: a cold hall", then="Could move up")
    day.all_see("Could move up", "A heater would do")


def pairs_explain_it_to_each_other(day: Day) -> None:
    day.ela.get_by_role("button", name="Groups of 2").click()
    for seat in day.seats:
        seat.sees("you work with", "You tell")
    day.ben.get_by_role("button", name="Start the timer").click()
    for seat in day.seats:
        seat.sees("until ")
    day.mo.writes("Two people, one plan", column="Words that worked")
    day.carer.writes("Lunch together once a month", column="What each of us could bring")
    day.all_see("Two people, one plan", "Lunch together once a month")


def own_practice_is_looked_at(day: Day) -> None:
    for seat in (day.tom, day.sal):
        seat.follows("Look at how I work")
        if seat.page.get_by_role("button", name="See what it says").count() == 0:
            seat.follows("Begin")
        seat.page.get_by_role("main").get_by_role("radio").first.check()
        seat.presses("See what it says")
        expect(seat.page.get_by_role("heading", name="How I work now, as I see it")).to_be_visible()
        seat.page.goto(reverse("training:seat"))
    day.tom.writes("Ring Sheila about the choir", column="What I will do")
    day.nobody_sees("Ring Sheila about the choir", but=day.tom)
    day.priya.writes("One list of who speaks what", column="What would help all of us")
    day.all_see("One list of who speaks what")


PLAYED = (
    questions_are_asked_and_answered,
    columns_are_opened_together,
    a_first_conversation_is_planned,
    everybody_may_draw_a_map,
    places_and_gaps_are_gathered,
    a_conversation_is_stepped_through,
    groups_have_cards_of_their_own,
    small_steps_are_found,
    barriers_have_ways_round,
    practitioners_have_barriers_too,
    places_have_lights,
    pairs_explain_it_to_each_other,
    own_practice_is_looked_at,
)


def the_room_is_closed(day: Day, training: Training) -> None:
    sees_nothing_of(day.wall, *filter(None, SEATS))
    go(day.ben, "training:close_room", agency_id=training.agency_id, training_id=training.pk, track=0)
    press(day.ben, "Close the room")
    for seat, words in ((day.tom, "Ring Sheila about the choir"), (day.sal, "A walk, and no folder")):
        seat.page.goto(reverse("training:my_notes"))
        expect(seat.page.get_by_role("main")).to_contain_text(words)


def goes_further(page: Page, training: Training, board: str, way: str, note: str) -> None:
    """Open the page on which a note is taken to where daily work finds it."""
    go(page, "training:afterwards", agency_id=training.agency_id, training_id=training.pk)
    follow(page, board)
    page.get_by_role("link", name=re.compile(f"{way}.*{note}")).click()


def what_was_found_out_lands(day: Day, training: Training, hana: Page, dev: Page, gwen: Page) -> None:
    agency = {"agency_id": training.agency_id}
    goes_further(day.ben, training, "What we know around here", "Into the directory", "Weir choir")
    day.ben.get_by_label("Group", exact=True).check()
    press(day.ben, "Put it in the directory")
    follow(day.ben, "In the directory")
    hana.goto(day.ben.url)
    expect(hana.get_by_role("heading", name="Weir choir", level=1)).to_be_visible()
    goes_further(day.ela, training, "What we know around here", "Onto the board of what is missing", "Nowhere to play")
    press(day.ela, "Take it there")
    goes_further(day.ben, training, "Green, amber, red", "To how people find a place", "Walkers: a cold hall")
    press(day.ben, "Take it there")
    goes_further(day.ela, training, "What gets in people’s way", "Into the library of ways round", "Share a taxi")
    press(day.ela, "Take it there")

    for page, address, words in (
        (hana, "community:gaps", "Nowhere to play chess"),
        (dev, "community:ratings_waiting", "Walkers: a cold hall"),
        (gwen, "barriers:queue", "Share a taxi with a neighbour"),
    ):
        go(page, address, **agency)
        expect(page.get_by_role("main").get_by_text(words).first).to_be_visible()


def test_a_whole_training_from_its_plan_to_daily_work(cast: Cast, come_in: ComeIn) -> None:
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    ben = come_in(cast.ben, viewport={"width": 1280, "height": 900})
    ben.add_init_script(path=AXE_FILE_PATH)
    training = is_planned_by_two(ben, cast)
    day = people_come_in(ben, cast, training, come_in)
    for name, plays in zip(ACTIVITIES, PLAYED, strict=True):
        day.goes_to(name)
        plays(day)
    the_room_is_closed(day, training)
    what_was_found_out_lands(day, training, come_in(cast.hana), come_in(cast.dev), come_in(cast.gwen))
