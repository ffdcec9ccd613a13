"""Compile the translations, so that no machine needs gettext for them."""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent / "connecting_people"


def compile_catalogue(source: Path) -> None:
    """Write the compiled form of one catalogue beside it."""
    language = source.parent.parent.name
    with source.open("rb") as po:
        catalogue = read_po(po, locale=language, abort_invalid=True)
    with source.with_suffix(".mo").open("wb") as mo:
        write_mo(mo, catalogue)


if __name__ == "__main__":
    for path in sorted(ROOT.glob("**/locale/*/LC_MESSAGES/*.po")):
        try:
            compile_catalogue(path)
        except Exception as problem:
            sys.exit(f"{path.relative_to(ROOT.parent)}: {problem}")
