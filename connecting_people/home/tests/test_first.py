from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connecting_people.community.tests.places import walking_group
from connecting_people.getting_started import actions as getting_started
from connecting_people.getting_started.rules import Point
from connecting_people.introductions import actions
from connecting_people.introductions.models import Proposal
from connecting_people.introductions.tests.company import address as company
from connecting_people.introductions.tests.company import by, introduced, propose, side
from connecting_people.introductions.tests.company import signed_in as client_of
from connecting_people.journey import actions as journey
from connecting_people.partnership import actions as partnership
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.queries import partnership_to_write
from connecting_people.people.models import Agency, Invitation, Membership, Team
from connecting_people.plans.actions import ideas
from connecting_people.plans.models import KeptIdea
from connecting_people.plans.rules import Kept
from connecting_people.stepping_out.actions import planning
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.tests.outings import plan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.DEMO = True


def _page(client, user):
    client.force_login(user)
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode().split("<main", 1)[1].split("</main", 1)[0]


def test_a_visitor_learns_what_this_is_and_where_help_is(client, cast):
    page = client.get("/").content.decode()

    assert "Two people set out together" in page
    assert "Reviewing the process" in page
    assert "/help-now/" in page


def test_the_very_first_visitor_sets_the_program_up(client, db):
    assert not Agency.objects.exists()
    response = client.get("/")
    assert (response.status_code, response.url) == (302, "/set-up/")


def test_a_service_user_sees_what_waits_and_what_they_said(client, cast):
    bens, ashas = cast.reach("ben"), cast.reach("asha")
    journey.ask(by=cast.ben, at=cast.at, partnership=bens, words="Would Tuesday suit you?")
    journey.promise(by=cast.asha, at=cast.at, partnership=ashas, words="Look up the choir", who=ashas.me)
    journey.record(
        by=cast.ben, at=cast.at, partnership=bens, kind="note", line="She knows every bird", voice=cast.place("asha")
    )

    page = _page(client, cast.asha)

    assert "You and Ben" in page
    assert "Would Tuesday suit you?" in page
    assert "Look up the choir" in page
    assert "Waits for your word: She knows every bird" in page


def test_news_is_what_others_entered_since_the_last_look(client, cast):
    journey.record(
        by=cast.ben, at=timezone.now(), partnership=cast.reach("ben"), kind="note", line="The hall has a ramp"
    )
    assert "The hall has a ramp" in _page(client, cast.asha)

    client.get(f"/partnerships/{cast.partnership.pk}/")

    assert "The hall has a ramp" not in _page(client, cast.asha)


def test_what_the_other_keeps_private_is_no_news(client, cast):
    before = _page(client, cast.asha)
    reached = cast.reach("ben")
    journey.record(
        by=cast.ben, at=timezone.now(), partnership=reached, kind="note", line="Am I too quick?", kept_by=reached.me
    )
    assert _page(client, cast.asha) == before


def test_somebody_who_has_a_rest_is_offered_to_come_back(client, cast):
    partnership.pause(by=cast.asha, at=cast.at, partnership=cast.reach("asha"))
    page = _page(client, cast.asha)
    assert "having a rest" in page
    assert "/come-back/" in page


def test_during_a_rest_there_is_no_empty_half_beside_the_news(client, cast):
    journey.record(by=cast.ben, at=timezone.now(), partnership=cast.reach("ben"), kind="note", line="No hurry")
    partnership.pause(by=cast.asha, at=timezone.now(), partnership=cast.reach("asha"))

    parts = _page(client, cast.asha).split('<div class="own__parts">', 1)[1].split("<ul", 1)[0]

    assert parts.count("<div>") == 1


def test_who_sets_an_agency_up_is_led_to_the_first_team(client, cast):
    assert "Make the first team" not in _page(client, cast.gwen)

    Membership.objects.update(team=None)
    Partnership.objects.update(team=None)
    Invitation.objects.update(team=None)
    Team.objects.all().delete()

    assert f"/agency/{cast.agency.pk}/teams/new/" in _page(client, cast.gwen)
    assert "Make the first team" not in _page(client, cast.ben)


def test_a_practitioners_day(client, cast):
    today = timezone.localdate()
    bens, ashas = cast.reach("ben"), cast.reach("asha")
    journey.ask(by=cast.asha, at=cast.at, partnership=ashas, words="Can we meet outside?")
    journey.ask(by=cast.ben, at=cast.at, partnership=bens, words="What did you think of it?")
    journey.promise(
        by=cast.ben,
        at=cast.at,
        partnership=bens,
        words="Ring the allotment",
        who=bens.me,
        due_date=today + timedelta(2),
    )
    journey.promise(
        by=cast.ben, at=cast.at, partnership=bens, words="Far away", who=bens.me, due_date=today + timedelta(60)
    )
    journey.promise(
        by=cast.asha, at=cast.at, partnership=ashas, words="Hers alone", who=ashas.me, due_date=today + timedelta(1)
    )
    page = _page(client, cast.ben)

    assert "Can we meet outside?" in page
    assert "Ring the allotment" in page
    assert "Begin with someone" in page
    for not_before_ben in ("What did you think of it?", "Far away", "Hers alone", "Hana"):
        assert not_before_ben not in page


def test_a_day_on_which_to_ask_again_is_on_the_day_list(client, cast):
    today = timezone.localdate()
    partnership.pause(by=cast.asha, at=cast.at, partnership=cast.reach("asha"), ask_again_date=today + timedelta(1))
    assert "You agreed to ask again" in _page(client, cast.ben)


def test_a_supporter_sees_only_the_way_to_what_is_shared(client, cast):
    journey.record(by=cast.asha, at=cast.at, partnership=cast.reach("asha"), kind="note", line="Between us two")
    page = _page(client, cast.cora)
    assert f"/partnerships/{cast.partnership.pk}/journey/shared/" in page
    assert "Between us two" not in page


@pytest.mark.parametrize("name", ["asha", "cora"])
def test_who_is_supported_and_who_supports_are_both_asked_how_it_is_here(client, cast, name):
    page = _page(client, cast.user(name))
    assert f'<a href="{reverse("culture:practices", args=[cast.agency.pk])}">say how it is here' in page


@pytest.mark.parametrize("name", ["jo"])
def test_somebody_without_a_part_is_welcome(client, cast, name):
    assert "It is good that you are here" in _page(client, cast.user(name))


@pytest.mark.parametrize("name", ["ela", "femi", "gwen", "kit"])
def test_staff_find_their_agency(client, cast, name):
    page = _page(client, cast.user(name))
    assert 'href="/agency/"' in page
    assert ("/audit/" in page) == (name == "kit")


def test_outings_and_ideas_are_on_both_first_pages(client, cast):
    plan(cast, words="Tea with Meera", days=2)
    plan(cast, words="Choir at the mill", days=-2)
    plan(cast, words="A secret walk", days=1, to_oneself=True)
    idea = ideas.keep(by=cast.ben, at=timezone.now(), partnership=cast.reach("ben"), asset=_walkers(cast))
    KeptIdea.objects.filter(pk=idea.pk).update(state="put_off", until_date=timezone.localdate())

    ashas, bens = _page(client, cast.asha), _page(client, cast.ben)

    for page in (ashas, bens):
        assert "Tea with Meera" in page and "Choir at the mill" in page and "Tuesday walkers" in page
    assert "How was it?" in ashas and "Asha: how was it?" in bens
    assert "A secret walk" in ashas and "A secret walk" not in bens


def test_a_place_and_a_time_that_wait_are_on_both_first_pages_and_say_no_more(client, cast):
    introduced(cast, interest="chess", says_name=True)
    propose(cast, "hana", place="The pier")

    for who in ("asha", "ben"):
        page = _page(client, cast.user(who))
        assert "A place and a time wait for your answer" in page
        # What it is about stands in the record, whose news a first page may show; where and whom with does not.
        assert "The pier" not in page and "Hana" not in page
    assert "wait for your answer" not in _page(client, cast.hana)
    assert "Waits for your answer" in client_of(cast, "asha").get(company(cast, "introductions")).content.decode()

    actions.answer(**by(cast, "ben"), side=side(cast, "asha"), number=1, yes=True)

    assert "wait for your answer" not in _page(client, cast.asha)
    assert "wait for your answer" not in _page(client, cast.ben)


@pytest.mark.parametrize("after", ["a newer one of ones own", "a step back", "its day"])
def test_what_can_be_answered_no_longer_does_not_wait(client, cast, after):
    mine, _ = introduced(cast)
    propose(cast, "hana")
    if after == "a newer one of ones own":
        propose(cast, "asha", number=1)
    elif after == "a step back":
        actions.step_back(**by(cast, "asha"), side=mine)
    else:
        Proposal.objects.update(meeting_date=timezone.localdate() - timedelta(days=1))

    assert "wait for your answer" not in _page(client, cast.asha)


def test_who_meant_to_be_back_is_asked_on_both_first_pages_until_they_say_so(client, cast):
    facts = planning.Facts(timezone.localdate(), back_at=timezone.now() + timedelta(hours=1))
    outing = plan(cast, facts=facts)
    assert "Are you back?" not in _page(client, cast.asha)
    Outing.objects.update(back_at=timezone.now() - timedelta(minutes=5))

    assert "Are you back?" in _page(client, cast.asha)
    assert "Asha: back yet?" in _page(client, cast.ben)

    planning.say_back(**by(cast, "asha"), outing=outing)
    assert "Are you back?" not in _page(client, cast.asha)


def test_the_needs_of_a_person_are_looked_at_again_on_their_day(client, cast):
    today = timezone.localdate()
    act = {"by": cast.asha, "at": cast.at, "partnership": cast.reach("asha")}
    getting_started.settle(
        **act, point=Point.NEEDS, whose=cast.place("asha"), text="Large print", version=0, review_date=today
    )

    assert "Look again at what helps" in _page(client, cast.ben)
    assert "Look again at what helps" not in _page(client, cast.dev)


def _walkers(cast):
    return walking_group(by=cast.ben, at=cast.at, agency=cast.agency)


def test_a_day_with_sixty_people_costs_ten_questions_to_the_database_with_who_is_signed_in(client, cast):
    asset = _walkers(cast)
    for number in range(59):
        begun = partnership.begin(by=cast.ben, at=cast.at, agency=cast.agency, name=f"Person {number}", team=cast.team)
        _plans_something(cast, begun, asset)

    assert _queries(client, cast.ben) <= 10
    assert "Person 58: how was it?" in client.get("/").content.decode()


def _plans_something(cast, begun, asset):
    at = timezone.now()
    act = {"by": cast.ben, "at": at, "partnership": partnership_to_write(cast.ben, begun.pk, at=at)}
    for days in (-1, 1):
        planning.plan(**act, words="A walk", facts=planning.Facts(timezone.localdate() + timedelta(days=days)))
    idea = ideas.keep(**act, asset=asset)
    ideas.move(**act, idea=idea, state=Kept.PUT_OFF, until_date=timezone.localdate() + timedelta(days=1))
    KeptIdea.objects.update(until_date=timezone.localdate())


def test_thirty_people_cost_no_more_questions_to_the_database_than_one(client, cast):
    one = _queries(client, cast.ben)
    for number in range(29):
        begun = partnership.begin(by=cast.ben, at=cast.at, agency=cast.agency, name=f"Person {number}", team=cast.team)
        _say_not_now(cast, begun)
    assert one <= 10
    assert _queries(client, cast.ben) <= 10
    assert "Person 28" in client.get("/").content.decode()


def _say_not_now(cast, begun):
    at = timezone.now()
    reached = partnership_to_write(cast.ben, begun.pk, at=at)
    tomorrow = timezone.localdate() + timedelta(days=1)
    getting_started.say_not_now(by=cast.ben, at=at, partnership=reached, ask_again_date=tomorrow)


def _queries(client, user):
    client.force_login(user)
    client.get("/")  # the first page after a sign-in notes the device
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/").status_code == 200
    return len(asked)
