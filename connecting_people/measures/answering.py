"""How answers are stored and read back, and which of them belong to which question."""

import json
from collections.abc import Mapping

from django.utils.translation import gettext as _

from connecting_people.core.troubles import Trouble
from connecting_people.measures.rules import Answer, Answers, Instrument, Item


class MeasuresError(Trouble):
    """Something about questions and answers cannot be done; the message says how to mend it."""


class NothingAnswered(MeasuresError):
    """Every question was left open."""


class NoSuchAnswer(MeasuresError):
    """An answer is none of those that could be given."""


def stored(instrument: Instrument, answers: Answers) -> str:
    """Return answers as they are stored; raise where one is none of those that could be given, or all are missing."""
    items = {item.id: item for item in instrument.items}
    given = {id: one for id, one in answers.items() if one is not None}
    if not all(id in items and _belongs(items[id], one) for id, one in given.items()):
        raise NoSuchAnswer(_("One of the answers does not belong to its question. Look at it again."))
    if not given:
        raise NothingAnswered(_("Answer one question at least; all the others can stay open."))
    return json.dumps({id: list(one) if isinstance(one, tuple) else one for id, one in given.items()})


def read_back(text: str) -> Mapping[str, Answer]:
    """Return the answers that `stored` wrote."""
    return {id: tuple(one) if isinstance(one, list) else one for id, one in json.loads(text).items()}


def _belongs(item: Item, answer: Answer) -> bool:
    values = {choice.value for choice in item.responses.choices}
    several = isinstance(answer, tuple)
    given = answer if isinstance(answer, tuple) else (answer,)
    return several == item.responses.several and set(given) <= values
