"""The states of a goal, the five levels of its scale, and the T-score of Goal Attainment Scaling."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final


class Sort(StrEnum):
    """What sort of goal it is (S3.1): one specific activity, or a general one with a plan."""

    ACTIVITY = "activity"
    GENERAL = "general"


class GoalState(StrEnum):
    """Where a goal stands. None is an end: dropping one is as good as any other, and each can be taken up again."""

    CURRENT = "current"
    RESTING = "resting"
    REACHED = "reached"
    LET_GO = "let_go"


NEXT: Final[Mapping[GoalState, frozenset[GoalState]]] = {
    state: frozenset(set(GoalState) - {state}) for state in GoalState
}


class Level(IntEnum):
    """The five levels of a Goal Attainment Scale, from much less than hoped to much more (Kiresuk and Sherman 1968)."""

    MUCH_LESS = -2
    LESS = -1
    HOPED = 0
    MORE = 1
    MUCH_MORE = 2


class Kept(StrEnum):
    """What became of an idea from the directory that somebody kept."""

    SHORTLISTED = "shortlisted"
    PUT_OFF = "put_off"
    OUTING = "outing"
    LET_GO = "let_go"


NEXT_KEPT: Final[Mapping[Kept, frozenset[Kept]]] = {
    Kept.SHORTLISTED: frozenset({Kept.PUT_OFF, Kept.OUTING, Kept.LET_GO}),
    Kept.PUT_OFF: frozenset({Kept.SHORTLISTED, Kept.OUTING, Kept.LET_GO}),
    Kept.OUTING: frozenset({Kept.SHORTLISTED}),
    Kept.LET_GO: frozenset({Kept.SHORTLISTED}),
}

HIGHEST_WEIGHT: Final = 3  # importance and difficulty, 0 to 3 each
RHO: Final = 0.3  # the usual correlation between goals
MEAN, SPREAD = 50.0, 10.0


@dataclass(frozen=True)
class Scaled:
    """One goal at one time: the level that was rated, and its weight (1 where nobody weighed it)."""

    level: Level
    weight: float = 1.0


class NoWeight(ValueError):
    """All goals weigh nothing, so that there is nothing to sum up."""


def weight(importance: int | None, difficulty: int | None) -> float:
    """Return a goal's weight: importance times difficulty, where one that was not said counts as 1."""
    return float((1 if importance is None else importance) * (1 if difficulty is None else difficulty))


def t_score(goals: Sequence[Scaled], rho: float = RHO) -> float | None:
    """Return the T-score of the goals that were rated; None where there are none. Raise NoWeight when all weigh 0.

    T = 50 + 10 Σ(wx) / sqrt((1 − ρ) Σw² + ρ (Σw)²), levels x from −2 to 2, weights w ≥ 0. Kiresuk TJ, Sherman RE.
    Community Ment Health J 1968;4:443-453.
    """
    if not goals:
        return None
    total = sum(goal.weight for goal in goals)
    if not total:
        raise NoWeight
    spread = (1 - rho) * sum(goal.weight**2 for goal in goals) + rho * total**2
    return MEAN + SPREAD * sum(goal.weight * goal.level for goal in goals) / math.sqrt(spread)
