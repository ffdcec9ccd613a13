from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from connecting_people.audit.queries import faults
from connecting_people.connections import troubles
from connecting_people.connections.actions import connections as actions
from connecting_people.connections.actions import ties
from connecting_people.connections.facts import Facts
from connecting_people.connections.layout import Move
from connecting_people.connections.models import Connection, ConnectionState, MapSnapshot, Tie
from connecting_people.connections.packed import unpack
from connecting_people.connections.queries.connections import facts_in, sayings, state_in, taken_off
from connecting_people.connections.queries.maps import network_of
from connecting_people.connections.rules import Contact, Exchange, Feeling, Nature, State, Way
from connecting_people.connections.tests.maps import add, edit, seen, tie
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import unpack as numbers
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_all_that_was_said_of_somebody_comes_back(cast: Cast) -> None:
    said = Facts(
        name="Howard",
        nature=Nature.PERSON,
        kind="neighbours",
        inside_services=False,
        ring=1,
        contact=Contact.WEEKLY,
        ways=frozenset({Way.PHONE, Way.IN_PERSON}),
        gives=frozenset({Exchange.FRIENDSHIP}),
        gets=frozenset(),
        feeling=Feeling.MIXED,
        state=State.LOST_TOUCH,
        since_date=day_of(cast.at),
        remembered_later=True,
        never_support=True,
        symbol="H",
        colour="teal",
        together="Tea",
        matters="He listens",
        came_about="The bus",
    )
    made = actions.add(by=cast.asha, at=cast.at, partnership=cast.reach("asha"), facts=said)

    kept = facts_in(state_in(cast.reach("ben"), made.pk))
    assert kept == Facts(**{**vars(said), "slot": kept.slot})
    assert kept.slot is not None
    node = network_of(cast.reach("ben")).nodes[0]
    assert (node.name, node.ring, node.gets, node.state) == ("Howard", 1, frozenset(), State.LOST_TOUCH)


def test_a_day_on_the_map_is_one_entry_of_the_record(cast: Cast) -> None:
    add(cast, "asha", "Howard")
    add(cast, "asha", "Meera")

    entry = Entry.objects.get(kind="map")
    assert (entry.voice, numbers(entry.steps), numbers(entry.processes)) == (cast.place("asha"), (2,), (3,))
    assert entry.target_page == "connections:over_time"
    add(cast, "ben", "Dilys")
    assert Entry.objects.filter(kind="map").count() == 2
    assert list(faults(cast.agency.pk)) == []


def test_what_was_said_before_stays(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard", matters="A lift home")
    edit(cast, "ben", howard, matters="A friend")

    words = [(row.matters, row.by.name) for row in sayings(cast.reach("asha"), howard)]
    assert words == [("A friend", "Ben"), ("A lift home", "Asha")]


def test_two_who_change_the_same_words_see_both(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard", matters="A lift home")
    read = state_in(cast.reach("asha"), howard).pk
    edit(cast, "ben", howard, matters="Ben's words")

    with pytest.raises(troubles.Stale) as stale:
        edit(cast, "asha", howard, read, matters="Asha's words", together="Tea")

    assert stale.value.both == {"matters"}
    assert stale.value.now.matters == "Ben's words"
    assert facts_in(state_in(cast.reach("asha"), howard)).together == ""


def test_two_who_change_different_things_lose_neither(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard")
    read = state_in(cast.reach("asha"), howard).pk
    edit(cast, "ben", howard, together="Tea")

    edit(cast, "asha", howard, read, matters="A lift home")

    now = facts_in(state_in(cast.reach("asha"), howard))
    assert (now.together, now.matters) == ("Tea", "A lift home")


def test_an_edit_that_changes_nothing_leaves_no_trace(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard")

    edit(cast, "asha", howard)

    assert ConnectionState.objects.count() == 1


def test_a_move_changes_the_ring_and_nobody_else_jumps(cast: Cast) -> None:
    howard, meera = add(cast, "asha", "Howard"), add(cast, "asha", "Meera")
    before = seen(cast, "asha")["Meera"]

    actions.move(
        by=cast.ben, at=timezone.now(), partnership=cast.reach("ben"), connection_id=howard, asked=Move(step="closer")
    )

    assert seen(cast, "asha")["Howard"].ring == 1
    assert seen(cast, "asha")["Meera"] == before
    assert meera != howard


@pytest.mark.parametrize(
    ("state", "act"),
    [(State.ENDED, "ended"), (State.LOST_TOUCH, "lost_touch"), (State.CURRENT, ""), (State.WISHED_FOR, "changed")],
)
def test_how_things_stand_is_kept_with_its_day(cast: Cast, state: State, act: str) -> None:
    howard = add(cast, "asha", "Howard", at=cast.at)
    now = timezone.now()

    actions.stand(by=cast.asha, at=now, partnership=cast.reach("asha"), connection_id=howard, state=state)

    assert seen(cast, "ben")["Howard"].state == state
    assert seen(cast, "ben", day_of(cast.at))["Howard"].state == State.CURRENT
    latest = sayings(cast.reach("asha"), howard)[0]
    assert latest.act == (act or "added")


def test_touch_is_taken_up_again(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard", state=State.LOST_TOUCH)

    actions.stand(
        by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), connection_id=howard, state=State.CURRENT
    )

    assert sayings(cast.reach("asha"), howard)[0].act == "taken_up"


def test_whoever_is_taken_off_is_on_earlier_maps_and_can_be_put_back(cast: Cast) -> None:
    howard, here, now = add(cast, "asha", "Howard", at=cast.at), cast.reach("asha"), timezone.now()

    actions.take_off(by=cast.asha, at=now, partnership=here, connection_id=howard)

    assert seen(cast, "asha") == {}
    assert set(seen(cast, "asha", day_of(cast.at))) == {"Howard"}
    assert [state.name for state in taken_off(here)] == ["Howard"]
    actions.put_back(by=cast.asha, at=now, partnership=here, connection_id=howard)
    assert set(seen(cast, "asha")) == {"Howard"}
    actions.put_back(by=cast.asha, at=now, partnership=here, connection_id=howard)
    assert sayings(here, howard).count() == 3


def test_nobody_else_changes_what_one_keeps(cast: Cast) -> None:
    secret = add(cast, "asha", "Jay", to_oneself=True)

    with pytest.raises(Http404):
        actions.move(
            by=cast.ben,
            at=timezone.now(),
            partnership=cast.reach("ben"),
            connection_id=secret,
            asked=Move(step="closer"),
        )
    with pytest.raises(Http404):
        state_in(cast.reach("ben"), secret)


def test_only_own_words_are_kept_to_oneself(cast: Cast) -> None:
    here = cast.reach("ben")
    with pytest.raises(NotAllowed):
        actions.add(by=cast.ben, at=cast.at, partnership=here, facts=Facts("Jay"), voice=here.person, to_oneself=True)
    assert not Connection.objects.exists()


def test_what_was_private_before_it_was_shared_stays_private(cast: Cast) -> None:
    secret = add(cast, "asha", "Jay", to_oneself=True, at=cast.at, matters="Only mine")
    edit(cast, "asha", secret, matters="For both", at=cast.at)
    now = timezone.now()

    actions.share_own(by=cast.asha, at=now, partnership=cast.reach("asha"), connection_id=secret)

    assert [row.matters for row in sayings(cast.reach("ben"), secret)] == ["For both"]
    assert len(sayings(cast.reach("asha"), secret)) == 3
    assert seen(cast, "ben", day_of(cast.at)) == {}
    with pytest.raises(NotAllowed):
        actions.share_own(by=cast.asha, at=now, partnership=cast.reach("asha"), connection_id=secret)


def test_the_person_takes_somebody_away_for_good(cast: Cast) -> None:
    howard, meera = add(cast, "asha", "Howard", at=cast.at), add(cast, "asha", "Meera", at=cast.at)
    tie(cast, "asha", howard, meera)
    given = {"at": timezone.now(), "connection_id": howard}

    with pytest.raises(NotAllowed):
        actions.forget(by=cast.ben, partnership=cast.reach("ben"), **given)
    actions.forget(by=cast.asha, partnership=cast.reach("asha"), **given)

    assert set(seen(cast, "asha", day_of(cast.at))) == {"Meera"}
    assert not Tie.objects.exists()
    assert {len(unpack(bytes(row.packed)).nodes) for row in MapSnapshot.objects.all()} == {1}


def test_somebody_without_a_login_has_it_done_on_their_word(cast: Cast) -> None:
    here, at = cast.reach("ivan", cast.ivans), cast.at
    made = actions.add(by=cast.ivan, at=at, partnership=here, facts=Facts("Jo"), voice=here.person)

    actions.forget(by=cast.ivan, at=at, partnership=here, connection_id=made.pk)

    assert not Connection.objects.exists()


def test_a_year_to_come_is_said_kindly(cast: Cast) -> None:
    with pytest.raises(troubles.WrongDay):
        add(cast, "asha", "Howard", since_date=day_of(timezone.now()) + timedelta(days=1))


def test_a_full_map_says_so(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("connecting_people.connections.placing.MOST_CONNECTIONS", 2)
    add(cast, "asha", "One")
    add(cast, "asha", "Two")

    with pytest.raises(troubles.TooMany, match="up to 500"):
        add(cast, "asha", "Three")


def test_a_tie_is_there_once_whoever_says_it_and_from_either_end(cast: Cast) -> None:
    howard, meera = add(cast, "asha", "Howard"), add(cast, "asha", "Meera")

    tie(cast, "asha", howard, meera)
    tie(cast, "ben", meera, howard)

    assert network_of(cast.reach("asha")).ties == {tuple(sorted((howard, meera)))}
    ties.untie(by=cast.ben, at=timezone.now(), partnership=cast.reach("ben"), one=meera, other=howard)
    assert network_of(cast.reach("asha")).ties == frozenset()
    assert Tie.objects.get().ended_by == cast.ben


def test_a_tie_needs_two_who_are_there(cast: Cast) -> None:
    howard, secret = add(cast, "asha", "Howard"), add(cast, "asha", "Jay", to_oneself=True)

    with pytest.raises(troubles.CannotTie):
        tie(cast, "asha", howard, howard)
    with pytest.raises(troubles.CannotTie):
        tie(cast, "ben", howard, secret)


def test_a_map_holds_so_many_ties(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("connecting_people.connections.actions.ties.MOST_TIES", 0)
    howard, meera = add(cast, "asha", "Howard"), add(cast, "asha", "Meera")

    with pytest.raises(troubles.TooMany, match="5000"):
        tie(cast, "asha", howard, meera)


def test_who_knows_whom_is_not_asked_until_somebody_says_it(cast: Cast) -> None:
    howard, meera = add(cast, "asha", "Howard"), add(cast, "asha", "Meera")
    assert not network_of(cast.reach("asha")).ties_asked

    tie(cast, "asha", howard, meera)

    assert network_of(cast.reach("asha")).ties_asked


def test_a_tie_is_as_of_its_day(cast: Cast) -> None:
    howard, meera = add(cast, "asha", "Howard", at=cast.at), add(cast, "asha", "Meera", at=cast.at)
    tie(cast, "asha", howard, meera)

    assert not network_of(cast.reach("asha"), day_of(cast.at)).ties
    assert network_of(cast.reach("asha"), day_of(timezone.now())).ties


def test_each_day_has_its_snapshot_for_each_who_sees_it_so(cast: Cast) -> None:
    add(cast, "asha", "Howard", at=cast.at)
    add(cast, "asha", "Meera")
    add(cast, "asha", "Jay", to_oneself=True)

    stored = {
        (row.map_date, row.audience_id): (len(unpack(bytes(row.packed)).nodes), row.figures["size"])
        for row in MapSnapshot.objects.all()
    }
    then, now = day_of(cast.at), day_of(timezone.now())
    assert stored == {(then, None): (1, 1), (now, None): (2, 2), (now, cast.place("asha").pk): (3, 3)}
