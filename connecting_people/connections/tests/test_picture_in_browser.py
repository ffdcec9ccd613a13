"""The map in a real browser, by mouse and by touch: moving, joining, saved or not, and the picture file."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from connecting_people.connections.tests.board import drag, mark, node, on_screen, place_of, point_of, says
from connecting_people.connections.tests.practice_board import BOARD, PRACTICE

pytestmark = pytest.mark.django_db(transaction=True)


def test_whoever_is_dragged_is_saved_where_they_are_put(board):
    drag(board, "Sam", (600, 270))

    expect(says(board)).to_contain_text("Sam is now here: Close, Family")
    assert (node("Sam").ring, node("Sam").kind) == (2, "family")
    assert len(PRACTICE.past) == 1
    expect(board.get_by_role("listitem").filter(has_text="Sam. Family. Close")).to_be_visible()


def test_two_drags_in_a_row_are_both_saved(board):
    drag(board, "Sam", (600, 270))
    drag(board, "Mum", (600, 200))

    expect(says(board)).to_contain_text("Mum is now here")
    assert (node("Sam").kind, node("Mum").kind) == ("family", "family")


def test_a_press_chooses_and_moves_nothing(board):
    board.mouse.click(*point_of(board, "Priya"))

    expect(mark(board, "Priya")).to_have_class(re.compile("is-chosen"))
    expect(board.get_by_label("Who", exact=True)).to_have_value(str(node("Priya").id))
    expect(board.get_by_role("link", name="Open Priya")).to_have_attribute("href", f"/practice/{node('Priya').id}/")
    assert PRACTICE.past == []
    assert board.url.endswith("/practice/")


@pytest.mark.parametrize(("status", "words"), [(404, "Load this page again"), (422, "forms beside the map")])
def test_what_was_not_saved_is_put_back_and_said(board, status, words):
    PRACTICE.stopped = status
    before = place_of(board, "Sam")

    drag(board, "Sam", (600, 270))

    expect(says(board)).to_contain_text("That was not saved")
    expect(says(board)).to_contain_text(words)
    assert place_of(board, "Sam") == before


def test_without_a_network_nothing_is_pretended(board):
    before = place_of(board, "Sam")
    board.context.set_offline(True)

    drag(board, "Sam", (600, 270))

    expect(says(board)).to_contain_text("we could not be reached")
    assert place_of(board, "Sam") == before


def test_a_reason_not_to_do_it_is_said_and_not_called_done(board):
    PRACTICE.reason = "Somebody changed that since."
    before = place_of(board, "Sam")

    drag(board, "Sam", (600, 270))

    expect(says(board)).to_have_text("Somebody changed that since.")
    assert place_of(board, "Sam") == before


def test_escape_lets_go_of_whoever_is_held(board):
    before = place_of(board, "Sam")
    board.mouse.move(*point_of(board, "Sam"))
    mark(board, "Sam").focus()
    board.mouse.down()
    board.mouse.move(*on_screen(board, 600, 270), steps=4)

    board.keyboard.press("Escape")
    board.mouse.up()

    assert place_of(board, "Sam") == before
    assert PRACTICE.past == []


def test_a_finger_moves_somebody_and_the_ground_still_scrolls_the_page(browser, at):
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 375, "height": 700})
    page = context.new_page()
    page.goto(at)
    touch = context.new_cdp_session(page)

    def swipe(start: tuple[float, float], end: tuple[float, float]) -> None:
        points = [tuple(a + (b - a) * step / 8 for a, b in zip(start, end, strict=True)) for step in range(9)]
        for kind, point in zip(["touchStart", *["touchMove"] * 8], points, strict=True):
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": point[0], "y": point[1]}]})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    swipe(point_of(page, "Sam"), on_screen(page, 600, 270))
    expect(says(page)).to_contain_text("Sam is now here: Close, Family")
    assert node("Sam").kind == "family"

    page.evaluate("scrollTo(0, 0)")
    swipe(on_screen(page, 30, 1060), (30, 120))
    page.wait_for_function("scrollY > 50")
    assert len(PRACTICE.past) == 1
    context.close()


def test_a_finger_that_misses_a_little_still_means_the_nearest(browser, at):
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 375, "height": 700})
    page = context.new_page()
    page.goto(at)
    x, y = point_of(page, "Priya")

    page.touchscreen.tap(x + 17, y)

    expect(mark(page, "Priya")).to_have_class(re.compile("is-chosen"))
    context.close()


def test_two_are_joined_by_pressing_one_and_then_the_other(board):
    PRACTICE.start(5, ties=0)
    board.reload()
    board.mouse.click(*point_of(board, "Sam"))
    board.get_by_text("Who knows whom").click()
    board.get_by_role("button", name="Join on the map").click()

    board.mouse.click(*point_of(board, "Priya"))

    expect(says(board)).to_have_text("Sam and Priya know each other.")
    assert len(PRACTICE.network.ties) == 1


def test_the_picture_file_is_made_without_asking_anybody(board):
    asked = []
    board.on("request", lambda request: asked.append(request.url) if not request.url.startswith("blob:") else None)
    board.get_by_text("How it looks").click()

    with board.expect_download() as download:
        board.get_by_role("button", name="Save as a picture").click()

    assert download.value.path().read_bytes().startswith(b"\x89PNG")
    assert asked == []


def test_free_placing_keeps_the_point(page, at):
    PRACTICE.start(5, replace(BOARD, free=True))
    page.goto(at)

    drag(page, "Sam", (800, 500))

    expect(says(page)).to_contain_text("Sam is now here: Close")
    assert (round(node("Sam").x * 1100), round(node("Sam").y * 1100)) == (800, 500)
    mark(page, "Sam").focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(mark(page, "Sam")).to_have_attribute("transform", "translate(828 500)")
    expect(mark(page, "Sam")).not_to_have_class(re.compile("is-saving"))
    assert round(node("Sam").x * 1100) == 828
