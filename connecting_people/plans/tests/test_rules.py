import math
from types import SimpleNamespace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant
from connecting_people.plans.models import Goal, GoalRating, GoalScale
from connecting_people.plans.presenters.numbers import Score, numbers_page
from connecting_people.plans.rules import NEXT, NEXT_KEPT, GoalState, Kept, Level, NoWeight, Scaled, t_score, weight

# GAS-01 to GAS-13 of the reference: levels, weights, T.
VECTORS = [
    ([-2, 0, -1, 2, 0, 1], [3, 5, 1, 4, 2, 6], 55.0),
    ([0, 0, 0], None, 50.0),
    ([-1, -1, -1], None, 36.3069),
    ([-2, -2, -2], None, 22.6139),
    ([2, 2, 2], None, 77.3861),
    ([1], None, 60.0),
    ([1, 1], None, 62.4035),
    ([0, 1, -1, 2], None, 57.2548),
    ([1, 1, 1, 1, 1], None, 65.0756),
    ([0, 1, -1], [6, 6, 1], 54.9556),
    ([-1, -1, -2], [2, 1, 3], 30.1706),
    ([0, 1, -1], [2, 1, 3], 45.5935),
    ([0, 1, -1], [4, 2, 6], 45.5935),
    ([1, 0], [1, 0], 60.0),
]
LEVELS = st.sampled_from(list(Level))
GOALS = st.lists(st.builds(Scaled, LEVELS, st.sampled_from([0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 9.0])), min_size=1)


def scaled(levels, weights=None):
    return [Scaled(Level(level), w) for level, w in zip(levels, weights or [1] * len(levels), strict=True)]


def slow(goals, rho=0.3):
    """Work T out from the covariances of the levels, each pair correlated by rho."""
    spread = sum(a.weight * b.weight * (1 if i == j else rho) for i, a in enumerate(goals) for j, b in enumerate(goals))
    return 50 + 10 * sum(goal.weight * goal.level for goal in goals) / math.sqrt(spread)


@pytest.mark.parametrize(("levels", "weights", "expected"), VECTORS)
def test_the_t_score_is_the_published_one(levels, weights, expected):
    assert t_score(scaled(levels, weights)) == pytest.approx(expected, abs=1e-4)


def test_a_change_is_worked_out_before_anything_is_rounded():
    start, now = (t_score(scaled(levels, [2, 1, 3])) for levels in ([-1, -1, -2], [0, 1, -1]))

    assert Score("service_user", "Asha", 3, start, now).change == pytest.approx(15.4228, abs=1e-4)  # GAS-11c


@pytest.mark.parametrize(
    ("goals", "points"), [(1, 10.0), (2, 6.2017), (3, 4.5644), (4, 3.6274), (5, 3.0151), (6, 2.582)]
)
def test_a_level_is_worth_less_the_more_goals_there_are(goals, points):
    assert t_score(scaled([1] + [0] * (goals - 1))) - 50 == pytest.approx(points, abs=1e-4)


@given(GOALS)
def test_the_t_score_is_that_of_the_covariances(goals):
    if any(goal.weight for goal in goals):
        assert t_score(goals) == pytest.approx(slow(goals))


@given(GOALS, st.floats(0.1, 50))
def test_scaling_the_weights_changes_nothing(goals, by):
    if any(goal.weight for goal in goals):
        heavier = [Scaled(goal.level, goal.weight * by) for goal in goals]
        assert t_score(heavier) == pytest.approx(t_score(goals))


@given(GOALS)
def test_one_more_level_up_never_lowers_it(goals):
    if any(goal.weight for goal in goals):
        higher = [Scaled(Level(min(goals[0].level + 1, 2)), goals[0].weight), *goals[1:]]
        assert t_score(higher) >= t_score(goals)


@given(GOALS, LEVELS)
def test_a_goal_that_weighs_nothing_is_left_out(goals, level):
    if any(goal.weight for goal in goals):
        assert t_score([*goals, Scaled(level, 0)]) == pytest.approx(t_score(goals))


def test_without_goals_there_is_no_score():
    assert t_score([]) is None


def test_goals_that_all_weigh_nothing_cannot_be_summed_up():
    with pytest.raises(NoWeight):
        t_score([Scaled(Level.MORE, 0)])


@pytest.mark.parametrize(
    ("importance", "difficulty", "expected"), [(None, None, 1), (3, None, 3), (2, 3, 6), (0, 3, 0)]
)
def test_what_was_not_weighed_counts_as_one(importance, difficulty, expected):
    assert weight(importance, difficulty) == expected


def test_every_state_leads_on():
    assert set(NEXT) == set(GoalState) and all(NEXT.values())
    assert set(NEXT_KEPT) == set(Kept) and all(NEXT_KEPT.values())


RATED = st.lists(st.tuples(LEVELS, st.sampled_from([None, 0, 1, 2, 3]), st.booleans()), max_size=6)


@given(RATED)
def test_a_goal_that_nobody_rated_counts_as_if_it_were_not_there(said):
    here = SimpleNamespace(pk=uuid4(), everybody=[Participant(name="Asha", part="service_user")])
    goals = [Goal(importance=importance, entry=Entry(line="Sing")) for _level, importance, _rated in said]
    scales = [GoalScale(goal=goal, start=-1) for goal in goals]
    entry = Entry(voice=here.everybody[0])
    pairs = zip(scales, said, strict=True)
    ratings = [GoalRating(scale=scale, entry=entry, level=level) for scale, (level, _, rated) in pairs if rated]
    kept = [goal for goal, (_, _, rated) in zip(goals, said, strict=True) if rated]
    of_kept = [scale for scale in scales if scale.goal in kept]

    assert numbers_page(here, goals, scales, ratings).scores == numbers_page(here, kept, of_kept, ratings).scores
