from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.taking_stock.rules import OPEN_FOR, Choice, Shelf, is_open, numbered, shelf_of

FIRST = date(2026, 3, 2)


@pytest.mark.parametrize("choice", list(Choice))
def test_what_all_who_spoke_say_stands_there(choice):
    assert shelf_of([choice, choice]) == Shelf(choice.value)


@pytest.mark.parametrize("choices", [(Choice.KEEP, Choice.STOP), (Choice.KEEP, Choice.CHANGE, Choice.STOP)])
def test_what_is_seen_differently_is_on_nobodys_side(choices):
    assert shelf_of(choices) == Shelf.DIFFERENT


def test_what_is_worth_keeping_is_the_first_shelf():
    assert next(iter(Shelf)) == Shelf.KEEP


def test_the_others_view_within_a_fortnight_stands_beside_the_first():
    days = [FIRST, FIRST + OPEN_FOR, FIRST + OPEN_FOR + timedelta(days=1)]

    assert numbered(days) == [0, 0, 1]


def test_a_stock_take_begins_anew_after_its_fortnight():
    assert is_open(FIRST, FIRST + OPEN_FOR)
    assert not is_open(FIRST, FIRST + OPEN_FOR + timedelta(days=1))


@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1))))
def test_no_stock_take_is_longer_than_a_fortnight_and_none_is_empty(days):
    days.sort()

    numbers = numbered(days)

    assert sorted(set(numbers)) == list(range(len(set(numbers))))
    for number in set(numbers):
        of_one = [day for day, at in zip(days, numbers, strict=True) if at == number]
        assert max(of_one) - min(of_one) <= OPEN_FOR
