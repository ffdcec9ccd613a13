"""What materials are made from: the trainers' words where they have their own, the course's elsewhere, and times."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from connecting_people.training.course.activities import DISCLOSURE, OWN_MAP
from connecting_people.training.outline import Item, timed
from connecting_people.training.queries.materials import outline_of
from connecting_people.training.rules import BlockKind, Grouping, GuestState
from connecting_people.training.tests.agendas import add, asked, planned, whole_day


def part(minutes: int, track: int = 0, kind: BlockKind = BlockKind.OWN) -> Item:
    return Item("", kind, minutes, track, Grouping.ALL, "", "Something")


def starts(*items: Item, begins: datetime | None = datetime(2027, 1, 14, 9, 30, tzinfo=UTC)) -> list[str]:
    return [item.starts for item in timed(items, begins)]


def test_each_part_begins_when_the_one_before_it_ends():
    assert starts(part(20), part(45), part(15)) == ["09:30", "09:50", "10:35"]


def test_two_trainers_run_side_by_side_until_all_are_together_again():
    assert starts(part(10), part(30, 1), part(20, 2), part(20, 2), part(5)) == [
        *("09:30", "09:40", "09:40", "10:00", "10:20"),
    ]


def test_what_is_done_before_the_day_takes_none_of_its_time():
    assert starts(part(60, kind=BlockKind.BEFORE), part(20)) == ["", "09:30"]


def test_times_are_those_of_london():
    assert starts(part(20), begins=datetime(2027, 6, 14, 9, 30, tzinfo=UTC)) == ["10:30"]


def test_a_training_without_a_day_has_no_times():
    assert starts(part(20), begins=None) == [""]


@pytest.mark.django_db
def test_what_trainers_left_as_it_is_comes_from_the_course(cast):
    training = planned(cast)
    add(training, BlockKind.ACTIVITY, OWN_MAP.id)

    (item,) = outline_of(training).items

    assert item.name == OWN_MAP.name
    assert item.how == tuple(map(str, OWN_MAP.how))
    assert item.listen_for == tuple(map(str, OWN_MAP.listen_for))
    assert item.columns == OWN_MAP.columns
    assert item.led_by == "Ben"


@pytest.mark.django_db
def test_what_trainers_changed_takes_its_place(cast):
    training = planned(cast)
    add(
        training, BlockKind.ACTIVITY, OWN_MAP.id, title="Our maps", how="Sit down.\n\nDraw.", aim="To see", needs="Pens"
    )

    (item,) = outline_of(training).items

    assert (item.name, item.aim, item.needs, item.how) == ("Our maps", "To see", ("Pens",), ("Sit down.", "Draw."))
    assert item.listen_for == tuple(map(str, OWN_MAP.listen_for))


@pytest.mark.django_db
def test_an_activity_of_ones_own_has_the_board_but_none_of_the_words_of_the_one_it_borrows(cast):
    training = planned(cast)
    add(training, BlockKind.OWN, board=DISCLOSURE.id)

    (item,) = outline_of(training).items

    assert item.columns == DISCLOSURE.columns
    assert (item.name, item.aim, item.how, item.leaves) == ("Our own activity", "", (), "")


@pytest.mark.django_db
def test_only_a_guest_who_comes_is_told_of(cast):
    training = planned(cast)
    block = add(training, BlockKind.GUEST)
    asked(training, block, "The choir")
    asked(training, block, "The allotments", GuestState.CANNOT)
    asked(training, block, "The canal", GuestState.ASKED)

    (item,) = outline_of(training).items

    assert item.topics == ("The choir",)


@pytest.mark.django_db
def test_a_long_agenda_takes_as_many_queries_as_a_short_one(cast):
    short, long = planned(cast), whole_day(cast)
    add(short, BlockKind.GUEST)

    counts = []
    for training in (short, long):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            outline_of(training)
        counts.append(len(queries))

    assert counts == [3, 3]
