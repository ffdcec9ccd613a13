"""What the e-mails about signing in say: plain words, no agency and no name, and links that are not mangled."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.cast import PASSWORD, Cast

ADDRESS = reverse("account_email")


def _only_letter() -> tuple[str, str]:
    (letter,) = mail.outbox
    for private in ("Asha", "Riverside", "example.com", "user account", "ignored"):
        assert private not in f"{letter.subject} {letter.body}"
    return str(letter.subject), str(letter.body)


@pytest.mark.parametrize(
    ("name", "who", "subject", "words"),
    [
        ("account_request_login_code", "asha", "Your code", "Type it on the page"),
        ("account_reset_password", "asha", "A new password", "choose a new password:"),
        ("account_request_login_code", None, "About signing in", "Nobody signs in with it here"),
        ("account_reset_password", None, "About signing in", "Nobody signs in with it here"),
    ],
)
def test_a_letter_names_nobody(
    cast: Cast, client: Client, name: str, who: str | None, subject: str, words: str
) -> None:
    email = cast.user(who).email if who else "nobody@elsewhere.example"

    client.post(reverse(name), {"email": email})

    found, body = _only_letter()
    assert found == subject
    assert words in body and "nothing changes" in body


def test_another_address_is_used_once_it_is_confirmed(cast: Cast, client: Client) -> None:
    client.force_login(cast.asha)
    assert b"Your new e-mail address" in client.get(ADDRESS).content

    sure = client.post(ADDRESS, {"email": "new@elsewhere.example", "action_add": "1"})["Location"]
    client.post(sure, {"password": PASSWORD})
    waiting = client.get(ADDRESS).content.decode()
    subject, body = _only_letter()
    link = next(line for line in body.splitlines() if line.startswith("http"))
    asked = client.get(link).content.decode()
    client.post(link)

    assert "One more thing to do" in waiting and "Send it again" in waiting
    assert subject == "Is this your e-mail address?" and "Yes, it is mine" in asked
    cast.asha.refresh_from_db()
    assert cast.asha.email == "new@elsewhere.example"


def test_a_link_that_is_used_up_says_what_to_do(cast: Cast, client: Client) -> None:
    client.force_login(cast.asha)

    page = client.get(reverse("account_confirm_email", args=["worn-out"])).content.decode()

    assert "This link does not open anything any more" in page


def test_the_page_of_organisations_is_in_our_words(cast: Cast, client: Client) -> None:
    client.force_login(cast.asha)

    page = client.get(reverse("socialaccount_connections")).content.decode()

    assert "Sign in with your organisation" in page and "hird-party" not in page
