import re

import pytest

from connecting_people.journey.models import Entry
from connecting_people.review.models import Review, View
from connecting_people.review.rules import Heading
from connecting_people.review.tests.looks import a_year, address, agreed, by, of_one, open_one, say, signed_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def test_an_empty_page_says_what_looking_back_is_for(cast):
    said = text_of(signed_in(cast, "asha"), address(cast, "reviews"))

    assert "side by side" in said and address(cast, "begin") in said


@pytest.mark.parametrize("who", ["asha", "ben"])
def test_either_can_begin(cast, who):
    went_on = signed_in(cast, who).post(address(cast, "begin"), {"since": "start", "voice": ""})
    if went_on.status_code == 422:
        place = cast.place(who)
        went_on = signed_in(cast, who).post(address(cast, "begin"), {"since": "start", "voice": str(place.pk)})

    review = Review.objects.get()
    assert went_on["Location"] == of_one(cast, "review", review)


def test_what_each_saw_stands_side_by_side_in_their_own_words(cast):
    review = open_one(cast)
    page = of_one(cast, "look", review, heading="goals")
    signed_in(cast, "asha").post(page, {"words": "I sing now"})
    signed_in(cast, "ben").post(page, {"words": "You sing every week", "voice": str(cast.place("ben").pk)})

    said = text_of(signed_in(cast, "asha"), of_one(cast, "review", review))

    assert "both--two" in said and "I sing now" in said and "You sing every week" in said


def test_one_line_alone_is_a_whole_look_back_that_both_can_agree(cast):
    review = open_one(cast)
    asha, ben = signed_in(cast, "asha"), signed_in(cast, "ben")
    asha.post(of_one(cast, "look", review, heading="whole"), {"words": "It was good to have company"})
    asha.post(of_one(cast, "put", review))

    ben.post(of_one(cast, "agree", review))

    said = text_of(asha, of_one(cast, "review", review))
    assert "by Asha and Ben" in said and "It stays as it is" in said


def test_the_persons_own_view_of_enough_stands_before_anything_that_is_measured(cast):
    a_year(cast)
    review = open_one(cast)

    said = text_of(signed_in(cast, "ben"), of_one(cast, "review", review))

    assert said.index("Is it enough?") < said.index("Goals") < said.index("Questions, then and now")


def test_every_heading_opens_and_shows_what_the_record_shows(cast):
    a_year(cast)
    review = open_one(cast)
    client = signed_in(cast, "ben")
    shows = {
        "whole": "story of this time",
        "enough": "A few more would be nice",
        "map": "Came closer",
        "goals": "I hum",
        "outings": "Walk with the Tuesday walkers",
        "met": "We both stopped for the heron",
        "strengths": "Making people laugh",
        "barriers": "Yes, it helped",
        "stock": "It carries",
        "measures": "→",
        "brings": "Not much yet",
        "outcomes": "New on the map: Wei",
        "worth": "What it cost Asha",
    }

    for heading in Heading:
        said = text_of(client, of_one(cast, "look", review, heading=heading.value))
        assert shows.get(heading.value, "<h1>") in said, heading


def test_a_goal_keeps_both_views_of_it_apart(cast):
    a_year(cast)
    review = open_one(cast)

    said = text_of(signed_in(cast, "asha"), of_one(cast, "look", review, heading="goals"))

    assert "A little less than hoped (I hum), then As hoped (I sing once a week)" in said
    assert "A little more than hoped (I sing twice a week)" in said


def test_an_outcome_stands_beside_what_the_record_shows_and_what_each_says_of_it(cast):
    a_year(cast)
    review = open_one(cast)
    page = of_one(cast, "look_at", review, heading="outcomes", item="social-confidence")

    signed_in(cast, "asha").post(page, {"words": "I look people in the eye"})

    said = text_of(signed_in(cast, "asha"), page)
    assert "Not very sure before, Quite sure after" in said or "Not very sure before" in said
    assert "I look people in the eye" in said and "and not why" in said


@pytest.mark.parametrize("wrong", ["nowhere", "outcomes/nothing", "goals/network"])
def test_what_is_no_heading_is_not_there(cast, wrong):
    review = open_one(cast)

    assert signed_in(cast, "asha").get(f"{of_one(cast, 'review', review)}look/{wrong}/").status_code == 404


def test_empty_words_are_asked_for_beside_the_box(cast):
    review = open_one(cast)

    answer = signed_in(cast, "asha").post(of_one(cast, "look", review, heading="whole"), {"words": ""})

    assert answer.status_code == 422 and "Write a few words" in answer.content.decode()


def test_who_was_slower_with_the_same_words_sees_both(cast):
    review = open_one(cast)
    said = say(cast, "asha", review, "It was good")
    page = of_one(cast, "reword", review, said_id=said.pk)
    asha = signed_in(cast, "asha")
    asha.post(page, {"words": "It was very good", "version": "1"})

    answer = asha.post(page, {"words": "It was fine", "version": "1"})

    text = answer.content.decode()
    assert answer.status_code == 422 and "It was very good" in text and "It was fine" in text
    assert asha.post(page, {"words": "Very good, and fine", "version": "2"}).status_code == 302


def test_an_agreed_look_back_takes_no_more_words_and_no_other_wording_changes_it(cast):
    from connecting_people.journey import actions as journey

    review = open_one(cast)
    said = say(cast, "asha", review, "It was good")
    agreed(cast, review)
    asha = signed_in(cast, "asha")

    entry = Entry.objects.get(pk=said.entry_id)
    entry.partnership = cast.reach("asha")
    journey.reword(by=cast.asha, at=by(cast, "asha")["at"], entry=entry, words="It was awful", version=1)

    text = text_of(asha, of_one(cast, "review", review))
    assert "It was good" in text and "It was awful" not in text
    assert "<textarea" not in text_of(asha, of_one(cast, "look", review, heading="whole"))
    assert asha.post(of_one(cast, "look", review, heading="whole"), {"words": "More"}).status_code == 200
    assert "More" not in text_of(asha, of_one(cast, "review", review))


def test_to_say_more_after_agreeing_is_another_look_back(cast):
    review = open_one(cast)
    say(cast, "asha", review, "It was good")
    agreed(cast, review)

    signed_in(cast, "asha").post(address(cast, "begin"), {"since": "start"})

    assert Review.objects.count() == 2


def test_the_page_of_an_urgent_look_reads_only(cast):
    from connecting_people.partnership import actions as partnership

    review = open_one(cast)
    partnership.look_urgently(
        by=cast.ela, at=by(cast, "ben")["at"], partnership=cast.partnership, reason="Nobody can be reached today"
    )
    ela = signed_in(cast, "ela")

    for page in (
        address(cast, "reviews"),
        of_one(cast, "review", review),
        of_one(cast, "look", review, heading="map"),
        of_one(cast, "look", review, heading="outcomes"),
        of_one(cast, "report", review),
    ):
        assert "<textarea" not in text_of(ela, page) and "Put it to the other" not in text_of(ela, page)
    for page in (address(cast, "begin"), of_one(cast, "next", review), of_one(cast, "choose", review)):
        assert ela.get(page).status_code == 404


def test_what_comes_next_is_said_agreed_and_done_with_a_yes_of_its_own(cast):
    review = open_one(cast)
    signed_in(cast, "asha").post(of_one(cast, "next", review), {"choice": "pause", "words": "The summer is long"})
    ahead = review.nexts.get()
    ben = signed_in(cast, "ben")
    assert "Yes, begin the pause today" in text_of(ben, of_one(cast, "next_agree", review, next_id=ahead.pk))

    ben.post(of_one(cast, "next_agree", review, next_id=ahead.pk), {})
    cast.partnership.refresh_from_db()
    assert cast.partnership.state == "together"

    ben.post(of_one(cast, "next_do", review, next_id=ahead.pk))
    cast.partnership.refresh_from_db()
    assert cast.partnership.state == "paused"


def test_going_back_to_a_step_asks_which(cast):
    review = open_one(cast)

    answer = signed_in(cast, "asha").post(of_one(cast, "next", review), {"choice": "come_back"})

    assert answer.status_code == 422 and "Choose one of the eight steps" in answer.content.decode()


def test_the_person_says_how_they_see_the_two_and_takes_it_back(cast):
    review = open_one(cast)
    asha = signed_in(cast, "asha")
    page = of_one(cast, "view", review)
    sent = {"of_practitioner": "Ben listens", "of_agency": "Too many letters", "share": "named", "version": "0"}

    assert asha.post(page, sent).status_code == 302
    assert "with your name" in text_of(asha, page)

    asha.post(of_one(cast, "view_back", review))
    assert View.objects.get().share == "not"
    assert signed_in(cast, "ben").get(page).status_code == 404


def test_an_older_form_of_the_own_view_shows_both(cast):
    review = open_one(cast)
    asha, page = signed_in(cast, "asha"), of_one(cast, "view", review)
    asha.post(page, {"of_practitioner": "Ben listens", "of_agency": "", "share": "not", "version": "0"})

    answer = asha.post(page, {"of_practitioner": "Ben talks", "of_agency": "", "share": "not", "version": "0"})

    text = answer.content.decode()
    assert answer.status_code == 422 and "Ben listens" in text and "Ben talks" in text


def test_twice_pressed_is_said_once(cast):
    review = open_one(cast)
    asha, page = signed_in(cast, "asha"), of_one(cast, "look", review, heading="whole")
    token = re.search(r'name="once" value="([^"]*)"', text_of(asha, page)).group(1)

    for _press in range(2):
        asha.post(page, {"words": "It was good", "once": token})

    assert review.said.count() == 1
