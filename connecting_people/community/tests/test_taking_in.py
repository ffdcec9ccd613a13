"""What others know comes in whole or not at all, after a look at what would happen, and can be undone."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.community.actions import taking_in, undoing
from connecting_people.community.actions.assets import keep_asset
from connecting_people.community.copies import table, workbook
from connecting_people.community.entry import OURS
from connecting_people.community.models import (
    Asset,
    AssetVersion,
    Import,
    ImportedAsset,
    Organisation,
    Rating,
    Taxonomy,
    TaxonomyTerm,
)
from connecting_people.community.queries.taking_in import plan_of
from connecting_people.community.rules import ImportState
from connecting_people.community.terms import attributes
from connecting_people.community.tests import places
from connecting_people.community.tests.feeds import bring, page, place, service, take_in, uid
from connecting_people.core.permissions import NotAllowed

pytestmark = pytest.mark.django_db
HALL = {"service_at_locations": place("Choir", "YO1 7HH")}


def said(brought):
    return {one.name: one.matched.value for one in plan_of(brought).coming}


def test_what_is_new_comes_in_with_who_runs_it(cast):
    brought = bring(cast, service("Choir"), service("Chess"))
    assert said(brought) == {"Choir": "new", "Chess": "new"}

    take_in(cast, brought)

    choir = Asset.objects.get(standard_id=uid("Choir"))
    assert (choir.name, choir.version, choir.organisation.name) == ("Choir", 1, "Council")
    assert choir.versions.get().how == "imported"
    assert brought.state == ImportState.BROUGHT_IN
    assert brought.plan["counts"]["new"] == 2


def test_nothing_is_in_the_directory_before_somebody_says_so(cast):
    brought = bring(cast, service("Choir"))
    plan_of(brought)

    assert not Asset.objects.exists() and not Organisation.objects.exists()


def test_the_same_feed_again_is_the_same(cast):
    given = service("Choir", last_modified="2023-03-15T10:30:45.123Z", fees="", **HALL)
    take_in(cast, bring(cast, given))

    again = bring(cast, given | {"last_modified": "2024-01-01T00:00:00Z"})

    assert said(again) == {"Choir": "same"}
    take_in(cast, again)
    assert Asset.objects.get().version == 1


def test_what_is_said_differently_is_shown_with_both_texts(cast):
    take_in(cast, bring(cast, service("Choir", description="We sing", fees="£2")))

    brought = bring(cast, service("Choir", description="We sing and laugh"))

    (coming,) = plan_of(brought).coming
    assert sorted((one.field, one.before, one.after) for one in coming.changes) == [
        ("description", "We sing", "We sing and laugh"),
        ("fees", "£2", ""),
    ]
    take_in(cast, brought)
    assert Asset.objects.get().document["description"] == "We sing and laugh"
    assert AssetVersion.objects.filter(asset__name="Choir").count() == 2


def test_another_organisation_is_a_difference(cast):
    take_in(cast, bring(cast, service("Choir")))
    other = {"id": uid("Church"), "name": "Church", "description": "A church"}

    (coming,) = plan_of(bring(cast, service("Choir", organization=other))).coming

    assert [(one.before, one.after) for one in coming.changes] == [("Council", "Church")]


def test_an_entry_of_our_own_is_known_by_name_and_postcode(cast):
    own = keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=places.service("Choir", **HALL))
    elsewhere = keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=places.service("Chess"))

    brought = bring(cast, service("Choir", **HALL), service("Chess", service_at_locations=place("Chess", "YO1 9ZZ")))

    assert said(brought) == {"Choir": "changed", "Chess": "new"}
    take_in(cast, brought)
    own.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (str(own.standard_id), own.version) == (uid("Choir"), 2)
    assert elsewhere.version == 1


def test_what_the_team_added_stays_when_the_feed_comes_again(cast):
    take_in(cast, bring(cast, service("Choir")))
    choir = Asset.objects.get()
    added = choir.document | {OURS: {"first_visit": "Ask for Ann"}}
    added["attributes"] = attributes(choir.standard_id, "interests", ["singing"])
    keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=added, asset=choir, version=1,
               organisation=choir.organisation)  # fmt: skip

    take_in(cast, bring(cast, service("Choir", fees="£2")))

    choir.refresh_from_db()
    assert choir.document[OURS] == {"first_visit": "Ask for Ann"}
    assert len(choir.document["attributes"]) == 1 and choir.document["fees"] == "£2"


def test_what_has_gone_from_its_source_is_closed_only_when_asked(cast):
    take_in(cast, bring(cast, service("Choir"), service("Chess")))
    take_in(cast, bring(cast, service("Book club"), source="Library"))
    brought = bring(cast, service("Chess"))
    assert [one.name for one in plan_of(brought).gone] == ["Choir"]

    take_in(cast, brought)
    assert Asset.objects.get(name="Choir").status == "active"
    take_in(cast, bring(cast, service("Chess")), close_gone=True)

    assert Asset.objects.get(name="Choir").status == "defunct"
    assert not plan_of(bring(cast, service("Chess"))).gone


def test_a_feed_that_was_cut_short_closes_nothing(cast):
    take_in(cast, bring(cast, service("Choir"), service("Chess")))

    assert not plan_of(bring(cast, page(service("Chess"), total=9))).gone


def test_taxonomies_and_terms_are_kept_and_renewed(cast):
    for name in ("Singing", "Song"):
        detail = {"id": uid("taxonomy"), "name": "Needs", "description": "What people need"}
        term = {"id": uid("term"), "name": name, "description": "To sing", "taxonomy_id": uid("taxonomy")}
        given = [{"id": uid("attribute"), "taxonomy_term": term | {"taxonomy_detail": detail}}]
        take_in(cast, bring(cast, service("Choir", attributes=given)))

    assert TaxonomyTerm.objects.get().name == "Song"
    assert TaxonomyTerm.objects.get().taxonomy == Taxonomy.objects.get()


def test_what_changed_after_the_look_has_to_be_looked_at_again(cast):
    take_in(cast, bring(cast, service("Choir")))
    brought = bring(cast, service("Choir", fees="£2"))
    mark = plan_of(brought).mark
    choir = Asset.objects.get()
    keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=choir.document | {"fees": "£3"}, asset=choir,
               version=1, organisation=choir.organisation)  # fmt: skip

    with pytest.raises(taking_in.NotLikeThat):
        taking_in.take_in(by=cast.ela, at=cast.at, brought=brought, mark=mark)
    assert Asset.objects.get().document["fees"] == "£3"


def test_a_file_is_taken_in_once(cast):
    brought = bring(cast, service("Choir"))
    take_in(cast, brought)

    with pytest.raises(taking_in.NotLikeThat):
        taking_in.take_in(by=cast.ela, at=cast.at, brought=brought, mark="")
    with pytest.raises(taking_in.NotLikeThat):
        taking_in.leave_out(by=cast.ela, at=cast.at, brought=brought)


def test_what_is_left_out_is_not_kept(cast):
    brought = bring(cast, service("Choir"))

    taking_in.leave_out(by=cast.ela, at=cast.at, brought=brought)

    assert (Import.objects.get().state, Import.objects.get().plan) == (ImportState.DROPPED, {})


def test_an_import_is_undone_as_a_whole(cast):
    take_in(cast, bring(cast, service("Choir", fees="£2"), service("Chess")))
    later = bring(cast, service("Choir", fees="£3"), service("Book club"))
    take_in(cast, later, close_gone=True)

    undoing.undo(by=cast.ela, at=timezone.now(), brought=later)

    assert Asset.objects.get(name="Choir").document["fees"] == "£2"
    assert Asset.objects.get(name="Chess").status == "active"
    assert not Asset.objects.filter(name="Book club").exists()
    assert Import.objects.get(pk=later.pk).state == ImportState.UNDONE
    assert Asset.objects.get(name="Choir").versions.order_by("-number").first().how == "undone"


def test_who_runs_it_is_put_back_too(cast):
    take_in(cast, bring(cast, service("Choir")))
    renamed = {"id": uid("Council"), "name": "City Council", "description": "The city"}
    church = {"id": uid("Church"), "name": "Church", "description": "A church"}
    later = bring(cast, service("Choir", organization=renamed), service("Chess", organization=church))
    take_in(cast, later)

    undoing.undo(by=cast.ela, at=timezone.now(), brought=later)

    assert [one.name for one in Organisation.objects.all()] == ["Council"]


def test_what_was_new_and_has_something_hanging_on_it_is_marked_as_closed(cast):
    brought = bring(cast, service("Choir"), service("Chess"))
    take_in(cast, brought)
    choir = Asset.objects.get(name="Choir")
    Rating.objects.create(agency=cast.agency, asset=choir, by=cast.asha, rater="service_user", light="green",
                          signed=True, at=cast.at)  # fmt: skip

    undoing.undo(by=cast.ela, at=timezone.now(), brought=brought)

    assert [(one.name, one.status) for one in Asset.objects.all()] == [("Choir", "defunct")]
    assert Organisation.objects.count() == 1


def test_what_was_changed_since_cannot_be_undone_and_is_named(cast):
    brought = bring(cast, service("Choir"), service("Chess"))
    take_in(cast, brought)
    choir = Asset.objects.get(name="Choir")
    keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=choir.document | {"fees": "£3"}, asset=choir,
               version=1, organisation=choir.organisation)  # fmt: skip

    with pytest.raises(taking_in.NotLikeThat, match="Choir"):
        undoing.undo(by=cast.ela, at=timezone.now(), brought=brought)
    assert Asset.objects.count() == 2


def test_what_another_file_brought_too_stays(cast):
    first, second = bring(cast, service("Choir")), bring(cast, service("Choir"), source="Library")
    take_in(cast, first)
    take_in(cast, second)

    undoing.undo(by=cast.ela, at=timezone.now(), brought=first)
    assert Asset.objects.get().status == "active"
    undoing.undo(by=cast.ela, at=timezone.now(), brought=second)

    assert Asset.objects.get().status == "active"


def test_what_was_not_taken_in_cannot_be_undone(cast):
    with pytest.raises(taking_in.NotLikeThat):
        undoing.undo(by=cast.ela, at=cast.at, brought=bring(cast, service("Choir")))


@pytest.mark.parametrize("who", ["asha", "ben", "femi", "kit", "ivan", "jo"])
def test_only_who_may_bring_in_does_any_of_it(cast, who):
    brought, taken = bring(cast, service("Choir")), bring(cast, service("Chess"))
    take_in(cast, taken)
    given = {"by": cast.user(who), "at": cast.at}
    for act in (
        lambda: taking_in.bring(**given, agency=cast.agency, source="x", name="x", found=None),
        lambda: taking_in.name_columns(**given, brought=brought, mapping={}),
        lambda: taking_in.leave_out(**given, brought=brought),
        lambda: taking_in.take_in(**given, brought=brought, mark=plan_of(brought).mark),
        lambda: undoing.undo(**given, brought=taken),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_what_is_done_is_entered(cast):
    brought = bring(cast, service("Choir"))
    take_in(cast, brought)
    undoing.undo(by=cast.ela, at=timezone.now(), brought=brought)

    acts = set(Event.objects.filter(target_id=brought.pk).values_list("act", flat=True))
    assert acts == {"community: file taken in", "community: file undone"}


def test_many_come_in_in_few_queries(cast):
    def queries(count: int) -> int:
        brought = bring(cast, *(service(f"Choir {count} {number}", **HALL) for number in range(count)))
        mark = plan_of(brought).mark
        with CaptureQueriesContext(connection) as asked:
            taking_in.take_in(by=cast.ela, at=cast.at + timedelta(hours=1), brought=brought, mark=mark)
        return len(asked)

    queries(2)
    assert queries(150) - queries(30) <= 10  # SQLite takes some sixty rows at a time


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


def test_what_it_did_is_known_for_each_entry(cast):
    take_in(cast, bring(cast, service("Choir")))
    take_in(cast, bring(cast, service("Choir"), service("Chess")))

    rows = ImportedAsset.objects.order_by("brought__pk", "asset__name").values_list("asset__name", "matched")
    assert sorted(rows) == [("Chess", "new"), ("Choir", "new"), ("Choir", "same")]


def test_our_own_feed_brought_back_names_no_organisation_that_is_only_the_agency(cast, client):
    keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=places.service("Choir", **HALL))
    feed = client.get(f"/api/open-referral-uk/{cast.agency.pk}/services?full=true").content

    assert said(bring(cast, feed)) == {"Choir": "same"}
