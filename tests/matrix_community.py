"""What the addresses of the local area are asked about: one object of each kind in an agency's directory."""

from datetime import datetime
from typing import Any

from connecting_people.community.actions.areas import keep_area
from connecting_people.community.actions.assets import keep_address, keep_asset
from connecting_people.community.entry import Point
from connecting_people.community.tests.places import WEIR_HALL, service, walking_group
from connecting_people.people.models import Agency, User
from tests.cast import Cast


def community_parts(cast: Cast, keeper: User, agency: Agency, at: datetime) -> dict[str, Any]:
    """Make one of each in the agency, and return the parts of its addresses."""
    asset = walking_group(by=keeper, at=at, agency=agency)
    given = {"by": keeper, "at": at, "agency": agency}
    refuge = keep_asset(**given, document=service("A safe house"))
    keep_address(by=keeper, at=at, asset=refuge, words="14 Hidden Lane")
    area = keep_area(**given, name=f"Weirside {str(asset.pk)[:8]}", whole=False, outline=[], middle=Point(*WEIR_HALL))
    return {
        "asset_id": asset.pk,
        "organisation_id": asset.organisation_id,
        "area_id": area.pk,
        "community:kept_address": {"asset_id": refuge.pk},
        "community:earlier": {"number": 1},
        "community:go_back": {"number": 1},
    }
