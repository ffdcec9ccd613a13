"""Maps from files on somebody's map: each on its day, whoever is known found again, whole or not at all."""

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from connecting_people.connections import copies, uploads
from connecting_people.connections.actions import bringing
from connecting_people.connections.actions.history import undo
from connecting_people.connections.bringing import Plan
from connecting_people.connections.models import Connection, ConnectionState, MapSettings, MapSnapshot
from connecting_people.connections.queries.connections import facts_in, sources_of, state_in
from connecting_people.connections.queries.maps import history_of, network_of
from connecting_people.connections.refusals import NotTakenIn
from connecting_people.connections.rules import Contact, Exchange, Feeling, Nature, Network, Node, State
from connecting_people.connections.sessions import Session
from connecting_people.connections.tests.maps import add, edit, seen, tie
from connecting_people.core.london import day_of
from tests.cast import Cast

pytestmark = pytest.mark.django_db
THEN, NOW = date(2024, 1, 10), date(2024, 7, 10)
SISTER, JO, GROUP = (str(uuid.UUID(int=number)) for number in (11, 12, 13))
SISTER_THEN = Node(
    SISTER, "Sister", kind="family", inside_services=False, ring=2, contact=Contact.WEEKLY, feeling=Feeling.GOOD,
    gives=frozenset({Exchange.FRIENDSHIP}), gets=frozenset(), since=date(1990, 1, 1), never_support=True,
)  # fmt: skip
JO_THEN = Node(JO, "Jo", kind="colleagues", inside_services=False, ring=3)
GROUP_NOW = Node(GROUP, "Walking group", nature=Nature.GROUP, x=0.8, y=0.7)
FIRST = Network((SISTER_THEN, JO_THEN), frozenset({(SISTER, JO)}), day=THEN)
SECOND = Network((replace(SISTER_THEN, ring=1), GROUP_NOW), day=NOW, rings=4)


def zip_of(*networks: Network) -> bytes:
    """Return the CSV set of several days of one person's map."""
    me = str(uuid.UUID(int=1))
    sessions = [Session(each, case="CP", person_id=me, id=str(each.day)) for each in networks]
    return copies.tables(sessions, datetime.now().astimezone()).content


def take_in(cast: Cast, who: str, content: bytes, *, to_oneself: bool = False, name: str = "map.zip") -> Plan:
    """Bring a file and take it in."""
    given: dict[str, Any] = {"by": getattr(cast, who), "at": timezone.now(), "partnership": cast.reach(who)}
    file = bringing.bring(**given, name=name, content=content)
    return bringing.take_in(**given, file=file, to_oneself=to_oneself)


def on(cast: Cast, who: str, day: date) -> dict[str, Node]:
    """Return who was on the map on a day, by name, without where they stand."""
    nodes = history_of(cast.reach(who)).on(day).nodes
    return {node.name: replace(node, id=None, slot=None) for node in nodes}


def test_each_map_lands_on_its_day(cast: Cast) -> None:
    take_in(cast, "asha", zip_of(FIRST, SECOND))

    assert on(cast, "ben", THEN) == {node.name: replace(node, id=None) for node in FIRST.nodes}
    assert on(cast, "ben", NOW) == {node.name: replace(node, id=None) for node in SECOND.nodes}
    assert not on(cast, "ben", THEN - timedelta(days=1))
    assert set(seen(cast, "ben")) == {"Sister", "Walking group"}
    history = history_of(cast.reach("ben"))
    assert (len(history.on(THEN).ties), len(history.on(NOW).ties)) == (1, 0)
    assert history.on(NOW).rings == 4
    assert {(row.map_date, row.figures["size"]) for row in MapSnapshot.objects.all()} == {(THEN, 2), (NOW, 1)}


def test_what_came_in_goes_out_under_its_own_ids(cast: Cast) -> None:
    take_in(cast, "asha", zip_of(FIRST, SECOND))
    here = cast.reach("asha")
    history, sources = history_of(here), sources_of(here)

    out = [copies.session_of(history, here.pk, day, sources) for day in history.days()]
    back = uploads.sessions_in([("map.zip", copies.tables(out, datetime.now().astimezone()).content)])

    assert [session.day for session in back] == [THEN, NOW]
    assert [{node.id for node in session.network.nodes} for session in back] == [{SISTER, JO}, {SISTER, GROUP}]
    assert {frozenset(pair) for pair in back[0].network.ties} == {frozenset({SISTER, JO})}


def test_the_same_file_a_second_time_changes_nothing(cast: Cast) -> None:
    content = zip_of(FIRST, SECOND)
    take_in(cast, "asha", content)
    before = ConnectionState.objects.count()

    again = take_in(cast, "asha", content)

    assert (again.coming, again.tied) == ([], {})
    assert ConnectionState.objects.count() == before
    assert MapSettings.objects.count() == 1


def test_an_earlier_map_comes_before_what_was_said_since(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard", ring=1, matters="A lift home")
    earlier = Network((Node(str(howard), "Howard", kind="neighbours", ring=3),), day=THEN)

    take_in(cast, "ben", zip_of(earlier))

    assert (on(cast, "asha", THEN)["Howard"].ring, seen(cast, "asha")["Howard"].ring) == (3, 1)
    assert facts_in(state_in(cast.reach("asha"), howard)).matters == "A lift home"
    assert Connection.objects.count() == 1


def test_what_a_file_does_not_tell_stays(cast: Cast) -> None:
    howard = add(cast, "asha", "Howard", ring=1, matters="A lift home", contact=Contact.DAILY, never_support=True)
    later = Network((Node(str(howard), "Howie", state=State.LOST_TOUCH),), day=day_of(timezone.now()))

    plan = take_in(cast, "ben", zip_of(later))

    said = facts_in(state_in(cast.reach("asha"), howard))
    assert (said.name, said.state, said.ring) == ("Howie", State.LOST_TOUCH, 1)
    assert (said.contact, said.matters, said.never_support) == (Contact.DAILY, "A lift home", True)
    assert [one.facts.name for one in plan.known] == ["Howie"]


def test_what_is_for_oneself_changes_nothing_that_both_see(cast: Cast) -> None:
    howard = add(cast, "ben", "Howard", ring=1)
    moved = Network(
        (Node(str(howard), "Howie", ring=3), JO_THEN, SISTER_THEN),
        frozenset({(str(howard), JO), (SISTER, JO)}),
        day=day_of(timezone.now()),
        rings=5,
    )

    take_in(cast, "asha", zip_of(moved), to_oneself=True)

    assert {name: node.ring for name, node in seen(cast, "ben").items()} == {"Howard": 1}
    assert set(seen(cast, "asha")) == {"Howard", "Jo", "Sister"}
    assert (len(network_of(cast.reach("ben")).ties), len(network_of(cast.reach("asha")).ties)) == (0, 2)
    assert not MapSettings.objects.exists()


def test_what_one_kept_before_stays_kept(cast: Cast) -> None:
    jay = add(cast, "asha", "Jay", ring=1, to_oneself=True)

    take_in(cast, "asha", zip_of(Network((Node(str(jay), "Jay", ring=2),), day=day_of(timezone.now()))))

    assert seen(cast, "asha")["Jay"].ring == 2
    assert seen(cast, "ben") == {}


def test_a_line_that_was_drawn_later_by_hand_is_there_earlier_now(cast: Cast) -> None:
    take_in(cast, "asha", zip_of(replace(FIRST, ties=frozenset())))
    ids = {node.name: node.id for node in network_of(cast.reach("asha")).nodes}
    one, other = ids["Sister"], ids["Jo"]
    assert isinstance(one, UUID)
    assert isinstance(other, UUID)
    tie(cast, "asha", one, other)

    take_in(cast, "asha", zip_of(FIRST))

    history = history_of(cast.reach("asha"))
    assert len(history.on(THEN).ties) == len(network_of(cast.reach("asha")).ties) == 1


def test_nobody_stands_on_anybody(cast: Cast) -> None:
    rows = "".join(f"Person {number},friend,1\n" for number in range(40))
    add(cast, "asha", "Howard", ring=1)

    take_in(cast, "asha", f"name,kind,closeness\n{rows}".encode(), name="people.csv")

    nodes = network_of(cast.reach("ben")).nodes
    assert [node.name for node in nodes][:3] == ["Howard", "Person 0", "Person 1"]
    assert len({node.slot for node in nodes}) == 41


def test_a_file_of_a_day_to_come_stays_outside(cast: Cast) -> None:
    content = zip_of(replace(FIRST, day=day_of(timezone.now()) + timedelta(days=2)))

    with pytest.raises(NotTakenIn, match="not come yet"):
        take_in(cast, "asha", content)
    assert not Connection.objects.exists()


@pytest.mark.parametrize(("most", "says"), [("MOST_CONNECTIONS", "500 connections"), ("MOST_TIES", "5000 ties")])
def test_more_than_a_map_holds_stays_outside(cast: Cast, monkeypatch: pytest.MonkeyPatch, most: str, says: str) -> None:
    monkeypatch.setattr(f"connecting_people.connections.bringing.{most}", 0)

    with pytest.raises(NotTakenIn, match=says):
        take_in(cast, "asha", zip_of(FIRST))
    assert not Connection.objects.exists()


def test_a_line_of_an_earlier_file_that_ended_does_not_end_one_that_is_there_now(cast: Cast) -> None:
    both = (SISTER_THEN, JO_THEN)
    take_in(cast, "asha", zip_of(Network(both, frozenset({(SISTER, JO)}), day=day_of(timezone.now()))))

    without = Network(both, ties_asked=True, day=NOW)
    take_in(cast, "asha", zip_of(FIRST, without))

    history = history_of(cast.reach("asha"))
    assert [len(history.on(day).ties) for day in (THEN, NOW, day_of(timezone.now()))] == [1, 0, 1]


def test_what_came_in_is_no_step_to_take_back_but_is_changed_like_all_else(cast: Cast) -> None:
    take_in(cast, "asha", zip_of(FIRST))
    jo = ConnectionState.objects.get(name="Jo").connection_id

    edit(cast, "asha", jo, ring=1)

    undone = undo(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"))
    assert undone and undone.act == "changed"
    assert undo(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha")) is None
