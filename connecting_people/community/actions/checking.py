"""Staying true: whose turn it is, what a check found, and what people said is wrong."""

from collections import Counter
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.community import permissions
from connecting_people.community.actions.assets import CommunityError, keep_asset
from connecting_people.community.models import Asset, Check, CheckTurn, Problem
from connecting_people.community.queries.checking import due, people_of
from connecting_people.community.rules import CHECKS_A_WEEK, Found, Status, Wrong
from connecting_people.community.turns import shared_out, week_of, who_begins
from connecting_people.core.london import day_of
from connecting_people.people.models import Agency, Team, User

# Whoever reached nobody knows no more than before.
_LOOKED: Final = frozenset({Found.RIGHT, Found.CHANGED, Found.CLOSED})


class SettledAlready(CommunityError):
    """Somebody else has settled it in the meantime."""


@transaction.atomic
def share_out(*, by: User, at: datetime, agency: Agency, team: Team, week: date) -> list[CheckTurn]:
    """Share out what a team checks in a week, the first time that one of it looks; return the new turns.

    Nothing is shared out twice: once there is a list for the week it stays as it is.
    """
    permissions.check_can_keep_directory(by, agency.pk)
    # One after another in the whole agency, so that no two teams are given the same entry.
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    if team.agency_id != agency.pk or CheckTurn.objects.filter(agency=agency, team=team, week_date=week).exists():
        return []
    people = who_begins(people_of(agency.pk, team.pk), week)
    held = Counter(CheckTurn.objects.filter(agency=agency, week_date=week).values_list("user_id", flat=True))
    wanted = due(agency.pk, day_of(at), week, len(people) * CHECKS_A_WEEK)
    shared = shared_out(wanted, {person.pk: held[person.pk] for person in people}, CHECKS_A_WEEK)
    turns = [
        CheckTurn(agency=agency, team=team, week_date=week, asset_id=asset_id, user_id=user_id)
        for asset_id, user_id in shared
    ]
    CheckTurn.objects.bulk_create(turns)
    if turns:
        _audit(by, at, agency.pk, "checks shared out", team.pk)
    return turns


@transaction.atomic
def check(*, by: User, at: datetime, asset: Asset, found: Found) -> Check:
    """Keep what somebody found who looked whether an entry is right, and that this week's turn is done."""
    permissions.check_can_keep_directory(by, asset.agency_id)
    kept = Check.objects.create(agency_id=asset.agency_id, asset=asset, found=found, by=by, at=at)
    if found in _LOOKED:
        Asset.objects.filter(pk=asset.pk).update(checked_date=day_of(at), checked_by=by)
    turns = CheckTurn.objects.filter(agency_id=asset.agency_id, week_date=week_of(day_of(at)), asset=asset)
    turns.filter(done_at=None).update(done_at=at)
    _audit(by, at, asset.agency_id, f"checked: {found.value}", asset.pk)
    return kept


@transaction.atomic
def close_asset(*, by: User, at: datetime, asset: Asset, version: int, status: Status) -> None:
    """Say in an entry that it has closed, for now or for good, and keep that somebody looked.

    Raise StaleEntry when the entry changed since `version` was read.
    """
    keep_asset(
        by=by,
        at=at,
        agency=asset.agency,
        document=asset.document | {"status": status.value},
        organisation=asset.organisation,
        asset=asset,
        version=version,
    )
    check(by=by, at=at, asset=asset, found=Found.CLOSED)


@transaction.atomic
def say_wrong(*, by: User, at: datetime, asset: Asset, wrong: Wrong, words: str = "") -> Problem:
    """Keep that somebody of the agency says an entry is wrong."""
    permissions.check_can_read_directory(by, asset.agency_id)
    problem = Problem.objects.create(agency_id=asset.agency_id, asset=asset, wrong=wrong, words=words, by=by, at=at)
    _audit(by, at, asset.agency_id, "said to be wrong", asset.pk)
    return problem


@transaction.atomic
def settle(*, by: User, at: datetime, problem: Problem, outcome: str) -> None:
    """Keep what came of what somebody said is wrong; raise SettledAlready when another was quicker."""
    permissions.check_can_keep_directory(by, problem.agency_id)
    open_ = Problem.objects.select_for_update().filter(pk=problem.pk, settled_at=None).first()
    if open_ is None:
        raise SettledAlready(_("Somebody has settled this in the meantime. What came of it stands there now."))
    open_.settled_by, open_.settled_at, open_.outcome = by, at, outcome
    open_.save(update_fields=["settled_by", "settled_at", "outcome"])
    _audit(by, at, problem.agency_id, "problem settled", problem.asset_id)


def _audit(by: User, at: datetime, agency_id: UUID, did: str, target_id: UUID) -> None:
    audit.record(
        by=by.pk, at=at, agency_id=agency_id, act=f"community: {did}", subject_id=agency_id, target_id=target_id
    )
