"""The few ways through the directory, and the page of one entry as a whole: what it says once, and what it costs."""

import re

import pytest
from django.utils import timezone

from connecting_people.community.actions import checking
from connecting_people.community.models import Asset
from connecting_people.community.rules import Wrong
from connecting_people.community.tests.known import known
from connecting_people.community.tests.pages import address, signed_in
from connecting_people.community.tests.voices import light, shown

pytestmark = pytest.mark.django_db
FOR_ALL = ["Find something", "On the map", "What is changing", "What is missing"]


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def tabs(page):
    return re.findall(r'class="tabs__link"[^>]*>([^<]+)<', page)


def here(page):
    return re.findall(r'class="(?:tabs|within)__link"[^>]*aria-current="page">([^<]+)<', page)


def test_whoever_reads_has_four_ways_and_whoever_keeps_two_more(cast):
    assert tabs(signed_in(cast, "asha").get(address(cast, "find")).text) == FOR_ALL
    assert tabs(signed_in(cast, "ben").get(address(cast, "find")).text) == [*FOR_ALL, "Whom we know", "Look after it"]


def test_the_ways_among_the_pages_of_keepers_stand_on_these_alone(cast):
    ben = signed_in(cast, "ben")

    assert here(ben.get(address(cast, "files")).text) == ["Look after it", "Files"]
    assert here(ben.get(address(cast, "improvements")).text) == ["Look after it"]
    assert "within__link" not in ben.get(address(cast, "find")).text
    assert "within__link" not in signed_in(cast, "asha").get(address(cast, "organisations")).text


def test_what_somebody_said_with_a_name_stands_once_on_the_page(cast, walkers):
    rating = light(cast, "asha", walkers, reason="They wait for the last one", signed=True)
    where = address(cast, "asset", asset_id=walkers.pk)
    asha = signed_in(cast, "asha")
    assert asha.get(where).text.count("They wait for the last one") == 1

    shown(cast, rating)
    page = asha.get(where).text
    assert page.count("They wait for the last one") == 1
    assert "Others read it with your name" in page


def test_a_full_page_says_once_when_it_was_checked_and_costs_at_most_twenty_queries(
    cast, walkers, django_assert_max_num_queries
):
    Asset.objects.update(checked_date=timezone.now().date(), checked_by=cast.dev)
    for name in ("Priya", "Sam"):
        known(cast, walkers, name=name)
    for words in ("No ramp", "Too loud"):
        checking.say_wrong(by=cast.ben, at=timezone.now(), asset=walkers, wrong=Wrong.OTHER, words=words)
    shown(cast, light(cast, "asha", walkers, reason="They wait", signed=True))
    ben, where = signed_in(cast, "ben"), address(cast, "asset", asset_id=walkers.pk)
    ben.get(where)

    with django_assert_max_num_queries(20):
        page = ben.get(where).text
    assert page.count("hecked on") == 1
    assert "Priya" in page and "No ramp" in page and "They wait" in page
