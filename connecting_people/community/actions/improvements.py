"""What would move a light, who takes it on, and what came of it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.actions.assets import CommunityError
from connecting_people.community.lights import MOVES
from connecting_people.community.models import Asset, Improvement
from connecting_people.community.rules import NEXT_IMPROVEMENT, FromTraining, ImprovementState, Light
from connecting_people.core.troubles import Stale
from connecting_people.people.models import User


class NoSuchMove(CommunityError):
    """A light moves one step at a time."""


class OutcomeMissing(CommunityError):
    """What came of it, or why not now, is not said."""


class StaleImprovement(Stale[Improvement], CommunityError):
    """Somebody changed the idea after it was read; `now` is how it stands."""


@transaction.atomic
def improve(
    *,
    by: User,
    at: datetime,
    asset: Asset,
    from_light: Light,
    to_light: Light,
    idea: str,
    came: FromTraining | None = None,
) -> Improvement:
    """Keep an idea of what would move an asset from red to amber, or from amber to green."""
    permissions.check_can_rate(by, asset)
    if (from_light, to_light) not in MOVES:
        raise NoSuchMove(_("Choose from red to amber, or from amber to green."))
    kept = Improvement.objects.create(
        agency_id=asset.agency_id,
        asset=asset,
        from_light=from_light,
        to_light=to_light,
        idea=idea.strip(),
        by=by,
        at=at,
        **(came.columns() if came else {}),
    )
    # An idea is read without a name, as a light can be; so is this.
    _audit(None, at, kept, "community: idea kept")
    return kept


@transaction.atomic
def move_improvement(
    *, by: User, at: datetime, improvement: Improvement, version: int, state: ImprovementState, outcome: str = ""
) -> Improvement:
    """Take an idea on, let go of it, or say what came of it; raise StaleImprovement when it changed since `version`."""
    permissions.check_can_keep_directory(by, improvement.agency_id)
    found = Improvement.objects.select_for_update().get(pk=improvement.pk)
    if found.version != version or state not in NEXT_IMPROVEMENT[ImprovementState(found.state)]:
        raise StaleImprovement(found)
    said = outcome.strip()
    if state in (ImprovementState.DONE, ImprovementState.NOT_NOW) and not said:
        raise OutcomeMissing(_("Say in a few words what came of it, or why not now."))
    found.state, found.version, found.outcome = state, found.version + 1, said
    if state == ImprovementState.TAKEN_ON:
        found.taken_by = by
    elif state == ImprovementState.SUGGESTED:
        found.taken_by = None
    elif state == ImprovementState.DONE:
        found.moved_at = at
    found.save()
    _audit(by, at, found, f"community: idea {state.value}")
    return found


def _audit(by: User | None, at: datetime, idea: Improvement, act: str) -> None:
    audit.record(
        by=by.pk if by else None,
        at=at,
        agency_id=idea.agency_id,
        act=act,
        subject_id=idea.agency_id,
        target_id=idea.pk,
    )
