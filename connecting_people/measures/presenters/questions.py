"""The questions to think with that there are, and one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from connecting_people.core.addresses import address
from connecting_people.guide.steps import STEPS
from connecting_people.guide.words import StrOrPromise
from connecting_people.measures.presenters.answered import day_of_answers
from connecting_people.measures.queries.said import Told
from connecting_people.measures.queries.supply import Offered
from connecting_people.partnership.models import Partnership


@dataclass(frozen=True)
class Card:
    """One instrument in the list."""

    title: str
    about: str
    questions: int
    steps: tuple[tuple[int, StrOrPromise], ...]
    last: date | None
    href: str


@dataclass(frozen=True)
class QuestionsPage:
    """What belongs to the step that the reader comes from, and what else there is."""

    step: StrOrPromise
    here: tuple[Card, ...]
    others: tuple[Card, ...]


def questions_page(
    partnership: Partnership, offered: Iterable[Offered], told: Iterable[Told], step: int | None
) -> QuestionsPage:
    """Return all instruments with when they were last answered, as far as the reader sees it."""
    last = {one.row.instrument: day_of_answers(one) for one in told}
    cards = [(one, _card(partnership, one, last.get(one.instrument.id))) for one in offered]
    here = tuple(card for one, card in cards if step in one.instrument.steps)
    name = next((one.name for one in STEPS if one.number == step and here), "")
    return QuestionsPage(
        name, here if name else (), tuple(card for _one, card in cards if not name or card not in here)
    )


def _card(partnership: Partnership, one: Offered, last: date | None) -> Card:
    instrument = one.instrument
    return Card(
        title=instrument.title,
        about=instrument.about,
        questions=len(instrument.items),
        steps=tuple((step.number, step.name) for step in STEPS if step.number in instrument.steps),
        last=last,
        href=address("measures:instrument", partnership_id=partnership.pk, instrument=instrument.id),
    )
