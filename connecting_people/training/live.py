"""The seat that somebody has in a live room: a secret in their browser, and nothing else, says who they are."""

from hashlib import sha256
from typing import Final

from django.conf import settings
from django.http import HttpRequest

from connecting_people.training.models import Trainee

SEAT_COOKIE: Final = "seat"


def seat_of(request: HttpRequest) -> Trainee | None:
    """Return the trainee whose seat this browser holds, also after the room was closed; None for everybody else."""
    secret = request.COOKIES.get(f"__Host-{SEAT_COOKIE}" if settings.SESSION_COOKIE_SECURE else SEAT_COOKIE, "")
    if not secret:
        return None
    seats = Trainee.objects.filter(seat_hash=sha256(secret.encode()).hexdigest(), ejected_at=None)
    return seats.select_related("room__training").first()
