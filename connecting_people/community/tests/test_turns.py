"""Whose turn it is: fair, steady, and never more than a handful."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.community.rules import CHECK_EVERY, CHECKS_A_WEEK, CLOSING_SOON
from connecting_people.community.turns import Due, shared_out, week_of, who_begins, why_due

TODAY = date(2026, 3, 18)


@given(st.lists(st.integers(0, 60), max_size=80), st.integers(1, 14))
def test_everybody_gets_as_many_as_the_others_or_one_more(due, people):
    shared = shared_out(due, dict.fromkeys(range(people), 0), CHECKS_A_WEEK)

    many = Counter(person for _, person in shared)
    counts = [many[person] for person in range(people)]
    assert max(counts) - min(counts) <= 1
    assert max(counts) <= CHECKS_A_WEEK
    assert len(shared) == min(len(set(due)), people * CHECKS_A_WEEK)
    assert len({entry for entry, _ in shared}) == len(shared)


@given(st.integers(0, 40), st.dictionaries(st.integers(0, 20), st.integers(0, 6), max_size=10))
def test_whoever_has_some_already_gets_no_more_while_others_have_fewer(due, held):
    shared = shared_out(range(due), held, CHECKS_A_WEEK)

    now = dict(held)
    for _, person in shared:
        assert now[person] == min(now.values())
        now[person] += 1
        assert now[person] <= CHECKS_A_WEEK


@given(st.lists(st.integers(), unique=True, min_size=1, max_size=8))
def test_the_odd_one_goes_round(people):
    firsts = [who_begins(people, TODAY + timedelta(weeks=n))[0] for n in range(len(people))]

    assert sorted(firsts) == sorted(people)
    assert all(sorted(who_begins(people, TODAY)) == sorted(people) for _ in people)


def test_nobody_to_share_with_is_no_list():
    assert shared_out([1, 2], {}, CHECKS_A_WEEK) == []
    assert who_begins([], TODAY) == []


def test_a_week_begins_on_monday():
    assert {week_of(date(2026, 3, 16) + timedelta(days=n)) for n in range(7)} == {date(2026, 3, 16)}
    assert week_of(date(2026, 3, 23)) == date(2026, 3, 23)


SOON, LATER = TODAY + CLOSING_SOON, TODAY + CLOSING_SOON + timedelta(days=1)


@pytest.mark.parametrize(
    ("checked", "ends", "said_wrong", "why"),
    [
        (None, None, False, Due.NEVER),
        (TODAY - CHECK_EVERY, None, False, Due.OLD),
        (TODAY - CHECK_EVERY + timedelta(days=1), None, False, None),
        (TODAY, None, True, Due.WRONG),
        (TODAY - CLOSING_SOON, SOON, False, Due.CLOSING),
        (None, SOON, False, Due.CLOSING),
        (TODAY - timedelta(days=1), SOON, False, None),
        (TODAY - CLOSING_SOON, LATER, False, None),
        (TODAY - CLOSING_SOON, TODAY - timedelta(days=1), False, None),
    ],
)
def test_an_entry_says_why_it_is_to_be_looked_at(checked, ends, said_wrong, why):
    assert why_due(checked, ends, TODAY, said_wrong=said_wrong) == why
