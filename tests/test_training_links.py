"""Whoever gives a training, comes to one or sits in its room: no link of its pages leads them to a closed door."""

import re
from collections import Counter
from datetime import timedelta
from html import unescape
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone

from connecting_people.training.actions import landing, trainers
from connecting_people.training.deck import office, paper
from connecting_people.training.door import SEAT
from connecting_people.training.models import Note, Training
from connecting_people.training.papers.sheet import Paper
from connecting_people.training.rules import Going, Who
from connecting_people.training.tests.afterwards import came, past_training
from connecting_people.training.urls import urlpatterns
from tests.cast import Cast
from tests.matrix_training import training_parts

pytestmark = pytest.mark.django_db
# Beside Ben these give both trainings, each as what stands here; Asha and Kit may not plan one.
GIVE = {"femi": Who.OUTSIDE, "asha": Who.SERVICE_USER, "kit": Who.PRACTITIONER}
COME = ("dev", "hana")
OPENED = {200, 204, 302}
A_FEW = 3


@pytest.fixture(autouse=True)
def _nothing_is_drawn(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """Leave the files themselves to their own tests: who may open them is asked before they are made."""
    settings.DEMO = True  # nobody needs a second factor
    monkeypatch.setattr(Paper, "drawn", lambda *_of: b"%PDF")
    monkeypatch.setattr(office, "pptx", lambda *_of, **_named: b"PK")
    monkeypatch.setattr(paper, "pdf", lambda *_of, **_named: b"%PDF")


@pytest.fixture
def parts(cast: Cast) -> dict[str, Any]:
    """Plan one training and give another, of which a note has landed; everybody has their part in both."""
    at = timezone.now() - timedelta(hours=1)
    parts = {"agency_id": cast.agency.pk, **training_parts(cast.ben, cast.agency, at)}
    planned = Training.objects.get(pk=parts["training_id"])
    given = past_training(cast)
    for training in (planned, given):
        for name, who in GIVE.items():
            trainers.add_trainer(by=cast.ben, at=at, training=training, user=cast.user(name), who=who)
    for name in COME:
        came(given, cast.user(name), at=at)
        came(planned, cast.user(name), at=at, going=Going.INVITED) if name == "hana" else None
    gap = Note.objects.get(pk=parts["note_id"])
    landing.land_gap(by=cast.ben, at=at, note=gap, need="Chess", interest="", place="")
    return parts


def pages_of_the_room(parts: dict[str, Any]) -> list[str]:
    """Return the address of every page of trainings that these objects have."""
    found = []
    for pattern in urlpatterns:
        own = parts.get(f"training:{pattern.name}", {})
        try:
            values = {part: {**parts, **own}[part] for part in pattern.pattern.converters}
            found.append(reverse(f"training:{pattern.name}", kwargs=values))
        except (KeyError, NoReverseMatch):
            continue
    return found


def links_on(text: str, address: str) -> set[str]:
    """Return the addresses here to which a page leads."""
    found = {urljoin(address, urldefrag(unescape(href)).url) for href in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', text)}
    return {one for one in found if one.startswith("/")}


def closed_doors(client: Client, begin: list[str]) -> dict[str, str]:
    """Follow the links on every page of trainings that opens; return those that lead nowhere, with their page.

    Of pages that differ in nothing but which activity or turn of a conversation they show, a few are enough.
    """
    linked: dict[str, str] = {}
    statuses: dict[str, int] = {}
    many: Counter[str] = Counter()
    waiting = list(begin)
    while waiting:
        address = waiting.pop()
        found = get_resolver().resolve(address.partition("?")[0])
        if address in statuses or many[found.view_name] == A_FEW:
            continue
        many[found.view_name] += 1
        response = client.get(address)
        statuses[address] = response.status_code
        if response.status_code != 200 or found.namespace != "training" or "html" not in response["Content-Type"]:
            continue
        for link in links_on(response.text, address):
            linked.setdefault(link, address)
            waiting.append(link)
    return {to: f"{statuses[to]}, on {on}" for to, on in linked.items() if statuses.get(to, 200) not in OPENED}


@pytest.mark.parametrize("name", ["ben", *GIVE, *COME])
def test_no_link_leads_a_person_to_a_page_that_is_closed_to_them(cast: Cast, parts: dict[str, Any], name: str) -> None:
    client = Client()
    client.force_login(cast.user(name))  # type: ignore[arg-type]
    begin = pages_of_the_room(parts)
    assert len(begin) > 60

    assert closed_doors(client, begin) == {}


def test_no_link_leads_somebody_in_a_seat_to_a_page_that_is_closed_to_them(parts: dict[str, Any]) -> None:
    client = Client()
    client.cookies[SEAT] = parts["seat"]
    assert client.get(reverse("training:seat")).status_code == 200

    assert closed_doors(client, pages_of_the_room(parts)) == {}
