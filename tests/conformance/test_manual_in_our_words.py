"""The manual's facts carry over and its sentences never do: no run of eight words of ours stands in it."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

FILE = Path(os.environ.get("SHARED", "../shared")) / "manual" / "training-manual.txt"
if not FILE.is_file():
    pytest.skip(f"no manual at {FILE}", allow_module_level=True)

RUN = 8
ROOM = Path(__file__).resolve().parent.parent.parent / "connecting_people" / "training"
OURS = sorted(
    path
    for kind in ("*.py", "*.html", "*.typ", "*.js")
    for path in ROOM.rglob(kind)
    if not {"tests", "migrations"} & set(path.parts)
)


def words(text: str) -> list[str]:
    # The manual breaks words at the ends of its lines.
    return re.findall(r"[a-z0-9]+", re.sub(r"[’']|-\s*\n\s*", "", text.lower()))


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[n : n + RUN]) for n in range(len(found) - RUN + 1)}


def texts(path: Path) -> Iterator[str]:
    """Yield what a file says: the strings of a program, and a template as it stands."""
    if path.suffix != ".py":
        yield path.read_text()
        return
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


MANUAL = runs(FILE.read_text())


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(ROOM)))
def test_no_run_of_eight_words_of_the_room_stands_in_the_manual(path):
    copied = [" ".join(run) for text in texts(path) for run in runs(text) & MANUAL]

    assert not copied


def test_a_sentence_of_the_manual_would_be_found():
    line = " ".join(words(FILE.read_text())[500:520])

    assert runs(f"We say: {line}!") & MANUAL
