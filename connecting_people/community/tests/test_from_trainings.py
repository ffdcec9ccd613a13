"""What came from a training: lights counted apart, and who took one there does not look at it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from connecting_people.community.actions import mentions, ratings
from connecting_people.community.actions.gaps import add_gap
from connecting_people.community.models import Gap, Mention, Rating
from connecting_people.community.permissions import can_moderate
from connecting_people.community.presenters.experience import experience_of
from connecting_people.community.queries.assets import directory_for
from connecting_people.community.queries.experience import (
    nameless_shown,
    ratings_of,
    ratings_to_look_at,
    readable_by_organisation,
    trainings_shown,
)
from connecting_people.community.rules import FromTraining, Light, Origin, Rater, RatingState
from connecting_people.community.tests.voices import LONG_AGO, crowd, row, say
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.people.standing import standing

pytestmark = pytest.mark.django_db
CAME = FromTraining(uuid4(), date(2026, 3, 12))


def bring(cast, asset, who="ben", **said):
    given = {"rater": Rater.SERVICE_USER, "light": Light.GREEN, "reason": "Warm"} | said
    return ratings.bring_from_training(by=cast.user(who), at=timezone.now(), asset=asset, came=CAME, **given)


def brought(cast, asset, many):
    at = timezone.now() - LONG_AGO
    values = {"brought_by": cast.ben, "from_training": CAME.id, "training_date": CAME.day}
    rows = [row(asset, None, Rater.SERVICE_USER, at, reason=f"Note {n}", **values) for n in range(many)]
    return Rating.objects.bulk_create(rows)


def test_a_light_of_a_training_is_nobodys_of_the_product(cast, walkers):
    light = bring(cast, walkers, reason=" Warm ")

    assert (light.by, light.brought_by, light.reason) == (None, cast.ben, "Warm")
    assert (light.state, light.origin) == (RatingState.WAITING, Origin.TRAINING)


def test_only_those_who_keep_the_directory_bring_one_and_a_red_one_says_why(cast, walkers):
    with pytest.raises(NotAllowed):
        bring(cast, walkers, "asha")
    with pytest.raises(ratings.ReasonMissing):
        bring(cast, walkers, light=Light.RED, reason=" ")


def test_several_lights_of_one_training_stand_beside_each_other(cast, walkers):
    bring(cast, walkers)
    bring(cast, walkers)

    assert Rating.objects.filter(ended_at=None).count() == 2


def test_a_light_is_somebodys_or_a_trainings_never_both_or_none(cast, walkers):
    wrong = ({"by": cast.asha, "from_training": uuid4()}, {"by": None}, {"by": None, "from_training": uuid4()})
    for values in wrong:
        by = values.pop("by")
        with pytest.raises(IntegrityError), transaction.atomic():
            row(walkers, by, Rater.SERVICE_USER, timezone.now(), reason="Warm", **values).save()


def test_who_took_it_there_does_not_look_at_it_and_others_do(cast, walkers):
    light = bring(cast, walkers)

    assert not can_moderate(cast.ben, light) and can_moderate(cast.dev, light)
    here = {who: directory_for(standing(cast.user(who)), cast.agency.pk) for who in ("ben", "dev")}
    assert ratings_to_look_at(here["ben"]) == [] and ratings_to_look_at(here["dev"]) == [light]


def test_lights_of_trainings_wait_for_eight_of_their_own_and_help_no_others(cast, walkers):
    brought(cast, walkers, 7)
    say(walkers, crowd(cast, 7))
    today, everything = day_of(timezone.now()), ratings_of(walkers)
    assert trainings_shown(everything, Rater.SERVICE_USER, today) == {}
    assert nameless_shown(everything, Rater.SERVICE_USER, today) == {}

    brought(cast, walkers, 8)
    everything = ratings_of(walkers)
    assert len(trainings_shown(everything, Rater.SERVICE_USER, today)) == 15
    assert nameless_shown(everything, Rater.SERVICE_USER, today) == {}
    assert readable_by_organisation(everything, Rater.SERVICE_USER, today) == {}


def test_they_are_read_apart_from_what_people_said_themselves(cast, walkers):
    brought(cast, walkers, 8)
    directory = directory_for(standing(cast.hana), cast.agency.pk)
    experience = experience_of(directory, walkers, day_of(timezone.now()))
    group = next(one for one in experience.groups if one.rater == Rater.SERVICE_USER)

    assert experience.anything and group.said == () and group.history == ()
    assert {one.words for one in group.trainings} == {f"Note {n}" for n in range(8)}
    assert {one.name for one in group.trainings} == {"A service user"}


def test_a_gap_and_an_entry_remember_the_training_once(cast, walkers):
    add_gap(by=cast.ben, at=timezone.now(), agency=cast.agency, need="Chess", came=CAME)
    assert Gap.objects.values_list("origin", "from_training", "training_date").get() == (
        Origin.TRAINING,
        CAME.id,
        CAME.day,
    )
    for _ in range(2):
        mentions.mention(by=cast.ben, at=timezone.now() + timedelta(1), asset=walkers, came=CAME)
    assert Mention.objects.count() == 1
    with pytest.raises(NotAllowed):
        mentions.mention(by=cast.asha, at=timezone.now(), asset=walkers, came=CAME)
