"""What every test has: a browser where there is one, an empty cache, and no way out of this machine."""

import ipaddress
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings as hypothesis_settings

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django import DjangoDbBlocker
    from pytest_django.fixtures import SettingsWrapper

pytest_plugins = ["tests.cast"]

# Playwright runs an event loop in the test's thread, where Django would not touch a database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
CHROMIUM = os.environ.get("CP_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
REQUIRED = os.environ.get("CI") == "true"
ACCESSIBILITY = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
USES_DATABASE = {"db", "transactional_db", "live_server"}

# A busy machine is slow at times: that is no fault of the code.
hypothesis_settings.register_profile("here", deadline=None)
hypothesis_settings.load_profile("here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser, and skip them where there is none and none is demanded."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
            if not CHROMIUM and not REQUIRED:
                item.add_marker(pytest.mark.skip(reason="no Chromium: run 'make browser' or set CP_CHROMIUM"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the machine's own Chromium, which reaches nothing but this machine."""
    if not CHROMIUM:
        pytest.fail("CI needs Chromium: 'make browser' installs it", pytrace=False)
    args = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        "--no-first-run",
    ]
    if os.geteuid() == 0:
        args.append("--no-sandbox")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": args}


@pytest.fixture
def axe() -> Callable[["Page"], None]:
    """Give a check that a page has no fault that axe can see."""
    from axe_playwright_python.sync_playwright import Axe

    def check(page: "Page") -> None:
        found = Axe().run(page, options={"runOnly": ACCESSIBILITY})
        assert found.violations_count == 0, found.generate_report()

    return check


@pytest.fixture(autouse=True)
def _plain_static_files(settings: "SettingsWrapper") -> None:
    # The live server answers /static/ from the source folders, which know no hashed names.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    # Else each test client reads the whole folder of collected files when it starts.
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(autouse=True)
def _quick_passwords(settings: "SettingsWrapper") -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _empty_cache(request: pytest.FixtureRequest, django_db_blocker: "DjangoDbBlocker") -> None:
    # The limits on signing in are kept there, in a table that no test's end would empty.
    if not (request.node.get_closest_marker("django_db") or USES_DATABASE & set(request.fixturenames)):
        return
    request.getfixturevalue("django_db_setup")
    from django.core.cache import cache

    with django_db_blocker.unblock():
        cache.clear()


@pytest.fixture(scope="session", autouse=True)
def _nobody_left_in_the_database(django_db_setup: None, django_db_blocker: "DjangoDbBlocker") -> Iterator[None]:
    yield
    from django.db import connection

    # A page that a browser had half loaded when its test ended may still hold a connection, and PostgreSQL
    # drops no database that somebody is in.
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            cursor.execute(f"SELECT pg_terminate_backend(pid) {others}")


class OutsideReached(Exception):
    """A test tried to reach another machine."""


def _only_here(connect: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(address[0]):
            self.close()
            raise OutsideReached(f"tests reach nothing outside this machine, but {address[0]} was asked for")
        return connect(self, address)

    return guarded


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(scope="session", autouse=True)
def _nothing_outside() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _only_here(getattr(socket.socket, name)))
        yield
