from datetime import time

import pytest

from connecting_people.community.rhythm import rhythm_of, written
from connecting_people.community.times import _hour, joined, time_in_words


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        ({"freq": "WEEKLY", "byday": "TU", "opens_at": "10:30", "closes_at": "12:00"}, "Every Tuesday, 10:30 to 12"),
        ({"freq": "WEEKLY", "byday": "TU,TH", "opens_at": "14:00"}, "Every Tuesday and Thursday, from 14:00"),
        ({"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR"}, "Monday to Friday"),
        ({"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR,SA,SU"}, "Every day"),
        ({"freq": "WEEKLY", "byday": "SA", "interval": 2}, "Every second Saturday"),
        ({"freq": "WEEKLY", "byday": "SA", "interval": 3}, "Saturday, every 3 weeks"),
        ({"freq": "WEEKLY"}, "Every week"),
        ({"freq": "WEEKLY", "interval": 4}, "Every 4 weeks"),
        ({"freq": "MONTHLY", "byday": "2TU"}, "The second Tuesday of the month"),
        ({"freq": "MONTHLY", "byday": "-1FR", "closes_at": "21:00"}, "The last Friday of the month, until 21:00"),
        ({"freq": "MONTHLY", "byday": "1MO,3MO"}, "The first Monday of the month, The third Monday of the month"),
        ({"freq": "MONTHLY", "bymonthday": "1,15"}, "Days 1 and 15 of the month"),
        ({"freq": "MONTHLY", "bymonthday": "3", "interval": 2}, "Day 3 of the month, every 2 months"),
        ({"freq": "MONTHLY"}, "Every month"),
        ({"byday": "WE"}, "Every Wednesday"),
        ({"freq": "WEEKLY", "byday": "TU", "valid_from": "2026-03-03"}, "Every Tuesday. From 3 March 2026 on"),
        ({"freq": "WEEKLY", "byday": "TU", "valid_to": "2026-03-31"}, "Every Tuesday. Until 31 March 2026"),
        (
            {"freq": "WEEKLY", "byday": "TU", "valid_from": "2026-03-03", "valid_to": "2026-03-31"},
            "Every Tuesday. From 3 March 2026 until 31 March 2026",
        ),
        (
            {"valid_from": "2026-03-03", "valid_to": "2026-03-03", "opens_at": "09:00", "closes_at": "17:00"},
            "On Tuesday 3 March 2026, 9:00 to 17:00",
        ),
        ({"description": "Ask Sal."}, "Ask Sal"),
        ({"freq": "WEEKLY", "byday": "TU", "notes": "Not in August"}, "Every Tuesday. Not in August"),
        ({"freq": "DAILY", "byday": 3, "opens_at": "half past"}, ""),
        ({}, ""),
    ],
)
def test_a_schedule_is_told_as_one_would_say_it(schedule, words):
    assert time_in_words(schedule) == words


def test_a_list_is_joined_as_one_says_it():
    assert [joined(list(letters)) for letters in ("", "A", "AB", "ABC")] == ["", "A", "A and B", "A, B and C"]


def test_midnight_is_no_number_alone():
    assert _hour(time(0, 0), short=True) == "0:00"


@pytest.mark.parametrize(
    ("schedule", "plain"),
    [
        ({"freq": "WEEKLY", "byday": "MO", "interval": 4}, True),
        ({"freq": "WEEKLY", "byday": "MO", "interval": 6}, False),
        ({"freq": "MONTHLY", "byday": "-1MO"}, True),
        ({"freq": "MONTHLY", "byday": "5MO"}, False),
        ({"freq": "MONTHLY", "byday": "1MO,3MO"}, False),
        ({"freq": "MONTHLY", "bymonthday": "15"}, False),
        ({"freq": "MONTHLY"}, False),
        ({"description": "Ask"}, True),
        ({"byday": "MO"}, False),
    ],
)
def test_the_form_has_boxes_for_a_plain_rhythm_alone(schedule, plain):
    assert rhythm_of(schedule).plain is plain


@pytest.mark.parametrize(
    "schedule", [{"freq": "WEEKLY", "byday": "MO,WE", "interval": 2}, {"freq": "MONTHLY", "byday": "-1FR"}]
)
def test_what_is_read_is_written_the_same(schedule):
    found = {name: value for name, value in written(rhythm_of(schedule)).items() if value}

    assert found == schedule
