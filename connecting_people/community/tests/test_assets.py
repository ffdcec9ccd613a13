import pytest
from django.utils import timezone

from connecting_people.community.actions import assets as actions
from connecting_people.community.models import AssetVersion, ServiceAtLocation
from connecting_people.community.tests.places import WEIR_HALL, service
from connecting_people.core.permissions import NotAllowed

pytestmark = pytest.mark.django_db


def test_an_entry_is_kept_with_what_the_database_asks_for(walkers):
    assert (walkers.name, walkers.kind, walkers.version) == ("Tuesday walkers", "group", 1)
    place = ServiceAtLocation.objects.get(asset=walkers)
    assert (place.latitude, place.longitude) == WEIR_HALL


def test_a_changed_entry_keeps_what_it_said_before(cast, walkers):
    actions.keep_asset(
        by=cast.dev,
        at=timezone.now(),
        agency=cast.agency,
        asset=walkers,
        version=1,
        document=walkers.document | {"name": "Walkers"},
    )

    said = AssetVersion.objects.filter(asset=walkers).order_by("number").values_list("document__name", "by__name")
    assert list(said) == [("Tuesday walkers", "Ben"), ("Walkers", "Dev")]


def test_who_was_slower_hears_of_it_and_changes_nothing(cast, walkers):
    given = {"by": cast.dev, "at": timezone.now(), "agency": cast.agency, "asset": walkers}
    actions.keep_asset(**given, version=1, document=walkers.document | {"name": "Walkers"})

    with pytest.raises(actions.StaleEntry) as stale:
        actions.keep_asset(**given, version=1, document=walkers.document | {"name": "Strollers"})
    assert stale.value.now.name == "Walkers"


def test_a_document_that_does_not_fit_is_not_kept(cast):
    with pytest.raises(actions.NotTheStandard) as why:
        actions.keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=service("") | {"status": "open"})
    assert [fault.path for fault in why.value.faults] == ["name", "status"]


def test_many_come_in_whole_or_not_at_all(cast):
    writings = [actions.Writing(service(name)) for name in ("Choir", "Chess", "")]

    with pytest.raises(actions.NotTheStandard):
        actions.keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=writings)
    assert not cast.agency.assets.exists()


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit", "ivan", "jo"])
def test_only_who_keeps_the_directory_writes_in_it(cast, who):
    with pytest.raises(NotAllowed):
        actions.keep_asset(by=cast.user(who), at=cast.at, agency=cast.agency, document=service("Choir"))


def test_an_address_that_must_not_be_known_is_opened_by_name_alone(cast, walkers):
    actions.keep_address(by=cast.ben, at=cast.at, asset=walkers, words="14 Hidden Lane")

    assert "Hidden" not in str(walkers.document)
    assert actions.open_address(by=cast.dev, at=timezone.now(), asset=walkers) == "14 Hidden Lane"
