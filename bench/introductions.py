"""Who fits whom, exactly, beside numpy, a k-d tree and a polars join: `python -m bench.introductions`.

BENCH_SEEKERS=2000,20000 makes it short. 200 interests (Zipf 0.8), 3 to 12 each, 450 towns of fixed area, 10 km; best is
who shares most, then who is nearest. All are compared, and a peer that would take too long is timed on a
sample of people. One person alone is asked of SQLite, as an index of (interest, cell) keeps it and as models would.
"""

import math
import os
import sqlite3
import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from bench import introduction_peers as peers
from connecting_people.introductions import kernel
from connecting_people.introductions.kernel import People

SIZES = [int(size) for size in os.environ.get("BENCH_SEEKERS", "10000,100000,1000000").split(",")]
INTERESTS, TOWNS, ACROSS, REACH, BEST = 200, 450, 600.0, 10.0, 10
SAMPLE, ASKED, TURNS = 200, 60, 5
PEERS = ("numpy", "k-d tree", "polars")
Found = dict[str, Any]


def main() -> Found:
    """Invent people, compare every engine, and time them."""
    kernel.nearest(invented(500), BEST)  # compiled before it is timed
    found: Found = {"all": {}}
    for size in SIZES:
        found["all"][size] = _all(invented(size), size)
    found["growth"] = growth([(size, one["ours"]) for size, one in found["all"].items()])
    middle = SIZES[len(SIZES) // 2]
    found["one"] = {"people": middle, **_one(invented(middle))}
    return found


def invented(count: int, seed: int = 1) -> People:
    """Return invented people, the same for the same number and seed."""
    lot = np.random.default_rng(seed)
    chance = 1 / np.arange(1, INTERESTS + 1) ** 0.8
    # The most likely ones first by the exponential race: as many as each has, none twice.
    race = lot.exponential(size=(count, INTERESTS)).astype(np.float32) / chance.astype(np.float32)
    many = lot.integers(3, 13, count)
    first = np.argpartition(race, 12, axis=1)[:, :13]
    del race
    lot.permuted(first, axis=1, out=first)
    has = np.arange(13) < many[:, None]
    person, interest = np.nonzero(has)[0], first[has]
    often = np.bincount(interest, minlength=INTERESTS)
    rank = np.empty(INTERESTS, np.int64)
    rank[np.argsort(often, kind="stable")] = np.arange(INTERESTS)
    interest = rank[interest]
    interest = interest[np.lexsort((interest, person))]
    size = lot.lognormal(0, 1.1, TOWNS)
    middles = lot.uniform(0, ACROSS, (TOWNS, 2))
    town = lot.choice(TOWNS, count, p=size / size.sum())
    points = middles[town] + lot.normal(0, 3.5, (count, 2))
    everything = np.ones(count, np.uint8)
    return People(
        x=points[:, 0].copy(),
        y=points[:, 1].copy(),
        reach=np.full(count, REACH),
        days=everything,
        has=everything,
        bars=np.zeros(count, np.uint8),
        starts=np.concatenate([[0], np.cumsum(many)]).astype(np.int64),
        interests=interest.astype(np.int32),
        kinds=INTERESTS,
    )


def _all(people: People, size: int) -> Found:
    rounds = 3 if size <= 100_000 else 1
    ours, right = timed(lambda: kernel.nearest(people, BEST), rounds)
    some = np.random.default_rng(2).choice(size, min(SAMPLE, size), replace=False)
    brute = peers.Brute(people, BEST)
    _check(right, some, brute.of(some))
    tree = peers.Tree(people, BEST)
    _check(right, some, tree.of(some))
    found = {"ours": ours, "numpy": size / len(some) * timed(lambda: brute.of(some), 1)[0]}
    found["k-d tree"] = tree.built + size / len(some) * timed(lambda: tree.of(some), 1)[0]
    if size <= 100_000:
        found |= _beside_polars(people, right, size)
    return found


def _beside_polars(people: People, right: np.ndarray, size: int) -> Found:
    """Time ours and polars in turn: what else runs on the machine slows both, from one minute to the next."""
    part = np.arange(size) if size <= 20_000 else np.random.default_rng(3).choice(size, 20_000, replace=False)
    join = peers.Join(people, BEST)
    _check(right, part, join.of(part))
    turns = []
    for _ in range(TURNS):
        ours, our_work = spent(lambda: kernel.nearest(people, BEST))
        theirs, their_work = spent(lambda: join.of(part))
        share = size / len(part)
        turns.append((ours, join.built + share * theirs, share * their_work / our_work))
    return {
        "ours": statistics.median(ours for ours, _, _ in turns),
        "polars": statistics.median(theirs for _, theirs, _ in turns),
        "turns": sorted(theirs / ours for ours, theirs, _ in turns),
        "work": statistics.median(work for _, _, work in turns),
    }


def _check(right: np.ndarray, some: np.ndarray, said: list[np.ndarray]) -> None:
    for person, others in zip(some, said, strict=True):
        assert [int(one) for one in right[person] if one >= 0] == [int(one) for one in others], f"differs for {person}"


def _one(people: People) -> Found:
    """Ask SQLite for one person's best ten, in turn in both forms."""
    base = sqlite3.connect(":memory:")
    peers.store(base, people)
    lot = np.random.default_rng(4)
    times: dict[str, list[float]] = {"covering": [], "normalised": []}
    for person in lot.choice(len(people.x), ASKED, replace=False):
        answers = []
        for name, ask in (("covering", peers.by_cells), ("normalised", peers.by_models)):
            best = math.inf
            for _ in range(3):
                begin = time.perf_counter()
                answer = ask(base, people, int(person), BEST)
                best = min(best, time.perf_counter() - begin)
            times[name].append(best)
            answers.append(answer)
        assert answers[0] == answers[1]
    return {name: statistics.median(several) * 1000 for name, several in times.items()}


def timed(act: Callable[[], Any], rounds: int) -> tuple[float, Any]:
    """Return the best time of some rounds, for others use the machine, and what came out."""
    best, out = math.inf, None
    for _ in range(rounds):
        begin = time.perf_counter()
        out = act()
        best = min(best, time.perf_counter() - begin)
    return best, out


def spent(act: Callable[[], Any]) -> tuple[float, float]:
    """Return how many seconds something took by the clock, and of all processors together."""
    begin, work = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - begin, time.process_time() - work


def growth(times: list[tuple[int, float]]) -> float:
    """Return the exponent by which time grows with the number of people."""
    if len(times) < 2:
        return math.nan
    return float(np.polyfit(np.log([size for size, _ in times]), np.log([seconds for _, seconds in times]), 1)[0])


def rows(found: Found) -> list[tuple[str, str, str]]:
    """Return what was measured, in the words of the table."""
    said = []
    for size, one in found["all"].items():
        ours = one["ours"]
        others = ", ".join(
            f"{one[name] / ours:,.0f} times {name}'s {one[name]:,.1f} s" for name in PEERS if name in one
        )
        if "turns" in one:
            least, *_, most = one["turns"]
            others += f" (turn by turn {statistics.median(one['turns']):.0f}, {least:.0f} to {most:.0f};"
            others += f" {one['work']:.0f} in processor time; wanted 20)"
        said.append(("introductions", f"exact best ten for each of {size:,} people", f"{ours:.3f} s; {others}"))
    said.append(("introductions", "growth exponent in people at fixed area", f"{found['growth']:.2f}, wanted 1.4"))
    one = found["one"]
    ratio = one["normalised"] / one["covering"]
    figure = f"p50 {one['covering']:.2f} ms; {ratio:.0f} times a normalised join's {one['normalised']:.1f}, wanted 30"
    said.append(("introductions", f"one person of {one['people']:,} by SQL alone", figure))
    return said


if __name__ == "__main__":
    for row in rows(main()):
        print("| " + " | ".join(row) + " |", flush=True)
