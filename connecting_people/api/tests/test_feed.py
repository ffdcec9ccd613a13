"""Anyone reads what an agency knows of its area, in the words of the standard."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.api.limits import A_MINUTE, Limit, TooMany
from connecting_people.api.tests.feed import ask, base, names
from connecting_people.community.actions.assets import Writing, keep_asset, keep_assets
from connecting_people.community.models import Asset, Postcode
from connecting_people.community.rules import Access, How, Kind
from connecting_people.community.terms import taxonomies, term_id
from connecting_people.community.tests.places import service, walking_group

pytestmark = pytest.mark.django_db


@pytest.fixture
def walkers(cast):
    return walking_group(by=cast.ben, at=cast.at, agency=cast.agency)


def keep(cast, name="Choir", how=How.WRITTEN, **fields):
    return keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=service(name, **fields), how=how)


def test_the_base_address_says_which_standard_it_is(cast):
    said = ask(cast.agency)

    assert said["version"] == "HSDS-UK-3.0"
    assert said["openapi_url"] == f"http://testserver{base(cast.agency)}openapi.json"


@pytest.mark.parametrize("path", ["", "services", "taxonomies", "taxonomy_terms", "service_at_locations"])
def test_a_slash_at_the_end_makes_no_difference(cast, walkers, path):
    plain = (base(cast.agency) + path).rstrip("/")

    one, other = Client().get(plain), Client().get(plain + "/")

    assert one.status_code == other.status_code == 200
    assert one.content == other.content


def test_a_service_comes_with_all_that_is_nested_in_it(cast, walkers):
    said = ask(cast.agency, f"services/{walkers.standard_id}")

    assert said["organization"]["name"] == "Tarrow Walkers"
    assert said["organization_id"] == said["organization"]["id"]
    assert said["service_at_locations"][0]["location"]["latitude"] == 53.9591
    assert said["schedules"][0]["byday"] == "TU"


def test_a_list_gives_each_service_without_what_is_nested_unless_asked(cast, walkers):
    (short,) = ask(cast.agency, "services")["contents"]
    (full,) = ask(cast.agency, "services", full="true")["contents"]

    assert "schedules" not in short and short["organization"]["name"] == "Tarrow Walkers"
    assert full == ask(cast.agency, f"services/{walkers.standard_id}")


def test_what_nobody_runs_is_given_in_the_name_of_the_agency(cast):
    keep(cast)

    first, again = (ask(cast.agency, "services")["contents"][0]["organization"] for _ in range(2))

    assert first["name"] == cast.agency.name and first["description"] and first == again


def test_a_field_without_a_value_is_left_out(cast):
    asset = keep(cast, url="", fees=None, languages=[], contacts=[{"id": str(uuid.uuid4()), "name": ""}])

    said = ask(cast.agency, f"services/{asset.standard_id}")

    assert not {"url", "fees", "languages"} & set(said)
    assert list(said["contacts"][0]) == ["id"]


def test_what_has_closed_stays_and_says_so(cast):
    keep(cast, status="defunct")

    assert [one["status"] for one in ask(cast.agency, "services")["contents"]] == ["defunct"]


def test_the_newer_look_says_when_it_was_last_found_right(cast):
    asset = keep(cast, assured_date="2020-01-31")
    assert ask(cast.agency, f"services/{asset.standard_id}")["assured_date"] == "2020-01-31"

    Asset.objects.filter(pk=asset.pk).update(checked_date=date(2021, 5, 4))
    assert ask(cast.agency, f"services/{asset.standard_id}")["assured_date"] == "2021-05-04"


@pytest.mark.parametrize(
    ("how", "gave", "said"),
    [
        (How.IMPORTED, "2023-03-15T10:30:45.123Z", "2023-03-15T10:30:45.123Z"),
        (How.IMPORTED, "2023-03-15", "2023-03-15T00:00:00+00:00"),
        (How.WRITTEN, "2023-03-15T10:30:45.123Z", None),
    ],
)
def test_when_it_was_changed_is_as_its_source_says_until_somebody_here_changes_it(cast, how, gave, said):
    asset = keep(cast, how=how, last_modified=gave)

    found = ask(cast.agency, f"services/{asset.standard_id}")["last_modified"]

    assert found == (said or cast.at.isoformat().replace("+00:00", "Z"))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Chess", "Choir", "Tuesday walkers"]),
        ({"search": "slow river"}, ["Tuesday walkers"]),
        ({"search": "WALKERS"}, ["Tuesday walkers"]),
        ({"search": "slow chess"}, []),
        ({"day": "TU"}, ["Tuesday walkers"]),
        ({"day": "MO"}, ["Choir"]),
        ({"start_time": "11:00"}, ["Choir"]),
        ({"day": "TU", "start_time": "11:00"}, []),
        ({"end_time": "21:00"}, ["Choir"]),
        ({"end_time": "20:59"}, []),
        ({"minimum_age": 18}, ["Choir"]),
        ({"minimum_age": 19}, []),
        ({"maximum_age": 99}, ["Choir"]),
        ({"maximum_age": 98}, []),
        ({"taxonomy_term_id": term_id("interests", "walking")}, ["Tuesday walkers"]),
        ({"taxonomy_term_id": uuid.uuid4()}, []),
        ({"taxonomy_id": taxonomies()["access"].id}, ["Tuesday walkers"]),
    ],
)
def test_services_are_found_by_all_that_the_standard_asks_by(cast, walkers, asked, found):
    choir = service("Choir", minimum_age=18, maximum_age=99)
    times = {"id": str(uuid.uuid4()), "byday": "MO,WE", "opens_at": "19:00", "closes_at": "21:00"}
    keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=choir | {"schedules": [times]})
    keep(cast, "Chess")

    assert names(cast.agency, **asked) == found
    assert names(cast.agency, "service_at_locations", **asked) == [one for one in found if one == "Tuesday walkers"]


@pytest.mark.parametrize(("metres", "found"), [(1200, ["Near"]), (1000, []), (500_000, ["Far", "Near"])])
def test_places_are_found_near_a_postcode(cast, metres, found):
    Postcode.objects.create(postcode="YO1 7HH", latitude=53.96, longitude=-1.08)
    keep(cast, "Near", at=(53.97, -1.08))
    keep(cast, "Far", at=(54.2, -1.08))
    keep(cast, "Nowhere", at=(100, 100))

    assert sorted(names(cast.agency, "service_at_locations", postcode="yo17hh", proximity=metres)) == found


def test_a_postcode_that_nobody_knows_is_said_to_be_unknown(cast):
    assert "postcode" in ask(cast.agency, "service_at_locations", postcode="ZZ1 1ZZ", status=404)["detail"]


def test_a_place_comes_with_its_service_which_lists_no_places(cast, walkers):
    (place,) = ask(cast.agency, "service_at_locations")["contents"]
    said = ask(cast.agency, f"service_at_locations/{place['id']}")

    assert said["service"]["name"] == "Tuesday walkers"
    assert "service_at_locations" not in said["service"]
    assert said["location"]["location_type"] == "physical"


def test_our_own_taxonomies_are_listed_with_their_terms(cast):
    listed = ask(cast.agency, "taxonomies")
    one = ask(cast.agency, f"taxonomies/{taxonomies()['access'].id}")
    term = ask(cast.agency, f"taxonomy_terms/{term_id('access', Access.STEP_FREE)}")

    assert listed["total_items"] == 3
    assert len(one["taxonomy_terms"]) == len(Access)
    assert term in one["taxonomy_terms"]


def test_pages_say_where_they_stand(cast):
    writings = [Writing(service(f"Choir {number:02}")) for number in range(12)]
    keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=writings)

    pages = [ask(cast.agency, "services", per_page=5, page=page) for page in (1, 2, 3, 4)]

    assert [page["size"] for page in pages] == [5, 5, 2, 0]
    assert [page["first_page"] for page in pages] == [True, False, False, False]
    assert [page["last_page"] for page in pages] == [False, False, True, True]
    assert [page["empty"] for page in pages] == [False, False, False, True]
    assert {(page["total_items"], page["total_pages"]) for page in pages} == {(12, 3)}
    assert len({one["id"] for page in pages for one in page["contents"]}) == 12


@pytest.mark.parametrize(
    "asked",
    [{"per_page": 101}, {"per_page": 0}, {"page": 0}, {"page": "x"}, {"day": "someday"}, {"start_time": "noon"},
     {"minimum_age": -1}, {"taxonomy_id": "x"}],
)  # fmt: skip
def test_what_cannot_be_understood_is_named(cast, asked):
    (name,) = asked

    assert name in ask(cast.agency, "services", status=422, **asked)["detail"]


@pytest.mark.parametrize("path", ["services", "taxonomies", "taxonomy_terms", "service_at_locations"])
def test_one_that_is_not_there_is_said_not_to_be_there(cast, path):
    assert ask(cast.agency, f"{path}/{uuid.uuid4()}", status=404)["detail"].startswith("There is no")
    assert ask(cast.agency, f"{path}/12", status=422)["detail"].startswith("id")


def test_nothing_of_another_agency_is_in_it(cast, walkers):
    assert names(cast.other_agency) == []
    ask(cast.other_agency, f"services/{walkers.standard_id}", status=404)


def test_any_site_may_read_it_and_nobody_is_known_by_it(cast, walkers):
    client = Client()
    client.force_login(cast.ben)
    for path in ("", "services", f"services/{walkers.standard_id}", f"services/{uuid.uuid4()}"):
        with CaptureQueriesContext(connection) as asked:
            response = client.get(base(cast.agency) + path)
        assert response["Access-Control-Allow-Origin"] == "*"
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert not [one for one in asked if "session" in one["sql"]]


def test_no_closed_page_may_be_read_by_another_site(cast):
    assert "Access-Control-Allow-Origin" not in Client().get("/")


def test_what_did_not_change_is_not_sent_again(cast, walkers):
    first = Client().get(base(cast.agency) + "services")
    again = Client().get(base(cast.agency) + "services", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"

    keep(cast, "Chess")
    changed = Client().get(base(cast.agency) + "services", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


def test_it_is_only_read(cast):
    for method in ("post", "put", "patch", "delete"):
        response = getattr(Client(), method)(base(cast.agency) + "services")
        assert response.status_code == 405
        assert "Access-Control-Allow-Origin" not in response


@pytest.mark.parametrize("path", ["services", "service_at_locations", "taxonomies", "taxonomy_terms"])
def test_a_list_costs_its_page_and_not_the_directory(cast, path):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert ask(cast.agency, path, per_page=5)
        return len([one for one in asked if "cache" not in one["sql"] and "POINT" not in one["sql"]])

    keep(cast, at=(53.9, -1.1))
    few = queries()
    writings = [Writing(service(f"Choir {number:02}", at=(53.9, -1.1))) for number in range(30)]
    keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=writings)

    assert queries() == few <= 4


def test_who_asks_too_often_is_told_when_to_come_back(cast):
    at, one, another = timezone.now().replace(second=45), Limit(), Limit()
    for process in (one, another):
        for _ in range(A_MINUTE // 2):
            process.count("192.0.2.1", at=at)

    with pytest.raises(TooMany) as why:
        one.count("192.0.2.1", at=at)
    assert why.value.wait == 15
    one.count("192.0.2.2", at=at)
    one.count("192.0.2.1", at=at + timedelta(minutes=1))


def test_too_many_is_an_answer_of_its_own(cast, monkeypatch):
    def full(*args, **kwargs):
        raise TooMany(20)

    monkeypatch.setattr(Limit, "count", full)
    response = Client().get(base(cast.agency) + "services")

    assert (response.status_code, response["Retry-After"]) == (429, "20")
    assert response.json()["detail"]


def test_kinds_are_terms_of_ours(cast):
    keep(cast, kind=Kind.GROUP)

    assert names(cast.agency, taxonomy_term_id=term_id("kinds", "group")) == ["Choir"]
