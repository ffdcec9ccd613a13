import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.community.entry import OURS, read
from connecting_people.community.plain_entry import (
    Plain,
    changed,
    in_words,
    merged,
    one_price,
    one_time,
    plain,
    written,
)
from connecting_people.community.rules import Kind
from connecting_people.community.standard import faults
from connecting_people.community.tests.places import service

WORDS = st.text("abc é", max_size=5).map(str.strip)
FULL = {
    "name": "Choir",
    "kind": "group",
    "description": "Sing",
    "days": "TU,TH",
    "opens": "10:30",
    "closes": "12:00",
    "when": "Not in August",
    "price": "2.50",
    "cost": "First time free",
    "contact": "Pat",
    "phone": "01632 960 123",
    "email": "pat@example.org",
    "link": "https://example.org",
    "ends": "2027-03-31",
}
PLAINS = st.builds(
    Plain,
    name=st.text("abc", min_size=1, max_size=5),
    kind=st.sampled_from([kind.value for kind in Kind]),
    description=WORDS,
    days=st.sampled_from(["", "TU", "MO,SU"]),
    opens=st.sampled_from(["", "10:30"]),
    closes=st.sampled_from(["", "12:00"]),
    when=WORDS,
    price=st.sampled_from(["", "0", "2.50"]),
    cost=WORDS,
    contact=WORDS,
    phone=st.sampled_from(["", "01632 960 123"]),
    email=st.sampled_from(["", "a@example.org"]),
    link=st.sampled_from(["", "https://example.org"]),
    ends=st.sampled_from(["", "2027-03-31"]),
)


def told(document):
    return [fault for fault in faults(document, "service") if fault.stops]


@given(PLAINS, PLAINS)
def test_whatever_is_written_is_read_again_and_fits_the_standard(before, after):
    document = written(written(service("New"), before), after)

    assert plain(document) == after
    assert told(document) == []


def test_what_a_form_does_not_ask_for_stays_as_it_was():
    document = service("Choir", interests=("singing",), at=(53.9, -1.1), capacity={"left": 3}, minimum_age=18)
    document[OURS] = {"first_visit": "Ask for Pat"}
    after = written(document, Plain(**FULL))

    for name in ("id", "status", "service_at_locations", "capacity", "minimum_age"):
        assert after[name] == document[name]
    assert read(after).interests == ("singing",)
    assert after[OURS] == {"first_visit": "Ask for Pat", "ends": "2027-03-31"}


def test_taking_everything_away_leaves_no_empty_fields():
    document = written(service("Choir"), Plain(**FULL))
    after = written(document, Plain(name="Choir", kind="group"))

    assert set(after) == {"id", "name", "status", "attributes", OURS}
    assert told(after) == []


def test_other_parts_of_a_list_stay():
    phones = [{"id": service("")["id"], "number": "1"}, {"id": service("")["id"], "number": "2"}]
    after = written(service("Choir", phones=phones), Plain(name="Choir"))

    assert [one["number"] for one in after["phones"]] == ["2"]


def test_a_time_or_price_that_one_line_cannot_tell_is_not_asked_for():
    monthly = service("Choir", schedules=[{"id": service("")["id"], "freq": "MONTHLY", "byday": "2TU"}])
    two = service("Choir", cost_options=[{"id": service("")["id"], "amount": n} for n in (1, 2)])

    assert (one_time(monthly), one_time(service("Choir", days="TU"))) == (False, True)
    assert (one_price(two), one_price(service("Choir", amount=2))) == (False, True)
    assert (plain(monthly).days, plain(two).price) == ("", "")


@pytest.mark.parametrize("rubbish", [{"schedules": 3}, {"phones": [1]}, {"fees": 4}, {"contacts": None}])
def test_what_does_not_fit_counts_as_not_said(rubbish):
    assert plain(service("Choir") | rubbish).name == "Choir"


def test_only_what_was_changed_is_brought_into_what_stands_now():
    before = service("Choir", description="Sing", days="TU")
    wanted = written(before, plain(before).__class__(**{**vars(plain(before)), "description": "Sing and listen"}))
    now = written(before, Plain(**{**vars(plain(before)), "name": "Big choir", "days": "WE"}))

    after = plain(merged(before=before, wanted=wanted, now=now))
    assert (after.name, after.description, after.days) == ("Big choir", "Sing and listen", "WE")


def test_fields_are_told_apart_and_said_in_words():
    assert changed(Plain(name="a", days="TU"), Plain(name="b", days="TU")) == ("name",)
    assert in_words("days", "TU,SU") == "Tuesday, Sunday"
    assert in_words("kind", "group") == "Group"
    assert in_words("cost", "£2") == "£2"
