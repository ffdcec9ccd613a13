import pytest
from django.http import Http404
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.core.permissions import NotAllowed
from connecting_people.journey.models import Entry, Promise
from connecting_people.journey.rules import Standing
from connecting_people.plans import queries
from connecting_people.plans.actions import goals as actions
from connecting_people.plans.rules import GoalState, Level, Sort
from connecting_people.plans.tests.goals import WORDS, by, rate, scale, seen, set_goal

pytestmark = pytest.mark.django_db


def test_a_goal_of_the_service_user_stands_as_theirs_at_once(cast):
    goal = set_goal(cast, "asha")

    assert (goal.entry.standing, goal.entry.voice) == (Standing.SAID, cast.place("asha"))


def test_an_idea_of_the_practitioner_waits_for_the_others_word(cast):
    assert set_goal(cast, "ben").entry.standing == Standing.PROPOSED


def test_agreeing_means_what_the_other_will_do(cast):
    goal = set_goal(cast, "ben")
    here = cast.reach("asha")

    actions.do_for(
        by=cast.asha, at=timezone.now(), partnership=here, goal=seen(cast, "asha", goal), words="I ring", who=here.me
    )

    assert Entry.objects.get(pk=goal.entry_id).standing == Standing.AGREED
    assert Promise.objects.get().goal_action.goal == goal


def test_what_one_does_for_ones_own_idea_agrees_to_nothing(cast):
    goal = set_goal(cast, "ben")

    actions.do_for(**by(cast, "ben"), goal=seen(cast, "ben", goal), words="I ask", who=cast.reach("ben").me)

    assert Entry.objects.get(pk=goal.entry_id).standing == Standing.PROPOSED


def test_a_practitioner_cannot_agree_in_the_place_of_somebody_with_a_login(cast):
    goal = set_goal(cast, "ben")

    actions.do_for(**by(cast, "ben"), goal=seen(cast, "ben", goal), words="She sings", who=cast.place("asha"))

    assert Entry.objects.get(pk=goal.entry_id).standing == Standing.PROPOSED


def test_nobody_does_anything_for_a_goal_that_one_keeps_to_oneself(cast):
    goal = set_goal(cast, "asha", to_oneself=True)

    with pytest.raises(actions.PlansError, match="Share it first"):
        actions.do_for(**by(cast, "asha"), goal=seen(cast, "asha", goal), words="I go", who=cast.place("asha"))


def test_a_goal_that_one_keeps_to_oneself_is_not_there_for_the_other(cast):
    goal = set_goal(cast, "asha", to_oneself=True)

    with pytest.raises(Http404):
        seen(cast, "ben", goal)


def test_a_goal_rests_and_is_taken_up_again(cast):
    goal = set_goal(cast)

    for state in (GoalState.RESTING, GoalState.CURRENT):
        actions.move(**by(cast, "asha"), goal=seen(cast, "asha", goal), state=state, words="Winter")

    told = list(queries.moves_of(cast.reach("ben"), goal).values_list("state", "entry__words"))
    assert told == [("current", "Winter"), ("resting", "Winter")]


def test_a_goal_cannot_move_to_where_it_is(cast):
    goal = set_goal(cast)

    with pytest.raises(actions.CannotMove):
        actions.move(**by(cast, "asha"), goal=goal, state=GoalState.CURRENT)


def test_the_levels_are_in_the_words_of_whose_goal_it_is(cast):
    goal = set_goal(cast, "asha")

    with pytest.raises(NotAllowed):
        scale(cast, goal, "ben")
    made = scale(cast, goal, "ben", voice=cast.place("asha"))
    assert (made.hoped, made.entry.as_said) == ("Once a week", True)


def test_levels_said_anew_keep_the_earlier_ones(cast):
    goal = set_goal(cast)
    scale(cast, goal)

    scale(cast, goal, version=1, levels=WORDS | {Level.HOPED: "Each Friday"})

    rows = queries.scales_of(cast.reach("asha"), [goal])
    assert [row.hoped for row in rows] == ["Each Friday", "Once a week"]


def test_who_was_slower_with_the_levels_sees_both(cast):
    goal = set_goal(cast)
    scale(cast, goal)

    with pytest.raises(actions.StaleScale) as stale:
        scale(cast, goal, version=0, levels={Level.HOPED: "Never"})
    assert stale.value.now.hoped == "Once a week"


def test_levels_need_what_one_hopes_for(cast):
    with pytest.raises(actions.PlansError, match="what you hope for"):
        scale(cast, set_goal(cast), levels={Level.MORE: "Twice"})


def test_each_keeps_their_own_view_of_a_goal(cast):
    goal = set_goal(cast)
    scale(cast, goal)

    rate(cast, "asha", goal, Level.HOPED)
    rate(cast, "ben", goal, Level.MORE)

    told = queries.ratings_of(cast.reach("asha"), [goal])
    assert [(row.entry.voice.name, row.level) for row in told] == [("Asha", 0), ("Ben", 1)]


def test_a_rating_that_one_keeps_to_oneself_is_not_there_for_the_other(cast):
    goal = set_goal(cast)
    scale(cast, goal)
    rate(cast, "asha", goal, Level.LESS, to_oneself=True)

    assert not queries.ratings_of(cast.reach("ben"), [goal])
    assert queries.ratings_of(cast.reach("asha"), [goal])


def test_without_levels_there_is_nothing_to_rate_on(cast):
    with pytest.raises(actions.NoScale):
        rate(cast, "asha", set_goal(cast), Level.HOPED)


def test_how_important_a_goal_is_says_the_person(cast):
    goal = set_goal(cast)

    with pytest.raises(NotAllowed):
        actions.weigh(**by(cast, "ben"), goal=goal, importance=3, difficulty=None)
    actions.weigh(**by(cast, "ben"), goal=goal, importance=3, difficulty=2, voice=cast.place("asha"))
    assert (goal.importance, goal.difficulty) == (3, 2)


def test_what_adds_nothing_to_the_record_stands_in_the_audit(cast):
    goal = set_goal(cast)
    hope = actions.say_aspiration(**by(cast, "asha"), words="More laughing")
    entries = Entry.objects.count()

    actions.weigh(**by(cast, "asha"), goal=goal, importance=3, difficulty=None)
    actions.end_aspiration(**by(cast, "asha"), aspiration=hope)

    acts = list(Event.objects.filter(act__startswith="plans: ").order_by("number").values_list("act", "actor_id"))
    assert acts == [("plans: goal weighed", cast.asha.pk), ("plans: hope taken off", cast.asha.pk)]
    assert Entry.objects.count() == entries


def test_two_who_change_the_plan_at_once_see_both(cast):
    goal = set_goal(cast)
    actions.change_plan(**by(cast, "asha"), goal=goal, plan="Ask at the library", version=1)

    with pytest.raises(actions.StalePlan) as stale:
        actions.change_plan(**by(cast, "ben"), goal=seen(cast, "ben", goal), plan="Ring them", version=1)
    assert stale.value.now.plan == "Ask at the library"


def test_a_hope_comes_off_the_page_and_stays_in_the_record(cast):
    hope = actions.say_aspiration(**by(cast, "asha"), words="More laughing")

    actions.end_aspiration(**by(cast, "asha"), aspiration=hope)

    assert not queries.aspirations(cast.reach("asha"))
    assert Entry.objects.get(kind="aspiration").words == "More laughing"


def test_a_hope_of_another_record_is_not_there(cast):
    dev = {"by": cast.dev, "at": timezone.now(), "partnership": cast.reach("dev", cast.hanas)}
    theirs = actions.say_aspiration(**dev, words="Peace")

    for act in (
        lambda: actions.set_goal(**by(cast, "asha"), words="Sing", sort=Sort.ACTIVITY, aspiration=theirs),
        lambda: actions.end_aspiration(**by(cast, "asha"), aspiration=theirs),
        lambda: actions.move(**dev, goal=set_goal(cast), state=GoalState.RESTING),
    ):
        with pytest.raises(Http404):
            act()
