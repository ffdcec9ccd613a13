"""The places from which an agency works, and what people saw there."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404

from connecting_people.culture.models import PlaceUsed, Welcome
from connecting_people.people.models import User

AT_MOST = 200  # looks at one place; the newest are told


def places(agency_id: UUID) -> "QuerySet[PlaceUsed]":
    """Return every place that an agency uses or used, by name."""
    rows = PlaceUsed.objects.filter(agency_id=agency_id).select_related("team", "asset")
    return rows.order_by("name", "pk")


def place_in(agency_id: UUID, place_id: UUID) -> PlaceUsed:
    """Return one place of an agency; Http404 otherwise."""
    found = places(agency_id).filter(pk=place_id).first()
    if found is None:
        raise Http404
    return found


def welcomes(place: PlaceUsed) -> list[Welcome]:
    """Return what people saw in a place, the newest first."""
    return list(place.welcomes.order_by("-on_date", "pk")[:AT_MOST])


def newest_of_each(places: Iterable[PlaceUsed]) -> dict[UUID, Welcome]:
    """Return the newest look at each of some places, without its words, in one query."""
    newest = Welcome.objects.filter(place=OuterRef("pk")).order_by("-on_date", "pk").values("pk")[:1]
    of_each = PlaceUsed.objects.filter(pk__in=[place.pk for place in places]).values_list(Subquery(newest))
    return {row.place_id: row for row in Welcome.objects.filter(pk__in=of_each).defer("words")}


def own_welcome(user: User, agency_id: UUID, welcome_id: UUID) -> Welcome:
    """Return what somebody saw themselves; Http404 for what others saw."""
    rows = Welcome.objects.filter(pk=welcome_id, by=user, agency_id=agency_id).select_related("place")
    found = rows.first()
    if found is None:
        raise Http404
    return found
