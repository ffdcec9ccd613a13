"""The live room: `make bench ARGS=bench.live` on both databases, BENCH_TRAINEES=50 for a minute's worth.

`python -m bench.live 50,200,500` is SQLite alone; with BENCH_WORKERS=2 two processes serve the room, on any core.

Everybody in one room asks for what is new as often as the server says, and posts a note every twenty seconds, while a
trainer puts notes together. A note is seen by all when the last phone was told of it. In the same run a peer with
server-sent events does the same: raw ASGI on the same server, a note stored by the same rules of safety, then pushed.
"""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("CP_DATA", tempfile.mkdtemp(prefix="bench-"))
    os.environ.setdefault("CP_DATABASE", str(Path(os.environ["CP_DATA"]) / "bench.sqlite3"))
    os.environ.setdefault("CP_DEMO", "1")
    os.environ["DJANGO_SETTINGS_MODULE"] = "connecting_people.config.settings"
    import django

    django.setup()

from django.core.management import call_command
from django.utils import timezone

from bench.live_phones import Phones, PolledPhone, StreamedPhone, Told
from bench.server import Server, serving
from connecting_people.people import actions as people
from connecting_people.people.rules import Role
from connecting_people.training.actions import boards, rooms, seats, trainings
from connecting_people.training.door import SEAT
from connecting_people.training.models import Block, Note, Room
from connecting_people.training.queries.boards import notes_in
from connecting_people.training.rules import Who

SIZES = os.environ.get("BENCH_TRAINEES", "50,200,500")
SECONDS = float(os.environ.get("BENCH_SECONDS", "45"))
WORKERS = int(os.environ.get("BENCH_WORKERS", "1"))
GROUPS_EVERY = 5
TICKS = os.sysconf("SC_CLK_TCK")


def main(sizes: list[int]) -> None:
    """Serve a room for each size, then the peer; print a row for each."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    at = timezone.now()
    by = people.make_user(by=None, at=at, name="Femi", email="femi@example.org", password="a quiet walk")
    agency = people.make_agency(by=by, at=at, name="Riverside", setting="mental_health")
    people.give_role(by=by, at=at, agency=agency, user=by, role=Role.ADMINISTRATOR)
    folder = Path(os.environ["CP_DATA"])
    here = {name: os.environ[name] for name in ("CP_DATA", "CP_DATABASE")}
    for size in sizes:
        room, phones = _a_room(by, agency, size)
        wsgi = "connecting_people.config.wsgi:application"
        with serving(wsgi, folder / "live.log", workers=WORKERS, **here) as server:
            told, cpu = asyncio.run(
                _measured(server, Phones([PolledPhone(server.port, *one) for one in phones]), by, room)
            )
        by_two = "" if WORKERS == 1 else f", {WORKERS} workers"
        print(f"live room, {size} trainees, polling{by_two}: {_says(told, cpu)}", flush=True)
        database = str(folder / f"peer-{size}.sqlite3")
        with serving("bench.live_peer:application", folder / "peer.log", "asgi", CP_PEER=database) as server:
            peers = Phones([StreamedPhone(server.port, str(n)) for n in range(size)])
            told, cpu = asyncio.run(_measured(server, peers, None, None))
        print(f"live room, {size} trainees, server-sent events (raw ASGI): {_says(told, cpu)}", flush=True)


def _a_room(by: object, agency: object, size: int) -> tuple[Room, list[tuple[str, str, str]]]:
    at = timezone.now()
    training = trainings.plan(by=by, at=at, agency=agency, title=f"Of {size}")
    given = {"agency": agency, "training": training, "position": 0, "kind": "activity", "activity": "local-connections"}
    block = Block.objects.create(**given)
    room = rooms.open_room(by=by, at=at, training=training)
    rooms.move(by=by, at=at, room=room, coming_from=None, to=block)
    tokens = [seats.take_seat(by=None, at=at, room=room, name="", who=Who.CARER)[1] for _ in range(size)]
    return room, [(SEAT, token, str(block.pk)) for token in tokens]


async def _measured(server: Server, phones: Phones, by: object, room: Room | None) -> tuple[Told, float]:
    before, begin = _cpu(server), time.perf_counter()
    grouping = asyncio.create_task(_groups(by, room)) if room else None
    told = await phones.go(SECONDS)
    if grouping:
        grouping.cancel()
    return told, (_cpu(server) - before) / (time.perf_counter() - begin)


async def _groups(by: object, room: Room) -> None:
    while True:
        await asyncio.sleep(GROUPS_EVERY)
        await asyncio.to_thread(_put_together, by, room)


def _put_together(by: object, room: Room) -> None:
    some = [
        str(pk) for pk in Note.objects.filter(training=room.training_id, group=None).values_list("pk", flat=True)[:6]
    ]
    if some:
        notes = notes_in(room.training, some)
        boards.put_together(by=by, at=timezone.now(), room=room, notes=notes, title="Alike", group=None)


def _cpu(server: Server) -> float:
    fields = [Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split() for pid in server.family()]
    return sum(int(one[11]) + int(one[12]) for one in fields) / TICKS


def _says(told: Told, cpu: float) -> str:
    return (
        f"seen by all after {told.all_median:.2f} s (median), {told.all_p95:.2f} s (p95); "
        f"by one {told.one_median:.2f} s, {told.one_p95:.2f} s; posting p95 {told.post_p95 * 1000:.0f} ms; "
        f"{told.notes} notes, {told.missing} not seen by somebody, {told.failed} failed; {cpu:.0%} of a core"
    )


if __name__ == "__main__":
    main([int(size) for size in (sys.argv[1] if len(sys.argv) > 1 else SIZES).split(",")])
