"""Addresses that are put together are those that Django gives."""

import uuid

import pytest
from django.urls import NoReverseMatch, reverse

from connecting_people.core.addresses import address, parts_of

ONE, OTHER = uuid.uuid4(), uuid.uuid4()


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("home:first", {}),
        ("home:step", {"partnership_id": ONE, "number": 4}),
        ("journey:entry", {"partnership_id": ONE, "entry_id": OTHER}),
        ("journey:entry", {"entry_id": OTHER, "partnership_id": ONE}),
        ("people:join", {"token": "100%s"}),
    ],
)
def test_an_address_is_the_one_that_django_gives(name, parts):
    assert address(name, **parts) == reverse(name, kwargs=parts)


@pytest.mark.parametrize("parts", [{}, {"partnership_id": ONE, "entry_id": OTHER}, {"partnership_id": 4}])
def test_there_is_no_address_without_the_right_parts(parts):
    with pytest.raises(NoReverseMatch):
        address("home:partnership", **parts)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("healthz", set()),
        ("home:step", {"partnership_id", "number"}),
        ("plans:goal", {"partnership_id", "goal_id"}),
    ],
)
def test_a_page_says_which_parts_its_address_takes(name, parts):
    assert parts_of(name) == parts


@pytest.mark.parametrize("name", ["nowhere:at_all", "home:nowhere"])
def test_a_page_that_is_not_there_takes_none(name):
    with pytest.raises(NoReverseMatch):
        parts_of(name)
