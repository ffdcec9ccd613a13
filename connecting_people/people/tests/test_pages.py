"""Who gets which page of accounts and agencies, and what a form says when something is amiss."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from connecting_people.people import actions
from connecting_people.people.models import Agency, CrisisInformation, Invitation, Membership, Team, User
from connecting_people.people.rules import Role
from tests.cast import NAMES, Cast


@pytest.fixture(autouse=True)
def _in_demo_mode_nobody_needs_a_second_factor(settings: object) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]


ADMINISTRATOR = {"gwen"}
INVITERS = {"gwen", "ela"}
OF_AGENCY = {
    "people:agency_settings": ADMINISTRATOR,
    "people:crisis": ADMINISTRATOR,
    "people:new_team": ADMINISTRATOR,
    "people:members": INVITERS,
    "people:invite": INVITERS,
}


@pytest.mark.parametrize("name", OF_AGENCY)
def test_a_page_of_an_agency_is_there_for_those_who_look_after_it_and_for_nobody_else(
    cast: Cast, client: Client, name: str
) -> None:
    for who in NAMES:
        client.force_login(cast.user(who))
        found = client.get(reverse(name, args=[cast.agency.pk])).status_code
        assert found == (200 if who in OF_AGENCY[name] else 404), who
        assert client.get(reverse(name, args=[uuid4()])).status_code == 404
    client.logout()
    assert client.get(reverse(name, args=[cast.agency.pk])).status_code == 302


def test_everybody_signed_in_has_an_account_page(cast: Cast, client: Client) -> None:
    for who in NAMES:
        client.force_login(cast.user(who))
        page = client.get(reverse("people:account"))
        assert page.status_code == 200
        assert cast.user(who).email in page.content.decode()


def test_help_now_is_open_and_never_asks_to_sign_in(client: Client, db: None) -> None:
    page = client.get(reverse("people:help_now"))
    words = page.content.decode()
    assert page.status_code == 200
    assert all(number in words for number in ("999", "116 123", "85258", "111"))
    assert client.get(reverse("people:help_now"), headers={"If-None-Match": page["ETag"]}).status_code == 304


def test_help_now_shows_ones_own_agency_first_with_region_keeper_and_day(cast: Cast, client: Client) -> None:
    _crisis(cast)
    client.force_login(cast.asha)
    page = client.get(reverse("people:help_now"))
    words = page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert words.index("Out-of-hours team") < words.index("Samaritans")
    assert "Riverside" in words and "Kit keeps it" in words and "2 January 2026" in words
    client.force_login(cast.ivan)
    assert "Out-of-hours team" not in client.get(reverse("people:help_now")).content.decode()


def test_settings_are_kept_and_shown_at_once(cast: Cast, client: Client) -> None:
    client.force_login(cast.gwen)
    address = reverse("people:agency_settings", args=[cast.agency.pk])
    sent = {
        "name": "Riverside",
        "setting": "housing",
        "service_user_word": "member",
        "service_users_word": "members",
        "safeguarding": "Ring the duty desk",
    }
    assert client.post(address, sent).status_code == 302
    assert Agency.objects.get(pk=cast.agency.pk).safeguarding == "Ring the duty desk"
    assert 'value="member"' in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": ""}, "Write the name of your agency"),
        ({"setting": "moon"}, "Choose one of those in the list"),
        ({"service_user_word": "member", "service_users_word": ""}, "for several people as well"),
        ({"service_user_word": "", "service_users_word": "members"}, "for one person as well"),
    ],
)
def test_settings_say_what_to_mend_and_keep_what_was_typed(
    cast: Cast, client: Client, wrong: dict[str, str], says: str
) -> None:
    client.force_login(cast.gwen)
    sent = {"name": "Riverside", "setting": "housing", "safeguarding": "typed with care"} | wrong
    page = client.post(reverse("people:agency_settings", args=[cast.agency.pk]), sent)
    assert page.status_code == 422
    assert says in page.content.decode() and "typed with care" in page.content.decode()


def _crisis(cast: Cast, **changed: object) -> None:
    from datetime import date

    values = {
        "region": "Riverside and the valley",
        "advice": "Ring us first.",
        "kept_by": "Kit",
        "checked_date": date(2026, 1, 2),
        "contacts": [{"name": "Out-of-hours team", "phone": "01632 960000", "when": "5 pm to 9 am"}],
        "version": 0,
    } | changed
    actions.keep_crisis_information(by=cast.gwen, at=cast.at, agency=cast.agency, **values)


def _sent(**changed: str) -> dict[str, str]:
    return {
        "region": "The valley",
        "advice": "Sit down first.",
        "kept_by": "Gwen",
        "checked_date_day": "3",
        "checked_date_month": "2",
        "checked_date_year": "2026",
        "version": "0",
        "contact-TOTAL_FORMS": "2",
        "contact-INITIAL_FORMS": "0",
        "contact-0-name": "Night line",
        "contact-0-phone": "01632 960001",
        "contact-1-name": "",
    } | changed


def test_crisis_information_is_kept_with_its_contacts(cast: Cast, client: Client) -> None:
    client.force_login(cast.gwen)
    address = reverse("people:crisis", args=[cast.agency.pk])
    assert client.post(address, _sent()).status_code == 302
    words = client.get(address).content.decode()
    assert "Night line" in words and "Sit down first." in words
    assert CrisisInformation.objects.get(agency=cast.agency).version == 1


def test_a_contact_folds_on_a_phone_and_stays_one_line(cast: Cast, client: Client) -> None:
    client.force_login(cast.gwen)
    address = reverse("people:crisis", args=[cast.agency.pk])
    client.post(address, _sent(**{"contact-0-when": "Every night,\r\n6 in the evening to 8 in the morning"}))
    words = client.get(address).content.decode()
    assert ">Every night, 6 in the evening to 8 in the morning</textarea>" in words
    assert ">Night line</textarea>" in words


def test_when_two_change_crisis_information_both_texts_are_shown_and_the_second_can_be_kept(
    cast: Cast, client: Client
) -> None:
    _crisis(cast)
    client.force_login(cast.gwen)
    address = reverse("people:crisis", args=[cast.agency.pk])
    page = client.post(address, _sent(version="0"))
    words = page.content.decode()
    assert page.status_code == 422
    assert "Ring us first." in words and "Sit down first." in words and "Night line" in words
    assert client.post(address, _sent(version="1")).status_code == 302
    _crisis(cast, version=2, advice="Later still")
    assert client.post(address, _sent(version="2")).status_code == 422


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"region": ""}, "Write the area"),
        ({"kept_by": ""}, "Write who keeps this right"),
        ({"checked_date_year": "2199"}, "Choose a day that has come already"),
        ({"checked_date_day": "31"}, "there is no such day"),
        ({"contact-1-phone": "01632 960002"}, "Write whose number this is"),
    ],
)
def test_crisis_information_says_what_to_mend(cast: Cast, client: Client, wrong: dict[str, str], says: str) -> None:
    client.force_login(cast.gwen)
    page = client.post(reverse("people:crisis", args=[cast.agency.pk]), _sent(**wrong))
    assert page.status_code == 422
    assert says in page.content.decode() and "Sit down first." in page.content.decode()


def test_a_team_is_made_once_by_its_name(cast: Cast, client: Client) -> None:
    client.force_login(cast.gwen)
    address = reverse("people:new_team", args=[cast.agency.pk])
    assert client.post(address, {"name": "South team"}).status_code == 302
    page = client.post(address, {"name": "south TEAM"})
    assert page.status_code == 422 and "There is a team of that name already" in page.content.decode()
    assert "Write a name for the team" in client.post(address, {"name": " "}).content.decode()
    assert Team.objects.filter(agency=cast.agency).count() == 2


def test_people_are_listed_by_team_without_service_users(cast: Cast, client: Client) -> None:
    client.force_login(cast.gwen)
    words = client.get(reverse("people:members", args=[cast.agency.pk])).content.decode()
    main = words[words.index("<main") :]
    assert all(name in main for name in ("Ben", "Dev", "Ela", "Femi", "Kit", "North team", "Across the agency"))
    assert "Asha" not in main and "Cora" not in main and "Ivan" not in main


def test_a_team_lead_sees_their_own_team_and_switches_nobody_off(cast: Cast, client: Client) -> None:
    actions.make_team(by=cast.gwen, at=cast.at, agency=cast.agency, name="South team")
    client.force_login(cast.ela)
    words = client.get(reverse("people:members", args=[cast.agency.pk])).content.decode()
    assert "North team" in words and "Ben" in words
    assert "South team" not in words and "Femi" not in words and "End access" not in words
    assert client.get(reverse("people:switch_off", args=[cast.agency.pk, cast.ben.pk])).status_code == 404


def test_switching_off_is_asked_first_then_ends_everything_at_once(cast: Cast, client: Client) -> None:
    bens = Client()
    bens.post(reverse("people:demo_sign_in"), {"person": cast.ben.pk})
    client.force_login(cast.gwen)
    address = reverse("people:switch_off", args=[cast.agency.pk, cast.ben.pk])
    assert "End access for Ben?" in client.get(address).content.decode()
    assert bens.get(reverse("people:account")).status_code == 200
    assert client.post(address).status_code == 302
    assert bens.get(reverse("people:account")).status_code == 302
    assert client.get(address).status_code == 404
    for foreign in (cast.ivan.pk, cast.asha.pk, uuid4()):
        assert client.get(reverse("people:switch_off", args=[cast.agency.pk, foreign])).status_code == 404


def test_the_last_administrator_stays(cast: Cast, client: Client) -> None:
    client.force_login(cast.gwen)
    page = client.post(reverse("people:switch_off", args=[cast.agency.pk, cast.gwen.pk]))
    assert page.status_code == 422 and "Make somebody else one first" in page.content.decode()
    own = Membership.objects.get(user=cast.gwen)
    page = client.post(reverse("people:leave_team", args=[own.pk]))
    assert page.status_code == 422 and "Make somebody else one first" in page.content.decode()


def test_staff_leave_a_team_by_themselves(cast: Cast, client: Client) -> None:
    client.force_login(cast.dev)
    own = Membership.objects.get(user=cast.dev)
    address = reverse("people:leave_team", args=[own.pk])
    assert address in client.get(reverse("people:account")).content.decode()
    assert "North team" in client.get(address).content.decode()
    assert client.post(address).status_code == 302
    assert Membership.objects.get(pk=own.pk).ended_at is not None
    assert client.get(address).status_code == 404
    bens = Membership.objects.get(user=cast.ben)
    ashas = Membership.objects.get(user=cast.asha)
    assert client.get(reverse("people:leave_team", args=[bens.pk])).status_code == 404
    client.force_login(cast.asha)
    assert client.get(reverse("people:leave_team", args=[ashas.pk])).status_code == 404


def test_a_role_that_changes_counts_at_the_next_request(cast: Cast, client: Client) -> None:
    client.force_login(cast.jo)
    address = reverse("people:members", args=[cast.agency.pk])
    assert client.get(address).status_code == 404
    role = actions.give_role(
        by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.jo, role=Role.TEAM_LEAD, team=cast.team
    )
    assert client.get(address).status_code == 200
    actions.end_role(by=cast.gwen, at=cast.at, membership=role)
    assert client.get(address).status_code == 404


def test_somebody_of_two_agencies_finds_both(cast: Cast, client: Client) -> None:
    actions.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.ivan, role=Role.ADMINISTRATOR)
    client.force_login(cast.ivan)
    words = client.get(reverse("people:account")).content.decode()
    for agency in (cast.agency, cast.other_agency):
        assert reverse("people:members", args=[agency.pk]) in words
        assert client.get(reverse("people:members", args=[agency.pk])).status_code == 200


def test_the_choice_for_a_device_is_kept_and_its_form_says_what_is_missing(cast: Cast, client: Client) -> None:
    client.force_login(cast.asha)
    address = reverse("people:account")
    assert 'value="yes" checked' in client.get(address).content.decode()
    assert client.post(address, {"shared": "no"}).status_code == 302
    assert 'value="no" checked' in client.get(address).content.decode()
    page = client.post(address, {})
    assert page.status_code == 422 and "Choose one of the two" in page.content.decode()


def test_one_ends_a_session_on_another_device_and_nobody_elses(cast: Cast, client: Client) -> None:
    phone, hanas = Client(headers={"User-Agent": "Mozilla/5.0 (iPhone) Safari/604.1"}), Client()
    for browser, who in ((phone, cast.asha), (hanas, cast.hana), (client, cast.asha)):
        browser.post(reverse("people:demo_sign_in"), {"person": who.pk})
    assert "Safari on iPhone" in client.get(reverse("people:account")).content.decode()
    from allauth.usersessions.models import UserSession

    for session in UserSession.objects.filter(user__in=[cast.asha, cast.hana]):
        if session.session_key != client.session.session_key:
            assert client.post(reverse("people:end_session", args=[session.pk])).status_code == 302
    assert phone.get(reverse("people:account")).status_code == 302
    assert hanas.get(reverse("people:account")).status_code == 200
    assert client.get(reverse("people:account")).status_code == 200


def test_elsewhere_than_in_a_demonstration_there_is_no_outbox_and_no_cast(
    cast: Cast, client: Client, settings: object
) -> None:
    settings.DEMO = False  # type: ignore[attr-defined]
    assert client.post(reverse("people:demo_sign_in"), {"person": cast.asha.pk}).status_code == 404
    client.force_login(cast.asha)
    assert client.get(reverse("people:outbox")).status_code == 404
    client.logout()
    assert "Look around" not in client.get(reverse("account_login")).content.decode()


def test_in_a_demonstration_one_click_signs_in(cast: Cast, client: Client) -> None:
    page = client.get(reverse("account_login") + "?next=/account/")
    words = page.content.decode()
    assert "Look around as one of these people" in words and str(cast.asha.pk) in words
    there = client.post(reverse("people:demo_sign_in"), {"person": cast.asha.pk, "next": "/account/"})
    assert (there.status_code, there["Location"]) == (302, "/account/")
    assert client.get("/account/").status_code == 200
    away = client.post(reverse("people:demo_sign_in"), {"person": cast.ben.pk, "next": "https://evil.example/"})
    assert away["Location"] == reverse("home:first")


@pytest.mark.parametrize("person", ["", "nonsense", "7d4f0f5e-3a55-4b0c-9a43-000000000000"])
def test_nobody_else_is_signed_in_by_a_click(cast: Cast, client: Client, person: str) -> None:
    assert client.post(reverse("people:demo_sign_in"), {"person": person}).status_code == 404
    assert client.get(reverse("people:demo_sign_in")).status_code == 405


def test_somebody_with_another_address_is_not_one_of_the_cast(cast: Cast, client: Client) -> None:
    real = actions.make_user(by=None, at=cast.at, name="Real", email="real@trust.example", password=None)
    assert client.post(reverse("people:demo_sign_in"), {"person": real.pk}).status_code == 404


def test_reading_the_pages_takes_few_queries(
    cast: Cast, client: Client, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client.force_login(cast.gwen)
    client.get(reverse("people:help_now"))
    for name in ("people:members", "people:crisis", "people:invite"):
        with django_assert_max_num_queries(8):  # type: ignore[attr-defined]
            client.get(reverse(name, args=[cast.agency.pk]))
    with django_assert_max_num_queries(10):  # type: ignore[attr-defined]
        client.get(reverse("people:account"))
    assert User.objects.count() and not Invitation.objects.filter(used_at=None).exists()


def test_a_button_pressed_after_the_session_ended_is_said_to_be_not_done_yet(cast: Cast, client: Client) -> None:
    client.force_login(cast.asha)

    answer = client.get(reverse("plans:keep_idea", args=[cast.partnership.pk]))

    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "That is not done yet" in answer.content.decode()
