"""Killed in the middle of an activity, the room is there again: everybody where they were, no note lost, none twice."""

import contextlib
import http.client
import os
import random
import signal
import sqlite3
import threading
import time
import uuid

import pytest

from bench.server import serving
from tests.faults.test_kill import environment, run  # noqa: F401 - a fixture among them

pytestmark = pytest.mark.faults
KILLS = 10
TRAINEES = 6
CSRF = "a" * 32
MAKE = f"""
import django; django.setup()
from django.utils import timezone
from tests.cast import make_cast
from connecting_people.training.tests.rooms import a_training, an_open_room, come_in
cast = make_cast(timezone.now())
room = an_open_room(cast.femi, a_training(cast.femi, cast.agency), "explainer")
seats = [come_in(room, f"Trainee {{n}}")[1].cookies.popitem()[1].value for n in range({TRAINEES})]
print(room.block_id, *seats)
"""
TEXTS = """
import django; django.setup()
from connecting_people.training.models import Note
print(*(note.text for note in Note.objects.all()))
"""


def write_until_it_dies(port: int, block: str, seat: str, kept: list[str], unsure: list[str]) -> None:
    """Send one note after the other as a phone does: what was not answered is sent again, with the same token."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"Cookie": f"seat={seat}; csrf={CSRF}", "Content-Type": "application/x-www-form-urlencoded"}
    try:
        while True:
            word = unsure[0] if unsure else uuid.uuid4().hex
            unsure[:] = [word]
            body = f"csrfmiddlewaretoken={CSRF}&once={word}&block={block}&column=unclear&text={word}"
            connection.request("POST", "/room/write/", body, headers)
            answer = connection.getresponse()
            answer.read()
            if answer.status == 302:
                kept.append(word)
                unsure.clear()
    except (OSError, http.client.HTTPException):
        return
    finally:
        connection.close()


def test_a_server_killed_in_the_middle_of_an_activity_loses_no_note_and_nobodys_seat(environment, tmp_path):  # noqa: F811
    run(environment, "manage.py", "migrate", "--verbosity", "0")
    run(environment, "manage.py", "createcachetable")
    block, *seats = run(environment, "-c", MAKE).split()
    kept: list[str] = []
    unsure: dict[str, list[str]] = {seat: [] for seat in seats}

    for turn in range(KILLS):
        with serving("connecting_people.config.wsgi:application", tmp_path / "log", **environment) as server:
            given = [(server.port, block, seat, kept, unsure[seat]) for seat in seats]
            writers = [threading.Thread(target=write_until_it_dies, args=one) for one in given]
            for writer in writers:
                writer.start()
            time.sleep(random.Random(turn).uniform(0.3, 0.9))
            for pid in server.family():
                os.kill(pid, signal.SIGKILL)
            for writer in writers:
                writer.join()
    with serving("connecting_people.config.wsgi:application", tmp_path / "log", **environment) as server:
        shown = [_page(server.port, seat) for seat in seats]

    with sqlite3.connect(environment["CP_DATABASE"]) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    stored = run(environment, "-c", TEXTS).split()
    assert len(kept) > KILLS
    assert set(kept) <= set(stored)
    assert len(stored) == len(set(stored))
    assert all("The model, moving" in page for page in shown)


def _page(port: int, seat: str) -> str:
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", "/room/", headers={"Cookie": f"seat={seat}"})
        return connection.getresponse().read().decode()
