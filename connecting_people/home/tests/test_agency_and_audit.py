from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connecting_people.journey import actions as journey
from connecting_people.partnership import actions as partnership
from connecting_people.partnership.queries import partnership_for
from connecting_people.people import actions as people
from connecting_people.people.models import Membership
from connecting_people.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.DEMO = True


def _page(client, user, address):
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode().split("<main", 1)[1].split("</main", 1)[0]


@pytest.mark.parametrize("address", ["/agency/", "/audit/"])
@pytest.mark.parametrize("name", ["asha", "cora", "hana", "jo"])
def test_they_are_for_staff(client, cast, address, name):
    client.force_login(cast.user(name))
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("name", ["ben", "ela", "femi", "gwen", "ivan"])
def test_the_audit_is_for_the_privacy_officer(client, cast, name):
    client.force_login(cast.user(name))
    assert client.get("/audit/").status_code == 403


def test_nobody_is_sent_to_sign_in(client, cast):
    assert client.get("/agency/").status_code == 302
    assert client.get("/audit/").status_code == 302


def test_a_practitioner_sees_colleagues_and_no_partnerships(client, cast):
    page = _page(client, cast.ben, "/agency/")
    assert "North team" in page
    assert "Dev" in page
    assert "Partnerships of your team" not in page
    assert "Ivan" not in page


def test_a_trainer_sees_the_agency_alone(client, cast):
    page = _page(client, cast.femi, "/agency/")
    assert "Riverside Community Support" in page
    assert "Dev" not in page


def test_an_administrator_gets_to_people_and_settings(client, cast):
    page = _page(client, cast.gwen, "/agency/")
    assert f"/agency/{cast.agency.pk}/people/" in page
    assert f"/agency/{cast.agency.pk}/settings/" in page


def test_a_team_lead_sees_that_partnerships_are_there_and_not_whose(client, cast):
    journey.record(by=cast.asha, at=cast.at, partnership=cast.reach("asha"), kind="note", line="We walked to the pond")
    page = _page(client, cast.ela, "/agency/")
    for shown in ("Ben", "Dev", f"/partnerships/{cast.partnership.pk}/look/"):
        assert shown in page
    for hidden in ("Asha", "Hana", "Cora", "Lewis", "We walked to the pond", "/hand-over/"):
        assert hidden not in page


def test_where_a_practitioner_left_the_lead_of_the_team_can_hand_over(client, cast):
    Membership.objects.filter(user=cast.ben, role=Role.PRACTITIONER).update(ended_at=timezone.now())
    page = _page(client, cast.ela, "/agency/")
    assert f"/partnerships/{cast.partnership.pk}/hand-over/" in page
    assert f"/partnerships/{cast.hanas.pk}/hand-over/" not in page


def _switched_off(client, cast):
    client.force_login(cast.gwen)
    assert client.post(f"/agency/{cast.agency.pk}/people/{cast.ben.pk}/switch-off/").status_code == 302


def _left_the_team(client, cast):
    client.force_login(cast.ben)
    role = cast.ben.memberships.get(role=Role.PRACTITIONER)
    assert client.post(reverse("people:leave_team", args=[role.pk])).status_code == 302


@pytest.mark.parametrize("gone", [_switched_off, _left_the_team])
def test_when_a_practitioner_goes_the_team_lead_finds_another_and_the_two_go_on(client, cast, gone):
    together = f"/partnerships/{cast.partnership.pk}/"
    gone(client, cast)
    client.force_login(cast.ben)
    assert client.get(together).status_code == 404

    assert f"{together}hand-over/" in _page(client, cast.ela, "/agency/")
    assert client.post(f"{together}hand-over/", {"colleague": cast.dev.pk}).status_code == 302

    assert f"{together}hand-over/" not in _page(client, cast.ela, "/agency/")
    assert client.get(together).status_code == 404
    _page(client, cast.dev, together)
    people_page = _page(client, cast.asha, f"{together}people/")
    assert "Dev" in people_page and "Lead practitioner" in people_page
    assert "You and Dev" in _page(client, cast.asha, "/")
    assert "Dev" in _page(client, cast.asha, f"{together}journey/")


def test_a_lead_of_the_whole_agency_also_sees_partnerships_without_a_team(client, cast):
    free = partnership.begin(by=cast.ben, at=cast.at, agency=cast.agency, name="Sam")
    assert str(free.pk) not in _page(client, cast.ela, "/agency/")
    people.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.ela, role=Role.TEAM_LEAD)
    page = _page(client, cast.ela, "/agency/")
    assert f"/partnerships/{free.pk}/look/" in page
    assert str(cast.ivans.pk) not in page


def test_a_handover_shows_since_when(client, cast):
    reached = cast.reach("ben")
    at = cast.at + timedelta(hours=1)
    partnership.hand_over(by=cast.ben, at=at, partnership=reached, colleague=cast.dev)
    assert "since " in _page(client, cast.ela, "/agency/")


@pytest.mark.parametrize("page", ["2", "x", "99999999", "-1"])
def test_any_page_number_is_answered(client, cast, page):
    _page(client, cast.ela, f"/agency/?page={page}")


def test_urgent_looks_stand_first_with_their_reason(client, cast):
    partnership.look_urgently(
        by=cast.ela, at=timezone.now(), partnership=cast.partnership, reason="Nobody can be reached"
    )
    page = _page(client, cast.kit, "/audit/")
    assert "Nobody can be reached" in page
    assert f"Ela looked into partnership {str(cast.partnership.pk)[:8]}" in page
    assert page.index("Nobody can be reached") < page.index("All that was opened and done")


def _look(cast, reason, minutes=0):
    at = cast.at + timedelta(minutes=minutes)
    return partnership.look_urgently(by=cast.ela, at=at, partnership=cast.partnership, reason=reason)


def test_looks_that_the_officer_has_not_seen_stand_first(client, cast):
    earlier, later = _look(cast, "The earlier reason, at length"), _look(cast, "The later reason, at length", 5)
    page = _page(client, cast.kit, "/audit/")
    assert page.index(later.reason) < page.index(earlier.reason)
    assert page.count("I have seen this") == 2

    response = client.post(f"/audit/looks/{later.pk}/seen/")

    assert response.url == f"/audit/?agency={cast.agency.pk}"
    page = _page(client, cast.kit, response.url)
    assert page.index(earlier.reason) < page.index(later.reason)
    assert page.count("I have seen this") == 1
    assert "seen on" in page
    assert "Urgent look seen" in _page(client, cast.kit, "/audit/?kind=partnerships")


@pytest.mark.parametrize("name", ["asha", "ben", "ela", "gwen", "jo", "ivan"])
def test_a_look_is_noted_by_its_agencys_officer_alone(client, cast, name):
    look = _look(cast, "The reason, at some length")
    people.give_role(by=cast.ivan, at=cast.at, agency=cast.other_agency, user=cast.jo, role=Role.PRIVACY_OFFICER)
    client.force_login(cast.user(name))

    assert client.post(f"/audit/looks/{look.pk}/seen/").status_code == 404
    look.refresh_from_db()
    assert look.seen_by_officer_at is None


def test_the_officers_first_page_says_that_there_is_something_new(client, cast):
    assert "New urgent looks" not in _page(client, cast.kit, "/")
    look = _look(cast, "The reason, at some length")
    assert "New urgent looks: 1" in _page(client, cast.kit, "/")
    partnership.note_look_seen(by=cast.kit, at=cast.at, look=look)
    assert "New urgent looks" not in _page(client, cast.kit, "/")


def test_the_audit_names_staff_and_nobody_else_and_no_words(client, cast):
    journey.record(by=cast.asha, at=cast.at, partnership=cast.reach("asha"), kind="note", line="We walked to the pond")
    partnership_for(cast.ben, cast.partnership.pk, at=timezone.now(), page="timeline")
    page = _page(client, cast.kit, "/audit/")
    assert "Opened: the journey" in page
    assert f"Not a member of staff ({str(cast.asha.pk)[:8]})" in page
    for hidden in ("Asha", "Hana", "Cora", "We walked to the pond", str(cast.partnership.pk), "Ivan"):
        assert hidden not in page


def test_the_audit_can_be_asked_for_one_kind_and_page_by_page(client, cast):
    for minute in range(120):
        partnership_for(cast.ben, cast.partnership.pk, at=cast.at + timedelta(minutes=minute), page=f"page {minute:03}")
    first = _page(client, cast.kit, "/audit/?kind=reads")
    assert "page 119" in first
    assert "page 019" not in first
    assert "Role given" not in first
    older = first.split('class="pager__older" href="')[1].split('"')[0].replace("&amp;", "&")
    second = _page(client, cast.kit, older)
    assert "page 019" in second
    assert "page 020" not in second


@pytest.mark.parametrize("query", ["kind=nonsense", "before=x", "before=9999999999999999999", "agency=x", "kind=staff"])
def test_odd_questions_are_answered_with_what_there_is(client, cast, query):
    assert "Who looked where" in _page(client, cast.kit, f"/audit/?{query}")
