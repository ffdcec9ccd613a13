"""Takes the pictures of the README: serves the demo on a free port and looks at it as Asha and Ben do."""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs/screenshots"
FLAGS = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@contextlib.contextmanager
def demo() -> Iterator[str]:
    """Serve a fresh demo until the block ends; give its address."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = str(door.getsockname()[1])
        door.close()
        database = str(Path(folder) / "demo.sqlite3")
        environment = os.environ | {"CP_DEMO": "1", "CP_DATA": folder, "CP_DATABASE": database, "CP_DEBUG": "1"}
        for command in (["migrate", "--verbosity", "0"], ["createcachetable"], ["demo"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)
        serve = [sys.executable, "manage.py", "runserver", "--noreload", f"127.0.0.1:{port}"]
        server = subprocess.Popen(serve, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
        try:
            _wait(f"http://127.0.0.1:{port}/healthz")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


def _wait(address: str) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), urllib.request.urlopen(address):
            return
        time.sleep(0.1)
    raise TimeoutError("the demo does not answer")


def take(browser: Browser, base: str, name: str, width: int, height: int) -> None:
    """Sign in as Asha, open her partnership, and take what fits on the screen."""
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=1)
    page = context.new_page()
    page.goto(f"{base}/accounts/login/")
    page.get_by_role("button", name="Asha").first.click()
    page.wait_for_url(f"{base}/")
    page.get_by_role("link", name="Ben").first.click()
    page.wait_for_load_state("networkidle")
    page.screenshot(path=OUT / f"{name}.png")
    context.close()


def take_directory(browser: Browser, base: str) -> None:
    """Look for something as Asha does, and take the questions and the first answers."""
    page = browser.new_page(viewport={"width": 1280, "height": 1320})
    page.goto(f"{base}/accounts/login/")
    page.get_by_role("button", name="Asha").first.click()
    page.wait_for_url(f"{base}/")
    page.get_by_role("link", name="Your local area").click()
    page.get_by_label("What are you looking for?").fill("singing")
    page.get_by_label("Near").fill("Farbank")
    page.get_by_role("button", name="Find", exact=True).click()
    page.wait_for_load_state("networkidle")
    page.evaluate("window.scrollTo(0, 0)")
    page.screenshot(path=OUT / "local-area.png")
    page.close()


def take_model(browser: Browser, base: str) -> None:
    """Take the diagram of the model."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{base}/model/")
    page.wait_for_load_state("networkidle")
    page.locator(".diagram--wide").screenshot(path=OUT / "model.png")
    page.close()


def main() -> None:
    """Take each picture."""
    OUT.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CP_CHROMIUM", "/usr/bin/chromium")
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with demo() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        take_model(browser, base)
        take(browser, base, "together", 1280, 900)
        take(browser, base, "together-phone", 375, 812)
        take_directory(browser, base)
        browser.close()


if __name__ == "__main__":
    main()
