"""What the tests of planning share: a training of Ben's with an agenda, and how to look and send."""

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from connecting_people.core.london import LONDON, day_of
from connecting_people.training.actions import agenda, trainings
from connecting_people.training.models import Block, Training
from connecting_people.training.rules import BlockKind
from tests.cast import Cast


def planned(cast: Cast, by: str = "ben", days: int = 10, **said: Any) -> Training:
    """Plan a training that begins at half past nine and ends at four, so many days from the cast's day."""
    user = cast.user(by)
    assert user is not None
    day = day_of(cast.at) + timedelta(days=days)
    begins = datetime(day.year, day.month, day.day, 9, 30, tzinfo=LONDON)
    said = {"begins_at": begins, "ends_at": begins + timedelta(hours=6, minutes=30), "places": 2} | said
    return trainings.plan(by=user, at=cast.at, agency=cast.agency, title="A first day together", **said)


def put(cast: Cast, training: Training, *activities: str) -> list[Block]:
    """Put activities of the course on the agenda."""
    act = {"by": training.made_by, "at": cast.at, "training": training, "kind": BlockKind.ACTIVITY}
    return [agenda.add(**act, activity=one) for one in activities]


def to(training: Training, name: str, **parts: Any) -> str:
    """Return the address of a page of a training."""
    here = {"agency_id": training.agency_id, "training_id": training.pk}
    return reverse(f"training:{name}", kwargs={**here, **parts})


def to_list(cast: Cast, name: str = "trainings", **parts: Any) -> str:
    """Return the address of a page of the agency's trainings."""
    return reverse(f"training:{name}", kwargs={"agency_id": cast.agency.pk, **parts})
