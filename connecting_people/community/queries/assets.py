"""The way to what an agency knows: whoever belongs to it reads its directory, and whoever keeps it may change it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from connecting_people.community.models import Area, Asset, AssetVersion, LocalContact, Mention, Organisation
from connecting_people.community.permissions import can_keep_directory
from connecting_people.community.rules import CLOSING_SOON, STARTING_SOON, Season, Status
from connecting_people.people.models import Agency, User
from connecting_people.people.roles import May
from connecting_people.people.rules import Role
from connecting_people.people.standing import Standing

_SETS_OUT = frozenset({Role.SERVICE_USER, Role.PRACTITIONER})


@dataclass(frozen=True)
class Directory:
    """What one agency knows of its area, as it reaches one of its people."""

    agency: Agency
    user: User
    keeps: bool
    brings_in: bool
    sets_out: bool  # as one of the two of a partnership, who may keep an idea or go there
    trains: bool = False  # as somebody who may plan trainings, and so reads what came of one


def directory_for(held: Standing, agency_id: UUID) -> Directory:
    """Return the directory of an agency that this person belongs to; Http404 for every other and for none."""
    for agency in held.agencies:
        if agency.pk == agency_id:
            return Directory(
                agency,
                held.user,
                keeps=held.may(May.KEEP_DIRECTORY, agency_id),
                brings_in=held.may(May.BRING_IN, agency_id),
                sets_out=bool(held.roles_in(agency_id) & _SETS_OUT),
                trains=held.may(May.PLAN_TRAININGS, agency_id),
            )
    raise Http404


def directory_to_keep(held: Standing, agency_id: UUID) -> Directory:
    """Return the directory for somebody who keeps it; Http404 for everybody else."""
    directory = directory_for(held, agency_id)
    if not directory.keeps:
        raise Http404
    return directory


def assets(agency_id: UUID) -> "QuerySet[Asset]":
    """Return every asset of an agency, by name."""
    return Asset.objects.filter(agency_id=agency_id).select_related("organisation").order_by("name", "pk")


def every_asset(at_once: int = 500) -> Iterator[list[Asset]]:
    """Yield the assets of all agencies, some at a time."""
    last = UUID(int=0)
    every = Asset.objects.select_related("organisation").order_by("pk")
    while some := list(every.filter(pk__gt=last)[:at_once]):
        yield some
        last = some[-1].pk


def asset_in(directory: Directory, asset_id: UUID) -> Asset:
    """Return one asset of the directory; Http404 when it holds none of this id."""
    found = assets(directory.agency.pk).select_related("checked_by").filter(pk=asset_id).first()
    if found is None:
        raise Http404
    return found


def mentions_of(asset: Asset) -> "QuerySet[Mention]":
    """Return the trainings in which an asset was named, the newest first."""
    return Mention.objects.filter(agency=asset.agency_id, asset=asset).order_by("-training_date", "pk")


def versions_of(asset: Asset) -> "QuerySet[AssetVersion]":
    """Return how an entry stood over time, newest first."""
    return asset.versions.select_related("by", "organisation").order_by("-number")


def version_in(asset: Asset, number: int) -> AssetVersion:
    """Return one version of an entry; Http404 when there is none of this number."""
    found = versions_of(asset).filter(number=number).first()
    if found is None:
        raise Http404
    return found


def organisations(agency_id: UUID) -> "QuerySet[Organisation]":
    """Return the organisations that an agency knows, by name."""
    return Organisation.objects.filter(agency_id=agency_id).order_by("name", "pk")


def organisation_in(directory: Directory, organisation_id: UUID) -> Organisation:
    """Return one organisation of the directory; Http404 when it holds none of this id."""
    found = organisations(directory.agency.pk).filter(pk=organisation_id).first()
    if found is None:
        raise Http404
    return found


def areas(agency_id: UUID) -> "QuerySet[Area]":
    """Return the agency's own area and its neighbourhoods: the whole first, then by name."""
    return Area.objects.filter(agency_id=agency_id).order_by("-whole", "name")


def season_of(asset: Asset, today: date) -> Season:
    """Say where an asset stands in time (row C3)."""
    if asset.status == Status.DEFUNCT or (asset.ends_date and asset.ends_date < today):
        return Season.CLOSED
    if asset.status in (Status.INACTIVE, Status.TEMPORARILY_CLOSED):
        return Season.PAUSED
    if asset.begins_date and today < asset.begins_date <= today + STARTING_SOON:
        return Season.STARTING
    if asset.ends_date and asset.ends_date <= today + CLOSING_SOON:
        return Season.CLOSING
    return Season.CONTINUING


def asset_of(agency_id: UUID, id: str) -> Asset | None:
    """Return the asset that an address names, if the agency has one of this id."""
    try:
        return assets(agency_id).filter(pk=UUID(id)).first()
    except ValueError:
        return None


def contacts_there(user: User, asset: Asset) -> "QuerySet[LocalContact]":
    """Return whom the team knows at an asset or in its organisation, for those who may know it; else nobody."""
    if not can_keep_directory(user, asset.agency_id):
        return LocalContact.objects.none()
    there = Q(asset=asset) | Q(organisation=asset.organisation_id, organisation__isnull=False)
    return LocalContact.objects.filter(there, agency_id=asset.agency_id, ended_at=None).order_by("made_at", "pk")
