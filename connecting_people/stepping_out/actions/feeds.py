"""A calendar at a secret address: opened, renewed and closed by whose it is."""

import secrets
from datetime import datetime

from django.db import transaction

from connecting_people.partnership.models import Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.people.queries import hash_of
from connecting_people.stepping_out.actions.auditing import audited
from connecting_people.stepping_out.models import CalendarFeed


@transaction.atomic
def open_feed(*, by: User, at: datetime, partnership: Partnership, plain_titles: bool) -> str:
    """Open one's calendar, or renew its address so that the old one leads nowhere; return the token, kept nowhere."""
    check_can_write(by, partnership, at)
    token = secrets.token_urlsafe(32)
    stands = {"token_hash": hash_of(token), "plain_titles": plain_titles, "made_at": at}
    CalendarFeed.objects.update_or_create(agency_id=partnership.agency_id, place=partnership.me, defaults=stands)
    audited(by, at, partnership, "calendar opened")
    return token


@transaction.atomic
def close_feed(*, by: User, at: datetime, partnership: Partnership) -> None:
    """Close one's calendar: its address leads nowhere from now on."""
    check_can_write(by, partnership, at)
    CalendarFeed.objects.filter(place=partnership.me).delete()
    audited(by, at, partnership, "calendar closed")
