"""Finding something in a real browser: on a phone, by keyboard, without scripts, in the dark."""

import os
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

from connecting_people.community.actions.assets import Writing, keep_assets
from connecting_people.community.models import Area
from connecting_people.community.rules import Access, Kind
from connecting_people.community.tests.places import WEIR_HALL, service, walking_group

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "The Thursday afternoon companionable needlework, crochet and conversation circle of St Bartholomew-by-the-Weir"
SHOTS = os.environ.get("FIND_SHOTS")


@pytest.fixture
def area(page, live_server, cast, settings):
    settings.DEMO = True
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    soon = {"connecting_people": {"ends": f"{cast.at.year}-12-20"}}
    documents = [
        service(
            LONG, kind=Kind.GROUP, interests=("sewing-and-knitting",), at=(53.97, -1.06), days="TH", opens="14:00",
            amount=0, access=(Access.STEP_FREE, Access.QUIET, Access.SEATING), description="Bring what you make. " * 14,
        ),
        service("Chess at the library", at=(54.06, -1.08), days="TU", opens="14:00", amount=0, **soon),
        service("Photo swap", kind=Kind.ONLINE, interests=("photography",), description="Show what you saw."),
        *(service(f"Walk {n}", interests=("walking",), at=(53.96 + n / 200, -1.08), days="SA") for n in range(24)),
    ]  # fmt: skip
    keep_assets(by=cast.ben, at=cast.at, agency=cast.agency, writings=[Writing(one) for one in documents])
    for name, at in (("Weirside", WEIR_HALL), ("Northgate", (53.98, -1.08))):
        Area.objects.create(agency=cast.agency, name=name, latitude=at[0], longitude=at[1])
    client = Client()
    client.force_login(cast.asha)
    name = django_settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    return live_server.url + reverse("community:find", kwargs={"agency_id": cast.agency.pk})


def shot(page, name):
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)


def test_a_walk_near_by_is_found_with_the_keyboard_alone(page, area, axe):
    page.goto(area)
    axe(page)
    shot(page, "all-1280")
    page.get_by_label("What are you looking for?").focus()
    page.keyboard.type("walking")
    page.keyboard.press("Tab")
    page.keyboard.type("weirside")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?words=*near=Weirside*")
    assert "walking" not in page.url

    assert "Tuesday walkers" in page.get_by_role("listitem").filter(has_text="from Weirside").first.text_content()
    axe(page)
    shot(page, "found-1280")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 375])
def test_everything_fits_a_phone(page, area, axe, width, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 720})
    for name, asked in (("all", ""), ("nearest", "?q=needlework&near=Northgate&free=on&day=MO&part=evening")):
        page.goto(area + asked)
        assert page.get_by_role("heading", name="Find something").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        axe(page)
        shot(page, f"{name}-{width}-{scheme}")


def test_it_works_without_scripts(browser, page, area):
    context = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(area)
    plain.get_by_label("What are you looking for?").fill("wlak")
    plain.get_by_label("Near").fill("Weirside")
    plain.get_by_label("Free", exact=True).check()
    plain.get_by_role("button", name="Find", exact=True).click()
    plain.wait_for_url("**/?words=*")

    assert plain.get_by_role("link", name="Tuesday walkers", exact=True).is_visible()
    shot(plain, "misspelled-1280")
    plain.get_by_label("Near").fill("Nowhere at all")
    plain.get_by_role("button", name="Find", exact=True).click()
    assert plain.get_by_text("We do not know a place of this name").first.is_visible()
    shot(plain, "error-1280")
    context.close()
