"""Gather the sentences of the code and the pages into the catalogue of every language that has one."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "build" / "django.pot"
KEYWORDS = ("gettext_lazy", "ngettext_lazy:1,2", "pgettext_lazy:1c,2")


def babel(command: str, *arguments: str) -> None:
    """Run one command of babel's, without places in the result: they change with every edit."""
    subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "--quiet", command, *arguments],
        cwd=ROOT,
        check=True,
    )


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    keywords = [argument for keyword in KEYWORDS for argument in ("--keyword", keyword)]
    babel(
        *(
            "extract",
            "--mapping-file",
            "pyproject.toml",
            "--output-file",
            str(TEMPLATE),
            "--no-location",
            "--sort-output",
        ),
        *("--project", "connecting-people", *keywords, "connecting_people"),
    )
    for catalogue in sorted((ROOT / "connecting_people").glob("**/locale/*/LC_MESSAGES/django.po")):
        language = catalogue.parent.parent.name
        babel(
            *("update", "--input-file", str(TEMPLATE), "--output-file", str(catalogue), "--locale", language),
            *("--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date"),
        )
