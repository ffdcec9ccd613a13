"""What may be told of a group of people, and what is hidden so that nothing is told of a few (decision 11)."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from connecting_people.core.small_numbers import FEWEST, told


@dataclass(frozen=True)
class Middle:
    """Where the middle of a group lies: on one mark of a scale, or between two.

    `people` is rounded; `each` is how many gave each mark as far as that is told, where there is more than the middle.
    """

    people: int
    low: int
    high: int
    each: tuple[int, ...] = ()


def middle_of_marks(counts: Sequence[int]) -> Middle | None:
    """Return the middle of marks of which `counts` people gave each, the lowest first; None where they are few."""
    people = sum(counts)
    if people < FEWEST:
        return None
    ranks = [rank for rank, count in enumerate(counts) for _one in range(count)]
    return Middle(told(people), ranks[(people - 1) // 2], ranks[people // 2], tuple(told(count) for count in counts))


def middle_of_numbers(numbers: Sequence[float]) -> Middle | None:
    """Return the mean of numbers to the nearest half, as a mark or between two; None where they are few."""
    if len(numbers) < FEWEST:
        return None
    halves = math.floor(math.fsum(numbers) / len(numbers) * 2 + 0.5)
    return Middle(told(len(numbers)), halves // 2, (halves + 1) // 2)


def parts_told(sizes: Mapping[UUID | None, int]) -> frozenset[UUID]:
    """Return of which teams something may be told beside the agency as a whole; None holds whoever is in no team.

    Whoever takes the teams that are told from the whole is left with nobody, or with enough people to hide among.
    Where too few would be left, the smallest team that could be told is hidden with them.
    """
    shown = {team: size for team, size in sizes.items() if team and size >= FEWEST}
    left = sum(sizes.values()) - sum(shown.values())
    if shown and 0 < left < FEWEST:
        del shown[min(shown, key=lambda team: (shown[team], team))]
    return frozenset(shown)
