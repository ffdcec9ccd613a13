"""Who is signed in: every page asks for the session and its user, so each query is compiled once."""

from typing import Any
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from connecting_people.core.prepared import Prepared, columns_of, made
from connecting_people.people.models import User

_SESSION = Prepared(
    lambda session_key, at: Session.objects.filter(session_key=session_key, expire_date__gt=at).values_list(
        "session_data"
    )
)
_USER = Prepared(lambda user_id: User.objects.filter(pk=user_id).values_list(*columns_of(User)))


class SessionStore(db.SessionStore):
    """Django's sessions in the database."""

    def load(self) -> dict[str, Any]:
        """Return what the session holds; nothing where there is none or it is too old."""
        row = _SESSION.first(session_key=self.session_key, at=timezone.now()) if self.session_key else None
        if row is None:
            self._session_key = None
            return {}
        return self.decode(row[0])


class Backend(AuthenticationBackend):
    """allauth's way to find out who somebody is."""

    def get_user(self, user_id: UUID) -> User | None:
        """Return who signed in, unless the login was switched off since."""
        row = _USER.first(user_id=user_id)
        user = made(User, row) if row else None
        return user if user and self.user_can_authenticate(user) else None
