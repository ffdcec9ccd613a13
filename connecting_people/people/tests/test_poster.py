"""The poster with an agency's name: for its staff, and for nobody else."""

import pytest
from django.urls import reverse

from connecting_people.core.tests import reading


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    # It has tests of its own.
    settings.PAGES_BEFORE_SECOND_FACTOR = {"people:poster", "people:poster_file"}


def address(agency, *which: str) -> str:
    return reverse("people:poster_file", args=[agency.pk, *(which or ("a3", "colour", "pdf"))])


def test_staff_get_the_poster_with_the_name_of_their_agency(client, cast):
    client.force_login(cast.ben)

    response = client.get(address(cast.agency))

    assert cast.agency.name in [e.text for e in reading.elements(reading.opened(response.content))]
    assert "no-store" in response["Cache-Control"]
    assert cast.agency.name not in response["Content-Disposition"]


def test_a_changed_name_is_on_the_next_poster(client, cast):
    client.force_login(cast.ben)
    client.get(address(cast.agency))
    cast.agency.name = "The New Bridge"
    cast.agency.save(update_fields=["name"])

    found = reading.elements(reading.opened(client.get(address(cast.agency)).content))

    assert "The New Bridge" in [e.text for e in found]


def test_a_poster_that_is_not_made_is_not_there_for_staff_either(client, cast):
    client.force_login(cast.ben)

    assert client.get(address(cast.agency, "a9", "colour", "pdf")).status_code == 404


def test_the_page_says_which_signs_are_left_out(client, cast):
    cast.agency.name = "The 中文 Club"
    cast.agency.save(update_fields=["name"])
    client.force_login(cast.ben)

    page = client.get(reverse("people:poster", args=[cast.agency.pk])).text

    assert "cannot write 中文" in page


@pytest.mark.parametrize(
    ("name", "led"), [("ben", True), ("gwen", True), ("kit", True), ("asha", False), ("cora", False)]
)
def test_staff_are_led_from_the_open_page_to_their_own(client, cast, name, led):
    client.force_login(cast.user(name))

    page = client.get("/model/poster/").text

    assert (reverse("people:poster", args=[cast.agency.pk]) in page) is led
