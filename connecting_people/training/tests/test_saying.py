"""Trainers write on a board while it is on, for all and with everybody else."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from connecting_people.training.actions import boards, rooms, saying
from connecting_people.training.models import Note
from connecting_people.training.rules import Shown
from connecting_people.training.tests.rooms import again, come_in, page_of, put_on, writes

WORDS = "The bus stops at the gate"


@pytest.fixture
def femi(cast, client: Client, _no_second_factor):
    client.force_login(cast.femi)
    return client


def at(room, rest="write/"):
    return f"/agency/{room.agency_id}/trainings/{room.training_id}/room/0/{rest}"


def said(room, text=WORDS, column="unclear", **more):
    return {"block": room.block_id, "column": column, "text": text, **more}


def test_a_trainer_writes_on_the_board_from_their_own_screen(room, femi):
    _sam, his = come_in(room)
    assert "Write on the board yourself" in femi.get(at(room, "")).text

    assert femi.post(at(room), said(room)).headers["Location"] == at(room, "")

    for page in (page_of(his), femi.get(at(room, "")).text, femi.get(at(room, "projector/")).text):
        assert WORDS in page
        assert "The trainers" in page
        assert ", from paper" not in page


def test_a_page_that_is_alive_gets_what_is_new_and_stays(room, femi):
    page = femi.get(at(room, "")).text
    tag = page.split('data-version="')[1].split('"')[0]

    new = femi.post(at(room), said(room, live=tag), follow=True)

    assert new.status_code == 200
    assert WORDS in new.text
    assert "<main" not in new.text


def test_in_a_column_that_is_not_opened_it_waits_with_the_others(cast, room, femi):
    _sam, his = come_in(room)
    femi.post(at(room), said(room, column="new"))
    assert WORDS not in page_of(his)
    assert "1 note waits" in femi.get(at(room, "")).text

    boards.reveal(by=cast.femi, at=timezone.now(), room=again(room), column="new")

    assert WORDS in page_of(his)


def test_paper_waits_too_as_long_as_a_room_is_open_and_no_longer(cast, room, femi):
    _sam, his = come_in(room)
    paper = f"/agency/{room.agency_id}/trainings/{room.training_id}/paper/{room.block_id}/"
    told = femi.post(paper, {"column": "new", "text": WORDS, "who": "carer"}, follow=True)
    assert "It waits until you open the column" in told.text
    assert WORDS not in page_of(his)

    rooms.close(by=cast.femi, at=timezone.now(), room=again(room))
    told = femi.post(paper, {"column": "new", "text": "Afterwards", "who": "carer"}, follow=True)

    assert "It stands on the board now" in told.text
    assert Note.objects.filter(shown=Shown.OPEN).count() == 1


def test_a_room_that_ran_out_of_time_holds_nothing_back(cast, room):
    given = {"by": cast.femi, "block": room.block, "column": "new", "texts": [WORDS]}
    (note,) = saying.say(at=timezone.now() + timedelta(hours=13), **given)
    assert note.shown == Shown.OPEN


def test_what_is_for_its_author_alone_is_not_offered(cast, room, femi):
    room = put_on(cast.femi, room, "first-session")
    form = femi.get(at(room, "")).text.split('id="write-form"')[1].split("</form>")[0]
    assert 'value="mine"' not in form
    assert femi.post(at(room), said(room, column="mine")).status_code == 422


def test_words_that_cannot_be_taken_stay_in_the_form(room, femi):
    page = femi.post(at(room), said(room, "x" * 2_001))
    assert page.status_code == 422
    assert "x" * 2_001 in page.text
    assert "Could it be two notes?" in page.text
    assert "<details" in page.text.split('id="write"')[1].split("open>")[0]


def test_a_trainer_answers_a_note_and_nothing_is_typed_twice(cast, room, femi):
    room = put_on(cast.femi, room, "local-connections")
    sam, his = come_in(room, "Sam")
    note = writes(sam, "known", "The allotments")
    page = femi.get(at(room, ""), {"about": note.pk}).text
    assert "<q data-about>The allotments</q>" in page
    assert f"{at(room, '')}?about={note.pk}#write" in page

    femi.post(at(room), said(room, "I have a plot there", "known", about=note.pk))

    assert note.replies.get().text == "I have a plot there"
    assert "I have a plot there" in page_of(his)


def test_a_trainer_starts_a_light_with_a_place_and_keeps_what_was_typed(cast, room, femi):
    room = put_on(cast.femi, room, "local-connections")
    writes(come_in(room)[0], "known", "The allotments")
    room = put_on(cast.femi, room, "traffic-lights")

    page = femi.post(at(room), said(room, "Steep", "notes", sort="amber", place="The allotments"))

    assert "The allotments: Steep</textarea>" in page.text
    assert 'action="' + at(room) + '"' in page.text
    assert not Note.objects.filter(column="notes").exists()


def test_when_the_room_closed_meanwhile_the_words_come_back(cast, room, femi):
    rooms.close(by=cast.femi, at=timezone.now(), room=again(room))
    page = femi.post(at(room), said(room))
    assert page.status_code == 410
    assert WORDS in page.text


def test_a_block_that_is_not_there_leads_back_and_nobody_else_writes(cast, room, femi):
    given = {"column": "unclear", "text": WORDS}
    assert femi.post(at(room), {**given, "block": "no"}).headers["Location"] == at(room, "")
    femi.force_login(cast.dev)
    assert femi.post(at(room), said(room)).status_code == 404
    assert not Note.objects.exists()
