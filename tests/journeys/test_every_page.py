"""Every page of everybody: no fault that axe can see, by day and by night, and no scrolling sideways on a phone."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from connecting_people.journey import actions as journey
from connecting_people.partnership import actions as partnership
from connecting_people.training.door import SEAT
from tests.cast import NAMES, Cast
from tests.journeys.conftest import ComeIn
from tests.journeys.eyes import faults_of, open_eyes
from tests.journeys.people import go, press
from tests.test_access_matrix import EVERY, MATRIX, World

LONG = "https://example.org/" + "a-place-with-a-very-long-address-that-nobody-broke" * 3
# These are another page for each reader. Of the rest, what Gwen sees she sees for all, unless it is of a partnership.
OWN = {"home:first", "home:agency"}
# Pages of the library that signs people in, by whom they are looked at.
SIGNING_IN = {
    "nobody": ("account_login", "account_reset_password", "account_request_login_code"),
    "gwen": ("mfa_index", "account_reauthenticate", "account_logout"),
}
# Addresses that only take forms, or send a file: a browser that opens them gets no page.
TAKE_FORMS = {
    "connections:copy",
    *("connections:move", "connections:tie", "connections:untie", "connections:undo", "connections:redo"),
    *("connections:strength_away", "connections:strength_back"),
    *("connections:put_back", "connections:take_off_photo"),
    "barriers:suggestions",
    *("community:check", "community:contact_take_on", "community:contact_touch"),
    *("community:go_back", "community:proposal_take_back"),
    *("culture:take_back_look", "culture:hide_examples", "culture:welcome_back"),
    *("culture:end_place", "culture:use_place_again"),
    *("introductions:answer", "introductions:no_longer_fits", "introductions:step_back", "introductions:take_back"),
    *("plans:end_aspiration", "plans:keep_idea", "plans:move_idea"),
    *("review:agree", "review:next_do", "review:put", "review:view_back"),
    *("stepping_out:agree", "stepping_out:plan_again", "stepping_out:say_back", "stepping_out:take_small_step"),
    *("training:certificate_take_back", "training:improvement_done"),
    *("training:practice_move", "training:practice_tie", "training:practice_untie", "training:practice_undo"),
    *("training:practice_redo", "training:practice_show", "training:practice_take_off"),
    *("training:add_whole_course", "training:finish", "training:move_block", "training:note_answer"),
    *("training:put_back", "training:take_along", "training:tick_improvement"),
    *("home:look_seen", "journey:draft", "people:demo_sign_in", "people:end_session"),
    *("set_language", "ui:language", "ui:leave"),
    *("training:open_room", "training:move", "training:slide", "training:timer", "training:reveal"),
    *("training:say", "training:share_out", "training:with_notes", "training:write"),
}
# Addresses of files, which are no pages: their own tests look into them.
FILES = {"community:copy", "guide:poster_file", "people:poster_file"}
FILES |= {"training:certificate"}
FILES |= {"training:practice_copy", "training:my_practice_copy"}
FILES |= {"culture:briefing_file", "culture:ideas_sheet"}
# What a live page asks for between times is no page either.
FILES |= {"training:my_notes_text", "training:poll", "training:trainer_poll", "training:projector_poll"}
FILES |= {"measures:slot_file", "review:paper", "stepping_out:calendar", "stepping_out:calendar_feed"}
FILES |= {"training:all_boards_text", "training:pack", "training:paper", "training:slides"}


def reaches(name: str, page: str) -> bool:
    """Say whether the matrix lets somebody open a page; a team lead in an urgent look opens what Asha does."""
    who = MATRIX["rules"][MATRIX["pages"][page]].get("own" if EVERY[page] else "none", "")
    looks = name == "ela" and "partnership_id" in EVERY[page] and "asha" in who
    return looks or who == "everybody" or name in who.split()


def looks_at(name: str, page: str) -> bool:
    """Say whether it is somebody's to look at a page, so that each is looked at once for each way it can be."""
    if page in TAKE_FORMS | FILES or not reaches(name, page):
        return False
    if name == "trainee":
        return page.startswith("training:")
    if page in OWN or name == "nobody" or "partnership_id" in EVERY[page]:
        return True
    return not reaches("nobody", page) and (name == "gwen" or not reaches("gwen", page))


def addresses_of(name: str, world: World) -> list[str]:
    """Return the addresses of all pages that are somebody's to look at."""
    parts, found = world.parts["own"], [reverse(page) for page in SIGNING_IN.get(name, ())]
    for page in sorted(EVERY):
        if looks_at(name, page):
            found.append(reverse(page, kwargs={part: (parts | parts.get(page, {}))[part] for part in EVERY[page]}))
    return found


def given_long_words_and_an_urgent_look(cast: Cast) -> None:
    ben, at = cast.reach("ben"), timezone.now()
    said = journey.record(by=cast.ben, at=at, partnership=ben, kind="note", line=LONG[:80], words=LONG)
    said.partnership = cast.reach("asha")
    journey.see_differently(by=cast.asha, at=at, entry=said, words=LONG)
    looked_at = cast.partnership
    partnership.look_urgently(by=cast.ela, at=at, partnership=looked_at, reason="Nobody can be reached today.")


def opens(page: Page, address: str) -> bool:
    """Open an address; say whether it is a page to look at today, and not a file or a link that leads on."""
    answer = page.goto(address)
    return (
        answer is not None and answer.status == 200 and answer.headers.get("content-type", "").startswith("text/html")
    )


@pytest.mark.parametrize("name", ["nobody", "trainee", *NAMES])
def test_every_page_is_for_every_eye_and_fits_a_phone(name: str, cast: Cast, world: World, come_in: ComeIn) -> None:
    given_long_words_and_an_urgent_look(cast)
    page = come_in(None if name == "trainee" else cast.user(name))
    if name == "trainee":
        page.goto(reverse("training:join"))
        page.context.add_cookies(
            [{"name": SEAT, "value": world.parts["own"]["seat"], "url": page.url.split("/room/")[0]}]
        )
    open_eyes(page)
    faults = [fault for address in addresses_of(name, world) if opens(page, address) for fault in faults_of(page)]
    assert not faults, "\n".join(faults)


def test_a_form_that_comes_back_is_for_every_eye(cast: Cast, come_in: ComeIn) -> None:
    page = come_in(cast.ben)
    open_eyes(page)
    for name, button in (
        ("journey:write", "Write it down"),
        ("journey:promise", "Write it down"),
        ("journey:ask", "Ask"),
    ):
        go(page, name, partnership_id=cast.partnership.pk)
        press(page, button)
        faults = faults_of(page)
        assert not faults, "\n".join(faults)


def test_a_page_that_is_not_there_is_for_every_eye(cast: Cast, come_in: ComeIn) -> None:
    page = come_in(cast.asha)
    open_eyes(page)
    page.goto("/nothing-is-here/")
    faults = faults_of(page)
    assert not faults, "\n".join(faults)
