"""People in the live room, each with hands of their own: a mouse, a finger, the keyboard alone, or without scripts."""

import re
from typing import Any

from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from tests.journeys.eyes import SIDEWAYS

WAIT = 20_000
NOTE = "Your note"
PUT = "Put it on the board"


class Seat:
    """Somebody in the room with a mouse; the page follows the room by itself."""

    options: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}

    def __init__(self, page: Page) -> None:
        self.page = page

    def joins(self, code: str, name: str, who: str) -> None:
        """Type the code, say a name or none, and come in."""
        self.page.goto(reverse("training:join"))
        self._type(self.page.get_by_label("The code of the room"), code)
        self.presses("Go on")
        self._type(self.page.get_by_label("What may we call you?"), name)
        self._choose(self.page.get_by_role("radio", name=who, exact=True))
        self.presses("Come in")

    def is_at(self, name: str) -> None:
        """Wait until the room has moved on to something."""
        expect(self.page.locator("h1")).to_have_text(name, timeout=WAIT)
        assert not self.page.evaluate(SIDEWAYS), name

    def sees(self, *words: str) -> None:
        """Wait until words have come."""
        for some in words:
            expect(self.page.locator("main")).to_contain_text(some, timeout=WAIT)

    def writes(self, words: str, column: str = "", sort: str = "") -> None:
        """Put a note on the board: into a column and under a kind or light, where there is a choice."""
        for choice in filter(None, (column, sort)):
            self._pick(choice)
        self._send(words)

    def answers(self, note: str, words: str) -> None:
        """Answer a note of the board."""
        self._follow(self.page.get_by_role("link", name=re.compile(f"Answer.*{re.escape(note)}")))
        self._send(words)

    def follows(self, link: str) -> None:
        """Go where a link leads."""
        with self.page.expect_navigation():
            self._follow(self.page.get_by_role("main").get_by_role("link", name=link).first)

    def fills(self, label: str, words: str) -> None:
        """Fill in a box of a page beside the room."""
        self._type(self.page.get_by_label(label, exact=True), words)

    def presses(self, button: str) -> None:
        """Press a button that leads on."""
        with self.page.expect_navigation():
            self._touch(self.page.get_by_role("main").get_by_role("button", name=button, exact=True))

    def _pick(self, words: str) -> None:
        ring = self.page.get_by_role("radio", name=words, exact=True)
        if ring.count():
            self._choose(ring)
        else:
            self.page.get_by_label("What is it about?").select_option(words)

    def _send(self, words: str) -> None:
        box = self.page.get_by_label(NOTE, exact=True)
        self._type(box, words)
        self._touch(self.page.get_by_role("button", name=PUT))
        expect(self.page.locator("#write [data-says]")).to_contain_text("It is on the board", timeout=WAIT)
        expect(box).to_have_value("")

    def _type(self, box: Locator, words: str) -> None:
        box.fill(words)

    def _choose(self, ring: Locator) -> None:
        ring.check()

    def _follow(self, link: Locator) -> None:
        self._touch(link)

    def _touch(self, what: Locator) -> None:
        what.click()


class OnPhone(Seat):
    """Somebody in the room with a finger on a phone."""

    options = {"viewport": {"width": 375, "height": 760}, "has_touch": True, "is_mobile": True}

    def _choose(self, ring: Locator) -> None:
        ring.tap()

    def _touch(self, what: Locator) -> None:
        what.tap()


class ByKeys(Seat):
    """Somebody in the room with the keyboard alone."""

    def _type(self, box: Locator, words: str) -> None:
        box.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(words)

    def _choose(self, ring: Locator) -> None:
        ring.focus()
        self.page.keyboard.press("Space")

    def _touch(self, what: Locator) -> None:
        what.focus()
        self.page.keyboard.press("Enter")


class WithoutScripts(Seat):
    """Somebody in the room whose browser runs nothing: they ask for what is new."""

    options = {"java_script_enabled": False}

    def is_at(self, name: str) -> None:
        """Ask what the room is at."""
        self.page.goto(reverse("training:seat"))
        expect(self.page.locator("h1")).to_have_text(name)

    def sees(self, *words: str) -> None:
        """Ask for what is new, and read it."""
        self.page.goto(reverse("training:seat"))
        super().sees(*words)

    def _send(self, words: str) -> None:
        self.page.get_by_label(NOTE, exact=True).fill(words)
        self.presses(PUT)
        expect(self.page.locator("main")).to_contain_text(words)

    def _follow(self, link: Locator) -> None:
        with self.page.expect_navigation():
            link.click()

    def follows(self, link: str) -> None:
        """Go where a link leads."""
        self._follow(self.page.get_by_role("main").get_by_role("link", name=link).first)
