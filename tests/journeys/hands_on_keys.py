"""The same pages by keyboard alone, told in the words on them."""

from typing import Any

from playwright.sync_api import Page

from tests.journeys.keys import enter, tab_to


class ByKeys:
    """Hands on a keyboard."""

    options: dict[str, Any] = {}

    def __init__(self, page: Page) -> None:
        self.page = page

    def follow(self, words: str) -> None:
        """Go to what begins with these words, and on where it leads."""
        tab_to(self.page, words)
        enter(self.page)

    press = follow

    def write(self, label: str, words: str) -> None:
        """Write into a box, in place of what stands there."""
        self._to(label)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def pick(self, label: str, option: str) -> None:
        """Pick one of a list by how it begins."""
        self._to(label)
        self.page.keyboard.type(option.split()[0])

    def choose(self, label: str) -> None:
        """Go to a group of rings and on by arrow to one of them, or tick a box."""
        box = self.page.get_by_label(label, exact=True)
        name, ring = box.get_attribute("name"), box.get_attribute("type") == "radio"
        if not ring:
            tab_to(self.page, f"{name}={box.evaluate('box => box.value')}")
        else:
            tab_to(self.page, f"{name}=")
            while not box.evaluate("box => box === document.activeElement"):
                self.page.keyboard.press("ArrowDown")
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def unfold(self, words: str) -> None:
        """Unfold a part of the page."""
        tab_to(self.page, words)
        self.page.keyboard.press("Enter")

    def _to(self, label: str) -> None:
        tab_to(self.page, str(self.page.get_by_label(label, exact=True).get_attribute("id")))
