"""Runs every benchmark and prints one table, also into build/bench.md.

BENCH_AGENCIES=2,20 BENCH_MAPS=2000 BENCH_SERVICES=2000,20000 makes it short.
`make bench ARGS=bench.live` runs that alone.
"""

import contextlib
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import diagram, explainer, measures, poster, reviews, training
from bench.rows import Row
from connecting_people.config import keys

ROOT = Path(__file__).resolve().parent.parent
# These print their own rows.
ALONE = {
    "bench.networks": ("sqlite",),
    "bench.introductions": ("sqlite",),
    "bench.picture": ("sqlite",),
    "bench.directory": ("sqlite", "postgresql"),
    "bench.search": ("sqlite", "postgresql"),
    "bench.ways_round": ("sqlite", "postgresql"),
    "bench.trainings": ("sqlite", "postgresql"),
    "bench.looks": ("sqlite", "postgresql"),
    "bench.live": ("sqlite", "postgresql"),
}


def main(only: list[str]) -> int:
    """Measure both databases in this sitting, or `only` some that print their own rows; return the exit code."""
    rows = [] if only else [f"| – | {what} | {figure} |" for what, figure in _without_a_database()]
    for database in () if only else ("sqlite", "postgresql"):
        with tempfile.TemporaryDirectory(prefix="bench-") as name, _ready(database, Path(name)) as environment:
            if environment is None:
                rows.append(f"| {database} | absent: PostgreSQL is not installed here | |")
                continue
            out = Path(name) / "found.json"
            done = subprocess.run([sys.executable, "-m", "bench.measure", str(out)], env=environment, check=False)
            if done.returncode:
                print("\n".join(log.read_text()[-2000:] for log in Path(name).glob("*.log")), file=sys.stderr)
                return done.returncode
            rows += _rows(database, json.loads(out.read_text()))
    for module, database in ((name, database) for name in only or ALONE for database in ALONE[name]):
        with tempfile.TemporaryDirectory(prefix="bench-") as name, _ready(database, Path(name)) as environment:
            if environment is None:
                continue
            done = subprocess.run([sys.executable, "-m", module], env=environment, stdout=subprocess.PIPE, text=True)
            if done.returncode:
                return done.returncode
            rows += [f"| {database} | {what} | {figure} |" for what, _, figure in _parts(done.stdout)]
    table = "\n".join(["| database | what | figure |", "| --- | --- | --- |", *rows, ""])
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build/bench.md").write_text(table)
    print(table)
    return 0


def _without_a_database() -> list[Row]:
    return [*diagram.rows(), *poster.rows(), *explainer.rows(), *measures.rows(), *reviews.rows(), *training.rows()]


@contextlib.contextmanager
def _ready(database: str, folder: Path) -> Iterator[dict[str, str] | None]:
    keys.make(folder)
    environment = os.environ | {"CP_DATA": str(folder), "CP_DEMO": "", "CP_DEBUG": "", "CP_INSECURE": "1"}
    if database == "sqlite":
        yield environment | {"CP_DATABASE": str(folder / "bench.sqlite3")}
        return
    server = {**os.environ, "CP_PG_DIR": str(folder / "pg"), "CP_PG_SAFE": "1"}
    folder.chmod(0o755)
    started = subprocess.run(["scripts/pg", "start"], cwd=ROOT, env=server, capture_output=True, text=True, check=False)
    if started.returncode:
        yield None
        return
    try:
        found = dict(part.split("=", 1) for part in shlex.split(started.stdout.removeprefix("export ")))
        yield environment | found | {"CP_DATABASE": "postgres"}
    finally:
        subprocess.run(["scripts/pg", "stop"], cwd=ROOT, env=server, check=False)


def _parts(printed: str) -> Iterator[tuple[str, str, str]]:
    return (line.partition(": ") for line in printed.splitlines())


def _rows(database: str, found: dict[str, Any]) -> list[str]:
    size = f"{found['agencies']:,} agencies, {found['partnerships']:,} partnerships, {found['entries']:,} entries"
    rows = [("size", size)]
    for page, points in found["pages"].items():
        times = ", ".join(f"{p['ms']:.1f} ms with {p['partnerships']:,}" for p in points)
        rows.append((f"{page}, in process", f"{max(p['queries'] for p in points)} queries; {times}"))
    rows.append(("partnership page, growth exponent in partnerships", f"{found['growth']:.3f}"))
    for clients in (1, 8):
        at = found[f"at_{clients}"]
        ours = f"{at['ours']:.0f} a second a core (p50 {at['ours_p50']:.1f}, p95 {at['ours_p95']:.1f} ms)"
        ratio = f"{at['ratio']:.1f} times the stock page's {at['stock']:.0f} ({at['least']:.1f} to {at['most']:.1f})"
        rows.append((f"partnership page, served, {clients} at a time", f"{ours}; {ratio}"))
    same = found["unchanged"]
    rows.append(("model page unchanged (304)", f"{same['unchanged']:.0f} a second; whole page {same['page']:.0f}"))
    posts = found["posts"]
    posted = f"{posts['per_second']:.0f} a second, {posts['failed']} failed, p95 {posts['p95']:.0f} ms"
    rows.append(("notes posted by 8 writers", posted))
    rows.append(("memory of the server", f"{found['memory']:.0f} MB ({found['memory_at_start']:.0f} at start)"))
    return [f"| {database} | {what} | {figure} |" for what, figure in rows]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
