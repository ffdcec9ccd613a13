from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from connecting_people.core.small_numbers import FEWEST
from connecting_people.culture.hiding import Middle, middle_of_marks, middle_of_numbers, parts_told
from connecting_people.culture.quarters import after, before, from_the_first, over, quarter_of

A, B, C = (UUID(int=number) for number in (1, 2, 3))


def test_of_seven_nothing_is_told():
    assert middle_of_marks([0, 0, 7, 0]) is None
    assert middle_of_numbers([4] * 7) is None


def test_the_middle_of_eight_lies_on_a_mark_or_between_two():
    assert middle_of_marks([1, 1, 5, 1]) == Middle(10, 2, 2, (0, 0, 0, 0))
    assert middle_of_marks([4, 0, 0, 4]) == Middle(10, 0, 3, (0, 0, 0, 0))


def test_a_mark_that_few_gave_is_not_counted_out():
    assert middle_of_marks([7, 8, 20, 0]) == Middle(35, 2, 2, (0, 10, 20, 0))


def test_a_mean_is_told_to_the_nearest_half():
    assert middle_of_numbers([2] * 8) == Middle(10, 2, 2)
    assert middle_of_numbers([2, 3] * 4) == Middle(10, 2, 3)
    assert middle_of_numbers([4] * 8) == Middle(10, 4, 4)


def test_a_team_of_seven_is_told_nothing_of():
    assert parts_told({A: 7, B: 20}) == frozenset()
    assert parts_told({A: 7, None: 40}) == frozenset()


def test_a_team_is_told_of_where_enough_or_none_are_left_beside_it():
    assert parts_told({A: 8, B: 8}) == {A, B}
    assert parts_told({A: 9, None: 8}) == {A}
    assert parts_told({A: 12}) == {A}


def test_where_few_would_be_left_the_smallest_team_is_hidden_with_them():
    assert parts_told({A: 10, B: 12, C: 7}) == {B}
    assert parts_told({A: 10, B: 12, None: 1}) == {B}
    assert parts_told({A: 9, B: 9, C: 3}) == {B}


@given(some.dictionaries(some.one_of(some.none(), some.uuids()), some.integers(0, 30), max_size=8))
def test_whatever_is_taken_from_the_whole_leaves_nobody_or_eight(sizes):
    shown = parts_told(sizes)

    assert all(sizes[team] >= FEWEST for team in shown)
    # Of all sums of teams that can be taken away, taking all of them leaves the fewest.
    left = sum(sizes.values()) - sum(sizes[team] for team in shown)
    assert not shown or left == 0 or left >= FEWEST


def test_quarters_follow_each_other_through_the_year():
    quarter = quarter_of(date(2026, 2, 28))
    assert quarter == date(2026, 1, 1)
    assert before(quarter) == date(2025, 10, 1)
    assert after(before(quarter)) == quarter
    assert after(quarter) == date(2026, 4, 1)
    assert before(after(quarter)) == quarter
    assert quarter_of(date(2026, 12, 31)) == date(2026, 10, 1)


def test_the_quarter_that_runs_is_not_over():
    assert over(date(2026, 3, 31))[:2] == (date(2025, 10, 1), date(2025, 7, 1))
    assert over(date(2026, 4, 1))[0] == date(2026, 1, 1)
    assert len(over(date(2026, 4, 1))) == 8


def test_quarters_begin_with_the_first_of_which_something_is_known():
    quarters = over(date(2026, 4, 1))
    assert from_the_first(quarters, [date(2025, 10, 1)]) == quarters[:2]
    assert from_the_first(quarters, []) == ()
