"""Bringing in what other directories know: looked at first, taken in whole or not at all, and undone if need be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.actions.assets import CommunityError, Writing, keep_assets
from connecting_people.community.beside import NAME_MOST
from connecting_people.community.columns import COLUMNS, NAME, guessed
from connecting_people.community.gathered import Gathered
from connecting_people.community.indexing import index
from connecting_people.community.models import Asset, Import, ImportedAsset, Organisation, Taxonomy, TaxonomyTerm
from connecting_people.community.queries.taking_in import Plan, plan_of
from connecting_people.community.refusals import MOST_TOLD
from connecting_people.community.rules import NEXT_IMPORT, How, ImportState, Matched, Status
from connecting_people.community.standard import Document
from connecting_people.community.uploads import PlainTable
from connecting_people.people.models import Agency, User

_BATCH: Final = 500


class NotLikeThat(CommunityError):
    """What was brought cannot be taken in or undone as it stands; the message says why."""


@transaction.atomic
def bring(*, by: User, at: datetime, agency: Agency, source: str, name: str, found: Gathered | PlainTable) -> Import:
    """Keep what was brought until somebody has looked at what would happen."""
    permissions.check_can_bring_in(by, agency.pk)
    plan: dict[str, Any]
    if isinstance(found, PlainTable):
        plan = {"kind": "table", **asdict(found), "mapping": guessed(found.header)}
    else:
        plan = {
            "kind": "feed",
            "services": list(found.services.values()),
            "organisations": list(found.organisations.values()),
            "taxonomies": list(found.taxonomies.values()),
            "terms": list(found.terms.values()),
            "told": [[one.file, one.reason, one.place, one.field] for one in found.told],
            "whole": found.whole,
        }
    return Import.objects.create(agency=agency, source=source, file_name=name[:200], plan=plan, by=by, at=at)


@transaction.atomic
def name_columns(*, by: User, at: datetime, brought: Import, mapping: Mapping[str, str]) -> None:
    """Say which heading of a table stands for what."""
    permissions.check_can_bring_in(by, brought.agency_id)
    _check_next(brought, ImportState.BROUGHT_IN)
    if NAME not in mapping:
        raise NotLikeThat(_("Say which column holds the name."))
    if len(set(mapping.values())) < len(mapping):
        raise NotLikeThat(_("One column cannot stand for two things."))
    header = brought.plan["header"]
    brought.plan["mapping"] = {one: mapping[one] for one in COLUMNS if mapping.get(one) in header}
    brought.save(update_fields=["plan"])


@transaction.atomic
def leave_out(*, by: User, at: datetime, brought: Import) -> None:
    """Take nothing of it in, and keep nothing of it."""
    permissions.check_can_bring_in(by, brought.agency_id)
    _check_next(brought, ImportState.DROPPED)
    brought.state, brought.plan, brought.done_by, brought.done_at = ImportState.DROPPED, {}, by, at
    brought.save()


@transaction.atomic
def take_in(*, by: User, at: datetime, brought: Import, mark: str, close_gone: bool = False) -> Plan:
    """Take in all of it; raise NotLikeThat when what would happen is no longer what was looked at."""
    permissions.check_can_bring_in(by, brought.agency_id)
    brought = Import.objects.select_for_update().select_related("agency").get(pk=brought.pk)
    _check_next(brought, ImportState.BROUGHT_IN)
    plan = plan_of(brought)
    if plan.problems:
        raise NotLikeThat(_("Something stands in the way. Each place is named below."))
    if plan.mark != mark:
        raise NotLikeThat(_("The directory was changed meanwhile. Please look again at what would happen now."))
    before = _keep_organisations(at, brought.agency, plan.organisations.values())
    _keep_terms(brought.agency, brought.plan)
    closed = plan.gone if close_gone else ()
    _keep(by, at, brought, plan, closed)
    told = [[one.file, one.reason, one.place, one.field] for one in plan.told[:MOST_TOLD]]
    counts = {**plan.counts, "closed": len(closed)}
    brought.plan = {"kind": "done", "counts": counts, "told": told, "organisations": before}
    brought.state, brought.done_by, brought.done_at = ImportState.BROUGHT_IN, by, at
    brought.save()
    _audit(by, at, brought, "community: file taken in")
    return plan


def _keep(by: User, at: datetime, brought: Import, plan: Plan, closed: Sequence[Any]) -> None:
    runs = {str(one.standard_id): one for one in Organisation.objects.filter(agency=brought.agency)}
    moving = [one for one in plan.coming if one.matched != Matched.SAME]
    versions = {one.pk: one.version for one in (*(c.asset for c in plan.coming if c.asset), *closed)}
    writings = [
        Writing(one.document, runs.get(one.runs), one.asset, one.asset.version if one.asset else 0) for one in moving
    ]
    for one in closed:
        document = one.document | {"status": Status.DEFUNCT.value}
        writings.append(Writing(document, one.organisation, one, one.version))
    kept = keep_assets(by=by, at=at, agency=brought.agency, writings=writings, how=How.IMPORTED) if writings else []
    matched = [*(one.matched for one in moving), *(Matched.GONE for _one in closed)]
    pairs = [*zip(kept, matched, strict=True)]
    pairs += [(one.asset, Matched.SAME) for one in plan.of(Matched.SAME) if one.asset]
    ImportedAsset.objects.bulk_create(
        (
            ImportedAsset(
                agency=brought.agency,
                brought=brought,
                asset=asset,
                matched=how,
                version_before=versions.get(asset.pk),
                version_after=asset.version,
            )
            for asset, how in pairs
        ),
        batch_size=_BATCH,
    )


def _keep_organisations(at: datetime, agency: Agency, documents: Iterable[Document]) -> dict[str, Document | None]:
    """Write who runs what, and return what was said of each before; judged already when the file was read."""
    coming = {UUID(one["id"]): one for one in documents}
    here = {one.standard_id: one for one in Organisation.objects.filter(agency=agency, standard_id__in=coming)}
    before = {str(one.pk): one.document for one in here.values()}
    renamed = [one for one in here.values() if one.name != coming[one.standard_id]["name"][:NAME_MOST]]
    fresh = [Organisation(agency=agency, standard_id=id, version=0) for id in coming if id not in here]
    for one in (*here.values(), *fresh):
        one.document = coming[one.standard_id]
        one.name, one.version, one.changed_at = one.document["name"][:NAME_MOST], one.version + 1, at
    Organisation.objects.bulk_create(fresh, batch_size=_BATCH)
    Organisation.objects.bulk_update(here.values(), ["document", "name", "version", "changed_at"], batch_size=200)
    index(Asset.objects.filter(organisation__in=renamed).select_related("organisation"))
    return before | {str(one.pk): None for one in fresh}


def _keep_terms(agency: Agency, plan: Mapping[str, Any]) -> None:
    """Keep the taxonomies and terms that a feed used; one that is known says what the newest feed says."""
    Taxonomy.objects.bulk_create(
        [
            Taxonomy(
                agency=agency, standard_id=UUID(one["id"]), name=str(one.get("name", ""))[:NAME_MOST], document=one
            )
            for one in plan.get("taxonomies", ())
        ],
        update_conflicts=True,
        unique_fields=["agency", "standard_id"],
        update_fields=["name", "document"],
        batch_size=_BATCH,
    )
    known = {str(id): pk for id, pk in Taxonomy.objects.filter(agency=agency).values_list("standard_id", "pk")}
    TaxonomyTerm.objects.bulk_create(
        [
            TaxonomyTerm(
                agency=agency,
                taxonomy_id=known.get(str(one.get("taxonomy_id", "")).lower()),
                standard_id=UUID(one["id"]),
                name=str(one.get("name", ""))[:NAME_MOST],
                document=one,
            )
            for one in plan.get("terms", ())
        ],
        update_conflicts=True,
        unique_fields=["agency", "standard_id"],
        update_fields=["name", "document", "taxonomy"],
        batch_size=_BATCH,
    )


def _check_next(brought: Import, state: ImportState) -> None:
    if state not in NEXT_IMPORT[ImportState(brought.state)]:
        raise NotLikeThat(_("This file has been dealt with already."))


def _audit(by: User, at: datetime, brought: Import, act: str) -> None:
    audit.record(
        by=by.pk, at=at, agency_id=brought.agency_id, act=act, subject_id=brought.agency_id, target_id=brought.pk
    )
