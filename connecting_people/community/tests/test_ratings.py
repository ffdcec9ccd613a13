from datetime import timedelta

import pytest
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.community.actions import ratings as actions
from connecting_people.community.actions.ratings import Decision
from connecting_people.community.models import Rating
from connecting_people.community.queries.assets import directory_for
from connecting_people.community.queries.experience import (
    ratings_for_a_second_look,
    ratings_to_look_at,
    waiting,
)
from connecting_people.community.rules import NEXT_RATING, Light, Rater, RatingState
from connecting_people.community.tests.voices import keeper, light, shown
from connecting_people.core.permissions import NotAllowed
from connecting_people.people.actions import give_role
from connecting_people.people.rules import Role
from connecting_people.people.standing import standing

pytestmark = pytest.mark.django_db
SAID = "Sheila was rude, and the hall is cold"


def decide(cast, rating, who, state, **words):
    decision = Decision(RatingState(state), **words)
    return actions.decide(by=cast.user(who), at=timezone.now(), rating=rating, decision=decision)


def turned_down(cast, asset, by="dev"):
    return decide(cast, light(cast, "asha", asset, reason=SAID), by, "turned_down", why="It is about one person")


def here(cast, who):
    return directory_for(standing(cast.user(who)), cast.agency.pk)


def test_a_new_light_takes_the_place_of_the_earlier_which_stays_as_history(cast, walkers):
    first = light(cast, "asha", walkers)
    second = light(cast, "asha", walkers, light=Light.AMBER)

    first.refresh_from_db()
    assert (first.state, first.ended_at is None) == (RatingState.REPLACED, False)
    assert Rating.objects.get(asset=walkers, ended_at=None) == second


def test_somebody_who_is_two_kinds_of_person_speaks_as_each_apart(cast, walkers):
    give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.dev, role=Role.SERVICE_USER)
    light(cast, "dev", walkers)
    light(cast, "dev", walkers, rater=Rater.SERVICE_USER, light=Light.RED, reason="Too early in the day")

    assert Rating.objects.filter(asset=walkers, by=cast.dev, ended_at=None).count() == 2


def test_a_red_light_asks_why_and_the_others_need_not_say(cast, walkers):
    with pytest.raises(actions.ReasonMissing):
        light(cast, "asha", walkers, light=Light.RED, reason="  ")
    assert light(cast, "asha", walkers, reason="")


def test_nobody_speaks_as_what_they_are_not(cast, walkers):
    with pytest.raises(NotAllowed):
        light(cast, "asha", walkers, rater=Rater.PRACTITIONER)


@pytest.mark.parametrize("who", ["jo", "ivan"])
def test_who_does_not_belong_to_the_agency_gives_no_light(cast, walkers, who):
    with pytest.raises(NotAllowed):
        light(cast, who, walkers)


@pytest.mark.parametrize("who", ["dev", "asha"])
def test_an_organisation_gives_no_light_to_its_own_whoever_else_they_are(cast, walkers, who):
    keeper(cast, walkers, who)

    with pytest.raises(NotAllowed):
        light(cast, who, walkers)


def test_who_speaks_without_a_name_is_named_in_no_audit_and_who_signs_is(cast, walkers):
    acts = Event.objects.filter(act="community: light given").values_list("actor_id", flat=True)

    light(cast, "asha", walkers)
    assert list(acts.all()) == [None]
    light(cast, "hana", walkers, signed=True)
    assert set(acts.all()) == {None, cast.hana.pk}


def test_others_read_nothing_before_somebody_looked_at_it(cast, walkers):
    rating = light(cast, "asha", walkers)
    assert (rating.shown, rating.shown_at) == ("", None)

    rating = shown(cast, rating)
    assert (rating.state, rating.shown, rating.decided_by) == (RatingState.SHOWN, "Warm and quiet", cast.ela)


def test_names_are_taken_out_the_author_is_told_why_and_keeps_their_own_words(cast, walkers):
    rating = light(cast, "asha", walkers, reason=SAID)
    rating = shown(cast, rating, shown="[…] was rude, and the hall is cold", why="I took a name out")

    rating.refresh_from_db()
    assert rating.reason == SAID
    assert (rating.shown, rating.why) == ("[…] was rude, and the hall is cold", "I took a name out")


def test_nobody_puts_words_in_somebodys_mouth(cast, walkers):
    rating = light(cast, "asha", walkers, reason=SAID)

    with pytest.raises(actions.NotTheirWords):
        shown(cast, rating, shown="The hall is lovely", why="Nicer")


@pytest.mark.parametrize(("state", "words"), [("shown", {"shown": "the hall is cold"}), ("turned_down", {})])
def test_taking_out_and_turning_down_need_a_why(cast, walkers, state, words):
    rating = light(cast, "asha", walkers, reason=SAID)

    with pytest.raises(actions.WhyMissing):
        decide(cast, rating, "ela", state, **words)


def test_nobody_looks_at_their_own(cast, walkers):
    rating = light(cast, "ben", walkers)

    assert rating not in ratings_to_look_at(here(cast, "ben"))
    with pytest.raises(NotAllowed):
        shown(cast, rating, by="ben")


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit", "hana"])
def test_only_who_keeps_the_directory_looks_at_lights(cast, walkers, who):
    rating = light(cast, "asha" if who != "asha" else "hana", walkers)

    with pytest.raises(NotAllowed):
        shown(cast, rating, by=who)


def test_who_keeps_an_organisation_does_not_look_at_what_is_said_of_it(cast, walkers):
    keeper(cast, walkers, "dev")
    rating = light(cast, "asha", walkers)

    assert ratings_to_look_at(here(cast, "dev")) == []
    with pytest.raises(NotAllowed):
        shown(cast, rating, by="dev")


def test_a_refusal_is_seen_by_a_second_person_who_is_neither_the_first_nor_the_author(cast, walkers):
    rating = turned_down(cast, walkers)

    assert ratings_for_a_second_look(here(cast, "dev")) == []
    assert ratings_for_a_second_look(here(cast, "ela")) == [rating]
    with pytest.raises(NotAllowed):
        decide(cast, rating, "dev", "stays_out")


def test_the_second_person_may_show_it_after_all(cast, walkers):
    rating = turned_down(cast, walkers)
    rating = decide(
        cast, rating, "ela", "shown", shown="[…] was rude, and the hall is cold", why="Without the name it can stand"
    )

    assert (rating.state, rating.decided_by, rating.second_by) == (RatingState.SHOWN, cast.dev, cast.ela)


def test_or_agree_and_the_first_reason_stays_for_its_author(cast, walkers):
    rating = decide(cast, turned_down(cast, walkers), "ela", "stays_out")

    assert (rating.state, rating.why) == (RatingState.STAYS_OUT, "It is about one person")


@pytest.mark.parametrize("state", list(RatingState))
def test_a_first_look_leads_nowhere_but_where_the_table_says(cast, walkers, state):
    rating = light(cast, "asha", walkers)
    looks = {RatingState.SHOWN, RatingState.TURNED_DOWN, RatingState.TAKEN_BACK, RatingState.REPLACED}

    assert NEXT_RATING[RatingState.WAITING] == looks
    if state not in looks:
        with pytest.raises(actions.Decided):
            decide(cast, rating, "ela", state, shown=rating.reason, why="x")


def test_who_was_slower_hears_of_it_and_changes_nothing(cast, walkers):
    rating = light(cast, "asha", walkers)
    shown(cast, rating)

    with pytest.raises(actions.Decided) as why:
        decide(cast, rating, "dev", "turned_down", why="No")
    assert why.value.now.state == RatingState.SHOWN


def test_a_light_that_was_said_differently_meanwhile_is_not_decided(cast, walkers):
    rating = light(cast, "asha", walkers)
    light(cast, "asha", walkers, light=Light.AMBER)

    with pytest.raises(actions.Decided):
        shown(cast, rating)


def test_one_takes_ones_own_back_once_and_nobody_elses(cast, walkers):
    rating = light(cast, "asha", walkers)
    given = {"at": timezone.now(), "rating": rating}

    with pytest.raises(NotAllowed):
        actions.take_back(by=cast.hana, **given)
    actions.take_back(by=cast.asha, **given)
    rating.refresh_from_db()
    assert (rating.state, rating.ended_at is None) == (RatingState.TAKEN_BACK, False)
    with pytest.raises(actions.Decided):
        actions.take_back(by=cast.asha, **given)


def test_words_go_at_once_where_their_author_asks_for_it(cast, walkers):
    rating = shown(cast, light(cast, "asha", walkers))
    actions.take_back(by=cast.asha, at=timezone.now(), rating=rating, words_now=True)

    rating.refresh_from_db()
    assert (rating.shown, rating.reason) == ("", "Warm and quiet")


def test_what_waits_is_counted_in_one_query(cast, walkers, django_assert_num_queries):
    light(cast, "hana", walkers)
    turned_down(cast, walkers)

    with django_assert_num_queries(1):
        assert waiting(cast.agency.pk) == (1, 1, 0)
    assert waiting(cast.other_agency.pk) == (0, 0, 0)


def test_the_list_tells_nothing_of_when_within_a_quarter_somebody_wrote(cast, walkers):
    rows = [light(cast, who, walkers) for who in ("asha", "hana", "cora", "ben", "dev")]
    Rating.objects.filter(pk=rows[0].pk).update(at=timezone.now() - timedelta(days=200))

    first, *others = ratings_to_look_at(here(cast, "ela"))
    assert first == rows[0]
    assert [one.pk for one in others] == sorted(one.pk for one in rows[1:])
