"""Writing entries: each becomes a version, with what the database asks for read from its document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.beside import COLUMNS, NAME_MOST, columns, write_rows
from connecting_people.community.entry import Entry, read
from connecting_people.community.hiding import hidden, hidden_within, marks_in, marks_of
from connecting_people.community.indexing import forget_words, index
from connecting_people.community.models import (
    Asset,
    AssetVersion,
    Import,
    KeptAddress,
    Organisation,
    Proposal,
    ServiceAtLocation,
)
from connecting_people.community.rules import How, ImportState
from connecting_people.community.standard import DATE, Document, Fault, faults, fits
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.people.models import Agency, User

ADDRESS_OPENED: Final = "community: kept address opened"
_CHANGED: Final = ("organisation", "standard_id", "document", *COLUMNS, "checked_date", "version", "changed_at")
# What somebody writes here is changed now, whatever moment its feed gave.
_BY_HAND: Final = frozenset({How.WRITTEN, How.PROPOSED})
_AT_ONCE: Final = 500


class CommunityError(Trouble):
    """Something about the local area cannot be kept; the message says how to mend it."""


class NotTheStandard(CommunityError):
    """A document does not fit the standard; `faults` name each place."""

    def __init__(self, found: Sequence[Fault]) -> None:
        super().__init__(_("Some of this does not fit. Each place is named below."))
        self.faults = found


class StaleEntry(Stale[Asset | Organisation], CommunityError):
    """Somebody changed the entry after it was read; `now` is how it stands."""


@dataclass(frozen=True)
class Writing:
    """What one asset is to say: its document, who runs it, and the asset and version that it takes the place of."""

    document: Document
    organisation: Organisation | None = None
    asset: Asset | None = None
    version: int = 0


@transaction.atomic
def keep_asset(
    *,
    by: User,
    at: datetime,
    agency: Agency,
    document: Document,
    organisation: Organisation | None = None,
    asset: Asset | None = None,
    version: int = 0,
    how: How = How.WRITTEN,
) -> Asset:
    """Write one entry, new or in place of `version` of `asset`.

    Raise NotTheStandard when the document does not fit, and StaleEntry when the entry changed since it was read.
    """
    (kept,) = keep_assets(
        by=by, at=at, agency=agency, writings=[Writing(document, organisation, asset, version)], how=how
    )
    return kept


@transaction.atomic
def keep_assets(
    *, by: User, at: datetime, agency: Agency, writings: Sequence[Writing], how: How = How.WRITTEN
) -> list[Asset]:
    """Write many entries at once, whole or not at all; raises what keep_asset raises, for the first that is wrong."""
    permissions.check_can_keep_directory(by, agency.pk)
    _check_versions(writings)
    writings = _without_kept(writings)
    written = [_written(agency, writing, at, how) for writing in writings]
    kept = [asset for asset, _entry in written]
    new = [asset for asset, writing in zip(kept, writings, strict=True) if writing.asset is None]
    old = [asset for asset, writing in zip(kept, writings, strict=True) if writing.asset]
    Asset.objects.bulk_create(new, batch_size=500)
    Asset.objects.bulk_update(old, _CHANGED, batch_size=200)
    AssetVersion.objects.bulk_create([_version(asset, by, at, how) for asset in kept], batch_size=500)
    write_rows(agency, written, [asset.pk for asset in old])
    index(kept)
    for asset in kept if len(kept) < 20 else ():
        _audit(by, at, asset, f"community: entry {how.value}")
    if len(kept) >= 20:
        audit.record(by=by.pk, at=at, agency_id=agency.pk, act=f"community: entries {how.value}", subject_id=agency.pk)
    return kept


@transaction.atomic
def keep_organisation(
    *,
    by: User,
    at: datetime,
    agency: Agency,
    document: Document,
    organisation: Organisation | None = None,
    version: int | None = None,
) -> Organisation:
    """Write an organisation, new or in place of one.

    Raise NotTheStandard when the document does not fit, and StaleEntry when it is no longer at `version`, if given.
    """
    permissions.check_can_keep_directory(by, agency.pk)
    if organisation and version is not None:
        now = Organisation.objects.select_for_update().get(pk=organisation.pk)
        if now.version != version:
            raise StaleEntry(now)
    stops = [fault for fault in faults(document, "organization") if fault.stops]
    if stops:
        raise NotTheStandard(stops)
    organisation = organisation or Organisation(agency=agency, standard_id=UUID(document["id"]), version=0)
    renamed = organisation.version > 0 and organisation.name != document["name"][:NAME_MOST]
    organisation.name, organisation.document = document["name"][:NAME_MOST], document
    organisation.version, organisation.changed_at = organisation.version + 1, at
    organisation.save()
    if renamed:
        index(organisation.assets.select_related("organisation"))
    audit.record(
        by=by.pk,
        at=at,
        agency_id=agency.pk,
        act="community: organisation kept",
        subject_id=agency.pk,
        target_id=organisation.pk,
    )
    return organisation


@transaction.atomic
def keep_address(*, by: User, at: datetime, asset: Asset, words: str) -> None:
    """Keep an address that must not be known and take it out of all that was written of the asset; no words: forget it.

    From then on, whatever is written of the asset loses its places on the way in (see keep_assets).
    """
    permissions.check_can_keep_directory(by, asset.agency_id)
    KeptAddress.objects.filter(agency_id=asset.agency_id, asset=asset).delete()
    marks: frozenset[str] = frozenset()
    if words:
        KeptAddress.objects.create(agency_id=asset.agency_id, asset=asset, words=words)
        marks = _hide(asset, words)
    index([asset])
    forget_words(asset.agency_id, marks)
    _audit(by, at, asset, "community: kept address changed")


@transaction.atomic
def open_address(*, by: User, at: datetime, asset: Asset) -> str:
    """Return the address that must not be known, and note who looked; empty where none is kept."""
    permissions.check_can_keep_directory(by, asset.agency_id)
    kept = KeptAddress.objects.filter(agency_id=asset.agency_id, asset=asset).first()
    if kept is None:
        return ""
    _audit(by, at, asset, ADDRESS_OPENED)
    return str(kept.words)


def _hide(asset: Asset, words: str) -> frozenset[str]:
    """Take an address out of an asset's entry, its earlier versions, and what was proposed or brought in for it.

    Return by what it is known.
    """
    versions = list(asset.versions.all())
    documents = [asset.document, *(one.document for one in versions)]
    marks = marks_in(words).union(*map(marks_of, documents))
    asset.document = hidden(asset.document, marks)
    asset.name = str(asset.document["name"])[:NAME_MOST]
    asset.save(update_fields=["document", "name"])
    for one in versions:
        one.document = hidden(one.document, marks)
    AssetVersion.objects.bulk_update(versions, ["document"], batch_size=200)
    ServiceAtLocation.objects.filter(agency_id=asset.agency_id, asset=asset).delete()
    for proposal in Proposal.objects.filter(agency_id=asset.agency_id, asset=asset):
        proposal.document = hidden(proposal.document, marks)
        proposal.save(update_fields=["document"])
    touched = Q(assets__asset=asset) | Q(state=ImportState.LOOKED_AT)
    for brought in Import.objects.filter(touched, agency_id=asset.agency_id).distinct():
        brought.plan = hidden_within(brought.plan, str(asset.standard_id), marks)
        brought.save(update_fields=["plan"])
    return marks


def _without_kept(writings: Sequence[Writing]) -> list[Writing]:
    """Return the writings without the places of those assets whose address must not be known."""
    asked = [writing.asset.pk for writing in writings if writing.asset]
    # A whole import may be larger than what a database takes in one question.
    chunks = (asked[start : start + _AT_ONCE] for start in range(0, len(asked), _AT_ONCE))
    kept = {one.asset_id: one.words for chunk in chunks for one in KeptAddress.objects.filter(asset__in=chunk)}
    return [
        replace(writing, document=hidden(writing.document, marks_in(kept[writing.asset.pk])))
        if writing.asset and writing.asset.pk in kept
        else writing
        for writing in writings
    ]


def _check_versions(writings: Sequence[Writing]) -> None:
    asked = {writing.asset.pk: writing.version for writing in writings if writing.asset}
    ids = sorted(asked)
    for begin in range(0, len(ids), _AT_ONCE):
        for now in Asset.objects.select_for_update().filter(pk__in=ids[begin : begin + _AT_ONCE]):
            if now.version != asked[now.pk]:
                raise StaleEntry(now)


def _written(agency: Agency, writing: Writing, at: datetime, how: How) -> tuple[Asset, Entry]:
    document = writing.document
    stops = [fault for fault in faults(document, "service") if fault.stops]
    if stops:
        raise NotTheStandard(stops)
    if how in _BY_HAND:
        document = {name: value for name, value in document.items() if name != "last_modified"}
    asset = writing.asset or Asset(agency=agency, made_at=at, version=0)
    asset.standard_id, asset.document, asset.organisation = UUID(document["id"]), document, writing.organisation
    entry = read(document)
    for name, value in columns(entry).items():
        setattr(asset, name, value)
    assured = document.get("assured_date")
    if fits(assured, DATE) and str(asset.checked_date or "") < assured <= day_of(at).isoformat():
        asset.checked_date = date.fromisoformat(assured)
    asset.version, asset.changed_at = asset.version + 1, at
    return asset, entry


def _version(asset: Asset, by: User, at: datetime, how: How) -> AssetVersion:
    return AssetVersion(
        agency_id=asset.agency_id,
        asset=asset,
        number=asset.version,
        organisation_id=asset.organisation_id,
        kind=asset.kind,
        document=asset.document,
        how=how,
        by=by,
        at=at,
    )


def _audit(by: User, at: datetime, asset: Asset, act: str) -> None:
    audit.record(by=by.pk, at=at, agency_id=asset.agency_id, act=act, subject_id=asset.agency_id, target_id=asset.pk)
