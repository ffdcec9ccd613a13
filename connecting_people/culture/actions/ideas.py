"""Ideas of how the agency could do better."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.culture.models import Idea
from connecting_people.culture.rules import Voice
from connecting_people.people.models import Agency, Team, User


@transaction.atomic
def suggest(
    *,
    by: User,
    at: datetime,
    agency: Agency,
    words: str,
    voice: Voice,
    named: bool,
    practice: str = "",
    team: Team | None = None,
    from_training: UUID | None = None,
) -> Idea:
    """Put an idea on the agency's list; what stood on the board of a training is nobody's of the product."""
    idea = Idea.objects.create(
        agency=agency,
        team=team,
        by=by if named and from_training is None else None,
        sealed_by="" if named or from_training else str(by.pk),
        voice=voice,
        words=words.strip(),
        practice=practice,
        from_training=from_training,
        made_date=day_of(at).replace(day=1),
    )
    act = "idea: suggested"
    actor = by.pk if named or from_training else None
    audit.record(by=actor, at=at, agency_id=agency.pk, act=act, subject_id=agency.pk, target_id=idea.pk)
    return idea
