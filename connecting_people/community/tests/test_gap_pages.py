"""The board of what is missing: what it shows, to whom, and what it never shows."""

from datetime import timedelta

import pytest

from connecting_people.community.actions import gaps
from connecting_people.community.models import Asset, Gap
from connecting_people.community.rules import GapState, Origin
from connecting_people.community.tests.known import places, to

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.DEMO = True


def test_a_need_goes_on_the_board_and_nobody_reads_whose(cast, see, send):
    add = to(cast, "add_gap")
    assert send("asha", add, need="A quiet place to play chess", interest="").status_code == 302
    gap = Gap.objects.get()

    for address in (to(cast, "gaps"), to(cast, "gap", gap_id=gap.pk)):
        page = see("ben", address)
        assert "A quiet place to play chess" in page and "Somebody said so" in page and "Asha" not in page
    assert "What happens next?" not in see("asha", to(cast, "gap", gap_id=gap.pk))


def test_an_empty_search_brings_its_words_along(cast, send):
    add = to(cast, "add_gap")
    asked = send("asha", add, words="chess by day")
    assert asked.status_code == 200 and "chess by day" in asked.content.decode()
    assert not Gap.objects.exists()

    send("asha", add, need="chess by day", origin="search")

    assert Gap.objects.get().origin == Origin.SEARCH


def test_a_need_that_may_name_somebody_is_asked_about_once(cast, send):
    add = to(cast, "add_gap")
    asked = send("asha", add, need="A choir for Hana", interest="")
    text = asked.content.decode()
    assert asked.status_code == 422 and "may be somebody’s name" in text and 'name="asked"' in text

    assert send("asha", add, need="A choir for Hana", asked="on").status_code == 302


def test_the_team_says_what_becomes_of_a_need(cast, see, send):
    chess = gaps.add_gap(by=cast.asha, at=cast.at, agency=cast.agency, need="A place to play chess")
    places(cast, "Chess at the library", "Chess club")
    move = to(cast, "gap_move", gap_id=chess.pk)
    send("dev", move, to="looked_into", version=1, words="I ask the library")
    assert "Dev is looking into it" in see("asha", to(cast, "gaps"))

    assert (
        "Nothing in the directory is called that"
        in send("dev", move, to="filled", version=2, named="bridge").content.decode()
    )
    several = send("dev", move, to="filled", version=2, named="chess")
    assert several.status_code == 422 and "Chess at the library" in several.content.decode()
    club = Asset.objects.get(name="Chess club")
    send("dev", move, to="filled", version=2, named="chess", asset=str(club.pk), words="They began in May")

    page = see("asha", to(cast, "gap", gap_id=chess.pk))
    assert "Chess club" in page and "They began in May" in page


def test_not_now_says_why(cast, send):
    chess = gaps.add_gap(by=cast.asha, at=cast.at, agency=cast.agency, need="A place to play chess")
    answer = send("dev", to(cast, "gap_move", gap_id=chess.pk), to="not_now", version=1)

    assert answer.status_code == 422 and "Write why" in answer.content.decode()


def test_who_was_slower_sees_how_a_need_stands_and_loses_nothing(cast, send):
    chess = gaps.add_gap(by=cast.asha, at=cast.at, agency=cast.agency, need="A place to play chess")
    move, words = to(cast, "gap_move", gap_id=chess.pk), to(cast, "gap_words", gap_id=chess.pk)
    send("dev", move, to="looked_into", version=1)

    late = send("ben", move, to="not_now", version=1, words="No money").content.decode()
    assert "No money" in late and "Dev is looking into it" in late
    later = send("ben", words, need="Chess by day", version=1).content.decode()
    assert "Chess by day" in later and "A place to play chess" in later
    assert send("ben", words, need="Chess by day", version=2).status_code == 302


def test_two_who_look_into_the_same_need_lose_no_word(cast, send):
    chess = gaps.add_gap(by=cast.asha, at=cast.at, agency=cast.agency, need="A place to play chess")
    move = to(cast, "gap_move", gap_id=chess.pk)
    send("dev", move, to="looked_into", version=1)

    for version in (1, 2):
        late = send("ben", move, to="looked_into", version=version, words="I ask the club")
        assert late.status_code == 422 and "I ask the club" in late.content.decode()


def test_a_need_has_its_ways_on_a_page_of_their_own_too(cast, see):
    chess = gaps.add_gap(by=cast.asha, at=cast.at, agency=cast.agency, need="A place to play chess")

    assert "What happens next?" in see("dev", to(cast, "gap_move", gap_id=chess.pk))


def test_the_board_shows_the_newest_of_each_and_the_rest_page_by_page(cast, see):
    for n in range(23):
        gaps.add_gap(by=cast.ben, at=cast.at + timedelta(minutes=n), agency=cast.agency, need=f"Need {n:02}")

    board = see("asha", to(cast, "gaps"))
    assert "Need 22" in board and "Need 16" not in board and "See all 23" in board
    first = see("asha", to(cast, "gaps") + f"?state={GapState.OPEN}")
    last = see("asha", to(cast, "gaps") + f"?state={GapState.OPEN}&page=9")
    assert "Need 22" in first and "Need 02" not in first and "Need 02" in last
