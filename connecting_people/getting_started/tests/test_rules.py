from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.getting_started import words
from connecting_people.getting_started.rules import (
    ASK_AGAIN_AT_MOST,
    Felt,
    Hope,
    Point,
    Topic,
    can_ask_again_on,
    has_address,
    has_full_postcode,
)

TODAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    "text", ["BS5 6NX", "bs56nx", "near BS5  6NX", "EC1A 1BB", "M1-1AE", "W1A.0AX", "Easton, BS5 6NX"]
)
def test_a_full_postcode_is_seen_however_it_is_written(text):
    assert has_full_postcode(text)


@pytest.mark.parametrize("text", ["BS5", "Easton", "EC1A", "St Pauls and BS2", "M1 and M2", "", "Cwm-y-Glo", "W1A"])
def test_a_neighbourhood_or_district_is_welcome(text):
    assert not has_full_postcode(text)
    assert not has_address(text)


@pytest.mark.parametrize("text", ["12 Stapleton Road", "Flat B, Rose Court", "Rose Court 3, BS5", "apartment 12"])
def test_an_address_is_seen(text):
    assert has_address(text)


@given(st.text(max_size=60))
def test_any_text_can_be_looked_at(text):
    assert has_address(text) in (True, False)
    assert has_full_postcode(text) in (True, False)


@pytest.mark.parametrize(
    ("day", "fine"),
    [
        (TODAY - timedelta(days=1), False),
        (TODAY, True),
        (TODAY + ASK_AGAIN_AT_MOST, True),
        (TODAY + ASK_AGAIN_AT_MOST + timedelta(days=1), False),
    ],
)
def test_a_day_to_ask_again_lies_within_two_years(day, fine):
    assert can_ask_again_on(day, TODAY) is fine


def test_every_opener_is_found_at_its_address_and_by_what_is_stored():
    for topic, openers in words.CATALOGUE.items():
        assert len({each.slug for each in openers}) == len(openers)
        for each in openers:
            assert words.opener(topic, each.slug) is each
            assert words.question_of(topic.value, each.item, "") == each.name
    assert words.opener(Topic.CONVERSATION, "nothing") is None
    assert words.question_of("conversation", "gone", "") == ""
    assert words.question_of("conversation", "your-own-question", "Why?") == "Why?"


def test_everything_has_its_words():
    assert set(words.FELT_WORDS) == set(Felt)
    assert set(words.HOPE_WORDS) == set(Hope)
    assert set(words.ASKS) == set(Point)
    assert words.name_of(Point.CONTACT, "Asha") == "How to reach Asha"
