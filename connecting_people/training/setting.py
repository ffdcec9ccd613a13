"""Sets a template of this room with words, whoever wrote them: they go in as data and are never markup."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from connecting_people.core import documents
from connecting_people.guide.palettes import PALETTES

_TEMPLATES: Final = Path(__file__).resolve().parent / "typst"


def printed(template: str, words: Mapping[str, Any], *, title: str) -> bytes:
    """Return a template of this room as a tagged PDF/UA-1, in the colours of the guide."""
    return documents.printed(_TEMPLATES / template, {"colours": PALETTES["colour"], **words}, title=title)
