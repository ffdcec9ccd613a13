"""Ways round a barrier, how they went, and what is challenged."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from connecting_people.barriers.actions import barriers as acts
from connecting_people.barriers.actions import ways
from connecting_people.barriers.models import Item, Workaround
from connecting_people.barriers.queries.barriers import (
    attempts_of,
    barrier_in,
    barriers_of,
    challenge_in,
    challenges_of,
    way_in,
)
from connecting_people.barriers.rules import Helped, ItemState, With
from connecting_people.barriers.tests.ways import a_barrier, a_way, act, in_library
from connecting_people.connections.actions import connections
from connecting_people.connections.facts import Facts
from connecting_people.journey.models import Entry


def test_an_idea_has_a_voice_and_somebody_who_helps(cast):
    meera = connections.add(**act(cast), facts=Facts("Meera"))
    barrier = a_barrier(cast)

    way = ways.think_of(
        **act(cast, "ben"), barrier=barrier, words="Ask Meera", connection_id=meera.pk, voice=cast.place("asha")
    )

    assert Entry.objects.get(workaround=way).words == "Ask Meera"
    assert (way.entry.voice, way.entry.as_said, way.connection_id) == (cast.place("asha"), True, meera.pk)


def test_somebody_taken_away_for_good_is_named_by_no_barrier_and_no_way_round(cast):
    meera = connections.add(**act(cast), facts=Facts("Meera"))
    barrier = a_barrier(cast, connection_id=meera.pk)
    ways.think_of(**act(cast), barrier=barrier, words="Ask her", connection_id=meera.pk)

    connections.forget(**act(cast), connection_id=meera.pk)

    (found,) = barriers_of(cast.reach("ben"))
    assert (found.who_is_blocked, found.ways[0].connection_id) == (None, None)


def test_who_helps_is_of_this_partnership(cast):
    barrier = a_barrier(cast)
    with pytest.raises(Http404):
        ways.think_of(**act(cast), barrier=barrier, words="Ask", participant=cast.place("hana", cast.hanas))


def test_a_way_that_both_see_does_not_name_somebody_whom_one_keeps(cast):
    secret = connections.add(**act(cast), facts=Facts("Jasper"), to_oneself=True)
    barrier = a_barrier(cast)

    with pytest.raises(acts.BarrierError):
        ways.think_of(**act(cast), barrier=barrier, words="Ask him", connection_id=secret.pk)


def test_one_idea_is_tried_several_times(cast):
    way = a_way(cast)
    day = timezone.localdate()
    for helped, days in ((Helped.NO, 9), (Helped.PARTLY, 5), (Helped.YES, 0)):
        words = "She needs to know the day before"
        ways.tell(**act(cast), workaround=way, helped=helped, tried_date=day - timedelta(days=days), words=words)

    here = cast.reach("ben")
    barrier = barrier_in(here, way.barrier_id)
    assert [one.helped for one in attempts_of(here, barrier)] == ["yes", "partly", "no"]
    assert (barrier.ways[0].tries, barrier.ways[0].helped) == (3, "yes")


@pytest.mark.parametrize("what", ["tell", "challenge"])
def test_a_day_that_is_to_come_is_no_day_on_which_it_was(cast, what):
    way = a_way(cast)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(ways.WrongDay):
        if what == "tell":
            ways.tell(**act(cast), workaround=way, helped=Helped.YES, tried_date=tomorrow)
        else:
            ways.challenge(
                **act(cast), barrier=way.barrier, raised_with=With.AGENCY, words="The rule", raised_date=tomorrow
            )


def test_a_barrier_is_challenged_and_an_answer_comes_back(cast):
    barrier = a_barrier(cast)
    raised = ways.challenge(
        **act(cast), barrier=barrier, raised_with=With.ORGANISATION, words="Could the bus wait?", whom="The bus firm"
    )
    for words in ("They will think about it", "It waits on Thursdays"):
        ways.hear_back(**act(cast, "ben"), challenge=raised, words=words)

    (found,) = challenges_of(cast.reach("asha"), barrier)
    assert (found.raised_with, found.whom, found.answer.words) == (
        "organisation",
        "The bus firm",
        "It waits on Thursdays",
    )
    assert Entry.objects.filter(about=raised.entry).count() == 2


def test_what_belongs_to_a_barrier_that_one_keeps_is_seen_by_nobody_else(cast):
    barrier = a_barrier(cast, to_oneself=True)
    way = ways.think_of(**act(cast), barrier=barrier, words="Leave early")
    ways.tell(**act(cast), workaround=way, helped=Helped.YES)
    raised = ways.challenge(**act(cast), barrier=barrier, raised_with=With.OTHER, words="Him")
    ways.hear_back(**act(cast), challenge=raised, words="Nothing")

    assert not Entry.objects.filter(partnership=cast.partnership, kept_by=None, steps=1 << 5).exists()
    here = cast.reach("ben")
    assert not attempts_of(here, barrier)
    assert not challenges_of(here, barrier)
    with pytest.raises(Http404):
        way_in(here, barrier, way.pk)
    with pytest.raises(Http404):
        challenge_in(here, barrier, raised.pk)


def test_an_idea_of_the_library_becomes_a_way_round(cast):
    item = in_library(cast)
    barrier = a_barrier(cast)

    way = ways.take_up(**act(cast), barrier=barrier, item_id=item.pk)

    assert way.idea == "Go with somebody who drives the same way"
    # Its words are not in the record, where they could be held beside the words of whose idea it was.
    assert not Entry.objects.filter(words__contains="drives").exists()
    with pytest.raises(ways.AlreadyHere):
        ways.take_up(**act(cast), barrier=barrier, item_id=item.pk)


@pytest.mark.parametrize("state", [ItemState.WAITING, ItemState.SENT_BACK, ItemState.TAKEN_OUT])
def test_only_what_is_in_the_library_is_taken_up(cast, state):
    item = in_library(cast)
    Item.objects.update(state=state)

    with pytest.raises(Http404):
        ways.take_up(**act(cast), barrier=a_barrier(cast), item_id=item.pk)


def test_another_agencys_library_is_not_there(cast):
    item = in_library(cast)
    Item.objects.update(agency=cast.other_agency)

    with pytest.raises(Http404):
        ways.take_up(**act(cast), barrier=a_barrier(cast), item_id=item.pk)


def _taken_up(cast, item, name="asha", partnership=None, **more):
    barrier = a_barrier(cast, name, partnership, **more)
    return ways.take_up(**act(cast, name, partnership), barrier=barrier, item_id=item.pk)


def test_how_an_idea_went_counts_for_the_library_once_for_each_partnership(cast):
    item = in_library(cast)
    way = _taken_up(cast, item)
    for helped in (Helped.NO, Helped.YES, Helped.PARTLY):
        ways.tell(**act(cast), workaround=way, helped=helped)
    hanas = _taken_up(cast, item, "hana", cast.hanas)
    ways.tell(**act(cast, "hana", cast.hanas), workaround=hanas, helped=Helped.NO)

    item.refresh_from_db()
    assert (item.tried, item.helped) == (2, 1)


def test_how_an_idea_went_does_not_count_where_somebody_keeps_it(cast):
    item = in_library(cast)
    way = _taken_up(cast, item, to_oneself=True)
    ways.tell(**act(cast), workaround=way, helped=Helped.YES)

    item.refresh_from_db()
    assert (item.tried, item.helped) == (0, 0)


def test_which_idea_was_taken_up_cannot_be_read_in_the_database(cast):
    from django.db import connection

    item = in_library(cast)
    _taken_up(cast, item)

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT taken_from FROM {Workaround._meta.db_table}")
        (stored,) = cursor.fetchone()
    assert item.pk.hex not in stored.replace("-", "")
