"""An open page is sent once to each browser; a person's own page is kept by nothing."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings
from django.utils import translation

from connecting_people.core.open_pages import program_version, unchanged


class Drawn:
    """A view that counts how often it had to draw its page."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.times += 1
        return HttpResponse("words")


def ask(
    view: Drawn, *, path: str = "/somewhere/", etag: str = "", cookies: dict[str, str] | None = None
) -> HttpResponse:
    request = RequestFactory(headers={"If-None-Match": etag} if etag else {}).get(path)
    request.COOKIES.update(cookies or {})
    return unchanged(view)(request)


def test_a_first_visit_gets_the_page_and_a_name_for_it() -> None:
    response = ask(Drawn())

    assert (response.status_code, response.content) == (200, b"words")
    assert response["ETag"]
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert response["Vary"] == "Cookie, Accept-Language"


def test_a_second_visit_gets_304_and_nothing_is_drawn() -> None:
    view = Drawn()

    again = ask(view, etag=ask(view)["ETag"])

    assert (again.status_code, again.content, view.times) == (304, b"", 1)
    assert again["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert again["Vary"] == "Cookie, Accept-Language"


def test_another_address_language_or_look_is_another_page() -> None:
    here = ask(Drawn())["ETag"]

    there = ask(Drawn(), path="/elsewhere/")["ETag"]
    dark = ask(Drawn(), cookies={"look": "dark"})["ETag"]
    with translation.override("cy"):
        welsh = ask(Drawn())["ETag"]

    assert len({here, there, dark, welsh}) == 4


def test_a_setting_that_shows_makes_another_page() -> None:
    before = ask(Drawn())["ETag"]

    with override_settings(QUICK_EXIT_URL="https://elsewhere.example/"):
        assert ask(Drawn())["ETag"] != before


def test_whoever_has_a_session_gets_a_page_that_nothing_keeps() -> None:
    view = Drawn()
    etag = ask(view)["ETag"]

    with override_settings(SESSION_COOKIE_NAME="session"):
        response = ask(view, etag=etag, cookies={"session": "x"})

    assert (response.status_code, view.times) == (200, 2)
    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


def test_while_the_program_is_being_written_every_page_is_drawn() -> None:
    with override_settings(DEBUG=True):
        assert "ETag" not in ask(Drawn())


def test_the_program_names_itself_the_same_each_time() -> None:
    first = program_version()
    program_version.cache_clear()

    assert program_version() == first


@pytest.mark.parametrize("etag", ["*", '"x", "y"', 'W/"z"', "not quoted"])
def test_what_a_browser_may_send_is_never_an_error(etag: str) -> None:
    assert ask(Drawn(), etag=etag).status_code in (200, 304)
