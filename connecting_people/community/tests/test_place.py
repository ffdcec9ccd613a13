from datetime import timedelta

import pytest
from django.utils import timezone

from connecting_people.community.actions.assets import Writing, keep_asset, keep_assets
from connecting_people.community.entry import OURS, Point
from connecting_people.community.models import Asset, Postcode
from connecting_people.community.presenters.place import box_from, box_in_words
from connecting_people.community.queries.assets import season_of
from connecting_people.community.queries.places import in_season, point_of_postcode
from connecting_people.community.rules import Kind, Season
from connecting_people.community.tests.pages import address, signed_in
from connecting_people.community.tests.places import WEIR_HALL, service, walking_group
from connecting_people.community.tests.test_areas import SQUARE, keep
from connecting_people.core.london import day_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def asha(cast):
    return signed_in(cast, "asha")


def write(cast, name, **fields):
    return keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=service(name, **fields))


def test_what_has_a_place_is_on_the_map_and_in_the_list(cast, asha):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    keep(cast, "Tarrow", whole=True, outline=[SQUARE])
    keep(cast, "Weirside", middle=Point(*WEIR_HALL))

    page = asha.get(address(cast, "place")).text

    assert page.count('aria-label="Tuesday walkers"') == 2, "once on the wide sheet, once on the narrow one"
    assert page.count(f'href="{address(cast, "asset", asset_id=walkers.pk)}"') == 3
    assert "1 on the map" in page
    assert "Weirside" in page


def test_several_at_one_place_share_a_mark_that_leads_to_them(cast, asha):
    for name in ("Choir", "Chess"):
        write(cast, name, at=WEIR_HALL)
    write(cast, "Far away", at=(53.99, -1.2))

    page = asha.get(address(cast, "place"))
    assert "2 places here: show them" in page.text
    near = page.text.split("near=")[1].split("#")[0].split('"')[0].replace("%2C", ",")

    closer = asha.get(f"{address(cast, 'place')}?near={near}").text
    assert "2 here" in closer
    assert "Far away" not in closer
    assert 'href="#list"' in closer, "no map is closer: the list is beside it"
    assert "Show the whole area" in closer


def test_kinds_can_be_left_out(cast, asha):
    write(cast, "Choir", kind=Kind.GROUP, at=WEIR_HALL)
    write(cast, "Library", kind=Kind.PLACE, at=WEIR_HALL)
    write(cast, "Forum", kind=Kind.ONLINE)

    page = asha.get(f"{address(cast, 'place')}?kind=place&kind=online&kind=nonsense").text

    assert "Library" in page
    assert "Forum" in page
    assert "Choir" not in page


def test_what_has_closed_is_not_on_it_and_what_has_a_break_says_so(cast, asha):
    yesterday = (day_of(timezone.now()) - timedelta(days=1)).isoformat()
    write(cast, "Gone", at=WEIR_HALL, **{OURS: {"ends": yesterday}})
    for name, status in (("Shut", "defunct"), ("Resting", "temporarily closed")):
        keep_asset(
            by=cast.ben, at=cast.at, agency=cast.agency, document=service(name, at=WEIR_HALL) | {"status": status}
        )

    page = asha.get(address(cast, "place")).text

    assert "Gone" not in page
    assert "Shut" not in page
    assert "Having a break" in page


def test_other_agencies_see_nothing_of_it(cast):
    write(cast, "Choir", at=WEIR_HALL)

    assert signed_in(cast, "ivan").get(address(cast, "place")).status_code == 404


def test_an_empty_map_says_how_it_begins(cast, asha):
    assert "Draw your area" in signed_in(cast).get(address(cast, "place")).text
    assert "as soon as somebody has put places on the map" in asha.get(address(cast, "place")).text


@pytest.mark.parametrize(
    "near", ["", "1,2", "a,b,c,d", "-1,53,-1.1,54", "nan,nan,nan,nan", "-1.1,53,-1.0,99", "1e999,0,0,0"]
)
def test_a_part_of_the_ground_that_is_none_is_the_whole(near):
    assert box_from(near) is None


def test_a_part_of_the_ground_is_read_as_it_is_written():
    assert box_in_words(box_from("-1.1,53.9,-1.0,54.0")) == "-1.10000,53.90000,-1.00000,54.00000"


def test_three_hundred_cost_no_more_queries_and_each_page_lists_a_part(cast, asha, django_assert_max_num_queries):
    writings = [
        Writing(service(f"Group {n:03}", at=(53.9 + n / 5000, -1.1 + (n * 7 % 100) / 1000))) for n in range(300)
    ]
    keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=writings)
    where = address(cast, "place")
    asha.get(where)
    with django_assert_max_num_queries(12):
        page = asha.get(where)
    assert "300 on the map" in page.text
    assert "Group 299" in asha.get(f"{where}?page=8").text


def test_without_a_setting_no_page_asks_anybody_outside(cast, asha):
    write(cast, "Choir", at=WEIR_HALL)

    page = asha.get(address(cast, "place"))

    assert "<image" not in page.text
    assert "img-src 'self' data:;" in page["Content-Security-Policy"] + ";"


def test_an_operator_may_set_a_map_below_it(cast, asha, settings):
    settings.TILES, settings.TILES_BY = "https://tiles.example.org/{z}/{x}/{y}.png", "© the tile makers"
    write(cast, "Choir", at=WEIR_HALL)

    page = asha.get(address(cast, "place")).text

    assert '<image href="https://tiles.example.org/' in page
    assert "© the tile makers" in page


@pytest.mark.parametrize("text", ["TW1 2AB", "tw12ab", " TW1  2AB "])
@pytest.mark.parametrize("stored", ["TW1 2AB", "TW12AB"])
def test_a_postcode_is_found_however_it_is_spaced(text, stored):
    Postcode.objects.create(postcode=stored, latitude=53.9, longitude=-1.1)

    assert point_of_postcode(text) == Point(53.9, -1.1)


def test_what_is_no_postcode_is_nowhere():
    assert point_of_postcode("Weir Hall") is None
    assert point_of_postcode("TW1 2AB") is None


def test_each_asset_is_in_the_one_season_that_it_says(cast):
    today = day_of(timezone.now())
    days = [None, *(today + timedelta(days=n) for n in (-100, -1, 0, 1, 42, 43, 100))]
    for status in ("active", "inactive", "temporarily closed", "defunct"):
        for begins in days:
            for ends in days:
                if begins and ends and begins > ends:
                    continue
                own = {name: day.isoformat() for name, day in (("begins", begins), ("ends", ends)) if day}
                write(cast, f"{status} {begins} {ends}", **{OURS: own})
        Asset.objects.filter(name__startswith=status).update(status=status)

    found = {season: set(in_season(cast.agency.pk, season, today).values_list("pk", flat=True)) for season in Season}

    for asset in Asset.objects.all():
        assert [season for season in Season if asset.pk in found[season]] == [season_of(asset, today)], asset.name


def test_the_page_of_what_is_changing_shows_one_season_at_a_time(cast, asha):
    soon = day_of(timezone.now()) + timedelta(days=9)
    write(cast, "Ending walk", **{OURS: {"ends": soon.isoformat()}})
    write(cast, "Coming walk", **{OURS: {"begins": soon.isoformat()}})
    write(cast, "Steady walk")
    where = address(cast, "seasons")

    seen = {one: asha.get(f"{where}?season={one}").text for one in ("closing", "starting", "continuing", "closed", "x")}

    names = {one: [n for n in ("Ending", "Coming", "Steady") if f"{n} walk" in page] for one, page in seen.items()}
    assert names == {
        "closing": ["Ending"],
        "starting": ["Coming"],
        "continuing": ["Steady"],
        "closed": [],
        "x": ["Ending"],
    }
    assert "Nothing has closed." in seen["closed"]


def test_many_that_go_on_cost_no_more_queries(cast, asha, django_assert_max_num_queries):
    writings = [Writing(service(f"Group {n:03}")) for n in range(60)]
    keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=writings)
    where = f"{address(cast, 'seasons')}?season=continuing"
    asha.get(where)
    with django_assert_max_num_queries(16):
        page = asha.get(where).text
    assert "Page 1 of 2" in page
