"""The diagram of the model: how long it takes to draw and to write, and how large it is."""

import timeit
from collections.abc import Callable

from bench.rows import Row, setup

setup()

from connecting_people.guide.standalone import svg  # noqa: E402


def rows() -> list[Row]:
    """Return a row for each layout, each drawn and written anew."""
    found = []
    for layout in ("wide", "narrow", "glance"):
        size = len(_write(layout)().encode()) / 1000
        found.append((f"diagram, {layout}, as SVG", f"{_best(_write(layout)):.2f} ms, {size:.0f} KB"))
    return found


def _write(layout: str) -> Callable[[], str]:
    return lambda: svg(palette="colour", title="The Connecting People model", layout=layout)


def _best(act: Callable[[], object]) -> float:
    """Return milliseconds of the fastest of five runs of a hundred."""
    return min(timeit.repeat(act, number=100, repeat=5)) * 10
