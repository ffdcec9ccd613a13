import uuid
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.community.release import Given, quarter_after, quarter_of, quarters, released
from connecting_people.community.rules import FEWEST_RATERS

YEAR = date(2026, 1, 1)
DAYS = st.integers(0, 720).map(lambda days: YEAR + timedelta(days=days))


def some(many, day, until=None):
    return [Given(uuid.uuid4(), day, until) for _ in range(many)]


@st.composite
def histories(draw, at_most=30):
    rows = []
    for _ in range(draw(st.integers(0, at_most))):
        begins = draw(DAYS)
        stays = draw(st.one_of(st.none(), st.integers(0, 400)))
        rows.append(Given(uuid.uuid4(), begins, begins + timedelta(days=stays) if stays is not None else None))
    return rows


@pytest.mark.parametrize(
    ("day", "first", "after"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 4, 1)),
        (date(2026, 5, 31), date(2026, 4, 1), date(2026, 7, 1)),
        (date(2026, 12, 31), date(2026, 10, 1), date(2027, 1, 1)),
    ],
)
def test_a_day_has_a_quarter_and_the_one_that_follows(day, first, after):
    assert (quarter_of(day), quarter_after(day)) == (first, after)


def test_eight_show_together_on_the_first_day_of_the_quarter_and_seven_never():
    eight, seven = some(8, date(2026, 2, 3)), some(7, date(2026, 2, 3))

    assert released(eight, date(2026, 3, 31)) == {}
    assert released(eight, date(2026, 4, 1)) == dict.fromkeys((one.id for one in eight), date(2026, 4, 1))
    assert released(seven, date(2030, 1, 1)) == {}


def test_later_words_wait_until_eight_of_them_have_come_together():
    first, later = some(8, date(2026, 2, 3)), some(7, date(2026, 5, 3))

    assert len(released([*first, *later], date(2026, 12, 31))) == 8
    eighth = some(1, date(2026, 8, 1))
    assert len(released([*first, *later, *eighth], date(2026, 9, 30))) == 8
    assert len(released([*first, *later, *eighth], date(2026, 10, 1))) == 16


def test_what_is_taken_back_goes_with_its_quarter_and_fewer_than_eight_do_not_stay_behind():
    nine, gone = some(9, date(2026, 2, 3)), some(1, date(2026, 2, 3), until=date(2026, 5, 6))

    assert gone[0].id in released([*nine, *gone], date(2026, 6, 30))
    assert gone[0].id not in released([*nine, *gone], date(2026, 7, 1))
    assert released([*nine[:7], *gone], date(2026, 7, 1)) == {}


def test_words_that_were_read_once_never_help_new_ones_over_the_threshold():
    seven, gone = some(7, date(2026, 2, 3)), some(1, date(2026, 2, 3), until=date(2026, 5, 6))
    new = some(1, date(2026, 8, 1))

    # Eight stand again, but who remembers the seven would know the new one.
    assert new[0].id not in released([*seven, *gone, *new], date(2027, 1, 1))


@given(histories(), DAYS)
def test_what_shows_is_of_eight_people_or_nothing_and_changes_on_the_first_day_of_a_quarter_only(rows, today):
    here = released(rows, today)

    assert not here or len(here) >= FEWEST_RATERS
    assert here == released(rows, quarter_of(today))
    standing = {one.id for one in rows if one.from_date < quarter_of(today)}
    assert here.keys() <= standing


@given(histories(), DAYS)
def test_whatever_comes_comes_with_seven_others(rows, today):
    begins = quarter_of(today)
    came = [id for id, day in released(rows, begins).items() if day == begins]

    assert not came or len(came) >= FEWEST_RATERS


@given(histories(), DAYS)
def test_one_more_or_one_fewer_changes_nothing_until_it_comes_and_then_with_seven_others(rows, begins):
    one = Given(uuid.uuid4(), begins)

    for day in [begins, *quarters(begins, date(2028, 12, 31))]:
        without, with_it = released(rows, day), released([*rows, one], day)
        if one.id in with_it:
            together = [id for id, came in with_it.items() if came == day]
            assert len(together) >= FEWEST_RATERS
            return
        assert with_it == without
