"""The agenda of a training: what is on it, in which order, and in whose words."""

import pytest

from connecting_people.core.permissions import NotAllowed
from connecting_people.training.actions import agenda, guests, trainers, trainings
from connecting_people.training.course.activities import ACTIVITIES, activity
from connecting_people.training.course.days import Length
from connecting_people.training.course.taught import board_of, of_course, taught
from connecting_people.training.models import Block, Note
from connecting_people.training.queries.agenda import blocks_of
from connecting_people.training.rules import BLOCKS_AT_MOST, BlockKind, Who
from connecting_people.training.tests.plans import planned, put, to

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(cast):
    return planned(cast)


@pytest.fixture
def act(cast):
    return {"by": cast.ben, "at": cast.at}


def titles(training):
    return [taught(one).title for one in blocks_of(training)]


def order(training):
    return [one.activity or one.kind for one in blocks_of(training)]


def test_one_press_puts_an_activity_on_the_agenda_with_the_minutes_of_the_course(cast, mine, see, send):
    assert "Begin with the whole day" in see("ben", to(mine, "agenda"))
    assert str(ACTIVITIES[3].name) in see("ben", to(mine, "add_block"))
    send("ben", to(mine, "add_block"), kind="activity", activity="own-map")
    block = mine.blocks.get()

    assert block.minutes == activity("own-map").minutes and block.grouping == activity("own-map").grouping
    page = see("ben", to(mine, "agenda"))
    assert "09:30" in page and "My own map" in page
    assert "on the agenda already" in see("ben", to(mine, "add_block"))


def test_what_has_no_words_of_the_course_leads_to_where_one_writes_them(mine, send):
    assert "/agenda/" in send("ben", to(mine, "add_block"), kind="own").url
    assert mine.blocks.get().kind == BlockKind.OWN
    assert send("ben", to(mine, "add_block"), kind="break").url.startswith(to(mine, "agenda"))


def test_what_the_course_does_not_know_cannot_be_added(mine, act, send):
    for kind in (BlockKind.ACTIVITY, BlockKind.PROMPT):
        with pytest.raises(agenda.AgendaError):
            agenda.add(**act, training=mine, kind=kind, activity="juggling")
    send("ben", to(mine, "add_block"), kind="activity", activity="juggling")
    assert not mine.blocks.exists()


def test_the_whole_course_is_there_in_one_press_and_only_on_an_empty_agenda(mine, see, send):
    send("ben", to(mine, "add_whole_course"), length="half")
    assert len(order(mine)) == 14 and {one.id for one in ACTIVITIES} <= set(order(mine))
    send("ben", to(mine, "add_whole_course"), length="day")
    assert len(order(mine)) == 14
    assert "3 h 45 min in all, until 13:15" in see("ben", to(mine, "agenda"))


def test_what_is_longer_than_the_training_is_said_kindly(cast, mine, act, see):
    agenda.add_whole_course(**act, training=mine, length=Length.DAY)

    assert "30 min longer than the training has" in see("ben", to(mine, "agenda"))


def test_an_agenda_has_an_end(mine, act):
    blocks = [Block(agency_id=mine.agency_id, training=mine, position=n, kind="break") for n in range(BLOCKS_AT_MOST)]
    Block.objects.bulk_create(blocks)
    with pytest.raises(agenda.AgendaError):
        agenda.add(**act, training=mine, kind=BlockKind.BREAK)


def test_things_move_by_buttons_and_to_where_they_are_dragged(cast, mine, send):
    first, second, third = put(cast, mine, "explainer", "own-map", "disclosure")
    send("ben", to(mine, "move_block", block_id=third.pk), way="earlier")
    assert order(mine) == ["explainer", "disclosure", "own-map"]
    send("ben", to(mine, "move_block", block_id=first.pk), way="later")
    assert order(mine) == ["disclosure", "explainer", "own-map"]
    send("ben", to(mine, "move_block", block_id=second.pk), before=str(third.pk))
    assert order(mine) == ["own-map", "disclosure", "explainer"]
    send("ben", to(mine, "move_block", block_id=second.pk), before="")
    assert order(mine) == ["disclosure", "explainer", "own-map"]
    assert [one.position for one in blocks_of(mine)] == [1, 2, 3]


def test_what_is_gone_cannot_be_moved(cast, mine, act):
    (block,) = put(cast, mine, "explainer")
    agenda.remove(**act, block=block)
    with pytest.raises(agenda.AgendaError):
        agenda.move(**act, block=block, down=True)


def test_two_tracks_stand_side_by_side_with_clocks_of_their_own(cast, mine, act, see):
    _start, one, other, _end = put(
        cast, mine, "explainer", "barriers-of-people", "barriers-of-practitioners", "own-map"
    )
    for block, track in ((one, 1), (other, 2)):
        agenda.change(**act, block=block, version=1, said={"track": track, "minutes": 30})
    page = see("ben", to(mine, "agenda"))

    assert "First track" in page and "Second track" in page and page.count("<span>09:55</span>") == 2
    assert "<span>10:25</span>" in page
    with pytest.raises(agenda.AgendaError):
        agenda.change(**act, block=one, version=2, said={"track": 3})


def words(block, **said):
    return {"version": block.version, "minutes": 25, "grouping": "pairs", "track": 0, "led_by": "", **said}


def test_the_trainers_words_stand_for_ours_in_this_training_alone(cast, mine, send, see):
    (block,) = put(cast, mine, "own-map")
    address = to(mine, "block", block_id=block.pk)
    page = see("ben", address)
    assert "As the course has it" in page and str(activity("own-map").aim) in page
    send("ben", address, **words(block, title="Drawing us", how="Pens out\nDraw", goal="Feel it"))
    block.refresh_from_db()
    said = taught(block)
    assert (said.title, said.how) == ("Drawing us", ("Pens out", "Draw")) and said.aim == str(activity("own-map").aim)
    page = see("ben", to(mine, "agenda"))
    assert "Drawing us" in page and "in your own words" in page and "Feel it" in page
    send("ben", address, reset="yes")
    block.refresh_from_db()
    assert taught(block).title == "My own map" and block.goal == "Feel it"


def test_who_is_slower_sees_both_texts(cast, mine, act, send):
    (block,) = put(cast, mine, "own-map")
    agenda.change(**act, block=block, version=1, said={"title": "Theirs", "led_by": mine.trainers.get()})
    answer = send("ben", to(mine, "block", block_id=block.pk), **words(block, title="Mine"))
    page = answer.content.decode()

    assert answer.status_code == 422 and "Theirs" in page and "Mine" in page and ">Ben<" in page
    assert send("ben", to(mine, "block", block_id=block.pk), **words(block, title="Mine", version=2)).status_code == 302


def test_a_leader_is_one_of_those_who_give_the_training(cast, mine, act, send):
    (block,) = put(cast, mine, "own-map")
    winnie = trainers.add_trainer(**act, training=mine, who=Who.SERVICE_USER, name="Winnie")
    send("ben", to(mine, "block", block_id=block.pk), **words(block, led_by=str(winnie.pk)))
    block.refresh_from_db()
    assert block.led_by == winnie
    with pytest.raises(agenda.AgendaError):
        agenda.change(**act, block=block, version=2, said={"led_by": planned(cast, "dev").trainers.get()})


def test_an_own_activity_uses_a_board_of_the_course_and_has_a_name(mine, act, send):
    block = agenda.add(**act, training=mine, kind=BlockKind.OWN)
    address = to(mine, "block", block_id=block.pk)
    assert "Give it a name" in send("ben", address, **words(block)).content.decode()
    send("ben", address, **words(block, title="A walk", board="local-connections"))
    block.refresh_from_db()
    assert board_of(block) == activity("local-connections").columns and taught(block).title == "A walk"
    with pytest.raises(agenda.AgendaError):
        agenda.change(**act, block=block, version=2, said={"board": "juggling"})


def test_boards_of_others(cast, mine, act):
    (block,) = put(cast, mine, "own-map")
    tea = agenda.add(**act, training=mine, kind=BlockKind.BREAK)

    assert board_of(block) == activity("own-map").columns and board_of(tea) == ()
    assert of_course("activity", "no-longer-there") is None
    with pytest.raises(agenda.AgendaError):
        agenda.change(**act, block=block, version=1, said={"board": "local-connections"})


def test_what_is_before_the_day_takes_none_of_its_minutes(mine, act, see, send):
    block = agenda.add(**act, training=mine, kind=BlockKind.BEFORE)
    send("ben", to(mine, "block", block_id=block.pk), version=1, title="Read a page")
    page = see("ben", to(mine, "agenda"))

    assert "Before the day" in page and "Read a page" in page and "in all" not in page


def test_taking_something_off_asks_once(cast, mine, see, send):
    (block,) = put(cast, mine, "own-map")
    assert "Take it off the agenda?" in see("ben", to(mine, "remove_block", block_id=block.pk))
    send("ben", to(mine, "remove_block", block_id=block.pk))
    assert not mine.blocks.exists()


def test_what_people_wrote_on_stays(cast, mine, act, send, see):
    (block,) = put(cast, mine, "own-map")
    note = {"agency_id": mine.agency_id, "training": mine, "who": Who.CARER, "made_at": cast.at, "version": 1}
    Note.objects.create(**note, block=block, column="reflections", text="Odd, and good")
    send("ben", to(mine, "remove_block", block_id=block.pk))

    assert mine.blocks.exists() and "so it stays" in see("ben", to(mine, "agenda"))


def test_a_guest_stands_at_their_place_in_the_day(cast, mine, act, see):
    block = agenda.add(**act, training=mine, kind=BlockKind.GUEST)
    speaker = guests.keep_speaker(**act, agency=cast.agency, name="Aled", who=Who.OUTSIDE)
    guests.ask_guest(**act, training=mine, speaker=speaker, block=block)
    assert board_of(block) == activity("research-and-policy").columns  # for questions to them

    assert "Aled (asked, no answer yet)" in see("ben", to(mine, "agenda"))


def test_the_agenda_of_a_training_that_is_over_stays_as_it_was(cast, mine, act, see, send):
    (block,) = put(cast, mine, "own-map")
    trainings.finish(**act, training=mine)

    assert "Add something" not in see("ben", to(mine, "agenda"))
    answer = send("ben", to(mine, "block", block_id=block.pk), **words(block, title="Other"))
    assert answer.status_code == 422 and "stays as it was" in answer.content.decode()


def test_only_those_who_give_it_change_it(cast, mine, act):
    (block,) = put(cast, mine, "own-map")
    for do in (agenda.reset, agenda.remove):
        with pytest.raises(NotAllowed):
            do(**act | {"by": cast.dev}, block=block)


def test_forty_things_cost_no_more_queries_than_one(cast, mine, see, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    put(cast, mine, "own-map")
    see("ben", to(mine, "agenda"))
    with CaptureQueriesContext(connection) as few:
        see("ben", to(mine, "agenda"))
    put(cast, mine, *["explainer"] * 39)
    with django_assert_num_queries(len(few)):
        see("ben", to(mine, "agenda"))
