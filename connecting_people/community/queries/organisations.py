"""Organisations, and what each of them runs."""

from uuid import UUID

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from connecting_people.community.models import Asset, Organisation
from connecting_people.community.queries.assets import organisations
from connecting_people.community.rules import Status


def organisations_with_counts(agency_id: UUID) -> "QuerySet[Organisation]":
    """Return the organisations that an agency knows, by name, each with `runs`: how many of its assets go on."""
    return organisations(agency_id).annotate(runs=Count("assets", filter=~Q(assets__status=Status.DEFUNCT)))


def assets_run_by(organisation: Organisation) -> "QuerySet[Asset]":
    """Return what an organisation runs, what has closed last."""
    found = organisation.assets.filter(agency_id=organisation.agency_id).select_related("organisation")
    closed = Case(When(status=Status.DEFUNCT, then=Value(1)), default=Value(0), output_field=IntegerField())
    return found.order_by(closed, "name", "pk")
