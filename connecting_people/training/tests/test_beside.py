"""What stands beside the board of an activity, on each screen."""

from datetime import timedelta

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import timezone

from connecting_people.training.actions import practice
from connecting_people.training.course.activities import ACTIVITIES
from connecting_people.training.course.cases import CASE, Voice
from connecting_people.training.course.scenarios import CONFIDENCE_CARDS, DISCLOSURE_CARDS, scenario_for
from connecting_people.training.course.showings import SHOWINGS
from connecting_people.training.course.words import Beside, Screen
from connecting_people.training.models import Block
from connecting_people.training.presenters.beside import MAPS_AT_ONCE, beside
from connecting_people.training.presenters.rooms import Timer
from connecting_people.training.tests.seats import block_of, fill, group_of, open_room, somebody, take_seat

DRAWN = """{% from "training/parts/beside.html" import beside_card %}{{ beside_card(card) }}"""


def timer_of(*, minutes, left=None):
    left = minutes * 60 if left is None else left
    return Timer(left, minutes * 60, timezone.now() + timedelta(seconds=left), "")


def drawn(card):
    return engines["jinja2"].from_string(DRAWN).render({"card": card}, RequestFactory().get("/"))


@pytest.fixture
def room(cast):
    return open_room(cast)


@pytest.mark.parametrize("activity", ACTIVITIES, ids=lambda one: one.id)
@pytest.mark.parametrize("screen", Screen)
def test_every_activity_has_beside_it_what_it_says(room, activity, screen):
    card = beside(block_of(room, activity.id), room, take_seat(room), screen)
    assert (card.kind if card else Beside.NOTHING) == activity.beside
    if card:
        assert card.screen == screen
        assert str(card.title) in drawn(card).replace("&#39;", "'")


def test_a_break_has_nothing_beside_it_and_an_own_activity_has_what_its_board_has(room):
    assert beside(Block(), room, None, Screen.PROJECTOR) is None
    card = beside(Block(board="disclosure", training=room.training), room, None, Screen.PROJECTOR)
    assert card and card.kind == Beside.SCENARIO


def test_the_slide_is_the_one_that_the_trainer_turned_to_and_never_beyond_the_last(room):
    block = block_of(room, "research-and-policy")
    first = beside(block, room, None, Screen.PROJECTOR)
    room.slide = len(SHOWINGS) + 5
    last = beside(block, room, None, Screen.PROJECTOR)
    assert first and last
    assert (first.number, last.number, last.many) == (1, len(SHOWINGS), len(SHOWINGS))
    assert str(last.slide.sources[0]) in drawn(last)


def test_each_small_group_has_another_card_and_who_is_in_none_the_first(room):
    block, seats = block_of(room, "confidence"), [take_seat(room, f"seat {n}") for n in range(6)]
    for number, seat in enumerate(seats[:5], start=1):
        group_of(room, block, number, seat)
    cards = [beside(block, room, seat, Screen.TRAINEE).scenarios[0][1].id for seat in seats]
    first, *others = [card.id for card in CONFIDENCE_CARDS]
    assert cards == [first, *others, first, first]


def test_the_projector_shows_what_the_cards_tell_and_the_trainer_the_questions_too(room):
    block = block_of(room, "disclosure")
    projector, trainer = (drawn(beside(block, room, None, one)) for one in (Screen.PROJECTOR, Screen.TRAINER))
    assert all(str(card.title) in projector for card in DISCLOSURE_CARDS)
    assert "word for word" not in projector
    assert "word for word" in trainer


def test_there_are_four_cards_each_and_one_is_about_a_walking_group():
    assert len(DISCLOSURE_CARDS) == len(CONFIDENCE_CARDS) == 4
    assert "walking group" in str(CONFIDENCE_CARDS[0].tells)
    assert all(2 <= len(card.asks) <= 5 for card in (*DISCLOSURE_CARDS, *CONFIDENCE_CARDS))
    assert scenario_for("my-own-activity", 0) == CONFIDENCE_CARDS[0]


def test_a_pair_swaps_at_half_time_and_sees_names_only_where_they_were_given(room):
    block = block_of(room, "tell-a-colleague", minutes=24)
    one, other = take_seat(room, "one", name="Priya"), take_seat(room, "other")
    group_of(room, block, 1, one, other)
    timer = timer_of(minutes=24)
    mine = beside(block, room, one, Screen.TRAINEE, timer).swap
    theirs = beside(block, room, other, Screen.TRAINEE, timer).swap
    assert [turn.says for turn in mine.turns] == ["You tell", "Your partner tells"]
    assert [turn.says for turn in theirs.turns] == ["Priya tells", "You tell"]
    assert [turn.until for turn in mine.turns] == [timer.ends_at - timedelta(minutes=12), timer.ends_at]
    assert (mine.with_whom, theirs.with_whom) == ("", "Priya")


@pytest.mark.parametrize(("left", "now"), [(600, 0), (301, 0), (300, 1), (1, 1), (0, 2)])
def test_half_time_is_that_of_the_timer_however_long_the_activity_is(room, left, now):
    block, seat = block_of(room, "tell-a-colleague", minutes=24), take_seat(room)
    card = beside(block, room, seat, Screen.TRAINEE, timer_of(minutes=10, left=left))
    assert (card.swap.now, [turn.minutes for turn in card.swap.turns]) == (now, [5, 5])
    text = drawn(card)
    assert ("now the next one tells.</p>" in text) == (now == 1)
    assert text.count('aria-current="time"') == (now < 2)


def test_without_a_timer_nobodys_turn_is_on(room):
    text = drawn(beside(block_of(room, "tell-a-colleague"), room, None, Screen.PROJECTOR))
    assert "is-now" not in text and "is-over" not in text and "now the next one tells.</p>" not in text


def test_one_who_is_left_over_makes_a_three_that_changes_twice(room):
    block = block_of(room, "tell-a-colleague", minutes=24)
    seats = [take_seat(room, f"seat {n}", name=f"N{n}") for n in range(3)]
    group_of(room, block, 1, *seats)
    swap = beside(block, room, seats[1], Screen.TRAINEE).swap
    assert swap.three
    assert [turn.mine for turn in swap.turns] == [False, True, False]
    assert [turn.minutes for turn in swap.turns] == [8, 8, 8]
    assert all(turn.clock == "" for turn in swap.turns)


def test_a_pair_on_the_projector_has_no_names(room):
    block = block_of(room, "tell-a-colleague")
    one, other = take_seat(room, "one", name="Priya"), take_seat(room, "other", name="Tom")
    group_of(room, block, 1, one, other)
    text = drawn(beside(block, room, None, Screen.PROJECTOR))
    assert "The first of you tells" in text
    assert "Priya" not in text
    assert "Tom" not in text


def test_a_map_is_on_the_projector_only_while_its_owner_shows_it_and_without_any_name(room):
    block, seat = block_of(room, "own-map"), take_seat(room, name="Priya")
    somebody(seat, "Meera", symbol="Zz", kind="friends", ring=1)
    assert "<svg" not in drawn(beside(block, room, None, Screen.PROJECTOR))
    practice.show(by=seat, at=timezone.now())
    text = drawn(beside(block, room, None, Screen.PROJECTOR))
    assert "<svg" in text
    assert not [word for word in ("Meera", "Zz", "Priya", str(seat.pk)) if word in text]
    practice.hide(by=seat, at=timezone.now())
    assert "<svg" not in drawn(beside(block, room, None, Screen.PROJECTOR))


def test_a_map_has_its_names_where_its_owner_says_so(room):
    block, seat = block_of(room, "own-map"), take_seat(room, name="Priya")
    somebody(seat, "Meera", kind="friends", ring=1)
    practice.show(by=seat, at=timezone.now(), names=True)
    text = drawn(beside(block, room, None, Screen.PROJECTOR))
    assert "The map of Priya" in text
    assert "Meera" in text


def test_so_many_maps_are_drawn_and_the_rest_are_counted_in_as_many_queries(room, django_assert_num_queries):
    block = block_of(room, "own-map")
    for n in range(MAPS_AT_ONCE + 2):
        seat = take_seat(room, f"seat {n}")
        fill(seat, 3)
        practice.show(by=seat, at=timezone.now())
    with django_assert_num_queries(3):
        card = beside(block, room, None, Screen.PROJECTOR)
    assert (len(card.maps), card.more_maps) == (MAPS_AT_ONCE, 2)
    assert "2 more are shown" in drawn(card)


def test_the_trainer_reads_counts_and_the_phone_has_the_way_to_ones_own_map(room):
    block = block_of(room, "own-map")
    for n in range(8):
        fill(take_seat(room, f"seat {n}"), 3)
    trainer = drawn(beside(block, room, None, Screen.TRAINER))
    assert "8 maps have been begun" in trainer
    assert "About 25 people" in trainer
    assert "/practice/map/" in drawn(beside(block, room, None, Screen.TRAINEE))


def test_the_moving_explanation_is_looked_at_together_and_read_in_words_on_ones_own(room):
    block = block_of(room, "explainer")
    wall, phone = (drawn(beside(block, room, None, one)) for one in (Screen.PROJECTOR, Screen.TRAINEE))
    assert "Look at it together first" in wall and "The same in words" not in wall
    assert "in your own time" in phone and "The same in words" in phone


def test_only_the_phone_of_somebody_in_a_seat_leads_to_their_own_review(room):
    block, trainee = block_of(room, "own-practice"), take_seat(room)
    assert beside(block, room, trainee, Screen.TRAINEE).links
    assert not beside(block, room, None, Screen.PROJECTOR).links
    assert not beside(block, room, None, Screen.TRAINER).links


def test_only_who_has_a_seat_is_led_back_from_the_conversation_to_the_room(client):
    assert "Back to the room" not in client.get("/training/case/").content.decode()


def test_the_conversation_can_be_stepped_through_and_read_as_a_whole(client):
    text = client.get("/training/case/").content.decode()
    assert text.count('class="case__turn"') == 1
    assert "?to=2#turn-2" in text
    text = client.get("/training/case/?to=6").content.decode()
    assert text.count('class="case__turn"') == 6
    assert "Stop and think" in text
    assert "?to=5#turn-5" in text
    text = client.get("/training/case/?all=yes").content.decode()
    assert text.count('class="case__turn"') == len(CASE.turns)
    assert "Go on" not in text


@pytest.mark.parametrize(("to", "turns"), [("0", 1), ("-3", 1), ("99999", 1), ("x", 1), ("²", 1), ("999", 24)])
def test_a_place_in_the_conversation_that_is_not_there_leads_to_one_that_is(client, to, turns):
    text = client.get("/training/case/", {"to": to}).content.decode()
    assert text.count('class="case__turn"') == turns


def test_the_case_has_two_voices_and_stops_at_turns_that_there_are():
    assert len(CASE.turns) == 24
    assert {turn.voice for turn in CASE.turns} == set(Voice)
    assert [stop.after for stop in CASE.stops] == [6, 12, 18, 24]
