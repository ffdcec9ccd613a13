"""What an instrument is, and how its answers become numbers: plain functions, sources beside each definition."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

# The value that was chosen, the values where several may be, or None for what was skipped: blank is not "no".
Answer = int | tuple[int, ...] | None
Answers = Mapping[str, Answer]


class Licence(StrEnum):
    """On what ground an instrument may be used."""

    OURS = "ours"
    OPEN = "open"
    AGENCY = "agency"


class Op(StrEnum):
    """How the answers of a scale become one number."""

    VALUE = "value"
    SUM = "sum"
    MEAN = "mean"
    COUNT = "count"
    TABLE = "table"


class Empty(StrEnum):
    """What a slot waits for: the words of its items, or everything."""

    NOTHING = ""
    WORDS = "words"
    ALL = "all"


class Mode(StrEnum):
    """How the questions were answered. As openers for a talk they are not answered here at all."""

    ALONE = "alone"
    TOGETHER = "together"


class Rater(StrEnum):
    """Who answers, where an instrument asks several about the same."""

    SERVICE_USER = "service_user"
    PRACTITIONER = "practitioner"
    OBSERVER = "observer"


class State(StrEnum):
    """Where an agency's own definition stands."""

    LOOKED_AT = "looked_at"
    USED = "used"
    ENDED = "ended"


NEXT: dict[State, frozenset[State]] = {
    State.LOOKED_AT: frozenset({State.USED}),
    State.USED: frozenset({State.ENDED}),
    State.ENDED: frozenset(),
}


@dataclass(frozen=True)
class Choice:
    """One answer that can be given. `aside` ("does not apply") and `paid` (a paid worker) are kept and not counted."""

    value: int
    says: str
    aside: bool = False
    paid: bool = False


@dataclass(frozen=True)
class Responses:
    """The answers to choose from; with `several`, any number of them, and none of them is "nobody"."""

    id: str
    choices: tuple[Choice, ...]
    several: bool = False

    @property
    def values(self) -> tuple[int, ...]:
        """Return the values that count."""
        return tuple(one.value for one in self.choices if not (one.aside or one.paid))

    def label(self, value: int) -> str:
        """Return the words of a choice."""
        return next((one.says for one in self.choices if one.value == value), "")


@dataclass(frozen=True)
class Item:
    """One question. `counts` are the values that count where a scale counts answers."""

    id: str
    says: str
    responses: Responses
    reversed: bool = False
    counts: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Band:
    """What those who published a scale call a part of its range."""

    id: str
    low: float
    high: float
    says: str


@dataclass(frozen=True)
class Score:
    """One scale of an instrument: which items, how, how many must be answered, and what more and less of it say."""

    id: str
    title: str
    items: tuple[Item, ...]
    op: Op
    needs: int
    low: float
    high: float
    up: str
    down: str
    bands: tuple[Band, ...] = ()
    bands_source: str = ""
    table: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True)
class Instrument:
    """A questionnaire as data: its questions, scales, source and licence, and what a result says and does not."""

    id: str
    version: int
    title: str
    about: str
    asks: str
    source: str
    credit: str
    licence: Licence
    terms: str
    steps: tuple[int, ...]
    raters: tuple[Rater, ...]
    means: str
    means_not: str
    items: tuple[Item, ...]
    scores: tuple[Score, ...]
    empty: Empty = Empty.NOTHING
    own_use: bool = False

    @property
    def is_resources(self) -> bool:
        """Say whether it asks through whom one could get something."""
        return any(item.responses.several for item in self.items)


@dataclass(frozen=True)
class Result:
    """The number of a scale, or None where too little was answered, and how many of its questions were."""

    value: float | None
    answered: int
    of: int


def number(item: Item, op: Op, answer: Answer) -> int | None:
    """Return what an answer counts in a scale, or None where it counts nothing: skipped, or put aside.

    A reversed item counts lowest + highest - value. Where several may be chosen, the item counts 1 as soon as one of
    them is no paid worker: several ways to one resource count once (vector RG-01).
    """
    if answer is None:
        return None
    values = item.responses.values
    if isinstance(answer, tuple):
        return int(any(value in values for value in answer))
    if answer not in values:
        return None
    if op == Op.COUNT:
        return int(answer in item.counts)
    return min(values) + max(values) - answer if item.reversed else answer


def score(what: Score, answers: Answers) -> Result:
    """Return the number of one scale for one set of answers.

    Sum, count and mean are over what was answered, if that is enough; a table turns the sum into another unit.
    """
    counted = [number(item, what.op, answers.get(item.id)) for item in what.items]
    given = [one for one in counted if one is not None]
    if len(given) < what.needs:
        return Result(None, len(given), len(what.items))
    total: float = sum(given)
    if what.op == Op.MEAN:
        total = total / len(given)
    elif what.op == Op.TABLE:
        total = dict(what.table)[int(total)]
    return Result(total, len(given), len(what.items))


def band(what: Score, value: float | None) -> Band | None:
    """Return the band in which a number lies, if the scale has bands."""
    if value is None:
        return None
    return next((one for one in what.bands if one.low <= value <= one.high), None)


def numbers(item: Item, op: Op) -> tuple[int, ...]:
    """Return every number that an item can count in a scale."""
    if item.responses.several:
        return (0, 1)
    found = {number(item, op, value) for value in item.responses.values}
    return tuple(sorted(one for one in found if one is not None))


def sums(what: Score) -> tuple[int, int]:
    """Return the least and the greatest sum of a scale when everything is answered."""
    every = [numbers(item, what.op) for item in what.items]
    return sum(one[0] for one in every), sum(one[-1] for one in every)


def reach(what: Score) -> tuple[float, float]:
    """Return the least and the greatest number that a scale can come to when everything is answered."""
    least, most = sums(what)
    if what.op == Op.MEAN:
        return least / len(what.items), most / len(what.items)
    if what.op == Op.TABLE:
        values = [value for _, value in what.table]
        return min(values), max(values)
    return least, most


def nearest(what: Score, value: float) -> Choice | None:
    """Return the answer that lies nearest to what was said on the whole, where all items are answered alike.

    A sum is brought back to one item by its number of items; of two that are as near, the lower one.
    """
    first = what.items[0].responses
    alike = all(item.responses == first and not item.reversed for item in what.items)
    if not alike or first.several or what.op not in (Op.VALUE, Op.SUM, Op.MEAN):
        return None
    one = value / len(what.items) if what.op == Op.SUM else value
    return min(
        (choice for choice in first.choices if not choice.aside),
        key=lambda choice: (abs(choice.value - one), choice.value),
    )


@dataclass(frozen=True)
class Resource:
    """Something that one could get: whether anybody was named, through what kinds of people, and through whom."""

    item: Item
    answered: bool
    kinds: tuple[Choice, ...]
    people: tuple[str, ...]

    @property
    def available(self) -> bool:
        """Say whether somebody who is not paid for it could help."""
        return bool(self.people) or any(not kind.paid for kind in self.kinds)


def hangs_on(resources: tuple[Resource, ...]) -> dict[str, tuple[Item, ...]]:
    """Return, for each person on the map on whom something hangs alone, what that is.

    Something hangs on one person when they are the only one named by name, and no further kind of person than one.
    """
    found: dict[str, tuple[Item, ...]] = {}
    for one in resources:
        unpaid = [kind for kind in one.kinds if not kind.paid]
        if len(one.people) == 1 and len(unpaid) <= 1:
            found[one.people[0]] = (*found.get(one.people[0], ()), one.item)
    return found
