from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from connecting_people.barriers.models import Attempt, Barrier, BarrierMove, Challenge, Item, Offer, Workaround
from connecting_people.barriers.rules import ItemState
from connecting_people.core.permissions import NotAllowed, allowed
from connecting_people.guide.barriers import barrier_kind
from connecting_people.guide.words import Side
from connecting_people.journey.permissions import check_can_reword
from connecting_people.partnership.models import Participant
from connecting_people.partnership.rules import PRACTITIONERS
from connecting_people.people.models import User
from connecting_people.people.roles import May
from connecting_people.people.standing import standing

Row = TypeVar("Row", bound=Model)
WithEntry = Barrier | BarrierMove | Workaround | Attempt | Challenge


def visible_to(place: Participant | None, rows: "QuerySet[Row]") -> "QuerySet[Row]":
    """Return the barriers, ways and so on that a participant may read. None stands for an urgent look."""
    shared = Q(entry__kept_by=None)
    return rows.filter(shared | Q(entry__kept_by=place) if place else shared)


def check_can_read(place: Participant | None, row: WithEntry) -> None:
    """Raise NotAllowed when somebody else keeps this to themselves."""
    kept_by = row.entry.kept_by_id
    if kept_by and (place is None or kept_by != place.pk):
        raise NotAllowed(_("Somebody keeps this to themselves."))


def check_can_change(place: Participant, barrier: Barrier) -> None:
    """Raise NotAllowed unless the barrier is in one's own words, or one wrote it down and nobody said yes to it yet."""
    check_can_reword(place, barrier.entry)


def check_can_count(voice: Participant, kind: str) -> None:
    """Raise NotAllowed unless it is a practitioner who lets the agency count a barrier of its own side or of theirs."""
    if voice.part not in PRACTITIONERS or barrier_kind(kind).side is Side.SERVICE_USER:
        raise NotAllowed(_("Only what stands in the way of practitioners and of the agency is counted."))


def check_can_offer(workaround: Workaround) -> None:
    """Raise NotAllowed unless a way round is the two's own, and both see it."""
    if workaround.entry.kept_by_id or workaround.barrier.entry.kept_by_id:
        raise NotAllowed(_("Both of you say yes to what is shared. Show it to the other first."))
    if workaround.taken_from:
        raise NotAllowed(_("This came from the library, so it is there already."))


def check_can_keep_library(user: User, agency_id: UUID) -> None:
    """Raise NotAllowed unless `user` looks after the library of ways round in this agency."""
    if not standing(user).may(May.KEEP_WAYS_ROUND, agency_id):
        raise NotAllowed(_("Only a team lead or an administrator of this agency can do this."))


def check_can_decide(user: User, item: Item) -> None:
    """Raise NotAllowed unless `user` may look at this idea: nobody does who takes part where ideas of its month arose.

    It is asked of all partnerships of that month, not of the idea's own, so that who decided says nothing either.
    """
    check_can_keep_library(user, item.agency_id)
    if item.brought_by_id == user.pk:
        raise NotAllowed(_("You took this from the training yourself. Somebody else looks at it."))
    if item.from_training is None and item.month in _own_months(user):
        raise NotAllowed(_("You take part where some ideas of this month came from. Somebody else looks at them."))
    if item.state != ItemState.WAITING:
        raise NotAllowed(_("Somebody has looked at this already."))


def decidable_by(user: User, items: "QuerySet[Item]") -> "QuerySet[Item]":
    """Return those waiting ideas that `user` may look at."""
    held = standing(user).where(May.KEEP_WAYS_ROUND)
    rows = items.filter(agency__in=[agency.pk for agency in held], state=ItemState.WAITING)
    return rows.exclude(brought_by=user).exclude(month__in=_own_months(user), from_training=None)


def _own_months(user: User) -> list[date]:
    rows = Offer.objects.filter(partnership__participants__user=user, month__isnull=False)
    return [month for month in rows.values_list("month", flat=True).distinct() if month]


can_read = allowed(check_can_read)
can_change = allowed(check_can_change)
can_count = allowed(check_can_count)
can_offer = allowed(check_can_offer)
can_keep_library = allowed(check_can_keep_library)
can_decide = allowed(check_can_decide)
