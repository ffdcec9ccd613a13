import pytest

from connecting_people.plans.models import Goal
from connecting_people.plans.permissions import can_do_for, can_read, visible_to
from connecting_people.plans.tests.goals import seen, set_goal

pytestmark = pytest.mark.django_db


def test_what_one_may_read_is_what_one_finds(cast):
    goals = [set_goal(cast, who, to_oneself=kept) for who in ("asha", "ben") for kept in (True, False)]

    for place in (cast.place("asha"), cast.place("ben"), None):
        found = set(visible_to(place, Goal.objects.all()))
        assert found == {goal for goal in goals if can_read(place, goal)}
        assert len(found) == (3 if place else 2)


def test_agreeing_is_the_others(cast):
    goal = seen(cast, "asha", set_goal(cast, "asha"))

    assert can_do_for(cast.place("ben"), goal)
    assert not can_do_for(cast.place("asha"), goal)
    assert not can_do_for(cast.place("ben"), seen(cast, "asha", set_goal(cast, "asha", to_oneself=True)))
