"""Signing in by password, code and app; the second factor of staff; limits; and how long a session lasts."""

import re
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.people import actions
from tests.cast import PASSWORD, Cast

LOGIN = "/accounts/login/"
ACCOUNT = "/account/"


def sign_in(client: Client, who: Any, **more: str) -> Any:
    return client.post(LOGIN, {"login": who.email, "password": PASSWORD, **more})


def code_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def add_app(client: Client) -> str:
    """Add an authenticator app as its owner would, the password asked once more; return its secret."""
    page = client.get(reverse("mfa_activate_totp"), follow=True)
    if "reauthenticate" in page.redirect_chain[-1][0] if page.redirect_chain else False:
        client.post(page.redirect_chain[-1][0], {"password": PASSWORD})
        page = client.get(reverse("mfa_activate_totp"))
    [secret] = re.findall(r'<code class="secret">([A-Z2-7]+)</code>', page.content.decode())
    assert client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)}).status_code == 302
    return secret


def test_a_look_at_ones_address_does_not_bar_a_second_way_to_sign_in(cast: Cast, client: Client) -> None:
    sign_in(client, cast.asha)
    assert client.get(reverse("account_email"), follow=True).status_code == 200
    assert add_app(client)


def test_a_second_way_to_sign_in_does_not_bar_another_address(cast: Cast, client: Client) -> None:
    sign_in(client, cast.asha)
    add_app(client)
    client.post(reverse("account_email"), {"action_add": "1", "email": "asha.new@example.org"})
    assert [letter.to for letter in mail.outbox] == [["asha.new@example.org"]]


def test_a_password_signs_in_whatever_the_capitals_of_the_address(cast: Cast, client: Client) -> None:
    there = client.post(LOGIN, {"login": "ASHA@example.org", "password": PASSWORD})
    assert there.status_code == 302
    assert client.get(ACCOUNT).status_code == 200


def test_a_wrong_password_and_an_unknown_address_are_answered_in_the_same_words(cast: Cast, client: Client) -> None:
    pages = [
        client.post(LOGIN, {"login": address, "password": "not the password at all"}).content.decode()
        for address in ("asha@example.org", "nobody@example.org")
    ]
    for page in pages:
        assert "do not belong together" in page
    shapes = [
        re.sub(r'(value|name="csrfmiddlewaretoken" value)="[^"]*"', "", page).replace("asha@", "nobody@")
        for page in pages
    ]
    assert shapes[0] == shapes[1]


def test_nobody_signs_up_by_themselves(client: Client, db: None) -> None:
    page = client.get(reverse("account_signup"))
    assert "You join by a link" in page.content.decode()
    client.post(reverse("account_signup"), {"email": "new@example.org", "password1": PASSWORD})
    assert not UserSession.objects.exists()


def test_a_code_by_e_mail_signs_in_once(cast: Cast, client: Client) -> None:
    client.post(reverse("account_request_login_code"), {"email": cast.asha.email})
    [letter] = mail.outbox
    [code] = re.findall(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", letter.body)
    wrong = client.post(reverse("account_confirm_login_code"), {"code": "AAAA-AAAA"})
    assert "That is not the code" in wrong.content.decode()
    assert client.post(reverse("account_confirm_login_code"), {"code": code}).status_code == 302
    assert client.get(ACCOUNT).status_code == 200
    assert "successfully" not in letter.body.lower() and "password" not in letter.body.lower()
    another = Client()
    another.post(reverse("account_confirm_login_code"), {"code": code})
    assert another.get(ACCOUNT).status_code == 302


def test_asking_for_a_code_tells_nobody_who_has_a_login(cast: Cast) -> None:
    pages = []
    for address in (cast.asha.email, "stranger@example.org"):
        page = Client().post(reverse("account_request_login_code"), {"email": address}, follow=True)
        pages.append(re.sub(r'value="[^"]*"', "", page.content.decode()).replace(address, "somebody"))
    assert pages[0] == pages[1]


def test_a_new_password_comes_by_a_link_that_works_once(cast: Cast, client: Client) -> None:
    client.post(reverse("account_reset_password"), {"email": cast.asha.email})
    [link] = re.findall(r"http://testserver(/\S+)", mail.outbox[0].body)
    form = client.get(link, follow=True)
    assert "Choose a new password" in form.content.decode()
    fresh = {"password1": "seven green kettles sing", "password2": "seven green kettles sing"}
    client.post(form.redirect_chain[-1][0], fresh)
    assert "does not open anything now" in Client().get(link, follow=True).content.decode()
    assert client.post(LOGIN, {"login": cast.asha.email, "password": fresh["password1"]}).status_code == 302


def test_a_short_or_common_password_is_sent_back_with_a_reason(cast: Cast, client: Client) -> None:
    sign_in(client, cast.asha)
    for poor in ("short", "password1234"):
        sent = {"oldpassword": PASSWORD, "password1": poor, "password2": poor}
        words = client.post(reverse("account_change_password"), sent).content.decode()
        assert "too short" in words or "too common" in words


def test_staff_get_no_further_than_adding_a_second_factor(cast: Cast, client: Client) -> None:
    sign_in(client, cast.gwen)
    for closed in (reverse("people:members", args=[cast.agency.pk]), reverse("home:agency")):
        there = client.get(closed)
        assert (there.status_code, there["Location"]) == (302, reverse("mfa_index"))
    assert "need a second thing" in client.get(reverse("mfa_index")).content.decode()
    add_app(client)
    assert client.get(reverse("people:members", args=[cast.agency.pk])).status_code == 200


def test_service_users_and_supporters_need_no_second_factor(cast: Cast, client: Client) -> None:
    for who in (cast.asha, cast.cora, cast.jo):
        client.logout()
        sign_in(client, who)
        assert client.get(ACCOUNT).status_code == 200


def test_an_app_is_asked_for_at_the_next_sign_in_and_each_code_works_once(cast: Cast, client: Client) -> None:
    sign_in(client, cast.ben)
    secret = add_app(client)
    codes = re.findall(r"<li>(\d{8})</li>", client.get(reverse("mfa_view_recovery_codes")).content.decode())
    assert len(codes) == 10
    for answer in (code_now(secret), codes[0]):
        fresh = Client()
        assert sign_in(fresh, cast.ben)["Location"].startswith(reverse("mfa_authenticate"))
        assert fresh.get(ACCOUNT).status_code == 302
        assert "passkey" not in fresh.get(reverse("mfa_authenticate")).content.decode()
        fresh.post(reverse("mfa_authenticate"), {"code": answer})
        assert fresh.get(ACCOUNT).status_code == 200
    for used in (code_now(secret), codes[0]):
        again = Client()
        sign_in(again, cast.ben)
        assert "That is not the code" in again.post(reverse("mfa_authenticate"), {"code": used}).content.decode()


def test_the_secret_of_an_app_is_not_in_the_database(cast: Cast, client: Client) -> None:
    sign_in(client, cast.ben)
    secret = add_app(client)
    kept = Authenticator.objects.get(user=cast.ben, type="totp")
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        everything = str(cursor.fetchall())
        if connection.vendor == "sqlite":
            everything += "".join(connection.connection.iterdump())
    assert secret not in everything
    assert kept.data["secret"].startswith("sample:")


def test_five_wrong_passwords_close_the_door_for_a_while_even_to_the_right_one(cast: Cast, client: Client) -> None:
    for _try in range(5):
        client.post(LOGIN, {"login": cast.asha.email, "password": "a wrong one, once more"})
    page = sign_in(client, cast.asha)
    assert "Wait five minutes" in page.content.decode()
    assert client.get(ACCOUNT).status_code == 302
    client.post(reverse("account_request_login_code"), {"email": cast.asha.email})
    assert len(mail.outbox) == 1, "a code by e-mail is the way round, so that nobody can lock another out"


def test_a_new_key_comes_with_signing_in(cast: Cast, client: Client) -> None:
    client.get(LOGIN)
    session = client.session
    session["before"] = True
    session.save()
    before = session.session_key
    client.cookies["session"] = before
    sign_in(client, cast.asha)
    assert client.session.session_key != before


def _later(client: Client, path: str = ACCOUNT, **ahead: int) -> int:
    at = timezone.now() + timedelta(**ahead)
    with patch("connecting_people.people.middleware.timezone.now", return_value=at):
        return int(client.get(path).status_code)


def test_a_shared_device_forgets_after_twenty_minutes_and_when_the_browser_closes(cast: Cast, client: Client) -> None:
    sign_in(client, cast.asha)
    assert client.cookies["session"]["max-age"] == ""
    assert _later(client, minutes=15) == 200
    assert _later(client, minutes=30) == 200
    assert _later(client, minutes=51) == 302


def test_ones_own_device_remembers_a_service_user_for_fourteen_days(cast: Cast, client: Client) -> None:
    sign_in(client, cast.asha, private_device="on")
    assert client.cookies["session"]["max-age"] == 14 * 24 * 60 * 60
    assert _later(client, days=13) == 200
    assert _later(client, days=15) == 302


def test_staff_are_signed_out_after_half_an_hour_or_twelve_hours_on_any_device(
    cast: Cast, client: Client, settings: Any
) -> None:
    settings.DEMO = True
    sign_in(client, cast.ben, private_device="on")
    for minutes in range(25, 12 * 60, 25):
        assert _later(client, minutes=minutes) == 200, minutes
    assert _later(client, minutes=12 * 60 + 1) == 302
    sign_in(client, cast.ben, private_device="on")
    assert _later(client, minutes=31) == 302


def test_a_session_is_written_once_a_minute_at_most(cast: Cast, client: Client) -> None:
    sign_in(client, cast.asha)
    client.get(reverse("people:help_now"))
    client.get(ACCOUNT)
    assert "seen_at" not in client.session
    _later(client, minutes=2)
    assert "seen_at" in client.session


def test_staff_who_remove_their_last_second_factor_are_asked_for_another(cast: Cast, client: Client) -> None:
    sign_in(client, cast.gwen)
    add_app(client)
    client.post(reverse("mfa_deactivate_totp"))
    assert client.get(reverse("people:members", args=[cast.agency.pk]))["Location"] == reverse("mfa_index")


def test_signing_out_elsewhere_ends_the_other_sessions(cast: Cast, client: Client) -> None:
    phone = Client()
    sign_in(phone, cast.asha)
    sign_in(client, cast.asha)
    assert "You are signed in in 2 places" in client.get(reverse("usersessions_list")).content.decode()
    client.post(reverse("usersessions_list"))
    assert phone.get(ACCOUNT).status_code == 302
    assert client.get(ACCOUNT).status_code == 200


def test_whoever_is_switched_off_is_signed_out_wherever_they_were(cast: Cast, client: Client) -> None:
    sign_in(client, cast.ben)
    assert client.get(ACCOUNT).status_code == 200
    actions.switch_off(by=cast.gwen, at=timezone.now(), agency=cast.agency, user_id=cast.ben.pk)
    assert client.get(ACCOUNT).status_code == 302
    assert not UserSession.objects.filter(user=cast.ben).exists()


PAGES = (
    "account_login", "account_request_login_code", "account_reset_password", "account_reset_password_done",
    "account_inactive", "account_signup", "socialaccount_login_cancelled", "socialaccount_login_error",
    "account_logout", "account_change_password", "account_email", "mfa_index", "mfa_list_webauthn",
    "mfa_activate_totp", "mfa_add_webauthn", "usersessions_list", "account_reauthenticate",
)  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_of_signing_in_speak_our_words(cast: Cast, client: Client, name: str) -> None:
    if PAGES.index(name) >= PAGES.index("account_logout"):
        sign_in(client, cast.asha)
    page = client.get(reverse(name), follow=True)
    words = page.content.decode()
    main = words[words.index("<main") : words.index("</main")]
    assert page.status_code == (401 if name == "socialaccount_login_error" else 200)
    assert "Connecting People" in words
    for never in ("Two-Factor", "Security Key", "invalid", "failed", "Deactivate", "third-party", "Reauthenticate"):
        assert never.lower() not in main.lower(), never


def test_asking_too_often_is_answered_in_our_own_words(db: None, client: Client, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"reset_password": "1/m/ip"}
    reset = reverse("account_reset_password")
    client.post(reset, {"email": "one@example.org"})
    page = client.post(reset, {"email": "two@example.org"})
    assert page.status_code == 429 and "That was a lot in a short time" in page.content.decode()
