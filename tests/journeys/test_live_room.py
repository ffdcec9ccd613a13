"""A trainer, a projector and two trainees in one room: one with the keyboard alone, one without scripts."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from connecting_people.training.models import Note, NoteGroup, Room
from connecting_people.training.tests.rooms import a_training, an_open_room
from tests.cast import Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.people import press, sees, sees_nothing_of

WAIT = 20_000
ACTIVITIES = ("explainer", "local-connections", "traffic-lights")


@pytest.fixture
def room(cast: Cast) -> Room:
    return an_open_room(cast.femi, a_training(cast.femi, cast.agency, ACTIVITIES))


def joins(page: Page, room: Room, name: str, who: str) -> None:
    """Come in by the picture of the code."""
    page.goto(reverse("training:join_code", args=[room.code]))
    assert room.code not in page.url
    page.get_by_label("What may we call you?").fill(name)
    page.get_by_label(who).check()
    press(page, "Come in")


def by_keys(page: Page, words: str, *, column: str = "") -> None:
    """Write a note with the keyboard alone."""
    if column:
        page.get_by_role("radio", name=column).focus()
        page.keyboard.press("Space")
    page.get_by_label("Your note", exact=True).focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)
    page.get_by_role("button", name="Put it on the board").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-says]")).to_contain_text("It is on the board", timeout=WAIT)


def without_scripts(page: Page, words: str, *, choice: str = "") -> None:
    """Write a note where no script runs."""
    if choice:
        page.get_by_role("radio", name=choice).check()
    page.get_by_label("Your note", exact=True).fill(words)
    press(page, "Put it on the board")


def come_to_see(page: Page, words: str) -> None:
    """Wait until a screen shows words by itself."""
    expect(page.locator("main")).to_contain_text(words, timeout=WAIT)


def go_on(femi: Page, name: str) -> None:
    femi.get_by_role("button", name=re.compile("Begin|Go on to what comes next")).click()
    expect(femi.locator("h1")).to_have_text(name, timeout=WAIT)


def test_a_room_goes_through_activities_two_five_and_eleven(cast: Cast, room: Room, come_in: ComeIn) -> None:
    femi, wall = come_in(cast.femi), come_in(cast.femi)
    keys, plain = come_in(viewport={"width": 375, "height": 720}), come_in(java_script_enabled=False)
    ids = {"agency_id": cast.agency.pk, "training_id": room.training_id}
    femi.goto(reverse("training:trainer", kwargs=ids))
    wall.goto(reverse("training:projector", kwargs={**ids, "track": 0}))
    come_to_see(wall, f"{room.code[:4]} {room.code[4:]}")
    joins(keys, room, "Priya", "As a service user")
    joins(plain, room, "", "As a carer")
    come_to_see(femi, "2 people are here")

    go_on(femi, "The model, moving")
    two_private_columns_are_opened_together(femi, wall, keys, plain)
    go_on(femi, "What we know around here")
    what_is_half_typed_stays_and_notes_are_put_together(femi, wall, keys, plain)
    go_on(femi, "Green, amber, red")
    places_have_lights_and_could_move_up(femi, wall, keys, plain)
    nobody_is_named_who_did_not_say_so(wall)


def two_private_columns_are_opened_together(femi: Page, wall: Page, keys: Page, plain: Page) -> None:
    come_to_see(keys, "The model, moving")
    plain.reload()
    by_keys(keys, "The circles are new to me", column="New to me, or unclear")
    without_scripts(plain, "Who pays for the bus?", choice="New to me, or unclear")
    sees(plain, "Only you see this until the column is opened")
    for page in (femi, wall):
        come_to_see(page, "2 notes wait") if page is femi else None
        sees_nothing_of(page, "The circles are new to me", "Who pays for the bus?")
    plain.reload()
    sees_nothing_of(plain, "The circles are new to me")

    femi.get_by_role("button", name=re.compile("Open for all.*New to me")).click()

    for page in (femi, wall, keys):
        come_to_see(page, "The circles are new to me")
        come_to_see(page, "Who pays for the bus?")


def what_is_half_typed_stays_and_notes_are_put_together(femi: Page, wall: Page, keys: Page, plain: Page) -> None:
    come_to_see(keys, "What we know around here")
    keys.get_by_label("Your note", exact=True).fill("The allot")
    plain.reload()
    known = "Groups, services and places that we know"
    without_scripts(plain, "The singing group", choice=known)
    without_scripts(plain, "A choir on Tuesdays", choice=known)
    come_to_see(keys, "A choir on Tuesdays")
    assert keys.get_by_label("Your note", exact=True).input_value() == "The allot"
    come_to_see(femi, "A choir on Tuesdays")

    for words in ("The singing group", "A choir on Tuesdays"):
        femi.get_by_role("checkbox", name=words).check()
    femi.get_by_label("Put together under").fill("Music")
    femi.get_by_role("button", name="Put together", exact=True).click()

    for page in (wall, keys):
        expect(page.locator(".together", has_text="Music").locator("li.note")).to_have_count(2, timeout=WAIT)
    assert NoteGroup.objects.get().title == "Music"
    assert keys.get_by_label("Your note", exact=True).input_value() == "The allot"


def places_have_lights_and_could_move_up(femi: Page, wall: Page, keys: Page, plain: Page) -> None:
    # What was being typed when the room moved on still goes to where it was meant for.
    come_to_see(keys, "The room has moved on")
    keys.get_by_role("radio", name="Groups, services and places that we know").check()
    by_keys(keys, "ments")
    assert "The allotments" in [note.text for note in Note.objects.filter(column="known")]
    plain.reload()
    without_scripts(plain, "The swimming pool", choice="Unsure")
    come_to_see(femi, "The swimming pool")
    femi.get_by_role("checkbox", name="The swimming pool").check()
    femi.get_by_role("button", name="Could move up").click()
    for page in (wall, keys):
        come_to_see(page, "Could move up")


def nobody_is_named_who_did_not_say_so(wall: Page) -> None:
    sees_nothing_of(wall, "Priya")
    assert wall.get_by_role("button").count() <= 1


def test_a_note_that_found_no_connection_is_sent_when_there_is_one(cast: Cast, room: Room, come_in: ComeIn) -> None:
    phone, femi = come_in(), come_in(cast.femi)
    joins(phone, room, "Priya", "As a service user")
    femi.goto(reverse("training:trainer", kwargs={"agency_id": cast.agency.pk, "training_id": room.training_id}))
    go_on(femi, "The model, moving")
    come_to_see(phone, "The model, moving")
    phone.get_by_role("radio", name="Not clear yet").check()
    phone.get_by_label("Your note", exact=True).fill("Who drives?")

    phone.context.set_offline(True)
    phone.get_by_role("button", name="Put it on the board").click()
    expect(phone.locator("[data-says]")).to_contain_text("Not sent yet", timeout=WAIT)
    assert not Note.objects.exists()
    phone.context.set_offline(False)

    come_to_see(femi, "Who drives?")
    expect(phone.locator("[data-says]")).to_contain_text("It is on the board", timeout=WAIT)
    assert Note.objects.count() == 1
