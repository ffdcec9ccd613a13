"""What the browser tests of the map share: the board opened, somebody pulled aside, what is said."""

from playwright.sync_api import Locator, Page

from connecting_people.connections.rules import Node
from connecting_people.connections.tests.practice_board import PRACTICE

SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
NAMES_SHOWN = (
    "[...document.querySelectorAll('.mark__name')].filter((n) => getComputedStyle(n).display !== 'none').length"
)
WATCH_FRAMES = """() => {
  window.frames = [];
  window.going = true;
  let last = performance.now();
  const next = (now) => { window.frames.push(now - last); last = now; if (window.going) requestAnimationFrame(next); };
  requestAnimationFrame(next);
}"""


def mark(page: Page, name: str) -> Locator:
    """Find somebody on the map."""
    return page.locator(f'.mark[data-name="{name}"]')


def says(page: Page) -> Locator:
    """Find what the board says has happened."""
    return page.locator(".board [data-says]")


def node(name: str) -> Node:
    """Return somebody as the server has them."""
    return next(node for node in PRACTICE.network.nodes if node.name == name)


def point_of(page: Page, name: str) -> tuple[float, float]:
    """Return the middle of somebody's shape on the screen."""
    find = """(name) => {
      const shape = document.querySelector(`.mark[data-name="${name}"] .mark__shape`);
      shape.scrollIntoView({block: "nearest"});
      const {x, y, width, height} = shape.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    }"""
    return tuple(page.evaluate(find, name))


def on_screen(page: Page, x: float, y: float) -> tuple[float, float]:
    """Return where a point of the map is on the screen."""
    find = """([x, y]) => {
      const at = new DOMPoint(x, y).matrixTransform(document.querySelector("svg[data-picture]").getScreenCTM());
      return [at.x, at.y];
    }"""
    return tuple(page.evaluate(find, [x, y]))


def drag(page: Page, name: str, to: tuple[float, float]) -> None:
    """Pull somebody to a point of the map by mouse."""
    page.mouse.move(*point_of(page, name))
    page.mouse.down()
    page.mouse.move(*on_screen(page, *to), steps=6)
    page.mouse.up()


def place_of(page: Page, name: str) -> str:
    """Return where somebody stands on the map, as the page writes it."""
    return mark(page, name).get_attribute("transform") or ""
