"""What is wrong with a page for somebody's eyes: on a desk by day, on a phone by night, on the smallest phone."""

from typing import Literal

from axe_playwright_python.base import AXE_FILE_PATH, AxeResults
from playwright.sync_api import Page

from conftest import ACCESSIBILITY

SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
# Without "preload: false" axe copies style sheets in ways that our content security policy stops.
FIND = """async (rules) => {
  const found = await axe.run(document, {runOnly: rules, preload: false, resultTypes: ["violations"]});
  return {violations: found.violations, url: location.href, passes: [], incomplete: [], inapplicable: []};
}"""


def open_eyes(page: Page) -> None:
    """Let every page that is opened from now on be looked at, first on a wide screen in light colours."""
    page.add_init_script(path=AXE_FILE_PATH)
    _on(page, 1280, "light")


def found_by_axe(page: Page) -> str:
    """Return what axe says against the page as it stands, or nothing."""
    seen = AxeResults(page.evaluate(FIND, ACCESSIBILITY))
    return str(seen.generate_report()) if seen.violations_count else ""


def faults_of(page: Page) -> list[str]:
    """Return all that is wrong with the page that is open, and leave it on a wide screen."""
    found = []
    scheme: Literal["light", "dark"]
    for width, scheme in ((1280, "light"), (375, "dark")):
        _on(page, width, scheme)
        report = found_by_axe(page)
        if report:
            found.append(f"{page.url} at {width} in {scheme}: {report}")
    for width in (375, 320):
        _on(page, width, "light")
        if page.evaluate(SIDEWAYS):
            found.append(f"{page.url} scrolls sideways at {width}")
    _on(page, 1280, "light")
    return found


def _on(page: Page, width: int, scheme: Literal["light", "dark"]) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
