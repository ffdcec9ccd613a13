"""Who or what supports an outing, and the small steps towards it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.community.models import LocalContact
from connecting_people.connections.queries.connections import states
from connecting_people.core.london import day_of
from connecting_people.guide.processes import FACILITATION, SKILL_RECOGNITION
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.stepping_out.actions.auditing import audited
from connecting_people.stepping_out.actions.planning import OutingError, about
from connecting_people.stepping_out.models import Outing, SmallStep, Supporting
from connecting_people.stepping_out.queries import locked
from connecting_people.stepping_out.rules import Source


class NotAsked(OutingError):
    """Somebody on the map is never to be asked for support."""


@dataclass(frozen=True)
class Backing:
    """One source of support: who it is, where it is a person, or in own words."""

    source: Source
    participant: Participant | None = None
    connection_id: UUID | None = None
    contact: LocalContact | None = None
    words: str = ""


@transaction.atomic
def say_support(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    outing: Outing,
    backings: Sequence[Backing],
    words: str = "",
    voice: Participant | None = None,
) -> None:
    """Say who or what supports an outing, in place of what was said before.

    Raise NotAsked for somebody whom the person never wants suggested as support.
    """
    check_can_write(by, partnership, at)
    now = locked(partnership, outing)
    for backing in backings:
        _check(partnership, backing)
    Supporting.objects.filter(outing=now).delete()
    Supporting.objects.bulk_create(
        Supporting(
            agency_id=now.agency_id,
            outing=now,
            source=one.source,
            participant=one.participant,
            connection_id=one.connection_id,
            contact=one.contact,
            words=one.words.strip(),
        )
        for one in backings
    )
    line = _("Support for: %(what)s") % {"what": now.entry.line}
    about(by, at, partnership, now, "outing_support", line, words, voice, [FACILITATION.number])


@transaction.atomic
def say_small_steps(
    *, by: User, at: datetime, partnership: Partnership, outing: Outing, steps: Sequence[tuple[str, str]]
) -> None:
    """Say the small steps towards an outing and who helps with each; those taken and still named stay taken."""
    check_can_write(by, partnership, at)
    now = locked(partnership, outing)
    taken = dict(now.small_steps.exclude(taken_date=None).values_list("position", "taken_date"))
    before = {step.position: step.words for step in now.small_steps.all()}
    now.small_steps.all().delete()
    SmallStep.objects.bulk_create(
        SmallStep(
            agency_id=now.agency_id,
            outing=now,
            position=position,
            words=words.strip(),
            helper=helper.strip(),
            taken_date=taken.get(position) if before.get(position) == words.strip() else None,
        )
        for position, (words, helper) in enumerate(steps, 1)
    )
    audited(by, at, partnership, "small steps said", now.pk)


@transaction.atomic
def take_small_step(
    *, by: User, at: datetime, partnership: Partnership, outing: Outing, position: int, voice: Participant | None = None
) -> None:
    """Say that a small step is taken, today."""
    now = locked(partnership, outing)
    step = now.small_steps.filter(position=position, taken_date=None).first()
    if step is None:
        raise Http404
    step.taken_date = day_of(at)
    step.save(update_fields=["taken_date"])
    line = _("A small step: %(what)s") % {"what": step.words}
    about(by, at, partnership, now, "small_step", line, "", voice, [SKILL_RECOGNITION.number])


def _check(partnership: Partnership, backing: Backing) -> None:
    if backing.participant and backing.participant.partnership_id != partnership.pk:
        raise Http404
    if backing.contact and backing.contact.agency_id != partnership.agency_id:
        raise Http404
    if backing.connection_id:
        found = states(partnership).filter(connection=backing.connection_id, there=True).first()
        if found is None:
            raise Http404
        if found.never_support:
            raise NotAsked(_("%(name)s is marked never to be asked. Choose somebody else.") % {"name": found.name})
