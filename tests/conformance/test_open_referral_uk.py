"""The open feed against the standard's own schemas and examples: both levels, pages, and what comes in goes out."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.test import Client

from connecting_people.api.tests.feed import ask, base
from connecting_people.community import uploads
from connecting_people.community.actions import taking_in
from connecting_people.community.actions.assets import Writing, keep_assets
from connecting_people.community.models import Asset
from connecting_people.community.queries.taking_in import plan_of
from connecting_people.community.rules import Access
from connecting_people.community.tests.places import service, walking_group

FOLDER = Path(os.environ.get("SHARED", "../shared")) / "data" / "open_referral_uk"
VALIDATOR = FOLDER / "validator" / "OpenReferralApi"
PROFILE = VALIDATOR / "TestProfiles" / "HSDS-UK-3.0.json"
# The nine addresses of the standard: organisations are none of them.
NINE = ("service", "taxonomy", "api_details")

if not PROFILE.is_file():
    pytest.skip(f"no files of Open Referral UK in {FOLDER}", allow_module_level=True)

pytestmark = pytest.mark.django_db
CHECKS = [(group["name"], test) for group in json.loads(PROFILE.read_text())["testGroups"] for test in group["tests"]]
SETS = {
    "good": VALIDATOR / "Mocks" / "V3.0-UK-Default",
    "warning": VALIDATOR / "Mocks" / "V3.0-UK-Warn",
    "profile": FOLDER / "uk-profile" / "examples",
}


def schema(name: str) -> Any:
    return json.loads((VALIDATOR / "Schemas" / name).read_text())


def wrong(document: Any, name: str) -> list[str]:
    """Return what the schema says is wrong, formats too; a list's envelope stands where schemas do not look."""
    said = schema(name)
    envelope = [part["Page"] for part in said.get("allOf", []) if "Page" in part]
    found = []
    for one in (said, *envelope):
        validator = jsonschema.Draft202012Validator(one, format_checker=jsonschema.FormatChecker())
        found += [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]
    return found


@pytest.fixture
def full(cast) -> None:
    """Fill the directory with entries of every sort, of ours and from the standard's own examples."""
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    writings = [
        Writing(service(f"Choir {number:02}", at=(53.9, -1.1), access=(Access.STEP_FREE,), days="MO,WE", opens="10:30",
                        amount=number))
        for number in range(22)
    ]  # fmt: skip
    keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=writings)
    take_in(cast, "good")


def pieces(which: str) -> list[tuple[str, bytes]]:
    files = sorted(SETS[which].glob("*.json"))
    return [(path.name, path.read_bytes()) for path in files if path.name.startswith(NINE)]


def take_in(cast: Any, which: str) -> Any:
    found = uploads.read(pieces(which))
    given = {"by": cast.ela, "at": cast.at}
    brought = taking_in.bring(**given, agency=cast.agency, source=which, name=which, found=found)
    return taking_in.take_in(**given, brought=brought, mark=plan_of(brought).mark)


def address_of(cast: Any, check: dict[str, Any]) -> list[str]:
    if "useIdFrom" not in check:
        return [check["endpoint"].lstrip("/")]
    listed = check["useIdFrom"].removeprefix("/").removesuffix("-id")
    return [f"{listed}/{one['id']}" for one in ask(cast.agency, listed, per_page=100)["contents"]]


@pytest.mark.parametrize(("level", "check"), CHECKS, ids=[f"{g[:7]} {c['schema']} {c['endpoint']}" for g, c in CHECKS])
def test_every_answer_fits_the_schema_that_the_profile_names(cast, full, level, check):
    addresses = address_of(cast, check)
    assert addresses
    for address in addresses:
        assert wrong(ask(cast.agency, address), check["schema"]) == [], address


def test_the_base_address_itself_tells_what_it_is(cast):
    without_slash = Client().get(base(cast.agency).rstrip("/"))

    assert wrong(without_slash.json(), "V3.0-UK/api_details.json") == []
    assert without_slash.json()["version"] == "HSDS-UK-3.0"


@pytest.mark.parametrize("path", sorted({c["endpoint"].lstrip("/") for _, c in CHECKS if c.get("pagination")}))
def test_a_walk_through_the_pages_finds_right_flags_on_each(cast, full, path):
    first = ask(cast.agency, path, per_page=5)
    seen: list[str] = []
    for number in range(1, first["total_pages"] + 1):
        page = ask(cast.agency, path, per_page=5, page=number)
        last = number == first["total_pages"]
        assert (page["total_items"], page["total_pages"]) == (first["total_items"], first["total_pages"])
        assert (page["page_number"], page["first_page"], page["last_page"]) == (number, number == 1, last)
        assert page["size"] == len(page["contents"]) and page["empty"] is (not page["contents"])
        assert last or page["size"] == 5
        seen += [one["id"] for one in page["contents"]]
    assert len(seen) == len(set(seen)) == first["total_items"]


def test_an_empty_feed_has_an_empty_page(cast):
    page = ask(cast.agency, "services")

    assert (page["empty"], page["first_page"], page["last_page"], page["total_items"]) == (True, True, True, 0)
    assert wrong(page, "V3.0-UK/service_list.json") == []


def differences(before: Any, after: Any, path: str = "") -> list[str]:
    """Return the fields of what came in that are not in what went out, or say something else."""
    if isinstance(before, dict):
        missing = [f"{path}.{name}" for name in before if not isinstance(after, dict) or name not in after]
        both = [name for name in before if isinstance(after, dict) and name in after]
        return missing + [one for name in both for one in differences(before[name], after[name], f"{path}.{name}")]
    if isinstance(before, list):
        if not isinstance(after, list) or len(before) != len(after):
            return [path]
        return [
            one for n, pair in enumerate(zip(before, after, strict=True)) for one in differences(*pair, f"{path}[{n}]")
        ]
    return [] if before == after else [f"{path}: {before!r} is {after!r}"]


@pytest.mark.parametrize("which", SETS)
def test_the_examples_come_in_and_go_out_again_equal_field_by_field(cast, which):
    plan = take_in(cast, which)

    assert plan.counts == {"new": 1, "gone": 0}
    given = {name: json.loads(content) for name, content in pieces(which)}
    full, id = given["service_full.json"], given["service_full.json"]["id"]
    out = ask(cast.agency, f"services/{id}")
    if which == "warning":
        # Its page of a place has the location's id in place of its own: that is one place more.
        out["service_at_locations"] = [one for one in out["service_at_locations"] if one["id"] != one["location"]["id"]]
    assert differences(full, out) == []
    alone = given["service_at_location_full.json"]
    assert differences(alone, ask(cast.agency, f"service_at_locations/{alone['id']}")) == []
    listed = ask(cast.agency, "services")["contents"][0]
    assert differences(given["service_list.json"]["contents"][0], listed) == []
    for name in ("taxonomy", "taxonomy_term"):
        path = {"taxonomy": "taxonomies", "taxonomy_term": "taxonomy_terms"}[name]
        said = given[f"{name}.json"]
        # The one address that is none is told; the other account of the same term has a right one.
        said |= {"term_uri": "http://example.com"} if said.get("term_uri") == "example_com" else {}
        assert differences(said, ask(cast.agency, f"{path}/{said['id']}")) == [], name


@pytest.mark.parametrize(
    ("which", "told"),
    [
        ("good", {"latitude", "longitude", "country"}),
        ("profile", {"latitude", "longitude", "country"}),
        ("warning", {"latitude", "longitude", "country", "total_items", "total_pages", "last_page", "term_uri"}),
    ],
)
def test_what_is_odd_in_the_examples_is_told(which, told):
    found = uploads.read(pieces(which))

    assert found.problems == []
    assert {one.field.rpartition(".")[2] for one in found.told} >= told
    assert all(one.file.endswith(".json") and one.reason for one in found.told)


def test_the_place_of_a_latitude_of_a_hundred_is_on_no_map(cast):
    take_in(cast, "good")

    place = Asset.objects.get().services_at_locations.get()
    assert (place.latitude, place.longitude) == (None, None)


def test_the_examples_of_tables_come_in_too(cast):
    files = [(path.name, path.read_bytes()) for path in sorted((SETS["profile"] / "csv").glob("*.csv"))]

    found = uploads.read(files)

    (one,) = found.services.values()
    assert one["name"] == "Community Counselling"
    assert one["service_at_locations"][0]["location"]["addresses"][0]["postal_code"] == "ABC 1234"


@pytest.mark.parametrize("name", ["pagination", "paginationFirstPage", "paginationLastPage"])
def test_a_page_that_the_standards_checker_likes_has_no_flag_to_tell_of(name):
    assert flags(name) <= {"total_items", "total_pages"}


@pytest.mark.parametrize(
    ("name", "wrong_ones"),
    [
        ("paginationFirstPageWithIssues", {"size", "first_page"}),
        ("paginationLastPageWithIssues", {"size", "last_page", "empty"}),
        ("paginationWithIssues", {"size", "first_page", "empty"}),
    ],
)
def test_a_page_that_the_standards_checker_faults_is_told(name, wrong_ones):
    assert flags(name) >= wrong_ones


def flags(name: str) -> set[str]:
    from connecting_people.community.feed_in import read_feed
    from connecting_people.community.gathered import Gathered

    into = Gathered()
    page = FOLDER / "validator" / "OpenReferralApi.Tests" / "TestData" / f"{name}.json"
    read_feed([("services.json", page.read_bytes())], into)
    return {one.field for one in into.told}
