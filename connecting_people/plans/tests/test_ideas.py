from datetime import timedelta

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from connecting_people.community.models import Asset
from connecting_people.community.tests.places import walking_group
from connecting_people.journey.models import Entry
from connecting_people.partnership import actions as partnership
from connecting_people.plans import queries
from connecting_people.plans.actions import ideas
from connecting_people.plans.rules import Kept
from connecting_people.plans.tests.goals import address, by, set_goal, signed_in, text_of
from connecting_people.stepping_out.tests.outings import plan, today

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def walkers(cast):
    return walking_group(by=cast.ben, at=cast.at, agency=cast.agency)


def keep(cast, asset, who="asha", **more):
    return ideas.keep(**by(cast, who), asset=asset, **more)


def test_an_empty_page_says_what_ideas_are_for(cast):
    assert "until you feel like trying one" in text_of(signed_in(cast, "asha"), address(cast, "ideas"))


def test_an_idea_is_kept_once_and_stands_in_the_record(cast, walkers):
    first, again = keep(cast, walkers), keep(cast, walkers, "ben")

    assert first.pk == again.pk
    assert Entry.objects.filter(kind="idea").count() == 1
    assert "Tuesday walkers" in text_of(signed_in(cast, "asha"), address(cast, "ideas"))


def test_an_idea_is_kept_for_a_goal_from_the_page_of_ideas(cast, walkers):
    goal = set_goal(cast)
    client = signed_in(cast, "asha")
    page = reverse("connections:ideas", kwargs={"partnership_id": cast.partnership.pk})
    assert f"{page}?goal={goal.pk}" in text_of(client, address(cast, "goal", goal_id=goal.pk))

    client.post(address(cast, "keep_idea"), {"asset": walkers.pk, "goal": goal.pk})

    assert "Sing with others" in text_of(client, address(cast, "ideas"))


def test_a_goal_that_one_keeps_to_oneself_is_not_told_by_an_idea(cast, walkers):
    goal = set_goal(cast, to_oneself=True)

    assert keep(cast, walkers, goal=goal).goal is None


def test_a_place_of_another_agency_or_of_none_is_not_found(cast, walkers):
    others = walking_group(by=cast.ivan, at=cast.at, agency=cast.other_agency)

    with pytest.raises(Http404):
        keep(cast, others)
    assert signed_in(cast, "asha").post(address(cast, "keep_idea"), {"asset": "x"}).status_code == 404


def test_an_idea_is_put_off_comes_back_is_let_go_and_taken_up(cast, walkers):
    idea = keep(cast, walkers)
    client, page = signed_in(cast, "asha"), address(cast, "move_idea", idea_id=idea.pk)

    client.post(page, {"state": "put_off", "weeks": "4"})
    assert queries.idea_in(cast.reach("ben"), idea.pk).until_date == today() + timedelta(weeks=4)
    assert not queries.ideas_due(cast.partnership, today())
    assert list(queries.ideas_due(cast.partnership, today() + timedelta(weeks=4))) == [idea]
    for state in ("let_go", "shortlisted"):
        client.post(page, {"state": state})
        assert queries.idea_in(cast.reach("ben"), idea.pk).state == state


@pytest.mark.parametrize(
    ("state", "until"), [(Kept.PUT_OFF, 0), (Kept.SHORTLISTED, None), (Kept.OUTING, None), (Kept.PUT_OFF, None)]
)
def test_what_makes_no_sense_of_an_idea_is_answered_in_words(cast, walkers, state, until):
    idea = keep(cast, walkers)
    day = None if until is None else today() + timedelta(days=until)

    with pytest.raises(ideas.CannotMoveIdea):
        ideas.move(**by(cast, "asha"), idea=idea, state=state, until_date=day)


def test_what_is_no_button_changes_nothing(cast, walkers):
    idea = keep(cast, walkers)
    client, page = signed_in(cast, "asha"), address(cast, "move_idea", idea_id=idea.pk)

    for sent, says in (({"state": "x"}, "Choose one"), ({"state": "shortlisted"}, "done so already")):
        assert says in client.post(page, sent, follow=True).content.decode()


def test_an_idea_becomes_an_outing_but_not_by_one_that_is_kept_to_oneself(cast, walkers):
    idea = keep(cast, walkers)

    plan(cast, asset=walkers, to_oneself=True)
    assert queries.idea_in(cast.reach("ben"), idea.pk).state == Kept.SHORTLISTED
    plan(cast, asset=walkers)
    assert queries.idea_in(cast.reach("ben"), idea.pk).state == Kept.OUTING


def test_an_idea_of_somebody_else_is_not_found(cast, walkers):
    theirs = ideas.keep(by=cast.dev, at=timezone.now(), partnership=cast.reach("dev", cast.hanas), asset=walkers)

    with pytest.raises(Http404):
        ideas.move(**by(cast, "asha"), idea=theirs, state=Kept.LET_GO)


def test_a_closed_place_is_named_beside_the_idea(cast, walkers):
    keep(cast, walkers)
    Asset.objects.update(status="defunct")

    assert "says that this is closed" in text_of(signed_in(cast, "asha"), address(cast, "ideas"))


def test_a_place_is_kept_from_its_own_page_and_from_what_was_found(cast, walkers):
    goal, client = set_goal(cast), signed_in(cast, "asha")
    directory = {"agency_id": cast.agency.pk}
    on = reverse("plans:for_whom", kwargs={**directory, "asset_id": walkers.pk})
    assert on in text_of(client, reverse("community:asset", kwargs={**directory, "asset_id": walkers.pk}))
    assert on in text_of(client, reverse("community:find", kwargs=directory))

    # Asha sets out with nobody else, so nobody asks her with whom.
    offered = client.get(on, follow=True).content.decode()
    assert "Sing with others" in offered
    assert f"{reverse('stepping_out:plan', args=[cast.partnership.pk])}?asset={walkers.pk}" in offered
    client.post(address(cast, "keep_idea"), {"asset": walkers.pk, "goal": goal.pk})

    assert "in mind already" in client.get(on, follow=True).content.decode()


def test_a_practitioner_is_asked_with_whom(cast, walkers):
    partnership.begin(by=cast.ben, at=cast.at, agency=cast.agency, name="Zoe", team=cast.team)
    page = reverse("plans:for_whom", kwargs={"agency_id": cast.agency.pk, "asset_id": walkers.pk})

    said = text_of(signed_in(cast, "ben"), page)

    assert "Asha" in said and "Zoe" in said and "Hana" not in said
    assert address(cast, "consider", asset_id=walkers.pk) in said


def test_who_sets_out_with_nobody_is_not_led_there_and_finds_it_said(cast, walkers):
    directory = {"agency_id": cast.agency.pk, "asset_id": walkers.pk}
    client, page = signed_in(cast, "femi"), reverse("plans:for_whom", kwargs=directory)

    assert page not in text_of(client, reverse("community:asset", kwargs=directory))
    assert "There is nobody yet" in text_of(client, page)


def test_a_goal_that_one_keeps_to_oneself_is_not_offered_for_a_shared_idea(cast, walkers):
    set_goal(cast, words="A secret goal", to_oneself=True)

    assert "A secret goal" not in text_of(signed_in(cast, "asha"), address(cast, "consider", asset_id=walkers.pk))


def test_a_closed_place_is_named_where_it_is_chosen_and_one_of_nowhere_is_not_found(cast, walkers):
    Asset.objects.update(status="defunct")
    client = signed_in(cast, "asha")

    assert "says that this is closed" in text_of(client, address(cast, "consider", asset_id=walkers.pk))
    assert client.get(address(cast, "consider", asset_id=cast.agency.pk)).status_code == 404
