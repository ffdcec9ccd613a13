"""Who can help with what: offered by people themselves, found from a barrier or a plan, seen by whom they chose."""

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connecting_people.audit.models import Event
from connecting_people.barriers.tests.ways import a_barrier
from connecting_people.core.permissions import NotAllowed
from connecting_people.culture.actions import skills
from connecting_people.culture.helping import FAMILIES, WHAT_FOR
from connecting_people.culture.models import Skill, SkillFor
from connecting_people.culture.tests.said import act, address, an_offer, main_of, signed_in
from connecting_people.guide.barriers import BARRIER_KINDS
from connecting_people.guide.interests import INTERESTS
from connecting_people.guide.steps import STEPS
from connecting_people.people import actions as people
from connecting_people.plans.actions import goals
from connecting_people.plans.rules import Sort

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def board(cast, name, what=""):
    return main_of(signed_in(cast, name).get(address(cast, "skills") + (f"?for={what}" if what else "")))


def test_every_barrier_interest_and_step_of_the_guide_can_be_helped_with_and_no_two_share_an_id():
    ids = [id for family in FAMILIES for id, _name in family.things]

    assert len(ids) == len(set(ids))
    assert set(WHAT_FOR) == {kind.id for kind in BARRIER_KINDS} | set(INTERESTS) | {step.slug for step in STEPS}
    assert max(map(len, ids)) <= SkillFor._meta.get_field("what").max_length


@pytest.mark.parametrize("name", ["asha", "cora", "ben", "gwen"])
def test_anybody_of_the_agency_offers_what_they_can(cast, name):
    sent = {"words": "I mend bicycles", "what": ["mending", "cycling"], "for_all": "on"}
    page = main_of(signed_in(cast, name).post(address(cast, "add_skill"), sent, follow=True))

    assert "Others find it now" in page and "I mend bicycles" in page and "Mending things" in page
    assert Event.objects.get(act="culture: skill offered").actor_id == cast.user(name).pk


@pytest.mark.parametrize("name", ["ivan", "jo"])
def test_nobody_else_does(cast, name):
    with pytest.raises(NotAllowed):
        an_offer(cast, name)


def test_the_page_says_plainly_that_others_see_it(cast):
    page = main_of(signed_in(cast, "asha").get(address(cast, "add_skill")))

    assert "others know that you belong to Riverside Community Support" in page and "only staff see it" in page


def test_staff_see_all_and_others_what_is_for_them_too_and_their_own(cast):
    an_offer(cast, "dev", "For everybody", for_all=True)
    an_offer(cast, "dev", "For staff", for_all=False)
    an_offer(cast, "asha", "Mine", for_all=False)

    seen = {name: [words for words in ("For everybody", "For staff", "Mine") if words in board(cast, name)]
            for name in ("ben", "kit", "asha", "hana", "cora")}  # fmt: skip
    assert seen["ben"] == seen["kit"] == ["For everybody", "For staff", "Mine"]
    assert seen["asha"] == ["For everybody", "Mine"]
    assert seen["hana"] == seen["cora"] == ["For everybody"]


def test_it_is_found_for_what_it_helps_with_and_nothing_else(cast):
    an_offer(cast, "dev", "I know every bus", ["transport"])

    assert "I know every bus" in board(cast, "ben", "transport")
    assert "I know every bus" not in board(cast, "ben", "chess")
    assert "was never asked" in board(cast, "ben", "chess")
    assert "I know every bus" in board(cast, "ben", "no-such-thing")


def test_a_barrier_and_a_goal_lead_there(cast):
    an_offer(cast, "dev", "I know every bus", ["transport"])
    barrier = a_barrier(cast)
    goal = goals.set_goal(
        by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"), words="Sing", sort=Sort.ACTIVITY
    )
    asha, here = signed_in(cast, "asha"), {"partnership_id": cast.partnership.pk}

    page = main_of(asha.get(reverse("barriers:barrier", kwargs={**here, "barrier_id": barrier.pk})))
    assert f'{address(cast, "skills")}?for=transport"' in page and "Who here can help with this?" in page
    page = main_of(asha.get(reverse("plans:goal", kwargs={**here, "goal_id": goal.pk})))
    assert f'{address(cast, "skills")}?for=making-plans"' in page


def test_ones_own_is_changed_and_a_second_window_shows_both(cast):
    mine, ben = an_offer(cast), signed_in(cast, "ben")
    to = address(cast, "change_skill", skill_id=mine.pk)
    ben.post(to, {"words": "I know two drivers", "what": ["information"], "version": "1"})
    page = main_of(ben.post(to, {"words": "I know the depot", "version": "1"}))
    assert "I know two drivers" in page and "I know the depot" in page

    mine.refresh_from_db()
    assert (mine.words, mine.for_all) == ("I know two drivers", False)
    assert list(mine.helps_with.values_list("what", flat=True)) == ["information"]
    ben.post(to, {"words": "I know the depot", "version": "2"})
    mine.refresh_from_db()
    assert mine.words == "I know the depot"


def test_ones_own_is_taken_back_and_nobody_finds_it(cast):
    mine, ben = an_offer(cast), signed_in(cast, "ben")
    to = address(cast, "end_skill", skill_id=mine.pk)
    assert "Take this back?" in main_of(ben.get(to))
    assert "Taken back" in main_of(ben.post(to, follow=True))

    assert "I know every bus" not in board(cast, "ben") + board(cast, "hana")
    assert ben.get(to).status_code == 404
    with pytest.raises(Http404):
        skills.end(**act(cast, "ben"), skill=mine)


def test_nobody_changes_or_ends_what_is_somebody_elses(cast):
    mine = an_offer(cast, "dev")
    with pytest.raises(NotAllowed, match="whoever offers this"):
        skills.end(**act(cast, "gwen"), skill=mine)
    with pytest.raises(NotAllowed):
        skills.change(**act(cast, "ben"), skill=mine, words="No", what=[], for_all=True, version=1)


def test_whoever_leaves_the_agency_takes_along_what_they_offer(cast):
    an_offer(cast, "dev")
    assert "I know every bus" in board(cast, "ben")
    for membership in cast.dev.memberships.filter(ended_at=None):
        people.end_role(by=cast.gwen, at=timezone.now(), membership=membership)

    assert "I know every bus" not in board(cast, "ben") + board(cast, "hana")


def test_what_is_missing_is_asked_for_and_ticks_stay(cast):
    answer = signed_in(cast, "asha").post(address(cast, "add_skill"), {"words": "", "what": ["chess"], "for_all": "on"})

    page = main_of(answer)
    assert answer.status_code == 422 and "Write in a sentence what you can help with" in page
    assert 'value="chess" checked' in page and '<details class="help-ticks__family" open>' in page
    assert signed_in(cast, "asha").post(address(cast, "add_skill"), {"words": "x", "what": ["no"]}).status_code == 422


def test_an_empty_page_says_what_it_is_for(cast):
    assert "Everybody knows something" in board(cast, "asha")


def test_many_offers_cost_no_more_questions_to_the_database_than_one_and_come_page_by_page(cast):
    an_offer(cast)
    ben = signed_in(cast, "ben")
    ben.get(address(cast, "skills"))
    counted = []
    for number in (0, 64):
        for n in range(number):
            row = Skill.objects.create(agency=cast.agency, user=cast.dev, words=f"Skill {n}", made_at=timezone.now())
            SkillFor.objects.create(agency=cast.agency, skill=row, what="chess")
        with CaptureQueriesContext(connection) as asked:
            page = main_of(ben.get(address(cast, "skills")))
        counted.append(len(asked))
    assert counted[0] == counted[1] <= 8

    assert page.count('class="skill ') == 30 and "Page 1" in page
    assert main_of(ben.get(address(cast, "skills") + "?page=3")).count('class="skill ') == 5
