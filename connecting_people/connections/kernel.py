"""The measures of a hundred thousand maps at once, compiled, over snapshots as `packed` writes them.

For reports alone: no page imports this file, nor numpy, nor numba. `measures` and `change` say the same of one map.
"""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from os import cpu_count
from typing import Any

import numpy as np

from connecting_people.connections import compiled
from connecting_people.connections.compiled import NAMES
from connecting_people.connections.measures import APART
from connecting_people.connections.packed import KINDS, OTHER_KIND
from connecting_people.connections.rules import MOST_RINGS

COUNTS = (*(f"ring {ring}" for ring in range(1, MOST_RINGS + 1)), *KINDS, OTHER_KIND, *APART)


@dataclass(frozen=True)
class Measured:
    """One row for each snapshot: `values` by NAMES, NaN where undefined, and `counts` by COUNTS."""

    values: "np.ndarray[Any, np.dtype[np.float64]]"
    counts: "np.ndarray[Any, np.dtype[np.uint16]]"

    def of(self, name: str) -> "np.ndarray[Any, Any]":
        """Return one measure or one count over all snapshots."""
        return self.values[:, NAMES.index(name)] if name in NAMES else self.counts[:, COUNTS.index(name)]


def measure(snapshots: Iterable[bytes], at_once: int = 4096, threads: int = cpu_count() or 1) -> Measured:
    """Measure all snapshots, some thousand at a time so that reading goes on meanwhile and what is read stays at hand.

    A snapshot that follows another of the same owner also gets what changed since: order them by owner and day.
    """
    waiting = iter(snapshots)
    parts: list[Future[Measured]] = []
    before = b""
    with ThreadPoolExecutor(threads) as pool:
        while some := list(islice(waiting, at_once)):
            parts.append(pool.submit(_measure_after, before, some))
            before = some[-1]
    done = [part.result() for part in parts]
    if not done:
        return measure_packed(b"", threads=1)
    return Measured(np.concatenate([part.values for part in done]), np.concatenate([part.counts for part in done]))


def _measure_after(before: bytes, snapshots: list[bytes]) -> Measured:
    """Measure some; the one before them is there only for what changed since."""
    found = measure_packed(b"".join([before, *snapshots]), threads=1)
    return Measured(found.values[bool(before) :], found.counts[bool(before) :])


def measure_packed(packed: bytes, threads: int = cpu_count() or 1) -> Measured:
    """Measure snapshots that stand one behind the other in memory."""
    words = np.frombuffer(packed, dtype="<u8")
    starts = np.empty(len(words) // 3, np.int64)
    count = compiled.begins(words, starts)
    if count < 0:
        raise ValueError("a snapshot of another version")
    values, counts = np.empty((count, len(NAMES))), np.empty((count, len(COUNTS)), np.uint16)
    edges = [count * part // threads for part in range(threads + 1)]

    def fill(part: int) -> None:
        compiled.measure(words, words.view("<u4"), starts, values, counts, edges[part], edges[part + 1])

    if threads == 1:
        fill(0)
    else:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(fill, range(threads)))
    return Measured(values, counts)
