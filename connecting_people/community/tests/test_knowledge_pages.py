"""The pages of what the team knows: what they show, to whom, and what they never show."""

import re
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connecting_people.community.actions import checking, contacts, gaps
from connecting_people.community.models import Asset, CheckTurn, LocalContact, Problem, Touch
from connecting_people.community.rules import Wrong
from connecting_people.community.tests.known import known, place, places, to
from connecting_people.community.tests.places import walking_group
from connecting_people.people import actions as people

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.DEMO = True


def test_a_contact_is_added_from_the_page_of_a_place(cast, see, send):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    add = to(cast, "contact_add", asset_id=walkers.pk)
    assert add in see("ben", to(cast, "asset", asset_id=walkers.pk))
    assert "Tarrow Walkers, who run it" in see("ben", add)

    send("ben", add, name="Priya", where="organisation", approach="Ask for a first walk")

    kept = LocalContact.objects.get()
    assert (kept.name, kept.asset, kept.organisation, kept.team) == ("Priya", None, walkers.organisation, cast.team)
    assert "Priya" in see("dev", to(cast, "asset", asset_id=walkers.pk))


def test_a_contact_without_a_name_keeps_what_was_typed(cast, send):
    answer = send("ben", to(cast, "contact_add", asset_id=place(cast).pk), name=" ", approach="Ask for a tour")

    assert answer.status_code == 422
    assert "Ask for a tour" in answer.content.decode()


def test_somebody_without_a_team_chooses_among_all(cast, see, send):
    people.make_team(by=cast.gwen, at=cast.at, agency=cast.agency, name="West team")
    add = to(cast, "contact_add", asset_id=place(cast).pk)

    assert "West team" in see("gwen", add)
    assert send("gwen", add, name="Sam").status_code == 422
    assert send("gwen", add, name="Sam", team=str(cast.team.pk)).status_code == 302


def test_in_touch_today_is_one_tap(cast, see, send):
    sam = known(cast, place(cast))
    here = to(cast, "contact", contact_id=sam.pk)
    assert "I was in touch today" in see("dev", here)
    token = str(uuid.uuid4())
    for _ in range(2):
        assert send("dev", to(cast, "contact_touch", contact_id=sam.pk), once=token).url == here

    assert Touch.objects.count() == 1
    assert "Dev" in see("ben", here)


def test_a_word_too_long_about_being_in_touch_is_not_lost(cast, send):
    sam = known(cast, place(cast))
    answer = send("dev", to(cast, "contact_touch", contact_id=sam.pk), words="x" * 1001)

    assert answer.status_code == 422
    assert "x" * 1001 in answer.content.decode()


def test_when_two_change_a_contact_both_texts_are_shown_and_the_second_is_kept_knowingly(cast, send):
    sam = known(cast, place(cast))
    here = to(cast, "contact", contact_id=sam.pk)
    send("dev", here, name="Sam Reed", version=1)

    late = send("ben", here, name="Samira", version=1)
    text = late.content.decode()
    assert late.status_code == 422 and "Sam Reed" in text and "Samira" in text

    assert send("ben", here, name="Samira", version=2).status_code == 302
    assert LocalContact.objects.get().name == "Samira"


def test_the_list_is_by_keeper_and_by_place_and_says_kindly_who_has_not_been_heard_of(cast, see):
    hall, pool = places(cast, "Weir Hall", "Pool")
    sam, kim = known(cast, hall), known(cast, pool, "dev", "Kim")
    LocalContact.objects.filter(pk=kim.pk).update(touched_date=timezone.localdate() - timedelta(days=183))
    contacts.touch(by=cast.ben, at=timezone.now(), contact=sam)

    by_keeper = see("ben", to(cast, "contacts"))
    assert by_keeper.index(">You<") < by_keeper.index(">Dev<")
    assert by_keeper.count("A short hello keeps the door open") == 1
    by_place = see("ben", to(cast, "contacts") + "?by=place")
    assert by_place.index(">Pool<") < by_place.index(">Weir Hall<")


def test_an_empty_list_says_what_it_is_for(cast, see):
    assert "Find a place" in see("ben", to(cast, "contacts"))
    assert "It begins with the first contact" in see("ben", to(cast, "who_knows"))


def test_whom_nobody_keeps_is_taken_on_in_one_tap(cast, see, send):
    sam = known(cast, place(cast))
    people.switch_off(by=cast.gwen, at=timezone.now(), agency=cast.agency, user_id=cast.ben.pk)
    assert "Nobody keeps these now" in see("dev", to(cast, "contacts"))

    send("dev", to(cast, "contact_take_on", contact_id=sam.pk))

    assert "Nobody keeps these now" not in see("dev", to(cast, "contacts"))
    assert LocalContact.objects.get().kept_by == cast.dev


def test_an_ended_contact_has_no_page(cast, see, send):
    sam = known(cast, place(cast))
    assert "Do we no longer know Sam at the desk at Weir Hall?" in see(
        "dev", to(cast, "contact_end", contact_id=sam.pk)
    )
    send("dev", to(cast, "contact_end", contact_id=sam.pk))

    see("dev", to(cast, "contact", contact_id=sam.pk), 404)


def test_the_picture_and_its_list_say_what_hangs_on_one_person(cast, see):
    hall, pool = places(cast, "Weir Hall", "Pool")
    known(cast, hall), known(cast, hall, "dev", "Kim"), known(cast, pool, "dev", "Lee")

    page = see("ela", to(cast, "who_knows"))
    assert page.count('class="who-knows__word"') == 1
    assert re.search(r"Only Dev knows somebody at.*?Pool", page, re.S)
    assert "Ben, Dev" in page


def test_a_second_who_was_in_touch_holds_it_up_unless_they_are_gone(cast, see):
    sam = known(cast, place(cast))
    contacts.touch(by=cast.dev, at=timezone.now(), contact=sam)
    assert "What hangs on one person" not in see("ela", to(cast, "who_knows"))

    people.switch_off(by=cast.gwen, at=timezone.now(), agency=cast.agency, user_id=cast.dev.pk)
    assert "What hangs on one person" in see("ela", to(cast, "who_knows"))


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit"])
def test_whoever_does_not_keep_the_directory_sees_the_same_with_and_without_contacts(cast, see, who):
    hall = place(cast)
    addresses = [to(cast, "asset", asset_id=hall.pk), to(cast, "find"), to(cast, "gaps"), to(cast, "told")]
    before = [see(who, one) for one in addresses]
    sam = known(cast, hall)
    contacts.touch(by=cast.ben, at=timezone.now(), contact=sam, words="They remember us")
    problem = checking.say_wrong(by=cast.ben, at=cast.at, asset=hall, wrong=Wrong.OTHER, words="No ramp")
    checking.settle(by=cast.dev, at=timezone.now(), problem=problem, outcome="Done")

    assert [see(who, one) for one in addresses] == before
    assert "This is wrong" in before[0] and "Still right" not in before[0]


def test_this_weeks_list_is_made_by_the_first_look_and_done_in_two_taps(cast, see, send):
    places(cast, "Weir Hall", "Pool", "Park")
    page = see("ben", to(cast, "to_do"))
    assert page.count("Could not reach them") == 3
    mine = CheckTurn.objects.filter(user=cast.ben).first()

    answer = send("ben", to(cast, "check", asset_id=mine.asset_id), found="right", back="to_do")

    assert answer.url == to(cast, "to_do")
    assert "Yours are done for this week" in see("ben", to(cast, "to_do"))
    assert "1 of this week’s 3" in see("dev", to(cast, "to_do"))


def test_progress_is_of_entries_and_names_nobody(cast, see):
    places(cast, "Weir Hall", "Pool", "Park")
    page = see("ben", to(cast, "to_do"))

    assert not re.search(r"\b(Ben|Dev|Ela)\b", page)


def test_a_quiet_week_says_when_something_would_come(cast, see):
    assert "Nothing waits to be checked this week" in see("ben", to(cast, "to_do"))


def test_what_changed_is_written_in_the_entry_and_until_then_the_team_is_told(cast, see, send):
    hall = place(cast)
    answer = send("ben", to(cast, "check", asset_id=hall.pk), found="changed")

    assert answer.status_code == 302 and str(hall.pk) in answer.url
    assert "Ben found that something has changed" in see("dev", to(cast, "asset", asset_id=hall.pk))


def test_a_tap_that_says_nothing_changes_nothing(cast, send):
    hall = place(cast)
    assert send("ben", to(cast, "check", asset_id=hall.pk), found="closed").url == to(cast, "asset", asset_id=hall.pk)
    assert Asset.objects.get().checked_date is None


def test_closed_in_two_taps(cast, see, send):
    hall = place(cast)
    here = to(cast, "closed", asset_id=hall.pk)
    assert "Closed for good" in see("ben", here)
    assert send("ben", here, version=1).status_code == 422
    send("ben", here, version=1, status="temporarily closed")

    assert Asset.objects.get().status == "temporarily closed"
    stale = send("ben", here, version=1, status="defunct")
    assert stale.status_code == 422 and "changed this entry just now" in stale.content.decode()


def test_who_told_us_reads_what_came_of_it_and_the_team_never_sees_who(cast, see, send):
    hall = place(cast)
    assert send("asha", to(cast, "wrong", asset_id=hall.pk), wrong="other").status_code == 422
    assert send("asha", to(cast, "wrong", asset_id=hall.pk), wrong="other", words="No ramp").url == to(cast, "told")
    problem = Problem.objects.get()
    settle = to(cast, "problem_settle", problem_id=problem.pk)
    for address in (to(cast, "asset", asset_id=hall.pk), to(cast, "to_do"), settle):
        page = see("dev", address)
        assert "Asha" not in page and "No ramp" in page

    send("dev", settle, outcome="Thank you. The ramp is at the back.")

    assert "The ramp is at the back." in see("asha", to(cast, "told"))
    assert "No ramp" not in see("cora", to(cast, "told"))
    late = send("ben", settle, outcome="Rang them")
    text = late.content.decode()
    assert late.status_code == 422 and "Rang them" in text and "The ramp is at the back." in text


def test_an_entry_that_does_not_fit_says_so_before_it_is_closed(cast, send):
    hall = place(cast)
    Asset.objects.update(document=hall.document | {"name": ""})
    answer = send("ben", to(cast, "closed", asset_id=hall.pk), version=1, status="defunct")

    assert answer.status_code == 422 and "Put it right in the entry first" in answer.content.decode()


def test_whom_the_team_knows_at_an_organisation_is_written_down_there(cast, see, send):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    send("dev", to(cast, "contact_add_there", organisation_id=walkers.organisation_id), name="Priya")

    assert LocalContact.objects.get().organisation == walkers.organisation
    assert "Tarrow Walkers" in see("ben", to(cast, "contacts"))


@pytest.mark.parametrize("name", ["contacts", "who_knows", "to_do", "gaps", "told"])
def test_lists_ask_the_database_as_often_for_many_as_for_few(cast, client, name, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def fill(*names):
        for one in places(cast, *names):
            known(cast, one)
            contacts.touch(by=cast.dev, at=timezone.now(), contact=known(cast, one, "dev", "Kim"))
            checking.say_wrong(by=cast.ben, at=cast.at, asset=one, wrong=Wrong.CLOSED, words="Shut")
            gaps.add_gap(by=cast.ben, at=cast.at, agency=cast.agency, need=f"More like {one.name}")

    client.force_login(cast.ben)
    address = to(cast, name)
    fill("Hall")
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(address)
    fill("Pool", "Park", "Café", "Club")
    with django_assert_num_queries(len(few)):
        client.get(address)
    assert len(few) <= 16


@pytest.mark.parametrize("name", ["contacts", "who_knows", "to_do", "gaps", "add_gap", "told"])
def test_titles_say_nothing_private(cast, client, name):
    known(cast, place(cast))
    client.force_login(cast.ben)
    title = client.get(to(cast, name)).content.decode().split("<title>")[1].split("</title>")[0]

    assert "Sam" not in title and "Weir" not in title


def test_leaving_and_switching_off_lead_to_what_waits(cast, see):
    membership = cast.ben.memberships.get()
    waits = reverse("home:handing_over", args=[cast.agency.pk, cast.ben.pk])

    assert waits in see("ben", reverse("people:leave_team", args=[membership.pk]))
    assert waits in see("gwen", reverse("people:switch_off", args=[cast.agency.pk, cast.ben.pk]))
