"""Needs that nothing here meets: put on the board by anybody, moved by who keeps the directory."""

import pytest
from django.db import connection
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.community.actions import gaps
from connecting_people.community.actions.assets import keep_asset
from connecting_people.community.models import Gap, GapMove
from connecting_people.community.queries.knowledge import open_gaps
from connecting_people.community.rules import NEXT_GAP, GapState, Origin
from connecting_people.community.tests.known import place
from connecting_people.community.tests.places import service
from connecting_people.core.permissions import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def chess(cast):
    return gaps.add_gap(
        by=cast.asha, at=cast.at, agency=cast.agency, need="A quiet place to play chess", origin=Origin.SEARCH
    )


def move(cast, gap, to, **said):
    gaps.move_gap(by=cast.dev, at=timezone.now(), gap=gap, version=said.pop("version", 1), to=to, **said)


def test_a_need_is_on_the_board_and_encrypted(cast, chess):
    assert (chess.state, chess.origin, open_gaps(cast.agency)) == (GapState.OPEN, Origin.SEARCH, 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT need FROM community_gap")
        assert "chess" not in str(cursor.fetchall())


def test_a_need_is_looked_into_and_met(cast, chess):
    move(cast, chess, GapState.LOOKED_INTO, words="I ask the library")
    move(cast, chess, GapState.FILLED, version=2, filled_by=place(cast), words="They opened a corner")

    now = Gap.objects.get()
    assert (now.state, now.looked_into_by, now.filled_by.name, now.version) == ("filled", cast.dev, "Weir Hall", 3)
    said = GapMove.objects.order_by("at").values_list("state", "words")
    assert list(said) == [("open", ""), ("looked_into", "I ask the library"), ("filled", "They opened a corner")]
    acts = Event.objects.filter(act__startswith="community: gap").order_by("number").values_list("act", flat=True)
    assert list(acts) == ["community: gap open", "community: gap looked_into", "community: gap filled"]


def test_opened_again_it_is_met_by_nothing_and_looked_into_by_nobody(cast, chess):
    move(cast, chess, GapState.FILLED, filled_by=place(cast))
    move(cast, chess, GapState.OPEN, version=2)

    now = Gap.objects.get()
    assert (now.state, now.filled_by, now.looked_into_by) == ("open", None, None)


@pytest.mark.parametrize("begin", GapState)
@pytest.mark.parametrize("to", GapState)
def test_it_goes_where_the_table_says_and_nowhere_else(cast, chess, begin, to):
    Gap.objects.update(state=begin)
    given = {"filled_by": place(cast)} if to == GapState.FILLED else {}
    if to in NEXT_GAP[begin]:
        move(cast, chess, to, **given)
        assert Gap.objects.get().state == to
    else:
        with pytest.raises(gaps.NoSuchMove):
            move(cast, chess, to, **given)


def test_met_needs_a_place_of_this_directory(cast, chess):
    theirs = keep_asset(by=cast.ivan, at=cast.at, agency=cast.other_agency, document=service("Hill Café"))
    for given in ({}, {"filled_by": theirs}):
        with pytest.raises(gaps.NoSuchMove):
            move(cast, chess, GapState.FILLED, **given)
    with pytest.raises(gaps.NoSuchMove):
        move(cast, chess, GapState.NOT_NOW, filled_by=place(cast))


def test_who_was_slower_hears_how_it_stands(cast, chess):
    move(cast, chess, GapState.LOOKED_INTO)

    with pytest.raises(gaps.StaleGap) as stale:
        move(cast, chess, GapState.NOT_NOW, words="No money")
    assert stale.value.now.state == GapState.LOOKED_INTO
    with pytest.raises(gaps.StaleGap):
        gaps.reword_gap(by=cast.ben, at=cast.at, gap=chess, version=1, need="Chess", interest="", place="")


def test_a_name_can_be_taken_out(cast, chess):
    gaps.reword_gap(by=cast.ben, at=cast.at, gap=chess, version=1, need="Chess by day", interest="", place="Weir End")

    now = Gap.objects.get()
    assert (now.need, now.place, now.version) == ("Chess by day", "Weir End", 2)
    assert Event.objects.filter(act="community: gap reworded").exists()


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit", "ivan", "jo"])
def test_only_who_keeps_the_directory_moves_a_need(cast, chess, who):
    given = {"by": cast.user(who), "at": cast.at, "gap": chess, "version": 1}
    with pytest.raises(NotAllowed):
        gaps.move_gap(**given, to=GapState.NOT_NOW, words="No")
    with pytest.raises(NotAllowed):
        gaps.reword_gap(**given, need="Chess", interest="", place="")


@pytest.mark.parametrize("who", ["ivan", "jo"])
def test_nobody_from_elsewhere_adds_to_the_board(cast, who):
    with pytest.raises(NotAllowed):
        gaps.add_gap(by=cast.user(who), at=cast.at, agency=cast.agency, need="Chess")
