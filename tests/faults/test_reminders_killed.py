"""Killed at any moment, the job that reminds puts each reminder into the outbox once, and sends each at most once."""

import sqlite3

import pytest

from tests.faults.test_kill import ROOT, environment, run  # noqa: F401 - a fixture among them

pytestmark = pytest.mark.faults
KILLS = 200
REMINDERS = 400
MAKE = f"""
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from connecting_people.stepping_out.actions import planning, reminders
from connecting_people.stepping_out.models import Reminder
from connecting_people.stepping_out.rules import Channel
from tests.cast import make_cast
at = timezone.now()
cast = make_cast(at)
act = dict(by=cast.asha, at=at, partnership=cast.reach("asha"))
reminders.remind_me(**act, channel=Channel.EMAIL)
for number in range({REMINDERS}):
    planning.plan(**act, words="A walk", facts=planning.Facts(timezone.localdate() + timedelta(days=3)))
Reminder.objects.update(due_at=at)
"""
# Starting Django takes far longer than a pass, so each child of one that is started makes passes until it is killed.
WORK = """
import os, random, signal, sys, time
from datetime import timedelta
import django; django.setup()
from django.db import connections
from django.utils import timezone
from connecting_people.stepping_out.actions import reminders
reminders.AT_ONCE = 3
lot = random.Random(6)
for turn in range(int(sys.argv[1])):
    connections.close_all()
    hears, says = os.pipe()
    child = os.fork()
    if not child:
        reminders.put_out(at=timezone.now() - timedelta(days=9))  # nothing, but the database is open now
        os.write(says, b".")
        while True:
            reminders.put_out(at=timezone.now())
            reminders.send(at=timezone.now())
    os.read(hears, 1)
    time.sleep(lot.uniform(0, 0.06))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(hears)
    os.close(says)
"""


def test_the_job_that_reminds_is_killed_two_hundred_times(environment, tmp_path):  # noqa: F811
    run(environment, "manage.py", "migrate", "--verbosity", "0")
    run(environment, "-c", MAKE)

    run(environment, "-c", WORK, str(KILLS))
    in_between = _letters(environment)[0]
    run(environment, "manage.py", "remind")

    assert in_between > KILLS / 10
    assert _letters(environment) == (REMINDERS, REMINDERS, REMINDERS)
    gone = sum(path.read_text().count("Subject: ") for path in (tmp_path / "outbox").glob("*"))
    assert REMINDERS - KILLS <= gone <= REMINDERS


def _letters(environment: dict[str, str]) -> tuple[int, int, int]:  # noqa: F811
    with sqlite3.connect(environment["CP_DATABASE"]) as database:
        ask = "SELECT count(*), count(DISTINCT reminder_id), count(sent_at) FROM stepping_out_letter"
        return database.execute(ask).fetchone()
