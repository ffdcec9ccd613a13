"""One's own practice in words first, the number for whoever asks."""

from dataclasses import dataclass

from connecting_people.measures.rules import Answers, Instrument, score
from connecting_people.measures.words import answer_words, formula, result_words, value_words


@dataclass(frozen=True)
class Scale:
    """One part of the review: what it says in words, and the number with how it is worked out."""

    title: str
    says: str
    value: str
    low: str
    high: str
    formula: str


@dataclass(frozen=True)
class Said:
    """One question, and the answer in its own words; empty where it was left open."""

    question: str
    answer: str


@dataclass(frozen=True)
class Review:
    """The whole self-review."""

    instrument: Instrument
    scales: tuple[Scale, ...]
    said: tuple[Said, ...]


def review_page(instrument: Instrument, answers: Answers) -> Review:
    """Return a self-review, as its page shows it."""
    return Review(
        instrument=instrument,
        scales=tuple(_scale(instrument, answers, at) for at in range(len(instrument.scores))),
        said=tuple(Said(item.says, answer_words(item.responses, answers.get(item.id))) for item in instrument.items),
    )


def _scale(instrument: Instrument, answers: Answers, at: int) -> Scale:
    what = instrument.scores[at]
    result = score(what, answers)
    return Scale(
        title=what.title,
        says=result_words(what, result),
        value=value_words(result.value),
        low=value_words(what.low),
        high=value_words(what.high),
        formula=formula(what),
    )
