"""What the addresses of the local area are asked about: one object of each kind in an agency's directory."""

from datetime import datetime
from typing import Any

from connecting_people.community.rules import Access
from connecting_people.community.terms import taxonomies, term_id
from connecting_people.community.tests.places import walking_group
from connecting_people.people.models import Agency, User
from tests.cast import Cast


def community_parts(cast: Cast, keeper: User, agency: Agency, at: datetime) -> dict[str, Any]:
    """Make one of each in the agency, and return the parts of its addresses."""
    asset = walking_group(by=keeper, at=at, agency=agency)
    return {
        "asset_id": asset.pk,
        "api:service": {"id": asset.standard_id},
        "api:taxonomy": {"id": taxonomies()["access"].id},
        "api:term": {"id": term_id("access", Access.STEP_FREE)},
        "api:place": {"id": asset.services_at_locations.get().standard_id},
    }
