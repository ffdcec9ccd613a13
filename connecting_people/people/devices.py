"""What a session knows of its device: whether others use it too, when it began and when it was last used.

Shared (what counts when nothing was chosen): the cookie goes when the browser closes, after 20 minutes without a
click one is signed out, and after 12 hours in any case. One's own: 14 days for service users and supporters; for
staff 30 minutes without a click and 12 hours at most. The numbers stand in `rules`.
"""

from datetime import UTC, datetime, timedelta
from typing import Final

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login
from django.contrib.sessions.models import Session
from django.http import HttpRequest

from connecting_people.people.models import User
from connecting_people.people.rules import OWN_AT_MOST, is_over

_SHARED: Final = "shared_device"
_BEGAN: Final = "began_at"
_SEEN: Final = "seen_at"
# Each write of the session costs a write to the database: once a minute is exact enough.
_NOTED_EVERY: Final = timedelta(minutes=1)


def choose(request: HttpRequest, *, shared: bool) -> None:
    """Keep the choice for this session; the cookie of a shared device goes when the browser closes."""
    request.session[_SHARED] = shared
    request.session.set_expiry(0 if shared else int(OWN_AT_MOST.total_seconds()))


def sign_in(request: HttpRequest, user: User, *, shared: bool) -> None:
    """Sign somebody in who has just shown who they are, in a way that allauth does not know of."""
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    begin(request, user)
    choose(request, shared=shared)
    UserSession.objects.create_from_request(request)


def begin(request: HttpRequest, user: User) -> None:
    """Note when a session begins: at the sign-in that was just kept, and at no later one."""
    if user.last_login:
        request.session[_BEGAN] = user.last_login.timestamp()
    request.session.pop(_SEEN, None)


def forget_ended() -> int:
    """Forget where people were signed in, once the session itself is gone; return how many."""
    alive = Session.objects.values("session_key")
    return int(UserSession.objects.exclude(session_key__in=alive).delete()[0])


def is_shared(request: HttpRequest) -> bool:
    """Say whether others may use this device too: so it is unless somebody said otherwise."""
    return bool(request.session.get(_SHARED, True))


def has_ended(request: HttpRequest, user: User, *, at: datetime, staff: bool) -> bool:
    """Say whether this session has lasted too long; where it has not, note that it is in use."""
    now = at.timestamp()
    began = request.session.get(_BEGAN, user.last_login.timestamp() if user.last_login else now)
    seen = request.session.get(_SEEN, began)
    if is_over(began_at=_moment(began), seen_at=_moment(seen), at=at, shared=is_shared(request), staff=staff):
        return True
    if now - seen >= _NOTED_EVERY.total_seconds():
        request.session[_BEGAN] = began
        request.session[_SEEN] = now
    return False


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
