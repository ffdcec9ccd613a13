import uuid

import pytest

from connecting_people.community.standard import ENTITIES, faults
from connecting_people.community.tests.places import service

LOCATION = {"id": str(uuid.uuid4()), "location_type": "physical"}


def told(document, entity="service"):
    return {fault.path: fault.stops for fault in faults(document, entity)}


def test_a_document_that_fits_has_no_faults():
    assert told(service("Choir", days="MO", opens="19:00", amount=2.5, at=(53.9, -1.1))) == {}


def test_what_the_standard_does_not_name_is_not_judged():
    assert told(service("Choir") | {"capacity": {"anything": [1, None]}}) == {}


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"name": ""}, "name"),
        ({"id": "12"}, "id"),
        ({"status": "open"}, "status"),
        ({"url": "weir hall"}, "url"),
        ({"email": "ring us"}, "email"),
        ({"minimum_age": "12"}, "minimum_age"),
        ({"minimum_age": True}, "minimum_age"),
        ({"maximum_age": float("nan")}, "maximum_age"),
        ({"assured_date": "31/03/2026"}, "assured_date"),
        ({"last_modified": "last week"}, "last_modified"),
        ({"schedules": {"byday": "MO"}}, "schedules"),
        ({"schedules": ["MO"]}, "schedules[1]"),
        ({"schedules": [{"id": str(uuid.uuid4()), "freq": "DAILY"}]}, "schedules[1].freq"),
        ({"schedules": [{"id": str(uuid.uuid4()), "opens_at": "half past ten"}]}, "schedules[1].opens_at"),
        ({"organization": {"id": str(uuid.uuid4()), "name": "Choir"}}, "organization.description"),
        ({"service_at_locations": [{"id": str(uuid.uuid4()), "location": {}}]}, "service_at_locations[1].location.id"),
    ],
)
def test_what_does_not_fit_is_named_by_its_path_and_stops(wrong, path):
    assert told(service("Choir") | wrong)[path] is True


@pytest.mark.parametrize("latitude", [100, 40.7, -53.9])
def test_a_place_outside_the_kingdom_comes_in_and_is_told(latitude):
    assert told(LOCATION | {"latitude": latitude, "longitude": -1.1}, "location") == {"latitude": False}


def test_another_country_comes_in_and_is_told():
    address = {"id": str(uuid.uuid4()), "address_1": "1 Main Street", "city": "A", "state_province": "B"}
    address |= {"postal_code": "1", "country": "US", "address_type": "postal"}

    assert told(address, "address") == {"country": False}


def test_a_document_that_never_ends_is_stopped():
    deep = {"id": str(uuid.uuid4()), "name": "a", "description": "b"}
    for _ in range(40):
        deep = {**deep, "taxonomy_detail": {**deep, "taxonomy_terms": [deep]}}

    assert any(faults(deep, "taxonomy_term"))


def test_every_part_is_an_entity_that_is_described():
    for entity in ENTITIES.values():
        assert {*entity.lists.values(), *entity.parts.values()} <= set(ENTITIES)
