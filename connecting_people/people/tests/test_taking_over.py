"""What must not open somebody's account: an unconfirmed address, an open screen, an old session, links of before."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.people import actions, queries
from connecting_people.people.adapters import SocialAccountAdapter
from connecting_people.people.models import Invitation, Membership
from connecting_people.people.rules import Role
from connecting_people.people.standing import standing
from tests.cast import PASSWORD, Cast

LOGIN = "/accounts/login/"
ACCOUNT = "/account/"


def sign_in(client: Client, who: Any) -> Any:
    return client.post(LOGIN, {"login": who.email, "password": PASSWORD})


class Organisation:
    """An organisation's sign-in that says something about an address."""

    def __init__(self, address: str, verified: Any, domain: str = "example.org") -> None:
        settings = {"email_authentication": True, "email_domains": [domain]}
        self.provider = SimpleNamespace(app=SimpleNamespace(settings=settings))
        self.email_addresses = [EmailAddress(email=address, verified=verified)]


@pytest.fixture
def mistyped(cast: Cast) -> str:
    """Return an address that Asha wrote by mistake and never confirmed: it is somebody else's letter box."""
    EmailAddress.objects.create(user=cast.asha, email="stranger@example.org", verified=False, primary=False)
    return "stranger@example.org"


def test_no_code_goes_to_an_address_that_was_never_confirmed(cast: Cast, client: Client, mistyped: str) -> None:
    client.post(reverse("account_request_login_code"), {"email": mistyped})
    assert not any("-" in line and line.isupper() for letter in mail.outbox for line in letter.body.split())


def test_no_new_password_comes_by_an_address_that_was_never_confirmed(cast: Cast, mistyped: str) -> None:
    Client().post(reverse("account_reset_password"), {"email": mistyped})
    assert not any("/password/reset/key/" in letter.body for letter in mail.outbox)


def test_a_planted_address_takes_nobody_to_another_account(cast: Cast) -> None:
    for planter in (cast.ben, cast.cora, cast.dev, cast.ela, cast.femi, cast.gwen):
        EmailAddress.objects.create(user=planter, email=cast.asha.email, verified=False, primary=False)
    found = SocialAccountAdapter().authenticate_by_email(Organisation("ASHA@example.org", True))
    assert found == (cast.asha, "ASHA@example.org")
    Client().post(reverse("account_reset_password"), {"email": cast.asha.email})
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(("verified", "opens"), [(True, True), ("true", True), ("false", False), (False, False)])
def test_an_organisation_opens_an_account_by_an_address_that_it_confirmed(
    cast: Cast, mistyped: str, verified: Any, opens: bool
) -> None:
    adapter = SocialAccountAdapter()
    assert bool(adapter.authenticate_by_email(Organisation(cast.asha.email, verified))) is opens
    assert adapter.authenticate_by_email(Organisation(mistyped, verified)) is None


@pytest.mark.parametrize("domain", ["elsewhere.example", "ample.org"])
def test_an_organisation_opens_no_account_of_anothers_people(cast: Cast, domain: str) -> None:
    assert SocialAccountAdapter().authenticate_by_email(Organisation(cast.asha.email, True, domain)) is None


def test_whoever_finds_a_screen_open_cannot_change_the_address(cast: Cast, client: Client) -> None:
    sign_in(client, cast.asha)
    there = client.post(reverse("account_email"), {"email": "taken-over@example.org", "action_add": ""})
    assert there["Location"].startswith(reverse("account_reauthenticate"))
    assert not mail.outbox and not EmailAddress.objects.filter(email="taken-over@example.org").exists()


def test_signing_in_elsewhere_wakes_no_session_that_stood_still(cast: Cast, client: Client) -> None:
    sign_in(client, cast.asha)
    client.get(ACCOUNT)
    later = timezone.now() + timedelta(hours=3)
    with patch("django.contrib.auth.models.timezone.now", return_value=later):
        sign_in(Client(), cast.asha)
    with patch("connecting_people.people.middleware.timezone.now", return_value=later + timedelta(minutes=1)):
        assert client.get(ACCOUNT).status_code == 302


def test_leaving_closes_the_links_by_which_one_could_come_back(cast: Cast) -> None:
    _, token = _link(cast)
    actions.end_role(by=cast.ela, at=cast.at, membership=Membership.objects.get(user=cast.ela))
    assert queries.staff_invitation_for(token, cast.at) is None


def test_ending_one_role_leaves_the_links_of_another(cast: Cast) -> None:
    actions.give_role(by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.ela, role=Role.TRAINER)
    _, token = _link(cast)
    actions.end_role(by=cast.ela, at=cast.at, membership=Membership.objects.get(user=cast.ela, role=Role.TRAINER))
    assert queries.staff_invitation_for(token, cast.at)


def _link(cast: Cast) -> tuple[Invitation, str]:
    return actions.invite_staff(
        by=cast.ela, at=cast.at, agency=cast.agency, role=Role.PRACTITIONER, name="Nia", team=cast.team
    )


def test_a_peer_worker_who_is_switched_off_keeps_their_own_record(cast: Cast) -> None:
    actions.give_role(
        by=cast.gwen, at=cast.at, agency=cast.agency, user=cast.asha, role=Role.PRACTITIONER, team=cast.team
    )
    actions.switch_off(by=cast.gwen, at=cast.at, agency=cast.agency, user_id=cast.asha.pk)
    assert standing(cast.asha).roles_in(cast.agency.pk) == {Role.SERVICE_USER}
    assert cast.reach("asha").me.user_id == cast.asha.pk


def test_a_link_that_is_taken_back_while_it_is_opened_lets_nobody_in(cast: Cast) -> None:
    invitation, token = _link(cast)
    actions.withdraw_invitation(by=cast.ela, at=cast.at, invitation=invitation)
    # Whoever opens it had read it as open a moment before.
    was_open = patch("connecting_people.people.actions.invitation_for", return_value=invitation)
    with was_open, pytest.raises(actions.InvitationClosed):
        actions.accept_invitation(by=cast.jo, at=cast.at, token=token)
