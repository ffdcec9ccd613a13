"""Files are read within limits, and whatever is the matter is named by line or item, and field."""

import io
import time
import zipfile

import pytest

from connecting_people.community import refusals as limits
from connecting_people.community import tables_in, uploads
from connecting_people.community.refusals import NotTakenIn, Patience
from connecting_people.community.tests.feeds import as_json, page, place, refusals, service, uid, zipped

CHOIR = service("Choir")


def told(*pieces):
    return [(one.field, one.reason) for one in uploads.read(pieces).told]


def names(*pieces):
    return sorted(one["name"] for one in uploads.read(pieces).services.values())


@pytest.mark.parametrize("given", [CHOIR, [CHOIR], {"contents": [CHOIR]}])
def test_a_service_a_list_and_a_page_come_in(given):
    assert names(("anything.json", as_json(given))) == ["Choir"]


def test_pages_come_in_as_several_files_or_as_a_zip():
    pages = {f"page{n}__json": page(service(name), number=n, pages=2, total=2) for n, name in enumerate(("A", "B"), 1)}

    assert names(*[(name.replace("__", "."), content) for name, content in pages.items()]) == ["A", "B"]
    found = uploads.read([("feed.zip", zipped(**pages))])
    assert (len(found.services), found.whole, found.told) == (2, True, [])


def test_what_stands_on_a_list_and_on_a_page_of_its_own_is_one():
    whole = service("Choir", schedules=[{"id": uid("monday"), "byday": "MO"}])

    found = uploads.read([("service_list.json", page(CHOIR)), ("service_full.json", as_json(whole))])

    assert [one["schedules"][0]["byday"] for one in found.services.values()] == ["MO"]
    assert found.told == []


def test_a_place_that_stands_alone_belongs_to_its_service():
    (where,) = place("Choir", "YO1 7HH")

    found = uploads.read([("service_at_location_list.json", page({**where, "service": CHOIR}))])

    assert found.services[uid("Choir")]["service_at_locations"] == [where]


def test_terms_and_taxonomies_of_a_feed_are_kept_once():
    term = {"id": uid("term"), "name": "Singing", "description": "To sing"}
    taxonomy = {"id": uid("taxonomy"), "name": "Needs", "description": "What people need"}
    with_term = service("Choir", attributes=[{"id": uid("attribute"), "taxonomy_term": term}])

    found = uploads.read(
        [("services.json", page(with_term)), ("taxonomy.json", as_json(taxonomy | {"taxonomy_terms": [term]}))]
    )

    assert list(found.taxonomies) == [uid("taxonomy")]
    assert found.terms[uid("term")]["taxonomy_id"] == uid("taxonomy")


def test_what_the_standard_does_not_name_is_kept():
    found = uploads.read([("services.json", page(service("Choir", capacity={"left": [3, None]})))])

    assert found.services[uid("Choir")]["capacity"] == {"left": [3, None]}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"status": "open"}, "status"),
        ({"minimum_age": "twelve"}, "minimum_age"),
        ({"url": "choir"}, "url"),
        ({"id": "12"}, "id"),
        ({"schedules": [{"id": uid("s"), "opens_at": "noonish"}]}, "schedules[1].opens_at"),
        ({"organization": {"id": uid("o"), "name": "O"}}, "description"),
    ],
)
def test_what_does_not_fit_is_named_by_item_and_field(wrong, field):
    found = refusals(("services.json", page(service("Chess"), service("Choir") | wrong)))

    assert [(where, name) for where, name, _reason in found] == [("item 2", field)]
    assert all(reason for _where, _name, reason in found)


@pytest.mark.parametrize("wrong", [3, "Choir", None, ["Choir"]])
def test_an_item_that_is_no_object_is_named(wrong):
    assert [where for where, _field, _reason in refusals(("services.json", page(CHOIR, wrong)))] == ["item 2"]


def test_all_that_is_wrong_is_said_at_once():
    contents = [service(f"Choir {number}") | {"status": "open", "name": ""} for number in range(3)]

    assert len(refusals(("services.json", page(*contents)))) == 6


def test_a_latitude_of_a_hundred_and_another_country_come_in_and_are_told():
    (where,) = place("Choir", "YO1 7HH")
    where["location"] |= {"latitude": 100, "longitude": 101}
    where["location"]["addresses"][0]["country"] = "US"

    found = uploads.read([("services.json", page(service("Choir", service_at_locations=[where])))])

    assert [one.field.rpartition(".")[2] for one in found.told] == ["country", "latitude", "longitude"]
    assert {one.place for one in found.told} == {"item 1"}


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({"total": 31}, ["total_items"]),
        ({"size": 4}, ["size"]),
        ({"first_page": False}, ["first_page"]),
        ({"last_page": False}, ["last_page"]),
        ({"empty": True}, ["empty"]),
        ({"first_page": "yes", "size": None}, ["size", "first_page"]),
        ({"pages": 4, "total": 8}, ["total_items", "total_pages"]),
    ],
)
def test_an_envelope_that_says_what_is_not_so_is_told(said, fields):
    items = [service(f"Choir {number}") for number in range(2)]
    given = page(*items, **said)

    assert sorted(field for field, _reason in told(("services.json", given))) == sorted(fields)


@pytest.mark.parametrize("said", [{"total": 31}, {"pages": 4, "total": 8}])
def test_a_feed_that_may_be_cut_short_ends_no_entry(said):
    assert uploads.read([("services.json", page(CHOIR, **said))]).whole is False
    assert uploads.read([("service.json", as_json(CHOIR))]).whole is False
    assert uploads.read([("services.json", page(CHOIR))]).whole is True


def test_two_accounts_of_one_service_that_differ_are_told():
    other = service("Choir", fees="£3")

    ((field, _reason),) = told(("a.json", page(CHOIR | {"fees": "£2"})), ("b.json", as_json(other)))

    assert field == "fees"


@pytest.mark.parametrize("cut", [20, 300, -1])
def test_a_file_that_is_cut_off_is_named_by_its_line(cut):
    content = page(service("Choir", description="A choir for all\n" * 9)).replace(b", ", b",\n")[:cut]

    ((where, _field, reason),) = refusals(("services.json", content))

    assert where.startswith("line ") and "ends here" in reason


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"contents": [}', "cannot be read as JSON"),
        (b"\xff\xfe\xfd", "letters"),
        (b'{"contents": [NaN]}', "no number"),
        (b'[{"x": 1e999}]', "no number"),
        (b"[" + b"9" * 5000 + b"]", "no number"),
        (b"[" * 100_000, "deeper"),
        (b"[" * 60 + b"]" * 60, "deeper"),
    ],
)
def test_what_is_no_json_or_never_ends_is_said(content, says):
    ((_where, _field, reason),) = refusals(("services.json", content))

    assert says in reason


def test_signs_that_no_database_keeps_are_left_out():
    assert names(("services.json", page(CHOIR | {"name": "Choir\x00\ud800"}))) == ["Choir"]


def test_nothing_that_is_too_large_is_even_unpacked(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    bomb = zipped(services__json=b" " * 50_000_000)
    assert len(bomb) > 1000 or refusals(("feed.zip", bomb))
    monkeypatch.setattr(uploads, "MOST_BYTES", 100_000)

    for file, content in (("feed.zip", bomb), ("services.json", b" " * 100_001)):
        ((_where, _field, reason),) = refusals((file, content))
        assert "larger" in reason


def test_a_zip_of_too_many_files_and_one_that_is_cut_off_are_said(monkeypatch):
    whole = zipped(a__json=page(CHOIR), b__json=page(CHOIR))
    assert "cannot be opened" in refusals(("feed.zip", whole[:-30]))[0][2]
    assert "cannot be opened" in refusals(("feed.zip", b"no zip"))[0][2]
    monkeypatch.setattr(uploads, "MOST_PIECES", 1)
    assert "more" in refusals(("feed.zip", whole))[0][2]


def test_more_services_than_a_directory_has_are_too_many(monkeypatch):
    monkeypatch.setattr("connecting_people.community.gathered.MOST_SERVICES", 2)

    assert "more" in refusals(("services.json", page(*(service(name) for name in "abc"))))[0][2]


def test_reading_ends_when_it_takes_too_long():
    patience = Patience(seconds=-1)

    with pytest.raises(NotTakenIn):
        patience.check("services.json")
    assert limits.MOST_SECONDS < 120 and time.monotonic()


@pytest.mark.parametrize("file", [("notes.docx", b"x"), ("picture.png", b"\x89PNG"), ("empty.zip", zipped(a__txt=b""))])
def test_what_is_no_directory_is_said_to_be_none(file):
    assert "nothing here" in refusals(file)[0][2]


CSV_SET = {
    "services__csv": b"id,organization_id,name,status,minimum_age\n{choir},{council},Choir,active,18\n",
    "organizations__csv": b"id,name,description\n{council},Council,The city council\n",
    "service_at_location__csv": b"id,service_id,location_id\n{place},{choir},{hall}\n",
    "locations__csv": b"id,location_type,latitude,longitude\n{hall},physical,53.9,-1.1\n",
    "addresses__csv": b"id,location_id,address_1,city,state_province,postal_code,country,address_type\n"
    b"{address},{hall},1 Main Street,Tarrow,Tarrowshire,YO1 7HH,GB,physical\n",
    "schedules__csv": b"id,service_id,byday,opens_at\n{monday},{choir},MO,10:30\n",
    "taxonomy_terms__csv": b"id,name,description\n{term},Singing,To sing\n",
    "attributes__csv": b"id,link_id,taxonomy_term_id\n{attribute},{choir},{term}\n",
}


def csv_set(**changed):
    ids = ("choir", "council", "place", "hall", "address", "monday", "term", "attribute")
    files = {}
    for name, content in (CSV_SET | changed).items():
        for id in ids:
            content = content.replace(b"{%s}" % id.encode(), uid(id).encode())
        files[name] = content
    return ("set.zip", zipped(**files))


def test_the_standards_own_set_of_tables_is_put_together():
    (found,) = uploads.read([csv_set()]).services.values()

    assert (found["name"], found["minimum_age"], found["organization_id"]) == ("Choir", 18, uid("council"))
    assert found["schedules"][0]["byday"] == "MO"
    location = found["service_at_locations"][0]["location"]
    assert (location["latitude"], location["addresses"][0]["postal_code"]) == (53.9, "YO1 7HH")
    assert found["attributes"][0]["taxonomy_term"]["name"] == "Singing"


def test_a_fault_in_a_table_of_the_set_is_named_by_its_line():
    wrong = b"id,organization_id,name,status,minimum_age\n\n{choir},{council},Choir,open,twelve\n"

    found = refusals(csv_set(services__csv=wrong))

    assert [(where, field) for where, field, _reason in found] == [("line 3", "status"), ("line 3", "minimum_age")]


def test_a_plain_table_waits_until_its_columns_are_named():
    found = uploads.read([("list.csv", b"Activity;Where\nChoir;Hall\n")])

    assert isinstance(found, uploads.PlainTable)
    assert (found.header, found.rows) == (["Activity", "Where"], [(2, {"Activity": "Choir", "Where": "Hall"})])


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"name,name\na,b\n", "line 1"),
        (b"name\na,b\n", "line 2"),
        (b'name,day\na,"b\n', "line 2"),
        (b"name\n", ""),
        (b"\x00\x01\x02", ""),
    ],
)
def test_a_table_that_cannot_be_read_is_named_by_its_line(content, where):
    ((found, _field, reason),) = refusals(("list.csv", content))

    assert found == where and reason


def excel(*rows):
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_an_excel_file_is_read_as_a_table():
    found = uploads.read([("list.xlsx", excel(["Name", "Cost"], ["Choir", 3.0], [], ["Chess", None]))])

    assert found.rows == [(2, {"Name": "Choir", "Cost": "3"}), (4, {"Name": "Chess"})]


def test_an_excel_file_that_claims_a_billion_cells_is_read_for_what_it_holds():
    whole = excel(["Name"], ["Choir"])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(out, "w") as after:
        for one in before.namelist():
            content = before.read(one)
            if one.endswith("sheet1.xml"):
                content = content.replace(b'<dimension ref="A1:A2"', b'<dimension ref="A1:XFD1048576"')
                content = content.replace(b'<row r="2"', b'<row r="900000"').replace(b'r="A2"', b'r="A900000"')
            after.writestr(one, content)

    found = uploads.read([("list.xlsx", out.getvalue())])

    assert found.rows == [(900_000, {"Name": "Choir"})]


@pytest.mark.parametrize("content", [zipped(a__txt=b"x"), b"PK\x03\x04rubbish"])
def test_an_excel_file_that_is_none_is_said_not_to_open(content):
    assert "cannot be opened" in refusals(("list.xlsx", content))[0][2]


def test_an_excel_file_that_swells_is_stopped(monkeypatch):
    monkeypatch.setattr(tables_in, "MOST_BYTES_IN_ALL", 1000)

    assert "larger" in refusals(("list.xlsx", excel(["Name"], ["Choir"])))[0][2]
