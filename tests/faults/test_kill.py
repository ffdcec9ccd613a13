"""Killed at any moment, the program loses nothing that it said was kept, and leaves nothing half done."""

import http.client
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

import pytest

from bench.server import serving
from connecting_people.config import keys

pytestmark = pytest.mark.faults
ROOT = Path(__file__).resolve().parents[2]
KILLS = 20
MAKE = """
import django; django.setup()
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from tests.cast import make_cast
cast = make_cast(timezone.now())
store = SessionStore()
store["_auth_user_id"] = str(cast.asha.pk)
store["_auth_user_backend"] = "connecting_people.people.signed_in.Backend"
store["_auth_user_hash"] = cast.asha.get_session_auth_hash()
store.save()
print(cast.partnership.pk, store.session_key)
"""
FAULTS = """
import django; django.setup()
from connecting_people.audit.queries import faults
from connecting_people.people.models import Agency
print([fault for agency in Agency.objects.all() for fault in faults(agency.pk)])
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    keys.make(tmp_path)
    made = {"CP_DATA": str(tmp_path), "CP_DATABASE": str(tmp_path / "faults.sqlite3"), "CP_INSECURE": "1"}
    return {**made, "DJANGO_SETTINGS_MODULE": "connecting_people.config.settings", "CP_DEMO": ""}


def run(environment: dict[str, str], *command: str) -> str:
    """Run Python with the settings of the server under test; return what it printed."""
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def write_until_it_dies(port: int, address: str, cookies: str, kept: list[str]) -> None:
    """Send one note after the other, and remember each one that the server said it kept."""
    token = re.search(r"csrf=(\w+)", cookies)
    assert token
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
    try:
        while True:
            words = uuid.uuid4().hex
            body = f"csrfmiddlewaretoken={token[1]}&once={uuid.uuid4()}&words={words}"
            connection.request("POST", address, body, headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status == 302:
                kept.append(words)
    except (OSError, http.client.HTTPException):
        return


def test_a_server_killed_while_people_write_loses_nothing_that_it_said_was_kept(environment, tmp_path):
    run(environment, "manage.py", "migrate", "--verbosity", "0")
    run(environment, "manage.py", "createcachetable")
    partnership, session = run(environment, "-c", MAKE).split()
    address, cookies = f"/partnerships/{partnership}/journey/write/", f"session={session}; csrf={'a' * 32}"
    kept: list[str] = []

    for turn in range(KILLS):
        with serving("connecting_people.config.wsgi:application", tmp_path / "log", **environment) as server:
            writers = [
                threading.Thread(target=write_until_it_dies, args=(server.port, address, cookies, kept))
                for _ in range(4)
            ]
            for writer in writers:
                writer.start()
            time.sleep(random.Random(turn).uniform(0.3, 0.9))
            for pid in server.family():
                os.kill(pid, signal.SIGKILL)
            for writer in writers:
                writer.join()

    with sqlite3.connect(environment["CP_DATABASE"]) as database:
        [intact] = database.execute("PRAGMA integrity_check").fetchone()
        stored = {words for (words,) in database.execute("SELECT words FROM journey_entry")}
        forms = database.execute("SELECT count(*) FROM core_submission").fetchone()[0]
        entries = database.execute("SELECT count(*) FROM journey_entry").fetchone()[0]
    assert intact == "ok"
    assert len(kept) > 10 * KILLS
    assert set(kept) <= stored
    assert forms == entries
    assert run(environment, "-c", FAULTS) == "[]"
