"""Trainees in a live room: they write in private, all is opened together, and each sees what they may know."""

import pytest
from django.utils import timezone

from connecting_people.core.permissions import NotAllowed
from connecting_people.guide.barriers_of_person import BARRIERS_OF_PERSON
from connecting_people.training.actions import boards, notes, rooms, seats
from connecting_people.training.actions.rooms import RoomError
from connecting_people.training.models import Note
from connecting_people.training.queries.boards import notes_in
from connecting_people.training.rules import NOTE_AT_MOST, ROOM_STAYS, Shown, Who, tidy
from connecting_people.training.tests.rooms import a_training, again, an_open_room, come_in, page_of, put_on, writes

SECRET = "I never heard of this model"


def reveal(cast, room, column):
    boards.reveal(by=cast.femi, at=timezone.now(), room=again(room), column=column)


def chosen(room, *some):
    return notes_in(room.training, [str(one.pk) for one in some])


def test_what_is_written_in_a_closed_column_is_seen_by_its_author_alone_until_it_is_opened(cast, room):
    priya, hers = come_in(room, "Priya")
    _sam, his = come_in(room, "Sam")

    writes(priya, "new", SECRET)

    assert SECRET in page_of(hers)
    assert "Only you see this until the column is opened" in page_of(hers)
    assert SECRET not in page_of(his)
    reveal(cast, room, "new")
    assert SECRET in page_of(his)


def test_after_a_column_was_opened_new_notes_are_open_at_once(cast, room):
    priya, _ = come_in(room, "Priya")
    _sam, his = come_in(room, "Sam")
    reveal(cast, room, "new")

    writes(priya, "new", SECRET)

    assert SECRET in page_of(his)


def test_words_that_change_while_their_column_is_opened_reach_everybody(cast, room):
    priya, _hers = come_in(room)
    _sam, his = come_in(room)
    note = writes(priya, "known", "Going along")
    reveal(cast, room, "known")
    seen = again(room).version

    notes.reword(by=priya, at=timezone.now(), note=note, text="Going along the first time")  # as it was read before

    assert "Going along the first time" in his.get("/room/new/", {"v": seen}).text


def test_a_kept_column_is_never_opened(cast, room):
    put_on(cast.femi, room, "first-session")

    with pytest.raises(RoomError):
        reveal(cast, room, "mine")


def test_a_kept_note_is_on_no_other_screen(cast, room, client, _no_second_factor):
    put_on(cast.femi, room, "first-session")
    priya, hers = come_in(room, "Priya")
    _sam, his = come_in(room, "Sam")

    writes(priya, "mine", SECRET)

    client.force_login(cast.femi)
    screens = [client.get(f"{_lead(room)}room/").text, client.get(f"{_lead(room)}room/0/projector/").text]
    assert SECRET in page_of(hers)
    assert not any(SECRET in screen for screen in [page_of(his), *screens])


def test_a_name_stands_beside_a_note_only_where_its_author_said_so(cast, room, client, _no_second_factor):
    priya, _ = come_in(room, "Priya", Who.SERVICE_USER)
    _sam, his = come_in(room, "Sam")
    client.force_login(cast.femi)

    writes(priya, "unclear", "Who pays for the bus?")

    for screen in (page_of(his), client.get(f"{_lead(room)}room/0/projector/").text):
        assert "Who pays for the bus?" in screen
        assert "Priya" not in screen
    writes(priya, "unclear", "And who drives?", named=True)
    assert "Priya" in page_of(his)


def test_a_note_that_was_taken_down_is_seen_by_its_author_who_is_told(cast, room, client, _no_second_factor):
    priya, hers = come_in(room, "Priya")
    _sam, his = come_in(room, "Sam")
    note = writes(priya, "unclear", "Something unkind")

    boards.take_down(by=cast.femi, at=timezone.now(), room=room, notes=chosen(room, note))

    assert "Something unkind" not in page_of(his)
    assert "A trainer took this down" in page_of(hers)
    client.force_login(cast.femi)
    assert "Something unkind" in client.get(f"{_lead(room)}room/").text
    assert "Something unkind" not in client.get(f"{_lead(room)}room/0/projector/").text
    boards.put_back(by=cast.femi, at=timezone.now(), room=room, notes=chosen(room, note))
    assert "Something unkind" in page_of(his)


def test_one_changes_and_takes_back_ones_own_note_and_nobody_elses(cast, room):
    priya, hers = come_in(room, "Priya")
    _sam, his = come_in(room, "Sam")
    note = writes(priya, "unclear", "Who pays?")

    assert his.get(f"/room/notes/{note.pk}/").status_code == 404
    hers.post(f"/room/notes/{note.pk}/", {"column": "unclear", "text": "Who pays for the bus?"})
    assert "Who pays for the bus?" in page_of(his)
    hers.post(f"/room/notes/{note.pk}/", {"take_back": "1"})

    assert "Who pays" not in page_of(his)
    assert Note.objects.get(pk=note.pk).text == ""


def test_a_note_that_was_answered_leaves_its_place_with_the_answers(cast, room):
    put_on(cast.femi, room, "local-connections")
    priya, hers = come_in(room)
    sam, his = come_in(room)
    note = writes(priya, "known", "The allotments")
    writes(sam, "known", "My aunt has a plot", about=note.pk)

    hers.post(f"/room/notes/{note.pk}/", {"take_back": "1"})

    shown = page_of(his)
    assert "The allotments" not in shown
    assert "Its author took this note back" in shown
    assert "My aunt has a plot" in shown


def test_an_answer_to_what_takes_none_is_a_note_of_its_own(room):
    priya, _ = come_in(room)
    note = writes(priya, "unclear", "Who pays?")

    assert writes(priya, "unclear", "The council", about=note.pk).about is None


@pytest.mark.parametrize(
    ("text", "says"), [("", "Write a few words"), (" \x00 ", "Write a few words"), ("x" * 10_000, "10,000")]
)
def test_a_note_has_some_words_and_not_too_many(room, text, says):
    priya, _ = come_in(room)

    with pytest.raises(RoomError, match=says):
        writes(priya, "unclear", text)


def test_markup_and_control_characters_are_plain_words(room):
    priya, hers = come_in(room)

    writes(priya, "unclear", "<b>bold</b>\x07\u202e & more")

    assert "&lt;b&gt;bold&lt;/b&gt; &amp; more" in page_of(hers)


def test_a_note_that_is_too_long_comes_back_with_every_letter(room):
    _priya, hers = come_in(room)
    text = "y" * (NOTE_AT_MOST + 1)

    answer = hers.post("/room/write/", {"block": room.block_id, "column": "unclear", "text": text})

    assert answer.status_code == 422
    assert text in answer.text
    assert "Could it be two notes?" in answer.text


def test_a_form_sent_twice_makes_one_note(room):
    _priya, hers = come_in(room)
    form = {"block": room.block_id, "column": "unclear", "text": "Once", "once": "0" * 32}

    assert [hers.post("/room/write/", form).status_code for _ in range(2)] == [302, 302]

    assert Note.objects.filter(text__isnull=False).count() == 1


def test_nobody_writes_for_what_the_room_has_not_come_to(room, training):
    priya, _ = come_in(room)
    later = training.blocks.get(activity="traffic-lights")

    with pytest.raises(RoomError, match="not there yet"):
        writes(priya, "notes", "The pub", block=later)


def test_what_was_being_written_when_the_room_moved_on_still_arrives(cast, room):
    _priya, hers = come_in(room)
    before = room.block_id
    put_on(cast.femi, room, "traffic-lights")

    answer = hers.post("/room/write/", {"block": before, "column": "known", "text": "A late thought"})

    assert answer.status_code == 302
    assert Note.objects.get().block_id == before


def test_points_can_be_asked_from_every_activity_and_are_ticked_off(cast, room):
    put_on(cast.femi, room, "traffic-lights")
    _priya, hers = come_in(room)
    first = room.training.blocks.get(activity="explainer")

    hers.post("/room/write/", {"block": first.pk, "column": "unclear", "text": "Who pays?", "back": "points"})

    assert "1 point is not clear yet" in page_of(hers)
    assert "Who pays?" in hers.get("/room/not-clear-yet/").text
    boards.tick(by=cast.femi, at=timezone.now(), room=room, notes=chosen(room, Note.objects.get()), off=True)
    assert "Is something not clear yet? Ask here" in page_of(hers)
    assert "Answered" in hers.get("/room/not-clear-yet/").text


def test_who_was_asked_to_leave_sees_a_kind_page_and_writes_no_more(cast, room):
    priya, hers = come_in(room, "Priya")
    _sam, his = come_in(room)
    writes(priya, "unclear", "Something unkind")

    seats.eject(by=cast.femi, at=timezone.now(), room=room, trainee=priya, take_down=True)

    assert "A trainer has ended your seat" in page_of(hers)
    answer = hers.post("/room/write/", {"block": room.block_id, "column": "unclear", "text": "Half a thought"})
    assert answer.status_code == 410
    assert "Half a thought" in answer.text
    assert hers.get("/room/new/?v=1").status_code == 410
    assert "Something unkind" in hers.get("/room/mine/").text
    assert "Something unkind" not in page_of(his)
    with pytest.raises(NotAllowed):
        writes(priya, "unclear", "Once more")


def test_after_the_room_was_closed_everybody_still_has_their_own_words(cast, room):
    priya, hers = come_in(room)
    writes(priya, "known", "The circles")

    rooms.close(by=cast.femi, at=timezone.now(), room=room)

    assert "The room is closed now" in page_of(hers)
    assert "The circles" in hers.get("/room/mine/").text
    file = hers.get("/room/mine.txt")
    assert "- The circles" in file.text
    assert file["Content-Disposition"].startswith("attachment")
    with pytest.raises(NotAllowed):
        writes(priya, "known", "Once more")


def test_a_phone_without_a_seat_is_asked_for_the_code(client, room):
    assert client.get("/room/")["Location"] == "/room/join/"
    assert client.get("/room/mine/").status_code == 404


def test_a_lost_phone_comes_back_where_it_was(cast, room):
    priya, hers = come_in(room, "Priya")
    writes(priya, "new", SECRET)
    put_on(cast.femi, room, "traffic-lights")

    shown = page_of(hers)

    assert "Green, amber, red" in shown
    assert SECRET in hers.get("/room/mine/").text


def test_reworded_notes_that_nobody_else_sees_stay_so(cast, room):
    priya, hers = come_in(room)
    _sam, his = come_in(room)
    note = writes(priya, "new", "First")
    notes.reword(by=priya, at=timezone.now(), note=note, text=SECRET)

    assert SECRET in page_of(hers)
    assert SECRET not in page_of(his)
    assert Note.objects.get().shown == Shown.KEPT


def _lead(room):
    return f"/agency/{room.agency_id}/trainings/{room.training_id}/"


def test_barriers_are_sorted_by_the_kinds_of_the_guide(cast):
    training = a_training(cast.femi, cast.agency, ("barriers-of-people", "barriers-of-practitioners"))
    room = an_open_room(cast.femi, training, "barriers-of-people")
    _priya, hers = come_in(room)
    kind = BARRIERS_OF_PERSON[0].id

    hers.post("/room/write/", {"block": room.block_id, "column": "barriers", "text": "No bus", "sort": kind})

    assert Note.objects.get().sort == kind
    assert f'id="in-barriers-{kind}"' in hers.get("/room/").text


def test_words_are_tidied_without_losing_any():
    assert tidy(" a\tb\r\nc\rd\x00\u202e👩‍👧 ") == "a b\nc\nd👩‍👧"


def test_a_room_can_be_left_open_for_a_week_after_the_training(cast, room, client, settings):
    settings.DEMO = True  # nobody needs a second factor
    client.force_login(cast.femi)
    led = f"/agency/{room.agency_id}/trainings/{room.training_id}/room/"
    assert "Leave it open for a week" not in client.get(led).text
    rooms.close(by=cast.femi, at=timezone.now(), room=room)
    assert "Leave it open for a week" in client.get(led).text

    client.post(f"{led}0/open/", {"stays": "1"})

    now = again(room)
    assert now.closes_at - now.opened_at == ROOM_STAYS
    priya, hers = come_in(now)
    writes(priya, "unclear", "Who rings the choir?")
    assert "Who rings the choir?" in hers.get("/room/").text
