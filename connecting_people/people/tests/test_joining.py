"""Coming in by a link, the first start, and what is sent by e-mail."""

import re
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.people import actions, outbox
from connecting_people.people.models import Invitation, User
from connecting_people.people.presenters import device_name
from connecting_people.people.rules import Role
from connecting_people.people.standing import standing
from tests.cast import PASSWORD, Cast

NEW = {"name": "Nia", "email": "nia@trust.example", "password": PASSWORD}
AGENCY = {"agency_name": "Valley Support", "setting": "mental_health"}


@pytest.fixture(autouse=True)
def _in_demo_mode_nobody_needs_a_second_factor(settings: Any) -> None:
    settings.DEMO = True


def made_link(cast: Cast, client: Client, **changed: str) -> str:
    """Invite somebody in the browser, and return the path of the link that is shown."""
    client.force_login(cast.gwen)
    sent = {"name": "Nia", "role": "practitioner", "team": str(cast.team.pk), "email": ""} | changed
    page = client.post(reverse("people:invite", args=[cast.agency.pk]), sent, follow=True)
    [link] = re.findall(r'value="http://testserver(/join/[^"]+)"', page.content.decode())
    client.logout()
    return str(link)


def test_the_first_visit_to_an_empty_program_leads_to_its_set_up(client: Client, db: None) -> None:
    assert client.get(reverse("home:first"))["Location"] == reverse("people:set_up")
    assert "set up your agency" in client.get(reverse("people:set_up")).content.decode()
    there = client.post(reverse("people:set_up"), AGENCY | NEW)
    assert (there.status_code, there["Location"]) == (302, reverse("home:first"))
    user = User.objects.get(email="nia@trust.example")
    assert standing(user).is_staff
    assert client.get(reverse("people:account")).status_code == 200
    assert client.get(reverse("people:set_up"))["Location"] == reverse("home:first")
    assert client.post(reverse("people:set_up"), AGENCY | NEW).status_code == 302
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"agency_name": ""}, "Write the name of your agency"),
        ({"setting": ""}, "Choose the one that fits best"),
        ({"name": " "}, "Write the name that you like to be called by"),
        ({"email": "nia at trust"}, "like name@example.org"),
        ({"password": "short"}, "too short"),
        ({"password": ""}, "at least 12 characters"),
        ({"password": "nia@trust.example"}, "too similar"),
    ],
)
def test_set_up_says_what_to_mend_and_keeps_what_was_typed(
    client: Client, db: None, wrong: dict[str, str], says: str
) -> None:
    page = client.post(reverse("people:set_up"), AGENCY | NEW | {"name": "Typed with care"} | wrong)
    words = page.content.decode()
    assert page.status_code == 422
    assert says in words and "Please look at this again" in words
    assert ("Typed with care" in words) is ("name" not in wrong)
    assert not User.objects.exists()


def test_a_link_makes_a_login_with_its_role_and_is_used_up(cast: Cast, client: Client) -> None:
    link = made_link(cast, client)
    page = client.get(link).content.decode()
    assert "Gwen invites you to Riverside" in page and "Practitioner" in page and 'value="Nia"' in page
    assert client.post(link, NEW).status_code == 302
    user = User.objects.get(email="nia@trust.example")
    assert standing(user).roles_in(cast.agency.pk) == {Role.PRACTITIONER}
    assert client.get(reverse("people:account")).status_code == 200
    for somebody in (client, Client()):
        closed = somebody.get(link)
        assert closed.status_code == 404 and "does not open anything now" in closed.content.decode()


def test_joining_says_what_to_mend_and_leaves_the_link_open(cast: Cast, client: Client) -> None:
    link = made_link(cast, client)
    for wrong, says in (
        ({"email": "ASHA@example.org"}, "signs in with this address already"),
        ({"password": "password1234"}, "too common"),
    ):
        page = client.post(link, NEW | wrong)
        assert page.status_code == 422 and says in page.content.decode() and 'value="Nia"' in page.content.decode()
    assert client.get(link).status_code == 200


def test_when_an_address_is_taken_in_the_same_moment_the_form_says_so(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = made_link(cast, client)
    monkeypatch.setattr("connecting_people.people.forms.has_login", lambda email: False)
    page = client.post(link, NEW | {"email": cast.asha.email})
    assert page.status_code == 422 and "signs in with this address already" in page.content.decode()


def test_when_a_link_is_used_in_the_same_moment_it_is_closed(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = made_link(cast, client)
    invitation = Invitation.objects.get(used_at=None)
    token = link.split("/")[2]
    actions.accept_invitation(by=cast.jo, at=timezone.now(), token=token)
    monkeypatch.setattr("connecting_people.people.queries.staff_invitation_for", lambda token, at: invitation)
    assert client.post(link, NEW).status_code == 404
    client.force_login(cast.ivan)
    assert client.post(link).status_code == 404


def test_whoever_is_signed_in_accepts_with_the_login_they_have(cast: Cast, client: Client) -> None:
    link = made_link(cast, client, role="trainer", team="")
    client.force_login(cast.ben)
    assert "You are signed in as Ben" in client.get(link).content.decode()
    assert Invitation.objects.filter(used_at=None).exists()
    assert client.post(link).status_code == 302
    assert standing(cast.ben).roles_in(cast.agency.pk) == {Role.PRACTITIONER, Role.TRAINER}


def test_an_unknown_link_and_one_into_a_partnership_are_answered_alike(cast: Cast, client: Client) -> None:
    _, token = actions.invite(by=cast.ben, at=cast.at, agency=cast.agency, role=Role.SUPPORTER, name="Lou", team=None)
    pages = [client.get(reverse("people:join", args=[t])) for t in (token, "no-such-link")]
    assert [page.status_code for page in pages] == [404, 404]
    assert Invitation.objects.filter(used_at=None).count() == 1


def test_a_link_is_shown_once_and_sent_where_an_address_is_given(cast: Cast, client: Client) -> None:
    link = made_link(cast, client, email="nia@trust.example")
    [letter] = mail.outbox
    assert letter.to == ["nia@trust.example"] and link in letter.body and "Gwen invites you" in letter.body
    assert "Riverside" not in letter.subject
    client.force_login(cast.gwen)
    again = client.get(reverse("people:invited", args=[cast.agency.pk]))
    assert again["Location"] == reverse("people:members", args=[cast.agency.pk])


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": ""}, "Write a name"),
        ({"role": ""}, "Choose what they will do"),
        ({"role": "king"}, "Choose one of those in the list"),
        ({"team": ""}, "Choose the team that they will be in"),
        ({"team": str(uuid4())}, "Choose one of those in the list"),
        ({"email": "nia at trust"}, "or leave it empty"),
    ],
)
def test_inviting_says_what_to_mend(cast: Cast, client: Client, wrong: dict[str, str], says: str) -> None:
    client.force_login(cast.gwen)
    sent = {"name": "Nia", "role": "practitioner", "team": str(cast.team.pk), "email": "kept@x.org"} | wrong
    page = client.post(reverse("people:invite", args=[cast.agency.pk]), sent)
    assert page.status_code == 422 and says in page.content.decode()
    assert not Invitation.objects.filter(used_at=None).exists() and not mail.outbox


def test_a_team_of_another_agency_cannot_be_chosen(cast: Cast, client: Client) -> None:
    client.force_login(cast.gwen)
    sent = {"name": "Nia", "role": "practitioner", "team": str(cast.other_team.pk)}
    assert client.post(reverse("people:invite", args=[cast.agency.pk]), sent).status_code == 422


def test_a_team_lead_is_offered_practitioners_alone(cast: Cast, client: Client) -> None:
    client.force_login(cast.ela)
    address = reverse("people:invite", args=[cast.agency.pk])
    words = client.get(address).content.decode()
    assert 'value="practitioner"' in words and 'value="administrator"' not in words
    sent = {"name": "Nia", "role": "administrator", "team": ""}
    assert client.post(address, sent).status_code == 422


def test_a_team_lead_of_one_team_finds_it_chosen(cast: Cast, client: Client) -> None:
    client.force_login(cast.ela)
    words = client.get(reverse("people:invite", args=[cast.agency.pk])).content.decode()
    assert f'value="{cast.team.pk}" selected' in words


def test_without_a_team_the_way_to_the_first_is_shown(cast: Cast, client: Client) -> None:
    later = timezone.now()
    agency = actions.make_agency(by=cast.jo, at=later, name="Quayside", setting="housing")
    actions.give_role(by=cast.jo, at=later, agency=agency, user=cast.jo, role=Role.ADMINISTRATOR)
    client.force_login(cast.jo)
    address = reverse("people:invite", args=[agency.pk])
    assert reverse("people:new_team", args=[agency.pk]) in client.get(address).content.decode()
    page = client.post(address, {"name": "Nia", "role": "practitioner", "team": ""})
    assert page.status_code == 422 and "Make a team for them first" in page.content.decode()


def test_an_invitation_is_taken_back_after_asking(cast: Cast, client: Client) -> None:
    link = made_link(cast, client)
    invitation = Invitation.objects.get(used_at=None)
    address = reverse("people:take_back", args=[cast.agency.pk, invitation.pk])
    for who, status in ((cast.ela, 200), (cast.dev, 404), (cast.ivan, 404), (cast.gwen, 200)):
        client.force_login(who)
        assert client.get(address).status_code == status
    assert address in client.get(reverse("people:members", args=[cast.agency.pk])).content.decode()
    assert client.post(address).status_code == 302
    assert client.get(address).status_code == 404
    assert Client().get(link).status_code == 404


def test_a_team_lead_takes_back_no_link_of_another_team(cast: Cast, client: Client) -> None:
    made_link(cast, client, role="trainer", team="")
    invitation = Invitation.objects.get(used_at=None)
    client.force_login(cast.ela)
    assert client.get(reverse("people:take_back", args=[cast.agency.pk, invitation.pk])).status_code == 404


def test_without_a_mail_server_letters_stand_in_the_outbox(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.EMAIL_FILE_PATH = tmp_path / "outbox"
    assert outbox.letters() == []
    assert "Nothing yet" in client.get(reverse("people:outbox")).content.decode()
    settings.EMAIL_BACKEND = "connecting_people.people.outbox.Outbox"
    with mail.get_connection() as connection:
        for number in (1, 2):
            words = f"Words {number}, with a long line of\nhttps://x.example/a"
            mail.EmailMessage("Subject – ü", words, None, [f"{number}@x.org"], connection=connection).send()
    assert [letter.to for letter in outbox.letters()] == ["2@x.org", "1@x.org"]
    words = client.get(reverse("people:outbox")).content.decode()
    assert "Subject – ü" in words and 'href="https://x.example/a"' in words
    settings.EMAIL_HOST = "mail.example"
    assert client.get(reverse("people:outbox")).status_code == 404


@pytest.mark.parametrize(
    ("says", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/156 Safari/537 Edg/156", "Edge on Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14) Version/18 Safari/605", "Safari on Mac"),
        ("Something (Android 15)", "Android"),
        ("", "A browser that says nothing of itself"),
    ],
)
def test_a_device_is_named_in_words_that_people_know(says: str, name: str) -> None:
    assert device_name(says) == name
