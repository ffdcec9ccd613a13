"""Planning in a real browser: things dragged on the agenda, and every page as axe sees it, wide and on a phone."""

import pytest
from playwright.sync_api import expect

from connecting_people.training.actions import agenda, places
from connecting_people.training.models import Improvement
from connecting_people.training.queries.agenda import blocks_of
from connecting_people.training.rules import BlockKind, Who
from connecting_people.training.tests.plans import planned, put, to, to_list

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "A-name-that-nobody-broke-anywhere-and-that-goes-on-and-on-until-the-page-is-too-narrow-for-it"


@pytest.fixture
def ben(cast, context, live_server, settings, client):
    settings.DEMO = True
    client.force_login(cast.ben)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    return context.new_page()


def test_something_is_dragged_to_another_place_in_the_day(cast, ben, live_server):
    mine = planned(cast)
    first, _second, third = put(cast, mine, "explainer", "own-map", "disclosure")
    ben.goto(f"{live_server.url}{to(mine, 'agenda')}")
    ben.locator(f"#block-{third.pk} .block__grip").hover()
    ben.mouse.down()
    box = ben.locator(f"#block-{first.pk}").bounding_box()
    ben.mouse.move(box["x"] + 60, box["y"] + 4, steps=6)
    ben.mouse.up()

    expect(ben.locator("[data-block]").first).to_contain_text("How much to tell")
    assert [one.activity for one in blocks_of(mine)] == ["disclosure", "explainer", "own-map"]


def test_pages_of_planning_are_clean_and_fit_a_phone(cast, ben, live_server, axe):
    mine = planned(cast, where=LONG, for_agency=LONG, who_comes=LONG)
    act = {"by": cast.ben, "at": cast.at, "training": mine}
    one, other, _own = *put(cast, mine, "explainer", "own-map"), agenda.add(**act, kind=BlockKind.OWN)
    for track, block in ((1, one), (2, other)):
        said = {"track": track, "title": LONG, "goal": LONG}
        agenda.change(by=cast.ben, at=cast.at, block=block, version=1, said=said)
    words = {"words": LONG, "made_by": cast.ben, "made_at": cast.at}
    Improvement.objects.create(agency=cast.agency, training=mine, carried_to=mine, **words)
    places.ask(**act, teams=[cast.team], people=[], link="")
    places.walk_in(**act, name=LONG, email="", who=Who.CARER)
    pages = [to_list(cast, name) for name in ("trainings", "who_was_trained", "cascade", "add_speaker")]
    pages += [to(mine, name) for name in ("training", "agenda", "people", "change_training", "copy", "who_came", "ask")]
    pages.append(to(mine, "block", block_id=one.pk))
    for width in (1280, 320):
        ben.set_viewport_size({"width": width, "height": 800})
        for where in pages:
            ben.goto(f"{live_server.url}{where}")
            axe(ben)
            wide = ben.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, (where, width)
