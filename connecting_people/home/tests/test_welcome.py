"""What a visitor finds who has never been here: the picture, the way into the explainer, and how to look around."""

import re

import pytest

from connecting_people.guide import diagram, steps

pytestmark = pytest.mark.django_db
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def _page(client) -> str:
    return client.get("/").content.decode()


def test_every_part_of_the_picture_leads_to_its_words(client, cast):
    drawn = re.findall(r'data-part="([^"]+)" href="([^"]+)"', _page(client))
    model = client.get("/model/").content.decode()

    assert {id for id, _ in drawn} == {part.id for part in diagram.PARTS}
    assert all(href.startswith("/model/#") for _, href in drawn)
    assert all(f'id="{href.partition("#")[2]}"' in model for _, href in drawn)


def test_the_explainer_and_the_eight_steps_are_one_tap_away(client, cast):
    page = _page(client)

    assert 'href="/model/explainer/"' in page
    assert all(f'href="/model/steps/{step.number}/"' in page for step in steps.STEPS)


def test_how_to_look_around_is_said_in_the_demonstration_alone(client, cast, settings):
    settings.DEMO = True
    assert "Be Asha first" in _page(client)

    settings.DEMO = False
    assert "Be Asha first" not in _page(client)


@pytest.mark.django_db(transaction=True)
def test_it_fits_a_phone_and_is_calm_until_one_points_at_it(page, live_server, cast, axe):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(live_server.url)
    moving = "document.getAnimations().filter((one) => one.playState === 'running').length"

    assert not page.evaluate(SIDEWAYS)
    assert page.evaluate(moving) == 0
    page.locator(".hero__picture").hover()
    assert page.evaluate(moving) == 3
    axe(page)
