"""Addresses of pages by name. A page full of links asks for dozens, and Django looks each up anew."""

from functools import lru_cache
from typing import Any
from uuid import UUID

from django.urls import reverse


def address(name: str, **parts: Any) -> str:
    """Return the address of a named page; raise NoReverseMatch when there is none of that name and parts."""
    if not all(isinstance(value, UUID | int) for value in parts.values()):
        return reverse(name, kwargs=parts)
    kinds = tuple((part, isinstance(value, UUID)) for part, value in parts.items())
    found = _pattern(name, kinds)
    for (_, _stand_in), value in zip(_stand_ins(kinds), parts.values(), strict=True):
        found = found.replace(_stand_in, str(value), 1)
    return found


@lru_cache(maxsize=1000)
def _pattern(name: str, kinds: tuple[tuple[str, bool], ...]) -> str:
    return reverse(name, kwargs=dict(_stand_ins(kinds)))


@lru_cache(maxsize=1000)
def _stand_ins(kinds: tuple[tuple[str, bool], ...]) -> list[tuple[str, str]]:
    # No two are part of one another, nor of a real id.
    return [
        (part, f"00000000-0000-0000-0000-0000000000{10 + n}" if is_id else f"9999999{10 + n}")
        for n, (part, is_id) in enumerate(kinds)
    ]
