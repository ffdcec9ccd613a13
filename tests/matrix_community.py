"""What the addresses of the local area are asked about: one object of each kind in an agency's directory."""

from datetime import datetime
from typing import Any

from connecting_people.community import uploads
from connecting_people.community.actions import taking_in
from connecting_people.community.queries.taking_in import plan_of
from connecting_people.community.rules import Access
from connecting_people.community.terms import taxonomies, term_id
from connecting_people.community.tests.places import walking_group
from connecting_people.people.models import Agency, User
from tests.cast import Cast


def community_parts(cast: Cast, keeper: User, agency: Agency, at: datetime) -> dict[str, Any]:
    """Make one of each in the agency, and return the parts of its addresses."""
    asset = walking_group(by=keeper, at=at, agency=agency)
    table = uploads.read([("table.csv", b"name,postcode\nChoir,YO1 7HH\n")])
    given = {"by": keeper, "at": at, "agency": agency, "name": "table.csv", "found": table}
    brought = taking_in.bring(**given, source="A list")
    taken = taking_in.bring(**given, source="Another list")
    taking_in.take_in(by=keeper, at=at, brought=taken, mark=plan_of(taken).mark)
    return {
        "asset_id": asset.pk,
        "import_id": brought.pk,
        "community:copy": {"form": "directory.csv"},
        "community:import_undo": {"import_id": taken.pk},
        "api:service": {"id": asset.standard_id},
        "api:taxonomy": {"id": taxonomies()["access"].id},
        "api:term": {"id": term_id("access", Access.STEP_FREE)},
        "api:place": {"id": asset.services_at_locations.get().standard_id},
    }
