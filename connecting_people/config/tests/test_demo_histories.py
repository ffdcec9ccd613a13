"""What people make of the invented place in a year: lights, contacts, checks, gaps, and what organisations wish."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.test import override_settings

from connecting_people.audit.queries import faults
from connecting_people.community.demo.place import Place, read_place
from connecting_people.community.models import (
    Asset,
    AssetVersion,
    Check,
    CheckTurn,
    Gap,
    Improvement,
    Keeper,
    LocalContact,
    OrganisationAnswer,
    Problem,
    Proposal,
    Rating,
    Touch,
)
from connecting_people.community.queries.assets import season_of
from connecting_people.community.rules import (
    FEWEST_RATERS,
    Found,
    GapState,
    How,
    ImprovementState,
    Light,
    ProposalState,
    Rater,
    RatingState,
    Season,
)
from connecting_people.config.demo import director
from connecting_people.core.demo import Line
from connecting_people.people.demo import STAFF, Cast
from connecting_people.people.models import Agency

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

TODAY = date(2026, 3, 18)
# Who is there from the beginning; everybody else joins in a story.
THERE = {name for name, _role, _place in STAFF} | {"gwen", "nadia", "jo"}


@pytest.fixture(scope="module")
def _played(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
            director.play(TODAY)
        yield
        transaction.set_rollback(True)


def of_the_place(day: date) -> tuple[Place, list[Line]]:
    place = read_place(Cast(), director.PLACES)
    return place, [line for line in director.lines(day) if line.verb in place.verbs]


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 26), date(2026, 1, 1), date(2025, 12, 29)])
def test_every_line_speaks_of_something_that_is_there_by_then(day: date) -> None:
    written: dict[tuple[str, str], datetime] = {}
    named: set[tuple[str, str]] = set()
    place, lines = of_the_place(day)
    for line in lines:
        for name in line.words.splitlines() if line.verb == "enters" else ():
            written[line.story, name] = line.at
        named.add((line.story, line.mark("as")))
        if line.mark("asset"):
            assert (line.story, line.mark("asset")) in written, line
        if line.mark("organisation"):
            assert (line.story, line.mark("organisation")) in place.town.organisations, line
        if line.mark("to") and line.verb not in ("suggests", "hands_over"):
            assert (line.story, line.mark("to")) in named, line


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 26), date(2026, 1, 1), date(2025, 12, 29)])
def test_nobody_speaks_before_they_have_joined(day: date) -> None:
    joined = {line.who: line.at for line in director.lines(day) if line.verb == "join"}
    for line in of_the_place(day)[1]:
        assert line.who in THERE or joined[line.who] < line.at, line


@pytest.mark.django_db
def test_all_three_kinds_of_person_give_all_three_lights(_played: None) -> None:
    given = set(Rating.objects.values_list("rater", "light"))

    assert {rater for rater, _ in given} == set(Rater)
    assert {light for rater, light in given if rater == Rater.SERVICE_USER} == set(Light)
    assert Rating.objects.filter(signed=True).exists()
    assert Rating.objects.filter(signed=False).exists()


@pytest.mark.django_db
def test_one_place_has_enough_nameless_lights_to_show(_played: None) -> None:
    nameless = Rating.objects.filter(signed=False, rater=Rater.SERVICE_USER, state=RatingState.SHOWN)

    assert max(Counter(nameless.values_list("asset", flat=True)).values()) >= FEWEST_RATERS


@pytest.mark.django_db
def test_lights_wait_were_cut_turned_down_and_shown_by_a_second_person(_played: None) -> None:
    ratings = list(Rating.objects.all())

    assert {one.state for one in ratings} >= {RatingState.WAITING, RatingState.SHOWN, RatingState.TURNED_DOWN}
    assert any("[…]" in one.shown and one.shown != one.reason for one in ratings)
    assert any(one.state == RatingState.SHOWN and one.second_by_id for one in ratings)


@pytest.mark.django_db
def test_something_moved_from_red_to_amber_to_green(_played: None) -> None:
    done = Improvement.objects.filter(state=ImprovementState.DONE)
    red = set(done.filter(from_light=Light.RED).values_list("asset", flat=True))

    assert red & set(done.filter(to_light=Light.GREEN).values_list("asset", flat=True))
    assert set(Improvement.objects.values_list("state", flat=True)) == set(ImprovementState)


@pytest.mark.django_db
def test_what_the_team_knows_stayed_when_lorna_left(_played: None) -> None:
    assert not LocalContact.objects.filter(kept_by__email="lorna@example.org", ended_at=None).exists()
    assert LocalContact.objects.filter(kept_by__email="dev@example.org", version__gt=1).count() >= 3
    assert LocalContact.objects.exclude(asset=None).exists()
    assert LocalContact.objects.exclude(organisation=None).exists()
    assert Touch.objects.count() >= 15


@pytest.mark.django_db
def test_entries_were_looked_at_and_some_are_due(_played: None) -> None:
    assert set(Check.objects.values_list("found", flat=True)) >= {Found.RIGHT, Found.NOT_REACHED, Found.CLOSED}
    assert CheckTurn.objects.filter(week_date=date(2026, 3, 16)).exists()
    assert Problem.objects.filter(settled_at=None).exists()
    assert Problem.objects.exclude(settled_at=None).exists()


@pytest.mark.django_db
def test_gaps_stand_everywhere_they_can(_played: None) -> None:
    assert set(Gap.objects.values_list("state", flat=True)) == set(GapState)
    assert Gap.objects.filter(state=GapState.FILLED).exclude(filled_by=None).exists()


@pytest.mark.django_db
def test_jo_keeps_two_organisations_and_was_answered(_played: None) -> None:
    assert set(Keeper.objects.values_list("user__email", flat=True)) == {"jo@example.org"}
    said = set(Proposal.objects.values_list("state", flat=True))
    assert said >= {ProposalState.WAITING, ProposalState.APPROVED, ProposalState.TURNED_DOWN}
    assert Proposal.objects.filter(asset=None, state=ProposalState.WAITING).exists()
    assert AssetVersion.objects.filter(how=How.PROPOSED).exists()
    assert OrganisationAnswer.objects.filter(state=ProposalState.APPROVED).exists()


@pytest.mark.django_db
def test_assets_stand_in_every_season_at_the_end(_played: None) -> None:
    assert {season_of(asset, TODAY) for asset in Asset.objects.all()} == set(Season)


@pytest.mark.django_db
def test_the_chains_still_hold(_played: None) -> None:
    for agency in Agency.objects.all():
        assert list(faults(agency.pk)) == []
