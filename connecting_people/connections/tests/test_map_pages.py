from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from connecting_people.connections.actions import bringing
from connecting_people.connections.actions import connections as actions
from connecting_people.connections.actions import photos as photo_actions
from connecting_people.connections.models import BroughtFile, ConnectionState, MapSettings, PaperMap, Tie
from connecting_people.connections.queries.maps import network_of
from connecting_people.connections.refusals import NotTakenIn
from connecting_people.connections.rules import State
from connecting_people.connections.tests.maps import add, edit, seen
from connecting_people.connections.tests.pages import address, fill, signed_in
from connecting_people.connections.tests.pictures import PNG, photo
from connecting_people.core.london import day_of
from tests.cast import Cast

pytestmark = pytest.mark.django_db
READ = ["map", "list", "over_time", "what_it_says", "photo"]
OF_ONE = ["edit", "end", "take_off", "forget"]


@pytest.fixture(autouse=True)
def _no_second_factor(settings: Any) -> None:
    settings.DEMO = True


def test_lines_are_drawn_and_taken_away(cast: Cast) -> None:
    howard, meera = add(cast, "asha", "Howard"), add(cast, "asha", "Meera")
    client = signed_in(cast, "asha")
    pair = {"one": howard, "other": meera, "back": "connection"}

    page = client.post(address(cast, "tie"), pair, follow=True)
    assert "They know each other." in page.text
    assert "Meera" in page.text
    client.post(address(cast, "untie"), pair)
    assert not network_of(cast.reach("asha")).ties
    assert "Choose two" in client.post(address(cast, "tie"), {"one": howard}, follow=True).text
    assert "two different" in client.post(address(cast, "tie"), pair | {"other": howard}, follow=True).text
    assert Tie.objects.count() == 1


def test_one_step_back_and_forth(cast: Cast) -> None:
    client = signed_in(cast, "asha")
    howard = add(cast, "asha", "Howard")
    client.post(address(cast, "move"), {"connection": howard, "step": "closer"})

    assert "Howard moved" in client.get(address(cast, "list")).text
    client.post(address(cast, "undo"))
    assert seen(cast, "asha")["Howard"].ring == 2
    client.post(address(cast, "redo"))
    assert seen(cast, "asha")["Howard"].ring == 1
    assert "nothing to take back" in client.post(address(cast, "redo"), follow=True).text
    edit(cast, "ben", howard, ring=3)
    assert "stays as it is" in client.post(address(cast, "undo"), follow=True).text


def test_rings_parts_and_looks_are_chosen(cast: Cast) -> None:
    client = signed_in(cast, "asha")
    chosen = {"rings": "4", "sectors": "yes", "ring_1": "Heart", "sector_friends": "Mates", "version": "0"}

    client.post(address(cast, "settings"), chosen)
    stale = client.post(address(cast, "settings"), chosen | {"rings": "5"})
    client.post(address(cast, "settings"), {"colour_by": "feeling", "text": "large"})

    assert MapSettings.objects.get().ring_names == ["Heart"]
    assert stale.status_code == 422
    page = client.get(address(cast, "settings")).text
    assert "Heart" in page
    assert "Mates" in page
    fill(cast)
    assert "Heart" in client.get(address(cast, "map")).text


def test_then_and_now_stand_side_by_side(cast: Cast) -> None:
    then = cast.at - timedelta(days=30)
    howard = add(cast, "asha", "Howard", at=then)
    add(cast, "asha", "Gone", at=then)
    gone = ConnectionState.objects.get(name="Gone").connection_id
    now = timezone.now()
    client = signed_in(cast, "asha")
    client.post(address(cast, "move"), {"connection": howard, "step": "closer"})
    actions.stand(by=cast.asha, at=now, partnership=cast.reach("asha"), connection_id=gone, state=State.ENDED)
    add(cast, "asha", "Meera")
    add(cast, "asha", "Auntie", remembered_later=True)

    page = client.get(address(cast, "over_time")).text

    for words in ("New on the map", "Remembered later", "Came closer", "No longer part of it"):
        assert words in page
    assert "Close, then Very close" in page
    day = day_of(then).isoformat()
    assert "Nobody came, left or moved" in client.get(f"{address(cast, 'over_time')}?then={day}&now={day}").text
    assert "Stability" in client.get(f"{address(cast, 'over_time')}?figures=yes").text.title()
    assert client.get(f"{address(cast, 'over_time')}?then=never&now=9999-01-01").status_code == 200


def test_the_map_is_put_into_numbers_only_when_asked_for(cast: Cast) -> None:
    fill(cast)
    client = signed_in(cast, "asha")

    quiet = client.get(address(cast, "what_it_says")).text
    told = client.get(f"{address(cast, 'what_it_says')}?show=yes").text

    assert "Burt 1992" not in quiet
    assert "Burt 1992" in told
    assert "Not asked" in told


def test_an_empty_map_has_no_numbers(cast: Cast) -> None:
    told = signed_in(cast, "asha").get(f"{address(cast, 'what_it_says')}?show=yes").text

    assert told.count("Not asked") > 10


def test_a_photo_stands_as_the_map_of_its_day(cast: Cast) -> None:
    client = signed_in(cast, "asha")
    day = day_of(cast.at)
    given = {"map_date_day": day.day, "map_date_month": day.month, "map_date_year": day.year, "says": "Of thread"}

    client.post(address(cast, "photo"), {**given, "photo": SimpleUploadedFile("IMG.jpg", PNG)})

    paper = PaperMap.objects.get()
    assert (paper.media, bytes(paper.content)) == ("image/png", PNG)
    sent = signed_in(cast, "ben").get(address(cast, "paper", paper_id=paper.pk))
    assert (sent.content, sent["Content-Type"], sent["X-Content-Type-Options"]) == (PNG, "image/png", "nosniff")
    assert sent["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert "IMG" not in sent["Content-Disposition"]
    assert "Of thread" in signed_in(cast, "ben").get(address(cast, "photo")).text
    assert signed_in(cast, "ben").post(address(cast, "take_off_photo", paper_id=paper.pk)).status_code == 404
    client.post(address(cast, "take_off_photo", paper_id=paper.pk))
    assert not PaperMap.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.jpg", b"", "nothing in this file"),
        ("a.svg", b"<svg onload='x'/>", "not a photo"),
        ("a.png", PNG[:40], "cut off"),
        ("a.png", PNG + b"0" * (8 * 1024 * 1024), "larger than 8 MB"),
    ],
)
def test_what_is_no_photo_is_said(cast: Cast, name: str, content: bytes, says: str) -> None:
    given = {"map_date_day": 1, "map_date_month": 1, "map_date_year": 2024, "photo": SimpleUploadedFile(name, content)}

    page = signed_in(cast, "asha").post(address(cast, "photo"), given)

    assert page.status_code == 422
    assert says in page.text
    assert not PaperMap.objects.exists()


def test_a_photo_that_one_keeps_is_not_there_for_the_other(cast: Cast) -> None:
    kept = photo_actions.add_photo(
        by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), photo=photo(), map_date=day_of(cast.at),
        to_oneself=True,
    )  # fmt: skip

    assert signed_in(cast, "ben").get(address(cast, "paper", paper_id=kept.pk)).status_code == 404
    assert str(kept.pk) not in signed_in(cast, "ben").get(address(cast, "photo")).text
    assert signed_in(cast, "asha").get(address(cast, "paper", paper_id=kept.pk)).status_code == 200


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("map.svg", b"<svg"),
        ("tables.zip", b"PK"),
        ("tables-for-excel.zip", b"PK"),
        ("map.graphml", b"<?xml"),
        ("changes.csv", b"from,to"),
        ("changes-for-excel.csv", b"\xef\xbb\xbffrom"),
    ],
)
def test_the_map_leaves_as_a_file_whose_name_says_nothing(cast: Cast, form: str, begins: bytes) -> None:
    fill(cast)
    client = signed_in(cast, "ben")

    sent = client.get(address(cast, "copy", form=form))

    assert sent.content.startswith(begins)
    assert sent["Content-Disposition"].startswith("attachment")
    assert sent["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "Asha" not in sent["Content-Disposition"]
    assert client.get(f"{address(cast, 'copy', form=form)}?days=all").status_code == 200
    assert client.get(address(cast, "copy", form="map.exe")).status_code == 404


def upload(cast: Cast, client: Client, text: str, name: str = "people.csv") -> Any:
    return client.post(address(cast, "bring_in"), {"file": SimpleUploadedFile(name, text.encode())})


def test_a_table_is_looked_at_and_then_comes_in(cast: Cast) -> None:
    client = signed_in(cast, "asha")
    answer = upload(cast, client, "name,kind,closeness\nHoward,friend,1\nMeera,family,close\n")
    page = client.get(answer.url).text
    assert "Howard" in page
    assert not ConnectionState.objects.exists()
    assert client.post(answer.url, {}).status_code == 422

    done = client.post(answer.url, {"who": "both"}, follow=True)

    assert "2 new" in done.text
    assert [(node.name, node.kind, node.ring) for node in network_of(cast.reach("ben")).nodes] == [
        ("Howard", "friends", 1),
        ("Meera", "family", 2),
    ]
    assert not BroughtFile.objects.exists()


def test_what_comes_in_can_stay_ones_own(cast: Cast) -> None:
    client = signed_in(cast, "asha")
    answer = upload(cast, client, "name\nHoward\n")

    client.post(answer.url, {"who": "oneself"})

    assert seen(cast, "ben") == {}
    assert seen(cast, "asha")["Howard"].kept


def test_lines_that_stand_in_the_way_are_named_and_nothing_comes_in(cast: Cast) -> None:
    page = upload(cast, signed_in(cast, "asha"), "name,kind\nHoward,friend\n,family\nMeera,dragon\n")

    assert page.status_code == 422
    assert "There is no name on this line." in page.text
    assert "dragon" in page.text
    assert not BroughtFile.objects.exists()


def test_a_file_can_be_left_out_and_is_nobody_elses(cast: Cast) -> None:
    client = signed_in(cast, "asha")
    answer = upload(cast, client, "name\nHoward\n")

    assert signed_in(cast, "ben").get(answer.url).status_code == 404
    client.post(answer.url, {"leave_out": "yes"})
    assert not BroughtFile.objects.exists()
    assert client.get(answer.url).status_code == 404


def test_a_map_that_filled_up_meanwhile_takes_nothing_in(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    client = signed_in(cast, "asha")
    answer = upload(cast, client, "name\nHoward\n")
    monkeypatch.setattr("connecting_people.connections.bringing.MOST_CONNECTIONS", 0)

    page = client.post(answer.url, {"who": "both"})

    assert "holds up to 500" in page.text
    assert not ConnectionState.objects.exists()
    assert BroughtFile.objects.exists()
    with pytest.raises(NotTakenIn):
        bringing.take_in(
            by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), file=BroughtFile.objects.get()
        )


ODD = [
    "<script>alert(1)</script>",
    "👩‍👩‍👧 🐕",
    "أمي العزيزة",
    "a" * 200,
    '"><img src=x onerror=y>',
    "{{ 7*7 }}",
    "=1+1",
]


def test_every_name_shows_as_typed_and_breaks_nothing(cast: Cast) -> None:
    client = signed_in(cast, "asha")
    for name in ODD:
        client.post(address(cast, "add"), {"name": name, "kind": "friends", "ring": "1", "symbol": "🐕"})

    assert set(seen(cast, "asha")) == set(ODD)
    for name in READ:
        page = client.get(address(cast, name))
        assert page.status_code == 200
        assert "<script>alert(1)" not in page.text
        assert "onerror=y>" not in page.text.replace("onerror=y&gt;", "")
    assert "أمي العزيزة" in client.get(address(cast, "list")).text
    for form in ("map.svg", "map.graphml", "tables.zip", "changes.csv"):
        assert client.get(address(cast, "copy", form=form)).status_code == 200
    assert b"'=1+1" in client.get(address(cast, "copy", form="changes.csv")).content


@pytest.mark.parametrize("name", ["map", "list"])
def test_a_page_with_150_people_asks_no_more_than_ten_questions(
    cast: Cast, name: str, django_assert_max_num_queries: Any
) -> None:
    client = signed_in(cast, "ben")
    rows = "".join(f"Person {number},friend,{number % 3 + 1}\n" for number in range(150))
    answer = upload(cast, client, f"name,kind,closeness\n{rows}")
    client.post(answer.url, {"who": "both"})
    client.get(address(cast, name))

    with django_assert_max_num_queries(10):
        page = client.get(address(cast, name))

    assert page.text.count('class="link__name"') == 150


def test_what_is_not_there_is_not_there(cast: Cast) -> None:
    client = signed_in(cast, "asha")
    for name in ("connection", *OF_ONE, "share_own"):
        assert client.get(address(cast, name, connection_id=uuid4())).status_code == 404
    assert client.post(address(cast, "move"), {"connection": uuid4(), "step": "closer"}).status_code == 404
    assert client.get(address(cast, "paper", paper_id=uuid4())).status_code == 404
    assert client.get(address(cast, "brought", file_id=uuid4())).status_code == 404
