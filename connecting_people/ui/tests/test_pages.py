"""The pages of the look, what is said when something goes wrong, and the bridge to the sign-in pages."""

import re
from pathlib import Path

import pytest
from django.contrib.auth import SESSION_KEY
from django.template import engines
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse

from connecting_people.ui import views
from connecting_people.ui.look import Look, look_of

TEMPLATES = Path(__file__).resolve().parent.parent / "jinja2"
NEVER = ("refuse", "failed", "invalid", "patient", "successfully", "completed")


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_every_template_can_be_read(path):
    name = str(path.relative_to(TEMPLATES))

    assert engines["jinja2"].get_template(name).template.name == name


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["ui:styleguide", "ui:look", "account_login", "account_reset_password"])
def test_open_pages_are_open_and_have_one_heading(client, name):
    response = client.get(reverse(name))
    html = response.content.decode()

    assert response.status_code == 200
    assert html.count("<h1") == 1
    assert 'class="skip"' in html
    assert "Leave this page" not in html


@pytest.mark.django_db
def test_a_page_that_is_not_there_is_kept_plain(client):
    response = client.get("/nowhere/at/all/", follow=True)

    assert response.status_code == 404
    assert "There is nothing here" in response.content.decode()


@pytest.mark.parametrize("name", ["400", "403", "404", "403_csrf", "429", "500"])
def test_when_something_goes_wrong_the_words_are_kind_and_say_what_to_do(name):
    html = render_to_string(f"{name}.html")

    assert html.count("<h1") == 1
    assert "Go to your first page" in html
    assert reverse("people:help_now") in html
    assert not [word for word in NEVER if word in re.sub(r"<[^>]+>", "", html).lower()]


def test_our_own_mistakes_are_said_without_the_database(django_db_blocker):
    with django_db_blocker.block():
        broken = views.server_error(RequestFactory().get("/"))
        unread = views.bad_request(RequestFactory().get("/"), ValueError())
        too_old = views.csrf_failure(RequestFactory().post("/"))

    assert (broken.status_code, unread.status_code, too_old.status_code) == (500, 400, 403)


@pytest.mark.django_db
def test_the_look_is_kept_on_the_device_and_shown_from_then_on(client):
    client.post(reverse("ui:look"), {"theme": "dark", "text": "larger", "shortcut": "off"})

    html = client.get(reverse("ui:styleguide")).content.decode()

    assert 'data-theme="dark" data-text="larger"' in html


@pytest.mark.django_db
def test_a_look_that_does_not_exist_is_said_beside_the_field(client):
    response = client.post(reverse("ui:look"), {"theme": "glitter", "text": "large", "shortcut": "on"})

    assert response.status_code == 422
    assert "<title>Error: " in response.content.decode()
    assert "Please choose one of those that are offered" in response.content.decode()


@pytest.mark.parametrize("cookie", ["", "dark", "dark-large", "dark-large-on-more", "<b>-large-on"])
def test_a_cookie_that_makes_no_sense_counts_as_none(cookie):
    request = RequestFactory().get("/")
    request.COOKIES["look"] = cookie

    assert look_of(request) == Look()


@pytest.mark.django_db
def test_leaving_ends_the_session_and_leaves_nothing_behind(cast, settings):
    settings.QUICK_EXIT_URL = "https://example.org/weather"
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.asha)

    response = client.post(reverse("ui:leave"))

    assert SESSION_KEY not in client.session
    assert response["Refresh"] == "0; url=https://example.org/weather"
    assert "no-store" in response["Cache-Control"]
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert "Connecting People" not in response.content.decode()


@pytest.mark.django_db
def test_nobody_is_signed_out_by_a_link(client):
    assert client.get(reverse("ui:leave")).status_code == 405


@pytest.mark.django_db
def test_welsh_is_one_press_away_without_a_token():
    client = Client(enforce_csrf_checks=True)

    client.post(reverse("ui:language"), {"language": "cy", "next": reverse("ui:look")})
    html = client.get(reverse("ui:look")).content.decode()

    assert '<html lang="cy"' in html
    assert "Golwg a maint y testun" in html
    assert '<button class="link-button" type="submit" name="language" value="en-gb" lang="en">English</button>' in html


@pytest.mark.django_db
def test_sign_in_pages_are_drawn_in_our_own_layout(client):
    html = client.post(reverse("account_reset_password"), {"email": "nonsense"}).content.decode()

    assert "wordmark" in html
    assert "nhsuk-form-group--error" in html
    assert "nhsuk-error-summary" in html
