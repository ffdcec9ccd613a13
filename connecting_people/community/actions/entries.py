"""Writing an entry by hand: who runs it, an address that must not be known, and going back to how it stood."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from connecting_people.community.actions.assets import keep_address, keep_asset, keep_organisation
from connecting_people.community.models import Asset, AssetVersion, Organisation
from connecting_people.community.rules import How
from connecting_people.community.standard import Document
from connecting_people.people.models import Agency, User


@transaction.atomic
def write_entry(
    *,
    by: User,
    at: datetime,
    agency: Agency,
    document: Document,
    organisation: Organisation | None,
    new_organisation: str = "",
    asset: Asset | None = None,
    version: int = 0,
    secret: str | None = None,
) -> Asset:
    """Write one entry; raise what keep_asset raises.

    `secret` is an address that must not be known: empty leaves the one that is kept, None forgets it.
    """
    if new_organisation:
        said = {"id": str(uuid4()), "name": new_organisation, "description": new_organisation}
        organisation = keep_organisation(by=by, at=at, agency=agency, document=said)
    if asset:
        _keep_secret(by, at, asset, secret)
    kept = keep_asset(
        by=by, at=at, agency=agency, document=document, organisation=organisation, asset=asset, version=version
    )
    if asset is None:
        _keep_secret(by, at, kept, secret or None)
    return kept


@transaction.atomic
def go_back(*, by: User, at: datetime, asset: Asset, to: AssetVersion, version: int) -> Asset:
    """Let an entry read as it did in an earlier version; raise StaleEntry when it is no longer at `version`."""
    return keep_asset(
        by=by,
        at=at,
        agency=asset.agency,
        document=to.document,
        organisation=to.organisation,
        asset=asset,
        version=version,
        how=How.UNDONE,
    )


def _keep_secret(by: User, at: datetime, asset: Asset, secret: str | None) -> None:
    if secret:
        keep_address(by=by, at=at, asset=asset, words=secret)
    elif secret is None and hasattr(asset, "kept_address"):
        keep_address(by=by, at=at, asset=asset, words="")
