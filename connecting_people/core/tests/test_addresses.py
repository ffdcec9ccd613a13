"""Addresses that are put together are those that Django gives."""

import uuid

import pytest
from django.urls import NoReverseMatch, reverse

from connecting_people.core.addresses import address

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
