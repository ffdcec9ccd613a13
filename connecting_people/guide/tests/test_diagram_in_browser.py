"""The diagram in a real browser: by keyboard, by touch, without scripts, in print."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.parametrize(("width", "layout"), [(1280, "wide"), (768, "narrow"), (375, "narrow"), (320, "narrow")])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_screen_has_the_layout_that_fits_it(page, live_server, axe, width, layout, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})

    page.goto(f"{live_server.url}/model/")

    assert page.locator(".diagram:visible").count() == 1
    assert page.locator(f".diagram--{layout}").is_visible()
    assert not page.evaluate(SIDEWAYS)
    axe(page)


def test_every_part_is_reached_and_opened_by_keyboard_alone(page, live_server, axe):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{live_server.url}/model/")
    parts = page.locator(".diagram--wide a.diagram__part")
    names = [part.get_attribute("data-name") for part in parts.all()]
    page.get_by_role("link", name="Go past the picture").focus()

    opened = []
    for name in names:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.locator("#told-name").evaluate("e => e === document.activeElement"), name
        opened.append(page.locator("#told-name").inner_text())
        assert page.locator(".told__body").inner_text()
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.dataset.name") == name

    assert opened == names
    assert len(names) == len(set(names))
    axe(page)


def test_an_open_explanation_is_accessible_and_leads_to_the_words_below(page, live_server, axe):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{live_server.url}/model/")

    page.locator(".diagram--wide a[data-part=process-feedback]").click()
    axe(page)
    page.get_by_role("link", name="Read about it below").click()

    assert page.url.endswith("#process-feedback")
    assert not page.locator("[data-told]").is_visible()
    assert page.locator("#process-feedback").evaluate("e => e.getBoundingClientRect().top < innerHeight")


def test_a_finger_opens_and_closes_a_part_on_a_phone(browser, live_server, axe):
    context = browser.new_context(viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{live_server.url}/model/")

    page.locator(".diagram--narrow a[data-part=barriers]").tap()

    told = page.locator("[data-told]")
    assert told.is_visible()
    assert told.bounding_box()["width"] == 375
    axe(page)
    page.get_by_role("button", name="Close").tap()
    assert not told.is_visible()
    context.close()


def test_without_scripts_a_part_leads_to_its_words(browser, live_server):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{live_server.url}/model/")

    page.locator(".diagram--wide a[data-part=journey-earns-trust]").click()

    assert page.url.endswith("#journey-earns-trust")
    assert page.locator("#journey-earns-trust").is_visible()
    context.close()


def test_every_part_leads_to_words_that_are_on_the_page(page, live_server):
    page.goto(f"{live_server.url}/model/")

    gone = page.evaluate(
        "[...document.querySelectorAll('a.diagram__part')].map(a => a.getAttribute('href'))"
        ".filter(href => !document.getElementById(href.slice(1)))"
    )

    assert gone == []


def test_the_wide_drawing_is_what_is_printed(page, live_server):
    page.set_viewport_size({"width": 375, "height": 812})
    page.goto(f"{live_server.url}/model/")
    page.emulate_media(media="print")

    assert page.locator(".diagram--wide").is_visible()
    assert not page.locator(".diagram--narrow").is_visible()
    for words in ("Choose any part", "Watch it being explained"):
        assert not page.get_by_text(words).is_visible()
