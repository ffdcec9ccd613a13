"""What is to be checked, whose turn it is, and what people said is wrong."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404

from connecting_people.community.models import Asset, Check, CheckTurn, Problem
from connecting_people.community.queries.assets import Directory
from connecting_people.community.queries.contacts import KEEPING
from connecting_people.community.rules import CHECK_EVERY, CLOSING_SOON, Status
from connecting_people.people.models import Membership, User

_LAST_CHECK = ("-at", "-pk")


def due(agency_id: UUID, today: date, week: date, most: int) -> list[UUID]:
    """Return which assets are to be checked, at most so many and none whose turn it is already this week.

    What was said to be wrong comes first, then what is about to close, then the longest unchecked.
    """
    found = dict.fromkeys(pk for rows in _ways_to_be_due(agency_id, today, week) for pk in rows[:most])
    return list(found)[:most]


def _ways_to_be_due(agency_id: UUID, today: date, week: date) -> "list[QuerySet[Asset, UUID]]":
    turns = CheckTurn.objects.filter(agency_id=agency_id, week_date=week, asset=OuterRef("pk"))
    said = Problem.objects.filter(asset=OuterRef("pk"), settled_at=None)
    rows = Asset.objects.filter(~Exists(turns), agency_id=agency_id).exclude(status=Status.DEFUNCT)
    rows = rows.exclude(ends_date__lt=today).order_by(F("checked_date").asc(nulls_first=True), "made_at", "pk")
    closing = Q(ends_date__gte=today, ends_date__lte=today + CLOSING_SOON)
    not_lately = Q(checked_date=None) | Q(checked_date__lte=today - CLOSING_SOON)
    old = Q(checked_date=None) | Q(checked_date__lte=today - CHECK_EVERY)
    return [each.values_list("pk", flat=True) for each in (
        rows.filter(Exists(said)), rows.filter(closing & not_lately), rows.filter(old)
    )]  # fmt: skip


def people_of(agency_id: UUID, team_id: UUID) -> list[User]:
    """Return who of a team keeps the directory, always in the same order."""
    held = Membership.objects.filter(agency_id=agency_id, team_id=team_id, role__in=KEEPING, ended_at=None)
    return list(User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("joined_at", "pk"))


def turns(agency_id: UUID, week: date) -> "QuerySet[CheckTurn]":
    """Return the turns of an agency's week, each with its asset, in a steady order."""
    rows = CheckTurn.objects.filter(agency_id=agency_id, week_date=week).select_related("asset__organisation")
    return rows.order_by(F("asset__checked_date").asc(nulls_first=True), "asset__name", "pk")


def last_check(asset: Asset) -> Check | None:
    """Return the last time that somebody looked whether an entry is right."""
    return asset.checks.select_related("by").order_by(*_LAST_CHECK).first()


def problems(agency_id: UUID) -> "QuerySet[Problem]":
    """Return what people said is wrong and nobody has settled yet, the oldest first."""
    rows = Problem.objects.filter(agency_id=agency_id, settled_at=None).select_related("asset")
    return rows.order_by("at", "pk")


def problem_in(directory: Directory, problem_id: UUID) -> Problem:
    """Return one thing that somebody said is wrong, for who keeps the directory; Http404 for others and for none."""
    rows = Problem.objects.filter(agency_id=directory.agency.pk, pk=problem_id).select_related("asset", "settled_by")
    found = rows.first() if directory.keeps else None
    if found is None:
        raise Http404
    return found


def told_by(directory: Directory) -> "QuerySet[Problem]":
    """Return what the reader said is wrong, newest first."""
    rows = Problem.objects.filter(agency_id=directory.agency.pk, by=directory.user).select_related("asset")
    return rows.order_by("-at", "-pk")
