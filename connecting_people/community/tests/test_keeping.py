from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from connecting_people.community.actions import keeping as actions
from connecting_people.community.actions import proposals
from connecting_people.community.actions.assets import NotTheStandard, StaleEntry, keep_asset
from connecting_people.community.models import Keeper, OrganisationAnswer, Proposal
from connecting_people.community.presenters.keeping import differences
from connecting_people.community.queries.experience import answers_of, waiting
from connecting_people.community.queries.keeping import (
    keeper_invitation_for,
    organisation_kept_by,
    organisations_kept_by,
)
from connecting_people.community.rules import How, ProposalState
from connecting_people.community.tests.places import organisation, service, walking_group
from connecting_people.community.tests.voices import keeper
from connecting_people.core.permissions import NotAllowed
from connecting_people.people.actions import InvitationClosed

pytestmark = pytest.mark.django_db


@pytest.fixture
def jos(cast, walkers):
    return keeper(cast, walkers)


def link(cast, asset, at=None):
    return actions.invite_keeper(by=cast.ben, at=at or timezone.now(), organisation=asset.organisation, name="Jo")


def wish(cast, asset, who="jo", **fields):
    return proposals.propose(
        by=cast.user(who),
        at=timezone.now(),
        organisation=asset.organisation,
        document=asset.document | fields,
        asset=asset,
        based_on=asset.version,
    )


def approve(cast, proposal, who="dev", version=1):
    found = Proposal.objects.select_related("asset", "organisation", "agency").get(pk=proposal.pk)
    return proposals.approve(by=cast.user(who), at=timezone.now(), proposal=found, version=version)


def test_a_link_is_used_once_and_brings_one_organisation(cast, walkers):
    _invitation, token = link(cast, walkers)
    actions.become_keeper(by=cast.jo, at=timezone.now(), token=token)

    assert organisations_kept_by(cast.jo) == [walkers.organisation]
    with pytest.raises(InvitationClosed):
        actions.become_keeper(by=cast.hana, at=timezone.now(), token=token)
    assert organisations_kept_by(cast.hana) == []


def test_two_links_make_somebody_a_keeper_once(cast, walkers, jos):
    keeper(cast, walkers)

    assert Keeper.objects.filter(user=cast.jo).count() == 1


def test_a_link_that_was_taken_back_or_is_too_old_opens_nothing(cast, walkers):
    invitation, taken_back = link(cast, walkers)
    actions.take_back_keeper_invitation(by=cast.dev, at=timezone.now(), invitation=invitation)
    _invitation, old = link(cast, walkers, timezone.now() - timedelta(days=15))

    for token in (taken_back, old, "anything"):
        assert keeper_invitation_for(token, timezone.now()) is None


def test_a_login_is_made_and_the_link_used_up_or_neither(cast, walkers):
    _invitation, token = link(cast, walkers)
    words = {"by": None, "token": token, "name": "Lou", "email": "lou@example.net", "password": "many warm loaves"}
    lou = actions.join_as_keeper(at=timezone.now(), **words)
    assert organisations_kept_by(lou) == [walkers.organisation]

    with pytest.raises(InvitationClosed):
        actions.join_as_keeper(at=timezone.now(), **words | {"email": "kim@example.net"})
    assert not type(lou).objects.filter(email="kim@example.net").exists()


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit", "ivan", "jo"])
def test_only_who_keeps_the_directory_invites_and_ends(cast, walkers, jos, who):
    given = {"by": cast.user(who), "at": timezone.now()}
    invitation, _token = link(cast, walkers)

    with pytest.raises(NotAllowed):
        actions.invite_keeper(**given, organisation=walkers.organisation, name="Pat")
    with pytest.raises(NotAllowed):
        actions.take_back_keeper_invitation(**given, invitation=invitation)
    if who != "jo":
        with pytest.raises(NotAllowed):
            actions.end_keeper(**given, keeper=jos)


@pytest.mark.parametrize("who", ["jo", "ben"])
def test_somebody_stops_keeping_by_themselves_or_by_the_agency(cast, walkers, jos, who):
    actions.end_keeper(by=cast.user(who), at=timezone.now(), keeper=jos)

    with pytest.raises(Http404):
        organisation_kept_by(cast.jo, walkers.organisation_id, cast.agency.pk)


def test_a_keeper_reaches_their_own_organisation_in_its_own_agency_alone(cast, walkers, jos):
    other = organisation(by=cast.ben, at=cast.at, agency=cast.agency, name="Others")

    assert organisation_kept_by(cast.jo, walkers.organisation_id, cast.agency.pk) == walkers.organisation
    for organisation_id, agency_id in (
        (other.pk, cast.agency.pk),
        (walkers.organisation_id, cast.other_agency.pk),
    ):
        with pytest.raises(Http404):
            organisation_kept_by(cast.jo, organisation_id, agency_id)


def test_an_approved_change_is_a_version_of_the_entry_that_says_where_it_came_from(cast, walkers, jos):
    proposal = wish(cast, walkers, description="A slow walk, with cake")
    kept = approve(cast, proposal)

    assert kept.document["description"] == "A slow walk, with cake"
    assert kept.versions.get(number=2).how == How.PROPOSED
    proposal.refresh_from_db()
    assert (proposal.state, proposal.decided_by) == (ProposalState.APPROVED, cast.dev)


def test_what_others_changed_since_stays(cast, walkers, jos):
    proposal = wish(cast, walkers, description="With cake")
    keep_asset(
        by=cast.ben,
        at=timezone.now(),
        agency=cast.agency,
        document=walkers.document | {"name": "River walkers", "minimum_age": 16},
        organisation=walkers.organisation,
        asset=walkers,
        version=1,
    )
    kept = approve(cast, proposal, version=2)

    assert (kept.name, kept.document["description"], kept.document["minimum_age"]) == ("River walkers", "With cake", 16)


def test_who_approves_what_they_have_not_seen_hears_of_it(cast, walkers, jos):
    proposal = wish(cast, walkers, description="With cake")
    keep_asset(by=cast.ben, at=timezone.now(), agency=cast.agency, document=walkers.document, asset=walkers, version=1)

    with pytest.raises(StaleEntry):
        approve(cast, proposal, version=1)


def test_both_texts_show_where_both_changed_the_same(cast, walkers, jos):
    proposal = wish(cast, walkers, description="With cake")
    changed = walkers.document | {"description": "With biscuits"}
    keep_asset(by=cast.ben, at=timezone.now(), agency=cast.agency, document=changed, asset=walkers, version=1)
    proposal = Proposal.objects.select_related("asset").get(pk=proposal.pk)

    (row,) = differences(proposal)
    assert (row.now, row.wanted) == ("With biscuits", "With cake")
    assert row.then.startswith("A slow walk")


def test_a_new_entry_comes_in_with_its_organisation(cast, walkers, jos):
    proposal = proposals.propose(
        by=cast.jo, at=timezone.now(), organisation=walkers.organisation, document=service("Evening walk")
    )
    assert [row.wanted for row in differences(proposal)] == ["Evening walk", "Service"]

    kept = approve(cast, proposal, version=0)
    assert (kept.name, kept.organisation) == ("Evening walk", walkers.organisation)


def test_a_later_change_takes_the_place_of_one_that_waits(cast, walkers, jos):
    first, second = (wish(cast, walkers, name=name) for name in ("One", "Two"))

    first.refresh_from_db()
    assert (first.state, second.state) == (ProposalState.TAKEN_BACK, ProposalState.WAITING)
    assert waiting(cast.agency.pk).proposals == 1


def test_turning_down_needs_a_why_and_leaves_the_entry(cast, walkers, jos):
    proposal = wish(cast, walkers, name="Two")
    given = {"by": cast.dev, "at": timezone.now(), "proposal": proposal}

    with pytest.raises(proposals.WhyMissing):
        proposals.turn_down(**given, why=" ")
    proposals.turn_down(**given, why="We know it by its old name")
    walkers.refresh_from_db()
    assert (walkers.version, proposal.why) == (1, "We know it by its old name")
    with pytest.raises(proposals.AlreadyDecided):
        approve(cast, proposal)
    walkers.refresh_from_db()
    assert walkers.version == 1


def test_what_was_answered_is_not_taken_back(cast, walkers, jos):
    proposal = wish(cast, walkers, name="Two")
    proposals.take_proposal_back(by=cast.jo, at=timezone.now(), proposal=proposal)

    with pytest.raises(proposals.AlreadyDecided):
        proposals.take_proposal_back(by=cast.jo, at=timezone.now(), proposal=proposal)


def test_nobody_answers_what_they_proposed_themselves(cast, walkers):
    keeper(cast, walkers, "dev")
    proposal = wish(cast, walkers, "dev", name="Two")

    with pytest.raises(NotAllowed):
        approve(cast, proposal, "dev")


@pytest.mark.parametrize("who", ["asha", "ben", "ivan", "jo"])
def test_an_organisation_proposes_for_its_own_entries_alone(cast, walkers, jos, who):
    other = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)

    with pytest.raises(NotAllowed):
        wish(cast, other, who)
    with pytest.raises(NotAllowed):
        proposals.propose(
            by=cast.user(who),
            at=timezone.now(),
            organisation=walkers.organisation,
            document=other.document,
            asset=other,
        )


def test_what_does_not_fit_the_standard_is_not_proposed(cast, walkers, jos):
    with pytest.raises(NotTheStandard):
        wish(cast, walkers, name="")


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit", "ivan", "jo"])
def test_only_who_keeps_the_directory_answers(cast, walkers, jos, who):
    with pytest.raises(NotAllowed):
        approve(cast, wish(cast, walkers, name="Two"), who)


def answer(cast, asset, who="jo", words="There is a bench now"):
    return proposals.answer(by=cast.user(who), at=timezone.now(), asset=asset, words=words)


def test_an_answer_is_read_by_somebody_before_others_read_it(cast, walkers, jos):
    given = answer(cast, walkers)
    assert list(answers_of(walkers)) == []
    assert waiting(cast.agency.pk).proposals == 1

    proposals.decide_answer(by=cast.dev, at=timezone.now(), answer=given, yes=True)
    assert [one.words for one in answers_of(walkers)] == ["There is a bench now"]


def test_an_answer_that_points_at_somebody_is_not_shown_and_the_organisation_hears_why(cast, walkers, jos):
    given = answer(cast, walkers, words="That was Asha")
    act = {"by": cast.dev, "at": timezone.now(), "answer": given, "yes": False}

    with pytest.raises(proposals.WhyMissing):
        proposals.decide_answer(**act)
    proposals.decide_answer(**act, why="It names somebody")
    assert (list(answers_of(walkers)), given.why) == ([], "It names somebody")


def test_a_later_answer_takes_the_place_of_one_that_waits(cast, walkers, jos):
    for _ in range(2):
        answer(cast, walkers)

    assert OrganisationAnswer.objects.filter(state=ProposalState.WAITING).count() == 1


@pytest.mark.parametrize("who", ["asha", "ben", "ivan", "hana"])
def test_nobody_else_answers_for_an_organisation(cast, walkers, jos, who):
    with pytest.raises(NotAllowed):
        answer(cast, walkers, who)


def test_nobody_keeps_what_no_organisation_runs(cast):
    alone = keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=service("A bench"))

    with pytest.raises(NotAllowed):
        answer(cast, alone)
