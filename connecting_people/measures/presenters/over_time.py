"""The same questions over time, and both voices beside each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from connecting_people.measures.presenters.answered import Answered, Who, answered, day_of_answers
from connecting_people.measures.queries.said import Told
from connecting_people.measures.rules import Instrument, Op, Score, nearest
from connecting_people.measures.words import (
    result_words,
    value_words,
)
from connecting_people.ui.plot import Plot, Point, Series, Words, drawn

FEW_LEVELS = 7


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
