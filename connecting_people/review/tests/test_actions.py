from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import Http404
from django.utils import timezone

from connecting_people.core.permissions import NotAllowed
from connecting_people.guide.processes import FEEDBACK, SKILL_RECOGNITION
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import Standing, pack
from connecting_people.review import queries
from connecting_people.review.actions import next as what_next
from connecting_people.review.actions import own_view as own
from connecting_people.review.actions import report, reviews
from connecting_people.review.actions.reviews import Agreed, ReviewError, SaidElsewhere, Waits, WrongDay
from connecting_people.review.models import Frozen, Review, Said
from connecting_people.review.record.lines import kept, read
from connecting_people.review.rules import Choice, Heading, Share
from connecting_people.review.tests.looks import a_year, a_year_ago, agreed, by, open_one, say, seen, today

pytestmark = pytest.mark.django_db


def test_opening_stands_in_the_record_with_whose_it_was(cast):
    review = open_one(cast, "ben")

    assert (review.entry.kind, review.entry.voice) == ("review", cast.place("ben"))
    assert review.entry.target_id == review.pk and review.entry.steps == pack([8])


def test_both_who_begin_at_once_begin_the_same(cast):
    assert open_one(cast, "asha") == open_one(cast, "ben")


def test_what_the_other_keeps_in_an_open_one_does_not_show_when_one_begins(cast):
    review = open_one(cast, "asha")
    say(cast, "asha", review, "For me alone", to_oneself=True)

    assert open_one(cast, "ben") == review


def test_once_something_was_said_another_is_another(cast):
    review = open_one(cast, "asha")
    say(cast, "asha", review, "It was good")

    assert open_one(cast, "ben") != review


@pytest.mark.parametrize("days", [-1, 2])
def test_a_span_lies_within_the_time_together(cast, days):
    begun = cast.reach("asha").made_at.date()

    with pytest.raises(WrongDay):
        open_one(cast, since=begun - timedelta(days=1) if days < 0 else today() + timedelta(days=1))


def test_the_spans_are_since_the_start_and_since_the_last_that_both_agreed(cast):
    a_year_ago(cast)
    assert [name for name, _day in queries.spans(cast.reach("asha"), today())] == ["start"]
    review = open_one(cast, at=timezone.now() - timedelta(days=90))
    before = timezone.now() - timedelta(days=90)
    say(cast, "asha", review, "It was good", at=before)
    agreed(cast, review, at=before)

    assert [name for name, _day in queries.spans(cast.reach("asha"), today())] == ["last", "start"]


def test_words_are_an_entry_of_the_record_with_what_they_were_about(cast):
    review = open_one(cast)

    said = say(cast, "ben", review, "She carries a tune", Heading.STRENGTHS)

    assert said.entry.words == "She carries a tune"
    assert said.entry.processes == pack([FEEDBACK.number, SKILL_RECOGNITION.number])


def test_what_a_practitioner_writes_down_for_the_person_waits_for_their_word(cast):
    review = open_one(cast, "ben")

    said = say(cast, "ben", review, "It was all right", voice=cast.place("asha"))

    assert said.entry.as_said and said.entry.confirmed_at is None
    journey.confirm(by=cast.asha, at=timezone.now(), entry=queries.said_one(cast.reach("asha"), review, said.pk).entry)
    said.entry.refresh_from_db()
    assert said.entry.confirmed_at


@pytest.mark.parametrize(
    ("heading", "item"), [(Heading.GOALS, "network"), (Heading.OUTCOMES, ""), (Heading.OUTCOMES, "nothing")]
)
def test_a_part_that_is_not_there_takes_no_words(cast, heading, item):
    review = open_one(cast)

    with pytest.raises(Http404):
        say(cast, "asha", review, "Words", heading, item=item)


def test_a_look_back_of_others_is_not_there(cast):
    act = by(cast, "dev", partnership=cast.hanas)
    other = reviews.open_review(**act, since_date=cast.hanas.made_at.date())

    with pytest.raises(Http404):
        say(cast, "asha", other, "Words")
    with pytest.raises(Http404):
        queries.review_in(cast.reach("asha"), other.pk)
    with pytest.raises(Http404):
        what_next.propose(**by(cast, "asha"), review=other, choice=Choice.CARRY_ON)
    with pytest.raises(Http404):
        report.put_in(**by(cast, "asha"), review=other, parts=[])
    with pytest.raises(Http404):
        own.say_view(**by(cast, "asha"), review=other, of_practitioner="A", of_agency="", share=Share.NOT)


def test_own_words_are_said_differently_and_the_earlier_ones_stay(cast):
    review = open_one(cast)
    said = say(cast, "asha", review, "It was good")

    act = by(cast, "asha") | {"review": review, "said": queries.said_one(cast.reach("asha"), review, said.pk)}
    reviews.say_differently(**act, words="It was very good", version=1)

    assert said.entry.wordings.get().words == "It was good"
    with pytest.raises(SaidElsewhere) as stale:
        reviews.say_differently(**act, words="It was fine", version=1)
    assert stale.value.now.words == "It was very good"


def test_nobody_says_the_others_words_differently(cast):
    review = open_one(cast)
    said = say(cast, "asha", review, "It was good")
    act = by(cast, "ben") | {"review": review, "said": queries.said_one(cast.reach("ben"), review, said.pk)}

    with pytest.raises(NotAllowed):
        reviews.say_differently(**act, words="It was bad", version=1)
    other = open_one(cast)
    with pytest.raises(Http404):
        reviews.say_differently(**(act | {"review": other}), words="It was bad", version=1)


def test_an_empty_look_back_cannot_be_put_to_the_other(cast):
    review = open_one(cast)

    with pytest.raises(ReviewError, match="Say something first"):
        reviews.put_to_the_other(**by(cast, "asha"), review=review)


def test_what_one_keeps_is_not_in_what_is_put_to_the_other(cast):
    review = open_one(cast)
    say(cast, "asha", review, "It was good")
    say(cast, "asha", review, "And hard", to_oneself=True)

    frozen = reviews.put_to_the_other(**by(cast, "asha"), review=review)

    assert [one.words for one in read(frozen.content).said] == ["It was good"]


def test_a_review_waits_until_the_other_answers(cast):
    review = open_one(cast)
    say(cast, "asha", review, "It was good")
    reviews.put_to_the_other(**by(cast, "asha"), review=review)

    with pytest.raises(Waits):
        reviews.put_to_the_other(**by(cast, "ben"), review=review)
    with pytest.raises(NotAllowed):
        reviews.agree(**by(cast, "asha"), review=review)


def test_an_agreed_look_back_is_closed(cast):
    review = open_one(cast)
    said = say(cast, "asha", review, "It was good")
    agreed(cast, review)

    for act in (
        lambda: say(cast, "ben", review, "More"),
        lambda: reviews.put_to_the_other(**by(cast, "ben"), review=review),
        lambda: reviews.agree(**by(cast, "ben"), review=review),
        lambda: reviews.say_differently(**by(cast, "asha"), review=review, said=said, words="Worse", version=1),
    ):
        with pytest.raises(Agreed):
            act()
    assert Frozen.objects.get().entry.standing == Standing.AGREED


def test_seen_differently_both_go_on_and_put_it_anew(cast):
    review = open_one(cast)
    say(cast, "asha", review, "It was good")
    reviews.put_to_the_other(**by(cast, "asha"), review=review)
    reviews.see_differently(**by(cast, "ben"), review=review, words="There is more to say")

    say(cast, "ben", review, "It was long")
    reviews.put_to_the_other(**by(cast, "ben"), review=review)
    reviews.agree(**by(cast, "asha"), review=review)

    assert len(read(queries.frozen_of(review).content).said) == 2
    with pytest.raises(ReviewError):
        reviews.see_differently(**by(cast, "ben"), review=open_one(cast), words="What?")


def test_without_a_login_the_practitioner_writes_down_the_persons_yes(cast):
    act = by(cast, "ivan", partnership=cast.ivans)
    here = act["partnership"]
    review = reviews.open_review(**act, since_date=here.made_at.date())
    reviews.say(**act, review=review, heading=Heading.WHOLE, words="Fine", voice=here.person)
    reviews.put_to_the_other(**act, review=review)

    reviews.agree(**act, review=review, voice=here.person)

    assert queries.frozen_of(review).entry.standing == Standing.AGREED


def test_agreeing_in_the_record_itself_agrees_the_review(cast):
    review = open_one(cast)
    say(cast, "asha", review, "It was good")
    frozen = reviews.put_to_the_other(**by(cast, "asha"), review=review)
    entry = Entry.objects.select_related("voice").get(pk=frozen.entry_id)
    entry.partnership = cast.reach("ben")

    journey.agree(by=cast.ben, at=timezone.now(), entry=entry)

    with pytest.raises(Agreed):
        say(cast, "asha", review, "More")


def test_a_review_is_kept_and_read_word_for_word(cast):
    a_year(cast)
    review = open_one(cast)
    say(cast, "asha", review, "Łódź & “noise” 👩‍👩‍👧")
    frozen = reviews.put_to_the_other(**by(cast, "asha"), review=review)

    content = read(frozen.content)

    assert kept(content) == frozen.content
    assert {Heading.GOALS, Heading.OUTINGS, Heading.STRENGTHS, Heading.BARRIERS, Heading.BRINGS} <= set(content.record)
    assert not {Heading.MET, Heading.STOCK} & set(content.record)


def test_who_takes_no_part_does_nothing_here(cast):
    review = open_one(cast)
    here = cast.reach("ben")

    for who in (cast.dev, cast.cora):
        act = {"by": who, "at": timezone.now(), "partnership": here}
        with pytest.raises(NotAllowed):
            reviews.open_review(**act, since_date=today())
        with pytest.raises(NotAllowed):
            reviews.say(**act, review=review, heading=Heading.WHOLE, words="Hello")
        with pytest.raises(NotAllowed):
            what_next.propose(**act, review=review, choice=Choice.PAUSE)
        with pytest.raises(NotAllowed):
            report.put_in(**act, review=review, parts=[])


def test_one_thing_said_is_found_by_who_may_read_it(cast):
    review = open_one(cast)
    kept_said = say(cast, "asha", review, "For me", to_oneself=True)

    assert queries.said_one(cast.reach("asha"), review, kept_said.pk) == kept_said
    for who, id in (("ben", kept_said.pk), ("asha", uuid4())):
        with pytest.raises(Http404):
            queries.said_one(cast.reach(who), seen(cast, who, review), id)
    assert Said.objects.count() == 1 and Review.objects.count() == 1
