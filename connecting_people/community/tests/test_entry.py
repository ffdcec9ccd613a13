from datetime import date, time

import pytest

from connecting_people.community.entry import OURS, Point, read
from connecting_people.community.rules import Access, Kind
from connecting_people.community.tests.places import service


def schedule(**fields):
    return service("Choir") | {"schedules": [fields]}


def test_an_entry_says_what_its_document_says():
    entry = read(
        service(
            "Tuesday walkers",
            kind=Kind.GROUP,
            interests=("walking",),
            access=(Access.STEP_FREE,),
            at=(53.9, -1.1),
            days="TU,TH",
            opens="10:30",
            amount=0,
        )
    )

    assert (entry.kind, entry.interests, entry.access) == (Kind.GROUP, ("walking",), {Access.STEP_FREE})
    assert (entry.points, entry.days, entry.free) == ((Point(53.9, -1.1),), {"TU", "TH"}, True)
    assert entry.hours[0].opens == time(10, 30)


def test_a_monthly_day_keeps_its_day_of_the_week():
    entry = read(schedule(freq="MONTHLY", byday="2TU"))

    assert (entry.days, entry.hours[0].monthly) == ({"TU"}, True)


@pytest.mark.parametrize(
    ("fields", "free"),
    [
        ({}, None),
        ({"fees": "Free to all"}, True),
        ({"fees": "£3 a time"}, False),
        ({"cost_options": [{"amount": 0}]}, True),
        ({"cost_options": [{"amount": 0}, {"amount": 4}]}, False),
        ({"fees": "Free", "cost_options": [{"amount": 4}]}, False),
    ],
)
def test_whether_it_is_free_is_known_or_not_said(fields, free):
    assert read(service("Choir") | fields).free is free


def test_it_ends_when_all_its_times_have_ended():
    both = [{"valid_to": "2026-03-31"}, {"valid_to": "2026-05-31"}]

    assert read(service("Choir") | {"schedules": both}).ends == date(2026, 5, 31)
    assert read(service("Choir") | {"schedules": [*both, {}]}).ends is None
    assert read(service("Choir") | {"schedules": both, OURS: {"ends": "2026-04-30"}}).ends == date(2026, 4, 30)


def test_dates_in_the_wrong_order_do_not_stop_it_from_being_kept():
    entry = read(service("Choir") | {OURS: {"begins": "2026-05-01", "ends": "2026-04-01"}})

    assert (entry.begins, entry.ends) == (None, date(2026, 4, 1))


def test_a_place_outside_the_kingdom_is_on_no_map():
    assert read(service("Choir", at=(100, 101))).points == ()


@pytest.mark.parametrize("rubbish", [{"schedules": 3}, {"cost_options": ["x"]}, {"name": None}, {"attributes": None}])
def test_what_does_not_fit_counts_as_not_said(rubbish):
    assert read(service("Choir") | rubbish)
