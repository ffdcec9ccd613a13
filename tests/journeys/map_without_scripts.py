"""The map with scripts switched off: forms, buttons and lists."""

from typing import Any

from playwright.sync_api import Page

from connecting_people.connections import words
from connecting_people.connections.rules import Exchange
from tests.journeys.people import follow, press, sees
from tests.journeys.twelve import Someone

SHARING = (("gives", "What do you give?"), ("gets", "What do you get?"))


class WithoutScripts:
    """Hands on a mouse, in a browser that runs nothing."""

    options: dict[str, Any] = {"java_script_enabled": False}

    def __init__(self, page: Page) -> None:
        self.page = page

    def begin(self) -> None:
        """Go where somebody is put on the map."""
        follow(self.page, "Add someone")

    def add(self, one: Someone, button: str) -> None:
        """Put somebody on the map."""
        self.page.get_by_label("What do you call them?").fill(one.name)
        self._ring(words.NATURES[one.nature])
        self.page.get_by_label("Part of life", exact=True).select_option(one.kind)
        self.page.get_by_role("radio").and_(self.page.locator(f"[name=ring][value='{one.ring}']")).check()
        if one.gives is not None or one.gets is not None:
            self.page.get_by_text("What goes both ways").click()
        for name, asked in SHARING:
            self._share(asked, getattr(one, name))
        press(self.page, button)

    def join(self, one: str, other: str) -> None:
        """Say that two know each other, by two lists."""
        self.page.get_by_text("Who knows whom").click()
        self.page.get_by_label("This one", exact=True).select_option(one)
        self.page.get_by_label("And this one", exact=True).select_option(other)
        press(self.page, "Join them")
        sees(self.page, "They know each other.")

    def closer(self, name: str, _place: tuple[float, float]) -> None:
        """Move somebody a ring closer, by a button."""
        self.page.get_by_label("Who", exact=True).select_option(name)
        press(self.page, "Closer")
        sees(self.page, f"{name} has moved.")

    def on(self, name: str, _place: tuple[float, float]) -> None:
        """Move somebody into the next part of the map, by a button."""
        self.page.get_by_label("Who", exact=True).select_option(name)
        press(self.page, "Next part")
        sees(self.page, f"{name} has moved.")

    def end(self, name: str) -> None:
        """Say that it has ended with somebody, from the list."""
        self.page.locator(".link__name").get_by_text(name, exact=True).click()
        follow(self.page, "Lost touch, ended")
        self._ring("Ended")
        press(self.page, "Keep this")

    def compare(self) -> None:
        """Look at the first day beside itself, then beside today."""
        follow(self.page, "Map of connections")
        follow(self.page, "Then and now")
        days = self.page.get_by_label("Now", exact=True)
        days.select_option(index=0)
        press(self.page, "Show these days")
        sees(self.page, "Nobody came, left or moved")
        days.select_option(index=1)
        press(self.page, "Show these days")

    def _ring(self, name: Any) -> None:
        self.page.get_by_role("radio", name=str(name), exact=True).check()

    def _share(self, asked: str, kinds: tuple[Exchange, ...] | None) -> None:
        names = [] if kinds is None else [str(words.EXCHANGES[kind]) for kind in kinds] or ["Nothing just now"]
        for name in names:
            self.page.get_by_role("group", name=asked).get_by_role("checkbox", name=name, exact=True).check()
