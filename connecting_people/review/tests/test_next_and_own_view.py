from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from connecting_people.core.permissions import NotAllowed
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import Standing
from connecting_people.partnership import actions as partnerships
from connecting_people.partnership.rules import State
from connecting_people.review import queries
from connecting_people.review.actions import next as what_next
from connecting_people.review.actions import own_view as own
from connecting_people.review.actions import report, reviews
from connecting_people.review.actions.reviews import ReviewError
from connecting_people.review.models import PutIn, View
from connecting_people.review.rules import Choice, Part, Share
from connecting_people.review.tests.looks import a_year_ago, by, open_one, say, today

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("choice", "state"), [(Choice.PAUSE, State.PAUSED), (Choice.MOVE_ON, State.AWAY), (Choice.CARRY_ON, State.TOGETHER)]
)
def test_only_with_a_yes_of_its_own_agreeing_does_it(cast, choice, state):
    review = open_one(cast)
    ahead = what_next.propose(**by(cast, "asha"), review=review, choice=choice)
    act = by(cast, "ben") | {"next_one": queries.next_in(review, ahead.pk)}

    if choice == Choice.CARRY_ON:
        what_next.agree(**act)
        with pytest.raises(ReviewError):
            what_next.do_now(**by(cast, "ben"), next_one=queries.next_in(review, ahead.pk))
    else:
        what_next.agree(**act, do_it=True)

    cast.partnership.refresh_from_db()
    assert cast.partnership.state == state


def test_coming_back_from_a_pause_at_a_step_is_agreed_and_done(cast):
    partnerships.pause(**by(cast, "asha"))
    review = open_one(cast)
    ahead = what_next.propose(**by(cast, "ben"), review=review, choice=Choice.COME_BACK, step=3)

    what_next.agree(**by(cast, "asha"), next_one=queries.next_in(review, ahead.pk), do_it=True)

    assert cast.reach("asha").state == State.TOGETHER
    ahead.refresh_from_db()
    assert ahead.done_at


def test_what_is_not_agreed_is_not_done(cast):
    review = open_one(cast)
    ahead = what_next.propose(**by(cast, "asha"), review=review, choice=Choice.PAUSE)

    with pytest.raises(ReviewError, match="agree to it first"):
        what_next.do_now(**by(cast, "ben"), next_one=queries.next_in(review, ahead.pk))


def test_what_is_so_already_is_not_done_again(cast):
    review = open_one(cast)
    ahead = what_next.propose(**by(cast, "asha"), review=review, choice=Choice.PAUSE)
    partnerships.pause(**by(cast, "ben"))

    with pytest.raises(ReviewError, match="stands there already"):
        what_next.agree(**by(cast, "ben"), next_one=queries.next_in(review, ahead.pk), do_it=True)
    ahead.entry.refresh_from_db()
    assert ahead.entry.standing == Standing.PROPOSED


def test_both_ways_on_stand_where_they_are_seen_differently(cast):
    review = open_one(cast)
    ahead = what_next.propose(**by(cast, "asha"), review=review, choice=Choice.MOVE_ON)

    what_next.see_differently(
        **by(cast, "ben"), next_one=queries.next_in(review, ahead.pk), words="I would stay until spring"
    )

    assert queries.next_in(review, ahead.pk).entry.standing == Standing.DIFFERENT


def test_nobody_agrees_to_their_own_proposal(cast):
    review = open_one(cast)
    ahead = what_next.propose(**by(cast, "asha"), review=review, choice=Choice.PAUSE)

    with pytest.raises(NotAllowed):
        what_next.agree(**by(cast, "asha"), next_one=queries.next_in(review, ahead.pk))


@pytest.mark.parametrize(
    "wrong", [{"choice": Choice.COME_BACK}, {"choice": Choice.PAUSE, "step": 3}, {"choice": Choice.PAUSE, "day": 0}]
)
def test_what_comes_next_makes_sense(cast, wrong):
    review = open_one(cast)
    day = wrong.pop("day", None)
    more = {"look_again_date": today()} if day is not None else {}

    with pytest.raises(ReviewError):
        what_next.propose(**by(cast, "asha"), review=review, **wrong, **more)


def test_a_next_one_of_others_is_not_there(cast):
    act = by(cast, "dev", partnership=cast.hanas)
    other = reviews.open_review(**act, since_date=cast.hanas.made_at.date())
    ahead = what_next.propose(**act, review=other, choice=Choice.PAUSE)

    with pytest.raises(Http404):
        what_next.agree(**by(cast, "ben"), next_one=queries.next_in(other, ahead.pk))
    with pytest.raises(Http404):
        queries.next_in(open_one(cast), ahead.pk)


def test_the_day_to_look_back_again_comes_due_unless_there_is_a_newer_one(cast):
    a_year_ago(cast)
    before = timezone.now() - timedelta(days=100)
    review = open_one(cast, at=before)
    day = today() - timedelta(days=10)
    what_next.propose(**by(cast, "asha", before), review=review, choice=Choice.CARRY_ON, look_again_date=day)

    assert queries.due(cast.partnership, today()).get() == review
    assert not queries.due(cast.partnership, day - timedelta(days=1)).exists()
    open_one(cast)
    assert not queries.due(cast.partnership, today()).exists()


VIEW = {"of_practitioner": "Ben listens", "of_agency": "Too many letters"}


def test_the_persons_view_stands_in_no_record(cast):
    review = open_one(cast)
    entries = Entry.objects.count()

    view = own.say_view(**by(cast, "asha"), review=review, **VIEW, share=Share.UNNAMED)

    assert Entry.objects.count() == entries
    assert (view.quarter_date.day, view.quarter_date.month % 3) == (1, 1)


def test_only_the_person_says_how_they_see_the_two(cast):
    review = open_one(cast)

    with pytest.raises(NotAllowed):
        own.say_view(**by(cast, "ben"), review=review, **VIEW, share=Share.NAMED)
    with pytest.raises(NotAllowed):
        own.say_view(**by(cast, "ben"), review=review, **VIEW, share=Share.NAMED, voice=cast.place("asha"))


def test_for_who_has_no_login_the_practitioner_writes_it_down_and_sees_it(cast):
    act = by(cast, "ivan", partnership=cast.ivans)
    review = reviews.open_review(**act, since_date=act["partnership"].made_at.date())

    view = own.say_view(**act, review=review, **VIEW, share=Share.NAMED, voice=act["partnership"].person)

    assert queries.view_of(act["partnership"], review) == view


def test_a_view_is_changed_by_who_read_it_last_and_taken_back_at_will(cast):
    review = open_one(cast)
    first = own.say_view(**by(cast, "asha"), review=review, **VIEW, share=Share.NAMED)

    with pytest.raises(own.StaleView):
        own.say_view(**by(cast, "asha"), review=review, **VIEW, share=Share.NOT, version=0)
    with pytest.raises(ReviewError):
        own.say_view(**by(cast, "asha"), review=review, of_practitioner=" ", of_agency="", share=Share.NOT, version=1)
    own.take_back(**by(cast, "asha"), view=View.objects.get(pk=first.pk))

    assert View.objects.get().share == Share.NOT
    with pytest.raises(NotAllowed):
        own.take_back(**by(cast, "ben"), view=View.objects.get())


def test_each_says_yes_for_themselves_to_what_goes_in(cast):
    review = open_one(cast)
    report.put_in(**by(cast, "asha"), review=review, parts=[Part.MAP, Part.SAID])
    report.put_in(**by(cast, "ben"), review=review, parts=[Part.SAID])

    report.put_in(**by(cast, "asha"), review=review, parts=[Part.SAID])

    said = {(one.place.name, one.part) for one in PutIn.objects.select_related("place")}
    assert said == {("Asha", "said"), ("Ben", "said")}
    with pytest.raises(NotAllowed):
        report.put_in(**by(cast, "ben"), review=review, parts=[Part.MAP], voice=cast.place("asha"))


def test_only_ones_own_private_words_are_put_in(cast):
    review = open_one(cast)
    mine = say(cast, "asha", review, "For me", to_oneself=True)
    shared = say(cast, "asha", review, "For both")
    theirs = say(cast, "ben", review, "For him", to_oneself=True)

    report.put_in(**by(cast, "asha"), review=review, parts=[], private=[mine.entry])
    for entry in (shared.entry, theirs.entry):
        with pytest.raises(report.NotYours):
            report.put_in(**by(cast, "asha"), review=review, parts=[], private=[entry])

    assert PutIn.objects.get().entry == mine.entry
    assert not queries.put_in_by(cast.reach("ben"), review).exists()
