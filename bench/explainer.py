"""Frames of the explainer while it plays in Chromium: `python -m bench.explainer`, a row of `python -m bench`."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.rows import Row
from bench.server import serving
from connecting_people.config import keys

ROOT = Path(__file__).resolve().parent.parent
SECONDS = float(os.environ.get("BENCH_EXPLAINER_SECONDS", "10"))
WIDTH, HEIGHT = 1280, 800
AT_SIXTY = 1000 / 60
WHAT = f"explainer playing in Chromium, {WIDTH} × {HEIGHT}, drawn without a graphics card"
FRAMES = """(seconds) => new Promise((done) => {
  const found = [];
  let last = performance.now();
  const until = last + seconds * 1000;
  const next = (now) => {
    found.push(now - last);
    last = now;
    if (now < until) requestAnimationFrame(next);
    else done(found.slice(1));
  };
  requestAnimationFrame(next);
})"""


def rows() -> list[Row]:
    """Serve the page, play it, and return one row: how long each frame stood on the screen."""
    chromium = os.environ.get("CP_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        return [(WHAT, "absent: Chromium is not installed here")]
    cores = os.sched_getaffinity(0)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        keys.make(folder)
        environment = {"CP_DATA": name, "CP_DATABASE": str(folder / "bench.sqlite3"), "CP_INSECURE": "1"}
        environment |= {"CP_DEMO": "", "CP_DEBUG": "", "DJANGO_SETTINGS_MODULE": "connecting_people.config.settings"}
        migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(migrate, cwd=ROOT, env=os.environ | environment, check=True)
        with serving("connecting_people.config.wsgi:application", folder / "log", **environment) as server:
            # Once the page is there the server rests: all cores are the browser's.
            os.sched_setaffinity(0, cores)
            frames = _frames(chromium, f"http://127.0.0.1:{server.port}/model/explainer/")
    return [(WHAT, _summed(frames))]


def _frames(chromium: str, address: str) -> list[float]:
    from playwright.sync_api import sync_playwright

    args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
    args += ["--no-sandbox"] * (os.geteuid() == 0)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=args)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(address, wait_until="networkidle")
        page.get_by_role("button", name="Play from the start").click()
        # Sentences change on the way, and a scene, for which the picture is moved and its parts fade.
        page.get_by_role("slider").fill("150")
        page.wait_for_timeout(1000)
        found: list[float] = page.evaluate(FRAMES, SECONDS)
        browser.close()
    return found


def _summed(frames: list[float]) -> str:
    ordered = sorted(frames)
    p50, p95 = ordered[len(ordered) // 2], ordered[len(ordered) * 95 // 100]
    late = sum(frame > 1.5 * AT_SIXTY for frame in frames)
    rate = f"{1000 * len(frames) / sum(frames):.0f} frames a second"
    return f"{rate}; p50 {p50:.1f} ms, p95 {p95:.1f} ms, longest {ordered[-1]:.0f} ms; {late} of {len(frames)} late"


if __name__ == "__main__":
    print(*rows())
