"""Many sets of answers scored at once, for reports and research; no page imports it.

Each answer is looked up in a table of what it counts, so that reversing, counting and leaving out cost nothing more.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from connecting_people.measures.rules import Answer, Answers, Instrument, Item, Op, Score, number

Coded = NDArray[np.int16]
Numbers = NDArray[np.float64]


def coded(instrument: Instrument, sets: Iterable[Answers]) -> Coded:
    """Return sets of answers as an array, a row a set and a column an item; 0 stands for what was skipped.

    One answer is its value and 1; several are their values as bits, and 1.
    """
    rows = [[_code(item, answers.get(item.id)) for item in instrument.items] for answers in sets]
    return np.array(rows, dtype=np.int16).reshape(len(rows), len(instrument.items))


def score_many(instrument: Instrument, what: Score, answers: Coded) -> Numbers:
    """Return the number of one scale for each row; NaN where too little was answered."""
    places = {item.id: place for place, item in enumerate(instrument.items)}
    total = np.zeros(len(answers))
    given = np.zeros(len(answers), dtype=np.int16)
    for item in what.items:
        values, counts = _looked_up(item, what.op)
        column = answers[:, places[item.id]]
        total += values[column]
        given += counts[column]
    enough = given >= what.needs
    if what.op == Op.MEAN:
        total = total / np.maximum(given, 1)
    elif what.op == Op.TABLE:
        total = _turned(what, total, enough)
    return np.where(enough, total, np.nan)


def _code(item: Item, answer: Answer) -> int:
    if answer is None:
        return 0
    if isinstance(answer, tuple):
        order = [choice.value for choice in item.responses.choices]
        return 1 + sum(1 << order.index(value) for value in answer)
    return 1 + answer


def _looked_up(item: Item, op: Op) -> tuple[Numbers, NDArray[np.int16]]:
    """Return what each code counts, and whether it counts at all."""
    choices = item.responses.choices
    answers: list[Answer] = [None]
    if item.responses.several:
        answers += [
            tuple(choice.value for place, choice in enumerate(choices) if bits >> place & 1)
            for bits in range(1 << len(choices))
        ]
    else:
        answers += list(range(max(choice.value for choice in choices) + 1))
    found = [number(item, op, answer) for answer in answers]
    counts = np.array([one is not None for one in found], dtype=np.int16)
    return np.array([one or 0 for one in found], dtype=np.float64), counts


def _turned(what: Score, total: Numbers, enough: NDArray[np.bool_]) -> Numbers:
    first = what.table[0][0]
    by_sum = np.array([value for _, value in what.table])
    found: Numbers = by_sum[np.where(enough, total - first, 0).astype(np.int64)]
    return found
