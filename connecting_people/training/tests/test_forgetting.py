"""What only a seat could read goes in the hour in which the seat ends; what the room saw stays."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.training.actions import will_do
from connecting_people.training.models import Note, Trainee, WillDo
from connecting_people.training.rules import AFTER_REMINDER, PRACTICE_STAYS
from connecting_people.training.tests.rooms import come_in, page_of, put_on, writes

HOUR = timedelta(hours=1)


@pytest.fixture
def hour_by_hour(monkeypatch, capsys):
    """Return what runs the command of every hour at a moment, and gives what it printed."""

    def run(at):
        with monkeypatch.context() as clock:
            clock.setattr(timezone, "now", lambda: at)
            call_command("delete_practice")
        return capsys.readouterr().out

    return run


def ends(room):
    return room.closes_at + PRACTICE_STAYS


def intends(trainee, weeks=0):
    email = "priya@example.org" if weeks else ""
    given = {"training": trainee.room.training, "words": "Walk to the allotments", "weeks": weeks, "email": email}
    return will_do.intend(by=trainee, at=timezone.now(), **given)


def test_notes_that_were_their_authors_alone_go_when_the_seat_ends(cast, room, hour_by_hour, client, _no_second_factor):
    priya, hers = come_in(room, "Priya")
    writes(priya, "known", "Never opened")
    writes(priya, "unclear", "Seen by all")
    put_on(cast.femi, room, "first-session")
    writes(priya, "mine", "Hers alone")

    hour_by_hour(ends(room) - HOUR)
    assert all(words in hers.get("/room/mine/").text for words in ("Never opened", "Hers alone"))
    told = hour_by_hour(ends(room))

    assert "Private notes deleted: 2. Names: 1. Intentions: 0." in told
    mine = hers.get("/room/mine/").text
    assert "Seen by all" in mine and "Never opened" not in mine and "Hers alone" not in mine
    assert [note.text for note in Note.objects.all()] == ["Seen by all"]
    client.force_login(cast.femi)
    points = f"/agency/{room.agency_id}/trainings/{room.training_id}/room/0/not-clear-yet/"
    assert "Seen by all" in client.get(points).text


def test_a_name_goes_unless_its_owner_put_it_beside_a_note(room, hour_by_hour):
    priya, _ = come_in(room, "Priya")
    sam, his = come_in(room, "Sam")
    writes(priya, "unclear", "Who pays for the bus?")
    writes(sam, "unclear", "And who drives?", named=True)

    hour_by_hour(ends(room))

    assert sorted(Trainee.objects.values_list("name", flat=True)) == ["", "Sam"]
    assert "Sam" in page_of(his)


def test_what_somebody_will_do_goes_with_their_seat_or_a_week_after_its_reminder(room, hour_by_hour):
    priya, _ = come_in(room, "Priya")
    intends(priya)
    reminded = intends(priya, weeks=4)

    hour_by_hour(ends(room))
    assert [one.pk for one in WillDo.objects.all()] == [reminded.pk]

    sent = timezone.now() + timedelta(weeks=4)
    assert will_do.send(at=sent) == 1
    hour_by_hour(sent + AFTER_REMINDER - HOUR)
    assert WillDo.objects.exists()
    hour_by_hour(sent + AFTER_REMINDER)
    assert not WillDo.objects.exists()


def test_what_somebody_with_a_login_will_do_stays(cast, room, hour_by_hour):
    priya, _ = come_in(room)
    kept = intends(priya)
    WillDo.objects.filter(pk=kept.pk).update(trainee=None, user=cast.dev)

    hour_by_hour(ends(room))

    assert WillDo.objects.exists()


def test_it_is_entered_once_without_a_word(room, hour_by_hour):
    priya, _ = come_in(room, "Priya")
    writes(priya, "known", "Never opened")

    for _hour in range(2):
        hour_by_hour(ends(room))

    assert Event.objects.filter(act="training: seats forgotten", actor_id=None).count() == 1


def test_people_are_told_on_the_page_of_their_notes(room):
    priya, hers = come_in(room)
    writes(priya, "known", "The circles")

    assert "What only you saw is then deleted" in hers.get("/room/mine/").text
    assert "It is deleted" in hers.get("/after-training/what-i-will-do/").text
