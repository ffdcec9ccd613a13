"""The pages of the six practices and of how we work, over eight quarters: `python -m bench.looks`.

BENCH_STAFF=50 makes it short.
"""

import os
import random
import statistics
import tempfile
import time
from datetime import datetime, timedelta
from datetime import time as clock
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("CP_DATA", tempfile.mkdtemp(prefix="bench-"))
    os.environ.setdefault("CP_DATABASE", str(Path(os.environ["CP_DATA"]) / "bench.sqlite3"))
    os.environ["CP_DEMO"] = "1"
    os.environ["DJANGO_SETTINGS_MODULE"] = "connecting_people.config.settings"
    import django

    django.setup()

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connecting_people.core.london import LONDON, day_of
from connecting_people.culture.models import Look, LookAt
from connecting_people.culture.quarters import over
from connecting_people.culture.rules import Mark, Voice
from connecting_people.guide.culture import PRACTICES
from connecting_people.measures.answering import stored
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.measures.models import AnswerSet
from connecting_people.measures.rules import Mode, Rater
from connecting_people.people import actions as people
from connecting_people.people.models import Agency, Team, User
from connecting_people.people.rules import Role

STAFF = int(os.environ.get("BENCH_STAFF", "200"))
ROUNDS = 25
PAGES = {"six practices": "culture:practices", "how we work": "culture:how_we_work"}


def main() -> None:
    """Fill an agency with what its staff said, and time its pages in turn."""
    call_command("migrate", verbosity=0)
    at = timezone.now() - timedelta(days=1)
    by = people.make_user(by=None, at=at, name="Gwen", email="gwen@example.org", password="a quiet walk")
    agency = people.make_agency(by=by, at=at, name="Riverside", setting="mental_health")
    people.give_role(by=by, at=at, agency=agency, user=by, role=Role.ADMINISTRATOR)
    teams = [people.make_team(by=by, at=at, agency=agency, name=f"Team {number}") for number in range(STAFF // 20)]
    _fill(agency, teams, at)
    client = Client(raise_request_exception=True, HTTP_HOST="localhost")
    client.force_login(by, backend="connecting_people.people.signed_in.Backend")
    took: dict[str, list[float]] = {page: [] for page in PAGES}
    queries: dict[str, int] = {}
    begin = time.perf_counter()
    client.get("/")
    print(f"first page of a new process, any: {(time.perf_counter() - begin) * 1000:.0f} ms")
    for _ in range(ROUNDS + 1):
        for page, name in PAGES.items():
            with CaptureQueriesContext(connection) as asked:
                begin = time.perf_counter()
                response = client.get(reverse(name, kwargs={"agency_id": agency.pk}))
                took[page].append((time.perf_counter() - begin) * 1000)
            assert response.status_code == 200 and b"about " in response.content, page
            queries[page] = len(asked)
    for page, (first, *each) in took.items():
        p50, p95 = statistics.median(each), statistics.quantiles(each, n=20)[-1]
        print(
            f"page of {page}, {STAFF} staff over 8 quarters: p50 {p50:.0f}, p95 {p95:.0f} ms, "
            f"the first of a process {first:.0f} ms, {queries[page]} queries"
        )


def _fill(agency: Agency, teams: list[Team], at: datetime) -> None:
    lot, instrument, example = random.Random(8), latest()[PRACTICE], "We drop in on the allotment every other week"
    staff = [User(name=f"Staff {n}", email=f"staff{n}@example.org", joined_at=at) for n in range(STAFF)]
    User.objects.bulk_create(staff)
    for quarter in over(day_of(timezone.now())):
        looks = [Look(agency=agency, by=one, voice=Voice.STAFF, quarter_date=quarter) for one in staff]
        Look.objects.bulk_create(looks)
        LookAt.objects.bulk_create(
            LookAt(agency=agency, look=look, practice=one.id, mark=lot.choice(list(Mark)), example=example, shown=True)
            for look in looks
            for one in PRACTICES
        )
        when = datetime.combine(quarter + timedelta(days=20), clock(12), LONDON)
        given = {"agency": agency, "instrument": PRACTICE, "version": instrument.version, "counted": True, "at": when}
        AnswerSet.objects.bulk_create(
            AnswerSet(
                **given,
                subject=one,
                by=one,
                team=teams[number % len(teams)],
                mode=Mode.ALONE,
                rater=Rater.PRACTITIONER,
                answers=stored(instrument, {item.id: lot.randrange(5) for item in instrument.items}),
            )
            for number, one in enumerate(staff)
        )


if __name__ == "__main__":
    main()
