import base64
import re
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from connecting_people.community.actions.assets import Writing, keep_assets
from connecting_people.community.models import Area, Postcode
from connecting_people.community.rules import Access, Kind
from connecting_people.community.tests.places import WEIR_HALL, service, walking_group

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def here(client, cast):
    """Weirside with a walking group, a choir and a chess club further away; Asha is signed in."""
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    documents = [
        service("Riverside choir", interests=("singing",), at=(53.97, -1.06), days="TH", opens="19:00", amount=5),
        service("Chess at the library", at=(54.06, -1.08), days="TU", opens="14:00", amount=0),
        service("Photo swap", kind=Kind.ONLINE, interests=("photography",)),
    ]
    keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=[Writing(one) for one in documents])
    Area.objects.create(agency=cast.agency, name="Weirside", latitude=WEIR_HALL[0], longitude=WEIR_HALL[1])
    Postcode.objects.create(postcode="YO1 7HH", latitude=53.9621, longitude=-1.0819)
    client.force_login(cast.asha)
    return reverse("community:find", kwargs={"agency_id": cast.agency.pk})


def found(client, here, **asked):
    """Send the form as a browser does, and return the page that comes of it."""
    response = client.post(here, asked)
    assert response.status_code == 302
    return client.get(response.url).text


def names(page):
    return re.findall(r'spot__name"><a[^>]*>([^<]*)<', page)


def reasons(page):
    return re.findall(r'spot__reason">([^<]*)<', page)


def test_a_free_step_free_tuesday_walk_within_three_kilometres_is_found_and_says_why(client, here):
    page = found(client, here, q="walking", near="weirside", km="3", day="TU", free="on", access=["step-free"])

    assert names(page) == ["Tuesday walkers"]
    assert reasons(page) == [
        "Walking",
        "“walking” in its name",
        "Free",
        "On Tuesdays",
        "Step-free all the way",
        "100 m from Weirside",
    ]
    assert "Tuesday, from 10:30" in page


def test_without_a_question_all_is_there_by_name(client, here):
    assert names(client.get(here).text) == ["Chess at the library", "Photo swap", "Riverside choir", "Tuesday walkers"]


def test_a_whole_postcode_stays_out_of_the_address(client, here):
    response = client.post(here, {"q": "choir", "near": "yo1 7hh", "km": "5"})

    assert response.status_code == 302
    assert "7HH" not in response.url.upper()
    assert "near=mine" in response.url
    page = client.get(response.url).text
    assert names(page) == ["Riverside choir"]
    assert "from YO1" in page
    assert "7HH" not in page


def test_what_stays_of_a_postcode_is_a_point_some_way_off(client, here):
    client.post(here, {"near": "YO1 7HH"})

    assert client.session["community_near"] == ["YO1", 53.96, -1.08]


def test_a_postcode_in_an_address_that_somebody_wrote_is_not_kept(client, here):
    client.get(here, {"near": "YO1 7HH"})

    assert "community_near" not in client.session


def test_the_first_half_of_a_postcode_is_a_place_too(client, here):
    page = found(client, here, q="walk", near="yo1")

    assert names(page) == ["Tuesday walkers"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("14 Hidden Lane", "We do not know a place of this name"),
        ("YO9 9ZZ", "We do not know this postcode"),
        ("ZZ99 9ZZ", "We do not know this postcode"),
    ],
)
def test_a_place_that_nobody_knows_is_said_beside_the_box_and_what_was_typed_stays(client, here, typed, says):
    response = client.post(here, {"q": "choir", "near": typed})

    assert response.status_code == 422
    assert says in response.text
    assert f'value="{typed}"' in response.text
    assert 'value="choir"' in response.text


def test_without_a_file_of_postcodes_the_page_says_so(client, here):
    Postcode.objects.all().delete()

    assert "Postcodes are not set up here yet" in client.post(here, {"near": "YO1 7HH"}).text


def test_a_word_spelled_in_another_way_is_found_and_said(client, here):
    page = found(client, here, q="wlaking")

    assert names(page) == ["Tuesday walkers"]
    assert "Did you mean “walking”?" in page


def test_when_nothing_fits_what_comes_nearest_says_what_it_lacks(client, here):
    page = found(client, here, q="choir", near="Weirside", free="on", day="TH")

    assert names(page) == ["Riverside choir"]
    assert "What they lack, or do not say: free." in page
    assert "Free" not in reasons(page)


def test_a_little_too_far_is_offered_with_its_distance(client, here):
    page = found(client, here, q="chess", near="Weirside", km="5", day="TU")

    assert names(page) == ["Chess at the library"]
    assert "within the distance" in page
    assert "11 km from Weirside" in page


def test_some_of_the_words_are_better_than_nothing(client, here):
    page = found(client, here, q="choir for penguins")

    assert names(page) == ["Riverside choir"]
    assert "These have some of them" in page


def test_nothing_at_all_says_what_one_can_do(client, here):
    page = found(client, here, q="penguins")

    assert names(page) == []
    assert "We know of nothing like this yet" in page


def test_an_empty_directory_says_what_it_is_for(client, cast):
    client.force_login(cast.ivan)
    page = client.get(reverse("community:find", kwargs={"agency_id": cast.other_agency.pk})).text

    assert "Nothing is written down yet" in page


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        ({"part": "evening"}, ["Riverside choir"]),
        ({"kind": "online"}, ["Photo swap"]),
        ({"online": "on"}, ["Photo swap"]),
        ({"interest": "walking"}, ["Tuesday walkers"]),
        ({"day": "TU", "part": "afternoon"}, ["Chess at the library"]),
    ],
)
def test_each_box_asks_for_something(client, here, asked, right):
    assert names(found(client, here, **asked)) == right


def test_what_is_folded_away_is_open_while_it_is_used(client, here):
    assert '<details class="seek__more" open>' in found(client, here, part="evening")
    assert '<details class="seek__more">' in found(client, here, q="choir")


def test_twenty_to_a_page_and_the_rest_behind_more(client, cast, here):
    many = [Writing(service(f"Drumming {number:02}")) for number in range(45)]
    keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=many)
    response = client.post(here, {"q": "drums"})
    address = response.url.split("#")[0]

    seen = [name for page in (1, 2, 3) for name in names(client.get(f"{address}&page={page}").text)]
    assert len(seen) == len(set(seen)) == 45
    assert names(client.get(f"{address}&page=999").text) == names(client.get(f"{address}&page=3").text)
    assert "Page 1 of 3" in client.get(address).text


@pytest.mark.parametrize("asked", [{"km": "x"}, {"day": "XX"}, {"age": "-4"}, {"page": "-1"}, {"q": "' OR * ("}])
def test_an_address_that_somebody_made_up_breaks_nothing(client, here, asked):
    assert client.get(here, asked).status_code in (200, 422)


def test_the_number_of_queries_does_not_follow_what_is_found(client, cast, here):
    def queries(**asked):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(here, asked).status_code == 200
        return len(captured)

    few = queries(q="walking", near="Weirside", day="TU")
    many = [Writing(service(f"Walking {number}", at=WEIR_HALL, days="TU")) for number in range(40)]
    keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=many)

    assert queries(q="walking", near="Weirside", day="TU") == few
    assert queries(q="penguins", near="Weirside") <= few + 4


def test_a_need_that_nobody_meets_goes_to_the_team_without_its_words_in_an_address(client, here):
    page = found(client, here, q="penguins")

    for address in re.findall(r'(?:href|action)="([^"]*)"', page):
        if "gap" in address:
            assert not urlsplit(address).query


def test_access_needs_are_ticked_one_by_one(client, here):
    page = found(client, here, access=[Access.STEP_FREE.value])

    assert names(page) == ["Tuesday walkers"]
    assert re.search(r'value="step-free"[^>]* checked', page)


def test_words_stand_in_no_address_and_the_address_shows_them_to_whoever_wrote_them(client, here):
    response = client.post(here, {"q": "walking by myself"})

    assert not re.search("walk|myself", response.url)
    assert base64.urlsafe_b64decode(_sealed(response) + "==").find(b"walk") == -1
    page = client.get(response.url).text
    assert 'value="walking by myself"' in page
    assert not [one for one in re.findall(r'(?:href|action)="([^"]*)"', page) if "walking" in one]


@pytest.mark.parametrize("other", ["ben", "ela"])
def test_an_address_opens_for_nobody_else_and_asks_for_the_words_once_more(client, cast, here, other):
    address = client.post(here, {"q": "herons"}).url
    client.force_login(cast.user(other))

    response = client.get(address)

    assert response.status_code == 422
    assert "Type your words once more" in response.text
    assert "herons" not in response.text


def test_the_same_words_make_another_address_each_time(client, here):
    assert len({client.post(here, {"q": "walking"}).url for _ in range(3)}) == 3


@pytest.mark.parametrize("made_up", ["x", "walking", "%00", "ä", "c2FtcGxlOg", "=" * 9])
def test_words_that_nobody_sealed_break_nothing(client, here, made_up):
    assert client.get(here, {"words": made_up}).status_code == 422


def test_the_next_page_keeps_the_address_that_the_first_one_has(client, cast, here):
    many = [Writing(service(f"Drumming {number:02}")) for number in range(25)]
    keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=many)
    response = client.post(here, {"q": "drums"})

    assert f"words={_sealed(response)}&amp;page=2" in client.get(response.url).text


def test_the_browser_is_asked_to_remember_no_words_of_the_box(client, here):
    (box,) = re.findall(r'<input[^>]*name="q"[^>]*>', client.get(here).text)

    assert 'autocomplete="off"' in box


def _sealed(response):
    return re.search(r"words=([\w-]+)", response.url)[1]
