"""The live room: who sits in it, known by a secret in their browser alone."""

import hashlib
from typing import Final

from django.conf import settings
from django.http import HttpRequest

from connecting_people.training.models import Trainee

SEAT_COOKIE: Final = "seat"


def seat_of(request: HttpRequest) -> Trainee | None:
    """Return who sits in a room with this browser; None for everybody who sits in none."""
    name = f"__Host-{SEAT_COOKIE}" if settings.SESSION_COOKIE_SECURE else SEAT_COOKIE
    secret = request.COOKIES.get(name, "")
    if not secret:
        return None
    seat_hash = hashlib.sha256(secret.encode()).hexdigest()
    rows = Trainee.objects.filter(seat_hash=seat_hash, ejected_at=None)
    return rows.select_related("room__training", "agency").first()
