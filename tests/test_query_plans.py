"""No page reads more of the database than its own partnership or directory, whatever else is stored."""

import re
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from connecting_people.community.tests.places import walking_group
from connecting_people.journey import actions as journey

PAGES = [
    ("asha", "home:partnership"),
    ("ben", "home:partnership"),
    ("asha", "journey:timeline"),
    ("asha", "home:first"),
    ("ben", "home:first"),
    ("ela", "home:first"),
    ("asha", "journey:who_looked"),
    ("ben", "journey:promises"),
    ("ben", "journey:skills"),
    ("ben", "journey:own"),
    ("ben", "getting_started:start"),
    ("asha", "connections:map"),
    ("ben", "connections:list"),
    ("asha", "connections:over_time"),
    ("ben", "connections:photo"),
    ("cora", "journey:shared"),
    ("ela", "home:agency"),
    ("kit", "home:audit"),
]
OF_THE_AREA = [
    *(("asha", f"community:{page}") for page in ("find", "asset", "place", "seasons", "gaps", "my_ratings", "told")),
    *(("ben", f"community:{page}") for page in ("asset", "to_do", "contacts", "who_knows", "ratings_waiting")),
    *(("ben", f"community:{page}") for page in ("improvements", "organisations", "proposals", "areas", "files")),
]
QUESTION = "?q=walking&day=TU&free=on"
# These are no walks: one row made of nothing, the index of words, and what another line has found by an index.
NO_WALK = re.compile(r"CONSTANT ROW|VIRTUAL TABLE INDEX|^SCAN subquery$")
# An index on one of these holds the entries of a whole agency, or nearly all that there are, under one value.
TOO_WIDE = re.compile(r"journey_entry_(agency|by|kept_by)_id|audit_event_agency_id_\w+ \(agency_id=\?\)$")


@pytest.fixture
def plans(client, cast, settings):
    if connection.vendor != "sqlite":
        pytest.skip("reads SQLite's plans; PostgreSQL chooses by what is stored")
    settings.DEMO = True
    here = cast.reach("ben")
    journey.ask(by=cast.ben, at=timezone.now(), partnership=here, words="Shall we try the choir?")
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)

    def address_of(page: str) -> str:
        if page == "community:asset":
            return reverse(page, kwargs={"agency_id": cast.agency.pk, "asset_id": walkers.pk})
        if page.startswith("community:"):
            return reverse(page, kwargs={"agency_id": cast.agency.pk}) + (QUESTION if page == "community:find" else "")
        whole = page in ("home:first", "home:agency", "home:audit")
        return reverse(page, kwargs={} if whole else {"partnership_id": cast.partnership.pk})

    def of(name: str, page: str) -> list[tuple[str, list[str]]]:
        asked: list[tuple[str, Any]] = []

        def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            if sql.startswith("SELECT"):
                asked.append((sql, params))
            return execute(sql, params, many, context)

        client.force_login(cast.user(name))
        with connection.execute_wrapper(note):
            assert client.get(address_of(page)).status_code == 200
        return [(sql, _plan(sql, params)) for sql, params in asked]

    return of


def _plan(sql: str, params: Any) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        return [row[3] for row in cursor.fetchall()]


@pytest.mark.parametrize(("name", "page"), [*PAGES, *OF_THE_AREA])
def test_no_page_walks_through_a_table(plans, name, page):
    for sql, plan in plans(name, page):
        for line in plan:
            assert not line.startswith("SCAN") or NO_WALK.search(line), (line, sql)
            assert not TOO_WIDE.search(line), (line, sql)


@pytest.mark.parametrize("name", ["asha", "ben"])
def test_the_first_page_finds_what_waits_by_an_index_of_its_own(plans, name):
    used = " ".join(line for _, plan in plans(name, "home:first") for line in plan)

    assert "entries_proposed" in used
    assert "entries_to_confirm" in used
    assert "entries_by_kind" in used
    assert "entries_by_day" not in used
