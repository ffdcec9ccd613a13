"""The diagram on a partnership's own page: what the two put into it, and nothing else."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from connecting_people.guide import diagram
from connecting_people.guide.processes import FACILITATION, FEEDBACK
from connecting_people.home.presenters.circles import circles
from connecting_people.home.presenters.gathering import ON_A_WAY, gather
from connecting_people.home.presenters.voices import voices_of
from connecting_people.journey import actions as journey
from connecting_people.journey.queries import glimpses
from connecting_people.partnership import actions as partnership

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.DEMO = True


def _enter(cast, name, line, days_ago=0, **more):
    at = cast.at - timedelta(days=days_ago)
    day = more.pop("happened_date", at.date())
    return journey.record(
        by=cast.user(name), at=cast.at, partnership=cast.reach(name), kind="note", line=line, happened_date=day, **more
    )


def _circles(cast, name="asha"):
    reached = cast.reach(name)
    voices = voices_of(reached)
    return circles(reached, gather(glimpses(reached), voices), voices, cast.at.date())


def _marks(cast, name="asha", layout="wide"):
    drawing = next(one for one in _circles(cast, name).drawings if one.layout == layout)
    return {mark.part.id: mark for marks in drawing.marks.values() for mark in marks} | drawing.titles


def test_a_process_carries_the_day_on_which_it_was_last_done(cast):
    day = cast.at.date().replace(month=5, day=12)
    _enter(cast, "ben", "Rang the choir together", processes=[FACILITATION.number], happened_date=day)

    marks = _marks(cast)

    assert marks[f"process-{FACILITATION.id}"].when == "12 May"
    assert marks[f"process-{FEEDBACK.id}"].when == ""


def test_each_circle_carries_its_own_persons_words(cast):
    hers = _enter(cast, "asha", "Sang the low part")
    _enter(cast, "ben", "Met the caretaker")

    drawing = _circles(cast).drawings[0]

    assert [" ".join(mark.lines) for mark in drawing.marks["service_user"]] == ["Sang the low part"]
    assert [" ".join(mark.lines) for mark in drawing.marks["practitioner"]] == ["Met the caretaker"]
    assert str(hers.pk) in drawing.marks["service_user"][0].href


def test_a_circle_shows_the_newest_and_no_more_than_there_is_room_for(cast):
    for number in range(ON_A_WAY + 2):
        _enter(cast, "asha", f"Thing {number}", days_ago=number)

    shown = [mark.lines[0] for mark in _circles(cast).drawings[0].marks["service_user"]]

    assert shown == [f"Thing {number}" for number in range(ON_A_WAY)]


def test_what_is_entered_again_in_the_same_words_stands_there_once_for_each_voice(cast):
    for days_ago in range(3):
        _enter(cast, "asha", "Worked on the map", days_ago=days_ago, processes=[FEEDBACK.number])
    _enter(cast, "ben", "Worked on the map", processes=[FEEDBACK.number])
    _enter(cast, "asha", "Sang the low part", days_ago=9)

    told = {one.part.id: [(line.name, line.text) for line in one.lines] for one in _circles(cast).told}

    assert told["service_user"] == [("Asha", "Worked on the map"), ("Asha", "Sang the low part")]
    assert sorted(told[f"process-{FEEDBACK.id}"]) == [("Asha", "Worked on the map"), ("Ben", "Worked on the map")]


def test_the_circles_bear_the_two_names(cast):
    marks = _marks(cast)

    assert marks["service_user"].lines == ("Asha",)
    assert marks["practitioner"].lines == ("Ben",)
    assert marks["brings-service_user"].lines == ("What Asha brings",)


@pytest.mark.parametrize("name", ["W" * 80, "جمعية أصدقاء النهر لدعم الناس في المدينة القديمة وما حولها"])
@pytest.mark.parametrize("layout", ["wide", "narrow"])
def test_an_agencys_name_fits_its_sign_and_is_spoken_whole(cast, name, layout):
    type(cast.agency).objects.filter(pk=cast.agency.pk).update(name=name)

    sign = _marks(cast, layout=layout)["agency"]

    assert sign.box[0] >= 0 and sign.box[2] <= (1200 if layout == "wide" else 360)
    assert name in (sign.spoken, sign.lines[0])


def test_the_barrier_circle_says_what_stands_in_the_way(cast):
    _enter(cast, "asha", "The last bus goes at six", steps=[6])

    drawing = _circles(cast).drawings[0]

    assert " ".join(drawing.notes["barriers"]) == "The last bus goes at six"
    assert [one.lines[0].name for one in _circles(cast).told if one.part is diagram.BARRIERS] == ["Asha"]


def test_what_one_keeps_to_oneself_is_in_nobody_elses_picture(cast):
    before = _circles(cast, "ben")
    _enter(cast, "asha", "Only mine", kept_by=cast.place("asha"), steps=[6], processes=[FEEDBACK.number])

    assert _circles(cast, "ben") == before
    assert "Only mine" in str(_circles(cast, "asha").told)


def test_entries_in_no_process_leave_the_square_as_it_is(cast):
    _enter(cast, "asha", "A quiet week")

    assert all(mark.when == "" for mark in _circles(cast).drawings[0].marks["together"])


def test_an_empty_record_shows_the_model_itself(cast):
    shown = _circles(cast)

    assert [mark.part for mark in shown.drawings[0].marks["service_user"]] == list(diagram.SERVICE_USER_POINTS)
    assert shown.told == ()


def test_every_part_leads_somewhere_that_is_there(client, cast):
    _enter(cast, "asha", "Sang the low part", steps=[4, 6], processes=[FACILITATION.number])
    client.force_login(cast.asha)
    here = f"/partnerships/{cast.partnership.pk}/"
    page = client.get(here).content.decode()
    led = {
        href.replace("&amp;", "&") for href in re.findall(r'<a class="diagram__part[^"]*"[^>]* href="([^"]+)"', page)
    }

    ids = set(re.findall(r' id="([^"]+)"', page))
    assert {href[1:] for href in led if href.startswith("#")} <= ids
    assert {href: client.get(href).status_code for href in led if href.startswith("/")} == {
        href: 200 for href in led if href.startswith("/")
    }


@pytest.mark.parametrize("paused", [True, False])
def test_leaving_and_coming_back_lead_to_what_is_possible_now(client, cast, paused):
    if paused:
        partnership.pause(by=cast.asha, at=cast.at, partnership=cast.reach("asha"), words="")

    marks = _marks(cast)

    possible = marks["any-time-coming-back" if paused else "any-time-leaving"].href
    client.force_login(cast.asha)
    assert possible.startswith("/partnerships/")
    assert client.get(possible).status_code == 200


def test_a_look_in_an_emergency_finds_no_way_to_write(client, cast):
    _enter(cast, "asha", "Sang the low part", processes=[FACILITATION.number])
    partnership.look_urgently(
        by=cast.ela, at=timezone.now(), partnership=cast.partnership, reason="She did not answer the door."
    )
    client.force_login(cast.ela)

    page = client.get(f"/partnerships/{cast.partnership.pk}/").content.decode()

    assert "Sang the low part" in page
    assert "/write/" not in page.split("<main", 1)[1]


def test_three_thousand_entries_cost_one_query(client, cast):
    entry = _enter(cast, "asha", "A long year", processes=[FEEDBACK.number])
    fields = {f.attname: getattr(entry, f.attname) for f in entry._meta.concrete_fields if not f.primary_key}
    type(entry).objects.bulk_create([type(entry)(**fields) for _ in range(2_999)])
    reached = cast.reach("ben")

    with CaptureQueriesContext(connection) as asked:
        gather(glimpses(reached), voices_of(reached))

    assert len(asked) == 1
