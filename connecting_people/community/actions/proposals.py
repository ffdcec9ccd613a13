"""What an organisation would like its entries to say, what it answers, and the agency's yes or no."""

from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.actions.assets import CommunityError, NotTheStandard, StaleEntry, keep_asset
from connecting_people.community.entry import read
from connecting_people.community.models import Asset, Organisation, OrganisationAnswer, Proposal
from connecting_people.community.plain_entry import merged
from connecting_people.community.rules import NEXT_PROPOSAL, How, ProposalState
from connecting_people.community.standard import Document, faults
from connecting_people.core.permissions import NotAllowed
from connecting_people.people.models import User

Asked = TypeVar("Asked", Proposal, OrganisationAnswer)


class WhyMissing(CommunityError):
    """The organisation has to be told why."""


class AlreadyDecided(CommunityError):
    """Somebody was quicker."""

    def __init__(self) -> None:
        super().__init__(_("Somebody else has answered this already, or it was taken back. See how it stands now."))


@transaction.atomic
def propose(
    *,
    by: User,
    at: datetime,
    organisation: Organisation,
    document: Document,
    asset: Asset | None = None,
    based_on: int = 0,
    note: str = "",
) -> Proposal:
    """Keep how an organisation would like an entry to read; a change of the same entry that waits makes way for it."""
    permissions.check_can_propose(by, organisation.pk)
    if asset and asset.organisation_id != organisation.pk:
        raise NotAllowed(_("This entry is another organisation's."))
    stops = [fault for fault in faults(document, "service") if fault.stops]
    if stops:
        raise NotTheStandard(stops)
    if asset:
        Asset.objects.select_for_update().get(pk=asset.pk)
        waiting = Proposal.objects.filter(agency_id=asset.agency_id, asset=asset, state=ProposalState.WAITING)
        waiting.update(state=ProposalState.TAKEN_BACK, decided_by=by, decided_at=at)
    kept = Proposal.objects.create(
        agency_id=organisation.agency_id,
        organisation=organisation,
        asset=asset,
        based_on=based_on,
        kind=read(document).kind,
        document=document,
        note=note.strip(),
        by=by,
        at=at,
    )
    _audit(by, at, kept, "community: change proposed")
    return kept


@transaction.atomic
def take_proposal_back(*, by: User, at: datetime, proposal: Proposal) -> None:
    """Take back what one's own organisation proposed, while nobody has answered."""
    permissions.check_can_propose(by, proposal.organisation_id)
    _decided(proposal, by, at, ProposalState.TAKEN_BACK)
    _audit(by, at, proposal, "community: change taken back")


@transaction.atomic
def approve(*, by: User, at: datetime, proposal: Proposal, version: int) -> Asset:
    """Write what was proposed into the entry as it stands; raise StaleEntry when it changed since `version` was read.

    Only what the organisation changed is written, so that what others changed in the meantime stays.
    """
    permissions.check_can_decide(by, proposal)
    asset = proposal.asset
    document = proposal.document
    if asset:
        if asset.version != version:
            raise StaleEntry(asset)
        before = asset.versions.get(number=proposal.based_on).document
        document = merged(before=before, wanted=proposal.document, now=asset.document)
    kept = keep_asset(
        by=by,
        at=at,
        agency=proposal.agency,
        document=document,
        organisation=proposal.organisation,
        asset=asset,
        version=version,
        how=How.PROPOSED,
    )
    _decided(proposal, by, at, ProposalState.APPROVED)
    if asset is None:
        proposal.asset = kept
        proposal.save(update_fields=["asset"])
    return kept


@transaction.atomic
def turn_down(*, by: User, at: datetime, proposal: Proposal, why: str) -> None:
    """Leave the entry as it is, and tell the organisation why."""
    permissions.check_can_decide(by, proposal)
    _decided(proposal, by, at, ProposalState.TURNED_DOWN, _asked_for(why))
    _audit(by, at, proposal, "community: change turned down")


@transaction.atomic
def answer(*, by: User, at: datetime, asset: Asset, words: str) -> OrganisationAnswer:
    """Keep what an organisation answers to how people find its asset; others read it once a keeper said yes.

    An organisation knows no rater's name from here, but may guess one: so somebody looks before others read it.
    """
    permissions.check_can_answer(by, asset)
    assert asset.organisation is not None
    waiting = OrganisationAnswer.objects.filter(agency_id=asset.agency_id, asset=asset, state=ProposalState.WAITING)
    waiting.update(state=ProposalState.TAKEN_BACK, decided_by=by, decided_at=at)
    kept = OrganisationAnswer.objects.create(
        agency_id=asset.agency_id, asset=asset, organisation=asset.organisation, by=by, words=words.strip(), at=at
    )
    _audit(by, at, kept, "community: organisation answered")
    return kept


@transaction.atomic
def decide_answer(*, by: User, at: datetime, answer: OrganisationAnswer, yes: bool, why: str = "") -> None:
    """Let others read what an organisation answers, or tell it why not."""
    permissions.check_can_decide(by, answer)
    state = ProposalState.APPROVED if yes else ProposalState.TURNED_DOWN
    _decided(answer, by, at, state, why.strip() if yes else _asked_for(why))
    _audit(by, at, answer, f"community: answer {state.value}")


def _decided(thing: Asked, by: User, at: datetime, state: ProposalState, why: str = "") -> None:
    found = type(thing).objects.select_for_update().get(pk=thing.pk)
    if state not in NEXT_PROPOSAL[ProposalState(found.state)]:
        raise AlreadyDecided
    thing.state, thing.decided_by, thing.decided_at, thing.why = state, by, at, why
    thing.save(update_fields=["state", "decided_by", "decided_at", "why"])


def _asked_for(why: str) -> str:
    if not why.strip():
        raise WhyMissing(_("Say why, so that the organisation knows what would be right."))
    return why.strip()


def _audit(by: User, at: datetime, thing: Proposal | OrganisationAnswer, act: str) -> None:
    audit.record(by=by.pk, at=at, agency_id=thing.agency_id, act=act, subject_id=thing.agency_id, target_id=thing.pk)
