import re
from datetime import date, time, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from connecting_people.core.london import LONDON
from connecting_people.partnership.models import Participant
from connecting_people.stepping_out.actions import feeds
from connecting_people.stepping_out.actions.planning import Facts
from connecting_people.stepping_out.calendars import calendar_of
from connecting_people.stepping_out.models import CalendarFeed
from connecting_people.stepping_out.tests.outings import address, by, plan, seen, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def opened(cast, who="asha", plain=False):
    return address(cast, "calendar_feed", token=feeds.open_feed(**by(cast, who), plain_titles=plain))


def test_a_calendar_is_off_until_it_is_opened_and_its_address_is_shown_once(cast):
    client, page = signed_in(cast, "asha"), address(cast, "calendar_settings")
    assert "off until you open it" in client.get(page).content.decode()

    shown = client.post(page, {}).content.decode()

    token = re.search(r"/calendar/([\w-]+)\.ics", shown)[1]
    assert token not in client.get(page).content.decode()
    assert token not in CalendarFeed.objects.get().token_hash
    assert Client().get(address(cast, "calendar_feed", token=token)).status_code == 200


def test_a_calendar_says_nothing_private_unless_that_was_chosen(cast):
    plan(cast)
    plan(cast, who="ben", words="Ben alone", to_oneself=True)

    answer = Client().get(opened(cast))
    told = Client().get(opened(cast, plain=True))

    assert answer["Cache-Control"] == "no-store"
    for word in (b"weir", b"Asha", b"Ben"):
        assert word.lower() not in answer.content.lower()
    titles = [event["SUMMARY"] for event in Calendar.from_ical(told.content).walk("VEVENT")]
    assert titles == ["Walk by the weir"]


def test_a_renewed_or_closed_address_leads_nowhere(cast):
    old, new = opened(cast), opened(cast)
    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)

    signed_in(cast, "asha").post(address(cast, "calendar_settings"), {"close": "1"})

    assert Client().get(new).status_code == 404
    assert not CalendarFeed.objects.exists()


def test_an_address_leads_nowhere_once_its_owner_has_left(cast):
    theirs = opened(cast, "ben")
    Participant.objects.filter(pk=cast.place("ben").pk).update(left_at=cast.at)

    assert Client().get(theirs).status_code == 404


@pytest.mark.parametrize(("day", "hours"), [(date(2027, 3, 28), "+0100"), (date(2027, 10, 31), "+0000")])
def test_times_are_those_on_the_wall_on_both_days_that_move_the_clock(cast, day, hours):
    outing = plan(cast, facts=Facts(day, begins=time(10, 30), ends=time(12)))

    calendar = Calendar.from_ical(calendar_of([seen(cast, "asha", outing)], cast.at, plain=False))

    (event,) = calendar.walk("VEVENT")
    begins = event.decoded("DTSTART").astimezone(LONDON)
    assert f"{begins:%Y-%m-%d %H:%M %z}" == f"{day} 10:30 {hours}"
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=90)
    assert calendar["PRODID"] and calendar["VERSION"] == "2.0" and event["UID"] and event["DTSTAMP"]
