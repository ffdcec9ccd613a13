import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from connecting_people.community.tests.places import walking_group
from connecting_people.connections.actions import strengths
from connecting_people.connections.rules import StrengthKind
from connecting_people.introductions import actions
from connecting_people.introductions.models import Proposal, Wish
from connecting_people.introductions.tests.company import (
    address,
    area,
    by,
    fits,
    introduced,
    propose,
    side,
    signed_in,
    soon,
    text_of,
    wish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEMO = True


def day(value, name="until"):
    return {f"{name}_{part}": str(getattr(value, part)) for part in ("day", "month", "year")}


def sent(**more):
    return {"interest": "walking", "days": ["1", "3"], "km": "5", "needs": ["8"], **day(soon()), **more}


def test_an_empty_page_says_what_it_is_for(cast):
    assert "One thing is enough" in text_of(cast, "asha", address(cast, "introductions")).replace(
        "one thing", "One thing"
    )


def test_a_wish_is_said_and_taken_back_on_the_pages(cast):
    area(cast)
    client = signed_in(cast, "asha")

    assert client.post(address(cast, "wish"), sent())["Location"] == address(cast, "introductions")
    said = client.get(address(cast, "introductions")).content.decode()
    assert "Walking" in said and "Tuesday, Thursday" in said and "Step-free" in said and "Is not told" in said

    client.post(address(cast, "take_back", wish_id=Wish.objects.get().pk))
    assert Wish.objects.get().ended_at


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"days": []}, "Choose at least one day"),
        ({"interest": ""}, "Choose one thing"),
        (day(soon(-2)), "Choose a day that has not passed yet"),
        (day(soon(500)), "Choose a day within a year"),
    ],
)
def test_what_needs_another_look_is_said_beside_it(cast, given, says):
    area(cast)

    answer = signed_in(cast, "asha").post(address(cast, "wish"), sent(**given))

    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_without_an_area_a_wish_says_whom_to_ask(cast):
    answer = signed_in(cast, "asha").post(address(cast, "wish"), sent())

    assert "drawn no area yet" in answer.content.decode()


def test_what_is_on_the_list_of_strengths_stands_first(cast):
    given = {"by": cast.asha, "at": timezone.now(), "partnership": cast.reach("asha")}
    strengths.add(**given, kind=StrengthKind.ENJOYS, named=[strengths.Named(interest="chess")])

    said = text_of(cast, "asha", address(cast, "wish"))

    assert said.index("Chess") < said.index("Walking")


def test_a_practitioner_says_that_it_fits_and_takes_it_back(cast):
    client = signed_in(cast, "ben")
    assert client.post(address(cast, "say_fits"), {}).status_code == 422

    client.post(address(cast, "say_fits"), {"yes": "on"})
    assert "Ben said on" in text_of(cast, "asha", address(cast, "introductions"))

    client.post(address(cast, "no_longer_fits"))
    assert "Ben said on" not in text_of(cast, "asha", address(cast, "introductions"))


def test_the_person_cannot_say_it_for_the_practitioner(cast):
    answer = signed_in(cast, "asha").post(address(cast, "say_fits"), {"yes": "on"})

    assert "A practitioner of this partnership says" in answer.content.decode()


def test_two_pairs_agree_on_a_place_of_the_directory(cast):
    mine, theirs = introduced(cast, says_name=True)
    group = walking_group(by=cast.gwen, at=timezone.now(), agency=cast.agency)
    page = address(cast, "introduction", side_id=mine.pk)
    assert "Hana" in text_of(cast, "ben", page)

    when = {**day(soon(5), "day"), "begins": "14:30", "number": "0"}
    propose(cast, "asha", asset=group, place="")
    answer = signed_in(cast, "asha").post(address(cast, "propose", side_id=mine.pk), {**when, "place": "The pier"})
    assert "There is a newer place and time" in answer.content.decode() and "The pier" in answer.content.decode()

    other = address(cast, "introduction", "hana", side_id=theirs.pk)
    said = text_of(cast, "hana", other)
    assert group.name in said and "Proposed by the others" in said and "That suits us" in said
    signed_in(cast, "dev").post(address(cast, "answer", "hana", side_id=theirs.pk), {"yes": "yes", "number": "1"})

    said = text_of(cast, "asha", page)
    assert "Suits both" in said and "Plan your outing" in said
    for who, own in (("asha", mine), ("hana", theirs)):
        plan = reverse("stepping_out:plan", kwargs={"partnership_id": own.partnership_id})
        assert f"{plan}?introduced={own.pk}" in text_of(cast, who, address(cast, "introduction", who, side_id=own.pk))
        offered = text_of(cast, who, f"{plan}?introduced={own.pk}")
        # The place and the time, and nothing else of the others.
        assert f'value="{group.name}"' in offered and 'value="11:00"' in offered
        assert ("Hana" not in offered) or who == "hana"


@pytest.mark.parametrize("which", ["of the others", "not answered", "over", "nowhere"])
def test_an_outing_begins_with_nothing_that_was_not_agreed(cast, which):
    mine, theirs = introduced(cast)
    propose(cast, "asha", place="The pier")
    if which != "not answered":
        actions.answer(**by(cast, "hana"), side=theirs, number=1, yes=True)
    if which == "over":
        actions.step_back(**by(cast, "hana"), side=theirs)
    asked = {"of the others": theirs.pk, "nowhere": "x"}.get(which, mine.pk)
    plan = reverse("stepping_out:plan", kwargs={"partnership_id": cast.partnership.pk})

    assert "The pier" not in text_of(cast, "asha", f"{plan}?introduced={asked}")


def test_a_place_in_words_is_proposed_on_the_page_and_one_of_two_has_to_go(cast):
    mine, _ = introduced(cast)
    client, page = signed_in(cast, "asha"), address(cast, "propose", side_id=mine.pk)
    when = {**day(soon(5), "day"), "begins": "14:30", "number": "0"}
    assert client.get(page).status_code == 200

    assert "Choose a place, or write one" in client.post(page, when).content.decode()
    client.post(page, {**when, "place": "The pier"})

    assert Proposal.objects.get().place == "The pier"


def test_an_answer_that_came_too_late_says_so(cast):
    mine, _ = introduced(cast)
    propose(cast, "asha")
    client = signed_in(cast, "asha")

    client.post(address(cast, "answer", side_id=mine.pk), {"yes": "yes", "number": "1"})
    client.post(address(cast, "answer", side_id=mine.pk), {})

    assert "it is your own" in client.get(address(cast, "introduction", side_id=mine.pk)).content.decode()


def test_stepping_back_is_one_press_and_the_others_see_only_that_it_does_not_go_on(cast):
    mine, theirs = introduced(cast)

    signed_in(cast, "asha").post(address(cast, "step_back", side_id=mine.pk))

    said = text_of(cast, "hana", address(cast, "introduction", "hana", side_id=theirs.pk))
    assert "This does not go on" in said and "Step back" not in said
    assert "Does not go on" in text_of(cast, "dev", address(cast, "introductions", "hana"))


def test_an_introduction_of_the_others_is_not_there(cast):
    introduced(cast)

    page = address(cast, "introduction", side_id=side(cast, "hana").pk)

    assert signed_in(cast, "asha").get(page).status_code == 404


def test_the_list_takes_as_many_queries_for_one_wish_as_for_many(cast, django_assert_num_queries):
    wish(cast, "asha")
    fits(cast, "ben")
    client, page = signed_in(cast, "asha"), address(cast, "introductions")
    client.get(page)
    with CaptureQueriesContext(connection) as few:
        client.get(page)
    for interest in ("chess", "films", "gardening"):
        wish(cast, "asha", interest=interest)

    with django_assert_num_queries(len(few)):
        client.get(page)
