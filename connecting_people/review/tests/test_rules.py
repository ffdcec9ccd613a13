from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from connecting_people.guide.outcomes import OUTCOMES
from connecting_people.review import words
from connecting_people.review.record.content import SHOWS
from connecting_people.review.rules import (
    BEFORE_MEASURES,
    IN_PARTS,
    SHOWN_FROM,
    Choice,
    Heading,
    Part,
    Quarter,
    Share,
    Size,
    Worth,
    months_of,
    quarter_of,
    shown_together,
)

TODAY = date(2026, 11, 26)
QUARTERS = [Quarter(year, number) for year in (2024, 2025, 2026) for number in (1, 2, 3, 4)]
PEOPLE = st.dictionaries(st.sampled_from(QUARTERS), st.sets(st.integers(0, 30), max_size=12))


def test_a_quarter_is_three_months():
    assert quarter_of(date(2026, 1, 1)) == Quarter(2026, 1)
    assert quarter_of(date(2026, 3, 31)) == Quarter(2026, 1)
    assert quarter_of(date(2026, 12, 31)) == Quarter(2026, 4)
    assert months_of(Quarter(2026, 2), Quarter(2026, 4)) == (date(2026, 4, 1), date(2026, 12, 1))


def test_seven_are_not_shown_and_eight_are():
    third = Quarter(2026, 3)

    assert shown_together({third: range(7)}, TODAY) == []
    assert shown_together({third: range(8)}, TODAY) == [(third,)]


def test_nothing_of_the_quarter_that_runs_is_shown():
    assert shown_together({Quarter(2026, 4): range(20)}, TODAY) == []


def test_quarters_with_few_people_wait_and_are_shown_with_those_that_follow():
    first, second, third = (Quarter(2026, number) for number in (1, 2, 3))

    assert shown_together({first: range(5), second: range(5, 9), third: range(3)}, TODAY) == [(first, second)]


def test_one_person_who_shares_again_and_again_counts_once():
    assert shown_together({Quarter(2026, n): {"Asha"} | {f"{n}"} for n in (1, 2, 3)}, TODAY) == []


@given(PEOPLE)
def test_whatever_was_shared_each_run_that_is_shown_has_enough_people_and_none_is_shown_twice(people):
    runs = shown_together(people, TODAY)

    assert all(len(set().union(*(people[quarter] for quarter in run))) >= SHOWN_FROM for run in runs)
    shown = [quarter for run in runs for quarter in run]
    assert len(shown) == len(set(shown))
    assert all(quarter < quarter_of(TODAY) for quarter in shown)


@given(PEOPLE, st.integers(31, 60))
def test_one_more_person_now_changes_nothing_that_is_shown(people, newcomer):
    now = quarter_of(TODAY)

    assert shown_together({**people, now: {*people.get(now, ()), newcomer}}, TODAY) == shown_together(people, TODAY)


def test_every_word_of_the_rules_has_words_for_people():
    assert set(words.HEADINGS) == set(Heading)
    assert set(words.WORTHS) == set(Worth)
    assert set(words.CHOICES) == set(Choice)
    assert set(words.SHARES) == set(Share)
    assert set(words.PARTS) == set(words.SECTIONS) == set(words.EASY) == set(Part)
    assert set(words.SIZES) == set(Size)


def test_the_own_view_stands_before_all_that_is_measured():
    order = [*BEFORE_MEASURES, *(heading for heading in Heading if heading not in BEFORE_MEASURES)]

    assert order.index(Heading.ENOUGH) == 0
    assert order.index(Heading.ENOUGH) < order.index(Heading.GOALS) < order.index(Heading.MEASURES)


def test_no_outcome_is_given_a_number():
    assert Heading.OUTCOMES in IN_PARTS and Heading.OUTCOMES not in SHOWS
    assert not any(hasattr(one, "score") for one in OUTCOMES)
