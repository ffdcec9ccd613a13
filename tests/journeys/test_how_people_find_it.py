"""A place, from what somebody found there to what became of it: on a phone, by keyboard, and without scripts."""

from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from connecting_people.community.actions.keeping import invite_keeper
from connecting_people.community.models import Asset, Rating
from connecting_people.community.tests.places import walking_group
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.people import go, press


def test_a_light_is_given_by_keyboard_looked_at_and_read(cast: Cast, come_in: ComeIn) -> None:
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    here = {"agency_id": cast.agency.pk, "asset_id": walkers.pk}
    asha = come_in(cast.asha)
    asha.set_viewport_size({"width": 375, "height": 760})
    go(asha, "community:rate", **here)
    asha.get_by_label("I would recommend it").focus()
    asha.keyboard.press("ArrowDown")
    asha.keyboard.press("Tab")
    asha.keyboard.type("A man called Derek shouted, the walk is lovely")
    asha.keyboard.press("Tab")
    asha.keyboard.press("ArrowDown")
    asha.keyboard.press("Tab")
    asha.keyboard.press("Enter")
    expect(asha.get_by_text("Waits for somebody to look at it.")).to_be_visible()
    assert Rating.objects.values_list("light", "signed").get() == ("amber", True)

    ela = come_in(cast.ela)
    go(ela, "community:ratings_waiting", agency_id=cast.agency.pk)
    ela.get_by_role("link", name="Look at it").click()
    ela.get_by_label("What stands in the box below").check()
    ela.get_by_label("What others will read").fill("A man called […] shouted, the walk is lovely")
    ela.get_by_label("Why, for the person who wrote it").fill("I took a name out, nothing else")
    press(ela, "Keep this")

    hana = come_in(cast.hana)
    go(hana, "community:asset", **here)
    expect(hana.get_by_text("A man called […] shouted, the walk is lovely")).to_be_visible()


def test_an_idea_is_taken_on_and_turns_amber_to_green(cast: Cast, come_in: ComeIn) -> None:
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    here = {"agency_id": cast.agency.pk, "asset_id": walkers.pk}
    asha, dev = come_in(cast.asha), come_in(cast.dev)
    go(asha, "community:improve", **here)
    asha.get_by_label("From amber to green").check()
    asha.get_by_label("What would make it better?").fill("A bench halfway")
    press(asha, "Keep this idea")
    go(dev, "community:improvements", agency_id=cast.agency.pk)
    dev.get_by_role("link", name="Take it on, or not now").click()
    dev.get_by_label("I take this on").check()
    press(dev, "Keep this")
    dev.get_by_role("link", name="Say what came of it").click()
    dev.get_by_label("It is done").check()
    dev.get_by_label("What came of it, or why not now").fill("The council put one in")
    press(dev, "Keep this")

    go(asha, "community:asset", **here)
    expect(asha.get_by_text("From amber to green, since")).to_be_visible()
    expect(asha.get_by_text("The council put one in")).to_be_visible()


def test_an_organisation_comes_in_by_its_link_and_changes_its_entry(cast: Cast, come_in: ComeIn) -> None:
    walkers = walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    assert walkers.organisation is not None
    invitation = {"at": timezone.now(), "organisation": walkers.organisation, "name": "Lou"}
    _invitation, token = invite_keeper(by=cast.ben, **invitation)
    lou = come_in(None)
    go(lou, "community:keep", agency_id=cast.agency.pk, token=token)
    lou.get_by_label("Your e-mail address").fill("lou@example.net")
    lou.get_by_label("Choose a password", exact=True).fill("many warm loaves of bread")
    press(lou, "Join")
    lou.get_by_role("link", name="Propose a change").click()
    lou.get_by_label("Thursday").check()
    press(lou, "Send to the agency")
    expect(lou.get_by_text("Waits for the agency")).to_be_visible()

    dev = come_in(cast.dev)
    go(dev, "community:proposals", agency_id=cast.agency.pk)
    dev.get_by_role("link", name="Look at it").click()
    expect(dev.get_by_text("Tuesday, Thursday")).to_be_visible()
    dev.get_by_label("Yes, change the entry").check()
    press(dev, "Keep this")
    expect(dev.get_by_text("The organisation sees your answer")).to_be_visible()
    assert Asset.objects.get().document["schedules"][0]["byday"] == "TU,TH"
    lou.goto(reverse("home:first"))
    expect(lou.get_by_role("link", name="Tarrow Walkers")).to_be_visible()
