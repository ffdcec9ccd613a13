"""The measures of many maps and of one, beside python-igraph, networkx and Django's models: `python -m bench.networks`.

BENCH_MAPS=2000 makes it short: so many people, each with a map at two dates. Checked before it is timed.
"""

import math
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from operator import itemgetter
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    os.environ.setdefault("CP_DATA", tempfile.mkdtemp(prefix="bench-"))
    os.environ.setdefault("CP_DATABASE", str(Path(os.environ["CP_DATA"]) / "bench.sqlite3"))
    os.environ.setdefault("CP_DEMO", "1")
    os.environ["DJANGO_SETTINGS_MODULE"] = "connecting_people.config.settings"
    import django

    django.setup()

from django.core.management import call_command
from django.db import connection

from bench import invented, peers
from bench.maps_stored import store
from connecting_people.connections import kernel
from connecting_people.connections.measures import numbers_of
from connecting_people.connections.models import MapSnapshot
from connecting_people.connections.packed import pack
from connecting_people.connections.rules import Network

PEOPLE = int(os.environ.get("BENCH_MAPS", "100000"))
INVENTED, SAMPLE, ROUNDS = min(2000, PEOPLE), min(300, PEOPLE), 5
SIZES = (25, 50, 100, 150)

Found = dict[str, Any]


def main() -> Found:
    """Invent people, check every engine against the others, and time them in turn."""
    people = [invented.person(number) for number in range(INVENTED)]
    snapshots = [snapshot for _, _, snapshot in invented.snapshots(people, PEOPLE)]
    plains = [[invented.plain(network) for network in maps] for maps in people[:SAMPLE]]
    found: Found = {"people": PEOPLE, "connections": _mean(people, lambda network: len(network.nodes))}
    found["ties"] = _mean(people, lambda network: len(network.ties))
    _check(kernel.measure(snapshots[: 2 * SAMPLE]), plains, people)
    packed = b"".join(snapshots)
    found["arrays"] = _against(lambda: kernel.measure_packed(packed), 2 * PEOPLE, lambda: _loop(plains), 2 * SAMPLE)
    found["database"] = _database(people)
    found["one"] = {n: _one(n) for n in (20, 135)}
    found["in maps"] = _growth(_by_count(snapshots))
    found["in ties"] = {"kernel": _growth(_by_ties(_packed_on)), "plain": _growth(_by_ties(_plain_on))}
    return found


def _mean(people: list[tuple[Network, Network]], count: Callable[[Network], int]) -> float:
    return statistics.mean(count(network) for maps in people for network in maps)


def _loop(plains: list[list[invented.Plain]]) -> list[peers.Numbers]:
    return [numbers for then, now in plains for numbers in (peers.by_igraph(then, None), peers.by_igraph(now, then))]


def _check(measured: kernel.Measured, plains: list[list[invented.Plain]], people: list[Any]) -> None:
    """Stop where the kernel, the loop over igraph, the plain formulas and networkx do not agree."""
    for row, theirs in enumerate(_loop(plains)):
        for name in set(theirs) & set(kernel.NAMES):
            _same(name, float(measured.of(name)[row]), theirs[name])
    for row, network in enumerate(network for maps in people[:20] for network in maps):
        ours, theirs = numbers_of(network), peers.by_networkx(network)
        for name in theirs:
            _same(name, ours[name], theirs[name])
            _same(name, float(measured.of(name)[row]), theirs[name])


def _same(name: str, ours: Any, theirs: Any) -> None:
    assert math.isclose(ours, math.nan if theirs is None else theirs, abs_tol=1e-9) or theirs is None, name


def _against(ours: Callable[[], Any], our_maps: int, theirs: Callable[[], Any], their_maps: int) -> Found:
    """Time both in turn, in random order; return maps a second of each and the ratio with its spread."""
    rates: dict[str, list[float]] = {"ours": [], "theirs": []}
    ways = {"ours": (ours, our_maps), "theirs": (theirs, their_maps)}
    for _ in range(ROUNDS):
        for name in random.sample([*ways], 2):
            run, maps = ways[name]
            rates[name].append(maps / _seconds(run))
    ratios = sorted(ours / theirs for ours, theirs in zip(rates["ours"], rates["theirs"], strict=True))
    return {
        "ours": statistics.median(rates["ours"]),
        "theirs": statistics.median(rates["theirs"]),
        "times": statistics.median(ratios),
        "least": ratios[0],
        "most": ratios[-1],
    }


def _seconds(run: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def _database(people: list[tuple[Network, Network]]) -> Found:
    """Store every map as the program does, and a sample as rows too; read all of the one and some of the other."""
    call_command("migrate", verbosity=0)
    partnerships = store(people, PEOPLE, SAMPLE)
    stored = MapSnapshot.objects.filter(audience=None).order_by("agency_id", "partnership_id", "map_date")
    sql, values = stored.values_list("packed").query.sql_with_params()

    def read() -> kernel.Measured:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            return kernel.measure(map(bytes, map(itemgetter(0), cursor)))

    def loaded() -> list[peers.Numbers]:
        return [numbers for id in partnerships for numbers in peers.by_django(id, invented.DATES)]

    sample = kernel.measure(pack(network, at) for at, maps in enumerate(people[:SAMPLE]) for network in maps)
    for row, theirs in enumerate(loaded()):
        for name in set(theirs) & set(kernel.NAMES):
            _same(name, float(sample.of(name)[row]), theirs[name])
    assert len(read().values) == 2 * PEOPLE
    return _against(read, 2 * PEOPLE, loaded, 2 * SAMPLE)


def _one(n: int) -> Found:
    [network] = invented.of_size(n, 1)
    times, slow = 2000 // n, 1 if n > 100 else 20
    return _against(
        lambda: [numbers_of(network) for _ in range(times)],
        times,
        lambda: [peers.by_networkx(network) for _ in range(slow)],
        slow,
    )


Points = list[tuple[float, float]]


def _by_count(snapshots: list[bytes]) -> Points:
    counts = [max(1, len(snapshots) // part) for part in (100, 10, 1)]
    return [(count, _quickest(_kernel_on(snapshots[:count]))) for count in counts]


def _by_ties(run: Callable[[list[Network]], Callable[[], Any]]) -> Points:
    maps = {n: invented.of_size(n, 20) for n in SIZES}
    return [(statistics.mean(len(network.ties) for network in maps[n]), _quickest(run(maps[n]))) for n in SIZES]


def _kernel_on(snapshots: list[bytes]) -> Callable[[], Any]:
    packed = b"".join(snapshots)
    return lambda: kernel.measure_packed(packed)


def _packed_on(networks: list[Network]) -> Callable[[], Any]:
    return _kernel_on([pack(network, at) for at, network in enumerate(networks)] * 200)


def _plain_on(networks: list[Network]) -> Callable[[], Any]:
    return lambda: [numbers_of(network) for network in networks]


def _quickest(run: Callable[[], Any]) -> float:
    return min(_seconds(run) for _ in range(ROUNDS))


def _growth(points: Iterable[tuple[float, float]]) -> float:
    xs, ys = zip(*((math.log(x), math.log(y)) for x, y in points), strict=True)
    return statistics.linear_regression(xs, ys).slope


def told(found: Found) -> list[tuple[str, str]]:
    """Return what was found as rows of the table."""
    many = f"{found['people']:,} people at two dates ({found['connections']:.0f} connections, {found['ties']:.0f} ties)"
    rows = [
        (f"measures of {many}, from arrays", _rate(found["arrays"], "a python-igraph loop", 60)),
        (f"measures of {many}, from the database", _rate(found["database"], "Django models with igraph", 300)),
    ]
    for (n, one), wanted in zip(found["one"].items(), (200, 3000), strict=True):
        rows.append((f"measures of one map of {n}", f"{1000 / one['ours']:.3f} ms; {_times(one, 'networkx', wanted)}"))
    growth = found["in ties"]
    exponents = f"{found['in maps']:.2f} in maps, {growth['kernel']:.2f} in ties; plain {growth['plain']:.2f} in ties"
    return [*rows, ("measures, growth exponents", f"{exponents}, wanted 1.0")]


def _rate(against: Found, peer: str, wanted: int) -> str:
    return f"{against['ours']:,.0f} maps a second; {_times(against, peer, wanted)}"


def _times(against: Found, peer: str, wanted: int) -> str:
    spread = f"{against['least']:,.0f} to {against['most']:,.0f}"
    return f"{against['times']:,.0f} times {peer} ({spread}), wanted {wanted:,}"


if __name__ == "__main__":
    for row in told(main()):
        print(*row, sep=": ")
