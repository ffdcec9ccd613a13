"""The pages of files: what goes out, what comes in, and what is said when something is the matter."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from connecting_people.community.models import Asset, Import
from connecting_people.community.tests.feeds import as_json, bring, page, service, take_in
from connecting_people.community.tests.places import service as own
from connecting_people.community.tests.places import walking_group

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def ela(cast):
    client = Client()
    client.force_login(cast.ela)
    return client


def address(cast, name, **more):
    return reverse(f"community:{name}", kwargs={"agency_id": cast.agency.pk, **more})


def send(client, cast, *files, source="Council", **more):
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(address(cast, "bring_in"), {"chosen": chosen, "source": source, **more})


def test_a_feed_is_brought_looked_at_taken_in_and_undone(cast, ela):
    seen = send(ela, cast, ("services.json", page(service("Choir"), service("Chess"))))
    plan = ela.get(seen.url).content.decode()
    assert "What would happen" in plan and "Choir" in plan and not Asset.objects.exists()
    mark = plan.split('name="mark" value="')[1].split('"')[0]

    done = ela.post(seen.url, {"mark": mark}, follow=True).content.decode()
    assert "It is in the directory." in done and Asset.objects.count() == 2
    undo = address(cast, "import_undo", import_id=Import.objects.get().pk)
    assert "Undo what came in?" in ela.get(undo).content.decode()
    ela.post(undo)
    assert not Asset.objects.exists()


def test_several_files_come_in_together(cast, ela):
    files = [(f"{n}.json", page(service(name), number=n, pages=2, total=2)) for n, name in enumerate(("A", "B"), 1)]

    send(ela, cast, *files)

    assert len(Import.objects.get().plan["services"]) == 2


def test_a_table_leads_to_its_columns_first(cast, ela):
    seen = send(ela, cast, ("list.csv", b"Activity,Thing\nChoir,x\n"))
    assert seen.url.endswith("/columns/")
    assert "Activity" in ela.get(seen.url).content.decode()

    nameless = ela.post(seen.url, {"name": ""})
    assert nameless.status_code == 422 and "Say which column holds the name" in nameless.content.decode()
    on = ela.post(seen.url, {"name": "Thing"})

    assert '<bdi class="coming__name">x</bdi>' in ela.get(on.url).content.decode()


def test_what_stands_in_the_way_is_named_and_nothing_typed_is_lost(cast, ela):
    seen = send(ela, cast, ("services.json", page(service("Choir") | {"status": "open"})), source="My council")

    said = seen.content.decode()
    assert seen.status_code == 422
    assert "item 1" in said and "status" in said and "My council" in said
    assert not Import.objects.exists()


def test_a_line_that_stands_in_the_way_leaves_only_the_way_back(cast, ela):
    brought = bring(cast, b"Name,E-mail\nChoir,ring us\n", file="list.csv")

    said = ela.get(address(cast, "import_plan", import_id=brought.pk)).content.decode()

    assert "It cannot come in like this" in said and "line 2" in said
    assert "Bring nothing in" in said and ">Bring it in<" not in said


def test_what_changed_after_the_look_is_shown_again(cast, ela):
    brought = bring(cast, service("Choir"))

    seen = ela.post(address(cast, "import_plan", import_id=brought.pk), {"mark": "of before"})

    assert seen.status_code == 422 and "look again" in seen.content.decode()


def test_nothing_comes_in_when_it_is_left_out(cast, ela):
    brought = bring(cast, service("Choir"))

    seen = ela.post(address(cast, "import_plan", import_id=brought.pk), {"leave_out": "yes"}, follow=True)

    assert "Nothing came in" in seen.content.decode()
    assert ela.get(address(cast, "import_plan", import_id=brought.pk)).status_code == 404


def test_a_double_click_takes_in_once(cast, ela):
    brought = bring(cast, service("Choir"))
    here = address(cast, "import_plan", import_id=brought.pk)
    form = ela.get(here).content.decode()
    once = form.split('name="once" value="')[1].split('"')[0]
    mark = form.split('name="mark" value="')[1].split('"')[0]

    first, second = (ela.post(here, {"mark": mark, "once": once}) for _ in range(2))

    assert (first.status_code, second.status_code, first.url) == (302, 302, second.url)


def test_an_undo_that_cannot_be_says_why(cast, ela):
    brought = bring(cast, service("Choir"))
    take_in(cast, brought)
    Asset.objects.update(version=7)

    seen = ela.post(address(cast, "import_undo", import_id=brought.pk))

    assert seen.status_code == 422 and "Choir" in seen.content.decode()


def test_what_somebody_calls_an_entry_is_text_on_every_page(cast, ela):
    name = "<script>alert(1)</script>"
    brought = bring(cast, service(name), source=name, file="<b>.json")

    for where in (address(cast, "import_plan", import_id=brought.pk), address(cast, "files")):
        assert "<script>alert" not in ela.get(where).content.decode()


def test_the_first_visit_says_what_the_place_is_for(cast, ela):
    said = ela.get(address(cast, "files")).content.decode()

    assert "Your council or another service may have a list" in said


def test_who_keeps_the_directory_but_may_not_bring_in_sees_only_what_goes_out(cast):
    client = Client()
    client.force_login(cast.ben)

    said = client.get(address(cast, "files")).content.decode()

    assert "Take the directory with you" in said and "Bring a directory in" not in said


RISKY = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]


def risky(cast):
    from connecting_people.community.actions.assets import keep_asset

    for number, text in enumerate(RISKY):
        document = own(f"{text} choir {number}", description=text)
        keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=document)


def test_no_cell_of_a_table_is_a_formula(cast, ela):
    risky(cast)

    for form in ("directory.csv", "directory-for-excel.csv"):
        content = ela.get(address(cast, "copy", form=form)).content.decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(content, newline="")))
        assert len(rows) == 7
        assert all(cell[:1] not in list("=+-@\t\r") for row in rows for cell in row if cell)


def test_no_cell_of_a_workbook_is_a_formula(cast, ela):
    from openpyxl import load_workbook

    risky(cast)
    response = ela.get(address(cast, "copy", form="directory.xlsx"))

    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet.max_row == 7 and {cell.data_type for row in sheet.rows for cell in row} <= {"s", "n"}
    assert not [cell.value for row in sheet.rows for cell in row if cell.data_type == "f"]


def test_all_that_entries_say_goes_out_for_programs_and_comes_in_again(cast, ela):
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)

    response = ela.get(address(cast, "copy", form="services.json"))

    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    seen = send(ela, cast, ("services.json", response.content), source="Ours")
    assert "All of it is in the directory already" in ela.get(seen.url).content.decode()
    assert as_json(response.json())


def test_there_is_no_copy_of_another_form(cast, ela):
    assert ela.get(address(cast, "copy", form="directory.exe")).status_code == 404
