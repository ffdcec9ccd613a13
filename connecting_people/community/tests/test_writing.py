import uuid

from connecting_people.community.entry import OURS, read
from connecting_people.community.rules import Access, Kind
from connecting_people.community.tests.places import WEIR_HALL, service
from connecting_people.community.writing import Place, Rows, Said, filled, merged, new_document, rewritten


def id():
    return str(uuid.uuid4())


def test_what_nobody_spoke_of_stays_word_for_word():
    document = service("Choir", kind=Kind.GROUP, at=WEIR_HALL, days="MO", access=(Access.QUIET,)) | {
        "capacity": {"unknown": [1, None]},
        "phones": [{"id": id(), "number": "1", "languages": [{"id": id(), "name": "Polish"}]}],
        OURS: {"kept": "ours", "first_visit": {"meets": "Sal"}},
    }

    assert rewritten(document, Said()) == document


def test_a_field_with_nothing_in_it_is_taken_away():
    assert filled({"id": "1", "email": "a@b.org", "amount": 3}, {"email": "", "amount": 0}) == {"id": "1", "amount": 0}


def test_a_row_changes_its_own_part_and_keeps_what_the_form_does_not_show():
    old = [{"id": "1", "number": "5", "extension": 9}, {"id": "2", "number": "6"}, {"id": "3", "number": "7"}]

    new = merged(old, Rows(({"id": "1", "number": "55"}, {"number": "8"}), frozenset({"1", "2"})))

    assert new[:2] == [{"id": "1", "number": "55", "extension": 9}, {"id": "3", "number": "7"}]
    assert new[2]["number"] == "8"
    assert uuid.UUID(new[2]["id"])


def test_a_part_that_somebody_took_away_meanwhile_comes_back_as_it_was_typed():
    assert merged([], Rows(({"id": "1", "number": "55"},), frozenset({"1"}))) == [{"id": "1", "number": "55"}]


def test_a_term_that_stays_is_the_attribute_that_it_was():
    document = service("Choir", kind=Kind.GROUP, access=(Access.QUIET, Access.BUS))
    document["attributes"][1]["value"] = "of an older feed"
    other = {"id": id(), "taxonomy_term_id": id(), "value": "somebody else's"}
    document["attributes"].append(other)

    found = rewritten(document, Said(terms={"access": ["quiet", "parking"], "kinds": ["place"]}))

    assert read(found).access == {Access.QUIET, Access.PARKING}
    assert read(found).kind == Kind.PLACE
    assert document["attributes"][1] in found["attributes"]
    assert other in found["attributes"]


def test_access_of_a_place_is_taken_away_where_it_stands_and_not_said_twice():
    document = service("Choir", at=WEIR_HALL)
    location = document["service_at_locations"][0]["location"]
    location["attributes"] = service("x", access=(Access.QUIET, Access.BUS))["attributes"][1:]

    found = rewritten(document, Said(terms={"access": ["bus"]}))

    assert read(found).access == {Access.BUS}
    assert len(found["attributes"]) == 1, "the kind alone"


def test_a_time_stays_with_the_place_where_it_stood():
    document = service("Choir", at=WEIR_HALL)
    document["service_at_locations"][0]["schedules"] = [{"id": "t", "freq": "WEEKLY", "byday": "MO", "x": 1}]

    found = rewritten(document, Said(times=Rows(({"id": "t", "byday": "TU"}, {"byday": "WE"}), frozenset({"t"}))))

    assert found["service_at_locations"][0]["schedules"] == [{"id": "t", "freq": "WEEKLY", "byday": "TU", "x": 1}]
    assert [one["byday"] for one in found["schedules"]] == ["WE"]


def test_the_times_of_a_place_that_goes_are_kept():
    document = service("Choir", at=WEIR_HALL)
    here = document["service_at_locations"][0]
    here["schedules"] = [{"id": "t", "freq": "WEEKLY", "byday": "MO"}]
    time = Rows(({"id": "t"},), frozenset({"t"}))

    found = rewritten(document, Said(times=time, places_shown=frozenset({here["id"]})))

    assert "service_at_locations" not in found
    assert found["schedules"] == [{"id": "t", "freq": "WEEKLY", "byday": "MO"}]


def test_a_place_gets_its_address_and_keeps_what_the_form_does_not_show():
    document = service("Choir", at=WEIR_HALL)
    here = document["service_at_locations"][0]
    here["location"]["external_identifier"] = "100"
    there = Place(here["id"], {"name": "Weir Hall"}, {"address_1": "3 Weir Lane", "city": "Tarrow"})

    found = rewritten(
        document, Said(places=(there, Place("", {"name": "Library"}, {})), places_shown=frozenset({here["id"]}))
    )

    first, second = (one["location"] for one in found["service_at_locations"])
    assert (first["external_identifier"], first["latitude"], first["name"]) == ("100", WEIR_HALL[0], "Weir Hall")
    assert (first["addresses"][0]["address_1"], first["addresses"][0]["country"]) == ("3 Weir Lane", "GB")
    assert (second["name"], second["location_type"]) == ("Library", "physical")
    assert "addresses" not in second

    emptied = rewritten(found, Said(places=(Place(here["id"], {}, {"address_1": "", "city": ""}),)))
    assert "addresses" not in emptied["service_at_locations"][0]["location"]


def test_the_first_contact_is_named_and_one_without_anything_goes():
    said = rewritten(service("Choir"), Said(contact={"name": "Sal", "title": ""}))
    assert said["contacts"][0]["name"] == "Sal"

    assert "contacts" not in rewritten(said, Said(contact={"name": "", "title": ""}))
    with_phone = said | {"contacts": [said["contacts"][0] | {"phones": [{"id": id(), "number": "1"}]}]}
    assert rewritten(with_phone, Said(contact={"name": "", "title": ""}))["contacts"][0]["phones"]


def test_a_new_entry_begins_with_an_id_and_goes_on():
    assert new_document()["status"] == "active"
    assert new_document()["id"] != new_document()["id"]
