from datetime import date, timedelta

import pytest
from django.utils import timezone

from connecting_people.community.actions import ratings as actions
from connecting_people.community.models import Rating
from connecting_people.community.presenters.experience import experience_of, heard_by_organisation
from connecting_people.community.queries.assets import directory_for
from connecting_people.community.release import quarter_after
from connecting_people.community.rules import Light, Rater, RatingState
from connecting_people.community.tests.voices import LONG_AGO, crowd, light, say, shown
from connecting_people.core.london import day_of
from connecting_people.people.standing import standing

pytestmark = pytest.mark.django_db


def today() -> date:
    return day_of(timezone.now())


def seen(cast, asset, who="hana", day=None):
    return experience_of(directory_for(standing(cast.user(who)), cast.agency.pk), asset, day or today())


def group(cast, asset, rater=Rater.SERVICE_USER, **given):
    return next(one for one in seen(cast, asset, **given).groups if one.rater == rater)


def test_a_signed_light_shows_with_a_first_name_once_somebody_looked_at_it(cast, walkers):
    rating = light(cast, "asha", walkers, signed=True)
    assert group(cast, walkers).said == ()

    shown(cast, rating)
    (said,) = group(cast, walkers).said
    assert (said.name, said.shape.light, said.words) == ("Asha", "green", "Warm and quiet")


def test_a_nameless_light_of_one_among_seven_shows_to_its_author_alone(cast, walkers):
    say(walkers, crowd(cast, 6))
    rating = shown(cast, light(cast, "asha", walkers))
    Rating.objects.filter(pk=rating.pk).update(shown_at=timezone.now() - LONG_AGO)

    assert group(cast, walkers).said == ()
    assert [one.words for one in seen(cast, walkers, "asha").own] == ["Warm and quiet"]
    assert seen(cast, walkers, "hana").own == ()


def test_eight_of_a_kind_show_without_names_by_the_quarter(cast, walkers):
    say(walkers, crowd(cast, 8), reason="Warm")

    said = group(cast, walkers).said
    assert [one.words for one in said] == ["Warm"] * 8
    assert {one.name for one in said} == {"A service user"}
    assert len({one.when for one in said}) == 1
    assert said[0].when.startswith("Up to ")


def test_the_eighth_shows_on_the_first_day_of_the_next_quarter_and_not_before(cast, walkers):
    say(walkers, crowd(cast, 7))
    shown(cast, light(cast, "asha", walkers))

    assert group(cast, walkers).said == ()
    assert len(group(cast, walkers, day=quarter_after(today())).said) == 8


def test_other_kinds_of_person_never_make_up_the_eight(cast, walkers):
    say(walkers, crowd(cast, 7))
    say(walkers, crowd(cast, 7, Rater.SUPPORTER), rater=Rater.SUPPORTER)
    say(walkers, crowd(cast, 7, Rater.PRACTITIONER), rater=Rater.PRACTITIONER)

    assert [one.said for one in seen(cast, walkers).groups] == [(), (), ()]


def test_the_order_tells_nothing_of_who_was_first(cast, walkers):
    people = crowd(cast, 16)
    for n, person in enumerate(people):
        say(walkers, [person], ago=LONG_AGO + timedelta(hours=n), reason=str(n))

    order = [one.words for one in group(cast, walkers).said]
    by_id = Rating.objects.filter(asset=walkers).order_by("pk")
    assert order == [one.shown for one in by_id]


def test_there_is_no_number_anywhere_on_what_is_shown(cast, walkers):
    say(walkers, crowd(cast, 9))

    assert not any(isinstance(value, int | float) for one in seen(cast, walkers).groups for value in vars(one).values())


def test_a_nameless_light_that_was_taken_back_goes_with_its_quarter(cast, walkers):
    rating = say(walkers, crowd(cast, 9))[0]
    actions.take_back(by=rating.by, at=timezone.now(), rating=rating)

    assert len(group(cast, walkers).said) == 9
    assert len(group(cast, walkers, day=quarter_after(today())).said) == 8


def test_a_signed_light_that_was_taken_back_is_gone_at_once(cast, walkers):
    rating = shown(cast, light(cast, "asha", walkers, signed=True))
    actions.take_back(by=cast.asha, at=timezone.now(), rating=rating)

    assert group(cast, walkers).said == ()


def test_what_somebody_said_before_with_their_name_stands_beside_what_they_say_now(cast, walkers):
    shown(cast, light(cast, "asha", walkers, signed=True, light=Light.RED))
    shown(cast, light(cast, "asha", walkers, signed=True))

    (said,) = group(cast, walkers).said
    assert said.shape.light == "green"
    assert "Would not recommend" in said.before


def test_how_the_lights_of_a_kind_went_is_told_in_words(cast, walkers):
    people = crowd(cast, 8)
    for old in say(walkers, people, light=Light.RED, ago=timedelta(days=400)):
        Rating.objects.filter(pk=old.pk).update(
            state=RatingState.REPLACED, ended_at=timezone.now() - timedelta(days=200)
        )
    say(walkers, people, light=Light.GREEN, ago=timedelta(days=200))

    history = group(cast, walkers).history
    assert [[shape.light for shape in then.shapes] for then in history] == [["red"], ["green"]]


def test_a_history_forgets_what_was_taken_back(cast, walkers):
    red = say(walkers, crowd(cast, 1), light=Light.RED, ago=timedelta(days=400), signed=True)[0]
    say(walkers, crowd(cast, 1, Rater.SUPPORTER), rater=Rater.SUPPORTER, signed=True)
    actions.take_back(by=red.by, at=timezone.now(), rating=red)

    assert group(cast, walkers).history == ()


def test_an_organisation_reads_eight_or_more_reasons_without_names(cast, walkers):
    people = crowd(cast, 8)
    say(walkers, people[:7], signed=True, reason="Warm")
    assert all(one.said == () for one in heard_by_organisation(walkers, today()))

    say(walkers, people[7:], signed=True, reason="Warm")
    heard = heard_by_organisation(walkers, today())[0]
    assert [one.words for one in heard.said] == ["Warm"] * 8
    assert {one.name for one in heard.said} == {"A service user"}


def test_an_organisation_never_reads_a_nameless_light_that_the_agencys_people_do_not(cast, walkers):
    people = crowd(cast, 8)
    say(walkers, people[:7], signed=True)
    say(walkers, people[7:], reason="The one without a name")

    assert all(one.said == () for one in heard_by_organisation(walkers, today()))


def test_the_number_of_queries_is_the_same_for_few_and_many(cast, walkers, django_assert_num_queries):
    directory = directory_for(standing(cast.hana), cast.agency.pk)
    say(walkers, crowd(cast, 30), reason="Warm")
    shown(cast, light(cast, "ben", walkers, signed=True))

    with django_assert_num_queries(6):
        experience_of(directory, walkers, today())
