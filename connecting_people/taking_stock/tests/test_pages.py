import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connecting_people.connections.tests import maps
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.journey.rules import Outcome
from connecting_people.partnership import actions as partnership
from connecting_people.plans.tests.goals import set_goal
from connecting_people.stepping_out.actions.planning import Again
from connecting_people.stepping_out.tests.outings import plan
from connecting_people.taking_stock.models import StockView
from connecting_people.taking_stock.tests.stocks import (
    CHANGE,
    KEEP,
    STOP,
    address,
    by,
    of_connection,
    of_goal,
    of_outing,
    of_support,
    seen_by,
    signed_in,
    stock,
    text_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def field(answer):
    return {f"choice_{answer.key}": answer.choice.value, f"why_{answer.key}": answer.why}


def main_of(page):
    return re.sub(r"<[^>]+>", " ", page[page.index("<main") : page.index("</main>")])


def room(cast, who):
    return text_of(signed_in(cast, who), address(cast, "room"))


def test_an_empty_page_says_what_it_is_for_and_offers_the_first_step(cast):
    page = room(cast, "asha")

    assert "either of you can begin" in page and address(cast, "say") in page


def test_two_taps_and_it_stands_there_for_both(cast):
    goal = set_goal(cast, words="Sing more")

    went_on = signed_in(cast, "asha").post(address(cast, "say"), field(of_goal(goal, STOP, "No more dates")))

    assert went_on["Location"] == address(cast, "one", view_id=StockView.objects.get().pk)
    page = main_of(room(cast, "ben"))
    assert "Sing more" in page and "No more dates" in page and "To leave behind" in page


def test_what_was_chosen_is_still_there(cast):
    goal = set_goal(cast)
    stock(cast, "asha", of_goal(goal, CHANGE, "Fewer people"), words="A good month")

    page = text_of(signed_in(cast, "asha"), address(cast, "say"))

    assert re.search(r'value="change" checked', page)
    assert "Fewer people" in page and "A good month" in page


def test_what_one_chose_last_time_stands_beside_the_thing_and_is_not_chosen_again(cast):
    goal = set_goal(cast)
    stock(cast, "asha", of_goal(goal, STOP), days_ago=20)

    page = text_of(signed_in(cast, "asha"), address(cast, "say"))

    assert "Last time: Stop" in page and 'value="stop" checked' not in page


def test_an_empty_form_says_what_is_enough(cast):
    answer = signed_in(cast, "asha").post(address(cast, "say"), {"words": ""})

    assert answer.status_code == 422 and "A few are enough" in answer.content.decode()


def test_why_without_what_asks_for_it_and_loses_nothing(cast):
    goal = set_goal(cast)

    answer = signed_in(cast, "asha").post(address(cast, "say"), {f"why_{of_goal(goal).key}": "It rains"})

    assert answer.status_code == 422
    assert "Choose keep, change or stop, too" in answer.content.decode() and "It rains" in answer.content.decode()


def test_a_stale_form_shows_both_and_can_then_be_kept(cast):
    client = signed_in(cast, "asha")
    stock(cast, "asha", of_support(STOP), words="From the phone")

    answer = client.post(address(cast, "say"), {"words": "From the desk", "seen": ""})

    page = answer.content.decode()
    assert answer.status_code == 422 and "From the phone" in page and "From the desk" in page
    again = {"words": "From both", "seen": seen_by(cast, "asha")}
    assert client.post(address(cast, "say"), again).status_code == 302


def test_what_is_worth_keeping_comes_first_and_what_is_seen_differently_beside(cast):
    keep, differ, stop = (set_goal(cast, words=words) for words in ("Choir", "Walks", "Bingo"))
    stock(cast, "asha", of_goal(stop, STOP), of_goal(differ, STOP), of_goal(keep, KEEP))
    stock(cast, "ben", of_goal(differ, KEEP))

    page = main_of(room(cast, "ben"))

    words = ("Worth keeping", "Choir", "Seen differently", "Walks", "To leave behind", "Bingo")
    assert [page.index(some) for some in words] == sorted(page.index(some) for some in words)


def test_stop_offers_the_next_act_where_it_is_done(cast):
    goal = set_goal(cast)
    choir = plan(cast, words="Choir", days=-7, again=Again(1, timezone.localdate() + timedelta(days=21)))
    howard = maps.add(cast, "asha", "Howard")
    stock(cast, "asha", of_goal(goal, STOP), of_outing(choir, STOP), of_connection(howard, STOP), of_support(STOP))

    page = room(cast, "ben")
    here = {"partnership_id": cast.partnership.pk}
    assert reverse("plans:move", kwargs={**here, "goal_id": goal.pk}) in page
    assert "/stop/" in page and "Call off the ones to come" in page
    assert reverse("connections:end", kwargs={**here, "connection_id": howard}) in page
    assert reverse("journey:support", kwargs=here) in page


def test_change_and_keep_lead_on_too(cast):
    goal = set_goal(cast)
    visit = plan(cast, words="The weir", days=-2)
    howard = maps.add(cast, "asha", "Howard")
    stock(cast, "asha", of_goal(goal, CHANGE), of_outing(visit, KEEP), of_connection(howard, CHANGE))

    page = room(cast, "asha")
    here = {"partnership_id": cast.partnership.pk}
    assert reverse("plans:change_plan", kwargs={**here, "goal_id": goal.pk}) in page
    assert reverse("stepping_out:plan", kwargs=here) in page
    assert reverse("connections:edit", kwargs={**here, "connection_id": howard}) in page


def test_kept_to_oneself_it_is_not_there_for_the_other_until_it_is_shown(cast):
    client = signed_in(cast, "asha")
    client.post(address(cast, "say"), {"words": "Between me and me", "to_oneself": "on"})
    view = StockView.objects.get()

    assert "Between me and me" not in room(cast, "ben")
    assert signed_in(cast, "ben").get(address(cast, "one", view_id=view.pk)).status_code == 404

    client.post(address(cast, "share", view_id=view.pk))

    assert "Between me and me" in room(cast, "ben")


def test_shown_twice_is_shown_once(cast):
    view = stock(cast, "asha", of_support(), to_oneself=True)
    client = signed_in(cast, "asha")

    for _ in range(2):
        assert client.post(address(cast, "share", view_id=view.pk)).status_code == 302


def test_what_was_shared_offers_no_keeping_any_more(cast):
    stock(cast, "asha", of_support())

    assert "Keep this to myself" not in text_of(signed_in(cast, "asha"), address(cast, "say"))


def test_a_practitioner_writes_down_what_the_person_says_when_they_sit_together(cast):
    stock(cast, "ben", of_support())
    asha = cast.place("asha")
    page = address(cast, "say_for", place_id=asha.pk)
    assert page in room(cast, "ben")

    signed_in(cast, "ben").post(page, {"words": "It is fine as it is"})

    assert "Said by Asha, written down by Ben" in room(cast, "ben")
    assert Entry.objects.get(words="It is fine as it is").voice_id == asha.pk


def test_once_the_person_spoke_nobody_is_asked_to_write_for_them(cast):
    stock(cast, "asha", of_support())

    assert address(cast, "say_for", place_id=cast.place("asha").pk) not in room(cast, "ben")


@pytest.mark.parametrize(("who", "whose"), [("asha", "ben"), ("ben", "cora")])
def test_nobody_writes_for_anybody_else(cast, who, whose):
    page = address(cast, "say_for", place_id=cast.place(whose).pk)

    assert signed_in(cast, who).get(page).status_code == 404


def test_what_the_record_says_since_the_last_one_is_shown_as_ways_to_it(cast):
    early = timezone.now() - timedelta(days=60)
    journey.give_feedback(**by(cast, "asha", early), words="Long ago")
    stock(cast, "ben", of_support(), days_ago=30)
    promise = journey.promise(**by(cast, "ben"), words="I will ring the hall", who=cast.place("ben"))
    promise.partnership = cast.reach("ben")
    journey.settle_promise(**by(cast, "ben"), promise=promise, outcome=Outcome.KEPT)
    journey.see_skill(**by(cast, "ben"), seen_in=cast.place("asha"), name="Patience")
    journey.give_feedback(**by(cast, "asha"), words="You listen")

    page = main_of(room(cast, "asha"))

    assert "I will ring the hall" in page and "Done" in page
    assert "Patience" in page and "You listen" in page and "Long ago" not in page


def test_past_stock_takes_stay_with_their_day(cast):
    old = stock(cast, "asha", of_support(STOP), words="In the winter", days_ago=40)
    stock(cast, "asha", of_support(KEEP), words="In the spring")

    page = room(cast, "ben")

    assert "In the spring" in page and "In the winter" not in page
    assert address(cast, "one", view_id=old.pk) in page
    assert "In the winter" in text_of(signed_in(cast, "ben"), address(cast, "one", view_id=old.pk))


def test_an_urgent_look_reads_and_offers_nothing_to_do(cast):
    stock(cast, "asha", of_goal(set_goal(cast, words="Sing more"), STOP))
    partnership.look_urgently(
        by=cast.ela, at=timezone.now(), partnership=cast.partnership, reason="Nobody has been able to reach her today"
    )

    page = room(cast, "ela")

    assert "Sing more" in page
    assert address(cast, "say") not in page and "/move/" not in page


def test_the_page_of_step_5_leads_here_and_shows_it(cast):
    stock(cast, "asha", words="The choir stays")

    step = text_of(
        signed_in(cast, "ben"), reverse("home:step", kwargs={"partnership_id": cast.partnership.pk, "number": 5})
    )

    assert address(cast, "room") in step and "The choir stays" in step


def test_the_entry_in_the_record_leads_to_the_stock_take(cast):
    view = stock(cast, "asha", words="The choir stays")
    here = {"partnership_id": cast.partnership.pk, "entry_id": view.entry_id}

    assert address(cast, "one", view_id=view.pk) in text_of(
        signed_in(cast, "ben"), reverse("journey:entry", kwargs=here)
    )


def test_nothing_is_scored(cast):
    stock(cast, "asha", *(of_goal(set_goal(cast, words=f"Goal {name}")) for name in "abc"))

    assert not re.search(r"\d+ ?%|\b\d+ of \d+|score", main_of(room(cast, "ben")), re.I)


@pytest.mark.parametrize("page", ["room", "say"])
def test_much_costs_no_more_queries_than_little(cast, page, django_assert_max_num_queries):
    goals = [set_goal(cast, words=f"Goal {number}") for number in range(8)]
    for number in range(8):
        plan(cast, words=f"Walk {number}", days=-number - 1)
        maps.add(cast, "asha", f"Friend {number}")
    for days in (60, 40, 20):
        stock(cast, "asha", *(of_goal(goal) for goal in goals), days_ago=days)
        stock(cast, "ben", *(of_goal(goal, STOP) for goal in goals), days_ago=days)
    client = signed_in(cast, "ben")
    client.get(address(cast, page))

    with django_assert_max_num_queries(24):
        client.get(address(cast, page))


def test_what_gets_in_the_way_is_written_down_in_one_tap_with_what_it_is_about(cast):
    goal, visit = set_goal(cast, words="Sing more"), plan(cast, words="The weir", days=-2)
    howard = maps.add(cast, "asha", "Howard")
    stock(cast, "asha", of_goal(goal, CHANGE), of_outing(visit, STOP), of_connection(howard, KEEP), of_support(KEEP))
    client, notice = signed_in(cast, "ben"), reverse("barriers:notice", kwargs={"partnership_id": cast.partnership.pk})

    page = room(cast, "ben")

    for asked in (f"goal={goal.pk}", f"outing={visit.pk}", f"connection={howard}"):
        assert f"{notice}?{asked}" in page
        assert re.search(rf'value="{asked.split("=")[1]}" (selected|checked)', text_of(client, f"{notice}?{asked}"))
