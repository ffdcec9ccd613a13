"""What organisations propose and answer, field by field, for the organisation and for the agency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connecting_people.community.models import Asset, Organisation, OrganisationAnswer, Proposal
from connecting_people.community.plain_entry import LABELS, Plain, changed, in_words, plain
from connecting_people.community.queries.assets import season_of
from connecting_people.community.rules import ProposalState, Season
from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise

_SAYS: Final[dict[ProposalState, StrOrPromise]] = {
    ProposalState.WAITING: gettext_lazy("Waits for the agency"),
    ProposalState.APPROVED: gettext_lazy("The entry says so now"),
    ProposalState.TURNED_DOWN: gettext_lazy("Left as it was"),
    ProposalState.TAKEN_BACK: gettext_lazy("Taken back"),
}
_SAYS_OF_ANSWERS: Final = _SAYS | {
    ProposalState.APPROVED: gettext_lazy("The agency’s people read it"),
    ProposalState.TURNED_DOWN: gettext_lazy("Not shown"),
}
_SEASONS: Final[dict[Season, StrOrPromise]] = {
    Season.STARTING: gettext_lazy("Starts soon"),
    Season.CONTINUING: gettext_lazy("Goes on"),
    Season.CLOSING: gettext_lazy("Ends soon"),
    Season.PAUSED: gettext_lazy("Having a break"),
    Season.CLOSED: gettext_lazy("Has ended"),
}


@dataclass(frozen=True)
class Difference:
    """One field: how it stands, how it is wished for, and how it stood when the wish was written if that differs."""

    label: StrOrPromise
    now: str
    wanted: str
    then: str


@dataclass(frozen=True)
class Wish:
    """What an organisation proposed, as a line of a list."""

    id: UUID
    organisation: str
    title: str
    new: bool
    state: ProposalState
    says: StrOrPromise
    why: str
    when: datetime
    note: str


@dataclass(frozen=True)
class OwnEntry:
    """One of an organisation's entries."""

    name: str
    says: StrOrPromise
    checked: date | None
    change: str
    heard: str


def differences(proposal: Proposal) -> list[Difference]:
    """Return the fields that a proposal would change."""
    wanted = plain(proposal.document)
    now = plain(proposal.asset.document) if proposal.asset else Plain(name="", kind="")
    then = now
    if proposal.asset and proposal.asset.version != proposal.based_on:
        then = plain(proposal.asset.versions.get(number=proposal.based_on).document)
    rows = []
    for name in changed(then, wanted):
        stands, was = (_said(name, getattr(one, name)) for one in (now, then))
        rows.append(Difference(LABELS[name], stands, _said(name, getattr(wanted, name)), was if was != stands else ""))
    return rows


def wish(proposal: Proposal) -> Wish:
    """Return a proposal as a line of a list."""
    state = ProposalState(proposal.state)
    title = proposal.asset.name if proposal.asset else plain(proposal.document).name
    new = proposal.based_on == 0
    return Wish(
        id=proposal.pk,
        organisation=proposal.organisation.name,
        title=title,
        new=new,
        state=state,
        says=_SAYS[state],
        why=proposal.why,
        when=proposal.decided_at or proposal.at,
        note=proposal.note,
    )


def own_entries(organisation: Organisation, assets: Iterable[Asset], today: date) -> list[OwnEntry]:
    """Return an organisation's entries, each with the ways on from it."""
    here = {"agency_id": organisation.agency_id, "organisation_id": organisation.pk}
    return [
        OwnEntry(
            name=asset.name,
            says=_SEASONS[season_of(asset, today)],
            checked=asset.checked_date,
            change=address("community:propose", **here, asset_id=asset.pk),
            heard=address("community:answer", **here, asset_id=asset.pk),
        )
        for asset in assets
    ]


def now_says(asset: Asset, wanted: Plain) -> list[tuple[str, str]]:
    """Return what an entry says now in the fields in which it differs from what is wanted."""
    now = plain(asset.document)
    return [(str(LABELS[name]), _said(name, getattr(now, name))) for name in changed(now, wanted)]


def answer_says(answer: OrganisationAnswer) -> StrOrPromise:
    """Say where an answer stands."""
    return _SAYS_OF_ANSWERS[ProposalState(answer.state)]


def _said(name: str, value: str) -> str:
    return in_words(name, value) if value else _("(nothing)")
