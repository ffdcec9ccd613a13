from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.introductions import kernel
from connecting_people.introductions.rules import (
    REACHES,
    Need,
    Seeker,
    best,
    flat,
    matches,
    rarity,
    suits,
)

ASHA = Seeker("asha", frozenset({"walking", "chess"}), 0.0, 0.0, 5)
HANA = Seeker("hana", frozenset({"walking", "films"}), 3.0, 0.0, 5)


def test_two_suit_each_other_within_the_shorter_reach():
    assert suits(ASHA, HANA)
    assert not suits(ASHA, replace(HANA, reach_km=1))
    assert not suits(replace(HANA, reach_km=1), ASHA)


def test_two_suit_each_other_only_with_a_day_in_common():
    assert suits(replace(ASHA, days=0b11), replace(HANA, days=0b10))
    assert not suits(replace(ASHA, days=0b01), replace(HANA, days=0b10))


@pytest.mark.parametrize(
    ("one", "other", "right"),
    [
        (Need.SIGNS, 0, False),
        (Need.SIGNS, Need.SIGNS, True),
        (Need.BRINGS_DOG, Need.NO_DOGS, False),
        (Need.BRINGS_DOG, Need.BRINGS_DOG, True),
        (Need.STEP_FREE, Need.QUIET, True),
    ],
)
def test_needs_say_who_can_be_together_either_way_round(one, other, right):
    assert suits(replace(ASHA, needs=one), replace(HANA, needs=other)) == right
    assert suits(replace(ASHA, needs=other), replace(HANA, needs=one)) == right


def test_the_best_share_most_and_the_nearer_comes_first():
    people = [
        ASHA,
        replace(HANA, id="near", x=1.0),
        replace(HANA, id="far", x=4.0),
        replace(HANA, id="both", interests=ASHA.interests, x=4.5),
    ]

    assert best(people)[0] == [3, 1, 2]
    assert best(people, 1)[0] == [3]


def test_a_pair_meets_over_the_rarest_of_what_both_like():
    both = frozenset({"walking", "chess"})
    people = [
        replace(ASHA, interests=both),
        replace(HANA, interests=both),
        Seeker("jo", frozenset({"walking"}), 9, 9, 1),
    ]

    (found,) = matches(people, best(people), frozenset())

    assert (found.one, found.other, found.interest) == (0, 1, "chess")


def test_each_is_brought_together_with_one_other_at_most_and_never_twice_with_the_same():
    people = [ASHA, HANA, replace(HANA, id="jo", x=3.5)]

    (first,) = matches(people, best(people), frozenset())
    (second,) = matches(people, best(people), frozenset({frozenset({"hana", "jo"})}))

    assert {first.one, first.other} == {1, 2}
    assert {second.one, second.other} == {0, 1}


def test_rarity_orders_by_how_many_like_it():
    assert rarity([ASHA, HANA]) == ["chess", "films", "walking"]


def test_a_degree_of_latitude_is_some_111_km_on_the_flat_map():
    (x, y), (_, further) = flat(52.0, 0.0, 52.0), flat(53.0, 0.0, 52.0)

    assert x == 0
    assert further - y == pytest.approx(111.19, abs=0.01)


def world(seed: int, size: int, kinds: int, apart: float) -> list[Seeker]:
    """Return people by lot; some share a point, so that nearness decides nothing."""
    lot = Random(seed)
    return [
        Seeker(
            number,
            frozenset(f"{lot.randrange(kinds):03}" for _ in range(lot.randint(1, 9))),
            lot.choice([0.0, lot.uniform(-apart, apart)]),
            lot.choice([0.0, lot.uniform(-apart, apart)]),
            lot.choice(REACHES),
            lot.randint(1, 127),
            lot.choice([0, 0, 0, lot.randrange(32)]),
        )
        for number in range(size)
    ]


@given(st.integers(0, 10**9), st.integers(0, 60), st.sampled_from([3, 69, 200]), st.sampled_from([2.0, 40.0]))
def test_the_kernel_finds_what_looking_at_everybody_finds(seed, size, kinds, apart):
    people = world(seed, size, kinds, apart)

    assert kernel.best(people, 4) == best(people, 4)


def test_the_kernel_finds_it_among_many():
    people = world(7, 1500, 40, 30.0)

    assert kernel.best(people) == best(people)
