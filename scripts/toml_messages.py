"""Finds the sentences of our own questionnaires, for babel: what a published scale says is not ours to translate."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from connecting_people.measures.instruments import READ

Message = tuple[int, str, str, list[str]]


def extract(file: IO[bytes], _keywords: Any, _comment_tags: Any, options: Any) -> Iterator[Message]:
    """Yield each sentence of a definition that is ours, as babel takes them; there are no options."""
    definition = tomllib.load(file)
    if definition.get("licence") == "ours":
        yield from ((0, "gettext", words, []) for words in _read(definition))


def _read(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _read(one)
    if isinstance(part, dict):
        for name, value in part.items():
            if name in READ and isinstance(value, str):
                yield value
            else:
                yield from _read(value)
