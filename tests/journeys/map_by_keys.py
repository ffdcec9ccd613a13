"""The map by keyboard alone."""

from typing import Any

from playwright.sync_api import Page, expect

from connecting_people.connections.rules import Exchange, State
from connecting_people.connections.tests.board import says
from connecting_people.guide.kinds import connection_kind
from tests.journeys.keys import STOPS, choose, enter, names_here, tab_to
from tests.journeys.twelve import Someone

WHERE = """() => [...document.querySelectorAll(".mark[data-id]")].map((mark) => {
  const {e, f} = mark.transform.baseVal.consolidate().matrix;
  return [mark.dataset.name, e, f];
})"""


class ByKeys:
    """Hands on a keyboard."""

    options: dict[str, Any] = {}

    def __init__(self, page: Page) -> None:
        self.page = page
        self.press = page.keyboard.press

    def begin(self) -> None:
        """Go where somebody is put on the map."""
        self._follow("Add someone")

    def add(self, one: Someone, button: str) -> None:
        """Put somebody on the map."""
        tab_to(self.page, "id_name")
        self.page.keyboard.type(one.name)
        choose(self.page, "nature", one.nature)
        tab_to(self.page, "id_kind")
        self.page.keyboard.type(str(connection_kind(one.kind).name).split()[0])
        choose(self.page, "ring", one.ring)
        if one.gives is not None or one.gets is not None:
            tab_to(self.page, "What goes both ways")
            self.press("Enter")
        for box, kinds in (("gives", one.gives), ("gets", one.gets)):
            for kind in _boxes(kinds):
                tab_to(self.page, f"{box}={kind}")
                self.press("Space")
        self._follow(button)

    def join(self, one: str, other: str) -> None:
        """Say that two know each other: C on the one, Enter on the other."""
        self._go_to(one)
        self.press("c")
        expect(says(self.page)).to_contain_text(f"Who does {one} know?")
        self._go_to(other)
        self.press("Enter")
        expect(says(self.page)).to_have_text(f"{one} and {other} know each other.")

    def closer(self, name: str, _place: tuple[float, float]) -> None:
        """Move somebody a ring closer."""
        self._go_to(name)
        self.press("Shift+ArrowUp")
        expect(says(self.page)).to_contain_text(f"{name} is now here")

    def on(self, name: str, _place: tuple[float, float]) -> None:
        """Move somebody into the next part of the map."""
        self._go_to(name)
        self.press("Shift+ArrowRight")
        expect(says(self.page)).to_contain_text(f"{name} is now here")

    def end(self, name: str) -> None:
        """Say that it has ended with somebody."""
        self._go_to(name)
        enter(self.page)
        self._follow("Lost touch, ended")
        choose(self.page, "state", State.ENDED)
        self._follow("Keep this")

    def compare(self) -> None:
        """Look at the first day beside itself, then beside today."""
        self._follow("Map of connections")
        self._follow("Then and now")
        tab_to(self.page, "Now")
        main = self.page.get_by_role("main")
        self.press("Home")
        expect(main).to_contain_text("Nobody came, left or moved")
        self.press("End")
        expect(main).not_to_contain_text("Nobody came, left or moved")

    def _follow(self, words: str) -> None:
        tab_to(self.page, words)
        enter(self.page)

    def _go_to(self, name: str) -> None:
        """Go to somebody on the map: in by Tab, then by arrow in the direction in which they stand."""
        places = {name: (x, y) for name, x, y in self.page.evaluate(WHERE)}
        if not places.keys() & set(names_here(self.page)):
            tab_to(self.page, self.page.locator('.mark[tabindex="0"]').get_attribute("data-name") or "")
        seen: set[str] = set()
        for _step in range(STOPS):
            [here] = places.keys() & set(names_here(self.page))
            if here == name:
                return
            self.press(_arrow(places[here], places[name], aside=here in seen))
            seen.add(here)
        raise AssertionError(f"the arrows do not lead to {name}")


def _boxes(kinds: tuple[Exchange, ...] | None) -> list[str]:
    """Return which boxes to tick, as they stand one after the other."""
    if kinds is None:
        return []
    return [kind for kind in Exchange if kind in kinds] or ["nothing"]


def _arrow(here: tuple[float, float], there: tuple[float, float], *, aside: bool) -> str:
    """Return the arrow that leads there, or the second best where the best has led back before."""
    across, down = there[0] - here[0], there[1] - here[1]
    ways = ["ArrowRight" if across > 0 else "ArrowLeft", "ArrowDown" if down > 0 else "ArrowUp"]
    if abs(down) > abs(across):
        ways.reverse()
    return ways[aside]
