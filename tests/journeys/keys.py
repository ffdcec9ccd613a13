"""What somebody does who has a keyboard alone: to the next stop, which always shows, and on."""

from playwright.sync_api import Page

STOPS = 80
# What the browser draws round what has the focus: an outline, a shadow or a coloured ground; on the map a halo.
SHOWN = """() => {
  const now = document.activeElement, label = now.id && document.querySelector(`label[for="${CSS.escape(now.id)}"]`);
  const drawn = (element, part) => {
    const style = getComputedStyle(element, part);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  if (now === document.body) return true;
  const halo = now.querySelector(".mark__reach");
  if (halo) return getComputedStyle(halo).stroke !== "none";
  return [now, label].filter(Boolean).some(one => [null, "::before", "::after"].some(part => drawn(one, part)));
}"""
NAMES = """() => {
  const now = document.activeElement, box = ["radio", "checkbox"].includes(now.type) && `${now.name}=${now.value}`;
  const names = [box, now.id, now.dataset.name, now.getAttribute("aria-label"), now.innerText];
  return names.filter(Boolean).map((name) => name.trim());
}"""


def names_here(page: Page) -> list[str]:
    """Return by what one may know what has the focus: its id, its name and its words, of a box its name and value."""
    found: list[str] = page.evaluate(NAMES)
    return found


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what begins with these words (or has this id) has the focus, which shows at every stop."""
    for _stop in range(STOPS):
        page.keyboard.press("Tab")
        names = names_here(page)
        assert page.evaluate(SHOWN), f"nothing shows that “{names}” has the focus"
        if any(name.startswith(words) for name in names):
            return
    raise AssertionError(f"Tab does not lead to “{words}” on {page.url}")


def enter(page: Page) -> None:
    """Press Enter, and wait for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose(page: Page, group: str, value: object) -> None:
    """Go to a group of rings of which one is chosen, and on by arrow until another is."""
    tab_to(page, f"{group}=")
    for _ring in range(STOPS):
        if f"{group}={value}" in names_here(page):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrows do not lead to {value} on {page.url}")
