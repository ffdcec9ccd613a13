"""Three ways to point at the same pages, told in the words on them: by mouse, by finger, and without scripts."""

import re
from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Locator, Page

from tests.journeys.eyes import SIDEWAYS, found_by_axe


class ByMouse:
    """Hands on a mouse before a wide screen; axe looks at every page on the way."""

    options: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_init_script(path=AXE_FILE_PATH)

    def follow(self, words: str) -> None:
        """Follow the first link that begins with these words."""
        self._leave(self.page.get_by_role("link", name=re.compile(f"^{re.escape(words)}")).first)

    def press(self, words: str) -> None:
        """Press a button that leads on."""
        self._leave(self.page.get_by_role("main").get_by_role("button", name=words, exact=True))

    def write(self, label: str, words: str) -> None:
        """Write into a box."""
        self.page.get_by_label(label, exact=True).fill(words)

    def pick(self, label: str, option: str) -> None:
        """Pick one of a list."""
        self.page.get_by_label(label, exact=True).select_option(option)

    def choose(self, label: str) -> None:
        """Choose a ring, or tick a box."""
        self._touch(self.page.get_by_label(label, exact=True))

    def unfold(self, words: str) -> None:
        """Unfold a part of the page."""
        self._touch(self.page.get_by_text(words))

    def arrived(self) -> None:
        """Look at the page that has come."""
        # What is half under the bar on top, because the page begins at what was found, is no fault.
        self.page.evaluate("scrollTo(0, 0)")
        found = found_by_axe(self.page)
        assert not found, f"{self.page.url}: {found}"

    def _leave(self, by: Locator) -> None:
        with self.page.expect_navigation():
            self._touch(by)
        self.arrived()

    def _touch(self, what: Locator) -> None:
        what.click()


class ByFinger(ByMouse):
    """A finger on a phone, where no page scrolls sideways."""

    options: dict[str, Any] = {"viewport": {"width": 375, "height": 760}, "has_touch": True, "is_mobile": True}

    def arrived(self) -> None:
        """Look at the page that has come."""
        assert not self.page.evaluate(SIDEWAYS), self.page.url

    def _touch(self, what: Locator) -> None:
        what.tap()


class WithoutScripts(ByMouse):
    """Hands on a mouse, in a browser that runs nothing."""

    options: dict[str, Any] = {"java_script_enabled": False}

    def arrived(self) -> None:
        """See that the page has come; nothing can be run in it."""
        assert self.page.get_by_role("main").count() == 1
