"""Renew the lock files from pyproject.toml; with --check, only say whether they still match it.

A lock file holds versions and hashes and no address, so that it is the same wherever it was made.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [
    *(str(ROOT / ".tools/bin/uv"), "pip", "compile", "--quiet", "--universal", "--generate-hashes"),
    *("--python-version", "3.11", "--no-emit-index-url", "--no-header", "--no-annotate"),
]
# The tests run on the versions that are served: dev is constrained by run.
SETS = {
    "run": ["pyproject.toml"],
    "dev": ["pyproject.toml", "--group", "dev", "--constraint", "requirements/run.txt"],
    "node": ["--group", "node"],
}
ADDRESS = re.compile(r"https?:|file:|--(index|extra-index|find-links)|@ ")
NO_NETWORK = re.compile(r"failed to fetch|error sending request|network|dns error|connect", re.IGNORECASE)


def compiled(name: str, target: Path, *extra: str) -> subprocess.CompletedProcess[str]:
    """Compile one set into a file; versions already there are kept where they still fit."""
    command = [*COMPILE, *SETS[name], "--output-file", str(target), *extra]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def problems_of(name: str) -> str:
    """Say what is wrong with one lock file, or nothing."""
    lock = ROOT / "requirements" / f"{name}.txt"
    if ADDRESS.search(lock.read_text(encoding="utf-8")):
        return f"{lock.relative_to(ROOT)}: a lock file holds no address"
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(shutil.copy(lock, folder))
        result = compiled(name, fresh)
        if result.returncode and NO_NETWORK.search(result.stderr) and os.environ.get("CI") != "true":
            print(f"requirements/{name}.txt: not compared, since the package index cannot be reached")
            return ""
        if result.returncode:
            return f"requirements/{name}.txt: {result.stderr.strip()}"
        same = fresh.read_text(encoding="utf-8") == lock.read_text(encoding="utf-8")
        return "" if same else f"requirements/{name}.txt differs from pyproject.toml: run 'make lock'"


def check() -> int:
    """Compare every lock file with what it was made from."""
    problems = [problem for name in SETS if (problem := problems_of(name))]
    if '"resolved"' in (ROOT / "package-lock.json").read_text(encoding="utf-8"):
        problems.append("package-lock.json: a lock file holds no address")
    print("\n".join(problems), end="\n" if problems else "")
    return 1 if problems else 0


def renew(*extra: str) -> int:
    """Write every lock file anew; --upgrade takes newer versions."""
    for name in SETS:
        result = compiled(name, ROOT / "requirements" / f"{name}.txt", *extra)
        if result.returncode:
            print(result.stderr.strip())
            return 1
    return subprocess.run(["scripts/npm", "install", "--package-lock-only"], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(check() if arguments == ["--check"] else renew(*arguments))
