"""The same map twice, once with what one keeps to oneself in between: to the other it is the same, byte by byte."""

import io
import re
import zipfile
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.connections.actions import connections as actions
from connecting_people.connections.actions import history, ties
from connecting_people.connections.layout import Move
from connecting_people.connections.models import MapSnapshot
from connecting_people.connections.rules import Exchange, Feeling
from connecting_people.connections.tests.maps import add, edit, tie
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAGES = ("map", "list", "over_time", "what_it_says", "photo", "copies")
FILES = ("map.svg", "tables.zip", "map.graphml", "changes.csv")
ID = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")


def play(cast: Cast, private: bool) -> None:
    """Make a map over two days; where `private`, Asha keeps people of every ring and part to herself in between."""
    then, now = cast.at, timezone.now()
    shared: list[UUID] = []
    for number in range(9):
        if private:
            secret = add(cast, "asha", f"Secret {number}", at=then, ring=number % 2 + 1, to_oneself=True)
            if shared:
                tie(cast, "asha", shared[-1], secret, at=then)
            if number % 3 == 0:
                asked = Move(step="next")
                actions.move(by=cast.asha, at=now, partnership=cast.reach("asha"), connection_id=secret, asked=asked)
        at = then + timedelta(minutes=number)
        facts = {"ring": number % 2 + 1, "feeling": Feeling.GOOD, "gets": frozenset({Exchange.FRIENDSHIP})}
        shared.append(add(cast, ("asha", "ben")[number % 2], f"Friend {number}", at=at, **facts))
    tie(cast, "asha", shared[0], shared[1], at=then)
    tie(cast, "asha", shared[1], shared[2])
    edit(cast, "asha", shared[3], matters="A lift home")
    for step in ("closer", "further", "previous"):
        actions.move(
            by=cast.asha, at=now, partnership=cast.reach("asha"), connection_id=shared[4], asked=Move(step=step)
        )
    if private:
        ties.untie(by=cast.asha, at=now, partnership=cast.reach("asha"), one=shared[0], other=secret_of(cast))
        history.undo(by=cast.asha, at=now, partnership=cast.reach("asha"))
    actions.take_off(by=cast.asha, at=now, partnership=cast.reach("asha"), connection_id=shared[5])


def secret_of(cast: Cast) -> UUID:
    """Return one of those whom Asha keeps to herself and who knows the first friend."""
    return cast.partnership.connection_states.get(name="Secret 1", latest=True).connection_id


def pages(cast: Cast) -> dict[str, str]:
    """Return all that Ben sees, with every id in place of which it is."""
    client = Client()
    client.force_login(cast.ben)
    here = {"partnership_id": cast.partnership.pk}
    addresses = [reverse(f"connections:{page}", kwargs=here) for page in PAGES]
    addresses += [f"{addresses[3]}?show=yes", f"{addresses[2]}?figures=yes", f"{addresses[1]}?by=kind"]
    for row in cast.partnership.connection_states.filter(kept_by=None, latest=True).order_by("name"):
        addresses.append(reverse("connections:connection", kwargs={**here, "connection_id": row.connection_id}))
    for form in FILES:
        addresses.append(reverse("connections:copy", kwargs={**here, "form": form}) + "?days=all")
    found = {}
    for number, address in enumerate(addresses):
        answer = client.get(address)
        assert answer.status_code == 200, address
        found[f"{number} {ID.sub('id', address)}"] = plain(answer.content)
    return found


def plain(content: bytes) -> str:
    """Return a page or a file without its tokens, and with its ids numbered in the order in which they appear."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            content = b"\n".join(name.encode() + bundle.read(name) for name in bundle.namelist())
    text = re.sub(r'<input type="hidden" name="(csrfmiddlewaretoken|once|keep)"[^>]*>', "", content.decode())
    seen: dict[str, str] = {}
    return ID.sub(lambda match: seen.setdefault(match[0].replace("-", ""), f"id {len(seen)}"), text)


def world(cast: Cast, private: bool) -> tuple[dict[str, str], list[object]]:
    undo = transaction.savepoint()
    play(cast, private)
    stored = [
        (row.map_date, len(bytes(row.packed)), row.figures)
        for row in MapSnapshot.objects.filter(audience=None).order_by("map_date")
    ]
    found = pages(cast), stored
    transaction.savepoint_rollback(undo)
    return found


def test_two_worlds_alike_but_for_what_asha_keeps_are_the_same_to_ben(cast: Cast, settings: object) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    without, stored_without = world(cast, private=False)
    with_private, stored_with = world(cast, private=True)

    assert len(without) > 15
    for address, page in without.items():
        assert with_private[address] == page, address
    assert stored_with == stored_without
