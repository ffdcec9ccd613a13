"""Ideas in a real browser: on a phone, in the dark, with what suits today opened."""

import os
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from connecting_people.community.tests.places import walking_group
from connecting_people.connections.actions import strengths
from connecting_people.connections.actions.strengths import Named
from connecting_people.connections.rules import StrengthKind

pytestmark = pytest.mark.django_db(transaction=True)
SHOTS = os.environ.get("FIND_SHOTS")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_ideas_fit_and_what_suits_can_be_said(page, live_server, cast, settings, axe, width, scheme):
    settings.DEMO = True
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    given = {"by": cast.asha, "at": timezone.now(), "partnership": cast.reach("asha")}
    strengths.add(**given, kind=StrengthKind.TRY, named=[Named("walking")], to_oneself=True)
    client = Client()
    client.force_login(cast.asha)
    name = django_settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(live_server.url + reverse("connections:ideas", kwargs={"partnership_id": cast.partnership.pk}))
    page.get_by_text("What suits you").click()
    page.get_by_label("Tuesday").check()
    axe(page)
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"ideas-{width}-open.png", full_page=True)
    page.get_by_role("button", name="Show ideas").click()

    page.get_by_text("On Tuesdays").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    axe(page)
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"ideas-{width}.png", full_page=True)
