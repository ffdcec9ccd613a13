"""A barrier is written down, said differently, and moves: it rests, is got round, or comes back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.barriers import permissions
from connecting_people.barriers.models import Barrier, BarrierMove
from connecting_people.barriers.queries.barriers import locked, version_of
from connecting_people.barriers.rules import NEXT, BarrierState, Weight
from connecting_people.barriers.words import STATES
from connecting_people.connections.queries.connections import state_in
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.guide.barriers import UnknownBarrierKind, barrier_kind
from connecting_people.guide.processes import FEEDBACK, STRATEGIES
from connecting_people.guide.steps import WORKING_AROUND_BARRIERS
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.plans.models import Goal
from connecting_people.stepping_out.models import Outing

STEP: Final = WORKING_AROUND_BARRIERS.number
PAGE: Final = "barriers:barrier"


class BarrierError(Trouble):
    """Something about a barrier cannot be done; the message says how to mend it."""


class StaleBarrier(Stale[Barrier], BarrierError):
    """Somebody changed the barrier after it was read; `now` is how it stands."""


class CannotMove(BarrierError):
    """The barrier stands where this cannot follow."""


class NoKind(BarrierError):
    """There is no such kind of barrier."""


class NotShared(BarrierError):
    """What is shared would point to something that one keeps to oneself."""


@transaction.atomic
def notice(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    words: str,
    kind: str,
    voice: Participant | None = None,
    weight: Weight | str = "",
    goal: Goal | None = None,
    outing: Outing | None = None,
    connection_id: UUID | None = None,
    blocks: str = "",
    counted: bool = False,
    to_oneself: bool = False,
) -> Barrier:
    """Write down what stands in the way: one of the guide's kinds, how much, and what it blocks, in one's own words."""
    check_can_write(by, partnership, at)
    _check(partnership, kind, counted, voice or partnership.me)
    _check_blocked(partnership, goal, outing, connection_id, to_oneself)
    barrier = Barrier(
        agency_id=partnership.agency_id,
        partnership=partnership,
        kind=kind,
        weight=weight,
        goal=goal,
        outing=outing,
        connection_id=connection_id,
        blocks=blocks.strip(),
        counted=counted,
    )
    barrier.entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="barrier",
        line=words,
        words=words,
        voice=voice,
        steps=[STEP],
        target_page=PAGE,
        target_id=barrier.pk,
        kept_by=partnership.me if to_oneself else None,
    )
    barrier.save(force_insert=True)
    return barrier


@transaction.atomic
def change(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    barrier: Barrier,
    version: int,
    words: str,
    kind: str,
    weight: Weight | str = "",
    blocks: str = "",
    counted: bool = False,
) -> Barrier:
    """Say a barrier differently, in place of `version`; the old words are kept. Raise StaleBarrier if it changed."""
    check_can_write(by, partnership, at)
    now = locked(partnership, barrier)
    permissions.check_can_change(partnership.me, now)
    if version_of(now) != version:
        raise StaleBarrier(now)
    _check(partnership, kind, counted, now.entry.voice)
    if words.strip() != now.entry.words:
        journey.reword(by=by, at=at, entry=now.entry, words=words, version=now.entry.version)
    now.kind, now.weight, now.blocks, now.counted = kind, weight, blocks.strip(), counted
    now.version += 1
    now.save(update_fields=["kind", "weight", "blocks", "counted", "version"])
    return now


@transaction.atomic
def move(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    barrier: Barrier,
    to: BarrierState,
    words: str = "",
    voice: Participant | None = None,
) -> BarrierMove:
    """Say that a barrier rests, was got round, came back, or is looked at again."""
    check_can_write(by, partnership, at)
    now = locked(partnership, barrier)
    if to not in NEXT[BarrierState(now.state)]:
        raise CannotMove(_("Somebody has said something else meanwhile. Look at it again."))
    now.state = to
    now.save(update_fields=["state"])
    line = f"{STATES[to]}: {now.entry.line}"
    entry = about(by, at, partnership, now, f"barrier_{to.value}", line, words, voice, [FEEDBACK.number])
    return BarrierMove.objects.create(agency_id=partnership.agency_id, barrier=now, entry=entry, state=to)


def about(
    by: User,
    at: datetime,
    partnership: Partnership,
    barrier: Barrier,
    kind: str,
    line: str,
    words: str,
    voice: Participant | None,
    processes: Sequence[int] = (STRATEGIES.number,),
    *,
    of: Entry | None = None,
) -> Entry:
    """Enter in the record what happened with a barrier, as a reply to it or to what was said `of` it before."""
    return journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind=kind,
        line=line,
        words=words,
        voice=voice,
        steps=[STEP],
        processes=processes,
        about=of or barrier.entry,
        target_page=PAGE,
        target_id=barrier.pk,
    )


def _check(partnership: Partnership, kind: str, counted: bool, voice: Participant) -> None:
    try:
        barrier_kind(kind)
    except UnknownBarrierKind:
        raise NoKind(_("Choose what sort of thing it is.")) from None
    if counted:
        permissions.check_can_count(voice, kind)


def _check_blocked(
    partnership: Partnership, goal: Goal | None, outing: Outing | None, connection_id: UUID | None, to_oneself: bool
) -> None:
    if (goal and goal.partnership_id != partnership.pk) or (outing and outing.partnership_id != partnership.pk):
        raise Http404
    kept = [one.entry.kept_by_id for one in (goal, outing) if one]
    if connection_id:
        kept.append(state_in(partnership, connection_id).kept_by_id)
    if any(kept) and not to_oneself:
        raise NotShared(_("You keep to yourself what this is about. Keep this to yourself, or leave that out."))
