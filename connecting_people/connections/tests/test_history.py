"""Taking back and doing again, how the map is ruled, and the map as it was."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from connecting_people.connections import troubles
from connecting_people.connections.actions import connections as actions
from connecting_people.connections.actions import history, ruling, ties
from connecting_people.connections.actions.history import TakenBack
from connecting_people.connections.layout import Move
from connecting_people.connections.models import ConnectionState, MapLook, MapStep
from connecting_people.connections.permissions import check_can_undo
from connecting_people.connections.queries.maps import history_of, network_of
from connecting_people.connections.queries.now import now_of
from connecting_people.connections.ruling import Ruling
from connecting_people.connections.tests.maps import add, edit, seen, tie
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def undo(cast: Cast, who: str = "asha") -> TakenBack | None:
    return history.undo(by=getattr(cast, who), at=timezone.now(), partnership=cast.reach(who))


def redo(cast: Cast, who: str = "asha") -> TakenBack | None:
    return history.redo(by=getattr(cast, who), at=timezone.now(), partnership=cast.reach(who))


def move(cast: Cast, who: str, id: UUID, step: str) -> None:
    here = cast.reach(who)
    actions.move(by=getattr(cast, who), at=timezone.now(), partnership=here, connection_id=id, asked=Move(step=step))


def rule(cast: Cast, who: str = "asha", **changes: object) -> None:
    here = cast.reach(who)
    asked = replace(now_of(here).ruling, **changes)
    ruling.rule(by=getattr(cast, who), at=timezone.now(), partnership=here, ruling=asked)


def test_every_act_is_taken_back_in_turn_and_done_again(cast: Cast) -> None:
    howard, meera = add(cast, "asha", "Howard"), add(cast, "asha", "Meera")
    move(cast, "asha", howard, "closer")
    tie(cast, "asha", howard, meera)
    after = network_of(cast.reach("asha"))

    acts = [undo(cast), undo(cast), undo(cast), undo(cast)]

    assert [(one.act, one.done) for one in acts if one] == [
        ("tied", True), ("moved", True), ("added", True), ("added", True)
    ]  # fmt: skip
    assert seen(cast, "asha") == {}
    assert undo(cast) is None
    for _ in range(4):
        redo(cast)
    assert network_of(cast.reach("asha")) == after
    assert redo(cast) is None


def test_the_way_back_is_kept_with_the_map(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard")
    move(cast, "asha", howard, "closer")

    now = now_of(cast.reach("asha"))
    assert now.undo and (now.undo.act, now.undo.about) == ("moved", howard)
    assert now.redo is None
    undo(cast)
    again = now_of(cast.reach("asha"))
    assert again.redo and again.redo.act == "moved"
    assert now_of(cast.reach("ben")).undo is None


def test_a_new_act_closes_the_way_forward(cast: Cast) -> None:
    add(cast, "asha", "Howard")
    undo(cast)
    add(cast, "asha", "Meera")

    assert redo(cast) is None
    assert set(seen(cast, "asha")) == {"Meera"}


def test_each_takes_back_their_own(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard")
    move(cast, "ben", howard, "closer")

    undone = undo(cast, "ben")

    assert undone and undone.act == "moved"
    assert undo(cast, "ben") is None
    with pytest.raises(NotAllowed):
        check_can_undo(cast.place("ben"), MapStep.objects.get(whose=cast.place("asha")))


def test_what_another_changed_since_stays_and_the_step_is_passed_over(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard")
    move(cast, "asha", howard, "closer")
    move(cast, "ben", howard, "further")
    move(cast, "ben", howard, "further")

    undone = undo(cast)

    assert undone and not undone.done
    assert seen(cast, "asha")["Howard"].ring == 3
    following = undo(cast)
    assert following and (following.act, following.done) == ("added", False)


def test_what_another_said_beside_it_stays(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard")
    move(cast, "asha", howard, "closer")
    edit(cast, "ben", howard, matters="A lift home")

    undone = undo(cast)

    assert undone and undone.done
    state = ConnectionState.objects.get(latest=True)
    assert (state.ring, state.matters) == (2, "A lift home")


def test_a_line_taken_away_comes_back_and_one_to_somebody_gone_does_not(cast: Cast) -> None:
    howard, meera = add(cast, "ben", "Howard"), add(cast, "ben", "Meera")
    tie(cast, "ben", howard, meera)
    ties.untie(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), one=howard, other=meera)

    undo(cast)
    assert len(network_of(cast.reach("asha")).ties) == 1
    redo(cast)
    assert not network_of(cast.reach("asha")).ties
    undo(cast)
    actions.forget(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), connection_id=howard)
    gone = undo(cast, "ben")
    assert gone and gone.about == meera


def test_a_line_to_somebody_who_was_taken_off_since_stays_as_it_is(cast: Cast) -> None:
    howard, meera = add(cast, "ben", "Howard"), add(cast, "ben", "Meera")
    tie(cast, "asha", howard, meera)
    actions.take_off(by=cast.ben, at=timezone.now(), partnership=cast.reach("ben"), connection_id=meera)

    undone = undo(cast)

    assert undone and not undone.done


def test_taking_away_a_line_that_is_not_there_changes_nothing(cast: Cast) -> None:
    howard, meera = add(cast, "asha", "Howard"), add(cast, "asha", "Meera")

    ties.untie(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), one=howard, other=meera)

    undone = undo(cast)
    assert undone and undone.act == "added"


def test_no_more_than_thirty_steps_lead_back(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard")
    for _ in range(20):
        move(cast, "asha", howard, "closer")
        move(cast, "asha", howard, "further")

    assert MapStep.objects.count() == 30


def test_what_was_done_in_private_cannot_be_taken_back_once_it_is_shared(cast: Cast) -> None:
    secret = add(cast, "asha", "Jay", to_oneself=True)
    move(cast, "asha", secret, "closer")
    actions.share_own(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), connection_id=secret)

    assert undo(cast) is None


def test_rings_and_parts_are_chosen_and_taken_back(cast: Cast) -> None:
    rule(cast, rings=5, ring_names=("Heart", "", "", "", ""), sector_names={"friends": "Mates"})
    board = now_of(cast.reach("ben")).ruling.board
    assert board.rings == ("Heart", "Close", "Not so close", "Further out", "Far out")
    assert [sector.name for sector in board.sectors][1] == "Mates"
    rule(cast, sectors=False)
    assert now_of(cast.reach("ben")).ruling.board.free

    undo(cast)
    undo(cast)

    assert replace(now_of(cast.reach("asha")).ruling, version=0) == Ruling()
    redo(cast)
    assert now_of(cast.reach("asha")).ruling.rings == 5


def test_choosing_what_is_so_already_changes_nothing(cast: Cast) -> None:
    rule(cast)

    assert now_of(cast.reach("asha")).undo is None


def test_two_who_choose_at_once_are_told(cast: Cast) -> None:
    rule(cast, rings=4)

    with pytest.raises(troubles.StaleRuling) as stale:
        ruling.rule(by=cast.ben, at=timezone.now(), partnership=cast.reach("ben"), ruling=Ruling(rings=5))

    assert stale.value.now.rings == 4


def test_rings_that_another_chose_since_stay(cast: Cast) -> None:
    rule(cast, rings=4)
    rule(cast, "ben", rings=5)

    undone = undo(cast)

    assert undone and not undone.done
    assert now_of(cast.reach("asha")).ruling.rings == 5


def test_how_one_likes_to_see_it_is_theirs_alone(cast: Cast) -> None:
    for text in ("large", "larger"):
        ruling.like(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), colour_by="feeling", text=text)

    assert (now_of(cast.reach("asha")).colour_by, now_of(cast.reach("asha")).text) == ("feeling", "larger")
    assert now_of(cast.reach("ben")).text == ""
    assert MapLook.objects.count() == 1


def test_a_map_is_asked_for_by_its_day(cast: Cast) -> None:
    then = cast.at - timedelta(days=20)
    howard = add(cast, "asha", "Howard", at=then)
    move(cast, "asha", howard, "closer")
    add(cast, "asha", "Meera", remembered_later=True)
    rule(cast, rings=4)

    story = history_of(cast.reach("ben"))

    assert story.days() == [day_of(then), day_of(timezone.now())]
    first, last = (story.on(day) for day in story.days())
    assert [(node.name, node.ring) for node in first.nodes] == [("Howard", 2)]
    assert [(node.name, node.ring, node.remembered_later) for node in last.nodes] == [
        ("Howard", 1, False),
        ("Meera", 2, True),
    ]
    assert (first.rings, last.rings) == (3, 4)
    assert not story.on(day_of(then) - timedelta(days=1)).nodes
    assert replace(last, day=None) == network_of(cast.reach("ben"))
