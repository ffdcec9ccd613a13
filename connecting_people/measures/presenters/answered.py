"""What somebody answered, in words."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from connecting_people.core.london import day_of
from connecting_people.guide.words import StrOrPromise
from connecting_people.measures.queries.said import Told
from connecting_people.measures.rules import Mode, Rater
from connecting_people.measures.words import (
    MODES,
    RATERS,
    answer_words,
    result_words,
)
from connecting_people.partnership.models import Partnership


@dataclass(frozen=True)
class Who:
    """Whose answers these are."""

    name: str
    side: str


@dataclass(frozen=True)
class Said:
    """One question, and the answer in its own words."""

    question: str
    answer: str


@dataclass(frozen=True)
class InWords:
    """One scale in words."""

    title: str
    says: str


@dataclass(frozen=True)
class Answered:
    """One set of answers, as its page shows it."""

    id: UUID
    name: str
    side: str
    when: date
    how: StrOrPromise
    kept: bool
    words: str
    scores: tuple[InWords, ...]
    said: tuple[Said, ...]


def who_of(partnership: Partnership) -> dict[UUID, Who]:
    """Return everybody of a partnership by their place."""
    return {one.pk: Who(one.name, one.side) for one in partnership.everybody}


def answered(told: Told, who: Who) -> Answered:
    """Return one set of answers in words."""
    row = told.row
    return Answered(
        id=row.pk,
        name=who.name,
        side=who.side,
        when=day_of_answers(told),
        how=RATERS[Rater(row.rater)] if row.rater == Rater.OBSERVER else MODES[Mode(row.mode)],
        kept=bool(row.entry and row.entry.kept_by_id),
        words=row.entry.words if row.entry else row.words,
        scores=tuple(InWords(one.title, result_words(one, told.result(one))) for one in told.instrument.scores),
        said=tuple(
            Said(item.says, answer_words(item.responses, told.answers.get(item.id))) for item in told.instrument.items
        ),
    )


def day_of_answers(told: Told) -> date:
    """Return the day on which something was answered."""
    return told.row.entry.happened_date if told.row.entry else day_of(told.row.at)
