"""What a screen is told when it asks for what is new: nothing, or that alone, at a cost that does not grow."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.training.actions import boards, pairs, saying, timers
from connecting_people.training.models import Note, NoteGroup
from connecting_people.training.queries.boards import notes_in
from connecting_people.training.rules import ASK_AGAIN, NOTES_A_PAGE, Shown, ask_again_after
from connecting_people.training.tests.rooms import a_block, again, an_open_room, come_in, put_on, writes


def asked(client, v, path="/room/new/"):
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path, {"v": v})
    return answer, [one["sql"] for one in captured if "SAVEPOINT" not in one["sql"]]


def fill(room, many):
    made = timezone.now()
    given = {"agency": room.agency, "training": room.training, "block": room.block, "made_at": made, "who": "carer"}
    rows = [Note(**given, column="unclear", text=f"Note {n}", version=1, shown=Shown.OPEN) for n in range(many)]
    Note.objects.bulk_create(rows)


def version(room):
    return again(room).version


def chosen(room, *some):
    return notes_in(room.training, [str(one.pk) for one in some])


def notes_of(answer):
    return re.findall(r'id="note-([0-9a-f-]+)"', answer.text)


def test_where_nothing_is_new_the_answer_is_empty_and_takes_one_query(room):
    _priya, hers = come_in(room)

    answer, queries = asked(hers, version(room))

    assert (answer.status_code, answer.content) == (204, b"")
    assert len(queries) == 1


def test_one_note_among_five_thousand_is_sent_alone_and_read_once_for_all_who_ask(room):
    fill(room, 4_998)
    priya, hers = come_in(room)
    (_sam, his), (_tom, toms) = come_in(room), come_in(room)
    asked(hers, 0)
    before = version(room)
    note = writes(priya, "unclear", "Who drives?")

    first, queries = asked(his, before)
    then, queries_then = asked(toms, before)

    assert notes_of(first) == notes_of(then) == [str(note.pk)]
    assert len(queries) <= 7
    assert len(queries_then) == 2
    assert len(first.content) < 1_500


def test_a_poll_never_tells_others_of_a_note_that_is_kept(room):
    priya, hers = come_in(room)
    _sam, his = come_in(room)
    before = version(room)
    note = writes(priya, "new", "Kept for now")
    writes(priya, "unclear", "Who pays?")

    assert str(note.pk) not in asked(his, before)[0].text
    assert str(note.pk) not in asked(his, 0)[0].text
    assert "Kept for now" in hers.get("/room/new/", {"v": before, "own": str(note.pk)}).text
    assert "Kept for now" not in his.get("/room/new/", {"v": before, "own": str(note.pk)}).text


def test_what_was_taken_down_or_back_goes_from_every_screen(cast, room):
    priya, hers = come_in(room)
    _sam, his = come_in(room)
    note = writes(priya, "unclear", "Something unkind")
    before = version(room)
    boards.take_down(by=cast.femi, at=timezone.now(), room=room, notes=chosen(room, note))

    told = asked(his, before)[0].text
    assert f'id="place-{note.pk}"' in told and "data-gone" in told
    assert "Something unkind" not in told
    assert "A trainer took this down" in asked(hers, before)[0].text


def test_notes_put_together_are_sent_with_their_heading(cast, room):
    put_on(cast.femi, room, "local-connections")
    priya, hers = come_in(room)
    one, two = writes(priya, "known", "Choir"), writes(priya, "known", "Singing group")
    other = writes(priya, "gaps", "A quiet place")
    before = version(room)
    act = {"by": cast.femi, "at": timezone.now(), "room": again(room)}
    boards.put_together(**act, notes=chosen(room, one, two), title="Music", group=None)
    group = NoteGroup.objects.get()

    told = asked(hers, before)[0].text

    assert "Music" in told
    assert set(re.findall(r'data-in="([^"]+)"', told)) == {f"in-{group.pk}"}
    with pytest.raises(boards.RoomError, match="one column"):
        boards.put_together(**act, notes=chosen(room, one, other), title="Both", group=None)
    boards.take_apart(**act, notes=chosen(room, one))
    assert Note.objects.get(pk=one.pk).group is None


def test_the_timer_is_sent_alone_and_says_how_many_seconds_are_left(cast, room):
    _priya, hers = come_in(room)
    before = version(room)
    timers.start(by=cast.femi, at=timezone.now(), room=room, minutes=5)

    told = asked(hers, before)[0].text

    left = re.search(r'data-left="(\d+)"', told)
    assert left and 290 <= int(left[1]) <= 300
    assert 'id="board"' not in told and 'id="beside"' not in told


def test_with_the_timer_each_of_a_pair_is_sent_when_they_swap(cast, training):
    a_block(training, 9, "tell-a-colleague")
    room = an_open_room(cast.femi, training, "tell-a-colleague")
    (_priya, hers), (_tom, his) = come_in(room, "Priya"), come_in(room, "Tom")
    pairs.share_out(by=cast.femi, at=timezone.now(), room=again(room), size=2)
    before = version(room)
    timers.start(by=cast.femi, at=timezone.now(), room=again(room), minutes=10)

    for browser, other in ((hers, "Tom tells"), (his, "Priya tells")):
        told = asked(browser, before)[0].text
        assert "You tell" in told and other in told and 'id="board"' not in told
        assert re.findall(r'data-over-at="(\d+)"', told) == ["300", "0"]


def test_whoever_missed_more_than_a_page_gets_the_board_anew(cast, room):
    _priya, hers = come_in(room)
    before = version(room)
    texts = [f"Note {n}" for n in range(NOTES_A_PAGE + 50)]
    saying.say(by=cast.femi, at=timezone.now(), block=room.block, column="unclear", texts=texts)

    told = asked(hers, before)[0]

    assert 'id="board"' in told.text
    assert len(notes_of(told)) == NOTES_A_PAGE
    assert "Earlier notes" in told.text
    assert ">Note 0<" in hers.get("/room/", {"back": NOTES_A_PAGE}).text


def test_who_comes_late_is_put_into_the_smallest_group_and_all_see_it(cast, room):
    people = [come_in(room, name) for name in ("Ada", "Bo", "Cy", "Di", "Ed")]
    pairs.share_out(by=cast.femi, at=timezone.now(), room=again(room), size=2)
    sizes = [group.trainees.count() for group in room.groups.order_by("number")]
    assert sorted(sizes) == [2, 3]
    before = version(room)

    late, hers = come_in(room, "Late")

    assert sorted(group.trainees.count() for group in room.groups.all()) == [3, 3]
    assert "you work with" in hers.get("/room/").text
    mates = late.groups.get().trainees.exclude(pk=late.pk)
    browser = next(client for one, client in people if one in mates)
    assert "Late" in asked(browser, before)[0].text


def test_a_trainer_hears_who_came_in_and_what_waits(cast, room, client, _no_second_factor):
    client.force_login(cast.femi)
    path = f"/agency/{room.agency_id}/trainings/{room.training_id}/room/0/new/"
    tag = re.search(r'data-version="([^"]+)"', client.get(path.removesuffix("0/new/")).text)
    assert tag
    assert asked(client, tag[1], path)[0].status_code == 204
    priya, _ = come_in(room)
    writes(priya, "new", "Kept for now")

    told = asked(client, tag[1], path)[0].text

    assert "1 person is here" in told
    assert "1 note waits" in told
    assert "Kept for now" not in told


def test_a_projector_that_is_up_to_date_is_told_nothing(cast, room, client, _no_second_factor):
    client.force_login(cast.femi)
    path = f"/agency/{room.agency_id}/trainings/{room.training_id}/room/0/projector/new/"
    before = version(room)
    assert asked(client, before, path)[0].status_code == 204
    priya, _ = come_in(room, "Priya")
    writes(priya, "new", "Kept for now")
    note = writes(priya, "unclear", "Who pays?")

    told = asked(client, before, path)[0]

    assert notes_of(told) == [str(note.pk)]
    assert "Priya" not in told.text


def test_phones_ask_less_often_the_more_there_are():
    assert ask_again_after(12) == ASK_AGAIN
    assert ask_again_after(500) == 2_000
    assert ask_again_after(750) == 3_000
