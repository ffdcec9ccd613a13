"""What a process holds of a board for all who ask is what the database says, and nothing that one alone may see."""

import pytest
from django.utils import timezone

from connecting_people.training import wall
from connecting_people.training.actions import boards, notes, pairs, saying
from connecting_people.training.queries.boards import notes_in
from connecting_people.training.tests.rooms import again, come_in, others_come, page_of, put_on, writes


@pytest.fixture
def board(cast, room):
    return put_on(cast.femi, room, "local-connections")


def news_of(client, since):
    return client.get("/room/new/", {"v": since}).text


def test_a_note_drawn_for_all_has_no_way_to_change_it_and_its_author_has_one(board):
    priya, hers = come_in(board, "Priya")
    (_sam, his), (_tom, toms) = come_in(board), come_in(board)
    before = again(board).version
    note = writes(priya, "known", "Choir", named=True)

    seen = [news_of(client, before) for client in (hers, his, toms, hers)]

    change = f"/room/notes/{note.pk}/"
    assert [change in text for text in seen] == [True, False, False, True]
    assert ["You, as Priya" in text for text in seen] == [True, False, False, True]
    assert seen[1] == seen[2] and seen[0] == seen[3]


def test_what_is_held_of_a_board_has_no_note_that_is_kept(room):
    priya, hers = come_in(room)
    _sam, his = come_in(room)
    writes(priya, "new", "Kept for now")
    writes(priya, "unclear", "Who pays?")

    assert "Kept for now" in page_of(hers)
    assert "Kept for now" not in page_of(his)
    assert [one.text for one in wall.wall_of(again(room)).notes] == ["Who pays?"]


def test_a_note_said_differently_or_taken_back_is_so_on_every_phone(board):
    priya, _hers = come_in(board)
    _sam, his = come_in(board)
    note = writes(priya, "known", "Choir")
    assert "Choir" in page_of(his)

    notes.reword(by=priya, at=timezone.now(), note=note, text="Singing group")
    assert "Singing group" in page_of(his) and "Choir" not in page_of(his)
    notes.take_back(by=priya, at=timezone.now(), note=note)
    assert "Singing group" not in page_of(his)
    assert "Singing group" not in str(wall.wall_of(again(board)).notes)


def test_a_note_with_many_answers_stands_there_once_also_when_it_was_taken_back(board):
    priya, _hers = come_in(board)
    sam, his = come_in(board)
    note = writes(priya, "gaps", "A quiet place")
    for words in ("The library", "The chapel"):
        writes(sam, "gaps", words, about=note.pk)

    assert page_of(his).count(f'id="note-{note.pk}"') == 1
    notes.take_back(by=priya, at=timezone.now(), note=note)
    text = page_of(his)
    assert text.count(f'id="note-{note.pk}"') == 1
    assert "The library" in text and "The chapel" in text and "A quiet place" not in text


def test_groups_made_anew_are_no_longer_named_beside_what_was_written_in_the_old_ones(cast, board):
    priya, hers = come_in(board)
    others_come(board, 2)
    act = {"by": cast.femi, "size": 3}
    pairs.share_out(**act, at=timezone.now(), room=again(board))
    writes(priya, "known", "Choir")
    assert "· Group 1" in page_of(hers)

    pairs.share_out(**act, at=timezone.now(), room=again(board))

    assert "· Group 1" not in page_of(hers)


def test_a_process_that_held_an_older_board_reads_what_another_changed(cast, board):
    _priya, hers = come_in(board)
    before = again(board).version
    held = wall.wall_of(again(board))
    [note] = saying.say(by=cast.femi, at=timezone.now(), block=board.block, column="known", texts=["Choir"])
    chosen = notes_in(board.training, [str(note.pk)])
    boards.put_together(by=cast.femi, at=timezone.now(), room=again(board), notes=chosen, title="Music", group=None)
    wall._WALLS[board.pk] = held

    told = news_of(hers, before)

    assert "Choir" in told and "Music" in told


def test_a_process_holds_so_many_rooms_and_lets_the_one_that_changed_longest_ago_go(board, monkeypatch):
    monkeypatch.setattr(wall, "_ROOMS_AT_ONCE", 1)
    monkeypatch.setattr(wall, "_WALLS", {"another": None})
    wall.wall_of(again(board))
    assert list(wall._WALLS) == [board.pk]
