"""Chosen notes of a training stand in the directory, the gaps, the lights, the library and the ideas afterwards."""

import re
from typing import Any

from django.urls import reverse
from playwright.sync_api import Page, expect

from connecting_people.barriers.models import Item
from connecting_people.community.tests.places import walking_group
from connecting_people.training.models import Training
from connecting_people.training.rules import Who
from connecting_people.training.tests.afterwards import board, came, gives_too, note, past_training
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.people import go, press

PHONE = {"viewport": {"width": 375, "height": 760}}


def given_boards_with_notes(cast: Cast) -> Training:
    training = past_training(cast)
    gives_too(training, cast.ela)
    local = board(training, "local-connections", 1)
    note(local, "known", "Weir choir: everybody is welcome", at=cast.at)
    note(local, "gaps", "Nowhere to play chess", at=cast.at)
    people = board(training, "barriers-of-people", 2)
    barrier = note(people, "barriers", "No bus on Sundays", at=cast.at, sort="transport")
    note(people, "barriers", "Share a taxi with Sheila", at=cast.at, about=barrier)
    places = board(training, "traffic-lights", 3)
    light = note(places, "notes", "Walkers: cold hall", at=cast.at, sort="red", who=Who.SERVICE_USER)
    note(places, "notes", "Heat it from two", at=cast.at, about=light)
    note(board(training, "tell-a-colleague", 4), "team", "Lunch together once a month", at=cast.at)
    came(training, cast.asha, at=cast.at)
    return training


def opens_a_note(page: Page, training: Training, board: str, way: str) -> None:
    here = {"agency_id": training.agency_id, "training_id": training.pk}
    go(page, "training:afterwards", **here)
    page.get_by_role("link", name=board, exact=True).click()
    page.get_by_role("link", name=re.compile(f"^{way}")).first.click()


def is_there(page: Page, address: str, words: str, **parts: Any) -> None:
    go(page, address, **parts)
    expect(page.get_by_role("main").get_by_text(words).first).to_be_visible()


def test_chosen_notes_stand_where_daily_work_finds_them(cast: Cast, come_in: ComeIn) -> None:
    walking_group(by=cast.ben, at=cast.at, agency=cast.agency)
    training, agency = given_boards_with_notes(cast), {"agency_id": cast.agency.pk}
    ben, ela, dev, hana = come_in(cast.ben), come_in(cast.ela), come_in(cast.dev, **PHONE), come_in(cast.hana)

    opens_a_note(ben, training, "What we know around here", "Into the directory")
    ben.get_by_label("People who meet: a choir, a club, a drop-in").or_(
        ben.get_by_label("Group", exact=True)
    ).first.check()
    press(ben, "Put it in the directory")
    expect(ben.get_by_text("It is there now")).to_be_visible()
    ben.get_by_role("link", name="In the directory").click()
    expect(ben.get_by_role("heading", name="Weir choir", level=1)).to_be_visible()
    expect(ben.get_by_role("link", name="From a training in March 2026")).to_be_visible()

    opens_a_note(ben, training, "What we know around here", "Onto the board of what is missing")
    ben.get_by_label("What is missing here?").fill("A quiet place to play chess")
    press(ben, "Take it there")
    is_there(hana, "community:gaps", "A quiet place to play chess", **agency)

    opens_a_note(ben, training, "Green, amber, red", "To how people find a place")
    press(ben, "Take it there")
    is_there(dev, "community:ratings_waiting", "Walkers: cold hall", **agency)
    is_there(dev, "community:ratings_waiting", "From a training in March 2026", **agency)

    opens_a_note(ben, training, "Green, amber, red", "To what could be better at a place")
    ben.get_by_label("What would make it better?").fill("Heat the hall from two")
    press(ben, "Take it there")
    is_there(dev, "community:improvements", "Heat the hall from two", **agency)
    is_there(dev, "community:improvements", "From red to amber", **agency)
    dev.get_by_role("link", name="From a training in March 2026").click()
    expect(dev.get_by_text("Among what could be better at a place").first).to_be_visible()

    opens_a_note(ela, training, "What gets in people’s way", "Into the library of ways round")
    expect(ela.get_by_text("may be somebody’s name or number").first).to_be_visible()
    ela.get_by_label("The way round").fill("Share a taxi")
    press(ela, "Take it there")
    gwen = come_in(cast.gwen)
    is_there(gwen, "barriers:queue", "Share a taxi", **agency)
    go(gwen, "barriers:decide", **agency, item_id=Item.objects.get().pk)
    gwen.get_by_role("main").get_by_role("radio").first.check()
    press(gwen, "Keep this")
    is_there(dev, "barriers:ways_round", "Share a taxi", **agency)

    opens_a_note(ben, training, "Tell a colleague", "Onto the list of ideas")
    press(ben, "Take it there")
    here = {**agency, "training_id": training.pk}
    is_there(dev, "training:what_came", "On the list of ideas", **here)
    is_there(dev, "training:what_came", "A quiet place to play chess", **here)


def test_who_was_there_says_how_it_was_and_shows_a_certificate(cast: Cast, come_in: ComeIn) -> None:
    training = given_boards_with_notes(cast)
    here = {"agency_id": cast.agency.pk, "training_id": training.pk}
    asha = come_in(cast.asha, **PHONE)
    go(asha, "training:evaluate", **here)
    asha.get_by_label("What was good?").fill("Nobody was the expert")
    press(asha, "Send it, without my name")
    asha.get_by_role("link", name="What I will do").click()
    asha.get_by_label("What will you do?").fill("Ring my sister")
    asha.get_by_label("No, thank you").check()
    press(asha, "Keep it")
    expect(asha.get_by_text("Ring my sister", exact=True)).to_be_visible()

    ben = come_in(cast.ben)
    go(ben, "training:certificates", **here)
    press(ben, "Make one for everybody who came")
    number = training.attendances.get().certificate.number
    anybody = come_in()
    anybody.goto(reverse("training:certificate_check"))
    anybody.get_by_label("Number of the certificate").fill(number.lower())
    press(anybody, "Check it")
    expect(anybody.get_by_text("This number is right.")).to_be_visible()
    assert number not in anybody.url
