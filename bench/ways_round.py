"""Searching the library of ways round barriers: `python -m bench.ways_round`. BENCH_IDEAS=500 makes it short.

Kind and text are sealed in the rows, so the peer is what one would do without keeping what was opened: to open and cut
every row for each search. Both find the same before they are timed; their searches take turns.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
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
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.barriers import library
from connecting_people.barriers.models import Item
from connecting_people.barriers.rules import month_of, sealed
from connecting_people.guide.barriers import BARRIER_KINDS
from connecting_people.people import actions as people
from connecting_people.people.models import Agency

IDEAS = int(os.environ.get("BENCH_IDEAS", "5000"))
ROUNDS = 30
WORDS = """
ask bring early friend lift tea coffee leader first time quiet corner phone text message together walk bus fare share
ticket free fund borrow boots coat list card write draw show sign help neighbour group begin end sit stand near door
listen sing play cook plant bench garden choir library kitchen hall map picture tomorrow week morning evening
"""


def main() -> None:
    """Fill a library, see that both find the same, and time them in turn."""
    call_command("migrate", verbosity=0)
    by = people.make_user(by=None, at=timezone.now(), name="Ela", email="ela@example.org", password="a quiet walk")
    agency = people.make_agency(by=by, at=timezone.now(), name="Riverside", setting="mental_health")
    _fill(agency)
    questions = _questions()
    first = _timed(lambda: library.ideas(agency.pk, words="lift"))
    for asked in questions:
        kept = library.ideas(agency.pk, **asked)
        assert kept == _opened_each_time(agency, asked), asked
    ours, peer = _in_turn(agency, questions)
    with CaptureQueriesContext(connection) as queries:
        library.ideas(agency.pk, words="lift tea")
    p50, p95 = statistics.median(ours), statistics.quantiles(ours, n=20)[-1]
    times = statistics.median(peer) / p50
    says = f"p50 {p50 * 1000:.1f}, p95 {p95 * 1000:.1f} ms, {len(queries)} query; {times:.0f} times opening each"
    print(f"search of {IDEAS:,} ways round, by kind or words: {says}")
    print(f"search of {IDEAS:,} ways round, the first of a process: {first * 1000:.0f} ms")


def _fill(agency: Agency) -> None:
    lot, month = random.Random(6), month_of(timezone.localdate())
    items = []
    for _ in range(IDEAS):
        tried = lot.randrange(60)
        text = " ".join(lot.choices(WORDS.split(), k=lot.randrange(8, 60)))[:500]
        figures = {"tried": tried, "helped": lot.randrange(tried + 1)}
        kind = lot.choice(BARRIER_KINDS).id
        items.append(Item(agency=agency, sealed=sealed(kind, text), month=month, state="approved", **figures))
    Item.objects.bulk_create(items, batch_size=500)


def _questions() -> list[dict[str, Any]]:
    lot = random.Random(7)
    words = [{"words": " ".join(lot.choices(WORDS.split(), k=number))} for number in (1, 1, 2, 2, 3)]
    kinds = [{"kinds": [lot.choice(BARRIER_KINDS).id]} for _ in range(3)]
    return [*words, *kinds, {"words": lot.choice(WORDS.split()), "kinds": [BARRIER_KINDS[0].id]}]


def _opened_each_time(agency: Agency, asked: dict[str, Any]) -> list[library.Found]:
    library.forget()
    return library.ideas(agency.pk, **asked)


def _in_turn(agency: Agency, questions: list[dict[str, Any]]) -> tuple[list[float], list[float]]:
    ours, peer = [], []
    for number in range(ROUNDS):
        asked = questions[number % len(questions)]
        peer.append(_timed(lambda asked=asked: _opened_each_time(agency, asked)))
        ours.append(_timed(lambda asked=asked: library.ideas(agency.pk, **asked)))
    return ours, peer


def _timed(act: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
