"""What becomes of an idea from the directory: kept in mind, put off until a day, let go, or gone out to."""

from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.community.models import Asset
from connecting_people.core.london import day_of
from connecting_people.guide.processes import SIGNPOSTING
from connecting_people.guide.steps import MAKING_PLANS
from connecting_people.journey import actions as journey
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.plans.actions.goals import PlansError, audited
from connecting_people.plans.models import Goal, KeptIdea
from connecting_people.plans.rules import NEXT_KEPT, Kept

PAGE: Final = "plans:ideas"


class CannotMoveIdea(PlansError):
    """The idea stands there already, or the day is missing."""


@transaction.atomic
def keep(*, by: User, at: datetime, partnership: Partnership, asset: Asset, goal: Goal | None = None) -> KeptIdea:
    """Keep an asset in mind, perhaps for a goal; kept already, it comes to the front again."""
    check_can_write(by, partnership, at)
    if asset.agency_id != partnership.agency_id or (goal and goal.partnership_id != partnership.pk):
        raise Http404
    stands = {"state": Kept.SHORTLISTED, "until_date": None, "by": by, "voice": partnership.me, "at": at}
    goal = goal if goal and not goal.entry.kept_by_id else None
    idea, made = KeptIdea.objects.update_or_create(
        agency_id=partnership.agency_id,
        partnership=partnership,
        asset=asset,
        defaults=stands | ({"goal": goal} if goal else {}),
    )
    if made:
        _enter(by, at, partnership, _("An idea to keep: %(what)s") % {"what": asset.name})
    else:
        audited(by, at, partnership, "idea kept again", idea.pk)
    return idea


@transaction.atomic
def move(
    *, by: User, at: datetime, partnership: Partnership, idea: KeptIdea, state: Kept, until_date: date | None = None
) -> KeptIdea:
    """Put an idea off until a day, let it go, or take it up again."""
    check_can_write(by, partnership, at)
    now = _locked(partnership, idea)
    if state not in NEXT_KEPT[Kept(now.state)] or state == Kept.OUTING:
        raise CannotMoveIdea(_("Somebody has done so already."))
    if state == Kept.PUT_OFF and (until_date is None or until_date <= day_of(at)):
        raise CannotMoveIdea(_("Choose a day to come, on which to think of it again."))
    now.state, now.until_date = state, until_date if state == Kept.PUT_OFF else None
    now.save(update_fields=["state", "until_date"])
    audited(by, at, partnership, f"idea {state.value.replace('_', ' ')}", now.pk)
    return now


def became_outing(*, partnership: Partnership, asset: Asset) -> None:
    """Note that an idea, if the asset is one, became an outing; within the act that plans it."""
    ideas = KeptIdea.objects.filter(partnership=partnership, asset=asset)
    ideas.update(state=Kept.OUTING, until_date=None)


def _locked(partnership: Partnership, idea: KeptIdea) -> KeptIdea:
    found = KeptIdea.objects.select_for_update().filter(pk=idea.pk, partnership=partnership).first()
    if found is None:
        raise Http404
    return found


def _enter(by: User, at: datetime, partnership: Partnership, line: str) -> None:
    journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="idea",
        line=line,
        steps=[MAKING_PLANS.number],
        processes=[SIGNPOSTING.number],
        target_page=PAGE,
    )
