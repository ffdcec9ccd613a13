"""Organisations that keep their own entries: the way in for somebody with no role, and what waits for the agency."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from connecting_people.community.models import (
    Asset,
    Keeper,
    KeeperInvitation,
    Organisation,
    OrganisationAnswer,
    Proposal,
)
from connecting_people.community.queries.assets import Directory
from connecting_people.community.rules import ProposalState
from connecting_people.people.models import User
from connecting_people.people.queries import hash_of


def organisation_kept_by(user: User, organisation_id: UUID, agency_id: UUID) -> Organisation:
    """Return an organisation that this person keeps, in this agency; Http404 for every other and for none."""
    found = _kept(user).filter(organisation=organisation_id, agency=agency_id).first()
    if found is None:
        raise Http404
    return found.organisation


def organisations_kept_by(user: User) -> list[Organisation]:
    """Return the organisations that this person keeps, in whatever agency, by name."""
    return [one.organisation for one in _kept(user).order_by("organisation__name", "organisation_id")]


def _kept(user: User) -> "QuerySet[Keeper]":
    return Keeper.objects.filter(user=user, ended_at=None).select_related("organisation__agency")


def own_assets(organisation: Organisation) -> "QuerySet[Asset]":
    """Return what an organisation runs, by name."""
    return organisation.assets.filter(agency=organisation.agency_id).order_by("name", "pk")


def own_asset(organisation: Organisation, asset_id: UUID) -> Asset:
    """Return one asset that an organisation runs; Http404 for every other."""
    found = own_assets(organisation).select_related("organisation").filter(pk=asset_id).first()
    if found is None:
        raise Http404
    return found


def own_proposals(organisation: Organisation) -> "QuerySet[Proposal]":
    """Return what an organisation proposed, the newest first."""
    rows = organisation.proposals.exclude(state=ProposalState.TAKEN_BACK).select_related("asset")
    return rows.order_by("-at", "-pk")


def own_proposal(organisation: Organisation, proposal_id: UUID) -> Proposal:
    """Return what an organisation proposed and nobody has answered; Http404 for every other."""
    found = own_proposals(organisation).filter(pk=proposal_id, state=ProposalState.WAITING).first()
    if found is None:
        raise Http404
    return found


def proposal_waiting_for(asset: Asset) -> Proposal | None:
    """Return the change of an entry that waits for the agency's answer."""
    return asset.proposals.filter(state=ProposalState.WAITING).first()


def own_answers(organisation: Organisation, asset: Asset) -> "QuerySet[OrganisationAnswer]":
    """Return what an organisation answered to how people find one of its assets, the newest first."""
    rows = organisation.answers.filter(asset=asset).exclude(state=ProposalState.TAKEN_BACK)
    return rows.order_by("-at", "-pk")


def keeper_invitation_for(token: str, at: datetime) -> KeeperInvitation | None:
    """Return the invitation that a link opens, unless it was used, was taken back or is too old."""
    rows = KeeperInvitation.objects.filter(
        token_hash=hash_of(token), used_at=None, withdrawn_at=None, expires_at__gt=at
    )
    return rows.select_related("organisation__agency", "made_by").first()


def keepers_of(organisation: Organisation) -> "QuerySet[Keeper]":
    """Return who keeps an organisation's entries today, by name."""
    return organisation.keepers.filter(ended_at=None).select_related("user").order_by("user__name", "pk")


def keeper_of(organisation: Organisation, keeper_id: UUID) -> Keeper:
    """Return somebody who keeps an organisation's entries today; Http404 for everybody else."""
    found = keepers_of(organisation).select_related("organisation").filter(pk=keeper_id).first()
    if found is None:
        raise Http404
    return found


def open_keeper_invitations(organisation: Organisation, at: datetime) -> "QuerySet[KeeperInvitation]":
    """Return the links for an organisation that can still be used, the newest first."""
    rows = organisation.invitations.filter(used_at=None, withdrawn_at=None, expires_at__gt=at)
    return rows.select_related("organisation").order_by("-made_at", "-pk")


def keeper_invitation_in(organisation: Organisation, invitation_id: UUID, at: datetime) -> KeeperInvitation:
    """Return one link for an organisation that can still be used; Http404 for every other."""
    found = open_keeper_invitations(organisation, at).filter(pk=invitation_id).first()
    if found is None:
        raise Http404
    return found


def proposals_waiting(agency_id: UUID) -> "QuerySet[Proposal]":
    """Return what organisations would like to change and nobody has answered, the oldest first."""
    return _proposals(agency_id).filter(state=ProposalState.WAITING).order_by("at", "pk")


def proposals_decided(agency_id: UUID, limit: int = 20) -> "QuerySet[Proposal]":
    """Return the last answers to what organisations would like to change, the newest first."""
    decided = Q(state=ProposalState.APPROVED) | Q(state=ProposalState.TURNED_DOWN)
    return _proposals(agency_id).filter(decided).order_by("-decided_at", "pk")[:limit]


def proposal_in(directory: Directory, proposal_id: UUID) -> Proposal:
    """Return what an organisation of this directory proposed; Http404 for one's own, for every other and for none."""
    rows = _proposals(directory.agency.pk).exclude(by=directory.user).exclude(state=ProposalState.TAKEN_BACK)
    found = rows.filter(pk=proposal_id).first()
    if found is None:
        raise Http404
    return found


def _proposals(agency_id: UUID) -> "QuerySet[Proposal]":
    rows = Proposal.objects.filter(agency_id=agency_id)
    return rows.select_related("organisation", "asset", "by", "decided_by", "agency")


def answers_waiting(agency_id: UUID) -> "QuerySet[OrganisationAnswer]":
    """Return what organisations answered and nobody has looked at, the oldest first."""
    rows = OrganisationAnswer.objects.filter(agency_id=agency_id, state=ProposalState.WAITING)
    return rows.select_related("organisation", "asset", "by").order_by("at", "pk")


def answer_in(directory: Directory, answer_id: UUID) -> OrganisationAnswer:
    """Return an answer that waits in this directory; Http404 for one's own, for every other and for none."""
    found = answers_waiting(directory.agency.pk).exclude(by=directory.user).filter(pk=answer_id).first()
    if found is None:
        raise Http404
    return found
