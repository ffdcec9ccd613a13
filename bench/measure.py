"""Measures one database: `python -m bench.measure sqlite|postgresql OUT.json`, called by `python -m bench`."""

import json
import math
import os
import random
import shutil
import sqlite3
import statistics
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command

os.environ["DJANGO_SETTINGS_MODULE"] = "connecting_people.config.settings"
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.fill import Filled, fill  # noqa: E402
from bench.load import Request, Result, load  # noqa: E402
from bench.server import serving  # noqa: E402
from connecting_people.people.models import User  # noqa: E402

SIZES = [int(size) for size in os.environ.get("BENCH_AGENCIES", "2,20,200").split(",")]
SECONDS = float(os.environ.get("BENCH_SECONDS", "3"))
ROUNDS = 5
ROOMS = {"first page": "/", "partnership": "/partnerships/{}/", "timeline": "/partnerships/{}/journey/"}
BACKEND = "connecting_people.people.signed_in.Backend"
CSRF = "a" * 32
STOCK_BACKEND = "django.contrib.auth.backends.ModelBackend"


def main(out: Path) -> None:
    """Fill, measure at each size, then serve ours and the peer in turn; write what was found."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    found: dict[str, Any] = {"pages": {name: [] for name in ROOMS}}
    filled = Filled(0, 0, 0, [])
    for agencies in SIZES:
        begin = time.perf_counter()
        filled = fill(agencies, filled)
        print(f"  {connection.vendor}: {filled.entries:,} entries after {time.perf_counter() - begin:.0f} s more")
        for name, address in ROOMS.items():
            found["pages"][name].append({"partnerships": filled.partnerships, **_in_process(address, filled)})
    found["growth"] = _growth([(p["partnerships"], p["ms"]) for p in found["pages"]["partnership"]])
    found |= {"partnerships": filled.partnerships, "entries": filled.entries, "agencies": filled.agencies}
    found |= _served(filled, out.parent)
    out.write_text(json.dumps(found))


def _in_process(address: str, filled: Filled) -> dict[str, float]:
    chance = random.Random(1)
    client = Client(SERVER_NAME="127.0.0.1")
    times, queries = [], []
    for _ in range(60):
        user_id, partnership_id, _ = chance.choice(filled.pairs)
        client.cookies[settings.SESSION_COOKIE_NAME] = _session(user_id, BACKEND)
        begin = time.perf_counter()
        response = client.get(address.format(partnership_id))
        times.append(time.perf_counter() - begin)
        assert response.status_code == 200, (address, response.status_code)
        with CaptureQueriesContext(connection) as captured:
            client.get(address.format(partnership_id))
        queries.append(sum("SAVEPOINT" not in q["sql"] and q["sql"] not in ("BEGIN", "COMMIT", "BEGIN IMMEDIATE")
                           for q in captured.captured_queries))  # fmt: skip
    return {"ms": statistics.median(times[5:]) * 1000, "queries": max(queries)}


def _growth(points: list[tuple[int, float]]) -> float:
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    return statistics.linear_regression(xs, ys).slope if len(points) > 1 else 0.0


def _session(user_id: str, backend: str) -> str:
    store = SessionStore()
    user = User.objects.get(pk=user_id)
    store["_auth_user_id"], store["_auth_user_backend"] = user_id, backend
    store["_auth_user_hash"] = user.get_session_auth_hash()
    store["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    store.save()
    return str(store.session_key)


def _served(filled: Filled, folder: Path) -> dict[str, Any]:
    chance = random.Random(2)
    some = chance.sample(filled.pairs, min(500, len(filled.pairs)))
    ours = [(_session(user, BACKEND), partnership, place) for user, partnership, place in some]
    stocks = [(_session(user, STOCK_BACKEND), partnership, place) for user, partnership, place in some]
    environment = {"CP_DATABASE": os.environ["CP_DATABASE"]}
    stock_environment = dict(environment)
    if connection.vendor == "sqlite":
        stock_environment["CP_DATABASE"] = _plain_copy(folder)
    our_page = _page(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, ours)
    stock_page = _page("sessionid", "csrftoken", stocks)
    with (
        serving("connecting_people.config.wsgi:application", folder / "ours.log", **environment) as us,
        serving("bench.stock.wsgi:application", folder / "stock.log", **stock_environment) as them,
    ):
        found: dict[str, Any] = {"memory_at_start": us.memory()}
        load(us.port, our_page, clients=8, duration=1), load(them.port, stock_page, clients=8, duration=1)
        for clients in (1, 8):
            rounds = [_round(us.port, our_page, them.port, stock_page, clients) for _ in range(ROUNDS)]
            found[f"at_{clients}"] = _summed(rounds)
        found["unchanged"] = _unchanged(us.port)
        posts = load(us.port, _post(ours), clients=8, duration=2 * SECONDS, wanted=302)
        found["posts"] = {"per_second": posts.per_second, "failed": posts.unwanted, "p95": posts.percentile(95)}
        found["memory"] = us.memory()
    return found


def _round(
    our_port: int,
    our_page: Callable[[random.Random], Request],
    their_port: int,
    their_page: Callable[[random.Random], Request],
    clients: int,
) -> tuple[Result, Result]:
    us = load(our_port, our_page, clients=clients, duration=SECONDS)
    them = load(their_port, their_page, clients=clients, duration=SECONDS)
    assert not us.unwanted and not them.unwanted, (us.unwanted, them.unwanted)
    return us, them


def _summed(rounds: list[tuple[Result, Result]]) -> dict[str, float]:
    ratios = sorted(us.per_second / them.per_second for us, them in rounds)
    return {
        "ours": statistics.median(us.per_second for us, _ in rounds),
        "ours_p50": statistics.median(us.percentile(50) for us, _ in rounds),
        "ours_p95": statistics.median(us.percentile(95) for us, _ in rounds),
        "stock": statistics.median(them.per_second for _, them in rounds),
        "ratio": statistics.median(ratios),
        "least": ratios[0],
        "most": ratios[-1],
    }


def _page(cookie: str, csrf: str, sessions: list[tuple[str, str, str]]) -> Callable[[random.Random], Request]:
    # A browser that has been here before sends both cookies.
    def ask(chance: random.Random) -> Request:
        session, partnership, _ = chance.choice(sessions)
        return "GET", f"/partnerships/{partnership}/", "", {"Cookie": f"{cookie}={session}; {csrf}={CSRF}"}

    return ask


def _post(sessions: list[tuple[str, str, str]]) -> Callable[[random.Random], Request]:
    today = timezone.localdate()
    when = f"happened_0={today.day}&happened_1={today.month}&happened_2={today.year}"

    def ask(chance: random.Random) -> Request:
        session, partnership, place = chance.choice(sessions)
        cookies = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={CSRF}"
        body = f"csrfmiddlewaretoken={CSRF}&once={uuid.uuid4()}&{when}&words=We+met+by+the+river&steps=4&voice={place}"
        headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        return "POST", f"/partnerships/{partnership}/journey/write/", body, headers

    return ask


def _unchanged(port: int) -> dict[str, float]:
    import urllib.request

    with urllib.request.urlopen(f"http://127.0.0.1:{port}/model/") as answer:
        etag = answer.headers["ETag"]
    plain = load(port, lambda _: ("GET", "/model/", "", {}), clients=1, duration=SECONDS)
    same = load(
        port, lambda _: ("GET", "/model/", "", {"If-None-Match": etag}), clients=1, duration=SECONDS, wanted=304
    )
    assert not plain.unwanted and not same.unwanted
    return {"page": plain.per_second, "unchanged": same.per_second}


def _plain_copy(folder: Path) -> str:
    """Copy the database as Django's defaults would have made it: no WAL."""
    connection.close()
    copy = folder / "stock.sqlite3"
    with sqlite3.connect(os.environ["CP_DATABASE"]) as source:
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(os.environ["CP_DATABASE"], copy)
    with sqlite3.connect(copy) as target:
        target.execute("PRAGMA journal_mode=DELETE")
    return str(copy)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
