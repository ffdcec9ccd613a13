"""What the tests of the pages share: addresses, somebody signed in, a map with many on it."""

from typing import Any

from django.test import Client
from django.urls import reverse

from connecting_people.connections.rules import Contact, Exchange, Feeling
from connecting_people.connections.tests.maps import add, edit, tie
from tests.cast import Cast


def address(cast: Cast, name: str, **more: Any) -> str:
    return reverse(f"connections:{name}", kwargs={"partnership_id": cast.partnership.pk, **more})


def signed_in(cast: Cast, who: str) -> Client:
    client = Client()
    client.force_login(cast.user(who))
    return client


def fill(cast: Cast) -> Any:
    howard = add(cast, "asha", "Howard", at=cast.at, ring=1, contact=Contact.WEEKLY, gets=frozenset(Exchange))
    meera = add(cast, "ben", "Meera", kind="family", feeling=Feeling.GOOD, gives=frozenset({Exchange.FRIENDSHIP}))
    tie(cast, "asha", howard, meera)
    edit(cast, "asha", howard, matters="A lift home", never_support=True)
    return howard
