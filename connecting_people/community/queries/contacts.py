"""Whom the team knows where. Only those who keep the directory come here."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from connecting_people.community.models import Asset, LocalContact, Touch
from connecting_people.community.queries.assets import Directory
from connecting_people.people.models import Membership, Team, User
from connecting_people.people.queries import teams
from connecting_people.people.roles import ROLES, May
from connecting_people.people.standing import Standing

# Half a year without a word, and an acquaintance cools.
QUIET_AFTER: Final = timedelta(days=182)
KEEPING: Final = tuple(role for role, may in ROLES.items() if May.KEEP_DIRECTORY in may)


def contacts(agency_id: UUID) -> "QuerySet[LocalContact]":
    """Return whom an agency knows, each with where, who keeps it, and whether that person is still here."""
    here = Membership.objects.filter(
        agency_id=agency_id, user=OuterRef("kept_by"), role__in=KEEPING, ended_at=None, user__is_active=True
    )
    rows = LocalContact.objects.filter(agency_id=agency_id, ended_at=None).annotate(is_kept=Exists(here))  # type: ignore[no-redef]
    return rows.select_related("asset", "organisation", "kept_by", "team").order_by("made_at", "pk")


def contact_in(directory: Directory, contact_id: UUID) -> LocalContact:
    """Return one contact of the agency; Http404 when it knows none of this id, or no longer."""
    found = contacts(directory.agency.pk).filter(pk=contact_id).first() if directory.keeps else None
    if found is None:
        raise Http404
    return found


def contacts_at(asset: Asset) -> "QuerySet[LocalContact]":
    """Return whom the team knows at an asset, or at the organisation that runs it."""
    there = Q(asset=asset)
    if asset.organisation_id:
        there |= Q(organisation=asset.organisation_id)
    return contacts(asset.agency_id).filter(there)


def contacts_kept_by(agency_id: UUID, user_id: UUID) -> "QuerySet[LocalContact]":
    """Return the contacts that one person keeps in an agency."""
    return contacts(agency_id).filter(kept_by=user_id)


def touches_of(contact: LocalContact) -> "QuerySet[Touch]":
    """Return when somebody of the team was in touch, newest first."""
    return contact.touches.select_related("by").order_by("-touched_date", "-at", "-pk")


def in_touch_since(agency_id: UUID, since: date) -> "QuerySet[Touch]":
    """Return who was in touch with whom of an agency's contacts from a day on."""
    rows = Touch.objects.filter(agency_id=agency_id, touched_date__gte=since, contact__ended_at=None)
    return rows.select_related("by").order_by("by__name", "pk")


def keepers(agency_id: UUID, but: Iterable[UUID] = ()) -> "QuerySet[User]":
    """Return who can keep a contact in an agency: those who keep its directory, but for some."""
    held = Membership.objects.filter(agency_id=agency_id, role__in=KEEPING, ended_at=None)
    rows = User.objects.filter(pk__in=held.values("user"), is_active=True).exclude(pk__in=list(but))
    return rows.order_by("name", "pk")


def teams_of(held: Standing, agency_id: UUID) -> "QuerySet[Team]":
    """Return the teams whose directory somebody keeps: their own, or all where they keep it across the agency."""
    own = {h.team_id for h in held.held if h.agency.pk == agency_id and h.role in KEEPING}
    return teams(agency_id, None if None in own else {team for team in own if team})
