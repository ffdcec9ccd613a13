"""How people see their practitioner and the agency, as they shared it, on a page for staff."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connecting_people.core.london import day_of
from connecting_people.partnership import actions as partnership
from connecting_people.partnership.queries import partnership_to_write
from connecting_people.review.actions import own_view, reviews
from connecting_people.review.models import View
from connecting_people.review.rules import Share

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.DEMO = True


def _shared(cast, words, share, at, by="ben"):
    """Let a new person of a practitioner's share how they see the two, written down for them."""
    user = cast.user(by)
    agency, team = (cast.other_agency, cast.other_team) if by == "ivan" else (cast.agency, cast.team)
    made = partnership.begin(by=user, at=at, agency=agency, name=f"Person {words[:12]}", team=team)
    act = {"by": user, "at": at, "partnership": partnership_to_write(user, made.pk, at=at)}
    review = reviews.open_review(**act, since_date=day_of(at))
    person = act["partnership"].person
    return own_view.say_view(**act, review=review, of_practitioner=words, of_agency="", share=share, voice=person)


def _half_a_year_ago():
    return timezone.now() - timedelta(days=184)


def _page(client, cast, who="gwen"):
    client.force_login(cast.user(who))
    answer = client.get(reverse("home:shared_views", kwargs={"agency_id": cast.agency.pk}))
    assert answer.status_code == 200
    return answer.content.decode().split("<main", 1)[1]


def test_the_agencys_page_leads_there(client, cast):
    client.force_login(cast.gwen)

    assert reverse("home:shared_views", kwargs={"agency_id": cast.agency.pk}) in client.get("/agency/").content.decode()


def test_what_is_shared_with_a_name_stands_there_with_it_and_the_quarter(client, cast):
    _shared(cast, "She rings back", Share.NAMED, timezone.now())

    said = _page(client, cast, "ela")

    assert "She rings back" in said and "Person She rings b" in said
    assert day_of(timezone.now()).strftime("%d %B") not in said


def test_what_is_not_shared_is_not_there(client, cast):
    _shared(cast, "For me alone", Share.NOT, timezone.now())

    assert "For me alone" not in _page(client, cast)


def test_seven_without_a_name_stay_hidden_and_eight_are_shown(client, cast):
    at = _half_a_year_ago()
    for number in range(7):
        _shared(cast, f"Number {number} says", Share.UNNAMED, at)
    assert "says" not in _page(client, cast)

    _shared(cast, "Number 7 says", Share.UNNAMED, at)

    said = _page(client, cast)
    assert all(f"Number {number} says" in said for number in range(8))
    assert "Person" not in said


def test_one_more_who_shares_today_changes_nothing(client, cast):
    at = _half_a_year_ago()
    for number in range(8):
        _shared(cast, f"Number {number} says", Share.UNNAMED, at)
    before = _page(client, cast)

    _shared(cast, "The newest says", Share.UNNAMED, timezone.now())

    assert _page(client, cast) == before


def test_who_takes_theirs_back_is_gone_and_so_are_seven(client, cast):
    at = _half_a_year_ago()
    made = [_shared(cast, f"Number {number} says", Share.UNNAMED, at) for number in range(8)]
    act = {"by": cast.ben, "at": timezone.now()}
    here = partnership_to_write(cast.ben, made[0].review.partnership_id, at=act["at"])

    own_view.take_back(**act, partnership=here, view=View.objects.select_related("review").get(pk=made[0].pk))

    assert "says" not in _page(client, cast)


def test_the_order_tells_nothing_of_who_came_first(client, cast):
    at = _half_a_year_ago()
    for number in range(8):
        _shared(cast, f"Number {number} says", Share.UNNAMED, at)
    said = _page(client, cast)

    shown = sorted(range(8), key=lambda number: said.index(f"Number {number} says"))

    by_id = list(View.objects.order_by("pk").values_list("of_practitioner", flat=True))
    assert [f"Number {number} says" for number in shown] == by_id


def test_nothing_of_another_agency_is_there(client, cast):
    _shared(cast, "From the hill", Share.NAMED, timezone.now(), by="ivan")

    assert "From the hill" not in _page(client, cast)


@pytest.mark.parametrize("name", ["asha", "cora", "hana", "jo", "ivan"])
def test_it_is_for_staff_of_the_agency(client, cast, name):
    client.force_login(cast.user(name))

    assert client.get(reverse("home:shared_views", kwargs={"agency_id": cast.agency.pk})).status_code == 404


def test_a_day_to_look_back_again_stands_on_both_first_pages(client, cast):
    from connecting_people.review.actions import next as what_next
    from connecting_people.review.rules import Choice

    act = {"by": cast.asha, "at": cast.at, "partnership": cast.reach("asha")}
    review = reviews.open_review(**act, since_date=day_of(cast.at))
    soon = day_of(timezone.now()) + timedelta(days=3)
    what_next.propose(**act, review=review, choice=Choice.CARRY_ON, look_again_date=soon)

    for who, says in (("asha", "Coming up"), ("ben", "With Asha")):
        client.force_login(cast.user(who))
        said = client.get("/").content.decode()
        assert "Look back together" in said and says in said
