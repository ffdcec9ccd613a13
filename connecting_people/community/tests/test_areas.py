import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from connecting_people.community.actions import areas as actions
from connecting_people.community.entry import Point
from connecting_people.community.models import Area, Postcode
from connecting_people.community.queries.places import mark_of, neighbourhood_of
from connecting_people.community.tests.pages import address, signed_in
from connecting_people.core.permissions import NotAllowed

pytestmark = pytest.mark.django_db
SQUARE = [[-1.1, 53.9], [-1.0, 53.9], [-1.0, 54.0], [-1.1, 54.0], [-1.1, 53.9]]
MIDDLE = Point(53.95, -1.05)
GEOJSON = json.dumps({"type": "Polygon", "coordinates": [SQUARE]})


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def ben(cast):
    return signed_in(cast)


def keep(cast, name="Weirside", *, whole=False, outline=(), middle=MIDDLE, by=None, **more):
    given = {"by": by or cast.ben, "at": timezone.now(), "agency": cast.agency}
    return actions.keep_area(**given, name=name, whole=whole, outline=list(outline), middle=middle, **more)


def test_a_pasted_outline_is_enough(cast, ben):
    response = ben.post(address(cast, "area_add"), {"name": "Tarrow", "whole": "on", "outline": GEOJSON})

    assert response.status_code == 302
    area = Area.objects.get()
    assert (area.name, area.whole, area.outline, area.latitude) == ("Tarrow", True, [SQUARE], 53.95)
    page = ben.get(address(cast, "areas")).text
    assert "The whole of our area" in page
    assert "plan__ground--whole" in page


def test_an_outline_can_come_as_a_file(cast, ben):
    file = SimpleUploadedFile("area.geojson", b"\xef\xbb\xbf" + GEOJSON.encode())
    ben.post(address(cast, "area_add"), {"name": "Tarrow", "file": file})

    assert Area.objects.get().outline == [SQUARE]


def test_a_postcode_is_enough_for_a_neighbourhood(cast, ben):
    Postcode.objects.create(postcode="TW1 2AB", latitude=53.9591, longitude=-1.0815)
    ben.post(address(cast, "area_add"), {"name": "  Old  Town", "postcode": "tw12ab"})

    area = Area.objects.get()
    assert (area.name, area.latitude, area.longitude, area.outline) == ("Old Town", 53.9591, -1.0815, [])


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({}, "Write a postcode in its middle"),
        ({"name": ""}, "Write what it is called"),
        ({"postcode": "ZZ1 1ZZ"}, "We do not know where this postcode is"),
        ({"outline": "{"}, "This is no GeoJSON"),
        ({"file": SimpleUploadedFile("a.json", b"\xff\xfe\x00")}, "This file is no text"),
        ({"file": SimpleUploadedFile("a.json", b"")}, "There is nothing in this file"),
        ({"file": SimpleUploadedFile("a.json", b" " * 500_001)}, "This file is too large"),
        ({"latitude": "100", "longitude": "-1"}, "outside the United Kingdom"),
        ({"name": "Weirside", "outline": GEOJSON}, "a neighbourhood of this name already"),
        ({"whole": "on", "outline": GEOJSON}, "is the whole area already"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_typed_is_lost(cast, ben, typed, says):
    keep(cast, "Weirside")
    keep(cast, "Tarrow", whole=True)

    response = ben.post(address(cast, "area_add"), {"name": "Riverbank", **typed})

    assert response.status_code == 422
    assert says in response.text
    assert Area.objects.count() == 2
    if typed.get("name") != "":
        assert typed.get("name", "Riverbank") in response.text


def test_an_area_is_changed_as_it_was_read(cast, ben):
    area = keep(cast, outline=[SQUARE])
    where = address(cast, "area", area_id=area.pk)
    assert "MultiPolygon" in ben.get(where).text

    typed = {"name": "Riverside", "latitude": "53.95", "longitude": "-1.05", "read": mark_of(area)}
    assert ben.post(where, typed).status_code == 302

    area.refresh_from_db()
    assert (area.name, area.outline) == ("Riverside", [])


def test_whoever_was_slower_sees_both(cast, ben):
    area = keep(cast)
    read = mark_of(area)
    keep(cast, "What Dev called it", area=area, read=read)
    where = address(cast, "area", area_id=area.pk)
    typed = {"name": "My name for it", "latitude": "53.95", "longitude": "-1.05"}

    response = ben.post(where, typed | {"read": read})

    assert response.status_code == 422
    assert "What Dev called it" in response.text
    assert "My name for it" in response.text
    again = mark_of(Area.objects.get())
    assert again in response.text
    assert ben.post(where, typed | {"read": again}).status_code == 302


def test_an_area_is_taken_off_the_map_after_asking(cast, ben):
    area = keep(cast)
    where = address(cast, "area_remove", area_id=area.pk)
    assert "Everything that is in it stays" in ben.get(where).text
    assert Area.objects.exists()

    ben.post(where)
    assert not Area.objects.exists()


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit", "ivan", "jo"])
def test_only_who_keeps_the_directory_draws_its_area(cast, who):
    area = keep(cast)
    with pytest.raises(NotAllowed):
        keep(cast, "Elsewhere", by=cast.user(who))
    with pytest.raises(NotAllowed):
        actions.take_area_away(by=cast.user(who), at=timezone.now(), area=area)


def test_a_point_is_in_the_neighbourhood_whose_outline_holds_it_else_near_a_middle(cast):
    found = [
        keep(cast, "Tarrow", whole=True, outline=[SQUARE]),
        keep(
            cast, "Weirside", outline=[[[-1.06, 53.94], [-1.04, 53.94], [-1.04, 53.96], [-1.06, 53.96], [-1.06, 53.94]]]
        ),
        keep(cast, "Old Town", middle=Point(53.92, -1.05)),
    ]

    assert neighbourhood_of(Point(53.95, -1.05), found) == "Weirside"
    assert neighbourhood_of(Point(53.925, -1.05), found) == "Old Town"
    assert neighbourhood_of(Point(53.99, -1.05), found) == ""
    assert neighbourhood_of(Point(53.99, -1.05), []) == ""
