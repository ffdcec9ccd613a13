"""How somebody sees their own practice, who else sees that, and what they will try."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from connecting_people.measures.instruments import PRACTICE
from connecting_people.measures.models import AnswerSet, Discussion, OwnAction
from connecting_people.measures.permissions import can_discuss, is_own, sees
from connecting_people.measures.queries.said import Told, told
from connecting_people.people.models import User
from connecting_people.people.queries import colleagues


def own_reviews(user: User) -> list[Told]:
    """Return how somebody saw their own practice, oldest first."""
    rows = AnswerSet.objects.filter(subject=user, by=user, instrument=PRACTICE, beside=None)
    return [told(row) for row in rows.select_related("definition").order_by("at", "pk")]


def own_review_in(user: User, set_id: UUID) -> Told:
    """Return one of somebody's own self-reviews; Http404 for everybody else's."""
    row = _review(set_id)
    if row is None or not is_own(user, row):
        raise Http404
    return told(row)


def shown_review_in(user: User, set_id: UUID) -> Told:
    """Return a self-review that a colleague shows to `user` today; Http404 otherwise."""
    row = _review(set_id)
    if row is None or not sees(user, row):
        raise Http404
    return told(row)


def _review(set_id: UUID) -> AnswerSet | None:
    rows = AnswerSet.objects.filter(pk=set_id, partnership=None, beside=None)
    return rows.select_related("subject", "by", "agency", "definition").first()


def views_beside(answers: AnswerSet, by: User | None = None) -> list[Told]:
    """Return how colleagues saw a practice, or one of them, oldest first."""
    rows = answers.views_beside.select_related("by", "definition").order_by("at", "pk")
    return [told(row) for row in (rows.filter(by=by) if by else rows)]


def discussed_with(answers: AnswerSet) -> Discussion | None:
    """Return with whom a self-review is discussed now."""
    return answers.discussions.filter(ended_at=None).select_related("colleague").first()


def shown_to(user: User) -> "QuerySet[Discussion]":
    """Return what colleagues show to somebody now, newest first."""
    rows = Discussion.objects.filter(colleague=user, ended_at=None)
    return rows.select_related("answer_set__subject").order_by("-began_at", "-pk")


def colleagues_to_ask(user: User, answers: AnswerSet) -> "QuerySet[User]":
    """Return to whom a self-review could be shown."""
    return colleagues(answers.agency_id).exclude(pk=user.pk)


def colleague_of(user: User, answers: AnswerSet, chosen: str) -> User:
    """Return the colleague who was chosen; Http404 for somebody who cannot be."""
    for one in colleagues_to_ask(user, answers):
        if str(one.pk) == chosen and can_discuss(user, answers, one):
            return one
    raise Http404


def own_actions(user: User) -> "QuerySet[OwnAction]":
    """Return what somebody will try in their own practice: what is open first, by day, then the rest, newest first."""
    rows = OwnAction.objects.filter(answer_set__subject=user, answer_set__by=user).select_related("answer_set__agency")
    return rows.order_by("-looked_at", "look_date", "pk")


def own_action_in(user: User, action_id: UUID) -> OwnAction:
    """Return one thing that somebody will try; Http404 for everybody else's."""
    found = own_actions(user).filter(pk=action_id).first()
    if found is None:
        raise Http404
    return found


def own_actions_due(user: User, by_date: date) -> "QuerySet[OwnAction]":
    """Return what somebody wanted to look at again by a day, and has not, by day."""
    return own_actions(user).filter(looked_at=None, look_date__lte=by_date).order_by("look_date", "pk")
