"""An address that must not be known leaves no trace: a unique word in it is on no page, in no version, in no row."""

import json

import pytest
from django.apps import apps
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.community.actions import assets as actions
from connecting_people.community.actions import entries
from connecting_people.community.models import Asset, Import, KeptAddress, Proposal, ServiceAtLocation
from connecting_people.community.tests.pages import address, filled_in, signed_in
from connecting_people.community.tests.places import WEIR_HALL, organisation, service
from connecting_people.core.permissions import NotAllowed

pytestmark = pytest.mark.django_db
TOKEN = "Quillfeather"
PLACE = {
    "place__0__name": "Rose House",
    "place__0__lines": f"14 {TOKEN} Lane",
    "place__0__town": "Tarrow",
    "place__0__county": "Tarrowshire",
    "place__0__postcode": "TW9 9ZZ",
    "place__0__latitude": "53.9591",
    "place__0__longitude": "-1.0815",
}


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def ben(cast):
    return signed_in(cast)


@pytest.fixture
def refuge(cast, ben):
    """An entry that had its address in it for a while, until somebody kept it secret."""
    ben.post(address(cast, "add"), filled_in(cast, name="A safe house", kind="service", **PLACE))
    asset = Asset.objects.get()
    assert TOKEN in str(asset.document)
    response = ben.post(address(cast, "edit", asset_id=asset.pk), filled_in(cast, asset, secret="on"))
    assert response.status_code == 302
    asset.refresh_from_db()
    return asset


def rows_with_the_token():
    found = []
    for model in apps.get_app_config("community").get_models():
        for row in model.objects.values():
            if TOKEN in json.dumps(row, default=str) and model is not KeptAddress:
                found.append((model.__name__, row))
    return found


def pages_with_the_token(cast, client, asset):
    one = {"asset_id": asset.pk}
    addresses = [address(cast, name) for name in ("find", "place", "seasons", "organisations", "areas", "add")]
    addresses += [address(cast, name, **one) for name in ("asset", "edit", "history", "kept_address")]
    addresses += [address(cast, "earlier", **one, number=number) for number in (1, 2)]
    addresses += [f"{address(cast, 'find')}?q={TOKEN[:6]}", f"{address(cast, 'place')}?near=-1.2,53.8,-1.0,54.1"]
    answers = {where: client.get(where) for where in addresses}
    assert {answer.status_code for answer in answers.values()} <= {200, 404}
    return [where for where, answer in answers.items() if TOKEN in answer.text.replace(f"q={TOKEN[:6]}", "")]


def test_it_is_in_no_row_and_on_no_page(cast, ben, refuge):
    assert rows_with_the_token() == []
    assert not ServiceAtLocation.objects.filter(asset=refuge).exists()
    for who in ("ben", "gwen", "ela", "asha", "cora", "kit"):
        assert pages_with_the_token(cast, signed_in(cast, who), refuge) == [], who


def test_it_is_opened_on_its_own_page_after_asking_and_the_audit_notes_who(cast, refuge):
    dev = signed_in(cast, "dev")
    where = address(cast, "kept_address", asset_id=refuge.pk)
    assert TOKEN not in dev.get(where).text
    assert not Event.objects.filter(act=actions.ADDRESS_OPENED).exists()

    answer = dev.post(where)

    assert f"14 {TOKEN} Lane" in answer.text
    assert answer["Cache-Control"] == "no-store"
    assert Event.objects.get(act=actions.ADDRESS_OPENED).actor_id == cast.dev.pk


def test_an_edit_that_does_not_touch_it_leaves_it_kept(cast, ben, refuge):
    ben.post(address(cast, "edit", asset_id=refuge.pk), filled_in(cast, refuge, description="Ring first"))

    assert TOKEN in KeptAddress.objects.get().words
    assert rows_with_the_token() == []


def test_a_new_address_takes_its_place(cast, ben, refuge):
    typed = PLACE | {"place__0__lines": f"2 {TOKEN} Court"}
    ben.post(address(cast, "edit", asset_id=refuge.pk), filled_in(cast, refuge, **typed))

    assert f"2 {TOKEN} Court" in KeptAddress.objects.get().words
    assert rows_with_the_token() == []


def test_words_that_still_tell_it_are_asked_to_be_changed(cast, ben):
    typed = PLACE | {"secret": "on", "description": f"Behind 14 {TOKEN.lower()} lane"}
    response = ben.post(address(cast, "add"), filled_in(cast, name="A safe house", kind="service", **typed))

    assert response.status_code == 422
    assert "This still tells where it is" in response.text
    assert not Asset.objects.exists()


def test_keeping_it_secret_asks_for_an_address(cast, ben):
    response = ben.post(address(cast, "add"), filled_in(cast, name="A safe house", kind="service", secret="on"))

    assert "Write the address above" in response.text
    online = filled_in(cast, name="Together", kind="online", secret="on")
    assert ben.post(address(cast, "add"), online).status_code == 302


def test_a_new_entry_can_be_secret_from_the_start(cast, ben):
    sent = filled_in(cast, name="A safe house", kind="service", secret="on", **PLACE)
    assert ben.post(address(cast, "add"), sent).status_code == 302

    assert TOKEN in KeptAddress.objects.get().words
    assert rows_with_the_token() == []


def test_times_contacts_and_numbers_at_the_place_stay(cast, ben):
    document = service("A safe house", at=WEIR_HALL)
    here = document["service_at_locations"][0]
    here["schedules"] = [{"id": "00000000-0000-0000-0000-000000000002", "freq": "WEEKLY", "byday": "MO"}]
    here["phones"] = [{"id": "00000000-0000-0000-0000-000000000003", "number": "01904 1"}]
    asset = actions.keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=document)

    typed = PLACE | {"secret": "on"}
    assert ben.post(address(cast, "edit", asset_id=asset.pk), filled_in(cast, asset, **typed)).status_code == 302

    page = ben.get(address(cast, "asset", asset_id=asset.pk)).text
    assert "Every Monday" in page
    assert "01904 1" in page
    assert rows_with_the_token() == []


def test_whatever_is_written_of_it_later_loses_its_places_on_the_way_in(cast, refuge):
    """A feed that still has the address cannot bring it back."""
    feed = service("A safe house", at=WEIR_HALL, description=f"At 14 {TOKEN} Lane")
    actions.keep_assets(
        by=cast.gwen,
        at=timezone.now(),
        agency=cast.agency,
        writings=[actions.Writing(feed, None, refuge, refuge.version), actions.Writing(service("Choir", at=WEIR_HALL))],
    )

    assert rows_with_the_token() == []
    assert [place.asset.name for place in ServiceAtLocation.objects.all()] == ["Choir"]


def test_what_was_proposed_or_brought_in_for_it_forgets_it_too(cast):
    runs = organisation(by=cast.ben, at=cast.at, agency=cast.agency)
    document = service("A safe house", at=WEIR_HALL, description=f"At 14 {TOKEN} Lane")
    asset = actions.keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=document)
    given = {"agency": cast.agency, "by": cast.ben, "at": cast.at}
    Proposal.objects.create(**given, organisation=runs, asset=asset, kind="service", document=document)
    Import.objects.create(**given, source="feed", file_name="feed.json", plan={"rows": [document]})

    actions.keep_address(by=cast.ben, at=timezone.now(), asset=asset, words=f"14 {TOKEN} Lane")

    assert rows_with_the_token() == []


def test_going_back_does_not_bring_it_back(cast, refuge):
    entries.go_back(
        by=cast.ben, at=timezone.now(), asset=refuge, to=refuge.versions.get(number=1), version=refuge.version
    )

    assert rows_with_the_token() == []


def test_when_it_need_not_be_secret_any_more_it_is_forgotten_and_written_openly(cast, ben, refuge):
    typed = {**PLACE, "secret": ""}
    sent = {name: value for name, value in filled_in(cast, refuge, **typed).items() if name != "secret"}
    ben.post(address(cast, "edit", asset_id=refuge.pk), sent)

    refuge.refresh_from_db()
    assert not KeptAddress.objects.exists()
    assert TOKEN in str(refuge.document)


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit", "ivan", "jo"])
def test_only_who_keeps_the_directory_keeps_or_opens_one(cast, refuge, who):
    given = {"by": cast.user(who), "at": timezone.now(), "asset": refuge}
    with pytest.raises(NotAllowed):
        actions.open_address(**given)
    with pytest.raises(NotAllowed):
        actions.keep_address(**given, words="")


def test_where_none_is_kept_there_is_no_page_for_it(cast, ben):
    asset = actions.keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=service("Choir"))

    assert ben.get(address(cast, "kept_address", asset_id=asset.pk)).status_code == 404
    assert actions.open_address(by=cast.ben, at=timezone.now(), asset=asset) == ""
