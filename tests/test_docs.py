"""What the documents say is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
READ = re.compile(r"""environ(?:\.get\(|\[|\.setdefault\()["'](CP_[A-Z_]+)""")
LINK = re.compile(r"\]\(([^)\s]+)\)")


def test_every_variable_that_the_settings_read_is_explained():
    read = {
        name
        for path in (ROOT / "connecting_people" / "config").rglob("*.py")
        for name in READ.findall(path.read_text())
    }
    explained = set(re.findall(r"`(CP_[A-Z_]+)", (ROOT / "docs" / "installing.md").read_text()))

    assert len(read) > 10
    assert read - explained == set()
    assert explained - read == set()


@pytest.mark.parametrize("document", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_a_file_that_is_there(document):
    links = [link.split("#")[0] for link in LINK.findall(document.read_text()) if not re.match(r"[a-z]+:", link)]
    missing = [link for link in links if link and not (document.parent / link).exists()]

    assert not missing
