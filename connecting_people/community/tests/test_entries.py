from typing import Any

import pytest
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.community.actions import assets as actions
from connecting_people.community.actions import entries
from connecting_people.community.entry import OURS
from connecting_people.community.models import Asset, AssetVersion, Organisation, Postcode
from connecting_people.community.rules import Kind
from connecting_people.community.tests.pages import address, filled_in, signed_in
from connecting_people.community.tests.places import WEIR_HALL, service, walking_group
from connecting_people.core.permissions import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def walkers(cast):
    return walking_group(by=cast.ben, at=cast.at, agency=cast.agency)


@pytest.fixture
def ben(cast):
    return signed_in(cast)


def send(cast: Any, client: Any, asset: Any = None, **typed: Any) -> Any:
    where = address(cast, "edit", asset_id=asset.pk) if asset else address(cast, "add")
    return client.post(where, filled_in(cast, asset, **typed))


def test_a_name_and_a_kind_are_enough_to_begin(cast, ben):
    response = send(cast, ben, name="  Chess  club ", kind="group")

    asset = Asset.objects.get()
    assert response.url == address(cast, "asset", asset_id=asset.pk)
    assert (asset.name, asset.kind, asset.status, asset.organisation) == ("Chess club", "group", "active", None)


def test_all_that_is_typed_stands_in_the_words_of_the_standard(cast, ben):
    Postcode.objects.create(postcode="TW12AB", latitude=53.9591, longitude=-1.0815)
    typed = {
        "name": "Choir",
        "kind": "group",
        "new_organisation": "Weirside Voices",
        "description": "We sing",
        "interests": ["singing"],
        "time__0__often": "M2",
        "time__0__days": ["TU"],
        "time__0__opens": "10:30",
        "time__0__closes": "12:00",
        "time__0__last_date_day": "31",
        "time__0__last_date_month": "3",
        "time__0__last_date_year": "2030",
        "place__0__name": "Weir Hall",
        "place__0__lines": "3 Weir Lane",
        "place__0__town": "Tarrow",
        "place__0__county": "Tarrowshire",
        "place__0__postcode": "tw1 2ab",
        "place__0__getting_there": "Bus 4",
        "free": "on",
        "minimum_age": "16",
        "eligibility": "Anybody",
        "languages": "English, Polish",
        "access": ["quiet"],
        "contact_name": "Sal",
        "phone__0__number": "01904 555",
        "phone__0__note": "Mornings",
        "email": "sal@example.org",
        "url": "example.org/choir",
        "meets": "Sal, in a hat",
        "alert": "Moved",
    }
    assert send(cast, ben, **typed).status_code == 302

    asset = Asset.objects.get()
    said = asset.document
    assert asset.organisation.name == "Weirside Voices"
    time, place = said["schedules"][0], said["service_at_locations"][0]["location"]
    assert (time["freq"], time["byday"], time["opens_at"], time["valid_to"]) == (
        "MONTHLY",
        "2TU",
        "10:30",
        "2030-03-31",
    )
    assert (place["latitude"], place["longitude"], place["description"]) == (53.9591, -1.0815, "Bus 4")
    assert (place["addresses"][0]["postal_code"], place["addresses"][0]["country"]) == ("TW1 2AB", "GB")
    assert [one["amount"] for one in said["cost_options"]] == [0]
    assert (said["minimum_age"], said["url"], said["alert"]) == (16, "https://example.org/choir", "Moved")
    assert [one["name"] for one in said["languages"]] == ["English", "Polish"]
    assert said[OURS] == {"eligibility": "Anybody", "first_visit": {"meets": "Sal, in a hat"}}
    assert "eligibility" not in {name for name in said if name != OURS}, "the standard has no field for it"
    page = ben.get(address(cast, "asset", asset_id=asset.pk)).text
    for words in ("The second Tuesday of the month, 10:30 to 12", "Bus 4", "Free", "Anybody", "Sal, in a hat", "Moved"):
        assert words in page, words


def test_sending_the_form_unchanged_changes_not_one_field(cast, ben):
    rich = service(
        "Choir", kind=Kind.GROUP, interests=("singing",), at=WEIR_HALL, days="TU", opens="10:30", amount=0
    ) | {
        "capacity": {"unknown": [1, None]},
        "languages": [{"id": "00000000-0000-0000-0000-000000000001", "name": "Polish", "code": "pl"}],
        "minimum_age": 16.5,
        "fees": "Ask",
        OURS: {"ends": "2030-01-31", "ours": "too", "first_visit": {"bring": "Tea", "other": "x"}},
    }
    rich["schedules"].append({"id": "00000000-0000-0000-0000-000000000002", "freq": "MONTHLY", "bymonthday": "15"})
    rich["schedules"].append({"id": "00000000-0000-0000-0000-000000000003", "dtstart": "2026-01-01"})
    asset = actions.keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=rich)

    assert send(cast, ben, asset).status_code == 302

    asset.refresh_from_db()
    assert (asset.version, asset.document) == (2, rich)


def test_a_time_that_the_form_has_no_boxes_for_goes_when_it_is_unticked(cast, ben):
    rich = service("Choir", days="TU")
    rich["schedules"].append({"id": "00000000-0000-0000-0000-000000000002", "freq": "MONTHLY", "bymonthday": "15"})
    asset = actions.keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=rich)
    assert "Day 15 of the month" in ben.get(address(cast, "edit", asset_id=asset.pk)).text

    send(cast, ben, asset, other_times=[])

    asset.refresh_from_db()
    assert [one["byday"] for one in asset.document["schedules"]] == ["TU"]


def test_a_row_that_is_emptied_takes_its_part_away(cast, ben, walkers):
    send(cast, ben, walkers, time__0__often="", time__0__days=[], time__0__opens="", free="")

    walkers.refresh_from_db()
    assert {"schedules", "cost_options"}.isdisjoint(walkers.document)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"name": ""}, "Write what it is called"),
        ({"kind": ""}, "choose one"),
        ({"time__0__often": "M1", "time__0__days": []}, "Choose the day of the week"),
        ({"time__1__days": ["MO"]}, "Choose how often"),
        ({"time__0__opens": "12:00", "time__0__closes": "10:00"}, "Choose a time after it begins"),
        ({"time__0__opens": "noonish"}, "Write a time like 14:30"),
        ({"place__0__lines": "3 Weir Lane"}, "Write the county too"),
        ({"place__0__latitude": "100"}, "outside the United Kingdom"),
        ({"place__0__longitude": ""}, "Write both numbers"),
        ({"minimum_age": "30", "maximum_age": "20"}, "an age that is not below"),
        ({"minimum_age": "old"}, "Write a number in figures"),
        ({"free": "on", "price__0__amount": "3"}, "take away the prices"),
        ({"phone__0__note": "Mornings"}, "Write the number that this is about"),
        ({"email": "sal"}, "e-mail address like"),
        ({"new_organisation": "Another"}, "Choose one of the list, or write a new one"),
        ({"begins_day": "1"}, "Write all three"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_box_and_nothing_typed_is_lost(cast, ben, walkers, typed, says):
    response = send(cast, ben, walkers, description="Typed with care", **typed)

    assert response.status_code == 422
    assert says in response.text
    assert "Typed with care" in response.text
    walkers.refresh_from_db()
    assert walkers.version == 1


def test_whoever_was_slower_sees_both_texts_and_keeps_knowingly(cast, ben, walkers):
    mine = filled_in(cast, walkers, description="My own words")
    send(cast, signed_in(cast, "dev"), walkers, description="What Dev wrote", fees="Tea 50p")

    response = ben.post(address(cast, "edit", asset_id=walkers.pk), mine)

    assert response.status_code == 422
    for words in ("What Dev wrote", "Tea 50p", "My own words", "A slow walk along the river"):
        assert words in response.text, words
    again = mine | {"version": "2"}
    assert ben.post(address(cast, "edit", asset_id=walkers.pk), again).status_code == 302
    walkers.refresh_from_db()
    assert (walkers.version, walkers.document["description"]) == (3, "My own words")


def test_a_double_click_makes_one_entry(cast, ben):
    sent = filled_in(cast, name="Chess", kind="group", once="11111111-1111-4111-8111-111111111111")

    first, second = (ben.post(address(cast, "add"), sent) for _ in range(2))

    assert first.url == second.url
    assert Asset.objects.count() == 1


def test_an_entry_can_begin_from_the_organisation_that_runs_it(cast, ben, walkers):
    page = ben.get(f"{address(cast, 'add')}?organisation={walkers.organisation_id}").text
    assert f'value="{walkers.organisation_id}" selected' in page
    assert ben.get(f"{address(cast, 'add')}?organisation=nonsense").status_code == 200


def test_the_history_says_who_changed_what_and_when(cast, ben, walkers):
    send(cast, signed_in(cast, "dev"), walkers, fees="Tea 50p")

    page = ben.get(address(cast, "history", asset_id=walkers.pk)).text

    assert "written by Dev" in page
    assert "Tea 50p" in page
    assert "The entry was made" in page
    assert "Tea 50p" not in ben.get(address(cast, "earlier", asset_id=walkers.pk, number=1)).text


def test_an_entry_can_read_again_as_it_did(cast, ben, walkers):
    other = Organisation.objects.get(pk=walkers.organisation_id)
    send(cast, ben, walkers, name="Strollers", organisation="")

    response = ben.post(address(cast, "go_back", asset_id=walkers.pk, number=1), {"version": "2"})

    assert response.status_code == 302
    walkers.refresh_from_db()
    assert (walkers.name, walkers.organisation, walkers.version) == ("Tuesday walkers", other, 3)
    newest = AssetVersion.objects.filter(asset=walkers).latest("number")
    assert (newest.how, newest.by) == ("undone", cast.ben)
    assert "put back as it was by Ben" in ben.get(address(cast, "history", asset_id=walkers.pk)).text


def test_going_back_over_a_change_that_was_not_seen_is_not_done(cast, ben, walkers):
    send(cast, ben, walkers, name="Strollers")

    response = ben.post(address(cast, "go_back", asset_id=walkers.pk, number=1), {"version": "1"}, follow=True)

    assert "Somebody changed this in the meantime" in response.text
    walkers.refresh_from_db()
    assert walkers.name == "Strollers"


def test_a_version_that_is_not_there_is_not_found(cast, ben, walkers):
    assert ben.get(address(cast, "earlier", asset_id=walkers.pk, number=9)).status_code == 404


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit", "ivan", "jo"])
def test_only_who_keeps_the_directory_writes_or_goes_back(cast, walkers, who):
    by, at = cast.user(who), timezone.now()
    with pytest.raises(NotAllowed):
        entries.write_entry(by=by, at=at, agency=cast.agency, document=service("x"), organisation=None)
    with pytest.raises(NotAllowed):
        entries.go_back(by=by, at=at, asset=walkers, to=walkers.versions.get(), version=1)


def test_an_asset_says_what_is_not_known_and_how_long_ago_it_was_checked(cast, ben, walkers):
    where = address(cast, "asset", asset_id=walkers.pk)
    assert "Nobody has checked this yet" in ben.get(where).text
    Asset.objects.update(checked_date=timezone.now().date(), checked_by=cast.dev)
    assert "by Dev" in ben.get(where).text
    Asset.objects.update(checked_date="2024-03-01")
    assert "Nobody has checked this since 1 March 2024" in ben.get(where).text


def test_a_service_user_reads_and_is_offered_no_change(cast, walkers):
    page = signed_in(cast, "asha").get(address(cast, "asset", asset_id=walkers.pk)).text

    assert "Every Tuesday, from 10:30" in page
    assert "Change this entry" not in page


def test_an_asset_costs_few_queries(cast, ben, walkers, django_assert_max_num_queries):
    ben.get(address(cast, "asset", asset_id=walkers.pk))
    with django_assert_max_num_queries(12):
        ben.get(address(cast, "asset", asset_id=walkers.pk))


def test_a_long_history_costs_no_more_queries_than_a_short_one(cast, ben, walkers, django_assert_max_num_queries):
    for number in range(1, 9):
        document = walkers.document | {"fees": f"£{number}"}
        actions.keep_asset(
            by=cast.dev, at=timezone.now(), agency=cast.agency, asset=walkers, version=number, document=document
        )
    with django_assert_max_num_queries(12):
        ben.get(address(cast, "history", asset_id=walkers.pk))


def test_prices_and_numbers_are_written_row_by_row(cast, ben, walkers):
    typed = {"price__0__amount": "2.50", "price__0__option": "Each time", "phone__0__number": "01904 555"}
    sent = {name: value for name, value in filled_in(cast, walkers, **typed).items() if name != "free"}
    assert ben.post(address(cast, "edit", asset_id=walkers.pk), sent).status_code == 302

    walkers.refresh_from_db()
    (price,) = walkers.document["cost_options"]
    assert (price["amount"], price["option"]) == (2.5, "Each time")
    again = filled_in(cast, walkers, price__0__amount="3", phone__0__note="Mornings")
    ben.post(address(cast, "edit", asset_id=walkers.pk), again)
    walkers.refresh_from_db()
    assert walkers.document["cost_options"] == [price | {"amount": 3}], "the same price, at another amount"
    assert walkers.document["phones"][0]["description"] == "Mornings"


def test_many_at_once_are_noted_as_one_act(cast):
    writings = [actions.Writing(service(f"Group {number}")) for number in range(20)]
    actions.keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=writings)

    acts = Event.objects.filter(act__startswith="community").values_list("act", flat=True)
    assert list(acts) == ["community: entries written"]


def test_the_day_that_a_feed_was_assured_counts_as_a_check_unless_it_lies_ahead(cast):
    for day, counts in (("2025-03-01", True), ("2999-01-01", False)):
        document = service("Choir") | {"assured_date": day}
        kept = actions.keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=document)
        assert (kept.checked_date is not None) is counts
