"""Search over invented services: `python -m bench.search` prints a row a line, for the database of the environment.

BENCH_SERVICES=2000,20000 is the short form.
"""

import math
import os
import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "connecting_people.config.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from bench.local_area import Country  # noqa: E402
from bench.search_peers import PAGE, peers  # noqa: E402
from bench.search_rows import fill, make_peer_table  # noqa: E402
from connecting_people.community import index_tables  # noqa: E402
from connecting_people.community.indexing import index  # noqa: E402
from connecting_people.community.matching import Ask, Facts, ranked  # noqa: E402
from connecting_people.community.models import Asset, Indexed  # noqa: E402
from connecting_people.community.queries.find import assets_of  # noqa: E402
from connecting_people.community.queries.ideas import Profile, ideas  # noqa: E402
from connecting_people.community.search import asset_id_of, find  # noqa: E402
from connecting_people.guide.interests import INTERESTS  # noqa: E402
from connecting_people.people.models import Agency  # noqa: E402

SIZES = [int(size) for size in os.environ.get("BENCH_SERVICES", "5000,50000,1000000").split(",")]
AT = datetime(2026, 3, 18, 12, tzinfo=UTC)
ASKS, ROUNDS, SLOW_ASKS, CHECKED_ROWS = 96, 5, 8, 6_000_000
OURS = "ours"


def main() -> None:
    """Fill, check what every engine finds, then time all in random order, at each size."""
    call_command("migrate", verbosity=0)
    points: dict[str, list[tuple[int, float]]] = {}
    for size in SIZES:
        call_command("flush", interactive=False, verbosity=0)
        agency = Agency.objects.create(name="Agency", setting="mental_health", made_at=AT)
        country = Country()
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS peer")
            cursor.execute("DROP TABLE IF EXISTS peer_fts")
        make_peer_table()
        begin = time.perf_counter()
        fill(agency, country.services(size))
        index_tables.tidy(connection)
        filled = time.perf_counter() - begin
        _vacuum()
        engines: dict[str, Callable[[Ask], list[str]]] = {OURS: lambda ask, a=agency: _ours(a.pk, ask)} | peers()
        asks = list(country.asks(ASKS))
        wrong = _wrong(engines, asks, size)
        times = _timed(engines, asks, size)
        _say(size, times, wrong, filled)
        for name, found in times.items():
            points.setdefault(name, []).append((size, statistics.median(found)))
        print(f"ideas for somebody, of {size:,}: {_ideas(agency, country)}", flush=True)
        print(f"search, one service changed and indexed, of {size:,}: {_change(agency)}", flush=True)
    for name, found in points.items():
        if len(found) > 1 and name == OURS:
            print(f"search, growth exponent at fixed area: {_growth(found):.2f}")


def _ours(agency_id: UUID, ask: Ask) -> list[str]:
    matches = find(agency_id, ask, AT).matches[:PAGE]
    ids = [asset_id_of(match) for match in matches]
    read = {pk for pk, _name, _document in Asset.objects.filter(pk__in=ids).values_list("pk", "name", "document")}
    return [id.hex for id in ids if id in read]


def _wrong(engines: dict[str, Any], asks: list[Ask], size: int) -> str:
    """Check against looking at every service: ours in every place, a peer's for what fits."""
    some = asks[: max(4, min(len(asks), CHECKED_ROWS // size))]
    every = _every_fact(some, size)
    counts = dict.fromkeys(engines, 0)
    for ask, right in zip(some, every, strict=True):
        for name, engine in engines.items():
            found = engine(ask)
            if name == OURS:
                counts[name] += found != right[:PAGE]
            else:
                counts[name] += not set(found) <= set(right) or len(found) != min(PAGE, len(right))
    return f"{len(some)} questions checked, wrong: " + ", ".join(f"{name} {wrong}" for name, wrong in counts.items())


def _every_fact(asks: list[Ask], size: int) -> list[list[str]]:
    columns = [*Facts._fields]
    columns[columns.index("asset")] = "asset_id"
    kept: list[list[Facts]] = [[] for _ in asks]
    today = AT.date().toordinal()
    for row in Indexed.objects.values_list(*columns).iterator(chunk_size=5000):
        facts = Facts._make(row)
        for ask, found in zip(asks, kept, strict=True):
            # The first word alone throws out most; what is left is matched whole.
            if f" {ask.words[0]} " in facts.name + facts.about + facts.text:
                found.append(facts)
    return [
        [match.facts.asset.hex for match in ranked(ask, found, today)] for ask, found in zip(asks, kept, strict=True)
    ]


def _timed(engines: dict[str, Any], asks: list[Ask], size: int) -> dict[str, list[float]]:
    """Return for each engine how long each question took, the best of its rounds: others use this machine too."""
    chance = random.Random(5)
    times: dict[str, dict[int, float]] = {name: {} for name in engines}
    for engine in engines.values():
        engine(asks[0])
    for turn in range(ROUNDS):
        for at, ask in enumerate(asks):
            names = list(engines)
            chance.shuffle(names)
            for name in names:
                if name == "icontains" and (at >= SLOW_ASKS or turn > 1) and size > 100_000:
                    continue
                begin = time.perf_counter()
                engines[name](ask)
                took = (time.perf_counter() - begin) * 1000
                times[name][at] = min(took, times[name].get(at, took))
    return {name: list(each.values()) for name, each in times.items()}


def _say(size: int, times: dict[str, list[float]], wrong: str, filled: float) -> None:
    ours = times[OURS]
    mean = f"p50 {statistics.median(ours):.2f}, p95 {_p95(ours):.2f} ms"
    print(f"search, {size:,} services, any mix of day, cost and access: {mean}", flush=True)
    for name, found in times.items():
        if name != OURS:
            ratio = f"p95 of ours is {_p95(ours) / _p95(found):.3g} of it ({_ratio(_p95(found), _p95(ours))})"
            print(f"… {name}, {size:,}: p50 {statistics.median(found):.2f}, p95 {_p95(found):.2f} ms; {ratio}")
    print(f"… {size:,}: {wrong}")
    print(f"… {size:,}: written and indexed in {filled:.0f} s; {_sizes()}", flush=True)


def _ratio(theirs: float, ours: float) -> str:
    return f"1/{theirs / ours:.1f}" if theirs >= ours else f"{ours / theirs:.1f} times"


def _p95(times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, math.ceil(len(times) * 0.95) - 1)]


def _growth(points: list[tuple[int, float]]) -> float:
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    return statistics.linear_regression(xs, ys).slope


def _change(agency: Agency) -> str:
    """Write one service anew, as far as search goes, and commit it."""
    chance = random.Random(6)
    ids = [chance.choice(list(Asset.objects.values_list("pk", flat=True)[:2000])) for _ in range(120)]
    indexed, committed = [], []
    for number, id in enumerate(ids):
        asset = Asset.objects.get(pk=id)
        index([asset])  # as it was written once: its words are known
        asset.document = asset.document | {"description": f"{asset.document['description']} bluebells {number}"}
        begin = time.perf_counter()
        with transaction.atomic():
            index([asset])
            indexed.append((time.perf_counter() - begin) * 1000)
        committed.append((time.perf_counter() - begin) * 1000)
    indexed, committed = indexed[20:], committed[20:]
    return (
        f"p50 {statistics.median(indexed):.2f}, p95 {_p95(indexed):.2f} ms;"
        f" with the disk's word that it is kept p50 {statistics.median(committed):.2f} ms"
    )


def _ideas(agency: Agency, country: Country) -> str:
    """Time ideas for people of five interests, with needs and without, and the reading of what is shown."""
    chance = random.Random(7)
    times = []
    for ask in country.asks(40, seed=8):
        liked = tuple(chance.sample(sorted(INTERESTS), k=5))
        needs = frozenset(facet for facet in ask.facets if len(facet) > 2)
        profile = Profile(interests=liked, place=ask.place, km=5.0, days=("TU", "TH"), needs=needs)
        best = math.inf
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            assets_of(agency.pk, [idea.match for idea in ideas(agency.pk, profile, AT)])
            best = min(best, time.perf_counter() - begin)
        times.append(best * 1000)
    return f"p50 {statistics.median(times):.1f}, p95 {_p95(times):.1f} ms"


def _vacuum() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def _sizes() -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sum(length(block)) FROM community_words_data")
            text = cursor.fetchone()[0]
            cursor.execute("SELECT sum(pgsize) FROM dbstat WHERE name = 'community_indexed'") if _dbstat() else None
            rows = cursor.fetchone()[0] if _dbstat() else 0
        else:
            cursor.execute("SELECT pg_relation_size('community_indexed_words'), pg_table_size('community_indexed')")
            text, rows = cursor.fetchone()
    return f"text index {text / 1e6:.0f} MB, its rows {rows / 1e6:.0f} MB"


def _dbstat() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'")
        return cursor.fetchone() is not None


if __name__ == "__main__":
    Path("build").mkdir(exist_ok=True)
    main()
