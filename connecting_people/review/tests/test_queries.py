"""How often the pages ask the database, for a partnership with two years behind it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.journey.models import Entry
from connecting_people.review.rules import Heading, Worth
from connecting_people.review.tests.looks import a_year, address, agreed, of_one, open_one, say, signed_in

pytestmark = pytest.mark.django_db
AT_MOST = 12


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def asked(client, page):
    client.get(page)
    with CaptureQueriesContext(connection) as found:
        assert client.get(page).status_code == 200
    return [one["sql"] for one in found if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]


def two_years(cast):
    a_year(cast)
    place, now = cast.place("asha"), timezone.now()
    Entry.objects.bulk_create(
        Entry(
            agency=cast.agency,
            partnership=cast.partnership,
            happened_date=(now - timedelta(days=day)).date(),
            written_at=now - timedelta(days=day),
            by=cast.asha,
            voice=place,
            steps=day % 255,
            processes=day % 2047,
            kind="note",
            line=f"Day {day}",
        )
        for day in range(1, 731)
    )


def test_the_page_of_a_look_back_over_two_years_asks_at_most_twelve_times(cast):
    two_years(cast)
    review = open_one(cast)
    for heading in Heading:
        for who in ("asha", "ben"):
            items = {Heading.OUTCOMES: "network", Heading.BRINGS: "hope", Heading.WORTH: Worth.AGENCY_GAVE.value}
            say(cast, who, review, f"About {heading}", heading, item=items.get(heading, ""))
    client = signed_in(cast, "asha")

    assert len(asked(client, of_one(cast, "review", review))) <= AT_MOST

    agreed(cast, review)
    assert len(asked(client, of_one(cast, "review", review))) <= AT_MOST


def test_the_list_asks_as_often_for_many_as_for_one(cast):
    open_one(cast)
    client = signed_in(cast, "asha")
    few = len(asked(client, address(cast, "reviews")))
    for number in range(6):
        review = open_one(cast)
        say(cast, "asha", review, f"Once {number}")
        agreed(cast, review)

    assert len(asked(client, address(cast, "reviews"))) == few <= AT_MOST


@pytest.mark.parametrize("heading", Heading)
def test_no_heading_asks_more_often_after_two_years_than_after_one(cast, heading):
    a_year(cast)
    review = open_one(cast)
    client, page = signed_in(cast, "ben"), of_one(cast, "look", review, heading=heading.value)
    few = len(asked(client, page))
    two_years_more = [say(cast, "asha", review, f"Words {n}") for n in range(30)]

    assert two_years_more
    assert len(asked(client, page)) == few <= 20
