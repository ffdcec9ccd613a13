"""The T-score, for whoever asks: how it was worked out, and what it does not say."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from connecting_people.core.addresses import address
from connecting_people.partnership.models import Partnership
from connecting_people.plans.models import Goal, GoalRating, GoalScale
from connecting_people.plans.presenters.goals import place_of
from connecting_people.plans.rules import Level, NoWeight, Scaled, t_score, weight


@dataclass(frozen=True)
class Score:
    """One person's score over the goals that they rated, beside where those goals started."""

    side: str
    name: str
    goals: int
    start: float | None
    now: float | None

    @property
    def change(self) -> float | None:
        """Return how much it moved since the start, before rounding."""
        return None if self.now is None or self.start is None else self.now - self.start


@dataclass(frozen=True)
class Numbers:
    """The scores of all who rated, and why there is none where there is none."""

    scores: tuple[Score, ...]
    weighed: bool
    without: tuple[str, ...]  # whose goals all weigh nothing
    weightless: tuple[tuple[str, str], ...]  # those goals, each with the way to weigh it


def numbers_page(
    partnership: Partnership, goals: Iterable[Goal], scales: Iterable[GoalScale], ratings: Iterable[GoalRating]
) -> Numbers:
    """Work out the T-score of each who rated; a goal that they did not rate is left out of it, with its weight."""
    weights = {goal.pk: (weight(goal.importance, goal.difficulty), goal) for goal in goals}
    # Newest first, so that the level of the first words stays.
    starts = {scale.goal_id: Level(scale.start) for scale in scales}
    last: dict[UUID, dict[UUID, Level]] = {}
    for rating in ratings:
        last.setdefault(rating.entry.voice_id, {})[rating.scale.goal_id] = Level(rating.level)
    scores, without = [], []
    weightless: dict[UUID, Goal] = {}
    for voice_id, levels in last.items():
        voice = place_of(partnership, voice_id)
        now = [Scaled(level, weights[goal_id][0]) for goal_id, level in levels.items()]
        start = [Scaled(starts[goal_id], weights[goal_id][0]) for goal_id in levels]
        try:
            scores.append(Score(voice.side, voice.name, len(now), t_score(start), t_score(now)))
        except NoWeight:
            without.append(voice.name)
            weightless |= {goal_id: weights[goal_id][1] for goal_id in levels}
    weighed = any(goal.importance is not None or goal.difficulty is not None for _weight, goal in weights.values())
    ways = tuple((goal.entry.line, _way(partnership, goal)) for goal in weightless.values())
    return Numbers(tuple(scores), weighed, tuple(without), ways)


def _way(partnership: Partnership, goal: Goal) -> str:
    return address("plans:weigh", partnership_id=partnership.pk, goal_id=goal.pk)
