"""Somebody looks at the six practices, looks again, and takes back what they said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.culture import permissions
from connecting_people.culture.models import Look, LookAt
from connecting_people.culture.quarters import quarter_of
from connecting_people.culture.rules import Mark, Voice
from connecting_people.guide.culture import PRACTICES
from connecting_people.people.models import Agency, Team, User


class LookError(Trouble):
    """Something about a look cannot be done; the message says how to mend it."""


class NothingSaid(LookError):
    """Nothing was said of any practice."""


class QuarterOver(LookError):
    """What was said in a quarter stays as it is once it is over."""


class StaleLook(Stale[Look], LookError):
    """The look was changed on another page after it was read."""


@dataclass(frozen=True)
class Said:
    """What somebody said of one practice."""

    mark: Mark | None = None
    example: str = ""
    try_next: str = ""
    shown: bool = False

    def __bool__(self) -> bool:
        return bool(self.mark or self.example.strip() or self.try_next.strip())


@transaction.atomic
def look(
    *,
    by: User,
    at: datetime,
    agency: Agency,
    voice: Voice,
    said: Mapping[str, Said],
    team: Team | None = None,
    version: int = 0,
) -> Look:
    """Keep how somebody sees the practices this quarter; with `version` in place of what they said before.

    Raise StaleLook where it changed since, and NothingSaid where everything was left open.
    """
    permissions.check_can_look(by, agency.pk, team, voice, at)
    rows = [(one.id, said[one.id]) for one in PRACTICES if said.get(one.id)]
    if not rows:
        raise NothingSaid(_("Say something of at least one of the six. All the others can stay open."))
    named: dict[str, Any] = {
        "agency": agency,
        "team": team,
        "by": by,
        "voice": voice,
        "quarter_date": quarter_of(day_of(at)),
    }
    kept, fresh = Look.objects.select_for_update().get_or_create(**named)
    if not fresh:
        if kept.version != version:
            raise StaleLook(kept)
        kept.version += 1
        kept.save(update_fields=["version"])
        kept.at.all().delete()
    LookAt.objects.bulk_create(_row(kept, practice, one) for practice, one in rows)
    _audit(by, at, kept, "look")
    return kept


@transaction.atomic
def take_back(*, by: User, at: datetime, look: Look) -> None:
    """Take back one's own look while its quarter lasts."""
    permissions.check_is_own_look(by, look)
    if look.quarter_date != quarter_of(day_of(at)):
        raise QuarterOver(
            _("That quarter is over, and what people said then is added up. Your examples can be hidden.")
        )
    _audit(by, at, look, "look taken back")
    look.delete()


@transaction.atomic
def hide_examples(*, by: User, at: datetime, look: Look) -> None:
    """Show nobody the examples of one's own look any more, on whatever day."""
    permissions.check_is_own_look(by, look)
    look.at.update(shown=False)
    _audit(by, at, look, "examples hidden")


def _row(kept: Look, practice: str, said: Said) -> LookAt:
    example = said.example.strip()
    return LookAt(
        agency_id=kept.agency_id,
        look=kept,
        practice=practice,
        mark=said.mark or "",
        example=example,
        try_next=said.try_next.strip(),
        shown=said.shown and bool(example),
    )


def _audit(by: User, at: datetime, look: Look, did: str) -> None:
    agency_id = look.agency_id
    audit.record(by=by.pk, at=at, agency_id=agency_id, act=f"culture: {did}", subject_id=agency_id, target_id=look.pk)
