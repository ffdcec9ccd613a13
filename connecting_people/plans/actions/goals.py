"""What happens to aspirations and goals. Whose words, earlier words and other views are the record's own."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.guide.processes import (
    EXPLORING_ASPIRATIONS,
    FEEDBACK,
    OBJECTIVES,
    STRATEGIES,
)
from connecting_people.guide.steps import MAKING_PLANS
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.plans import permissions
from connecting_people.plans.models import Aspiration, Goal, GoalAction, GoalMove, GoalRating, GoalScale
from connecting_people.plans.rules import NEXT, GoalState, Level, Sort
from connecting_people.plans.words import LEVELS, MOVES

STEP: Final = MAKING_PLANS.number
PAGE: Final = "plans:goal"


class PlansError(Trouble):
    """Something about a plan cannot be done; the message says how to mend it."""


class StalePlan(Stale[Goal], PlansError):
    """Somebody changed the plan after it was read; `now` is the goal as it stands."""


class StaleScale(Stale[GoalScale], PlansError):
    """Somebody wrote the levels anew after they were read; `now` is how they stand."""


class CannotMove(PlansError):
    """The goal stands there already."""


class NoScale(PlansError):
    """There are no levels to rate the goal on."""


@transaction.atomic
def say_aspiration(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    words: str,
    voice: Participant | None = None,
    to_oneself: bool = False,
) -> Aspiration:
    """Say what one would like life to be."""
    entry = _enter(
        by, at, partnership, "aspiration", words, voice, to_oneself, [EXPLORING_ASPIRATIONS.number], page="plans:plans"
    )
    return Aspiration.objects.create(agency_id=partnership.agency_id, partnership=partnership, entry=entry, made_at=at)


@transaction.atomic
def end_aspiration(*, by: User, at: datetime, partnership: Partnership, aspiration: Aspiration) -> None:
    """Take an aspiration off the page; it and the goals under it stay in the record."""
    check_can_write(by, partnership, at)
    _check_here(partnership, aspiration.entry)
    if aspiration.ended_at is None:
        aspiration.ended_at = at
        aspiration.save(update_fields=["ended_at"])
        audited(by, at, partnership, "hope taken off", aspiration.pk)


@transaction.atomic
def set_goal(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    words: str,
    sort: Sort,
    plan: str = "",
    aspiration: Aspiration | None = None,
    voice: Participant | None = None,
    to_oneself: bool = False,
) -> Goal:
    """Set a goal. The service user's stands as theirs at once; a practitioner's idea waits for their word."""
    voice = voice or partnership.me
    own = voice.pk == partnership.person.pk
    standing = Standing.SAID if own or to_oneself else Standing.PROPOSED
    if aspiration:
        _check_here(partnership, aspiration.entry)
    goal = Goal(
        agency_id=partnership.agency_id,
        partnership=partnership,
        aspiration=aspiration,
        sort=sort,
        plan=plan.strip(),
        made_at=at,
    )
    processes = [OBJECTIVES.number, *([STRATEGIES.number] if plan.strip() else [])]
    goal.entry = _enter(
        by, at, partnership, "goal", words, voice, to_oneself, processes, standing=standing, target=goal.pk
    )
    goal.save(force_insert=True)
    return goal


@transaction.atomic
def change_plan(*, by: User, at: datetime, partnership: Partnership, goal: Goal, plan: str, version: int) -> None:
    """Say anew how a goal could be reached, in place of `version`; what was said before stands in the record."""
    check_can_write(by, partnership, at)
    locked = _locked(partnership, goal)
    if locked.version != version:
        raise StalePlan(locked)
    goal.plan, goal.version = plan.strip(), version + 1
    goal.save(update_fields=["plan", "version"])
    line = _("The plan for: %(goal)s") % {"goal": goal.entry.line}
    _about(by, at, partnership, goal, "goal_plan", line, plan, None, [STRATEGIES.number])


@transaction.atomic
def do_for(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    goal: Goal,
    words: str,
    who: Participant,
    due_date: date | None = None,
) -> GoalAction:
    """Say what somebody will do for a goal, by a day if they name one.

    Said by the other side, this is how one agrees to a goal (S3.2); it answers a proposed one too.
    """
    locked = _locked(partnership, goal)
    agrees = permissions.can_do_for(who, locked)
    if locked.entry.kept_by_id:
        raise PlansError(_("You keep this goal to yourself. Share it first, and then say who does what."))
    promise = journey.promise(
        by=by, at=at, partnership=partnership, words=words, who=who, due_date=due_date, steps=[STEP]
    )
    Entry.objects.filter(pk=promise.entry_id).update(target_page=PAGE, target_id=goal.pk)
    if agrees and locked.entry.standing == Standing.PROPOSED and _decides(partnership.me, who):
        journey.agree(by=by, at=at, entry=_entry_of(partnership, locked), voice=who)
    return GoalAction.objects.create(agency_id=goal.agency_id, goal=goal, promise=promise)


@transaction.atomic
def move(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    goal: Goal,
    state: GoalState,
    words: str = "",
    voice: Participant | None = None,
) -> GoalMove:
    """Rest a goal, let it go, say that it is reached, or take it up again. Raise CannotMove where it is so already."""
    before = _locked(partnership, goal)
    if state not in NEXT[GoalState(before.state)]:
        raise CannotMove(_("It stands there already. Somebody was quicker."))
    line = f"{MOVES[state]}: {goal.entry.line}"
    entry = _about(by, at, partnership, goal, "goal_move", line, words, voice, [FEEDBACK.number])
    goal.state = state
    goal.save(update_fields=["state"])
    return GoalMove.objects.create(agency_id=goal.agency_id, goal=goal, entry=entry, state=state)


@transaction.atomic
def weigh(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    goal: Goal,
    importance: int | None,
    difficulty: int | None,
    voice: Participant | None = None,
) -> None:
    """Say how important a goal is to the person, and how hard it looks to both, 0 to 3 each; None takes it back."""
    check_can_write(by, partnership, at)
    permissions.check_can_weigh(partnership.me, voice or partnership.me)
    _locked(partnership, goal)
    goal.importance, goal.difficulty = importance, difficulty
    goal.save(update_fields=["importance", "difficulty"])
    audited(by, at, partnership, "goal weighed", goal.pk)


@transaction.atomic
def say_scale(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    goal: Goal,
    levels: Mapping[Level, str],
    start: Level,
    version: int = 0,
    voice: Participant | None = None,
) -> GoalScale:
    """Put the five levels of a goal into words, with where it starts; raise StaleScale when `version` is not the last.

    Earlier levels stay, with what was rated on them.
    """
    _locked(partnership, goal)
    voice = voice or partnership.me
    permissions.check_can_word_scale(partnership.me, voice, goal)
    last = goal.scales.order_by("-version").first()
    if (last.version if last else 0) != version:
        assert last is not None
        raise StaleScale(last)
    if not levels.get(Level.HOPED, "").strip():
        raise PlansError(_("Say at least what you hope for. The other levels can wait."))
    line = _("Levels for: %(goal)s") % {"goal": goal.entry.line}
    words = "\n".join(f"{LEVELS[level]}: {levels[level].strip()}" for level in Level if levels.get(level, "").strip())
    entry = _about(by, at, partnership, goal, "goal_scale", line, words, voice, [OBJECTIVES.number])
    return GoalScale.objects.create(
        agency_id=goal.agency_id,
        goal=goal,
        entry=entry,
        version=version + 1,
        start=start,
        at=at,
        **{level.name.lower(): levels.get(level, "").strip() for level in Level},
    )


@transaction.atomic
def rate(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    goal: Goal,
    level: Level,
    words: str = "",
    voice: Participant | None = None,
    to_oneself: bool = False,
    happened_date: date | None = None,
) -> GoalRating:
    """Say where one sees a goal on its scale today; each keeps their own view, and none replaces the other's."""
    _locked(partnership, goal)
    scale = goal.scales.order_by("-version").first()
    if scale is None:
        raise NoScale(_("Put the levels into words first, and then you can say where it stands."))
    line = f"{goal.entry.line}: {LEVELS[level]}"
    entry = _about(
        by, at, partnership, goal, "goal_rating", line, words, voice, [FEEDBACK.number], to_oneself, happened_date
    )
    return GoalRating.objects.create(agency_id=goal.agency_id, scale=scale, entry=entry, level=level)


def audited(by: User, at: datetime, partnership: Partnership, act: str, target_id: UUID) -> None:
    """Audit an act that says nothing new in the record."""
    audit.record(
        by=by.pk,
        at=at,
        agency_id=partnership.agency_id,
        act=f"plans: {act}",
        subject_id=partnership.pk,
        target_id=target_id,
    )


def _enter(
    by: User,
    at: datetime,
    partnership: Partnership,
    kind: str,
    words: str,
    voice: Participant | None,
    to_oneself: bool,
    processes: list[int],
    *,
    standing: Standing = Standing.SAID,
    page: str = PAGE,
    target: UUID | None = None,
) -> Entry:
    return journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind=kind,
        line=words,
        words=words,
        voice=voice,
        steps=[STEP],
        processes=processes,
        standing=standing,
        target_page=page,
        target_id=target,
        kept_by=partnership.me if to_oneself else None,
    )


def _about(
    by: User,
    at: datetime,
    partnership: Partnership,
    goal: Goal,
    kind: str,
    line: str,
    words: str,
    voice: Participant | None,
    processes: list[int],
    to_oneself: bool = False,
    happened_date: date | None = None,
) -> Entry:
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
        happened_date=happened_date,
        about=goal.entry,
        target_page=PAGE,
        target_id=goal.pk,
        kept_by=partnership.me if to_oneself else None,
    )


def _locked(partnership: Partnership, goal: Goal) -> Goal:
    rows = Goal.objects.select_related("entry__voice").select_for_update(of=("self",))
    found = rows.filter(pk=goal.pk, partnership=partnership).first()
    if found is None:
        raise Http404
    return found


def _entry_of(partnership: Partnership, goal: Goal) -> Entry:
    goal.entry.partnership = partnership
    return goal.entry


def _check_here(partnership: Partnership, entry: Entry) -> None:
    if entry.partnership_id != partnership.pk:
        raise Http404


def _decides(me: Participant, who: Participant) -> bool:
    return who.pk == me.pk or not who.user_id
