"""How the files of the invented place are read."""

from datetime import date

import pytest

from connecting_people.community.demo.blocks import Block, block, blocks
from connecting_people.community.demo.documents import ENTRY_FIELDS, Writer
from connecting_people.community.demo.ground import Ground, Neighbourhood, contains, read_ground, read_venues
from connecting_people.community.demo.hours import hours, season
from connecting_people.community.entry import ours_in, read
from connecting_people.community.rules import Access, Kind, Status
from connecting_people.community.standard import faults
from connecting_people.core.demo import PlayError

TODAY = date(2026, 3, 18)
SQUARE = Neighbourhood(
    "riverside", "The Square", False, (50, 50), ((0, 0), (100, 0), (100, 100), (0, 100)), ("TY1 1",), 5
)
HALL = "hall | The Hall | 1 Hall Lane | 50,40 | step-free, quiet | Tea."


def ground() -> Ground:
    return Ground([SQUARE], read_venues(blocks(HALL, "venues.txt", frozenset())))


def entry(text: str) -> Block:
    (found,) = blocks(text, "places.txt", ENTRY_FIELDS)
    return found


def written(text: str) -> dict:
    return Writer("riverside", ground(), date(2026, 1, 5), TODAY).entry(entry(text))


def times(when: str) -> list[dict]:
    found = entry(f"Walk | group\nwhen: {when}")
    return [one.schedule for one in hours(found, Writer("r", ground(), TODAY, TODAY).day, TODAY)]


def test_a_block_has_a_first_line_fields_and_words():
    found = entry("Choir | group | The Singers\ncost: free\nA choir.\nNo audition.")

    assert (found.name, found.part(1), found.part(2), found.part(3)) == ("Choir", "group", "The Singers", "")
    assert (found.get("cost"), found.get("when"), found.words) == ("free", "", "A choir. No audition.")


def test_remarks_and_empty_lines_are_no_blocks():
    found = list(blocks("# A remark\n\n\nChoir | group\n\n", "places.txt", ENTRY_FIELDS))

    assert [(one.name, one.where) for one in found] == [("Choir", "places.txt, line 4")]


@pytest.mark.parametrize("row", ["wehn: sat 10:00-11:00", "cost: £3"])
def test_a_field_that_is_not_known_or_stands_twice_is_named_with_file_and_line(row):
    with pytest.raises(PlayError, match=r"places\.txt, line 3: .* is not a field here, or stands twice"):
        entry(f"Choir | group\ncost: free\n{row}")


def test_an_entry_says_everything_in_the_words_of_the_standard():
    document = written(
        "Choir | group\nat: hall\nwhen: wed 19:00-20:30\ncost: £2 a week; companion free\nlikes: singing\n"
        "access: large-print\nfor: Anyone.\nages: 16+\nspeaks: Polish\nring: 347 Gethin\nmail: choir\nlink: choir\n"
        "meets: Gethin.\nbring: Nothing.\ninside: yes\nfunding: Raffles; subs\nA choir."
    )
    found = read(document)

    assert list(faults(document, "service")) == []
    assert (found.name, found.kind, found.interests, found.languages) == (
        "Choir",
        Kind.GROUP,
        ("singing",),
        ("Polish",),
    )
    assert found.access == {Access.STEP_FREE, Access.QUIET, Access.LARGE_PRINT}
    assert (found.days, found.free, found.minimum_age) == ({"WE"}, False, 16)
    assert document["contacts"][0]["phones"][0]["number"] == "01632 960347"
    assert (document["email"], document["url"], document["fees"]) == (
        "choir@example.org",
        "https://choir.example.org",
        "Companion free",
    )
    assert [one["source"] for one in document["funding"]] == ["Raffles", "subs"]
    assert ours_in(document) == {
        "eligibility": "Anyone.",
        "first_visit": {"meets": "Gethin.", "bring": "Nothing.", "facilities": "Tea."},
        "inside_services": True,
    }


def test_an_address_has_the_closest_postcode():
    (place,) = written("Choir | group\nat: hall")["service_at_locations"]
    (address,) = place["location"]["addresses"]

    assert address["postal_code"] in ground().postcodes
    assert (address["address_1"], address["city"]) == ("1 Hall Lane", "Tarrowby")


def test_what_is_not_said_is_left_out():
    assert set(written("Choir | group")) == {"id", "name", "status", "assured_date", "attributes"}


def test_a_place_of_its_own_needs_no_list():
    document = written("Bench | place\nat: The bench | Towpath | 20,20 | quiet\nA bench.")

    assert len(read(document).points) == 1
    assert read(document).access == {Access.QUIET}


def test_a_time_can_belong_to_one_of_two_places():
    van = "Van | service\nat: hall; The green | Green | 10,10\nwhen: mon 10:00-11:00 @hall; tue 10:00-11:00"
    document = written(van)

    assert [one.get("schedules") is not None for one in document["service_at_locations"]] == [True, False]
    assert read(document).days == {"MO", "TU"}


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ("weekdays 09:00-17:00", {"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR"}),
        ("1st fri 19:00-23:00", {"freq": "MONTHLY", "byday": "1FR"}),
        ("last sun", {"freq": "MONTHLY", "byday": "-1SU"}),
        ("every 2 wed", {"interval": 2, "dtstart": "2025-01-06"}),
        ("wed in may-sep", {"valid_from": "2026-05-01", "valid_to": "2026-09-30"}),
        ("wed from +3 until today+9", {"valid_from": "2026-03-21", "valid_to": "2026-03-27"}),
        ("wed (term time)", {"description": "term time"}),
    ],
)
def test_times_are_written_as_one_says_them(when, says):
    (found,) = times(when)

    assert says.items() <= found.items()


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        ("jan", "feb", (date(2027, 1, 1), date(2027, 2, 28))),
        ("oct", "mar", (date(2025, 10, 1), date(2026, 3, 31))),
        ("mar", "dec", (date(2026, 3, 1), date(2026, 12, 31))),
    ],
)
def test_a_season_is_the_one_that_is_now_or_comes_next(first, last, span):
    assert season(first, last, TODAY) == span


@pytest.mark.parametrize(
    "row",
    [
        "when: someday",
        "when: mon 10:00-11:00 @elsewhere",
        "at: nowhere",
        "at: The bench | Towpath",
        "at: The bench | Towpath | here",
        "at: The bench | Towpath | 1,1 | comfortable",
        "likes: flying",
        "access: comfortable",
        "ages: old",
        "speaks: Elvish",
        "status: asleep",
        "ring: 01904 123456",
    ],
)
def test_what_cannot_be_understood_is_named_with_its_line(row):
    with pytest.raises(PlayError, match=r"^places\.txt, line 1: "):
        written(f"Choir | group\n{row}")


def test_a_kind_that_is_none_is_named():
    with pytest.raises(PlayError, match=r"places\.txt, line 1: party is no kind"):
        written("Choir | party")


def test_an_edit_changes_the_fields_that_it_names_and_takes_empty_ones_away():
    before = entry("Choir | group\ncost: free\nalert: Late.\nA choir.")
    asked = block(["cost: £2", "alert:"], "edits", 1, ENTRY_FIELDS, head="Choir")
    after = before.changed(asked)

    assert (after.get("cost"), after.get("alert"), after.words, after.part(1)) == ("£2", "", "A choir.", "group")


def test_an_entry_that_closed_says_so():
    found = read(written("Choir | group\nstatus: defunct\nends: +3"))

    assert (found.status, found.ends) == (Status.DEFUNCT, date(2026, 1, 8))


def test_an_outline_can_follow_the_river():
    text = "River\ncourse: 0,0 10,10 20,0\n\nBank | riverside\nmiddle: 10,20\noutline: river 2-0; 0,50 20,50"
    (bank,) = read_ground(blocks(text, "ground.txt", frozenset({"middle", "outline", "course"})))

    assert bank.outline == ((20, 0), (10, 10), (0, 0), (0, 50), (20, 50))
    assert contains(bank.outline, bank.middle)
    assert not contains(bank.outline, (10, 5))
