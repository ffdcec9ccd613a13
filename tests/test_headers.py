"""What every answer says to the browser about keeping, framing and loading."""

import re
import subprocess
import sys

import pytest
from django.urls import reverse

from connecting_people.config import keys

OPEN = ["/", "/model/", "/model/steps/4/", "/styleguide/", "/help-now/", "/about/", "/accessibility/"]
OPEN += ["/accounts/login/", "/model/poster/"]


def personal(cast) -> list[str]:
    """Return the personal pages that hold the most."""
    here = {"partnership_id": cast.partnership.pk}
    names = ("home:partnership", "journey:timeline", "journey:who_looked", "partnership:people")
    return ["/", "/account/", *(reverse(name, kwargs=here) for name in names)]


def test_nothing_personal_is_kept_by_browser_or_proxy(client, cast):
    client.force_login(cast.asha)

    for address in personal(cast):
        response = client.get(address)
        assert response.status_code == 200, address
        assert "no-store" in response["Cache-Control"], address


@pytest.mark.django_db
@pytest.mark.parametrize("address", OPEN)
def test_open_pages_load_and_frame_nothing_foreign(client, cast, address):
    response = client.get(address)

    assert response.status_code == 200
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("address", ["/model/", "/model/steps/1/", "/styleguide/"])
def test_open_pages_that_did_not_change_are_not_sent_again(client, db, address):
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert not again.content


def test_titles_and_addresses_say_nothing_private(client, cast):
    client.force_login(cast.asha)
    private = re.compile(r"asha|ben|cora|riverside|mental|health", re.I)

    for address in personal(cast):
        title = re.search(r"<title>(.*?)</title>", client.get(address).text, re.S)
        assert title
        assert not private.search(title[1]), title[1]
        assert not private.search(address)


def test_cookies_of_a_real_installation_travel_by_https_alone(tmp_path):
    keys.make(tmp_path)
    asks = "from django.conf import settings as s; "
    asks += "print(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.SECURE_HSTS_SECONDS)"
    environment = {"CP_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "connecting_people.config.settings"}

    said = subprocess.run([sys.executable, "-c", asks], env=environment, capture_output=True, text=True, check=True)

    assert said.stdout.split() == ["__Host-session", "True", "63072000"]


def test_a_form_without_its_token_is_turned_away(cast):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.asha)

    response = client.post(reverse("journey:write", kwargs={"partnership_id": cast.partnership.pk}), {"words": "x"})

    assert response.status_code == 403


def test_looking_changes_nothing_but_the_audit(client, cast):
    from django.apps import apps

    def rows() -> dict[str, int]:
        mine = (m for m in apps.get_models() if m.__module__.startswith("connecting_people"))
        return {m._meta.label: m._default_manager.count() for m in mine if not m._meta.label.startswith("audit.")}

    client.force_login(cast.asha)
    before = rows()
    for address in personal(cast):
        client.get(address)

    assert rows() == before
