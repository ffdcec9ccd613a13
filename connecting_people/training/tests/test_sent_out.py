"""Somebody is asked to leave: what they wrote stays down, and the way back in can be closed."""

import pytest
from django.test import Client
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.training.actions import boards
from connecting_people.training.door import DOOR
from connecting_people.training.models import Note, Trainee
from connecting_people.training.rules import Shown
from connecting_people.training.tests.rooms import again, come_in, page_of, put_on, writes

UNKIND = "Something unkind"
WHO = {"who": "carer", "name": "Priya"}


@pytest.fixture
def femi(client, cast, _no_second_factor):
    client.force_login(cast.femi)
    return client


def lead(room, more=""):
    return f"/agency/{room.agency_id}/trainings/{room.training_id}/room/{more}"


def sends_out(femi, room, trainee, **also):
    return femi.post(lead(room, "0/people/"), {"trainee": str(trainee.pk), **also}, follow=True)


def typed(browser, code):
    return browser.post("/room/join/", {"code": code})


def test_what_they_wrote_in_a_column_that_opens_later_is_taken_down_as_well(cast, room, femi):
    priya, hers = come_in(room, "Priya")
    sam, his = come_in(room)
    writes(priya, "known", UNKIND)
    writes(sam, "known", "The circles")
    before = again(room).version

    sends_out(femi, room, priya, take_down="1")
    femi.post(lead(room, "0/open-column/"), {"column": "known"})

    screens = [page_of(his), his.get("/room/new/", {"v": before}).text, femi.get(lead(room, "0/projector/")).text]
    assert all("The circles" in screen and UNKIND not in screen for screen in screens)
    assert "Taken down. You can put it back" in femi.get(lead(room)).text
    assert UNKIND in hers.get("/room/mine/").text


def test_what_somebody_wrote_who_was_only_asked_to_leave_opens_with_the_rest(cast, room, femi):
    priya, _hers = come_in(room, "Priya")
    _sam, his = come_in(room)
    writes(priya, "known", "The circles")

    sends_out(femi, room, priya)
    femi.post(lead(room, "0/open-column/"), {"column": "known"})

    assert "The circles" in page_of(his)


def test_no_trainer_ever_reads_what_is_its_authors_alone(cast, room, femi):
    put_on(cast.femi, room, "first-session")
    priya, _hers = come_in(room, "Priya")
    writes(priya, "mine", UNKIND)

    sends_out(femi, room, priya, take_down="1")

    assert UNKIND not in femi.get(lead(room)).text
    assert Note.objects.get().shown == Shown.KEPT
    with pytest.raises(boards.RoomError):
        boards.reveal(by=cast.femi, at=timezone.now(), room=again(room), column="mine")


def test_with_another_code_nobody_walks_back_in_and_everybody_else_stays(room, femi):
    code = again(room).code
    priya, hers = come_in(room, "Priya")
    _sam, his = come_in(room)
    at_the_door = Client()
    typed(at_the_door, code)
    before = again(room).version

    told = sends_out(femi, room, priya, change_code="1")

    assert "it has another code" in told.text
    for browser in (hers, Client()):
        assert typed(browser, code).status_code == 422
    # Nor does a note of the door help, which outlives its code for a quarter of an hour.
    assert at_the_door.post("/room/come-in/", WHO)["Location"] == "/room/join/"
    assert Trainee.objects.count() == 2
    assert his.get("/room/").status_code == 200
    new = again(room).code
    assert new != code
    assert f"{new[:4]} {new[4:]}" in femi.get(lead(room, "0/projector/new/"), {"v": before}).text
    late = Client()
    assert typed(late, new).status_code == 302
    assert late.post("/room/come-in/", WHO)["Location"] == "/room/"
    assert Event.objects.filter(act="training: code changed", target_id=room.pk).exists()


def test_without_the_tick_the_code_stays_and_the_trainer_is_told_so(room, femi):
    priya, hers = come_in(room, "Priya")

    told = sends_out(femi, room, priya)

    assert "The code still works" in told.text
    assert typed(hers, again(room).code).status_code == 302


def test_a_note_of_the_door_says_nothing_of_the_code(room):
    browser = Client()

    cookie = typed(browser, again(room).code).cookies[DOOR].value

    assert again(room).code not in cookie and again(room).code_hash not in cookie
