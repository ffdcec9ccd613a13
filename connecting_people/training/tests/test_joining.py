"""Coming into a room with a code: forgiving to fingers, closed to guesses, and no code is left anywhere."""

import logging
import random
from datetime import timedelta

from django.core.cache import cache
from django.core.signing import TimestampSigner
from django.test import Client
from django.utils import timezone

from connecting_people.training import limits
from connecting_people.training.actions import rooms, seats
from connecting_people.training.door import DOOR, SEAT
from connecting_people.training.models import Room, Trainee
from connecting_people.training.queries.rooms import present, room_with
from connecting_people.training.rules import (
    CODE_LETTERS,
    PRACTICE_STAYS,
    ROOM_LASTS,
    TRAINEES_AT_MOST,
    Who,
    could_be_a_code,
    spelled,
)
from connecting_people.training.tests.rooms import a_block, a_training, an_open_room, come_in, put_on, writes

WHO = {"who": "carer", "name": "Priya"}


def code_of(room):
    return Room.objects.get(pk=room.pk).code


def at_address(ip):
    return Client(REMOTE_ADDR=ip)


def typed(client, code):
    return client.post("/room/join/", {"code": code})


def sits_down(client):
    return client.post("/room/come-in/", WHO)


def test_somebody_types_the_code_says_who_they_are_and_is_in(room):
    client = Client()

    assert typed(client, code_of(room))["Location"] == "/room/come-in/"
    answer = sits_down(client)

    assert answer["Location"] == "/room/"
    cookie = answer.cookies[SEAT]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert 0 < cookie["max-age"] <= (ROOM_LASTS + PRACTICE_STAYS).total_seconds()
    assert "The model, moving" in client.get("/room/").text
    assert cookie.value not in str(Trainee.objects.values_list().get())


def test_how_a_code_is_spelled_does_not_matter(room):
    code = code_of(room)

    for spelling in (code.lower(), f" {code[:4]} {code[4:]} ", f"{code[:4]}-{code[4:]}", code.replace("L", "1")):
        assert typed(Client(), spelling).status_code == 302


def test_an_o_or_a_0_is_a_slip_of_the_finger_and_no_guess(room):
    for slip in ("ABCDEFG0", "ABCDEFGO", "ABC"):
        answer = typed(at_address("192.0.2.1"), slip)
        assert answer.status_code == 422
    assert "There is no O and no 0 in a code" in typed(Client(), "ABCDEFG0").text
    assert limits.may_try("192.0.2.1", timezone.now())
    assert not could_be_a_code(spelled("ABCDEFG0"))


def test_the_picture_takes_the_code_out_of_the_address_at_once(room):
    client = Client()

    answer = client.get(f"/room/join/{code_of(room)}/")

    assert answer["Location"] == "/room/come-in/"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    assert code_of(room) not in answer.cookies[DOOR].value
    assert Trainee.objects.count() == 0  # a phone that only looks ahead takes no seat
    assert sits_down(client)["Location"] == "/room/"


def test_no_code_is_printed_into_a_log(room, caplog, capfd):
    with caplog.at_level(logging.INFO):
        Client().get(f"/room/join/{code_of(room)}/")
        Client().get("/room/join/ABCDEFGH/")
        typed(Client(), "ABCDEFGH")

    said = caplog.text + "".join(capfd.readouterr())
    assert "ABCDEFGH" not in said
    assert code_of(room) not in said


def test_a_code_opens_nothing_after_its_time_nor_once_the_room_was_closed(cast, room):
    code = code_of(room)
    assert room_with(code, room.closes_at - timedelta(seconds=1))
    assert room_with(code, room.closes_at) is None

    rooms.close(by=cast.femi, at=timezone.now(), room=room)

    assert typed(Client(), code).status_code == 422
    again = rooms.open_room(by=cast.femi, at=timezone.now(), training=room.training)
    assert again.code != code
    assert typed(Client(), code).status_code == 422


def test_a_note_of_the_door_that_nobody_signed_opens_nothing(room):
    client = Client()
    for forged in (str(room.pk), TimestampSigner(salt="another").sign(str(room.pk)), ""):
        client.cookies[DOOR] = forged
        assert client.get("/room/come-in/")["Location"] == "/room/join/"


def test_whoever_has_a_seat_is_led_to_it(room):
    _priya, hers = come_in(room)

    assert "You are in a room already" in hers.get("/room/join/").text
    assert hers.get(f"/room/join/{code_of(room)}/")["Location"] == "/room/come-in/"
    assert hers.get("/room/come-in/")["Location"] == "/room/"
    assert Trainee.objects.count() == 1


def test_whoever_sits_in_one_of_two_rooms_goes_to_the_other_with_its_code_and_keeps_what_they_wrote(cast):
    training = a_training(cast.femi, cast.agency, ("explainer",), track=1)
    a_block(training, 1, "own-map", track=2)
    one, other = (an_open_room(cast.femi, training, track=track) for track in (1, 2))
    priya, hers = come_in(put_on(cast.femi, one, "explainer"), "Priya")
    writes(priya, "unclear", "Who pays for the bus?")
    put_on(cast.femi, other, "own-map")

    assert typed(hers, code_of(other))["Location"] == "/room/come-in/"
    assert "Go to the other room?" in hers.get("/room/come-in/").text
    assert "The model, moving" in hers.get("/room/").text  # nothing has moved yet
    assert hers.post("/room/come-in/")["Location"] == "/room/"

    assert "My own map" in hers.get("/room/").text
    assert "Who pays for the bus?" in hers.get("/room/mine/").text
    assert [seat.name for seat in present(other)] == ["Priya"] and not present(one).exists()


def test_the_code_of_another_training_gives_another_seat(cast, room):
    _priya, hers = come_in(room)
    elsewhere = an_open_room(cast.femi, a_training(cast.femi, cast.agency))

    typed(hers, code_of(elsewhere))
    assert "Who is coming in?" in hers.get("/room/come-in/").text
    assert sits_down(hers)["Location"] == "/room/"
    assert [seat.name for seat in present(elsewhere)] == ["Priya"] and present(room).count() == 1


def test_a_full_room_takes_nobody_over_and_says_so(cast):
    training = a_training(cast.femi, cast.agency, ("explainer",), track=1)
    a_block(training, 1, "own-map", track=2)
    one, other = (an_open_room(cast.femi, training, track=track) for track in (1, 2))
    _priya, hers = come_in(one)
    given = {"agency": other.agency, "room": other, "who": "carer", "joined_at": timezone.now()}
    Trainee.objects.bulk_create(Trainee(**given, seat_hash=str(n)) for n in range(TRAINEES_AT_MOST))
    typed(hers, code_of(other))

    answer = hers.post("/room/come-in/")

    assert answer.status_code == 422 and "no place in that room" in answer.text
    assert present(one).count() == 1


def test_whoever_leaves_is_counted_no_more_and_their_browser_knows_nothing_of_them(cast, room):
    priya, hers = come_in(put_on(cast.femi, room, "explainer"), "Priya")
    writes(priya, "unclear", "Who pays for the bus?")

    assert "Leave the room?" in hers.get("/room/leave/").text and present(room).count() == 1
    assert hers.post("/room/leave/")["Location"] == "/room/join/"

    assert not present(room).exists() and not hers.cookies[SEAT].value
    assert hers.get("/room/mine/").status_code == 404
    assert room.training.notes.get().shown == "open"
    assert hers.get("/room/leave/")["Location"] == "/room/join/"


def test_a_name_can_be_withheld_and_is_kept_to_a_line(room):
    trainee, _ = seats.take_seat(by=None, at=timezone.now(), room=room, name=" Priya\nthe\x00 Great ", who=Who.CARER)
    nobody, _ = seats.take_seat(by=None, at=timezone.now(), room=room, name="", who=Who.CARER)

    assert (trainee.name, nobody.name) == ("Priya the Great", "")


def test_a_full_room_says_so(room):
    given = {"agency": room.agency, "room": room, "who": "carer", "joined_at": timezone.now()}
    Trainee.objects.bulk_create(Trainee(**given, seat_hash=str(n)) for n in range(TRAINEES_AT_MOST))
    client = Client()
    typed(client, code_of(room))

    answer = sits_down(client)

    assert answer.status_code == 422
    assert "This room is full" in answer.text


def test_a_room_takes_a_hundred_in_a_minute(room):
    at = timezone.now()

    taken = [limits.may_sit_down(room.pk, at) for _ in range(limits.SEATS_A_MINUTE + 1)]

    assert taken == [True] * limits.SEATS_A_MINUTE + [False]
    assert limits.may_sit_down(room.pk, at + timedelta(minutes=1))


def guesses(many, seed=8):
    chance = random.Random(seed)
    return ("".join(chance.choices(CODE_LETTERS, k=8)) for _ in range(many))


def test_of_ten_thousand_guesses_from_fifty_addresses_few_are_looked_at_and_nobody_who_belongs_is_locked_out(
    cast, room, monkeypatch
):
    begin = at = timezone.now()
    looked_at = 0
    office = "192.0.2.77"
    addresses = [office, *(f"198.51.100.{n}" for n in range(49))]
    _seated, hers = come_in(room, "Seated")
    for number, guess in enumerate(guesses(10_000)):
        at = begin + timedelta(seconds=number // 100)  # a hundred a second
        if limits.may_try(address := addresses[number % 50], at):
            assert room_with(guess, at) is None
            limits.was_wrong(address, at)
            looked_at += 1

    # Looked at: some before the guessing was noticed, then one in ten seconds from each address.
    assert looked_at < 50 * (limits.WRONG_IN_PEACE + 2 + 10_000 // 100 // limits.STILL_ONE_IN)
    monkeypatch.setattr(timezone, "now", lambda: at + timedelta(seconds=limits.STILL_ONE_IN))
    # A seat meets no limit, another address none so far, and who shares the guesser's waits ten seconds.
    assert hers.get("/room/", REMOTE_ADDR=office).status_code == 200
    assert typed(at_address("203.0.113.5"), code_of(room)).status_code == 302
    shared = at_address(office)
    assert typed(shared, code_of(room)).status_code == 302
    assert sits_down(shared)["Location"] == "/room/"


def test_an_office_full_of_people_may_err_more_often_than_one_who_guesses(room):
    at = timezone.now()
    for _ in range(30):
        limits.sat_down("192.0.2.9", at)
    for _ in range(limits.WRONG_IN_PEACE + 1):
        limits.was_wrong("192.0.2.9", at)
        limits.was_wrong("192.0.2.10", at)

    assert all(limits.may_try("192.0.2.9", at) for _ in range(3))
    assert [limits.may_try("192.0.2.10", at) for _ in range(3)] == [True, False, False]


def test_who_is_slowed_down_is_told_to_wait_even_with_the_right_code(room):
    at = timezone.now()
    for _ in range(limits.WRONG_IN_PEACE):
        limits.was_wrong("192.0.2.10", at)
    client = at_address("192.0.2.10")
    typed(client, "ABCDEFGH")

    answer = typed(client, code_of(room))

    assert answer.status_code == 422
    assert "Wait ten seconds" in answer.text
    assert client.get(f"/room/join/{code_of(room)}/")["Location"] == "/room/join/"


def test_all_addresses_of_one_network_of_ipv6_count_as_one(db):
    at = timezone.now()
    for n in range(limits.WRONG_IN_PEACE):
        limits.was_wrong(f"2001:db8:1:2::{n:x}", at)
    cache.add(f"code:still:2001:db8:1:2::/64:{int(at.timestamp()) // limits.STILL_ONE_IN}", 1, 20)

    assert not limits.may_try("2001:db8:1:2:ffff::1", at)
    assert limits.may_try("2001:db8:1:3::1", at)
    assert limits.may_try("nonsense", at)


def looked_at(browser, guess="ABCDEFGH"):
    """Say whether the code that somebody guesses is looked at, as its page tells them."""
    return "Many codes that fit no room" not in typed(browser, guess).text


def test_a_right_code_that_is_shown_again_and_again_pays_for_no_guess(room, monkeypatch):
    at = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: at)
    guesser = at_address("192.0.2.66")
    for _ in range(limits.WRONG_IN_PEACE):
        guesser.get(f"/room/join/{code_of(room)}/")
        typed(guesser, "ABCDEFGH")

    assert [looked_at(guesser) for _ in range(3)] == [True, False, False]  # one in ten seconds still is


def test_who_took_a_seat_may_err_twice_more(room, monkeypatch):
    at = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: at)
    ip = "192.0.2.67"
    typed(sits := at_address(ip), code_of(room))
    sits_down(sits)

    more = limits.WRONG_IN_PEACE + limits.FOR_EACH_WHO_CAME
    assert [looked_at(at_address(ip)) for _ in range(more + 2)] == [True] * (more + 1) + [False]


def test_however_many_seats_an_address_takes_its_guesses_have_an_end(db):
    at = timezone.now()
    most = limits.WRONG_IN_PEACE + limits.FOR_EACH_WHO_CAME * limits.CAME_AT_MOST
    for _ in range(limits.CAME_AT_MOST + 40):
        limits.sat_down("192.0.2.68", at)
    for _ in range(most):
        limits.was_wrong("192.0.2.68", at)
    limits.may_try("192.0.2.68", at)  # the one in ten seconds

    assert not limits.may_try("192.0.2.68", at)
