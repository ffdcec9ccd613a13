"""Sets a template of this room with words, whoever wrote them: they go in as data and are never markup."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final
from unicodedata import category

from connecting_people.core import documents
from connecting_people.guide.palettes import PALETTES

# XML, and so every file of an office program, has no place for these.
_NO_SIGNS: Final = frozenset("\ufffe\uffff")
_TEMPLATES: Final = Path(__file__).resolve().parent / "typst"


def printed(template: str, words: Mapping[str, Any], *, title: str) -> bytes:
    """Return a template of this room as a tagged PDF/UA-1.

    Where signs together cannot be set though each of them can, the signs of common European scripts are left.
    """
    try:
        return _drawn(template, words, title, documents.drawable)
    except documents.NotDrawn:
        return _drawn(template, words, title, _plain)


def without_controls(words: str) -> str:
    """Return the words without what no paper and no slide has: signs that steer a terminal, and those of no script."""
    return "".join(" " if category(sign) == "Cc" else sign for sign in words if sign not in _NO_SIGNS)


def _drawn(template: str, words: Mapping[str, Any], title: str, keep: Callable[[str], str]) -> bytes:
    data = {"colours": PALETTES["colour"], **settable(words, keep)}
    said = settable(title, keep)
    return documents.draw(_TEMPLATES / template, data, form="pdf", title=said, told=said)


def settable(value: Any, keep: Callable[[str], str]) -> Any:
    """Return the same with the signs that `keep` leaves, all the way down."""
    if isinstance(value, str):
        # These are in each of our fonts.
        return value if value.isascii() and value.isprintable() else keep(without_controls(value))
    if isinstance(value, list | tuple):
        return [settable(one, keep) for one in value]
    if isinstance(value, dict):
        return {key: settable(one, keep) for key, one in value.items()}
    return value


def _plain(words: str) -> str:
    return "".join(sign for sign in documents.drawable(words) if ord(sign) < 0x530 or sign in "–—‘’“”…•·£²")
