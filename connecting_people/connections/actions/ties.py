"""Who knows whom among the connections."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.connections.actions.writing import Done, enter
from connecting_people.connections.acts import Act
from connecting_people.connections.models import Tie
from connecting_people.connections.queries.now import Now, now_of
from connecting_people.connections.rules import MOST_TIES
from connecting_people.connections.troubles import CannotTie, full_of_ties
from connecting_people.core.london import day_of
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User


@transaction.atomic
def tie(*, by: User, at: datetime, partnership: Partnership, one: UUID, other: UUID) -> None:
    """Say that two connections know each other; saying it twice makes one tie."""
    check_can_write(by, partnership, at)
    now = now_of(partnership)
    kept_by = _both_there(partnership, now, one, other)
    if draw(by=by, at=at, partnership=partnership, one=one, other=other, now=now):
        _enter(by, at, partnership, Act.TIED, one, other, kept_by)


@transaction.atomic
def untie(*, by: User, at: datetime, partnership: Partnership, one: UUID, other: UUID) -> None:
    """Say that two connections do not know each other, or no longer do."""
    check_can_write(by, partnership, at)
    kept_by = _both_there(partnership, now_of(partnership), one, other)
    if end(by=by, at=at, partnership=partnership, one=one, other=other):
        _enter(by, at, partnership, Act.UNTIED, one, other, kept_by)


@transaction.atomic
def draw(*, by: User, at: datetime, partnership: Partnership, one: UUID, other: UUID, now: Now) -> bool:
    """Draw the line between two; return whether there was none before."""
    lower, higher = sorted((one, other))
    if Tie.objects.filter(one=lower, other=higher, ended_at=None).exists():
        return False
    if len(now.network.ties) >= MOST_TIES:
        raise full_of_ties()
    row = {"one_id": lower, "other_id": higher, "from_date": day_of(at), "made_at": at, "by": by}
    Tie.objects.create(agency_id=partnership.agency_id, partnership=partnership, **row)
    return True


@transaction.atomic
def end(*, by: User, at: datetime, partnership: Partnership, one: UUID, other: UUID) -> bool:
    """End the line between two; return whether there was one."""
    lower, higher = sorted((one, other))
    live = Tie.objects.filter(partnership=partnership, one=lower, other=higher, ended_at=None)
    return bool(live.update(until_date=day_of(at), ended_at=at, ended_by=by))


def _both_there(partnership: Partnership, now: Now, one: UUID, other: UUID) -> Participant | None:
    """Return who keeps the tie to themselves, since they keep one of the two; CannotTie where one is missing."""
    if one == other:
        raise CannotTie(_("Choose two different ones."))
    if one not in now.facts or other not in now.facts:
        raise CannotTie(_("One of the two is not on the map any more."))
    return partnership.me if {one, other} & now.kept else None


def _enter(
    by: User, at: datetime, partnership: Partnership, act: Act, one: UUID, other: UUID, kept_by: Participant | None
) -> None:
    part = {"tie": [str(one), str(other)], "made": act == Act.TIED}
    enter(by=by, at=at, partnership=partnership, done=Done(act, one, part), kept_by=kept_by)
