"""What the cast does at a browser, in one go each: signing in, opening a page, filling in a form."""

import hashlib
import hmac
import re
import time
from base64 import b32decode
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from connecting_people.people.models import User
from tests.cast import PASSWORD

SLOW = 5  # seconds that a busy machine may need to send a code
# What the phones of staff know in every test.
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def code_now(secret: str) -> str:
    """Return what an authenticator app shows at this moment (RFC 6238), and for long enough to type it."""
    left = 30 - time.time() % 30
    if left < SLOW:
        time.sleep(left)
    count = int(time.time() // 30).to_bytes(8, "big")
    digest = hmac.digest(b32decode(secret), count, hashlib.sha1)
    start = digest[-1] & 15
    return str((int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF) % 1_000_000).zfill(6)


def give_app(user: User) -> None:
    """Give somebody of the staff an authenticator app, as if they had added it on another day."""
    TOTP.activate(user, SECRET)


def session_of(user: User) -> dict[str, str]:
    """Return the cookie of somebody who signed in a moment ago."""
    client = Client()
    client.force_login(user)
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}


def sign_in(page: Page, user: User, *, code: bool = False) -> None:
    """Fill in the form of signing in, on whatever page it stands; staff then show the code of their app."""
    page.get_by_label("Your e-mail address").fill(user.email)
    page.get_by_label("Your password", exact=True).fill(PASSWORD)
    press(page, "Sign in")
    if code:
        page.get_by_label("Your code").fill(code_now(SECRET))
        press(page, "Sign in")


def go(page: Page, name: str, **parts: Any) -> int:
    """Open a page by the name of its address; return the answer's status."""
    response = page.goto(reverse(name, kwargs=parts))
    assert response is not None
    return response.status


def press(page: Page, button: str) -> None:
    """Press a button of the page's main part, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=button, exact=True).click()


def follow(page: Page, link: str) -> None:
    """Follow a link of the page's main part, by how its words begin."""
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("link", name=re.compile(f"^{re.escape(link)}")).first.click()


def write(page: Page, label: str, words: str, button: str) -> None:
    """Fill in one box and send the form."""
    page.get_by_label(label, exact=True).fill(words)
    press(page, button)


def sees(page: Page, *words: str) -> None:
    """Expect words in the page's main part."""
    for some in words:
        expect(page.get_by_role("main")).to_contain_text(some)


def sees_nothing_of(page: Page, *words: str) -> None:
    """Expect that nothing of these words is anywhere on the page."""
    for some in words:
        expect(page.locator("body")).not_to_contain_text(some)
