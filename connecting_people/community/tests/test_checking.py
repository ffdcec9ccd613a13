"""Staying true: the week's list, what a check found, and what people said is wrong."""

import threading
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.community.actions import checking
from connecting_people.community.actions.assets import StaleEntry, keep_asset
from connecting_people.community.models import Asset, Check, CheckTurn, Problem
from connecting_people.community.queries.checking import due
from connecting_people.community.queries.knowledge import turns_of
from connecting_people.community.rules import CHECKS_A_WEEK, Found, Status, Wrong
from connecting_people.community.tests.known import place, places
from connecting_people.community.tests.places import service
from connecting_people.community.turns import week_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.people import actions as people
from connecting_people.people.models import User
from connecting_people.people.rules import Role
from tests.cast import make_cast

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
WEEK = week_of(TODAY)


def share(cast, by=None, team=None, week=WEEK):
    return checking.share_out(
        by=by or cast.ben, at=timezone.now(), agency=cast.agency, team=team or cast.team, week=week
    )


def counts(cast, team=None):
    rows = CheckTurn.objects.filter(team=team or cast.team)
    return sorted(rows.filter(user=user).count() for user in (cast.ben, cast.dev, cast.ela))


def test_a_team_shares_out_a_short_list_for_the_week(cast):
    places(cast, *(f"Place {n:02}" for n in range(20)))

    assert len(share(cast)) == 3 * CHECKS_A_WEEK
    assert counts(cast) == [CHECKS_A_WEEK] * 3
    assert Event.objects.filter(act="community: checks shared out", actor_id=cast.ben.pk).count() == 1


def test_few_entries_are_shared_fairly(cast):
    places(cast, *(f"Place {n}" for n in range(5)))
    share(cast)

    assert counts(cast) == [1, 2, 2]


def test_a_list_stays_as_it_is_through_the_week_and_is_new_the_week_after(cast):
    places(cast, "Weir Hall", "Pool")
    first = share(cast)
    places(cast, "Park")

    assert len(first) == 2
    assert share(cast, by=cast.dev) == []
    assert len(share(cast, week=WEEK + timedelta(days=7))) == 3


def test_two_teams_are_never_given_the_same_entry(cast):
    places(cast, *(f"Place {n}" for n in range(14)))
    west = people.make_team(by=cast.gwen, at=cast.at, agency=cast.agency, name="West team")
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.gwen, role=Role.PRACTITIONER, team=west)
    north, wests = share(cast), share(cast, by=cast.gwen, team=west)

    assert len(north) == 12
    assert {turn.asset_id for turn in north}.isdisjoint(turn.asset_id for turn in wests)
    with pytest.raises(IntegrityError), transaction.atomic():
        CheckTurn.objects.create(
            agency=cast.agency, team=west, week_date=WEEK, asset_id=north[0].asset_id, user=cast.gwen
        )


def test_whoever_is_in_two_teams_has_no_more_than_anybody(cast):
    places(cast, *(f"Place {n:02}" for n in range(20)))
    west = people.make_team(by=cast.gwen, at=cast.at, agency=cast.agency, name="West team")
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.ben, role=Role.PRACTITIONER, team=west)
    share(cast)

    assert share(cast, team=west) == []
    assert len(turns_of(cast.ben, WEEK)) == CHECKS_A_WEEK


def test_a_team_of_another_agency_is_given_nothing_here(cast):
    place(cast)

    assert share(cast, team=cast.other_team) == []


def test_what_is_wrong_comes_first_then_what_closes_then_the_longest_unchecked(cast):
    old, older, never, fresh, wrong, done = places(cast, "Old", "Older", "Never", "Fresh", "Wrong", "Done")
    checked = {old: 200, older: 300, fresh: 3, wrong: 3}
    for asset, days in checked.items():
        Asset.objects.filter(pk=asset.pk).update(checked_date=TODAY - timedelta(days=days))
    Asset.objects.filter(pk=done.pk).update(status=Status.DEFUNCT)
    soon = (TODAY + timedelta(days=20)).isoformat()
    closing = keep_asset(
        by=cast.ben, at=cast.at, agency=cast.agency, document=service("Soon", connecting_people={"ends": soon})
    )
    checking.say_wrong(by=cast.asha, at=cast.at, asset=wrong, wrong=Wrong.CONTACT)

    assert due(cast.agency.pk, TODAY, WEEK, 10) == [a.pk for a in (wrong, closing, never, older, old)]
    assert due(cast.agency.pk, TODAY, WEEK, 2) == [wrong.pk, closing.pk]


@pytest.mark.parametrize("found", [Found.RIGHT, Found.CHANGED, Found.CLOSED])
def test_a_check_says_who_looked_and_when_and_leaves_the_entry_alone(cast, found):
    hall = place(cast)
    share(cast)
    checking.check(by=cast.dev, at=timezone.now(), asset=hall, found=found)

    now = Asset.objects.get()
    assert (now.checked_date, now.checked_by) == (TODAY, cast.dev)
    assert (now.version, now.document, now.changed_at) == (1, hall.document, hall.changed_at)
    assert CheckTurn.objects.get().done_at
    assert Event.objects.filter(act=f"community: checked: {found}", target_id=hall.pk).exists()


def test_whoever_reached_nobody_has_not_checked_it(cast):
    hall = place(cast)
    share(cast)
    checking.check(by=cast.dev, at=timezone.now(), asset=hall, found=Found.NOT_REACHED)

    assert Asset.objects.get().checked_date is None
    assert CheckTurn.objects.get().done_at
    assert Check.objects.get().found == Found.NOT_REACHED


def test_closing_an_entry_is_a_version_and_a_check(cast):
    hall = place(cast)
    checking.close_asset(by=cast.dev, at=timezone.now(), asset=hall, version=1, status=Status.DEFUNCT)

    now = Asset.objects.get()
    assert (now.status, now.version, now.checked_by) == (Status.DEFUNCT, 2, cast.dev)
    assert Check.objects.get().found == Found.CLOSED


def test_an_entry_that_was_changed_meanwhile_is_not_closed(cast):
    hall = place(cast)
    keep_asset(by=cast.dev, at=cast.at, agency=cast.agency, asset=hall, version=1, document=hall.document)

    with pytest.raises(StaleEntry):
        checking.close_asset(by=cast.ben, at=timezone.now(), asset=hall, version=1, status=Status.DEFUNCT)
    assert not Check.objects.exists()


def test_anybody_of_the_agency_says_that_it_is_wrong_and_reads_what_came_of_it(cast):
    problem = checking.say_wrong(by=cast.asha, at=cast.at, asset=place(cast), wrong=Wrong.OTHER, words="No ramp")
    checking.settle(by=cast.dev, at=timezone.now(), problem=problem, outcome="Thank you. It says so now.")

    now = Problem.objects.get()
    assert (now.settled_by, now.outcome) == (cast.dev, "Thank you. It says so now.")
    with pytest.raises(checking.SettledAlready):
        checking.settle(by=cast.ben, at=timezone.now(), problem=problem, outcome="Done before")
    assert Problem.objects.get().settled_by == cast.dev


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit", "ivan", "jo"])
def test_only_who_keeps_the_directory_checks_shares_and_settles(cast, who):
    hall, given = place(cast), {"by": cast.user(who), "at": cast.at}
    problem = checking.say_wrong(by=cast.ben, at=cast.at, asset=hall, wrong=Wrong.CLOSED)
    for act in (
        lambda: checking.share_out(**given, agency=cast.agency, team=cast.team, week=WEEK),
        lambda: checking.check(**given, asset=hall, found=Found.RIGHT),
        lambda: checking.close_asset(**given, asset=hall, version=1, status=Status.DEFUNCT),
        lambda: checking.settle(**given, problem=problem, outcome="Done"),
    ):
        with pytest.raises(NotAllowed):
            act()


@pytest.mark.parametrize("who", ["ivan", "jo"])
def test_nobody_from_elsewhere_says_that_something_is_wrong(cast, who):
    with pytest.raises(NotAllowed):
        checking.say_wrong(by=cast.user(who), at=cast.at, asset=place(cast), wrong=Wrong.CLOSED)


@pytest.mark.django_db(transaction=True)
def test_two_who_look_at_once_have_one_list():
    cast = make_cast(timezone.now() - timedelta(days=1))
    places(cast, *(f"Place {n:02}" for n in range(30)))
    made: list[int] = []

    def look(name: str) -> None:
        try:
            by = User.objects.get(pk=getattr(cast, name).pk)
            made.append(len(share(cast, by=by)))
        finally:
            connection.close()

    looks = [threading.Thread(target=look, args=[name]) for name in ("ben", "dev", "ela", "gwen")]
    for one in looks:
        one.start()
    for one in looks:
        one.join()

    assert sorted(made) == [0, 0, 0, 12]
    assert CheckTurn.objects.count() == 12


def test_a_week_is_named_by_its_monday():
    assert date.weekday(WEEK) == 0
