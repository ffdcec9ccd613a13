"""The map by keys alone, without scripts, near and far, over time, for every eye, and at speed."""

import pytest
from playwright.sync_api import Page, expect

from connecting_people.connections.tests.board import (
    NAMES_SHOWN,
    SIDEWAYS,
    WATCH_FRAMES,
    drag,
    mark,
    node,
    on_screen,
    point_of,
    says,
)
from connecting_people.connections.tests.practice_board import PRACTICE

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_map_can_be_worked_by_keys_alone(board):
    mark(board, "Mum").focus()
    ring, kind = node("Mum").ring, node("Mum").kind

    board.keyboard.press("Shift+ArrowDown" if ring < 3 else "Shift+ArrowUp")
    expect(says(board)).to_contain_text("Mum is now here")
    expect(mark(board, "Mum")).to_be_focused()
    assert node("Mum").ring != ring

    board.keyboard.press("Shift+ArrowRight")
    expect(mark(board, "Mum")).not_to_have_attribute("data-sector", kind)
    expect(mark(board, "Mum")).to_be_focused()
    assert node("Mum").kind != kind


def test_arrows_go_from_one_to_the_next(board):
    mark(board, "Mum").focus()

    board.keyboard.press("End")
    expect(board.locator(".mark[data-id]").last).to_be_focused()
    board.keyboard.press("Home")
    expect(mark(board, "Mum")).to_be_focused()
    places = "[...document.querySelectorAll('.mark[data-id]')].map((m) => m.transform.baseVal[0].matrix.e)"
    for _ in range(5):
        board.keyboard.press("ArrowLeft")
    x = board.evaluate("document.activeElement.transform.baseVal[0].matrix.e")
    assert x <= min(board.evaluate(places)) + 150


def test_only_one_mark_is_in_the_way_of_the_tab_key(board):
    expect(board.locator('.mark[tabindex="0"]')).to_have_count(1)


def test_two_are_joined_and_parted_by_keys(board):
    known = {frozenset(pair) for pair in PRACTICE.network.ties}
    nodes = PRACTICE.network.nodes
    one, other = next((a, b) for a in nodes for b in nodes if a is not b and frozenset((a.id, b.id)) not in known)

    for expected in (len(known) + 1, len(known)):
        mark(board, one.name).focus()
        board.keyboard.press("c")
        expect(says(board)).to_contain_text(f"Who does {one.name} know?")
        mark(board, other.name).focus()
        board.keyboard.press("Enter")
        expect(board.locator("[data-tie]")).to_have_count(expected)
        assert len(PRACTICE.network.ties) == expected


def test_enter_opens_somebody(board):
    mark(board, "Sam").focus()

    with board.expect_navigation():
        board.keyboard.press("Enter")

    assert board.url.endswith(f"/{node('Sam').id}/")


def test_undo_and_redo_work_on_the_page(board):
    drag(board, "Sam", (600, 270))
    expect(says(board)).to_contain_text("Sam is now here")

    board.get_by_role("button", name="Undo").click()
    expect(board.get_by_role("button", name="Undo")).to_be_disabled()
    assert PRACTICE.past == []
    board.get_by_role("button", name="Do again").click()
    expect(board.get_by_role("button", name="Do again")).to_be_disabled()
    assert (node("Sam").ring, node("Sam").kind) == (2, "family")


def test_coming_closer_shows_more_names(page, at):
    PRACTICE.start(150)
    page.goto(at)
    far = page.evaluate(NAMES_SHOWN)

    for _ in range(2):
        page.locator('[data-zoom="in"]').click()

    assert page.locator("svg[data-picture]").get_attribute("data-level") == "2"
    assert page.evaluate(NAMES_SHOWN) > far
    page.get_by_role("button", name="The whole map").click()
    assert page.evaluate(NAMES_SHOWN) == far


def test_paper_shows_the_names_of_a_large_screen_also_from_a_phone(page, at):
    PRACTICE.start(150)
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(at)
    expect(page.locator('svg[data-level="0"]')).to_be_visible()
    on_phone = page.evaluate(NAMES_SHOWN)

    page.emulate_media(media="print")

    assert page.evaluate(NAMES_SHOWN) > 2 * on_phone


def test_the_wheel_belongs_to_the_page_until_ctrl_is_held(board):
    board.mouse.move(*on_screen(board, 550, 300))

    board.mouse.wheel(0, -120)
    expect(board.locator("svg.is-near")).to_have_count(0)
    board.keyboard.down("Control")
    board.mouse.wheel(0, -120)
    board.keyboard.up("Control")

    expect(board.locator("svg.is-near")).to_have_count(1)


def test_a_map_that_is_near_can_be_pulled_aside(board):
    board.locator('[data-zoom="in"]').click()
    before = board.locator("svg[data-picture]").get_attribute("viewBox")
    x, y = on_screen(board, 550, 830)

    board.mouse.move(x, y)
    board.mouse.down()
    board.mouse.move(x - 80, y - 60, steps=4)
    board.mouse.up()

    assert board.locator("svg[data-picture]").get_attribute("viewBox") != before
    assert PRACTICE.past == []


def test_without_scripts_the_forms_move_and_undo(browser, at):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(at)
    expect(page.get_by_role("button", name="The whole map")).to_be_hidden()

    page.get_by_label("Who", exact=True).select_option("Sam")
    page.get_by_text("Choose a place").click()
    page.get_by_label("How close").select_option("Very close")
    page.get_by_label("Part of life").select_option("Friends")
    page.get_by_role("button", name="Put here").click()
    assert (node("Sam").ring, node("Sam").kind) == (1, "friends")

    page.get_by_label("Who", exact=True).select_option("Sam")
    page.get_by_role("button", name="Further out").click()
    assert node("Sam").ring == 2
    page.get_by_role("button", name="Undo").click()
    assert node("Sam").ring == 1
    page.get_by_text("How it looks").click()
    page.get_by_label("Colours show").select_option("How it feels")
    page.get_by_role("button", name="Show it so").click()
    expect(page.locator(".key")).to_contain_text("Feels")
    context.close()


def test_without_scripts_the_forms_join_and_part(browser, at):
    PRACTICE.start(5, ties=0)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    for button, ties in (("Join them", 1), ("Take the line away", 0)):
        page.goto(at)
        page.get_by_text("Who knows whom").click()
        page.get_by_label("This one", exact=True).select_option("Sam")
        page.get_by_label("And this one").select_option("Priya")
        page.get_by_role("button", name=button).click()
        assert len(PRACTICE.network.ties) == ties
    context.close()


def test_the_look_that_was_chosen_stays_after_a_move(page, at):
    page.goto(f"{at}?colour=feeling")

    drag(page, "Sam", (600, 270))

    expect(says(page)).to_contain_text("Sam is now here")
    expect(page.locator(".key")).to_contain_text("Feels")


def test_a_slider_shows_another_date_without_leaving_the_page(page, at):
    page.goto(f"{at}dates/")
    page.evaluate("window.stayed = true")

    page.get_by_role("slider", name="Now").press("ArrowLeft")

    expect(page.locator("#shown")).to_have_text("2026-01-05 and 2026-02-05")
    expect(page.get_by_role("slider", name="Now")).to_have_attribute("aria-valuetext", "Day 2026-02-05")
    expect(page.get_by_role("status")).to_have_text("Day 2026-01-05 – Day 2026-02-05")
    assert page.evaluate("window.stayed")
    assert "now=2026-02-05" in page.url


def test_the_earlier_date_takes_the_later_one_along(page, at):
    page.goto(f"{at}dates/?then=2026-01-05&now=2026-02-05")

    page.get_by_role("slider", name="Then").press("End")

    expect(page.locator("#shown")).to_have_text("2026-03-05 and 2026-03-05")


def test_a_slider_that_cannot_fetch_asks_for_the_whole_page(page, at):
    page.goto(f"{at}dates/")
    PRACTICE.stopped = 503

    page.get_by_role("slider", name="Now").press("ArrowLeft")

    expect(page.locator("#shown")).to_have_text("2026-01-05 and 2026-02-05")
    assert PRACTICE.asked[-1]["now"] == "2026-02-05"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "count"), [(1280, 25), (375, 25), (320, 5), (1280, 0)])
def test_the_board_is_accessible_and_fits(page, at, axe, scheme, width, count):
    PRACTICE.start(count)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})

    page.goto(at)

    assert not page.evaluate(SIDEWAYS)
    axe(page)


def slowest_frame(page: Page, points: list[tuple[int, int]]) -> float:
    """Return how long the slowest frames take, but for one in twenty, while the pointer goes along these points."""
    page.evaluate(WATCH_FRAMES)
    for point in points:
        page.mouse.move(*on_screen(page, *point), steps=60)
    frames = sorted(page.evaluate("() => { window.going = false; return window.frames.slice(2); }"))
    assert len(frames) > 20
    return frames[int(len(frames) * 0.95)]


def test_dragging_among_150_is_smooth(page, at):
    PRACTICE.start(150, ties=710)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(at)
    page.mouse.move(*point_of(page, "Sam"))
    empty = slowest_frame(page, [(60, 60), (1000, 60)])

    page.mouse.down()
    page.mouse.move(*on_screen(page, 560, 420), steps=3)
    dragging = slowest_frame(page, [(700, 700), (400, 500)])
    page.mouse.up()

    # A busy machine misses frames wherever the pointer goes: then no more are missed than on an empty part of the page.
    assert dragging < max(34, 1.5 * empty)
