"""What the addresses of the local area are asked about: one object of each kind in an agency's directory."""

from datetime import datetime
from typing import Any

from connecting_people.community.actions import checking, contacts, gaps
from connecting_people.community.rules import Wrong
from connecting_people.community.tests.places import walking_group
from connecting_people.people.models import Agency, User
from tests.cast import Cast


def community_parts(cast: Cast, keeper: User, agency: Agency, at: datetime) -> dict[str, Any]:
    """Make one of each in the agency, and return the parts of its addresses."""
    asset = walking_group(by=keeper, at=at, agency=agency)
    team = agency.teams.get()
    contact = contacts.add_contact(by=keeper, at=at, team=team, asset=asset, name="Sam at the desk")
    problem = checking.say_wrong(by=keeper, at=at, asset=asset, wrong=Wrong.CONTACT)
    gap = gaps.add_gap(by=keeper, at=at, agency=agency, need="A place to play chess")
    return {
        "asset_id": asset.pk,
        "organisation_id": asset.organisation_id,
        "contact_id": contact.pk,
        "problem_id": problem.pk,
        "gap_id": gap.pk,
    }
