import re

import pytest

from connecting_people.plans.actions import goals as actions
from connecting_people.plans.models import Goal
from connecting_people.plans.rules import GoalState, Level
from connecting_people.plans.tests.goals import WORDS, address, by, rate, scale, seen, set_goal, signed_in, text_of

pytestmark = pytest.mark.django_db
_TOKENS = re.compile(r'name="(csrfmiddlewaretoken|once|keep)" value="[^"]*"')


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def test_an_empty_page_says_what_it_is_for(cast):
    said = text_of(signed_in(cast, "asha"), address(cast, "plans"))

    assert "Begin with what would make life better" in said
    assert address(cast, "aspiration") in said


def test_a_hope_and_a_goal_under_it_are_written_on_the_pages(cast):
    client = signed_in(cast, "asha")
    client.post(address(cast, "aspiration"), {"words": "More laughing"})
    hope = cast.partnership.aspirations.get()

    sent = {"words": "Sing with others", "sort": "activity", "aspiration": str(hope.pk)}
    went_on = client.post(address(cast, "new_goal"), sent)

    goal = Goal.objects.get()
    assert went_on["Location"] == address(cast, "goal", goal_id=goal.pk)
    said = text_of(signed_in(cast, "ben"), address(cast, "plans"))
    assert "More laughing" in said and "Sing with others" in said


def test_a_general_goal_asks_for_a_first_idea_and_keeps_what_was_typed(cast):
    sent = {"words": "Make new friends", "sort": "general", "plan": ""}

    answer = signed_in(cast, "asha").post(address(cast, "new_goal"), sent)

    assert answer.status_code == 422
    assert "Write a first idea of how" in answer.content.decode()
    assert "Make new friends" in answer.content.decode()


def test_the_page_of_a_goal_shows_both_views_of_how_far_along_it_is(cast):
    goal = set_goal(cast)
    scale(cast, goal)
    rate(cast, "asha", goal, Level.HOPED)
    rate(cast, "ben", goal, Level.MORE)

    said = text_of(signed_in(cast, "asha"), address(cast, "goal", goal_id=goal.pk))

    assert said.count("sees it here") == 2
    assert "Once a week" in said and "Twice a week" in said
    assert '<svg class="plot__picture"' in said and "The same as a table" in said


def test_a_level_that_lies_between_two_is_asked_for(cast):
    goal = set_goal(cast)
    sent = {"hoped": "Once a week", "much_more": "Each day", "start": "-1", "version": "0"}

    answer = signed_in(cast, "asha").post(address(cast, "scale", goal_id=goal.pk), sent)

    assert answer.status_code == 422
    assert "it lies between two" in answer.content.decode()
    assert "Each day" in answer.content.decode()


def test_who_was_slower_with_the_levels_is_shown_both(cast):
    goal = set_goal(cast)
    scale(cast, goal)
    sent = {"hoped": "Each Friday", "start": "-1", "version": "0"}

    client = signed_in(cast, "asha")
    said = client.post(address(cast, "scale", goal_id=goal.pk), sent).content.decode()

    assert "Once a week" in said and "Each Friday" in said
    assert client.post(address(cast, "scale", goal_id=goal.pk), sent | {"version": "1"}).status_code == 302


def test_who_was_slower_with_the_plan_is_shown_both(cast):
    goal = set_goal(cast)
    actions.change_plan(**by(cast, "ben"), goal=goal, plan="Ask at the library", version=1)
    page = address(cast, "change_plan", goal_id=goal.pk)

    client = signed_in(cast, "asha")
    said = client.post(page, {"plan": "Ring them", "version": "1"}).content.decode()

    assert "Ask at the library" in said and "Ring them" in said
    assert client.post(page, {"plan": "Ring, then ask", "version": "2"}).status_code == 302


def test_rating_leads_to_the_levels_first(cast):
    goal = set_goal(cast)

    answer = signed_in(cast, "asha").get(address(cast, "rate", goal_id=goal.pk))

    assert answer["Location"] == address(cast, "scale", goal_id=goal.pk)


def test_a_goal_is_rated_moved_weighed_and_worked_for_on_its_pages(cast):
    goal = set_goal(cast)
    scale(cast, goal)
    client = signed_in(cast, "asha")
    at = {"goal_id": goal.pk}

    assert client.post(address(cast, "rate", **at), {"level": "0", "words": "Two Fridays"}).status_code == 302
    assert client.post(address(cast, "weigh", **at), {"importance": "3", "difficulty": ""}).status_code == 302
    assert client.post(address(cast, "do_for", **at), {"words": "I go"}).status_code == 302
    assert client.post(address(cast, "move", **at), {"state": "reached"}).status_code == 302

    goal.refresh_from_db()
    assert (goal.state, goal.importance, goal.difficulty) == (GoalState.REACHED, 3, None)
    said = text_of(client, address(cast, "goal", **at))
    assert "Two Fridays" not in said  # it stands in the record, beside the level
    assert "I go" in said and "Reached" in said
    assert "How important: Very" in said and "How hard" not in said


def test_the_number_is_shown_to_whoever_asks_with_how_it_is_worked_out(cast):
    goal = set_goal(cast)
    scale(cast, goal)
    rate(cast, "asha", goal, Level.MORE)

    said = text_of(signed_in(cast, "asha"), address(cast, "numbers"))

    assert "40.0" in said and "60.0" in said and "+20.0" in said
    assert "Kiresuk and Sherman" in said


def test_goals_that_weigh_nothing_have_no_number(cast):
    goal = set_goal(cast)
    scale(cast, goal)
    rate(cast, "asha", goal, Level.MORE)
    actions.weigh(**by(cast, "asha"), goal=seen(cast, "asha", goal), importance=0, difficulty=None)

    said = text_of(signed_in(cast, "asha"), address(cast, "numbers"))
    assert "The goals that Asha rated all count for nothing" in said
    assert address(cast, "weigh", goal_id=goal.pk) in said


def test_one_whose_goals_all_weigh_nothing_takes_no_number_from_the_other(cast):
    light, heavy = set_goal(cast), set_goal(cast, words="Walk with others")
    for goal, who in ((light, "ben"), (light, "asha"), (heavy, "asha")):
        if not goal.scales.exists():
            scale(cast, goal)
        rate(cast, who, goal, Level.MORE)
    actions.weigh(**by(cast, "asha"), goal=seen(cast, "asha", light), importance=0, difficulty=None)

    said = text_of(signed_in(cast, "ben"), address(cast, "numbers"))

    assert "that Ben rated all count for nothing" in said and "that Asha rated" not in said and "60.0" in said


def test_what_one_keeps_to_oneself_changes_nothing_for_the_other(cast):
    goal = set_goal(cast)
    scale(cast, goal)
    pages = [address(cast, "plans"), address(cast, "goal", goal_id=goal.pk), address(cast, "numbers")]
    ben = signed_in(cast, "ben")
    before = [_still(ben.get(page).content.decode()) for page in pages]

    actions.say_aspiration(**by(cast, "asha"), words="A secret", to_oneself=True)
    set_goal(cast, "asha", "Another secret", to_oneself=True)
    rate(cast, "asha", goal, Level.MUCH_LESS, to_oneself=True)

    assert [_still(ben.get(page).content.decode()) for page in pages] == before


@pytest.mark.parametrize("name", ["plans", "numbers"])
def test_many_goals_cost_no_more_queries_than_one(cast, name, django_assert_max_num_queries):
    for number in range(12):
        goal = set_goal(cast, "asha" if number % 2 else "ben", f"Goal {number}")
        scale(cast, goal, voice=goal.entry.voice if number % 2 else cast.place("ben"), who="asha")
        rate(cast, "asha", goal, Level.HOPED)
    client = signed_in(cast, "asha")

    with django_assert_max_num_queries(20):
        client.get(address(cast, name))


def test_words_for_levels_are_never_markup(cast):
    goal = set_goal(cast, words="<b>Sing</b>")
    scale(cast, goal, levels=WORDS | {Level.HOPED: "<script>x</script>"})

    said = text_of(signed_in(cast, "ben"), address(cast, "goal", goal_id=goal.pk))

    assert "<b>Sing</b>" not in said and "<script>x" not in said


def _still(page: str) -> str:
    """Leave out what differs between two looks at the same page: the tokens of its forms."""
    assert "Sing with others" in page or "Goals in numbers" in page
    return _TOKENS.sub("", page)
