import pytest
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.community.actions import improvements as actions
from connecting_people.community.presenters.experience import experience_of
from connecting_people.community.queries.assets import directory_for
from connecting_people.community.rules import ImprovementState, Light
from connecting_people.community.tests.voices import keeper
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.people.standing import standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def idea(cast, walkers):
    return actions.improve(
        by=cast.asha, at=timezone.now(), asset=walkers, from_light=Light.AMBER, to_light=Light.GREEN, idea="A ramp"
    )


def move(cast, idea, state, who="dev", **given):
    act = {"version": idea.version, "state": ImprovementState(state)} | given
    return actions.move_improvement(by=cast.user(who), at=timezone.now(), improvement=idea, **act)


def moves(cast, asset, who="asha"):
    directory = directory_for(standing(cast.user(who)), cast.agency.pk)
    return experience_of(directory, asset, day_of(timezone.now())).moves


def test_an_idea_is_taken_on_and_its_move_shows_since_when(cast, walkers, idea):
    taken = move(cast, idea, "taken_on")
    assert taken.taken_by == cast.dev
    done = move(cast, taken, "done", outcome="They put one in")

    (shown,) = moves(cast, walkers)
    assert shown.heading.startswith("From amber to green, since ")
    assert (shown.outcome, shown.done, done.moved_at is None) == ("They put one in", True, False)


def test_what_nobody_has_taken_on_is_for_the_team_alone(cast, walkers, idea):
    assert moves(cast, walkers) == ()

    move(cast, idea, "taken_on")
    assert [one.idea for one in moves(cast, walkers)] == ["A ramp"]


def test_nobody_is_named_who_had_an_idea(cast, idea):
    assert list(Event.objects.filter(act="community: idea kept").values_list("actor_id", flat=True)) == [None]


def test_letting_go_leaves_it_for_somebody_else(cast, idea):
    taken = move(cast, idea, "taken_on")

    assert move(cast, taken, "suggested").taken_by is None


@pytest.mark.parametrize("state", ["done", "not_now"])
def test_what_came_of_it_is_asked_for(cast, idea, state):
    with pytest.raises(actions.OutcomeMissing):
        move(cast, move(cast, idea, "taken_on"), state, outcome=" ")


def test_who_was_slower_hears_of_it(cast, idea):
    before = idea.version
    move(cast, idea, "taken_on")

    with pytest.raises(actions.StaleImprovement) as stale:
        move(cast, idea, "not_now", version=before, outcome="No money")
    assert stale.value.now.state == ImprovementState.TAKEN_ON


def test_an_idea_is_not_done_before_somebody_took_it_on(cast, idea):
    with pytest.raises(actions.StaleImprovement):
        move(cast, idea, "done", outcome="Done")


def test_a_light_moves_one_step_up(cast, walkers):
    with pytest.raises(actions.NoSuchMove):
        actions.improve(
            by=cast.asha, at=timezone.now(), asset=walkers, from_light=Light.RED, to_light=Light.GREEN, idea="All"
        )


@pytest.mark.parametrize("who", ["ivan", "jo"])
def test_ideas_come_from_the_agencys_people(cast, walkers, who):
    keeper(cast, walkers, "jo")

    with pytest.raises(NotAllowed):
        actions.improve(
            by=cast.user(who),
            at=timezone.now(),
            asset=walkers,
            from_light=Light.RED,
            to_light=Light.AMBER,
            idea="Us",
        )


@pytest.mark.parametrize("who", ["asha", "cora", "femi", "kit", "ivan", "jo"])
def test_only_who_keeps_the_directory_takes_ideas_on(cast, idea, who):
    with pytest.raises(NotAllowed):
        move(cast, idea, "taken_on", who=who)
