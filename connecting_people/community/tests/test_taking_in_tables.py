"""A plain table comes in by its columns, and says which line cannot."""

import uuid

import pytest

from connecting_people.community.actions import taking_in
from connecting_people.community.actions.assets import keep_asset
from connecting_people.community.copies import table, workbook
from connecting_people.community.models import (
    Asset,
)
from connecting_people.community.queries.taking_in import plan_of
from connecting_people.community.tests import places
from connecting_people.community.tests.feeds import bring, place, take_in

pytestmark = pytest.mark.django_db
HALL = {"service_at_locations": place("Choir", "YO1 7HH")}


def said(brought):
    return {one.name: one.matched.value for one in plan_of(brought).coming}


TABLE = (
    "Activity,About,Type,Run by,Venue,Postcode,Day,Hours,Price,Tel,Mail,Web,Topics,Facilities,Note\n"
    'Choir,We sing,Group,Church,"Hall, Main Street, Tarrow, Tarrowshire",yo1 7hh,Tuesdays,2 to 4pm,£3.50,'
    "01904 000000,choir@example.org,choir.example.org,Singing; Flying,Step-free all the way,secret\n"
)


def test_a_table_becomes_entries_by_columns_that_are_guessed(cast):
    brought = bring(cast, TABLE.encode(), file="list.csv")
    assert len(brought.plan["mapping"]) == 14
    plan = plan_of(brought)
    assert [(one.place, one.field) for one in plan.told] == [("line 2", "Interests")]

    take_in(cast, brought)

    choir = Asset.objects.get()
    document = choir.document
    assert (choir.kind, choir.organisation.name, document["url"]) == ("group", "Church", "https://choir.example.org")
    assert document["cost_options"][0]["amount"] == 3.5
    schedule = document["schedules"][0]
    assert (schedule["byday"], schedule["opens_at"], schedule["closes_at"]) == ("TU", "14:00", "16:00")
    address = document["service_at_locations"][0]["location"]["addresses"][0]
    assert (address["address_1"], address["city"], address["state_province"], address["postal_code"]) == (
        "Hall, Main Street", "Tarrow", "Tarrowshire", "YO1 7HH",
    )  # fmt: skip
    assert "secret" not in str(document)


def test_the_same_table_again_is_the_same(cast):
    take_in(cast, bring(cast, TABLE.encode(), file="list.csv"))

    assert said(bring(cast, TABLE.encode(), file="list.csv")) == {"Choir": "same"}


def test_a_table_that_was_taken_out_comes_in_again_as_the_same(cast):
    take_in(cast, bring(cast, TABLE.encode(), file="list.csv"))
    places.walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    rich = places.service("Old friends", description="Two\nlines", fees="Free to all", url="http://a.example.org",
                          **HALL)  # fmt: skip
    rich["schedules"] = [
        {"id": str(uuid.uuid4()), "freq": "MONTHLY", "byday": "2TU", "opens_at": "10:00:00", "closes_at": "11:00:00"},
        {"id": str(uuid.uuid4()), "freq": "WEEKLY", "byday": "FR"},
    ]
    keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=rich)
    here = Asset.objects.filter(agency=cast.agency).select_related("organisation").order_by("name")

    for made in (table(here), table(here, for_excel=True), workbook(here)):
        brought = bring(cast, made.content, source="Ours", file=made.name)
        plan = plan_of(brought)
        assert [(one.name, one.matched, one.changes) for one in plan.coming if one.changes] == []
        assert len(plan.coming) == 3 and not plan.problems


def test_a_line_changes_what_it_says_and_leaves_the_rest(cast):
    walkers = places.walking_group(by=cast.ben, at=cast.at, agency=cast.agency)

    brought = bring(cast, b"Name,Cost\nTuesday walkers,\xc2\xa32\n", file="list.csv")
    take_in(cast, brought)

    walkers.refresh_from_db()
    assert walkers.document["cost_options"][0]["amount"] == 2
    assert walkers.document["schedules"][0]["byday"] == "TU" and walkers.organisation.name == "Tarrow Walkers"


@pytest.mark.parametrize(
    ("lines", "place", "field"),
    [
        ("Choir,x\n,Chess\n", "line 3", "Name"),
        ("Choir,x\nChoir,y\n", "line 3", ""),
    ],
)
def test_a_line_that_cannot_come_in_is_named(cast, lines, place, field):
    plan = plan_of(bring(cast, f"Name,Description\n{lines}".encode(), file="list.csv"))

    assert [(one.place, one.field) for one in plan.problems] == [(place, field)]


def test_nothing_of_a_table_comes_in_while_one_line_stands_in_the_way(cast):
    brought = bring(cast, b"Name,E-mail\nChess,a@example.org\nChoir,ring us\n", file="list.csv")
    plan = plan_of(brought)
    assert [(one.place, one.field) for one in plan.problems] == [("line 3", "email")]

    with pytest.raises(taking_in.NotLikeThat):
        taking_in.take_in(by=cast.ela, at=cast.at, brought=brought, mark=plan.mark)
    assert not Asset.objects.exists()


def test_columns_can_be_named_otherwise(cast):
    brought = bring(cast, b"A,B\nx,Choir\n", file="list.csv")
    given = {"by": cast.ela, "at": cast.at, "brought": brought}
    for wrong in ({}, {"description": "A"}, {"name": "A", "description": "A"}):
        with pytest.raises(taking_in.NotLikeThat):
            taking_in.name_columns(**given, mapping=wrong)

    taking_in.name_columns(**given, mapping={"name": "B", "fees": "A"})

    assert said(brought) == {"Choir": "new"}
