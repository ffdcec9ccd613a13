"""The cast before a real server, each with a browser of their own whose console stays silent."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from connecting_people.people.models import User
from tests.cast import Cast, make_cast
from tests.journeys.people import give_app, session_of
from tests.test_access_matrix import world  # noqa: F401 - every address of this cast

ComeIn = Callable[..., Page]
STAFF = ("ben", "dev", "ela", "femi", "gwen", "kit", "ivan")
WAIT = 20_000


@pytest.fixture
def cast(transactional_db: None) -> Cast:  # in place of the cast of the other tests
    """Make the cast where the server sees it too; staff have their second factor."""
    made = make_cast(timezone.now() - timedelta(days=1))
    for name in STAFF:
        give_app(getattr(made, name))
    return made


@pytest.fixture
def kept_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let browsers keep static files as they do in use; else each page asks for each of twenty files again."""
    serve = StaticFilesHandler.serve

    def keep(self: StaticFilesHandler, request: HttpRequest) -> HttpResponseBase:
        response = serve(self, request)
        response["Cache-Control"] = "max-age=3600"
        return response

    monkeypatch.setattr(StaticFilesHandler, "serve", keep)


@pytest.fixture
def come_in(browser: Browser, live_server: Any, kept_files: None, settings: Any) -> Iterator[ComeIn]:
    """Open a browser of their own for somebody, signed in when a user is named.

    At the end no page may have complained in the console, of the content security policy or of anything else, and
    none may have asked another server for anything.
    """
    settings.QUICK_EXIT_URL = f"{live_server.url}/healthz"
    contexts, faults = [], []

    def heard(message: ConsoleMessage) -> None:
        expected = message.text.startswith("Failed to load resource") and "/static/" not in message.location["url"]
        if message.type == "error" and not expected:
            faults.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith((live_server.url, "data:")):
            faults.append(f"asked elsewhere: {request.url}")

    def open_one(user: User | None = None, **options: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        context.set_default_timeout(WAIT)
        context.on("console", heard)
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on("request", asked)
        if user:
            context.add_cookies([{**session_of(user), "url": live_server.url}])
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []
