"""Needs that nothing here meets."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import Http404

from connecting_people.community.models import Asset, Gap, GapMove
from connecting_people.community.queries.assets import Directory, assets
from connecting_people.community.rules import GapState


def gaps(agency_id: UUID, state: str) -> "QuerySet[Gap]":
    """Return an agency's gaps of one state, newest first."""
    rows = Gap.objects.filter(agency_id=agency_id, state=state).select_related("looked_into_by", "filled_by")
    return rows.order_by("-at", "-pk")


def how_many(agency_id: UUID) -> Mapping[str, int]:
    """Return how many gaps there are of each state."""
    rows = Gap.objects.filter(agency_id=agency_id).order_by("state").values_list("state")
    return dict(rows.annotate(many=Count("pk")))


def gaps_waiting(agency_id: UUID) -> int:
    """Return how many needs of an agency nobody looks into yet."""
    return Gap.objects.filter(agency_id=agency_id, state=GapState.OPEN).count()


def gap_in(directory: Directory, gap_id: UUID) -> Gap:
    """Return one gap of the agency; Http404 when it has none of this id."""
    rows = Gap.objects.filter(agency_id=directory.agency.pk, pk=gap_id).select_related("looked_into_by", "filled_by")
    found = rows.first()
    if found is None:
        raise Http404
    return found


def moves_of(gap: Gap) -> "QuerySet[GapMove]":
    """Return what happened to a gap, newest first."""
    return gap.moves.select_related("by").order_by("-at", "-pk")


def said_of(ids: list[UUID]) -> Mapping[UUID, str]:
    """Return the newest words that were said when each of these gaps moved, in one query."""
    rows = GapMove.objects.filter(gap__in=ids).order_by("at", "pk").values_list("gap_id", "words")
    return dict(rows)


def named_like(agency_id: UUID, words: str, most: int) -> list[Asset]:
    """Return the assets whose name is these words, else those whose name holds them, a few at most."""
    exact = list(assets(agency_id).filter(name__iexact=words)[:most])
    return exact or list(assets(agency_id).filter(name__icontains=words)[:most])
