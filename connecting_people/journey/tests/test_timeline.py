"""The way so far: by month, whole days, about fifty at a time, and few queries whatever is stored."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.journey.models import Entry
from connecting_people.journey.timeline import Chosen, stretch
from connecting_people.partnership import actions as partnership_actions


def fill(room, days):
    """Store a note for each day, as many as named, without asking each action."""
    asha = room.cast.place("asha")
    Entry.objects.bulk_create(
        Entry(
            agency=room.cast.agency,
            partnership=room.partnership,
            happened_date=day,
            written_at=timezone.now(),
            by=room.cast.asha,
            voice=asha,
            kind="note",
            line=f"Day {number:03}",
            steps=1 << number % 8,
            processes=1 << number % 11,
        )
        for number, day in enumerate(days)
    )


def queries_of(room, query=""):
    client = room.signed_in("asha")
    client.get(room.url("timeline"))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(room.url("timeline") + query).status_code == 200
    return [q["sql"] for q in asked if not re.match(r"BEGIN|COMMIT|(RELEASE )?SAVEPOINT", q["sql"])]


@pytest.mark.parametrize("stored", [5, 300])
def test_ten_queries_whatever_is_stored(room, stored):
    fill(room, [room.days_ago(n) for n in range(stored)])

    assert len(queries_of(room)) <= 10
    assert len(queries_of(room, f"?until={room.days_ago(1)}&step=2")) <= 10
    assert len(queries_of(room, f"?since={room.days_ago(4)}")) <= 10


def test_months_newest_first_and_quiet_ones_not_there(room):
    fill(room, [date(2025, 3, 2), date(2025, 3, 20), date(2024, 11, 5)])

    page = room.get("asha", "timeline").content.decode()

    headings = re.findall(r'month__name">([^<]+)', page)
    assert headings[-2:] == ["March 2025", "November 2024"]
    assert "December 2024" not in page
    assert page.index("Day 001") < page.index("Day 000") < page.index("Day 002")


def test_older_and_newer_go_through_every_entry_once(room):
    fill(room, [room.days_ago(n // 3) for n in range(170)])
    seen, path = [], room.url("timeline")
    client = room.signed_in("asha")
    while path:
        page = client.get(path).content.decode()
        seen += re.findall(r"Day \d{3}", page)
        older = re.search(r'pager__older" href="([^"]+)"', page)
        last, path = path, older and older[1].replace("&amp;", "&")

    assert len(seen) == len(set(seen)) == 170

    back, path = [], last
    while path:
        page = client.get(path).content.decode()
        back += re.findall(r"Day \d{3}", page)
        newer = re.search(r'pager__newer" href="([^"]+)"', page)
        path = newer and newer[1].replace("&amp;", "&")
    assert len(back) == len(set(back)) == 170


def test_a_very_full_day_comes_whole(room):
    fill(room, [room.days_ago(3)] * 70 + [room.days_ago(9)])
    reached = room.cast.reach("asha")

    down = stretch(reached, Chosen())
    rest = stretch(reached, Chosen(until=down.older))
    up = stretch(reached, Chosen(since=rest.newer))

    assert (len(down.entries), len(rest.entries)) == (70, 1)
    assert len(stretch(reached, Chosen(since=room.days_ago(4))).entries) == 70
    assert up.newer is None or up.entries


def test_sifting(room):
    fill(room, [room.days_ago(n) for n in range(11)])
    room.write("ben", "Bens note")
    room.write("asha", "For me alone", kept=True)
    ben = room.cast.place("ben").pk

    step = room.get("asha", "timeline", "?step=1").content.decode()
    process = room.get("asha", "timeline", "?process=11").content.decode()
    voice = room.get("asha", "timeline", f"?voice={ben}").content.decode()
    mine = room.get("asha", "timeline", "?mine=1").content.decode()

    assert set(re.findall(r"Day \d{3}", step)) == {"Day 000", "Day 008"}
    assert set(re.findall(r"Day \d{3}", process)) == {"Day 010"} and "Feedback" in process
    assert "Bens note" in voice and "Day 0" not in voice
    assert "For me alone" in mine and "Day 0" not in mine
    assert "For me alone" not in room.get("ben", "timeline", "?mine=1").content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "?step=99",
        "?step=x",
        "?step=²",
        "?process=0",
        "?voice=x",
        "?until=x",
        "?since=9999-12-31",
        "?until=0001-01-01",
        "?mine",
    ],
)
def test_what_makes_no_sense_still_opens_a_page(room, query):
    assert room.get("asha", "timeline", query).status_code == 200


def test_what_happened_to_the_partnership_is_woven_in(room):
    cast = room.cast
    partnership_actions.pause(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), words="A rest")
    partnership_actions.come_back(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), step=4)
    colleague = partnership_actions.cover(
        by=cast.ben,
        at=timezone.now(),
        partnership=cast.reach("ben"),
        colleague=cast.dev,
        until_date=timezone.now().date() + timedelta(days=5),
    )

    page = room.get("asha", "timeline").content.decode()

    assert "A pause began" in page and "A rest" in page
    assert "Back again, at step 4: Stepping out" in page
    assert "Dev stands in until" in page and colleague
    assert "The two began" in page
    only = room.get("asha", "timeline", "?step=4").content.decode()
    assert "Back again" in only and "A pause began" not in only


def test_printing_has_every_word(room):
    room.write("asha", "long words " * 60)

    short, printed = room.get("ben", "timeline"), room.get("ben", "timeline", "?print=1")

    assert "Read on" in short.content.decode()
    assert "Read on" not in printed.content.decode()
    assert ("long words " * 60).strip() in printed.content.decode()


def test_a_room_above_may_name_a_kind_of_its_own(room):
    room.write("asha", "x", kind="outing_planned")

    assert "Outing planned" in room.get("asha", "timeline").content.decode()
