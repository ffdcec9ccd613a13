"""What the team knows, for the tests: places to check, and somebody known there."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from connecting_people.community.actions.assets import keep_asset
from connecting_people.community.actions.contacts import add_contact
from connecting_people.community.models import Asset, LocalContact
from connecting_people.community.tests.places import service
from tests.cast import Cast


def places(cast: Cast, *names: str) -> list[Asset]:
    """Keep places of these names, which nobody has checked yet."""
    return [keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=service(name)) for name in names]


def place(cast: Cast, name: str = "Weir Hall") -> Asset:
    """Keep one place."""
    return places(cast, name)[0]


def known(cast: Cast, asset: Asset, who: str = "ben", name: str = "Sam at the desk", at: datetime | None = None) -> Any:
    """Write down whom somebody knows there, and return it as pages find it."""
    by = cast.user(who)
    assert by is not None
    contact = add_contact(
        by=by,
        at=at or cast.at,
        team=cast.team,
        asset=asset,
        name=name,
        reach="01632 960 001",
        approach="Ask for a tour",
    )
    return LocalContact.objects.get(pk=contact.pk)


def to(cast: Cast, name: str, **parts: UUID) -> str:
    """Return the address of a page of the cast's agency."""
    return reverse(f"community:{name}", kwargs={"agency_id": cast.agency.pk, **parts})
