"""How a browser is known in a live room: by the cookie of its seat, which is no sign-in and reaches nothing else.

Whoever showed a right code stands at the door for a few minutes with a signed note of which room it was and by which
code, until they say who they are; so no code stays in an address, and one that was changed opens nothing more.
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac

from connecting_people.training.models import Room, Trainee
from connecting_people.training.queries.rooms import open_room, seat_after, seat_of
from connecting_people.training.rules import PRACTICE_STAYS

_PREFIX: Final = "__Host-" if settings.SECURE else ""
SEAT: Final = f"{_PREFIX}seat"
DOOR: Final = f"{_PREFIX}door"
AT_THE_DOOR: Final = 15 * 60
_SIGNER: Final = TimestampSigner(salt="at the door of a room")


def seat_here(request: HttpRequest, at: datetime) -> Trainee | None:
    """Return whose seat this browser holds, if it holds one."""
    return seat_of(request.COOKIES.get(SEAT, ""), at)


def seat_kept(request: HttpRequest) -> Trainee | None:
    """Return whose seat this browser holds, also once the room is over; nobody who was sent out."""
    return seat_after(request.COOKIES.get(SEAT, ""))


def give_seat(response: HttpResponse, token: str, room: Room, at: datetime) -> None:
    """Let this browser keep a seat for as long as the room lasts, and what was practised there."""
    _set(response, SEAT, token, int((room.closes_at + PRACTICE_STAYS - at).total_seconds()))
    response.delete_cookie(DOOR, samesite="Lax")


def leave_seat(response: HttpResponse) -> None:
    """Let this browser forget the seat that it held."""
    response.delete_cookie(SEAT, samesite="Lax")


def come_to_the_door(response: HttpResponse, room: Room) -> None:
    """Note in this browser that it showed the code of a room."""
    _set(response, DOOR, _SIGNER.sign(f"{room.pk}.{_by_code(room)}"), AT_THE_DOOR)


def room_at_the_door(request: HttpRequest, at: datetime) -> Room | None:
    """Return the room whose code this browser showed a moment ago, while it is open and has that code."""
    try:
        id, _, shown = _SIGNER.unsign(request.COOKIES.get(DOOR, ""), max_age=AT_THE_DOOR).partition(".")
        room = open_room(UUID(id), at)
    except (BadSignature, ValueError):
        return None
    return room if room is not None and constant_time_compare(shown, _by_code(room)) else None


def address_of(request: HttpRequest) -> str:
    """Return from which address somebody asks, as the limits on signing in know it."""
    return str(get_adapter(request).get_client_ip(request))


def _by_code(room: Room) -> str:
    # Under the installation's key, so that nobody can try codes against their own cookie.
    return salted_hmac("at the door by this code", room.code_hash, algorithm="sha256").hexdigest()


def _set(response: HttpResponse, name: str, value: str, seconds: int) -> None:
    response.set_cookie(name, value, max_age=seconds, secure=settings.SECURE, httponly=True, samesite="Lax")
