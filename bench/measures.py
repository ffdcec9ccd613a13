"""Scoring many sets of answers at once beside one by one, and a change chart beside matplotlib's of the same."""

import io
import random
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from bench.rows import Row, setup

setup()

import numpy as np  # noqa: E402
from django.template import engines  # noqa: E402

from connecting_people.measures import kernel  # noqa: E402
from connecting_people.measures.instruments import latest  # noqa: E402
from connecting_people.measures.presenters.over_time import levels  # noqa: E402
from connecting_people.measures.rules import Answers, Instrument, Score, score  # noqa: E402
from connecting_people.ui.plot import Point, Series, drawn  # noqa: E402

SETS, ROUNDS, DAYS, WANTED = 100_000, 5, 12, 300


def rows() -> list[Row]:
    """Return how long it takes to score each shipped measure, and to draw a chart beside the peer."""
    return [*(_scoring(one) for one in latest().values() if one.scores), _chart()]


def _scoring(instrument: Instrument) -> Row:
    """Score in turn at once and one by one, every scale of an instrument; see that they come to the same."""
    sets = _sets(instrument)
    began = time.perf_counter()
    coded = kernel.coded(instrument, sets)
    reading = (time.perf_counter() - began) * 1000
    together, alone = [], []
    for _ in range(ROUNDS):
        together.append(_milliseconds(lambda: _at_once(instrument, coded)))
    for _ in range(2):
        alone.append(_milliseconds(lambda: _one_by_one(instrument, sets)))
    for what in instrument.scores:
        ours = kernel.score_many(instrument, what, coded[:1000])
        theirs = [_number(what, answers) for answers in sets[:1000]]
        assert np.allclose(ours, theirs, equal_nan=True), what.id
    fast, slow = statistics.median(together), min(alone)
    said = (
        f"{fast:.0f} ms at once, {slow:,.0f} ms one by one ({slow / fast:.0f} times); {reading:.0f} ms to read them in"
    )
    scales = f"{len(instrument.scores)} scales" if len(instrument.scores) > 1 else "1 scale"
    return f"{SETS:,} sets of {instrument.id}, {len(instrument.items)} items, {scales}", said


def _sets(instrument: Instrument) -> list[Answers]:
    chance = random.Random(instrument.id)
    return [
        {
            item.id: None
            if chance.random() < 0.1
            else tuple(c.value for c in item.responses.choices if chance.random() < 0.3)
            if item.responses.several
            else chance.choice(item.responses.choices).value
            for item in instrument.items
        }
        for _ in range(SETS)
    ]


def _at_once(instrument: Instrument, coded: Any) -> list[Any]:
    return [kernel.score_many(instrument, what, coded) for what in instrument.scores]


def _one_by_one(instrument: Instrument, sets: list[Answers]) -> list[Any]:
    return [[score(what, answers) for answers in sets] for what in instrument.scores]


def _number(what: Score, answers: Answers) -> float:
    value = score(what, answers).value
    return float("nan") if value is None else value


def _chart() -> Row:
    what = latest()["social_contact"].scores[0]
    chance, begin = random.Random(7), date(2024, 1, 8)
    told = {
        name: [(begin + timedelta(days=30 * n), chance.uniform(0, 3)) for n in range(DAYS)] for name in ("Asha", "Ben")
    }
    # A page imports the template once, however many charts it draws.
    picture = engines["jinja2"].env.get_template("ui/components/plot.html").module.plot_picture

    def ours() -> int:
        series = [
            Series(side, name, tuple(Point(day, value, f"{value:.2f}") for day, value in told[name]))
            for side, name in (("service_user", "Asha"), ("practitioner", "Ben"))
        ]
        return len(picture(drawn(levels(what), series), "Company over time"))

    named = f"change chart as SVG, two people, {DAYS} times each"
    peer = _peer(told, levels(what))
    if peer is None:
        return named, f"{_milliseconds(ours):.2f} ms; matplotlib is absent here"
    ours(), peer()
    ratios, mine = [], []
    for _ in range(9):
        took = _milliseconds(lambda: [ours() for _ in range(100)]) / 100
        mine.append(took)
        ratios.append(_milliseconds(peer) / took)
    times = f"{statistics.median(ratios):.0f} times matplotlib ({min(ratios):.0f} to {max(ratios):.0f})"
    return named, f"{statistics.median(mine):.2f} ms; {times}, wanted {WANTED}"


def _peer(told: dict[str, list[tuple[date, float]]], named: list[Any]) -> Callable[[], int] | None:
    try:
        import matplotlib  # type: ignore[import-not-found, unused-ignore]
    except ImportError:
        return None
    matplotlib.use("svg")
    from matplotlib import pyplot

    def theirs() -> int:
        figure, axes = pyplot.subplots(figsize=(6.4, 2.6))
        for (name, points), mark in zip(told.items(), "os", strict=True):
            axes.plot([day for day, _ in points], [value for _, value in points], marker=mark, label=name)
        axes.set_yticks([value for value, _ in named], [str(name) for _, name in named])
        axes.legend()
        sheet = io.StringIO()
        figure.savefig(sheet, format="svg")
        pyplot.close(figure)
        return len(sheet.getvalue())

    return theirs


def _milliseconds(run: Callable[[], object]) -> float:
    begin = time.perf_counter()
    run()
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    for what, figure in rows():
        print(f"{what}: {figure}")
