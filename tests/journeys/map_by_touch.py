"""The map by finger, on a phone: tapped, and pulled to where somebody belongs."""

from typing import Any

from playwright.sync_api import CDPSession, Page, expect

from connecting_people.connections import words
from connecting_people.connections.rules import Exchange
from connecting_people.connections.tests.board import on_screen, point_of, says
from tests.journeys.twelve import Someone

PHONE: dict[str, Any] = {"has_touch": True, "is_mobile": True, "viewport": {"width": 375, "height": 812}}
MIDDLE = "() => document.querySelector('svg[data-picture]').scrollIntoView({block: 'center'})"
SHARING = (("gives", "What do you give?"), ("gets", "What do you get?"))


class ByTouch:
    """Hands on a phone."""

    options = PHONE

    def __init__(self, page: Page) -> None:
        self.page = page
        self.main = page.get_by_role("main")

    def begin(self) -> None:
        """Go where somebody is put on the map."""
        self._follow("Add someone")

    def add(self, one: Someone, button: str) -> None:
        """Put somebody on the map."""
        self.page.get_by_label("What do you call them?").tap()
        self.page.keyboard.type(one.name)
        self._ring(words.NATURES[one.nature])
        # The list that a phone opens for this is its own, and no page can tap into it.
        self.page.get_by_label("Part of life", exact=True).select_option(one.kind)
        self.page.get_by_role("radio").and_(self.page.locator(f"[name=ring][value='{one.ring}']")).tap()
        if one.gives is not None or one.gets is not None:
            self.page.get_by_text("What goes both ways").tap()
        for name, asked in SHARING:
            self._share(asked, getattr(one, name))
        self._go(button)

    def join(self, one: str, other: str) -> None:
        """Say that two know each other: tap the one, then the other."""
        self._tap_on(one)
        if not self.page.get_by_role("button", name="Join on the map").is_visible():
            self.page.get_by_text("Who knows whom").tap()
        self.page.get_by_role("button", name="Join on the map").tap()
        self._tap_on(other)
        expect(says(self.page)).to_have_text(f"{one} and {other} know each other.")

    def closer(self, name: str, place: tuple[float, float]) -> None:
        """Pull somebody a ring closer."""
        self._pull(name, place)

    def on(self, name: str, place: tuple[float, float]) -> None:
        """Pull somebody into the next part of the map."""
        self._pull(name, place)

    def end(self, name: str) -> None:
        """Say that it has ended with somebody."""
        self._tap_on(name)
        self._follow(f"Open {name}")
        self._follow("Lost touch, ended, or back again")
        self._ring("Ended")
        self._go("Keep this")

    def compare(self) -> None:
        """Look at the first day beside itself, then beside today."""
        self._follow("Map of connections")
        self._follow("Then and now")
        slider = self.page.get_by_role("slider", name="Now")
        box = slider.bounding_box()
        assert box
        slider.tap(position={"x": 4, "y": box["height"] / 2})
        expect(self.main).to_contain_text("Nobody came, left or moved")
        slider.tap(position={"x": box["width"] - 4, "y": box["height"] / 2})
        expect(self.main).not_to_contain_text("Nobody came, left or moved")

    def _follow(self, link: str) -> None:
        with self.page.expect_navigation():
            self.main.get_by_role("link", name=link, exact=True).tap()

    def _go(self, button: str) -> None:
        with self.page.expect_navigation():
            self.main.get_by_role("button", name=button, exact=True).tap()

    def _ring(self, name: Any) -> None:
        self.page.get_by_role("radio", name=str(name), exact=True).tap()

    def _share(self, asked: str, kinds: tuple[Exchange, ...] | None) -> None:
        names = [] if kinds is None else [str(words.EXCHANGES[kind]) for kind in kinds] or ["Nothing just now"]
        for name in names:
            self.page.get_by_role("group", name=asked).get_by_role("checkbox", name=name, exact=True).tap()

    def _tap_on(self, name: str) -> None:
        self.page.touchscreen.tap(*point_of(self.page, name))

    def _pull(self, name: str, place: tuple[float, float]) -> None:
        self.page.evaluate(MIDDLE)
        start, goal = point_of(self.page, name), on_screen(self.page, *place)
        touch = self.page.context.new_cdp_session(self.page)
        _finger(touch, "touchStart", start)
        for step in range(1, 9):
            _finger(touch, "touchMove", tuple(a + (b - a) * step / 8 for a, b in zip(start, goal, strict=True)))
        _finger(touch, "touchEnd")
        expect(says(self.page)).to_contain_text(f"{name} is now here")


def _finger(touch: CDPSession, what: str, point: tuple[float, ...] = ()) -> None:
    points = [{"x": point[0], "y": point[1]}] if point else []
    touch.send("Input.dispatchTouchEvent", {"type": what, "touchPoints": points})
