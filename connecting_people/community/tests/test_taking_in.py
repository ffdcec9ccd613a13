"""What others know comes in whole or not at all, after a look at what would happen, and can be undone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.community.actions import taking_in, undoing
from connecting_people.community.actions.assets import keep_asset
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


def test_what_it_did_is_known_for_each_entry(cast):
    take_in(cast, bring(cast, service("Choir")))
    take_in(cast, bring(cast, service("Choir"), service("Chess")))

    rows = ImportedAsset.objects.order_by("brought__pk", "asset__name").values_list("asset__name", "matched")
    assert sorted(rows) == [("Chess", "new"), ("Choir", "new"), ("Choir", "same")]


def test_our_own_feed_brought_back_names_no_organisation_that_is_only_the_agency(cast, client):
    keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=places.service("Choir", **HALL))
    feed = client.get(f"/api/open-referral-uk/{cast.agency.pk}/services?full=true").content

    assert said(bring(cast, feed)) == {"Choir": "same"}
