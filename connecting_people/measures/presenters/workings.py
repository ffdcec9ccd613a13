"""How a result was worked out, for whoever asks."""

from dataclasses import dataclass

from connecting_people.measures.queries.said import Told
from connecting_people.measures.rules import Op, Score, band
from connecting_people.measures.words import (
    codes,
    formula,
    missing_rule,
    value_words,
)


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
