from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet
from django.http import Http404

from connecting_people.partnership.models import Partnership
from connecting_people.plans.models import Aspiration, Goal, GoalAction, GoalMove, GoalRating, GoalScale, KeptIdea
from connecting_people.plans.permissions import visible_to
from connecting_people.plans.rules import GoalState, Kept


def aspirations(partnership: Partnership) -> "QuerySet[Aspiration]":
    """Return what one would like life to be, as far as the reader may read it, oldest first."""
    rows = partnership.aspirations.filter(_readable(partnership, "entry"), ended_at=None)
    return rows.select_related("entry").order_by("made_at", "pk")


def aspiration_in(partnership: Partnership, aspiration_id: UUID) -> Aspiration:
    """Return one aspiration on the page; Http404 where the reader finds none of this id."""
    found = aspirations(partnership).filter(pk=aspiration_id).first()
    if found is None:
        raise Http404
    return found


def goals(partnership: Partnership) -> "QuerySet[Goal]":
    """Return the goals that the reader may read, oldest first."""
    me = None if partnership.looking else partnership.me
    rows = visible_to(me, Goal.objects.filter(partnership=partnership))
    return rows.select_related("entry").order_by("made_at", "pk")


def goal_in(partnership: Partnership, goal_id: UUID) -> Goal:
    """Return one goal that the reader may read; Http404 otherwise."""
    found = goals(partnership).filter(pk=goal_id).first()
    if found is None:
        raise Http404
    found.entry.voice = next(one for one in partnership.everybody if one.pk == found.entry.voice_id)
    found.entry.partnership = partnership
    return found


def actions_of(partnership: Partnership, goals: Iterable[Goal]) -> "QuerySet[GoalAction]":
    """Return what each will do for some goals, in the order in which they said so."""
    rows = GoalAction.objects.filter(_readable(partnership, "promise__entry"), goal__in=list(goals))
    return rows.select_related("promise__entry", "promise__who").order_by("promise__entry__written_at", "pk")


def moves_of(partnership: Partnership, goal: Goal) -> "QuerySet[GoalMove]":
    """Return how a goal was rested, reached, let go or taken up, newest first."""
    rows = goal.moves.filter(_readable(partnership, "entry")).select_related("entry")
    return rows.order_by("-entry__written_at", "-pk")


def scales_of(partnership: Partnership, goals: Iterable[Goal]) -> "QuerySet[GoalScale]":
    """Return the levels of some goals as they were put into words, the newest of each goal first."""
    rows = GoalScale.objects.filter(_readable(partnership, "entry"), goal__in=list(goals))
    return rows.select_related("entry").order_by("goal", "-version")


def ratings_of(partnership: Partnership, goals: Iterable[Goal]) -> "QuerySet[GoalRating]":
    """Return where each saw some goals, as far as the reader may read it, by day."""
    rows = GoalRating.objects.filter(_readable(partnership, "entry"), scale__goal__in=list(goals))
    return rows.select_related("entry", "scale").order_by("entry__happened_date", "entry__written_at", "pk")


def ideas(partnership: Partnership) -> "QuerySet[KeptIdea]":
    """Return the ideas from the directory that the two keep, by the day to think of them again, then by age."""
    rows = KeptIdea.objects.filter(partnership=partnership).select_related("asset", "voice", "goal__entry")
    return rows.order_by("until_date", "-at", "pk")


def idea_in(partnership: Partnership, idea_id: UUID) -> KeptIdea:
    """Return one kept idea; Http404 otherwise."""
    found = ideas(partnership).filter(pk=idea_id).first()
    if found is None:
        raise Http404
    return found


def ideas_due(partnership: Partnership | OuterRef, today: date) -> "QuerySet[KeptIdea]":
    """Return what was put off until today in a partnership, also as part of another query."""
    rows = KeptIdea.objects.filter(partnership=partnership, state=Kept.PUT_OFF, until_date__lte=today)
    return rows.order_by("until_date", "pk")


def current(goals: Iterable[Goal]) -> list[Goal]:
    """Return the goals that are on their way."""
    return [goal for goal in goals if goal.state == GoalState.CURRENT]


def _readable(partnership: Partnership, entry: str) -> Q:
    shared = Q(**{f"{entry}__kept_by": None})
    return shared if partnership.looking else shared | Q(**{f"{entry}__kept_by": partnership.me})
