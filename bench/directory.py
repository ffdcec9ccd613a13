"""A directory that comes in and is read by others: `python -m bench.directory`.

BENCH_SERVICES=2000 makes it short. Each engine in its own process, on the database that the environment names.
"""

import json
import os
import statistics
import tempfile
import time
import uuid
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
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.api import limits
from connecting_people.community import uploads
from connecting_people.community.actions import taking_in
from connecting_people.community.queries.taking_in import plan_of
from connecting_people.community.terms import attributes
from connecting_people.people import actions as people
from connecting_people.people.models import Agency, User
from connecting_people.people.rules import Role

SERVICES = int(os.environ.get("BENCH_SERVICES", "50000"))
AT_ONCE = min(5000, SERVICES)
ROUNDS = 30


def main() -> None:
    """Bring a directory in, a part at a time, then read it."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    at = timezone.now()
    by = people.make_user(by=None, at=at, name="Ela", email="ela@example.org", password="a quiet walk by the river")
    agency = people.make_agency(by=by, at=at, name="Riverside", setting="mental_health")
    people.give_role(by=by, at=at, agency=agency, user=by, role=Role.ADMINISTRATOR)
    parts = [_timed(lambda begin=begin: _bring(by, agency, begin)) for begin in range(0, SERVICES, AT_ONCE)]
    again = _timed(lambda: _bring(by, agency, 0))
    print(f"services brought in (read, judged, compared, written), {AT_ONCE:,} at once: {_rate(parts)} a second")
    print(f"the same {AT_ONCE:,} again, of which none changed: {AT_ONCE / again:,.0f} a second")
    limits.A_MINUTE = 10**9
    base = f"/api/open-referral-uk/{agency.pk}/"
    asked = {
        "list": "services",
        "list, whole services": "services?full=true",
        "list, last page": f"services?page={SERVICES // 50}",
        "list, a day and a term": f"services?day=TU&taxonomy_term_id={_term()}",
        "places": "service_at_locations",
    }
    for name, path in asked.items():
        print(f"open feed, {name}, 50 of {SERVICES:,}: {_page(base + path)}")


def _bring(by: User, agency: Agency, begin: int) -> None:
    content = json.dumps([_service(number) for number in range(begin, begin + AT_ONCE)]).encode()
    at = timezone.now()
    given: dict[str, Any] = {"by": by, "at": at}
    found = uploads.read([("services.json", content)])
    brought = taking_in.bring(**given, agency=agency, source=f"part {begin}", name="services.json", found=found)
    taking_in.take_in(**given, brought=brought, mark=plan_of(brought).mark)


def _service(number: int) -> dict[str, Any]:
    def id(name: str) -> str:
        return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{name} {number}"))

    owner = uuid.UUID(id("service"))
    runs = str(uuid.uuid5(uuid.NAMESPACE_OID, f"organisation {number % 500}"))
    address = {
        "id": id("address"), "address_1": f"{number % 200} Main Street", "city": "Tarrow",
        "state_province": "Tarrowshire",
        "postal_code": f"YO{number % 30} {number % 9}HH", "country": "GB", "address_type": "physical",
    }  # fmt: skip
    location = {
        "id": id("location"), "location_type": "physical", "latitude": 53.9 + number % 997 / 9970,
        "longitude": -1.1 + number % 991 / 9910, "addresses": [address],
    }  # fmt: skip
    return {
        "id": str(owner),
        "name": f"Group {number * 7919 % 100_003}",
        "status": "active",
        "description": "A friendly group for anyone who likes company, with tea, cake and a slow walk. " * 4,
        "email": "group@example.org",
        "organization": {"id": runs, "name": f"Organisation {number % 500}", "description": "Runs groups"},
        "schedules": [
            {"id": id("schedule"), "freq": "WEEKLY", "byday": ("MO,WE", "TU", "SA")[number % 3], "opens_at": "10:30"}
        ],
        "cost_options": [{"id": id("cost"), "amount": number % 5}],
        "service_at_locations": [{"id": id("place"), "location": location}],
        "attributes": attributes(owner, "interests", [("walking", "singing", "cooking")[number % 3]]),
    }


def _term() -> str:
    return str(_service(1)["attributes"][0]["taxonomy_term_id"])


def _page(address: str) -> str:
    client, times = Client(SERVER_NAME="127.0.0.1"), []
    for _ in range(ROUNDS):
        times.append(_timed(lambda: client.get(address)) * 1000)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    queries = sum(one["sql"].startswith("SELECT") and "cache" not in one["sql"] for one in asked.captured_queries)
    return f"{statistics.median(times):.1f} ms (p95 {sorted(times)[int(ROUNDS * 0.95)]:.1f} ms), {queries} queries"


def _timed(act: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def _rate(parts: list[float]) -> str:
    first, last = (AT_ONCE / seconds for seconds in (parts[0], parts[-1]))
    return f"{first:,.0f} into an empty directory, {last:,.0f} into one of {SERVICES - AT_ONCE:,}"


if __name__ == "__main__":
    main()
