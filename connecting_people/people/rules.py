"""Words that the tables of this room are written in, and how long things last."""

from datetime import datetime, timedelta
from enum import StrEnum


class Role(StrEnum):
    """What somebody does in an agency; one person may hold several."""

    SERVICE_USER = "service_user"
    SUPPORTER = "supporter"
    PRACTITIONER = "practitioner"
    TRAINER = "trainer"
    TEAM_LEAD = "team_lead"
    ADMINISTRATOR = "administrator"
    PRIVACY_OFFICER = "privacy_officer"


class Setting(StrEnum):
    """The kind of help that an agency gives (row M13)."""

    MENTAL_HEALTH = "mental_health"
    DISABILITY = "disability"
    SUBSTANCE_USE = "substance_use"
    HOUSING = "housing"
    CARE_AND_SUPPORT = "care_and_support"


STAFF = frozenset({Role.PRACTITIONER, Role.TRAINER, Role.TEAM_LEAD, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER})
ACROSS_TEAMS = frozenset({Role.TRAINER, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER})
INVITATION_LASTS = timedelta(days=14)
CONTACTS_AT_MOST = 8

# How long one stays signed in. A shared device forgets soon, because whoever sits down next must find nothing.
SHARED_IDLE = timedelta(minutes=20)
SHARED_AT_MOST = timedelta(hours=12)
# Staff see what other people wrote: a working day at most, and not through a long lunch.
STAFF_IDLE = timedelta(minutes=30)
STAFF_AT_MOST = timedelta(hours=12)
# On a device of their own, service users and supporters sign in about twice a month.
OWN_AT_MOST = timedelta(days=14)


def lasts(*, shared: bool, staff: bool) -> tuple[timedelta | None, timedelta]:
    """Return how long a session may stand still (None: no limit), and how long it lasts at most."""
    if shared:
        return SHARED_IDLE, SHARED_AT_MOST
    return (STAFF_IDLE, STAFF_AT_MOST) if staff else (None, OWN_AT_MOST)


def is_over(*, began_at: datetime, seen_at: datetime, at: datetime, shared: bool, staff: bool) -> bool:
    """Say whether a session has stood still, or has lasted, for too long."""
    idle, at_most = lasts(shared=shared, staff=staff)
    return at - began_at >= at_most or (idle is not None and at - seen_at >= idle)
