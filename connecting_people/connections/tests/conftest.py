"""A board with a practice map before a real server, for the browser tests of the map."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from connecting_people.connections.tests import practice_board
from connecting_people.connections.tests.practice_board import PRACTICE

OPEN = {"whole", "move", "tie", "untie", "undo", "redo", "one", "dates"}


@pytest.fixture
def practice(settings: Any) -> None:
    """Let the server know the practice board, with five people on it."""
    settings.ROOT_URLCONF = practice_board.__name__
    settings.OPEN_PAGES = {*settings.OPEN_PAGES, *OPEN}
    PRACTICE.start(5)


@pytest.fixture
def at(live_server: Any, practice: None) -> str:
    """Return the address of the board."""
    return f"{live_server.url}/practice/"


@pytest.fixture
def board(page: Page, at: str) -> Iterator[Page]:
    """Open the board, on which nothing may complain."""
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(at)
    expect(page.locator(".board.has-scripts")).to_be_visible()
    yield page
    assert [fault for fault in faults if not fault.startswith("Failed to load resource")] == []
