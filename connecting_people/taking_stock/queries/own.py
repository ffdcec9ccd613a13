from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.http import Http404

from connecting_people.people.models import User
from connecting_people.people.standing import Standing
from connecting_people.taking_stock.models import OwnPoint, OwnStock
from connecting_people.taking_stock.permissions import belongs_to_a_team, shown_to


def own_of(user: User) -> "QuerySet[OwnStock]":
    """Return somebody's own stock-takes, newest first, in two queries."""
    return _with_points(OwnStock.objects.filter(user=user)).order_by("-made_at", "-pk")


def own_in(user: User, stock_id: UUID) -> OwnStock:
    """Return one of somebody's own stock-takes; Http404 otherwise, the same for another's as for none."""
    found = own_of(user).filter(pk=stock_id).first()
    if found is None:
        raise Http404
    return found


def of_the_team(held: Standing, agency_id: UUID) -> "QuerySet[OwnStock]":
    """Return what was shown to the teams of somebody, newest first; Http404 for whoever belongs to none there."""
    if not belongs_to_a_team(held, agency_id):
        raise Http404
    rows = _with_points(shown_to(held, agency_id, OwnStock.objects.all()))
    return rows.order_by("-taken_date", "-shared_at", "pk")


def _with_points(rows: "QuerySet[OwnStock]") -> "QuerySet[OwnStock]":
    points = Prefetch("points", OwnPoint.objects.order_by("pk"))
    return rows.select_related("user", "agency", "shared_with").prefetch_related(points)
