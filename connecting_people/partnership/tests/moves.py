"""Moves of the cast that several tests begin with."""

from datetime import datetime, timedelta

from django.http import Http404

from connecting_people.core.london import day_of
from connecting_people.partnership import actions, queries
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.people.models import User
from tests.cast import Cast

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def opens(cast: Cast, user: User, at: datetime | None = None) -> Partnership | None:
    """Return the partnership of Asha and Ben as somebody opens it to write, if they can."""
    try:
        return queries.partnership_to_write(user, cast.partnership.pk, at=at or cast.at)
    except Http404:
        return None


def cover(cast: Cast, days: int = 3, at: datetime | None = None, by: User | None = None) -> Participant:
    """Let Dev stand in for Ben for some days."""
    return actions.cover(
        by=by or cast.ben,
        at=at or cast.at,
        partnership=cast.partnership,
        colleague=cast.dev,
        until_date=day_of(at or cast.at) + days * DAY,
    )
