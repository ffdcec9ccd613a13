"""An entry, its form and the map in a real browser: by keyboard, on a phone, without scripts, and as axe sees them."""

import pytest
from playwright.sync_api import expect

from connecting_people.community.actions.assets import keep_asset
from connecting_people.community.models import Asset
from connecting_people.community.tests.pages import address
from connecting_people.community.tests.places import WEIR_HALL, service, walking_group
from connecting_people.community.tests.test_areas import SQUARE, keep

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ben(cast, context, live_server, settings, client):
    settings.DEMO = True
    client.force_login(cast.ben)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    return context.new_page()


def test_pages_are_clean_and_fit_a_phone(cast, ben, live_server, axe):
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    for name in ("Choir", "Chess"):
        keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=service(name, at=WEIR_HALL))
    keep(cast, "Tarrow", whole=True, outline=[SQUARE])
    one = {"asset_id": walkers.pk}
    pages = [address(cast, name) for name in ("place", "seasons", "organisations", "areas", "area_add", "add")]
    pages += [address(cast, name, **one) for name in ("asset", "edit", "history")]
    pages.append(address(cast, "organisation", organisation_id=walkers.organisation_id))
    for width in (1280, 320):
        ben.set_viewport_size({"width": width, "height": 800})
        for where in pages:
            ben.goto(f"{live_server.url}{where}")
            axe(ben)
            wide = ben.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, (where, width)


def test_a_mark_of_several_is_reached_by_keyboard_and_shows_them(cast, ben, live_server):
    for name, at in (("Choir", WEIR_HALL), ("Chess", WEIR_HALL), ("Far walk", (53.99, -1.2))):
        keep_asset(by=cast.ben, at=cast.at, agency=cast.agency, document=service(name, at=at))
    ben.goto(f"{live_server.url}{address(cast, 'place')}")

    ben.get_by_role("link", name="2 places here: show them").focus()
    ben.keyboard.press("Enter")

    expect(ben.get_by_role("heading", name="2 here")).to_be_visible()
    expect(ben.get_by_role("link", name="Far walk")).to_have_count(0)


def test_an_entry_is_written_without_scripts(cast, browser, live_server, settings, client):
    settings.DEMO = True
    client.force_login(cast.ben)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"{live_server.url}{address(cast, 'add')}")

    page.get_by_label("What is it called?").fill("Chess in the library")
    page.get_by_label("Group", exact=True).check()
    page.get_by_text("When it is on").click()
    page.get_by_label("How often?").first.select_option("W1")
    page.get_by_label("Tuesday").first.check()
    page.get_by_label("From what time?").first.fill("10:30")
    page.get_by_role("button", name="Put it in the directory").click()

    expect(page.get_by_role("heading", name="Chess in the library")).to_be_visible()
    expect(page.get_by_text("Every Tuesday, from 10:30")).to_be_visible()
    context.close()
    assert Asset.objects.get().kind == "group"
