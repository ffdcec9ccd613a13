"""Taking a whole import back: entries say again what they said, and what was new goes or is marked as closed."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.actions.assets import Writing, keep_assets
from connecting_people.community.actions.taking_in import NotLikeThat
from connecting_people.community.indexing import index
from connecting_people.community.models import (
    Asset,
    AssetHours,
    AssetTerm,
    AssetVersion,
    Import,
    ImportedAsset,
    Indexed,
    Organisation,
    ServiceAtLocation,
)
from connecting_people.community.rules import NEXT_IMPORT, How, ImportState, Matched, Status
from connecting_people.people.models import User

# What is written with every entry, and goes with it.
_ITS_OWN: Final = (AssetHours, AssetTerm, AssetVersion, ImportedAsset, Indexed, ServiceAtLocation)
_NAMED: Final = 3


@transaction.atomic
def undo(*, by: User, at: datetime, brought: Import) -> None:
    """Undo an import; raise NotLikeThat when an entry of it was changed since."""
    permissions.check_can_bring_in(by, brought.agency_id)
    brought = Import.objects.select_for_update().select_related("agency").get(pk=brought.pk)
    if ImportState.UNDONE not in NEXT_IMPORT[ImportState(brought.state)]:
        raise NotLikeThat(_("This file has been dealt with already."))
    rows = list(brought.assets.exclude(matched=Matched.SAME).select_related("asset__organisation"))
    _check_untouched(rows)
    others = ImportedAsset.objects.filter(brought__state=ImportState.BROUGHT_IN).exclude(brought=brought)
    # What another file brought too stays: that one is not undone.
    theirs = set(others.filter(asset__in=[row.asset.pk for row in rows]).values_list("asset_id", flat=True))
    new = [row.asset for row in rows if row.matched == Matched.NEW and row.asset.pk not in theirs]
    hanging = _with_something_hanging(new)
    writings = [*_as_before(rows), *(_closed(asset) for asset in new if asset.pk in hanging)]
    if writings:
        keep_assets(by=by, at=at, agency=brought.agency, writings=writings, how=How.UNDONE)
    going = [asset.pk for asset in new if asset.pk not in hanging]
    ImportedAsset.objects.filter(agency=brought.agency, asset__in=going).delete()
    Asset.objects.filter(agency=brought.agency, pk__in=going).delete()
    _put_organisations_back(at, brought)
    brought.state, brought.undone_by, brought.undone_at = ImportState.UNDONE, by, at
    brought.save(update_fields=["state", "undone_by", "undone_at"])
    act = "community: file undone"
    audit.record(
        by=by.pk, at=at, agency_id=brought.agency_id, act=act, subject_id=brought.agency_id, target_id=brought.pk
    )


def _check_untouched(rows: list[ImportedAsset]) -> None:
    touched = sorted(row.asset.name for row in rows if row.asset.version != row.version_after)
    if touched:
        names = ", ".join(touched[:_NAMED]) + ("…" if len(touched) > _NAMED else "")
        words = _(
            "This cannot be undone as a whole, since this was changed since: %(names)s. Change entries one by one."
        )
        raise NotLikeThat(words % {"names": names})


def _as_before(rows: list[ImportedAsset]) -> list[Writing]:
    wanted = {row.asset.pk: row for row in rows if row.version_before}
    versions = AssetVersion.objects.filter(asset__in=wanted).select_related("organisation")
    found = {one.asset_id: one for one in versions if one.number == wanted[one.asset_id].version_before}
    return [
        Writing(found[pk].document, found[pk].organisation, row.asset, row.asset.version) for pk, row in wanted.items()
    ]


def _closed(asset: Asset) -> Writing:
    return Writing(asset.document | {"status": Status.DEFUNCT.value}, asset.organisation, asset, asset.version)


def _with_something_hanging(assets: list[Asset]) -> set[object]:
    """Return those entries that somebody has written something about since."""
    ids = [asset.pk for asset in assets]
    found: set[object] = set()
    for relation in Asset._meta.related_objects:
        model: Any = relation.related_model
        name = relation.field.name
        if model not in _ITS_OWN:
            found |= set(model._default_manager.filter(**{f"{name}__in": ids}).values_list(f"{name}_id", flat=True))
    return found


def _put_organisations_back(at: datetime, brought: Import) -> None:
    before = brought.plan["organisations"]
    for one in Organisation.objects.filter(agency=brought.agency, pk__in=before):
        document = before[str(one.pk)]
        if document:
            one.document, one.name, one.version, one.changed_at = document, document["name"], one.version + 1, at
            one.save()
            index(one.assets.select_related("organisation"))
        elif not _has_anything(one):
            one.delete()


def _has_anything(organisation: Organisation) -> bool:
    for relation in Organisation._meta.related_objects:
        model: Any = relation.related_model
        if model._default_manager.filter(**{relation.field.name: organisation}).exists():
            return True
    return False
