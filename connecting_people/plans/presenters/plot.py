"""Where each saw a goal over time, as a picture with the same as a table."""

from collections.abc import Iterable
from uuid import UUID

from connecting_people.partnership.models import Partnership
from connecting_people.plans.models import GoalRating, GoalScale
from connecting_people.plans.presenters.goals import place_of
from connecting_people.plans.rules import Level
from connecting_people.plans.words import LEVELS
from connecting_people.ui.plot import Plot, Point, Series, drawn


def plot(partnership: Partnership, scales: Iterable[GoalScale], ratings: Iterable[GoalRating]) -> Plot | None:
    """Return where a goal started and where each saw it since, by day; None where nobody rated it."""
    begun = list(scales)
    if not begun:
        return None
    told: dict[UUID, list[Point]] = {}
    for one in ratings:
        point = Point(one.entry.happened_date, one.level, LEVELS[Level(one.level)])
        told.setdefault(one.entry.voice_id, []).append(point)
    first = begun[-1]
    begin = Point(first.entry.happened_date, first.start, LEVELS[Level(first.start)])
    voices = [(place_of(partnership, voice_id), points) for voice_id, points in told.items()]
    return drawn(list(LEVELS.items()), [Series(one.side, one.name, tuple(points), begin) for one, points in voices])
