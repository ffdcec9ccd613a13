"""A practice space goes a day after the training, unless its owner keeps it; the trainer sees counts alone."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.core.permissions import NotAllowed
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.training.actions import practice as actions
from connecting_people.training.actions.trainings import TrainingError
from connecting_people.training.models import PracticeConnection, PracticeSpace, PracticeTie, Room
from connecting_people.training.permissions import can_keep, can_practise
from connecting_people.training.queries.practice import counts_of, map_of, shown_spaces
from connecting_people.training.rules import practice_goes
from connecting_people.training.tests.rooms import a_training, again, an_open_room, come_in
from connecting_people.training.tests.seats import fill, open_room, phone, somebody, take_seat

OPENED = datetime(2026, 3, 3, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def signed_in(user, secret="priya"):
    client = phone(secret) if secret else Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("ends", "closed", "goes"),
    [
        (8 * HOUR, None, 8 * HOUR + DAY),  # as planned
        (8 * HOUR, 6 * HOUR, 8 * HOUR + DAY),  # closed early, ends as planned
        (None, 6 * HOUR, 6 * HOUR + DAY),  # no end was planned
        (None, None, 12 * HOUR + DAY),  # nor was it closed
        (-5 * DAY, None, 12 * HOUR + DAY),  # an end before the beginning means nothing
        (2 * DAY, 12 * HOUR, 3 * DAY),  # a training of two days
        (None, 5 * DAY, 12 * HOUR + DAY),  # its boards were left open for what comes to mind later
    ],
)
def test_practice_goes_a_day_after_the_training(ends, closed, goes):
    found = practice_goes(
        opened_at=OPENED,
        closes_at=OPENED + 12 * HOUR,
        closed_at=OPENED + closed if closed else None,
        ends_at=OPENED + ends if ends else None,
    )
    assert found == OPENED + goes


def test_a_day_after_the_training_nothing_is_left_of_what_was_practised(cast):
    at = timezone.now()
    seat, kept = (take_seat(room := open_room(cast, ends_at=at + 8 * HOUR)), take_seat(room, "tom"))
    fill(seat, 4)
    somebody(kept)
    actions.keep(by=cast.asha, at=at, seat=kept)
    assert actions.delete_gone(by=None, at=at + 8 * HOUR + DAY - timedelta(seconds=1)) == 0
    assert actions.delete_gone(by=None, at=at + 8 * HOUR + DAY) == 1
    assert [space.trainee_id for space in PracticeSpace.objects.all()] == [kept.pk]
    assert PracticeConnection.objects.count() == 1
    assert not PracticeTie.objects.exists()
    assert Event.objects.filter(act="training: practice deleted", actor_id=None).count() == 1


def test_where_no_end_was_planned_it_goes_a_day_after_the_room_was_closed(cast):
    at = timezone.now()
    somebody(take_seat(open_room(cast)))
    Room.objects.update(closed_at=at + HOUR)
    assert actions.delete_gone(by=None, at=at + HOUR + DAY) == 1


def test_the_command_deletes_what_is_past_its_time(cast, capsys):
    at = timezone.now() - 2 * DAY
    somebody(take_seat(open_room(cast, at=at)), at=at)
    call_command("delete_practice")
    assert not PracticeSpace.objects.exists()
    assert "Practice spaces deleted: 1." in capsys.readouterr().out


def test_a_space_past_its_time_cannot_be_worked_in_or_kept(cast):
    seat = take_seat(open_room(cast))
    somebody(seat)
    late = timezone.now() + 12 * HOUR + DAY
    for act in (actions.show, actions.hide, actions.empty):
        with pytest.raises(NotAllowed):
            act(by=seat, at=late)
    with pytest.raises(NotAllowed):
        actions.keep(by=cast.asha, at=late, seat=seat)
    assert not can_practise(seat, late)


def test_its_page_says_what_is_in_it_and_when_it_goes(cast):
    seat = take_seat(open_room(cast, ends_at=datetime(2099, 3, 3, 16, tzinfo=UTC)))
    assert "Nobody is on it yet" in phone().get("/practice/").content.decode()
    fill(seat, 2)
    text = phone().get("/practice/").content.decode()
    assert "Practice: nothing here is a real record" in text
    assert "4 March 2099, 16:00" in text
    assert "2 on it so far" in text


def test_who_has_a_login_keeps_it_and_finds_it_and_deletes_it(cast):
    seat = take_seat(open_room(cast), name="Ash")
    somebody(seat, "Meera", together="We sing")
    client = signed_in(cast.asha)
    assert client.get("/practice/keep/").status_code == 200
    assert not PracticeSpace.objects.exclude(kept_by=None).exists()
    mine = client.post("/practice/keep/").headers["Location"]
    late = timezone.now() + 30 * DAY
    assert actions.delete_gone(by=None, at=late) == 0
    there = signed_in(cast.asha, secret="")
    assert "A first day together" in there.get("/practice/mine/").content.decode()
    assert "Meera" in there.get(mine).content.decode()
    assert "We sing" in there.get(f"{mine}copy/txt/").content.decode()
    assert there.get(f"{mine}delete/").status_code == 200
    there.post(f"{mine}delete/")
    assert not PracticeSpace.objects.exists()
    assert "you find it here" in there.get("/practice/mine/").content.decode()


def test_keeping_needs_a_login_and_a_seat(cast):
    take_seat(open_room(cast))
    assert phone().get("/practice/keep/").headers["Location"].startswith("/accounts/login/")
    assert signed_in(cast.asha, secret="").get("/practice/keep/").status_code == 404


def test_what_somebody_keeps_nobody_else_can_take_or_delete(cast):
    seat = take_seat(open_room(cast))
    space = actions.keep(by=cast.asha, at=timezone.now(), seat=seat)
    assert not can_keep(cast.hana, space)
    with pytest.raises(NotAllowed):
        actions.keep(by=cast.hana, at=timezone.now(), seat=seat)
    with pytest.raises(NotAllowed):
        actions.delete_kept(by=cast.hana, at=timezone.now(), space=space)
    somebody(other := take_seat(seat.room, "sam"))
    with pytest.raises(NotAllowed):  # nobody keeps it, so it is its seat's alone
        actions.delete_kept(by=cast.hana, at=timezone.now(), space=other.practice)
    assert "You keep it until you delete it" in phone().get("/practice/").content.decode()


def test_everything_can_be_deleted_at_once(cast):
    room = open_room(cast)
    seat = take_seat(room)
    fill(seat, 3)
    actions.show(by=seat, at=timezone.now())
    before = Room.objects.get().version
    assert "for good" in phone().get("/practice/delete/").content.decode()
    phone().post("/practice/delete/")
    assert not PracticeSpace.objects.exists()
    assert Room.objects.get().version > before
    actions.empty(by=seat, at=timezone.now())


def test_a_map_is_shown_to_the_room_and_taken_back(cast):
    room = open_room(cast)
    seat = take_seat(room)
    refused = phone().post("/practice/map/show/", follow=True).content.decode()
    assert "nothing to show" in refused
    somebody(seat)
    version = Room.objects.get().version
    phone().post("/practice/map/show/")
    assert [(space.shown, space.shown_names) for space in shown_spaces(room)] == [(True, False)]
    assert Room.objects.get().version == version + 1
    phone().post("/practice/map/show/", {"back": "yes"})
    assert not shown_spaces(room)
    phone().post("/practice/map/show/", {"names": "on"})
    assert shown_spaces(room)[0].shown_names
    assert "The room sees your map" in phone().get("/practice/map/").content.decode()


def test_a_map_that_is_shown_comes_onto_the_screen_for_all_and_both_rooms_go_on_with_one_count(cast, settings):
    settings.DEMO = True  # nobody needs a second factor
    training = a_training(cast.femi, cast.agency, ("own-map",), track=1)
    beside = an_open_room(cast.femi, training, track=2)
    room = an_open_room(cast.femi, training, "own-map", track=1)
    seat, _phone = come_in(room)
    somebody(seat)
    actions.show(by=seat, at=timezone.now())

    screen = f"/agency/{room.agency_id}/trainings/{room.training_id}/room/1/projector/new/"
    client = signed_in(cast.femi, secret="")
    assert "A map from this room, without names" in client.get(screen, {"v": room.version}).text
    assert again(beside).version == again(room).version


def test_those_who_give_the_training_are_told_how_many_maps_there_are_and_no_more_while_they_are_few(cast):
    room = open_room(cast)
    for n in range(7):
        fill(take_seat(room, f"seat {n}"), 3)
    take_seat(room, "looked only")
    found = counts_of(room.training)
    assert (found.maps, found.people) == (7, None)
    fill(take_seat(room, "eighth"), 2)
    found = counts_of(room.training)
    assert (found.maps, found.people) == (8, 25)


def test_the_self_review_is_told_in_words_and_stays_with_its_owner(cast):
    room = open_room(cast)
    seat = take_seat(room)
    assert phone().get("/practice/review/").headers["Location"] == "/practice/review/answer/"
    given = {f"q-{item.id}": "3" for item in latest()[PRACTICE].items}
    answer = phone().post("/practice/review/answer/", given, follow=True)
    text = answer.content.decode()
    assert "Often" in text
    assert text.index("In words") < text.index("The number, and how it is worked out")
    kept = PracticeSpace.objects.get(trainee=seat)
    assert '"version": 1' in kept.answers
    again = phone().get("/practice/review/answer/").content.decode()
    assert again.count("checked") >= len(given)
    actions.keep(by=cast.asha, at=timezone.now(), seat=seat)
    mine = signed_in(cast.asha, secret="").get(f"/practice/mine/{kept.pk}/").content.decode()
    assert "How I worked then" in mine


def test_a_self_review_with_nothing_in_it_asks_for_one_answer(cast):
    take_seat(open_room(cast))
    answer = phone().post("/practice/review/answer/", {})
    assert answer.status_code == 422
    assert "Answer one question at least" in answer.content.decode()


def test_the_map_can_be_taken_away_as_picture_and_as_text(cast):
    seat = take_seat(open_room(cast), name="Priya")
    somebody(seat, "Meera <b>", ring=1, kind="friends", together="We sing")
    picture, text = (phone().get(f"/practice/map/copy/{form}/") for form in ("svg", "txt"))
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert picture.headers["Content-Disposition"] == 'attachment; filename="my-map.svg"'
    assert "Meera &lt;b&gt;" in picture.content.decode()
    assert "Meera <b>: Friends\n" in text.content.decode()
    assert "We sing" in text.content.decode()
    assert phone().get("/practice/map/copy/exe/").status_code == 404


def test_what_the_map_says_comes_only_when_asked_for(cast):
    seat = take_seat(open_room(cast))
    fill(seat, 5)
    assert "People on the map" not in phone().get("/practice/map/says/").content.decode()
    text = phone().get("/practice/map/says/?show=yes").content.decode()
    assert "People on the map" in text
    assert "It does not say" in text


def test_nothing_to_show_is_an_error_of_this_room(cast):
    with pytest.raises(TrainingError):
        actions.show(by=take_seat(open_room(cast)), at=timezone.now())
    assert not map_of(PracticeSpace()).facts
