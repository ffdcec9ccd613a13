"""The library from the agency’s side: what waits, what is in it, and what stands in the way of its staff."""

from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404

from connecting_people.barriers.models import Barrier, Item
from connecting_people.barriers.permissions import decidable_by
from connecting_people.barriers.rules import OPEN, ItemState
from connecting_people.core.small_numbers import FEWEST, told
from connecting_people.guide.barriers import BARRIER_KINDS
from connecting_people.guide.words import Side
from connecting_people.people.models import Agency, User
from connecting_people.people.rules import STAFF
from connecting_people.people.standing import Standing


def agency_of_staff(held: Standing, agency_id: UUID) -> Agency:
    """Return an agency of whose staff somebody is; Http404 for every other and for none."""
    if not held.roles_in(agency_id) & STAFF:
        raise Http404
    return next(agency for agency in held.agencies if agency.pk == agency_id)


def waiting_for(user: User, agency_id: UUID) -> "QuerySet[Item]":
    """Return the ideas of an agency that wait for a second person and `user` may look at, in no order of coming."""
    return decidable_by(user, Item.objects.filter(agency_id=agency_id)).order_by("pk")


def waiting_item(user: User, agency_id: UUID, item_id: UUID) -> Item:
    """Return one idea that waits and that `user` may look at; Http404 otherwise."""
    found = waiting_for(user, agency_id).filter(pk=item_id).first()
    if found is None:
        raise Http404
    return found


def library_item(agency_id: UUID, item_id: UUID) -> Item:
    """Return one idea of an agency's library; Http404 otherwise."""
    found = Item.objects.filter(agency_id=agency_id, pk=item_id, state=ItemState.APPROVED).first()
    if found is None:
        raise Http404
    return found


def counts(agency_id: UUID) -> dict[str, int]:
    """Return how many practitioners an agency's barriers stand in the way of, by kind, as far as it may be told.

    Each person counts once for a kind; kinds with fewer than eight people are left out, other numbers rounded.
    """
    rows = Barrier.objects.filter(agency_id=agency_id, counted=True, state__in=OPEN, kind__in=_COUNTED)
    found = rows.values("kind").annotate(people=Count("entry__voice__user", distinct=True)).order_by()
    return {row["kind"]: told(row["people"]) for row in found if row["people"] >= FEWEST}


_COUNTED = [kind.id for kind in BARRIER_KINDS if kind.side is not Side.SERVICE_USER]
