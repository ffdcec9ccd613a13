"""How practitioners of an agency or a team see their own practice, added up as far as that may be told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from connecting_people.core.london import LONDON, day_of
from connecting_people.culture.hiding import Middle, middle_of_numbers, parts_told
from connecting_people.culture.quarters import after, over, quarter_of
from connecting_people.measures.answering import read_back
from connecting_people.measures.instruments import PRACTICE, latest, shipped
from connecting_people.measures.models import AnswerSet
from connecting_people.measures.rules import Score, score
from connecting_people.people.models import Agency, Team

Numbers = dict[str, dict[UUID | None, list[float]]]  # by scale and team


@dataclass(frozen=True)
class Profile:
    """One scale over the quarters of which anything may be told."""

    scale: Score
    middles: Mapping[date, Middle]


def profile(agency: Agency, team: Team | None, today: date) -> list[Profile]:
    """Return each scale over time for an agency or one of its teams; what would tell of a few is left out.

    Each person counts once in a quarter, with what they said last in it and where they worked then.
    """
    scales = latest()[PRACTICE].scores
    numbers = _numbers(agency, over(today), scales)
    return [Profile(one, _middles({quarter: by[one.id] for quarter, by in numbers.items()}, team)) for one in scales]


def _middles(by_quarter: Mapping[date, Mapping[UUID | None, list[float]]], team: Team | None) -> dict[date, Middle]:
    found = {quarter: _middle(by_team, team) for quarter, by_team in by_quarter.items()}
    return {quarter: middle for quarter, middle in found.items() if middle}


def _middle(by_team: Mapping[UUID | None, list[float]], team: Team | None) -> Middle | None:
    if team is None:
        return middle_of_numbers([one for numbers in by_team.values() for one in numbers])
    shown = parts_told({one: len(numbers) for one, numbers in by_team.items()})
    return middle_of_numbers(by_team[team.pk]) if team.pk in shown else None


def _numbers(agency: Agency, quarters: tuple[date, ...], scales: Iterable[Score]) -> dict[date, Numbers]:
    """Return what people came to on each scale, by quarter and team, in two queries.

    Whoever looks again in a quarter and does not want that counted is not counted with what they said before.
    """
    rows = AnswerSet.objects.filter(
        agency=agency,
        instrument=PRACTICE,
        subject__isnull=False,
        beside=None,
        at__gte=_begin(quarters[-1]),
        at__lt=_begin(after(quarters[0])),
    )
    last: dict[tuple[date, Any], tuple[Any, ...]] = {}
    for subject, at, *rest in rows.order_by("at", "pk").values_list("subject", "at", "pk", "team", "version"):
        last[quarter_of(day_of(at)), subject] = tuple(rest)
    answers = dict(rows.filter(counted=True).values_list("pk", "answers"))
    found: dict[date, Numbers] = {}
    for (quarter, _subject), (pk, team, version) in last.items():
        by = found.setdefault(quarter, {one.id: {} for one in scales})
        for scale, number in _scored(version, answers[pk], scales) if pk in answers else ():
            by[scale].setdefault(team, []).append(number)
    return found


def _scored(version: int, answers: str, scales: Iterable[Score]) -> Iterable[tuple[str, float]]:
    """Score answers with the version that was seen; another range is another scale."""
    said = read_back(answers)
    seen = {one.id: one for one in shipped()[PRACTICE, version].scores}
    for scale in scales:
        own = seen.get(scale.id)
        value = score(own, said).value if own and (own.low, own.high) == (scale.low, scale.high) else None
        if value is not None:
            yield scale.id, value


def _begin(quarter: date) -> datetime:
    return datetime.combine(quarter, time.min, LONDON)
