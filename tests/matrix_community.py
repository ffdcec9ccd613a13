"""What the addresses of the local area are asked about: one object of each kind in an agency's directory."""

import uuid
from datetime import datetime
from typing import Any

from connecting_people.community import uploads
from connecting_people.community.actions import checking, contacts, gaps, keeping, proposals, ratings, taking_in
from connecting_people.community.actions.areas import keep_area
from connecting_people.community.actions.assets import keep_address, keep_asset
from connecting_people.community.actions.improvements import improve
from connecting_people.community.entry import Point
from connecting_people.community.models import Asset, Keeper
from connecting_people.community.queries.taking_in import plan_of
from connecting_people.community.rules import Access, Light, Rater, Wrong
from connecting_people.community.terms import taxonomies, term_id
from connecting_people.community.tests.places import WEIR_HALL, service, walking_group
from connecting_people.people import actions as people
from connecting_people.people.models import Agency, User
from connecting_people.people.rules import Role
from tests.cast import Cast


def community_parts(cast: Cast, keeper: User, agency: Agency, at: datetime) -> dict[str, Any]:
    """Make one of each in the agency, and return the parts of its addresses."""
    asset = walking_group(by=keeper, at=at, agency=agency)
    return {
        "asset_id": asset.pk,
        **_experience(cast, keeper, asset, at),
        **_entries(keeper, agency, at),
        **_knowledge(keeper, asset, agency, at),
        **_files(keeper, asset, agency, at),
    }


def _entries(keeper: User, agency: Agency, at: datetime) -> dict[str, Any]:
    """Keep an address that must not be known, and a neighbourhood."""
    given = {"by": keeper, "at": at, "agency": agency}
    refuge = keep_asset(**given, document=service("A safe house"))
    keep_address(by=keeper, at=at, asset=refuge, words="14 Hidden Lane")
    area = keep_area(**given, name=f"Weirside {str(refuge.pk)[:8]}", whole=False, outline=[], middle=Point(*WEIR_HALL))
    return {
        "area_id": area.pk,
        "community:kept_address": {"asset_id": refuge.pk},
        "community:earlier": {"number": 1},
        "community:go_back": {"number": 1},
    }


def _experience(cast: Cast, staff: User, asset: Asset, at: datetime) -> dict[str, Any]:
    """Say something of the asset, and let its organisation propose and answer; Jo keeps the first one alone."""
    theirs, organisation = asset.agency == cast.other_agency, asset.organisation
    first = not theirs and not Keeper.objects.filter(user=cast.jo).exists()
    guest = people.make_user(by=None, at=at, name="Mo", email=f"{uuid.uuid4()}@example.org", password=None)
    people.give_role(by=staff, at=at, agency=asset.agency, user=guest, role=Role.SUPPORTER)
    rater, kind = (staff, Rater.PRACTITIONER) if theirs else (cast.asha if first else cast.hana, Rater.SERVICE_USER)
    given = {"at": at, "asset": asset}
    own = ratings.rate(by=rater, rater=kind, light=Light.GREEN, **given)
    guests = ratings.rate(by=guest, rater=Rater.SUPPORTER, light=Light.AMBER, **given)
    idea = improve(by=rater, from_light=Light.AMBER, to_light=Light.GREEN, idea="A bench halfway", **given)
    assert organisation is not None
    invite = {"by": staff, "at": at, "organisation": organisation}
    kept = keeping.become_keeper(by=guest, at=at, token=keeping.invite_keeper(name="Mo", **invite)[1])
    wanted = {**asset.document, "name": "Wednesday walkers"}
    proposal = proposals.propose(by=guest, organisation=organisation, document=wanted, based_on=1, **given)
    answer = proposals.answer(by=guest, words="There is a bench now", **given)
    if first:
        keeping.become_keeper(by=cast.jo, at=at, token=keeping.invite_keeper(name="Jo", **invite)[1])
    open_link, token = keeping.invite_keeper(name="Pat", **invite)
    return {
        "rating_id": guests.pk,
        "community:rating_take_back": {"rating_id": own.pk},
        "improvement_id": idea.pk,
        "organisation_id": organisation.pk,
        "community:keeper_take_back": {"invitation_id": open_link.pk},
        "keeper_id": kept.pk,
        "proposal_id": proposal.pk,
        "answer_id": answer.pk,
        "community:keep": {"token": token},
    }


def _knowledge(keeper: User, asset: Asset, agency: Agency, at: datetime) -> dict[str, Any]:
    """Know somebody there, find something wrong, and miss something."""
    team = agency.teams.get()
    contact = contacts.add_contact(by=keeper, at=at, team=team, asset=asset, name="Sam at the desk")
    problem = checking.say_wrong(by=keeper, at=at, asset=asset, wrong=Wrong.CONTACT)
    gap = gaps.add_gap(by=keeper, at=at, agency=agency, need="A place to play chess")
    return {"contact_id": contact.pk, "problem_id": problem.pk, "gap_id": gap.pk}


def _files(keeper: User, asset: Asset, agency: Agency, at: datetime) -> dict[str, Any]:
    """Bring in two files, one of them whole, and name what the open feed shows of the asset."""
    table = uploads.read([("table.csv", b"name,postcode\nChoir,YO1 7HH\n")])
    given = {"by": keeper, "at": at, "agency": agency, "name": "table.csv", "found": table}
    brought = taking_in.bring(**given, source="A list")
    taken = taking_in.bring(**given, source="Another list")
    taking_in.take_in(by=keeper, at=at, brought=taken, mark=plan_of(taken).mark)
    return {
        "import_id": brought.pk,
        "community:copy": {"form": "directory.csv"},
        "community:import_undo": {"import_id": taken.pk},
        "api:service": {"id": asset.standard_id},
        "api:taxonomy": {"id": taxonomies()["access"].id},
        "api:term": {"id": term_id("access", Access.STEP_FREE)},
        "api:place": {"id": asset.services_at_locations.get().standard_id},
    }
