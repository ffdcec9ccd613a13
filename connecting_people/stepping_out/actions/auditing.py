"""Acts that say nothing new in the record, and stand in the audit alone."""

from datetime import datetime
from uuid import UUID

from connecting_people.audit import actions as audit
from connecting_people.partnership.models import Partnership
from connecting_people.people.models import User


def audited(by: User, at: datetime, partnership: Partnership, act: str, target_id: UUID | None = None) -> None:
    """Audit what somebody did around an outing."""
    audit.record(
        by=by.pk,
        at=at,
        agency_id=partnership.agency_id,
        act=f"outings: {act}",
        subject_id=partnership.pk,
        target_id=target_id,
    )
