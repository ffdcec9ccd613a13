"""A practice map is worked on as a real one is, on tables of its own."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connecting_people.connections.facts import Facts
from connecting_people.connections.layout import Move
from connecting_people.connections.models import Connection
from connecting_people.connections.rules import Nature
from connecting_people.connections.ruling import Ruling
from connecting_people.connections.troubles import MapError
from connecting_people.core.permissions import NotAllowed
from connecting_people.training.actions import practice_map as actions
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.models import PracticeConnection, PracticeSpace
from connecting_people.training.models.sealed import (
    Step,
    Steps,
    mark_of,
    opened_facts,
    opened_ruling,
    opened_steps,
    sealed_facts,
    sealed_ruling,
    sealed_steps,
)
from connecting_people.training.queries.practice import map_of
from connecting_people.training.tests.seats import fill, open_room, phone, somebody, take_seat

MAP, ADD = "/practice/map/", "/practice/map/add/"


@pytest.fixture
def seat(cast):
    return take_seat(open_room(cast))


def now(seat):
    return map_of(PracticeSpace.objects.get(trainee=seat))


def act(do, seat, **given):
    return do(by=seat, at=timezone.now(), **given)


def names(seat):
    return sorted(facts.name for facts in now(seat).facts.values())


def test_whoever_is_added_stands_on_the_map_and_in_the_list(seat):
    answer = phone().post(ADD, {"name": "Meera", "ring": "2", "kind": "friends"}, follow=True)
    text = answer.content.decode()
    assert 'data-name="Meera"' in text
    assert "Everybody on the map" in text
    (facts,) = now(seat).facts.values()
    assert (facts.name, facts.ring, facts.kind, facts.slot) == ("Meera", 2, "friends", 0)


def test_adding_another_comes_back_to_an_empty_form(seat):
    answer = phone().post(ADD, {"name": "Meera", "again": "yes"})
    assert answer.headers["Location"] == ADD


def test_a_name_is_needed_and_what_was_typed_stays(seat):
    answer = phone().post(ADD, {"name": "", "together": "We sing"})
    assert answer.status_code == 422
    assert "We sing" in answer.content.decode()
    assert not PracticeSpace.objects.exists()


def test_a_full_name_brings_a_gentle_hint(seat):
    answer = phone().post(ADD, {"name": "Meera Patel"}, follow=True)
    assert "A first name, a nickname or a sign is enough here" in answer.content.decode()


def test_a_form_that_is_sent_twice_makes_one(seat):
    client, sent = phone(), {"name": "Meera", "once": str(uuid.uuid4())}
    client.get(ADD)
    client.post(ADD, sent)
    client.post(ADD, sent)
    assert names(seat) == ["Meera"]


def test_nothing_on_it_becomes_a_connection_of_a_record(seat):
    before = Connection.objects.count()
    fill(seat, 3)
    assert Connection.objects.count() == before


def test_what_is_said_is_sealed_in_the_database(seat):
    somebody(seat, "Meera")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT facts FROM {PracticeConnection._meta.db_table}")
        facts = cursor.fetchone()[0]
        cursor.execute(f"SELECT steps FROM {PracticeSpace._meta.db_table}")
        steps = cursor.fetchone()[0]
    assert "Meera" not in facts
    assert "Meera" not in steps


def test_somebody_moves_by_a_step_and_to_a_place(seat):
    person = somebody(seat, ring=3, kind="friends")
    phone().post("/practice/map/move/", {"connection": str(person), "step": "closer"})
    assert now(seat).facts[person].ring == 2
    phone().post("/practice/map/move/", {"connection": str(person), "ring": "1", "sector": "family"})
    assert (now(seat).facts[person].ring, now(seat).facts[person].kind) == (1, "family")


def test_the_buttons_of_the_list_lead_back_to_the_list(seat):
    person = somebody(seat, ring=3)
    answer = phone().post("/practice/map/move/", {"act": f"{person} closer", "back": "list"})
    assert answer.headers["Location"] == f"/practice/map/list/#c-{person}"


def test_a_move_of_nobody_is_told(seat):
    somebody(seat)
    answer = phone().post("/practice/map/move/", {"step": "closer"}, follow=True)
    assert "Choose who is to move" in answer.content.decode()
    answer = phone().post("/practice/map/move/", {"connection": str(uuid.uuid4()), "step": "closer"}, follow=True)
    assert "not on your map any more" in answer.content.decode()


def test_two_are_joined_once_and_parted_again(seat):
    one, other = somebody(seat, "Meera"), somebody(seat, "Sam")
    both = {"one": str(one), "other": str(other), "back": "person"}
    answer = phone().post("/practice/map/tie/", both)
    assert answer.headers["Location"].endswith(f"/people/{one}/")
    phone().post("/practice/map/tie/", {"one": str(other), "other": str(one)})
    assert now(seat).network.ties == {tuple(sorted((one, other)))}
    assert "Take the line away" in phone().get(answer.headers["Location"]).content.decode()
    phone().post("/practice/map/untie/", both)
    phone().post("/practice/map/untie/", both)
    assert not now(seat).network.ties


def test_nobody_is_joined_to_themselves_or_to_nobody(seat):
    one = somebody(seat)
    for other in (one, uuid.uuid4()):
        with pytest.raises(MapError):
            act(actions.tie, seat, one=one, other=other)
    assert "Choose two to join" in phone().post("/practice/map/tie/", {}, follow=True).content.decode()


def test_undo_brings_somebody_back_with_their_lines_and_redo_takes_them_off_again(seat):
    one, other = somebody(seat, "Meera", ring=1), somebody(seat, "Sam")
    act(actions.tie, seat, one=one, other=other)
    phone().post(f"/practice/map/people/{one}/off/")
    assert names(seat) == ["Sam"]
    assert "Meera was taken off the map" in phone().get(MAP).content.decode()
    phone().post("/practice/map/undo/")
    assert names(seat) == ["Meera", "Sam"]
    assert now(seat).network.ties == {tuple(sorted((one, other)))}
    phone().post("/practice/map/redo/")
    assert names(seat) == ["Sam"]


def test_undo_goes_back_step_by_step_to_the_empty_map(seat):
    one, other = somebody(seat, "Meera", ring=3), somebody(seat, "Sam")
    act(actions.move, seat, connection_id=one, asked=Move(step="closer"))
    act(actions.tie, seat, one=one, other=other)
    act(actions.untie, seat, one=one, other=other)
    while act(actions.undo, seat):
        pass
    assert not now(seat).facts
    while act(actions.redo, seat):
        pass
    assert now(seat).facts[one].ring == 2
    assert not now(seat).network.ties
    assert "nothing to take back" in phone().post("/practice/map/redo/", follow=True).content.decode()


def test_something_new_ends_what_could_be_done_again(seat):
    somebody(seat, "Meera")
    act(actions.undo, seat)
    somebody(seat, "Sam")
    assert not act(actions.redo, seat)
    assert names(seat) == ["Sam"]


def test_what_is_said_of_somebody_can_be_said_differently(seat):
    person = somebody(seat, ring=2, kind="friends")
    address = reverse("training:practice_person", kwargs={"connection_id": person})
    read = str(mark_of(now(seat).facts[person]))
    given = {"name": "Meera", "nature": "group", "ring": "2", "kind": "friends", "read": read, "gives": ["friendship"]}
    assert phone().post(address, given).status_code == 302
    facts = now(seat).facts[person]
    assert facts.nature is Nature.GROUP
    assert facts.gives


def test_a_change_on_another_page_meanwhile_shows_both_texts(seat):
    person = somebody(seat)
    address = reverse("training:practice_person", kwargs={"connection_id": person})
    before = now(seat).facts[person]
    act(actions.change, seat, connection_id=person, read=mark_of(before), facts=Facts("Meera", together="We swim"))
    answer = phone().post(address, {"name": "Meera", "together": "We sing", "read": str(mark_of(before))})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "We swim" in text
    assert "We sing" in text
    assert now(seat).facts[person].together == "We swim"
    again = phone().post(address, {"name": "Meera", "together": "We sing", "read": _read(text)})
    assert again.status_code == 302
    assert now(seat).facts[person].together == "We sing"


def _read(text):
    return text.split('name="read"')[1].split('value="')[1].split('"')[0]


def test_the_same_said_twice_is_no_clash_and_no_step(seat):
    person = somebody(seat)
    steps = now(seat).steps
    act(actions.change, seat, connection_id=person, read=None, facts=now(seat).facts[person])
    assert now(seat).steps == steps


def test_a_map_can_be_free_of_rings_and_parts(seat):
    person = somebody(seat, ring=1, kind="family")
    phone().post("/practice/map/rings/", {"rings": "0", "sectors": "no", "version": "0"})
    phone().post("/practice/map/move/", {"connection": str(person), "x": "0.25", "y": "0.75"})
    facts = now(seat).facts[person]
    assert (facts.x, facts.y) == (0.25, 0.75)
    assert "data-free" in phone().get(MAP).content.decode()


def test_rings_can_have_names_of_ones_own(seat):
    act(actions.rule, seat, ruling=Ruling(ring_names=("Mine",), sector_names={"family": "Clan"}))
    text = phone().get(MAP).content.decode()
    assert "Clan" not in text  # nobody is on it yet, so there is no picture
    somebody(seat)
    assert {"Mine", "Clan"} <= {word for word in ("Mine", "Clan") if word in phone().get(MAP).content.decode()}


def test_a_map_is_full_at_some_time(seat, monkeypatch):
    monkeypatch.setattr(actions, "MOST_CONNECTIONS", 2)
    monkeypatch.setattr(actions, "MOST_TIES", 0)
    one, other = somebody(seat, "Meera"), somebody(seat, "Sam")
    with pytest.raises(MapError):
        somebody(seat, "Tom")
    with pytest.raises(MapError):
        act(actions.tie, seat, one=one, other=other)


def test_only_so_many_steps_are_kept(seat, monkeypatch):
    monkeypatch.setattr(actions, "PRACTICE_STEPS", 2)
    for name in ("Meera", "Sam", "Tom"):
        somebody(seat, name)
    assert [step.name for step in now(seat).steps.done] == ["Sam", "Tom"]


def test_who_was_sent_out_works_on_nothing(seat):
    person = somebody(seat)
    seat.ejected_at = timezone.now()
    for do, given in (
        (actions.add, {"facts": Facts("Sam")}),
        (actions.take_off, {"connection_id": person}),
        (actions.undo, {}),
    ):
        with pytest.raises((NotAllowed, PermissionDenied)):
            act(do, seat, **given)


def test_who_is_not_there_cannot_be_taken_off(seat):
    somebody(seat)
    with pytest.raises(TrainingError):
        act(actions.take_off, seat, connection_id=uuid.uuid4())


def test_a_large_map_takes_no_more_questions_to_the_database_than_a_small_one(seat):
    client, counts = phone(), []
    for more in (3, 12):
        fill(seat, more)
        client.get(MAP)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(MAP).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 6


def test_what_is_sealed_comes_back_as_it_was():
    facts = Facts("Meera", ring=1, since_date=timezone.now().date(), gives=frozenset(), x=0.5, y=0.5)
    assert opened_facts(sealed_facts(facts)) == facts
    ruling = Ruling(rings=4, ring_names=("A", ""), sectors=False, sector_names={"family": "Clan"}, ties_asked=True)
    assert opened_ruling(sealed_ruling(ruling)) == ruling
    assert opened_ruling("") == Ruling()
    one, other = uuid.uuid4(), uuid.uuid4()
    steps = Steps((Step("added", "Meera", {one: (None, "x")}, ((one, other),)),), (Step("moved", "", {}),))
    assert opened_steps(sealed_steps(steps)) == steps
    assert steps.done[0].turned.turned == steps.done[0]
