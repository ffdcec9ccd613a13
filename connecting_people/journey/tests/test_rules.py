"""How steps are kept in one column, how a thing may stand, and how a line is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.journey.rules import NEXT, Kind, Outcome, Standing, pack, shortened, unpack


@given(st.sets(st.integers(1, 11)))
def test_what_is_packed_comes_out_again(numbers):
    assert unpack(pack(numbers)) == tuple(sorted(numbers))


@given(st.lists(st.integers(1, 8)))
def test_eight_steps_fit_and_twice_is_once(numbers):
    assert pack(numbers) < 256
    assert pack(numbers) == pack(set(numbers))


@pytest.mark.parametrize("number", [0, -1])
def test_there_is_no_step_before_the_first(number):
    with pytest.raises(ValueError, match="numbered from 1"):
        pack([number])


def test_every_standing_leads_on_and_each_can_be_seen_differently():
    assert set(NEXT) == set(Standing)
    assert all(Standing.DIFFERENT in following for following in NEXT.values())


def test_what_became_of_a_promise_is_a_kind_of_entry():
    assert {Kind(outcome.value) for outcome in Outcome if outcome != Outcome.OPEN}


@given(st.text(max_size=400))
def test_a_line_fits(words):
    assert len(shortened(words)) <= 120
    assert "\n" not in shortened(words)


def test_a_long_line_is_cut_at_a_word():
    assert shortened("word " * 40).endswith("word…")
