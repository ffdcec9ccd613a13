"""Invented places for the tests: documents as the standard has them, and how they come into a directory."""

import uuid
from datetime import datetime
from typing import Any

from connecting_people.community.actions.assets import keep_asset, keep_organisation
from connecting_people.community.models import Asset, Organisation
from connecting_people.community.rules import Access, Kind
from connecting_people.community.standard import Document
from connecting_people.community.terms import attributes
from connecting_people.people.models import Agency, User

WEIR_HALL = (53.9591, -1.0815)


def service(
    name: str,
    *,
    kind: Kind = Kind.SERVICE,
    interests: tuple[str, ...] = (),
    access: tuple[Access, ...] = (),
    at: tuple[float, float] | None = None,
    days: str = "",
    opens: str = "",
    amount: float | None = None,
    **fields: Any,
) -> Document:
    """Return an asset's document, the ids drawn by lot."""
    id = uuid.uuid4()
    said = [
        *attributes(id, "kinds", [kind.value]),
        *attributes(id, "interests", interests),
        *attributes(id, "access", [one.value for one in access]),
    ]
    document: Document = {"id": str(id), "name": name, "status": "active", "attributes": said, **fields}
    if days:
        document["schedules"] = [
            {"id": _id(), "freq": "WEEKLY", "byday": days, **({"opens_at": opens} if opens else {})}
        ]
    if amount is not None:
        document["cost_options"] = [{"id": _id(), "amount": amount}]
    if at:
        location = {"id": _id(), "location_type": "physical", "latitude": at[0], "longitude": at[1]}
        document["service_at_locations"] = [{"id": _id(), "location": location}]
    return document


def organisation(*, by: User, at: datetime, agency: Agency, name: str = "Tarrow Walkers") -> Organisation:
    """Keep an organisation."""
    document = {"id": _id(), "name": name, "description": "People who like to walk together"}
    return keep_organisation(by=by, at=at, agency=agency, document=document)


def walking_group(*, by: User, at: datetime, agency: Agency) -> Asset:
    """Keep a free, step-free walking group on Tuesdays."""
    document = service(
        "Tuesday walkers",
        kind=Kind.GROUP,
        interests=("walking",),
        access=(Access.STEP_FREE,),
        at=WEIR_HALL,
        days="TU",
        opens="10:30",
        amount=0,
        description="A slow walk along the river, with tea afterwards.",
    )
    walkers = organisation(by=by, at=at, agency=agency)
    return keep_asset(by=by, at=at, agency=agency, document=document, organisation=walkers)


def _id() -> str:
    return str(uuid.uuid4())
