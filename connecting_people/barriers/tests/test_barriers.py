"""Barriers are written down, said differently, and move."""

import pytest
from django.http import Http404
from django.utils import timezone

from connecting_people.barriers.actions import barriers as actions
from connecting_people.barriers.actions import ways
from connecting_people.barriers.models import Barrier
from connecting_people.barriers.queries.barriers import barrier_in, barriers_of, moves_of, open_barriers, version_of
from connecting_people.barriers.rules import BarrierState, Helped, Weight
from connecting_people.connections.actions import connections
from connecting_people.connections.facts import Facts
from connecting_people.core.permissions import NotAllowed
from connecting_people.journey.models import Entry, Wording
from connecting_people.plans.actions import goals as plans
from connecting_people.plans.rules import Sort
from connecting_people.stepping_out.actions import planning


def _act(cast, name="asha", partnership=None):
    return {"by": cast.user(name), "at": timezone.now(), "partnership": cast.reach(name, partnership)}


def _bus(cast, name="asha", **more):
    given = {"words": "The last bus leaves before the choir ends", "kind": "transport"}
    return actions.notice(**_act(cast, name), **given | more)


def test_a_barrier_stands_in_the_record_in_the_words_of_whoever_meets_it(cast):
    barrier = _bus(cast, weight=Weight.A_LOT, blocks="Thursday evenings")

    entry = Entry.objects.get(barrier=barrier)
    assert (entry.words, entry.voice, entry.steps) == (
        "The last bus leaves before the choir ends",
        cast.place("asha"),
        1 << 5,
    )
    assert (entry.target_page, entry.target_id) == ("barriers:barrier", barrier.pk)
    assert (barrier.weight, barrier.blocks, barrier.state) == ("a_lot", "Thursday evenings", BarrierState.STANDS)


def test_a_practitioner_writes_down_what_the_person_says(cast):
    barrier = _bus(cast, "ben", voice=cast.place("asha"))

    assert (barrier.entry.voice, barrier.entry.as_said) == (cast.place("asha"), True)


def test_a_barrier_says_what_it_blocks(cast):
    act = _act(cast)
    goal = plans.set_goal(**act, words="Sing with others", sort=Sort.ACTIVITY)
    (outing,) = planning.plan(**act, words="The choir", facts=planning.Facts(timezone.localdate()))
    meera = connections.add(**act, facts=Facts("Meera"))

    _bus(cast, goal=goal, outing=outing, connection_id=meera.pk)

    (found,) = barriers_of(cast.reach("ben"))
    assert (found.goal, found.outing, found.who_is_blocked) == (goal, outing, "Meera")


def test_what_both_see_does_not_point_to_what_one_keeps(cast):
    goal = plans.set_goal(**_act(cast), words="Leave", sort=Sort.GENERAL, to_oneself=True)

    with pytest.raises(actions.NotShared):
        _bus(cast, goal=goal)
    assert _bus(cast, goal=goal, to_oneself=True).goal == goal


def test_a_barrier_does_not_point_into_another_partnership(cast):
    goal = plans.set_goal(**_act(cast, "hana", cast.hanas), words="Paint", sort=Sort.ACTIVITY)

    with pytest.raises(Http404):
        _bus(cast, goal=goal)


def test_a_barrier_is_of_a_kind_of_the_guide(cast):
    with pytest.raises(actions.NoKind):
        _bus(cast, kind="laziness")


def test_a_barrier_that_one_keeps_is_seen_by_nobody_else(cast):
    kept = _bus(cast, to_oneself=True)

    assert list(barriers_of(cast.reach("asha"))) == [kept]
    assert not barriers_of(cast.reach("ben"))
    with pytest.raises(Http404):
        barrier_in(cast.reach("ben"), kept.pk)


def test_only_a_practitioner_lets_the_agency_count_and_only_what_is_not_the_persons(cast):
    assert _bus(cast, "ben", kind="practitioner-time", counted=True).counted
    with pytest.raises(NotAllowed):
        _bus(cast, "ben", kind="transport", counted=True)
    with pytest.raises(NotAllowed):
        _bus(cast, "asha", kind="practitioner-time", counted=True)


def test_saying_a_barrier_differently_keeps_the_old_words(cast):
    barrier = _bus(cast)

    actions.change(
        **_act(cast), barrier=barrier, version=version_of(barrier), words="No bus after nine", kind="transport"
    )

    assert Entry.objects.get(barrier=barrier).words == "No bus after nine"
    assert Wording.objects.get(entry=barrier.entry).words == "The last bus leaves before the choir ends"


def test_whoever_comes_second_is_shown_what_the_first_wrote(cast):
    barrier = _bus(cast, "ben", voice=cast.place("asha"))
    read = version_of(barrier)
    actions.change(**_act(cast), barrier=barrier, version=read, words="No bus after nine", kind="transport")

    with pytest.raises(actions.StaleBarrier) as stale:
        actions.change(**_act(cast), barrier=barrier, version=read, words="The bus is dear", kind="poverty")
    assert stale.value.now.entry.words == "No bus after nine"


def test_nobody_changes_the_others_words(cast):
    barrier = _bus(cast)

    with pytest.raises(NotAllowed):
        actions.change(**_act(cast, "ben"), barrier=barrier, version=2, words="He will not go", kind="motivation")


def test_a_barrier_rests_is_got_round_and_comes_back(cast):
    barrier = _bus(cast)
    for to in (BarrierState.RESTS, BarrierState.STANDS, BarrierState.GOT_ROUND, BarrierState.CAME_BACK):
        actions.move(**_act(cast), barrier=barrier, to=to, words="So it goes")

    barrier = barrier_in(cast.reach("ben"), barrier.pk)
    assert barrier.state == BarrierState.CAME_BACK
    moves = moves_of(cast.reach("ben"), barrier)
    assert [move.state for move in moves] == ["came_back", "got_round", "stands", "rests"]


def test_a_barrier_does_not_move_where_the_table_does_not_lead(cast):
    barrier = _bus(cast)

    with pytest.raises(actions.CannotMove):
        actions.move(**_act(cast), barrier=barrier, to=BarrierState.CAME_BACK)
    assert Barrier.objects.get(pk=barrier.pk).state == BarrierState.STANDS


def test_a_barrier_of_another_partnership_is_not_there(cast):
    barrier = _bus(cast)

    with pytest.raises(Http404):
        actions.move(**_act(cast, "hana", cast.hanas), barrier=barrier, to=BarrierState.RESTS)


def test_what_stands_in_the_way_comes_first(cast):
    first, second, third = _bus(cast), _bus(cast, words="Nerves", kind="confidence"), _bus(cast, words="Fare")
    actions.move(**_act(cast), barrier=third, to=BarrierState.RESTS)

    assert list(barriers_of(cast.reach("ben"))) == [second, first, third]
    assert list(open_barriers(cast.reach("ben"))) == [second, first]


def test_all_barriers_of_a_partnership_are_read_in_two_queries(cast, django_assert_num_queries):
    meera = connections.add(**_act(cast), facts=Facts("Meera"))
    for _ in range(4):
        barrier = _bus(cast, connection_id=meera.pk)
        way = ways.think_of(**_act(cast), barrier=barrier, words="Ask Meera for a lift")
        ways.tell(**_act(cast), workaround=way, helped=Helped.PARTLY)
    here = cast.reach("ben")

    with django_assert_num_queries(2):
        found = [(one.entry.words, one.who_is_blocked, one.ways[0].helped) for one in barriers_of(here)]

    assert found == [("The last bus leaves before the choir ends", "Meera", "partly")] * 4
