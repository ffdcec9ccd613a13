"""A team's own words for the one page that it gives to a colleague or to a local organisation."""

from datetime import datetime

from django.db import transaction
from django.http import Http404

from connecting_people.audit import actions as audit
from connecting_people.core.troubles import Stale
from connecting_people.culture import permissions
from connecting_people.culture.models import Briefing
from connecting_people.culture.rules import Reader
from connecting_people.people.models import Agency, Team, User


class StaleBriefing(Stale[Briefing]):
    """Somebody else wrote meanwhile."""


@transaction.atomic
def write(
    *, by: User, at: datetime, agency: Agency, team: Team | None, reader: Reader, words: str, version: int
) -> Briefing:
    """Put down what a team, or the agency, says of itself in place of `version`, 0 where there was none."""
    permissions.check_can_write_briefing(by, agency.pk)
    if team and team.agency_id != agency.pk:
        raise Http404
    one = {"agency": agency, "team": team, "reader": reader}
    # Who comes first makes the row; whoever else comes at the same moment then finds it.
    now, _made = Briefing.objects.select_for_update().get_or_create(**one, defaults={"by": by, "at": at, "version": 0})
    if now.version != version:
        raise StaleBriefing(now)
    now.words, now.by, now.at, now.version = words.strip(), by, at, version + 1
    now.save(update_fields=["words", "by", "at", "version"])
    act, here = "culture: briefing written", agency.pk
    audit.record(by=by.pk, at=at, agency_id=here, act=act, subject_id=here, target_id=now.pk)
    return now
