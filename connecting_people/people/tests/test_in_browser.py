"""Passkeys and an organisation's own sign-in, in a real browser; and limits that count across processes."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from connecting_people.people.tests import provider
from tests.cast import PASSWORD, Cast, make_cast

HERE = Path(__file__).parent
WAIT = 20_000


@pytest.fixture
def everyone(transactional_db: None) -> Cast:
    return make_cast(timezone.now())


def sign_in(page: Page, address: str) -> None:
    page.get_by_label("Your e-mail address").fill(address)
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_a_practitioner_adds_a_passkey_and_signs_in_with_it_alone(
    page: Page, live_server: Any, everyone: Cast, axe: Callable[[Page], None]
) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {**options, "isUserVerified": True, "automaticPresenceSimulation": True}},
    )
    page.set_default_timeout(WAIT)
    page.goto(live_server.url + reverse("people:members", args=[everyone.agency.pk]))
    sign_in(page, everyone.gwen.email)
    expect(page.get_by_role("heading", name="A second way to show that it is you")).to_be_visible(timeout=WAIT)
    axe(page)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    axe(page)
    page.get_by_label("A name for it").fill("my laptop")
    page.get_by_label("Let me sign in with this alone").check()
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", name="Your spare codes")).to_be_visible(timeout=WAIT)
    axe(page)
    assert Authenticator.objects.filter(user=everyone.gwen, type="webauthn").count() == 1
    page.goto(live_server.url + reverse("mfa_list_webauthn"))
    expect(page.get_by_text("my laptop").first).to_be_visible()

    page.get_by_role("button", name="Sign out").click()
    page.goto(live_server.url + reverse("account_login"))
    axe(page)
    page.get_by_role("button", name="Use your passkey").click()
    page.wait_for_url(live_server.url + "/", timeout=WAIT)
    page.goto(live_server.url + reverse("people:members", args=[everyone.agency.pk]))
    expect(page.get_by_role("heading", name="People and teams")).to_be_visible()
    axe(page)


def test_a_passkey_that_does_not_answer_is_said_in_the_page(page: Page, live_server: Any, everyone: Cast) -> None:
    page.route("**/webauthn/login/", lambda route: route.abort())
    page.goto(live_server.url + reverse("account_login"))
    page.get_by_role("button", name="Use your passkey").click()
    expect(page.get_by_text("The passkey did not answer")).to_be_visible(timeout=WAIT)


@pytest.fixture
def organisation(live_server: Any, everyone: Cast, settings: Any) -> Iterator[str]:
    """Start a provider on this machine, and let the program know it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "OAUTH_PKCE_ENABLED": True,
            "APPS": [
                {
                    "provider_id": "trust",
                    "name": "The Valley Trust",
                    "client_id": provider.CLIENT,
                    "secret": provider.SECRET,
                    "settings": {"server_url": f"http://127.0.0.1:{port}", "email_domains": ["example.org"]},
                }
            ],
        }
    }
    callback = live_server.url + reverse("openid_connect_callback", args=["trust"])
    people = ["asha@example.org", "ben@example.org", "stranger@example.org"]
    command = [sys.executable, str(HERE / "provider.py"), str(port), callback, *people]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout and "ready" in process.stdout.readline()
        yield "Sign in with The Valley Trust"
        process.terminate()


def through_the_organisation(page: Page, address: str) -> None:
    page.locator("input[name=login]").fill(address)
    page.locator("input[name=password]").fill(address)
    page.locator("input[name=password]").press("Enter")


def test_an_organisations_own_sign_in_opens_the_account_with_its_address(
    page: Page, live_server: Any, everyone: Cast, organisation: str
) -> None:
    page.goto(live_server.url + reverse("account_login") + "?next=/account/")
    page.get_by_role("link", name=organisation).click()
    through_the_organisation(page, "asha@example.org")
    page.wait_for_url(live_server.url + "/account/", timeout=WAIT)
    expect(page.get_by_text("asha@example.org").first).to_be_visible()


def test_staff_who_come_from_their_organisation_need_a_second_factor_too(
    page: Page, live_server: Any, everyone: Cast, organisation: str
) -> None:
    page.goto(live_server.url + reverse("account_login") + "?next=/agency/")
    page.get_by_role("link", name=organisation).click()
    through_the_organisation(page, "ben@example.org")
    expect(page.get_by_role("heading", name="A second way to show that it is you")).to_be_visible(timeout=WAIT)


def test_an_organisation_makes_no_accounts(page: Page, live_server: Any, everyone: Cast, organisation: str) -> None:
    page.goto(live_server.url + reverse("account_login"))
    page.get_by_role("link", name=organisation).click()
    through_the_organisation(page, "stranger@example.org")
    expect(page.get_by_role("heading", name="You join by a link")).to_be_visible(timeout=WAIT)


TRIES = """
import sys
from connecting_people.config import settings_test
settings_test.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
import django; django.setup()
from django.test import Client
client = Client(SERVER_NAME="localhost")
for password in sys.argv[2:]:
    page = client.post("/accounts/login/", {"login": "asha@example.org", "password": password})
print(page.status_code, "Wait five minutes" in page.content.decode())
"""
PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0); call_command("createcachetable")
from django.utils import timezone
from connecting_people.people import actions
actions.make_user(by=None, at=timezone.now(), name="Asha", email="asha@example.org", password="the right password")
"""


def test_the_limit_on_wrong_passwords_counts_across_processes(tmp_path: Path) -> None:
    env = os.environ | {
        "CP_DATABASE": str(tmp_path / "shared.sqlite3"),
        "CP_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "connecting_people.config.settings_test",
    }

    def run(script: str, *words: str) -> str:
        command = [sys.executable, "-c", script, "tries", *words]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True, cwd=HERE.parents[2])
        return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""

    run(PREPARE)
    assert run(TRIES, *["a wrong one"] * 4) == "200 False"
    assert run(TRIES, "another wrong one") == "200 False"
    assert run(TRIES, "the right password") == "200 True"
