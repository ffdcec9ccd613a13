"""A note without a name points at nobody: kind and group stand beside it only where three could have written it."""

import pytest
from django.utils import timezone

from connecting_people.training.actions import boards, pairs
from connecting_people.training.models import Note
from connecting_people.training.rules import Who, told_apart
from connecting_people.training.tests.rooms import again, come_in, others_come, page_of, put_on, writes


def share_out(cast, room, size):
    return pairs.share_out(by=cast.femi, at=timezone.now(), room=again(room), size=size)


@pytest.fixture
def screens(client, cast, room, _no_second_factor):
    """Return every screen of the room as a browser gets it: whole, and as the answer to a poll."""
    client.force_login(cast.femi)
    _seat, theirs = come_in(room, who=Who.OUTSIDE)
    others_come(room, 2, Who.OUTSIDE)
    lead = f"/agency/{room.agency_id}/trainings/{room.training_id}/room/"
    before = again(room).version

    def shown():
        whole = [page_of(theirs), client.get(lead).text, client.get(f"{lead}0/projector/").text]
        polled = [theirs.get("/room/new/", {"v": before}), client.get(f"{lead}0/projector/new/", {"v": before})]
        polled.append(client.get(f"{lead}0/new/", {"v": f"{before}.0.0"}))
        return [text.split('id="agenda"')[0] for text in [*whole, *(answer.text for answer in polled)]]

    return shown


def test_the_only_two_of_their_kind_are_told_from_nobody(room, screens):
    others_come(room, 5)
    rosa, _ = come_in(room, "Rosa", Who.CARER)
    come_in(room, "", Who.CARER)

    writes(rosa, "unclear", "Who looks after me?")

    for screen in screens():
        assert "Who looks after me?" in screen and "Somebody in the room" in screen
        assert "A carer" not in screen
    assert Note.objects.get().who == Who.CARER  # so that it is counted with the others of its kind afterwards


def test_where_three_are_of_a_kind_the_room_learns_which_experience_a_note_comes_from(room, screens):
    others_come(room, 5)
    rosa, *_others = others_come(room, 3, Who.CARER)

    writes(rosa, "unclear", "Who looks after me?")

    assert all("A carer" in screen for screen in screens())


def test_a_kind_of_three_is_not_told_where_that_would_leave_one_without(room, screens):
    others_come(room, 5)
    rosa, _ = come_in(room, "Rosa", Who.CARER)

    writes(others(room)[1], "unclear", "How long does it take?")
    writes(rosa, "unclear", "Who looks after me?")

    # Else whatever had no kind beside it would be Rosa's.
    for screen in screens():
        assert screen.count("Somebody in the room") == 2
        assert "Somebody from outside" not in screen and "A carer" not in screen


def test_a_name_brings_no_kind_with_it_that_is_hers_alone(room, screens):
    others_come(room, 5)
    rosa, _ = come_in(room, "Rosa", Who.CARER)

    writes(rosa, "unclear", "Who looks after me?", named=True)

    assert all("Rosa" in screen and "A carer" not in screen for screen in screens())


def test_a_pair_is_not_told_and_a_group_of_three_is(cast, room, screens):
    put_on(cast.femi, room, "local-connections")
    others_come(room, 3)
    share_out(cast, room, 2)
    rosa, _ = come_in(room)
    # Chance makes the pairs; Rosa came late and made one of them three.
    in_a_pair = next(one for one in others(room) if one.groups.get().trainees.count() == 2)
    writes(in_a_pair, "known", "The allotments")

    assert not any("· Group" in screen for screen in screens())

    share_out(cast, room, 3)
    writes(rosa, "known", "The pub on the hill")
    assert all("· Group" in screen for screen in screens())


def others(room):
    return list(room.trainees.order_by("joined_at", "pk"))


def test_kind_and_group_together_point_at_nobody(cast, room, screens):
    put_on(cast.femi, room, "local-connections")
    others_come(room, 3)
    share_out(cast, room, 3)
    for one in others(room):
        writes(one, "known", f"A place {one.pk}")

    # Three are from outside and three are practitioners, but in a group of three at most all are of one kind.
    for note in Note.objects.all():
        same = [one.who for one in note.room_group.trainees.all()].count(note.who)
        assert note.tells_who == (same == 3)
    assert any("· Group" in screen for screen in screens())


def test_what_is_typed_in_from_paper_follows_the_same_rule(cast, room, client, screens):
    others_come(room, 5)
    come_in(room, "Rosa", Who.CARER)
    client.force_login(cast.femi)
    where = f"/agency/{room.agency_id}/trainings/{room.training_id}/paper/{again(room).block_id}/"

    client.post(where, {"column": "unclear", "text": "Who looks after me?", "who": "carer"})

    assert Note.objects.get().who == Who.CARER
    assert all("From paper" in screen and "A carer" not in screen for screen in screens())


def test_who_comes_in_is_told_what_stands_beside_their_notes(client, room):
    client.post("/room/join/", {"code": again(room).code})

    assert "only where three or more people could have written it" in client.get("/room/come-in/").text


@pytest.mark.parametrize(
    ("sizes", "besides", "told"),
    [
        ({"a": 6, "b": 1}, 0, ""),
        ({"a": 6, "b": 2, "c": 1}, 0, "a"),
        ({"a": 6, "b": 3, "c": 1}, 0, "a"),
        ({"a": 3, "b": 3}, 0, "ab"),
        ({"a": 3, "b": 3}, 1, "b"),
        ({"a": 2}, 5, ""),
        ({}, 0, ""),
    ],
)
def test_neither_a_part_nor_what_is_left_is_of_fewer_than_three(sizes, besides, told):
    assert told_apart(sizes, besides=besides) == frozenset(told)
    left = besides + sum(size for part, size in sizes.items() if part not in told)
    assert left == 0 or left >= 3 or not told


def test_a_note_that_is_taken_down_and_put_back_tells_no_more_than_before(cast, room, screens):
    others_come(room, 5)
    rosa, _ = come_in(room, "Rosa", Who.CARER)
    note = writes(rosa, "unclear", "Who looks after me?")
    given = {"by": cast.femi, "at": timezone.now(), "room": room, "notes": Note.objects.filter(pk=note.pk)}

    boards.take_down(**given)
    boards.put_back(**given)

    assert not any("A carer" in screen for screen in screens())
