"""What somebody can help others with: they offer it themselves, say it anew, and take it back."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.http import Http404

from connecting_people.audit import actions as audit
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.culture import permissions
from connecting_people.culture.helping import WHAT_FOR
from connecting_people.culture.models import Skill, SkillFor
from connecting_people.people.models import Agency, User


class SkillError(Trouble):
    """What was asked of an offer to help cannot be; the message says why."""


class StaleSkill(Stale[Skill], SkillError):
    """An offer was changed in another place after it was read."""


@transaction.atomic
def offer(*, by: User, at: datetime, agency: Agency, words: str, what: Iterable[str], for_all: bool) -> Skill:
    """Say what one can help with: to staff, and with `for_all` to everybody of the agency."""
    permissions.check_can_take_part(by, agency.pk)
    made = Skill.objects.create(agency=agency, user=by, words=words.strip(), for_all=for_all, made_at=at)
    _say_what_for(made, what)
    _audit(by, at, made, "offered")
    return made


@transaction.atomic
def change(
    *, by: User, at: datetime, skill: Skill, words: str, what: Iterable[str], for_all: bool, version: int
) -> None:
    """Say it anew; raise StaleSkill where it was changed since `version` was read."""
    now = _own(by, skill)
    if now.version != version:
        raise StaleSkill(now)
    now.words, now.for_all, now.version = words.strip(), for_all, version + 1
    now.save(update_fields=["words", "for_all", "version"])
    now.helps_with.all().delete()
    _say_what_for(now, what)
    _audit(by, at, now, "changed")


@transaction.atomic
def end(*, by: User, at: datetime, skill: Skill) -> None:
    """Take an offer back: nobody finds it any more."""
    now = _own(by, skill)
    now.ended_at = at
    now.save(update_fields=["ended_at"])
    _audit(by, at, now, "ended")


def _own(by: User, skill: Skill) -> Skill:
    permissions.check_can_take_part(by, skill.agency_id)
    permissions.check_is_own_skill(by, skill)
    found = Skill.objects.select_for_update().filter(pk=skill.pk, ended_at=None).first()
    if found is None:
        raise Http404
    return found


def _say_what_for(skill: Skill, what: Iterable[str]) -> None:
    known = [one for one in dict.fromkeys(what) if one in WHAT_FOR]
    SkillFor.objects.bulk_create(SkillFor(agency_id=skill.agency_id, skill=skill, what=one) for one in known)


def _audit(by: User, at: datetime, skill: Skill, did: str) -> None:
    here, act = skill.agency_id, f"culture: skill {did}"
    audit.record(by=by.pk, at=at, agency_id=here, act=act, subject_id=here, target_id=skill.pk)
