"""Trainers lead a room: two of them at once, with a timer, groups, paper, and words where something cannot be done."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from connecting_people.core.permissions import NotAllowed
from connecting_people.training.actions import boards, pairs, rooms, saying, seats, timers
from connecting_people.training.actions.rooms import MovedAlready, RoomError
from connecting_people.training.course.words import Column
from connecting_people.training.live import columns_of, is_closed
from connecting_people.training.models import Block, Note, NoteGroup, Room, RoomGroup, Trainer
from connecting_people.training.queries.boards import notes_in
from connecting_people.training.queries.rooms import tracks_of
from connecting_people.training.rules import BlockKind, Shown, Who, shared_out
from connecting_people.training.tests.rooms import (
    a_block,
    a_training,
    again,
    an_open_room,
    come_in,
    others_come,
    put_on,
    writes,
)

pytestmark = pytest.mark.usefixtures("_no_second_factor")


@pytest.fixture
def femi(cast):
    client = Client()
    client.force_login(cast.femi)
    return client


def act(cast, room, **more):
    return {"by": cast.femi, "at": timezone.now(), "room": room, **more}


def at(room, page=""):
    return f"/agency/{room.agency_id}/trainings/{room.training_id}/room/0/{page}"


def test_a_trainer_opens_the_room_and_sees_the_code(cast, training, femi):
    lead = f"/agency/{training.agency_id}/trainings/{training.pk}/room/"
    assert "Open the room" in femi.get(lead).text

    assert femi.post(f"{lead}0/open/")["Location"] == lead

    room = Room.objects.get()
    assert f"{room.code[:4]} {room.code[4:]}" in femi.get(lead).text
    assert femi.post(f"{lead}7/open/").status_code == 404
    assert rooms.open_room(by=cast.femi, at=timezone.now(), training=training).code == room.code


def test_a_room_without_an_agenda_says_what_to_do_first(cast, femi):
    empty = a_training(cast.femi, cast.agency, ())

    shown = femi.get(f"/agency/{empty.agency_id}/trainings/{empty.pk}/room/").text

    assert "Put the agenda together" in shown


def test_of_two_trainers_who_move_at_once_the_second_is_told_and_sees_where_the_room_is(cast, room, femi):
    before = room.block_id
    first, second = room.training.blocks.order_by("position")[1:3]
    rooms.move(**act(cast, room), coming_from=before, to=first)

    answer = femi.post(at(room, "move/"), {"from": before, "to": second.pk})

    assert answer.status_code == 422
    assert "Somebody else moved the room" in answer.text
    assert again(room).block == first
    with pytest.raises(MovedAlready):
        rooms.move(**act(cast, room), coming_from=before, to=second)
    version = again(room).version
    rooms.move(**act(cast, room), coming_from=before, to=first)  # both meant the same
    assert again(room).version == version


def test_a_timer_starts_stands_still_goes_on_and_gets_a_minute_more(cast, room):
    begin = timezone.now()
    given = {"by": cast.femi, "room": room}
    timers.start(**given, at=begin, minutes=5)
    timers.pause(**given, at=begin + timedelta(minutes=2))
    assert (again(room).timer_left, again(room).timer_ends_at) == (180, None)
    timers.add_minute(**given, at=begin + timedelta(minutes=2))
    timers.go_on(**given, at=begin + timedelta(minutes=10))
    assert again(room).timer_ends_at == begin + timedelta(minutes=14)
    timers.add_minute(**given, at=begin + timedelta(minutes=20))
    assert again(room).timer_ends_at == begin + timedelta(minutes=21)
    assert again(room).timer_length == 7 * 60
    timers.stop(**given, at=begin)
    assert again(room).timer_length == 0
    version = again(room).version
    for nothing in (timers.pause, timers.go_on, timers.add_minute):
        nothing(**given, at=begin)
    assert again(room).version == version
    with pytest.raises(RoomError, match="minutes"):
        timers.start(**given, at=begin, minutes=0)


def test_the_timer_stands_on_every_screen_in_words_too(cast, room, femi):
    _priya, hers = come_in(room)
    femi.post(at(room, "timer/"), {"act": "start", "minutes": "12"})
    for screen in (hers.get("/room/"), femi.get(at(room)), femi.get(at(room, "projector/"))):
        assert "Until " in screen.text
    femi.post(at(room, "timer/"), {"act": "pause"})
    assert "The timer stands still" in hers.get("/room/").text
    assert femi.post(at(room, "timer/"), {"act": "start", "minutes": "x"}).status_code == 422


def test_people_are_shared_out_so_that_nobody_stays_alone(cast, room):
    with pytest.raises(RoomError, match="two or more"):
        pairs.share_out(**act(cast, room), size=2)
    for _ in range(7):
        come_in(room)
    pairs.share_out(**act(cast, again(room)), size=2)
    pairs.share_out(**act(cast, again(room)), size=3)

    assert sorted(group.trainees.count() for group in RoomGroup.objects.all()) == [3, 4]
    for size in (1, 99):
        with pytest.raises(RoomError, match="groups of 2"):
            pairs.share_out(**act(cast, room), size=size)
    assert shared_out([], 2) == []
    assert shared_out([1], 2) == [[1]]


def test_what_a_group_writes_says_which_group_and_a_partner_without_a_name_is_counted(cast, room):
    _priya, hers = come_in(room, "Priya")
    sam, his = come_in(room)
    pairs.share_out(**act(cast, room), size=2)
    writes(sam, "unclear", "Who pays?")

    assert "Group 1" in hers.get("/room/").text
    assert "one other person" in hers.get("/room/").text
    assert "Priya" in his.get("/room/").text


def test_notes_from_paper_become_one_a_line_in_the_voice_of_who_wrote_them(cast, room, femi):
    _priya, hers = come_in(room)
    others_come(room, 3, Who.SERVICE_USER)
    others_come(room, 2)
    page = f"/agency/{room.agency_id}/trainings/{room.training_id}/paper/{room.block_id}/"
    lines = "Who pays?\n\n  Who drives?  \n"

    assert femi.post(page, {"column": "unclear", "text": lines}).status_code == 422
    assert femi.post(page, {"column": "unclear", "text": lines, "who": "service_user"}).status_code == 302

    assert [note.text for note in Note.objects.order_by("made_at")] == ["Who pays?", "Who drives?"]
    assert "A service user, from paper" in hers.get("/room/").text
    rooms.close(**act(cast, room))
    assert femi.post(page, {"column": "unclear", "text": "Afterwards", "who": "carer"}).status_code == 302


def test_a_trainer_says_something_to_all_but_not_in_what_is_kept(cast, room):
    _priya, hers = come_in(room)
    given = {"by": cast.femi, "at": timezone.now()}
    saying.say(**given, block=room.block, column="unclear", texts=["We come back to this"])
    put_on(cast.femi, room, "first-session")

    with pytest.raises(RoomError):
        saying.say(**given, block=again(room).block, column="mine", texts=["Mine"])
    assert "The trainers" in hers.get("/room/not-clear-yet/").text


def test_trainers_choose_notes_without_scripts(cast, room, femi):
    put_on(cast.femi, room, "local-connections")
    priya, hers = come_in(room)
    one, two = writes(priya, "known", "Choir"), writes(priya, "known", "Singing group")
    assert "Choose the notes first" in femi.post(at(room, "notes/"), {"title": "Music"}).text
    femi.post(at(room, "notes/"), {"title": "Music", "note": [str(one.pk)]})
    group = NoteGroup.objects.get()
    femi.post(at(room, "notes/"), {"group": str(group.pk), "note": [str(two.pk), "nonsense"]})

    assert {note.group for note in Note.objects.all()} == {group}
    assert "Music" in hers.get("/room/").text
    other = writes(priya, "gaps", "A quiet place")
    answer = femi.post(at(room, "notes/"), {"group": str(group.pk), "note": [str(other.pk)]})
    assert "another column" in answer.text


def test_only_amber_and_red_can_move_up(cast, room):
    put_on(cast.femi, room, "traffic-lights")
    priya, _ = come_in(room)
    red, green = writes(priya, "notes", "The desk", sort="red"), writes(priya, "notes", "The choir", sort="green")
    some = notes_in(room.training, [str(red.pk), str(green.pk)])

    boards.move_up(**act(cast, room), notes=some, up=True)

    assert Note.objects.get(moves_up=True) == red
    boards.move_up(**act(cast, room), notes=some, up=False)
    assert not Note.objects.filter(moves_up=True).exists()


def test_a_place_needs_its_light_and_an_answer_none(cast, room):
    put_on(cast.femi, room, "traffic-lights")
    _priya, hers = come_in(room)
    form = {"block": again(room).block_id, "column": "notes", "text": "The pool"}

    assert "Choose green, amber or red" in hers.post("/room/write/", form).text
    assert hers.post("/room/write/", {**form, "sort": "amber"}).status_code == 302
    answer = {**form, "text": "Warmer water", "about": Note.objects.get().pk}
    assert hers.post("/room/write/", answer).status_code == 302
    assert Note.objects.filter(about__isnull=False).count() == 1


def test_a_guest_is_asked_questions_and_the_trainers_own_block_has_a_board(cast, room, training):
    guest = Block.objects.create(agency=cast.agency, training=training, position=9, kind=BlockKind.GUEST, title="Zoe")
    own = Block.objects.create(agency=cast.agency, training=training, position=10, kind=BlockKind.OWN)
    rest = Block.objects.create(agency=cast.agency, training=training, position=11, kind=BlockKind.BREAK)
    lent = Block.objects.create(agency=cast.agency, training=training, position=12, kind="own", board="traffic-lights")
    strange = Block.objects.create(agency=cast.agency, training=training, position=13, kind="break", activity="gone")

    assert [column.id for column in columns_of(guest)] == ["questions", "heard"]
    assert [column.id for column in columns_of(own)] == ["notes"]
    assert columns_of(rest) == columns_of(strange) == ()
    assert columns_of(lent)[0].replies
    assert is_closed(own, Column("k", "", kept=True))
    rooms.move(**act(cast, room), coming_from=room.block_id, to=guest)
    priya, hers = come_in(room)
    writes(priya, "questions", "How did you begin?")
    assert "How did you begin?" in hers.get("/room/").text
    assert "How did you begin?" not in hers.get("/room/not-clear-yet/").text
    rooms.move(**act(cast, room), coming_from=guest.pk, to=rest)
    assert "Break" in hers.get("/room/").text


def test_two_trainers_at_the_same_time_have_a_room_each_with_one_count_of_changes(cast, femi):
    training = a_training(cast.femi, cast.agency, ("explainer",))
    for track in (1, 2):
        a_block(training, track, "traffic-lights", track)
    one, two = (rooms.open_room(by=cast.femi, at=timezone.now(), training=training, track=n) for n in (1, 2))
    lead = f"/agency/{training.agency_id}/trainings/{training.pk}/room/"

    assert tracks_of(training) == (1, 2)
    both = femi.get(lead).text
    assert "Room 2" in both and both.count("Green, amber, red") == 2
    first = training.blocks.get(activity="explainer")
    for room in (one, two):
        rooms.move(**act(cast, room), coming_from=None, to=first)
    priya, _ = come_in(one)
    writes(priya, "unclear", "Who pays?")
    _sam, his = come_in(two)
    assert again(one).version == again(two).version
    assert "Who pays?" in his.get("/room/").text
    answer = femi.post(f"{lead}1/move/", {"from": first.pk, "to": training.blocks.get(track=2).pk})
    assert answer.status_code == 404
    assert femi.post(f"{lead}1/timer/", {"act": "start", "minutes": 3})["Location"] == f"{lead}1/"


def test_slides_go_forward_and_back(cast, femi):
    room = an_open_room(cast.femi, a_training(cast.femi, cast.agency, ("research-and-policy",)), "research-and-policy")

    femi.post(at(room, "slide/"), {"slide": "3"})

    assert again(room).slide == 3
    femi.post(at(room, "slide/"), {"slide": "-1"})
    assert again(room).slide == 0


def test_a_trainer_sees_who_is_there_and_ends_a_seat(room, femi):
    priya, hers = come_in(room, "Priya")
    assert "Priya" in femi.get(at(room, "people/")).text

    femi.post(at(room, "people/"), {"trainee": str(priya.pk)})

    assert "Nobody is here yet" in femi.get(at(room, "people/")).text
    assert "ended your seat" in hers.get("/room/").text
    assert femi.post(at(room, "people/"), {"trainee": str(priya.pk)}).status_code == 404


def test_points_are_ticked_off_on_a_page_of_their_own(room, femi):
    priya, _ = come_in(room)
    note = writes(priya, "unclear", "Who pays?")
    assert "Who pays?" in femi.get(at(room, "not-clear-yet/")).text

    answer = femi.post(at(room, "notes/"), {"act": "tick", "note": str(note.pk), "back": "points"})

    assert answer["Location"] == at(room, "not-clear-yet/")
    assert Note.objects.get().ticked_at is not None
    femi.post(at(room, "notes/"), {"act": "untick", "note": str(note.pk)})
    assert Note.objects.get().ticked_at is None


def test_a_closed_room_leads_nowhere(room, femi):
    assert "Close the room?" in femi.get(at(room, "close/")).text
    femi.post(at(room, "close/"))

    assert femi.get(at(room, "projector/")).status_code == 404
    assert femi.get(at(room, "new/")).status_code == 404
    assert "Open it again" in femi.get(at(room)).text


def test_who_does_not_give_the_training_does_nothing_in_its_room(cast, room):
    priya, _ = come_in(room)
    given = {"by": cast.dev, "at": timezone.now(), "room": room}
    some = notes_in(room.training, [])
    for attempt in (
        lambda: rooms.open_room(by=cast.dev, at=timezone.now(), training=room.training),
        lambda: rooms.close(**given),
        lambda: rooms.move(**given, coming_from=room.block_id, to=room.block),
        lambda: rooms.show_slide(**given, number=1),
        lambda: timers.start(**given, minutes=1),
        lambda: boards.reveal(**given, column="new"),
        lambda: boards.put_together(**given, notes=some, title="", group=None),
        lambda: boards.take_down(**given, notes=some),
        lambda: pairs.share_out(**given, size=2),
        lambda: seats.eject(**given, trainee=priya),
        lambda: saying.say(by=cast.dev, at=timezone.now(), block=room.block, column="unclear", texts=["x"]),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_nothing_done_in_a_room_reaches_into_another_training(cast, room):
    elsewhere = an_open_room(cast.femi, a_training(cast.femi, cast.agency, ("traffic-lights",)), "traffic-lights")
    sam, _ = come_in(elsewhere)
    theirs = writes(sam, "notes", "The café: loud", sort="red")
    every = Note.objects.all()

    with pytest.raises(RoomError):
        rooms.move(**act(cast, room), coming_from=room.block_id, to=elsewhere.block)
    for do in (boards.tick, boards.put_together):
        more = {"off": True} if do is boards.tick else {"title": "Ours", "group": None}
        with pytest.raises(RoomError, match="Choose the notes first"):
            do(**act(cast, room), notes=every, **more)
    seats.eject(**act(cast, room), trainee=sam, take_down=True)

    theirs.refresh_from_db()
    sam.refresh_from_db()
    assert (theirs.shown, theirs.group, theirs.ticked_at, sam.ejected_at) == (Shown.OPEN, None, None, None)


def test_columns_are_opened_once_and_only_where_something_is_on(cast, training):
    room = an_open_room(cast.femi, training)
    with pytest.raises(RoomError, match="Nothing is on"):
        boards.reveal(**act(cast, room), column="new")
    with pytest.raises(RoomError, match="what is on"):
        pairs.share_out(**act(cast, _with_two(room)), size=2)
    room = put_on(cast.femi, room, "explainer")
    for _ in range(2):
        boards.reveal(**act(cast, room), column="new")
    assert again(room).block.opened == ["new"]


def _with_two(room):
    come_in(room), come_in(room)
    return room


def test_boards_that_are_full_say_so(cast, room, monkeypatch):
    priya, _ = come_in(room)
    writes(priya, "unclear", "One")
    monkeypatch.setattr("connecting_people.training.actions.notes.NOTES_EACH", 1)
    with pytest.raises(RoomError, match="all that one person can"):
        writes(priya, "unclear", "Two")
    monkeypatch.setattr("connecting_people.training.actions.notes.NOTES_AT_MOST", 1)
    monkeypatch.setattr("connecting_people.training.actions.saying.NOTES_AT_MOST", 1)
    with pytest.raises(RoomError, match="boards are full"):
        writes(priya, "unclear", "Two")
    with pytest.raises(RoomError, match="too many"):
        saying.say(by=cast.femi, at=timezone.now(), block=room.block, column="unclear", texts=["Two"])


def test_somebody_who_looks_after_the_agency_speaks_as_the_trainers(cast, room):
    saying.say(by=cast.gwen, at=timezone.now(), block=room.block, column="unclear", texts=["Tea at three"])

    assert (Note.objects.get().trainer, Note.objects.get().who) == (None, Who.PRACTITIONER)
    assert Trainer.objects.count() == 1


def test_nobody_takes_a_seat_in_a_closed_room(cast, room):
    rooms.close(**act(cast, room))

    with pytest.raises(RoomError, match="closed"):
        seats.take_seat(by=None, at=timezone.now(), room=room, name="", who=Who.CARER)


def test_only_who_wrote_a_note_can_change_it(cast, room):
    from connecting_people.training.actions import notes

    priya, _ = come_in(room)
    sam, _ = come_in(room)
    note = writes(priya, "unclear", "Mine")

    with pytest.raises(RoomError, match="Only who wrote"):
        notes.take_back(by=sam, at=timezone.now(), note=note)
