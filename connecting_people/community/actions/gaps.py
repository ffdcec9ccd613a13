"""Needs that nothing here meets: writing one down, and what becomes of it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.actions.assets import CommunityError
from connecting_people.community.models import Asset, Gap, GapMove
from connecting_people.community.rules import NEXT_GAP, FromTraining, GapState, Origin
from connecting_people.people.models import Agency, User


class StaleGap(CommunityError):
    """Somebody moved or reworded the gap after it was read; `now` is how it stands."""

    def __init__(self, now: Gap) -> None:
        super().__init__(_("Somebody was quicker. How it stands now is on this page, and so is what you wrote."))
        self.now = now


class NoSuchMove(CommunityError):
    """A gap cannot go where it was asked to go, or not without what belongs to it."""


@transaction.atomic
def add_gap(
    *,
    by: User,
    at: datetime,
    agency: Agency,
    need: str,
    interest: str = "",
    place: str = "",
    origin: Origin = Origin.SAID,
    came: FromTraining | None = None,
) -> Gap:
    """Put a need on the board. Whoever belongs to the agency may; the board never says who did."""
    permissions.check_can_read_directory(by, agency.pk)
    from_where = {"origin": Origin.TRAINING, **came.columns()} if came else {"origin": origin}
    gap = Gap.objects.create(agency=agency, need=need, interest=interest, place=place, by=by, at=at, **from_where)
    _move(by, at, gap, "")
    return gap


@transaction.atomic
def move_gap(
    *, by: User, at: datetime, gap: Gap, version: int, to: GapState, words: str = "", filled_by: Asset | None = None
) -> None:
    """Keep what becomes of a need: looked into, met by an asset of the directory, not now, or open again.

    Raise StaleGap when it moved since `version` was read, and NoSuchMove for a move that cannot be.
    """
    permissions.check_can_keep_directory(by, gap.agency_id)
    now = _locked(gap, version)
    if to not in NEXT_GAP[GapState(now.state)]:
        raise NoSuchMove(_("It cannot go there from where it is now. Choose one of the ways on this page."))
    if (to == GapState.FILLED) != (filled_by is not None) or (filled_by and filled_by.agency_id != gap.agency_id):
        raise NoSuchMove(_("Choose the place in the directory that meets this need."))
    now.state, now.version, now.filled_by = to, now.version + 1, filled_by
    now.looked_into_by = _who_looks_into(now, by)
    now.save(update_fields=["state", "version", "filled_by", "looked_into_by"])
    _move(by, at, now, words)


@transaction.atomic
def reword_gap(*, by: User, at: datetime, gap: Gap, version: int, need: str, interest: str, place: str) -> None:
    """Say a need in other words, such as without a name; raise StaleGap when it changed since `version` was read."""
    permissions.check_can_keep_directory(by, gap.agency_id)
    now = _locked(gap, version)
    now.need, now.interest, now.place, now.version = need, interest, place, now.version + 1
    now.save(update_fields=["need", "interest", "place", "version"])
    _audit(by, at, now, "reworded")


def _who_looks_into(gap: Gap, by: User) -> User | None:
    if gap.state == GapState.LOOKED_INTO:
        return by
    return gap.looked_into_by if gap.state == GapState.FILLED else None


def _locked(gap: Gap, version: int) -> Gap:
    now = Gap.objects.select_for_update().get(pk=gap.pk)
    if now.version != version:
        raise StaleGap(now)
    return now


def _move(by: User, at: datetime, gap: Gap, words: str) -> None:
    GapMove.objects.create(agency_id=gap.agency_id, gap=gap, state=gap.state, words=words, by=by, at=at)
    _audit(by, at, gap, str(gap.state))


def _audit(by: User, at: datetime, gap: Gap, did: str) -> None:
    agency_id = gap.agency_id
    audit.record(
        by=by.pk, at=at, agency_id=agency_id, act=f"community: gap {did}", subject_id=agency_id, target_id=gap.pk
    )
