"""Results in words, first to the person; the number with its workings for whoever asks; and all of it over time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.core.london import day_of
from connecting_people.guide.words import StrOrPromise
from connecting_people.measures.queries import Told
from connecting_people.measures.rules import Instrument, Mode, Op, Rater, Score, band, nearest
from connecting_people.measures.words import (
    MODES,
    RATERS,
    answer_words,
    codes,
    formula,
    missing_rule,
    result_words,
    value_words,
)
from connecting_people.partnership.models import Partnership
from connecting_people.ui.plot import Plot, Point, Series, Words, drawn

FEW_LEVELS = 7


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


@dataclass(frozen=True)
class Working:
    """One scale as a number, with how it came about."""

    title: str
    value: str
    low: str
    high: str
    up: str
    down: str
    band: str
    bands_source: str
    bands: tuple[str, ...]
    formula: str
    missing: str
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Beside:
    """One scale as each saw it last."""

    title: str
    cells: tuple[str, ...]
    differ: bool


@dataclass(frozen=True)
class Over:
    """One scale over time."""

    title: str
    plot: Plot


@dataclass(frozen=True)
class OverTime:
    """What was said to one instrument so far."""

    voices: tuple[Who, ...]
    beside: tuple[Beside, ...]
    plots: tuple[Over, ...]
    sets: tuple[Answered, ...]


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


def workings(told: Told) -> tuple[Working, ...]:
    """Return each scale as a number, with the source of its bands and the way it is worked out."""
    return tuple(_working(what, told) for what in told.instrument.scores)


def _working(what: Score, told: Told) -> Working:
    value = told.result(what).value
    found = band(what, value)
    return Working(
        title=what.title,
        value=value_words(value),
        low=value_words(what.low),
        high=value_words(what.high),
        up=what.up,
        down=what.down,
        band=found.says if found else "",
        bands_source=what.bands_source,
        bands=tuple(f"{value_words(one.low)}–{value_words(one.high)}: {one.says}" for one in what.bands),
        formula=formula(what),
        missing=missing_rule(what),
        codes=tuple((item.says, codes(item)) for item in what.items) if what.op != Op.COUNT else (),
    )


def over_time(sets: Sequence[tuple[Told, Who]]) -> OverTime:
    """Return what was said so far: what each said last side by side, each scale by day, and every set newest first."""
    voices = tuple(dict.fromkeys(who for _told, who in sets))
    if not sets:
        return OverTime((), (), (), ())
    newest = sets[-1][0].instrument
    last = {who: told for told, who in sets}
    beside = tuple(_beside(what, [last[who] for who in voices]) for what in newest.scores)
    plots = [(what.title, _plot(what, sets, voices)) for what in newest.scores] if not newest.is_resources else []
    return OverTime(
        voices=voices,
        beside=beside,
        plots=tuple(Over(title, plot) for title, plot in plots if plot and _is_over_time(plot)),
        sets=tuple(answered(told, who) for told, who in reversed(sets)),
    )


def _is_over_time(plot: Plot) -> bool:
    names = [row.name for row in plot.rows]
    return len(set(names)) < len(names)


def _beside(what: Score, told: Iterable[Told]) -> Beside:
    cells, seen = [], set()
    for one in told:
        own = same(what, one.instrument)
        result = one.result(own) if own else None
        cells.append(result_words(own, result) if own and result else _("Not asked then"))
        if own and result and result.value is not None:
            seen.add(nearest(own, result.value) or result.value)
    return Beside(what.title, tuple(cells), len(seen) > 1)


def same(what: Score, instrument: Instrument) -> Score | None:
    """Return the scale of the same name in another version of an instrument."""
    return next((one for one in instrument.scores if one.id == what.id), None)


def _plot(what: Score, sets: Sequence[tuple[Told, Who]], voices: Iterable[Who]) -> Plot | None:
    points: dict[Who, list[Point]] = {who: [] for who in voices}
    for told, who in sets:
        own = same(what, told.instrument)
        # Another version with another range lies on another scale.
        if own is None or (own.low, own.high) != (what.low, what.high):
            continue
        result = told.result(own)
        if result.value is not None:
            says = f"{result_words(own, result)} ({value_words(result.value)})"
            points[who].append(Point(day_of_answers(told), result.value, says))
    return drawn(levels(what), [Series(who.side, who.name, tuple(told)) for who, told in points.items()])


def levels(what: Score) -> list[tuple[float, Words]]:
    """Return the lines of a scale's picture from the top: its answers where they are few, else ends and middle."""
    first = what.items[0].responses
    middle = (what.low + what.high) / 2
    if nearest(what, middle) is None:
        return [(value, value_words(value)) for value in (what.high, middle, what.low)]
    times = len(what.items) if what.op == Op.SUM else 1
    named = [(one.value * times, one.says) for one in first.choices if not one.aside]
    if len(named) > FEW_LEVELS:
        named = [named[0], named[len(named) // 2], named[-1]]
    return sorted(named, reverse=True)
