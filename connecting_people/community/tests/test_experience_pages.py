import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.community.actions import improvements as ideas
from connecting_people.community.actions import ratings as actions
from connecting_people.community.models import Improvement, Rating
from connecting_people.community.rules import ImprovementState, Light, RatingState
from connecting_people.community.tests.voices import crowd, keeper, light, say, shown
from connecting_people.people.actions import give_role
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db
GIVEN = {"light": "amber", "reason": "A man called Derek shouted, the walk is lovely", "signed": "nameless"}


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def reader(cast, who):
    client = Client()
    client.force_login(cast.user(who))
    return client


def address(cast, name, **more):
    return reverse(f"community:{name}", kwargs={"agency_id": cast.agency.pk, **more})


def test_somebody_says_how_they_find_a_place_and_sees_where_it_stands(cast, walkers):
    client = reader(cast, "asha")
    response = client.post(address(cast, "rate", asset_id=walkers.pk), GIVEN)

    page = client.get(response.url).text
    assert "Waits for somebody to look at it" in page
    assert "This looks like a name or a number: “Derek”" in page
    assert Rating.objects.get().reason == GIVEN["reason"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"light": ""}, "Choose one of the three"),
        ({"light": "red", "reason": ""}, "Say in a few words what was not right"),
        ({"signed": ""}, "Choose with or without your name"),
    ],
)
def test_what_is_missing_is_said_beside_it_and_nothing_typed_is_lost(cast, walkers, given, says):
    sent = GIVEN | given
    response = reader(cast, "asha").post(address(cast, "rate", asset_id=walkers.pk), sent)

    assert response.status_code == 422
    assert says in response.text
    assert sent["reason"] in response.text
    if sent["light"]:
        assert f'value="{sent["light"]}" checked' in response.text


def test_the_same_form_twice_gives_one_light(cast, walkers):
    client, here = reader(cast, "asha"), address(cast, "rate", asset_id=walkers.pk)
    (token,) = set(re.findall(r'name="once" value="([^"]+)"', client.get(here).text))

    first, second = (client.post(here, GIVEN | {"once": token}) for _ in range(2))
    assert first.url == second.url
    assert Rating.objects.count() == 1


def test_saying_it_differently_begins_with_what_was_said(cast, walkers):
    light(cast, "asha", walkers, light=Light.RED, reason="Too far")
    page = reader(cast, "asha").get(address(cast, "rate", asset_id=walkers.pk)).text

    assert "Too far" in page
    assert 'value="red" checked' in page


def test_an_organisations_keeper_is_told_that_they_can_answer_instead(cast, walkers):
    keeper(cast, walkers, "dev")
    client, here = reader(cast, "dev"), address(cast, "rate", asset_id=walkers.pk)

    assert "cannot give it a light" in client.get(here).text
    client.post(here, GIVEN)
    assert not Rating.objects.exists()


def test_who_is_two_kinds_of_person_says_as_whom(cast, walkers):
    give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.dev, role=Role.SERVICE_USER)
    client, here = reader(cast, "dev"), address(cast, "rate", asset_id=walkers.pk)

    assert "Choose as whom you say this" in client.post(here, GIVEN).text
    client.post(here, GIVEN | {"rater": "service_user"})
    assert Rating.objects.get().rater == "service_user"


def test_a_keeper_takes_a_name_out_and_the_author_sees_what_is_shown_and_why(cast, walkers):
    rating = light(cast, "asha", walkers, reason=GIVEN["reason"])
    ela, here = reader(cast, "ela"), address(cast, "rating_decide", rating_id=rating.pk)
    assert "Asha" not in ela.get(here).text
    sent = {"state": "shown", "shown": "A man called […] shouted, the walk is lovely", "why": ""}
    assert "Say why, in words that you would like" in ela.post(here, sent).text
    assert ela.post(here, sent | {"why": "I took a name out"}).status_code == 302

    mine = reader(cast, "asha").get(address(cast, "my_ratings")).text
    for words in (GIVEN["reason"], "A man called […] shouted", "I took a name out"):
        assert words in mine


def test_other_words_than_the_authors_are_not_kept_and_not_lost(cast, walkers):
    rating = light(cast, "asha", walkers, reason="It is cold")
    sent = {"state": "shown", "shown": "It is quite warm", "why": "Nicer"}
    response = reader(cast, "ela").post(address(cast, "rating_decide", rating_id=rating.pk), sent)

    assert response.status_code == 422
    for words in ("Only take words out", "It is quite warm", "Nicer"):
        assert words in response.text


def test_a_refusal_goes_to_a_second_person_and_the_author_reads_why(cast, walkers):
    rating = light(cast, "asha", walkers, reason="It is cold")
    here = address(cast, "rating_decide", rating_id=rating.pk)
    dev, ela = reader(cast, "dev"), reader(cast, "ela")
    dev.post(here, {"state": "turned_down", "shown": "It is cold", "why": "It is only the weather"})
    assert dev.get(here).status_code == 404
    mine = reader(cast, "asha").get(address(cast, "my_ratings")).text
    assert "a second person looks at it" in mine
    assert "It is only the weather" in mine

    assert "Turned down by Dev" in ela.get(address(cast, "ratings_waiting")).text
    ela.post(here, {"state": "shown", "shown": "It is cold", "why": ""})
    rating.refresh_from_db()
    assert (rating.state, rating.second_by) == (RatingState.SHOWN, cast.ela)


def test_who_was_slower_sees_how_it_stands_and_keeps_their_words(cast, walkers):
    rating = light(cast, "asha", walkers)
    shown(cast, rating)
    sent = {"state": "turned_down", "shown": "", "why": "I was about to say no"}
    response = reader(cast, "dev").post(address(cast, "rating_decide", rating_id=rating.pk), sent)

    assert response.status_code == 422
    for words in ("See how it stands now", "Ela looked at it", "I was about to say no"):
        assert words in response.text


def test_a_light_is_taken_back_after_a_question(cast, walkers):
    rating = light(cast, "asha", walkers)
    client, here = reader(cast, "asha"), address(cast, "rating_take_back", rating_id=rating.pk)
    assert "Nobody else reads it from now on" in client.get(here).text

    client.post(here)
    assert Rating.objects.get().state == RatingState.TAKEN_BACK
    assert client.get(here).status_code == 404


def test_a_nameless_light_that_others_read_says_when_it_goes(cast, walkers):
    say(walkers, crowd(cast, 7))
    rating = shown(cast, light(cast, "asha", walkers))
    Rating.objects.filter(pk=rating.pk).update(shown_at=timezone.now() - timedelta(days=200))
    client, here = reader(cast, "asha"), address(cast, "rating_take_back", rating_id=rating.pk)

    assert "on the first day of the next quarter" in client.get(here).text
    page = client.get(client.post(here, {"words_now": "on"}).url).text
    assert "so that nobody can tell it was yours" in page


def test_an_idea_goes_from_a_service_user_to_the_page_of_the_place(cast, walkers):
    here = {"asset_id": walkers.pk}
    asha, dev = reader(cast, "asha"), reader(cast, "dev")
    assert "Choose one of the two" in asha.post(address(cast, "improve", **here), {"idea": "A ramp"}).text
    asha.post(address(cast, "improve", **here), {"move": "amber-green", "idea": "A ramp"})
    idea = Improvement.objects.get()
    assert "A ramp" in dev.get(address(cast, "improvements")).text
    one = address(cast, "improvement", improvement_id=idea.pk)
    dev.post(one, {"state": "taken_on", "outcome": "", "version": 1})
    assert "Say in a few words what came of it" in dev.post(one, {"state": "done", "version": 2}).text
    dev.post(one, {"state": "done", "outcome": "They built one", "version": 2})

    page = asha.get(address(cast, "asset", **here)).text
    assert "From amber to green, since" in page
    assert "They built one" in page


def test_two_who_write_at_once_about_an_idea_both_keep_their_words(cast, walkers):
    at = timezone.now()
    moved = {"from_light": Light.RED, "to_light": Light.AMBER}
    idea = ideas.improve(by=cast.asha, at=at, asset=walkers, idea="A ramp", **moved)
    given = {"version": 1, "state": ImprovementState.NOT_NOW, "outcome": "No money this year"}
    ideas.move_improvement(by=cast.dev, at=at, improvement=idea, **given)
    here = address(cast, "improvement", improvement_id=idea.pk)
    response = reader(cast, "ela").post(here, {"state": "taken_on", "outcome": "I know a builder", "version": "1"})

    assert response.status_code == 422
    for words in ("It now says:", "No money this year", "I know a builder"):
        assert words in response.text
    version = re.search(r'name="version"[^>]*value="(\d+)"', response.text)
    assert version is not None
    again = {"state": "taken_on", "outcome": "I know a builder", "version": version[1]}
    assert reader(cast, "ela").post(here, again).status_code == 302


@pytest.mark.parametrize("name", ["my_ratings", "ratings_waiting", "improvements", "proposals"])
def test_empty_lists_say_what_they_are_for_and_one_thing_to_do(cast, name):
    assert 'class="empty"' in reader(cast, "ben").get(address(cast, name)).text


@pytest.mark.parametrize("name", ["my_ratings", "ratings_waiting", "improvements"])
def test_lists_ask_the_database_as_often_for_many_as_for_one(cast, walkers, name, django_assert_max_num_queries):
    at = timezone.now()
    for who in ("asha", "hana", "cora"):
        light(cast, who, walkers)
        ideas.improve(
            by=cast.user(who), at=at, asset=walkers, from_light=Light.RED, to_light=Light.AMBER, idea="A ramp"
        )
    for _ in range(5):
        light(cast, "ben", walkers)
    for one in Rating.objects.filter(by=cast.hana):
        decision = actions.Decision(RatingState.TURNED_DOWN, why="No")
        actions.decide(by=cast.dev, at=at, rating=one, decision=decision)
    client = reader(cast, "ben")

    with django_assert_max_num_queries(6):
        assert "Tuesday walkers" in client.get(address(cast, name)).text


@pytest.mark.parametrize(("signed", "says"), [(True, "with your name"), (False, "without your name")])
def test_a_light_without_words_is_looked_at_and_its_author_sees_how_others_read_it(cast, walkers, signed, says):
    rating = light(cast, "asha", walkers, reason="", signed=signed)
    here = address(cast, "rating_decide", rating_id=rating.pk)
    assert reader(cast, "ela").post(here, {"state": "shown"}).status_code == 302

    assert says in reader(cast, "asha").get(address(cast, "asset", asset_id=walkers.pk)).text


def test_markup_in_words_stays_words(cast, walkers):
    shown(cast, light(cast, "ben", walkers, signed=True, reason="<script>alert(1)</script>"))

    assert "<script>alert" not in reader(cast, "asha").get(address(cast, "asset", asset_id=walkers.pk)).text
