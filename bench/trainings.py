"""Pages of planning a training: `python -m bench.trainings`. BENCH_TIMES=5 makes it short.

The list of an agency with 60 trainings, an agenda of 40 things in two tracks, and the people of a training with 200
places: each asked of the whole program, from the address to the finished page.
"""

import os
import statistics
import tempfile
import time
from datetime import timedelta
from pathlib import Path

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
from django.urls import reverse
from django.utils import timezone

from connecting_people.people import actions as people
from connecting_people.people.models import Agency, User
from connecting_people.people.rules import Role
from connecting_people.training.actions import trainings
from connecting_people.training.course.activities import ACTIVITIES
from connecting_people.training.models import Attendance, Block, Training
from connecting_people.training.rules import BlockKind, Going, Who

TIMES = int(os.environ.get("BENCH_TIMES", "30"))
TRAININGS, BLOCKS, PLACES = 60, 40, 200


def main() -> None:
    """Plan trainings, and time the three pages."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    at = timezone.now()
    by = people.make_user(by=None, at=at, name="Gwen", email="gwen@example.org", password="a quiet walk")
    agency = people.make_agency(by=by, at=at, name="Riverside", setting="mental_health")
    people.give_role(by=by, at=at, agency=agency, user=by, role=Role.ADMINISTRATOR)
    training = _fill(by, agency)
    client = Client(SERVER_NAME="localhost")
    client.force_login(by)
    here = {"agency_id": agency.pk}
    _say(client, f"list of {TRAININGS} trainings", reverse("training:trainings", kwargs=here))
    here |= {"training_id": training.pk}
    _say(client, f"agenda of {BLOCKS} things in two tracks", reverse("training:agenda", kwargs=here))
    _say(client, f"people of a training with {PLACES} places", reverse("training:people", kwargs=here))


def _fill(by: User, agency: Agency) -> Training:
    at = timezone.now()
    for number in range(TRAININGS):
        day = at + timedelta(days=number - 20)
        said = {"begins_at": day, "ends_at": day + timedelta(hours=6), "places": 100}
        training = trainings.plan(by=by, at=at, agency=agency, title=f"Training {number}", **said)
    kind = {"agency": agency, "training": training, "kind": BlockKind.ACTIVITY, "minutes": 10}
    ids = [one.id for one in ACTIVITIES]
    Block.objects.bulk_create(Block(**kind, position=n, track=n % 3, activity=ids[n % 13]) for n in range(BLOCKS))
    place = {"agency": agency, "training": training, "who": Who.PRACTITIONER, "asked_at": at}
    states = list(Going)
    Attendance.objects.bulk_create(Attendance(**place, name=f"N {n}", going=states[n % 5]) for n in range(PLACES))
    return training


def _say(client: Client, what: str, address: str) -> None:
    for _ in range(3):
        assert client.get(address).status_code == 200, what
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    many = sum(one["sql"].startswith("SELECT") for one in queries.captured_queries)
    took = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        client.get(address)
        took.append((time.perf_counter() - begin) * 1000)
    print(f"{what}: median {statistics.median(took):.1f} ms, {many} queries")


if __name__ == "__main__":
    main()
