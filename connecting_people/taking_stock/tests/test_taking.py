from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone

from connecting_people.connections.actions import connections
from connecting_people.connections.facts import Facts
from connecting_people.connections.models import Connection, ConnectionState
from connecting_people.connections.tests import maps
from connecting_people.core.permissions import NotAllowed
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry, Wording
from connecting_people.journey.rules import Support
from connecting_people.plans.rules import GoalState
from connecting_people.plans.tests.goals import set_goal
from connecting_people.stepping_out.actions.planning import Again
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.rules import OutingState
from connecting_people.stepping_out.tests.outings import plan
from connecting_people.taking_stock import queries
from connecting_people.taking_stock.actions import taking
from connecting_people.taking_stock.actions.taking import Answer, NothingSaid, StaleStock, share, take
from connecting_people.taking_stock.models import StockAnswer, StockView
from connecting_people.taking_stock.permissions import can_change, can_read, visible_to
from connecting_people.taking_stock.queries.takes import before, days_of, is_own, open_view, take_with, view_in
from connecting_people.taking_stock.rules import About
from connecting_people.taking_stock.tests.stocks import (
    CHANGE,
    KEEP,
    STOP,
    by,
    of_connection,
    of_goal,
    of_outing,
    of_support,
    seen_by,
    stock,
    there,
)
from connecting_people.taking_stock.words import name_of

pytestmark = pytest.mark.django_db


def names(cast, who):
    return [one.name for one in there(cast, who)]


def chosen(cast, who):
    return {one.name: one.choice for one in queries.latest(cast.reach(who)).views[-1].said}


def test_there_is_what_was_tried_lately_goals_on_their_way_the_map_and_the_support(cast):
    plan(cast, words="Choir", days=-3)
    plan(cast, words="Long ago", days=-120)
    plan(cast, words="To come", days=3)
    set_goal(cast, words="Sing more")
    maps.add(cast, "asha", "Howard")

    assert names(cast, "asha") == ["Choir", "Sing more", "Howard", ""]


def test_a_series_is_one_thing(cast):
    plan(cast, words="Choir", days=-21, again=Again(1, timezone.localdate() + timedelta(days=21)))

    (choir, _support) = there(cast, "ben")

    assert choir.when == timezone.localdate()


def test_nothing_is_there_that_somebody_else_keeps(cast):
    plan(cast, words="Choir", days=-3, to_oneself=True)
    set_goal(cast, words="Sing more", to_oneself=True)
    connections.add(**by(cast, "asha"), facts=Facts("Howard"), to_oneself=True)

    assert names(cast, "ben") == [""]
    assert len(names(cast, "asha")) == 4


def test_each_says_what_to_keep_change_or_stop_and_why(cast):
    goal, howard = set_goal(cast), maps.add(cast, "asha", "Howard")

    stock(cast, "asha", of_goal(goal, STOP, "I have had enough of dates"), of_connection(howard), words="A good spring")
    stock(cast, "ben", of_goal(goal, KEEP))

    (take_now,) = queries.all_of(cast.reach("ben"))
    asha, ben = take_now.views
    assert [(one.choice, one.why) for one in asha.said] == [(STOP, "I have had enough of dates"), (KEEP, "")]
    assert asha.words == "A good spring"
    assert [one.choice for one in ben.said] == [KEEP]


def test_the_record_has_it_in_step_5_with_the_way_to_it(cast):
    view = stock(cast, "asha", of_support())

    entry = Entry.objects.get(kind="stock_take")
    assert entry.steps == 1 << 4
    assert (entry.target_page, entry.target_id) == ("taking_stock:one", view.pk)
    assert entry.line == "What to keep, change or stop"


def test_words_alone_are_a_whole_stock_take(cast):
    stock(cast, "asha", words="It goes well, leave it")

    assert queries.latest(cast.reach("ben")).views[0].words == "It goes well, leave it"


def test_neither_choice_nor_words_is_nothing(cast):
    with pytest.raises(NothingSaid):
        stock(cast, "asha", words="  ")


def test_saying_stop_stops_nothing(cast):
    goal, outing, howard = set_goal(cast), plan(cast, days=0), maps.add(cast, "asha", "Howard")

    stock(cast, "asha", of_goal(goal, STOP), of_outing(outing, STOP), of_connection(howard, STOP), of_support(STOP))

    goal.refresh_from_db()
    outing.refresh_from_db()
    assert goal.state == GoalState.CURRENT and outing.state == OutingState.PLANNED
    assert ConnectionState.objects.get(connection=howard, latest=True).there


def test_what_is_said_anew_takes_the_place_of_ones_own_view_alone(cast):
    goal = set_goal(cast)
    stock(cast, "asha", of_goal(goal, STOP), words="Too much")
    stock(cast, "ben", of_goal(goal, KEEP))

    stock(cast, "asha", of_goal(goal, CHANGE), words="Too much at once", seen=seen_by(cast, "asha"))

    asha, ben = queries.latest(cast.reach("asha")).views
    assert [one.choice for one in asha.said] == [CHANGE] and [one.choice for one in ben.said] == [KEEP]
    assert Wording.objects.get().words == "Too much"


def test_a_choice_that_changes_without_words_leaves_the_words(cast):
    stock(cast, "asha", of_support(KEEP), words="Good")

    stock(cast, "asha", of_support(CHANGE), words="Good", seen=seen_by(cast, "asha"))

    assert not Wording.objects.exists()
    assert chosen(cast, "asha") == {"": CHANGE}


def test_words_that_are_taken_away_leave_a_line_in_the_record(cast):
    stock(cast, "asha", of_support(KEEP), words="Good")

    stock(cast, "asha", of_support(KEEP), words="", seen=seen_by(cast, "asha"))

    assert Entry.objects.get(kind="stock_take").line == "Good"


def test_a_form_that_was_read_before_shows_both(cast):
    stock(cast, "asha", of_support(KEEP))
    read = seen_by(cast, "asha")
    stock(cast, "asha", of_support(CHANGE), seen=read)

    with pytest.raises(StaleStock) as stale:
        stock(cast, "asha", of_support(STOP), seen=read)

    assert [one.choice for one in stale.value.now.said] == [CHANGE]


def test_whoever_is_slower_by_a_moment_is_shown_what_came_first(cast, monkeypatch):
    stock(cast, "asha", of_support(KEEP))
    here = cast.reach("asha")
    read = open_view(here, here.me, timezone.localdate())
    stock(cast, "asha", of_support(CHANGE), seen=read.seen)
    # The other window had asked how things stand just before.
    asked = iter([read])
    monkeypatch.setattr(taking, "open_view", lambda *given: next(asked, None) or open_view(*given))

    with pytest.raises(StaleStock) as stale:
        stock(cast, "asha", of_support(STOP), seen=read.seen)

    assert [one.choice for one in stale.value.now.said] == [CHANGE]


def test_a_second_begin_in_another_window_shows_the_first(cast):
    stock(cast, "asha", of_support(KEEP))

    with pytest.raises(StaleStock):
        stock(cast, "asha", of_support(STOP))


def test_after_a_fortnight_it_is_a_new_one_and_the_old_one_stays_with_its_day(cast):
    stock(cast, "asha", of_support(KEEP), days_ago=20)
    stock(cast, "ben", of_support(CHANGE), days_ago=15)

    stock(cast, "asha", of_support(STOP))

    new, old = queries.all_of(cast.reach("ben"))
    assert [view.said[0].choice for view in old.views] == [KEEP, CHANGE]
    assert [view.said[0].choice for view in new.views] == [STOP]
    assert old.taken_date == timezone.localdate() - timedelta(days=20)
    assert [when for when, _ in days_of(cast.reach("ben"))] == [new.taken_date, old.taken_date]


def test_what_was_chosen_before_is_remembered_by_thing(cast):
    goal = set_goal(cast)
    view = stock(cast, "asha", of_goal(goal, STOP), days_ago=20)
    here = cast.reach("asha")

    assert before(here, here.me, None) == {of_goal(goal).key: STOP}
    assert before(here, here.me, take_with(here, view.pk).views[0]) == {}


def test_a_goal_that_was_let_go_keeps_what_was_said_of_it(cast):
    goal = set_goal(cast, words="Sing more")
    stock(cast, "asha", of_goal(goal, STOP))
    goal.state = GoalState.LET_GO
    goal.save()

    stock(cast, "asha", of_goal(goal, STOP), words="Done with it", seen=seen_by(cast, "asha"))

    assert chosen(cast, "asha") == {"Sing more": STOP}


def test_what_is_not_there_cannot_be_chosen(cast):
    hidden = set_goal(cast, "ben", to_oneself=True)

    with pytest.raises(Http404):
        stock(cast, "asha", of_goal(hidden))


def test_somebody_who_is_forgotten_is_forgotten_here_too(cast):
    howard = maps.add(cast, "asha", "Howard")
    stock(cast, "asha", of_connection(howard))

    Connection.objects.get(pk=howard).delete()

    assert queries.latest(cast.reach("asha")).views[0].said == ()


def test_the_support_is_called_what_was_last_said_of_it(cast):
    journey.set_support(**by(cast, "asha"), level=Support.LESS, line="Less for now")

    stock(cast, "ben", of_support(KEEP))

    (said,) = queries.latest(cast.reach("asha")).views[0].said
    assert name_of(said.about, said.name, said.level) == "The support there is (less for now)"


class TestKeptToOneself:
    def test_only_who_keeps_it_reads_it(self, cast):
        view = stock(cast, "asha", of_support(), to_oneself=True)

        assert queries.latest(cast.reach("ben")) is None
        assert queries.all_of(cast.reach("ben")) == []
        assert queries.latest(cast.reach("asha")).views[0].kept
        with pytest.raises(Http404):
            view_in(cast.reach("ben"), view.pk)
        with pytest.raises(Http404):
            take_with(cast.reach("ben"), view.pk)
        assert is_own(cast.asha.pk, view.pk) and not is_own(cast.ben.pk, view.pk)

    @pytest.mark.parametrize("who", ["asha", "ben", None])
    def test_the_check_its_yes_or_no_and_the_set_agree(self, cast, who):
        view = stock(cast, "ben", of_support(), to_oneself=True)
        place = cast.place(who) if who else None

        assert can_read(place, view) == visible_to(place, StockView.objects.all()).exists() == (who == "ben")

    def test_shown_later_it_stands_beside_the_others(self, cast):
        view = stock(cast, "asha", of_support(STOP), to_oneself=True)
        stock(cast, "ben", of_support(KEEP))

        share(**by(cast, "asha"), view=view_in(cast.reach("asha"), view.pk))

        (one,) = queries.all_of(cast.reach("ben"))
        assert {said.choice for each in one.views for said in each.said} == {KEEP, STOP}

    def test_saying_it_anew_and_not_to_oneself_shows_it(self, cast):
        stock(cast, "asha", of_support(STOP), to_oneself=True)

        stock(cast, "asha", of_support(STOP), seen=seen_by(cast, "asha"))

        assert queries.latest(cast.reach("ben")) is not None

    def test_what_one_keeps_does_not_move_when_the_others_stock_take_begins(self, cast):
        stock(cast, "asha", of_support(), to_oneself=True, days_ago=10)
        stock(cast, "ben", of_support(), days_ago=2)

        assert queries.latest(cast.reach("ben")).taken_date == timezone.localdate() - timedelta(days=2)
        assert queries.latest(cast.reach("asha")).taken_date == timezone.localdate() - timedelta(days=10)

    def test_a_thing_that_one_keeps_is_not_named_in_a_shared_view(self, cast):
        goal, shared = set_goal(cast, words="Secret", to_oneself=True), set_goal(cast, words="Sing")
        howard = connections.add(**by(cast, "asha"), facts=Facts("Howard"), to_oneself=True)
        outing = plan(cast, days=-1, to_oneself=True)

        stock(cast, "asha", of_goal(goal), of_goal(shared), of_connection(howard.pk), of_outing(outing))

        assert [one.name for one in queries.latest(cast.reach("ben")).views[0].said] == ["Sing"]
        kept = {one.name: one.kept for one in queries.latest(cast.reach("asha")).views[0].said}
        assert kept == {"Secret": True, "Sing": False, "Howard": True, "Walk by the weir": True}

    def test_only_ones_own_words_can_be_kept(self, cast):
        here = cast.reach("ben")

        with pytest.raises(NotAllowed):
            stock(cast, "ben", of_support(), voice=here.person, to_oneself=True)


class TestSittingTogether:
    def test_a_practitioner_writes_down_what_the_person_says(self, cast):
        here = cast.reach("ben")

        stock(cast, "ben", of_support(KEEP), voice=here.person)
        stock(cast, "ben", of_support(CHANGE))

        asha, ben = queries.latest(here).views
        assert asha.voice_id == here.person.pk and asha.entry.as_said
        assert ben.voice_id == here.me.pk

    def test_the_person_says_it_differently_and_it_is_theirs(self, cast):
        here = cast.reach("ben")
        stock(cast, "ben", of_support(KEEP), words="Fine", voice=here.person)

        stock(cast, "asha", of_support(STOP), words="Fine", seen=seen_by(cast, "asha"))

        (asha,) = queries.latest(here).views
        assert asha.entry.confirmed_at and asha.said[0].choice == STOP

    def test_nobody_changes_the_other_ones_own_view(self, cast):
        view = stock(cast, "asha", of_support(KEEP))

        assert can_change(cast.place("asha"), view) and not can_change(cast.place("ben"), view)

    def test_what_is_written_down_beside_the_persons_own_view_replaces_nothing(self, cast):
        stock(cast, "asha", of_support(STOP), to_oneself=True)
        here = cast.reach("ben")

        stock(cast, "ben", of_support(KEEP), voice=here.person)

        assert len(queries.latest(cast.reach("asha")).views) == 2


def test_who_takes_no_part_cannot_take_stock(cast):
    with pytest.raises(NotAllowed):
        take(**{**by(cast, "ben"), "by": cast.dev}, words="Hello")


def test_an_answer_is_about_one_thing(cast):
    view = stock(cast, "asha", of_support())

    with pytest.raises(IntegrityError), transaction.atomic():
        StockAnswer.objects.create(agency=cast.agency, view=view, position=9, about=About.GOAL, choice=KEEP)


@pytest.mark.parametrize("ask", [queries.latest, queries.all_of])
def test_other_rooms_ask_in_three_queries_however_much_there_is(cast, ask, django_assert_max_num_queries):
    goals = [set_goal(cast, words=f"Goal {number}") for number in range(5)]
    for days in (90, 70, 50, 30, 0):
        for who in ("asha", "ben"):
            stock(cast, who, *(of_goal(goal) for goal in goals), days_ago=days)
    here = cast.reach("asha")

    with django_assert_max_num_queries(3):
        found = ask(here)

    assert found


def test_an_outing_that_was_is_found_by_what_was_planned_once(cast):
    outing = plan(cast, words="Choir", days=-14, again=Again(1, timezone.localdate()))
    stock(cast, "asha", of_outing(outing), days_ago=0)

    (said,) = queries.latest(cast.reach("ben")).views[0].said

    assert said.name == "Choir" and said.series_id == outing.series_id
    assert Outing.objects.get(pk=said.thing_id).outing_date == timezone.localdate()


def test_an_unknown_key_is_not_there(cast):
    with pytest.raises(Http404):
        stock(cast, "asha", Answer("goal_nonsense", KEEP))
