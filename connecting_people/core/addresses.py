"""Addresses of pages by name. A page full of links asks for dozens, and Django looks each up anew."""

from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django.urls import NoReverseMatch, get_resolver, reverse

_KINDS: Final = frozenset({UUID, int})
Parts = tuple[tuple[str, type], ...]


def address(name: str, **parts: Any) -> str:
    """Return the address of a named page; raise NoReverseMatch when there is none of that name and parts."""
    kinds = tuple((part, type(value)) for part, value in parts.items())
    if not all(kind in _KINDS for _, kind in kinds):
        return reverse(name, kwargs=parts)
    return _pattern(name, kinds) % parts


def address_if(name: str, **parts: Any) -> str:
    """Return the address of a page that this installation may not have, else nothing."""
    try:
        return address(name, **parts)
    except NoReverseMatch:
        return ""


@lru_cache(maxsize=1000)
def parts_of(name: str) -> frozenset[str]:
    """Return which parts the address of a named page takes; raise NoReverseMatch when there is no such page."""
    *spaces, page = name.split(":")
    resolver, found = get_resolver(), frozenset[str]()
    for space in spaces:
        if space not in resolver.namespace_dict:
            raise NoReverseMatch(name)
        _, resolver = resolver.namespace_dict[space]
        found |= frozenset(resolver.pattern.converters)
    for _possible, _pattern, _defaults, converters in resolver.reverse_dict.getlist(page):
        return found | frozenset(converters)
    raise NoReverseMatch(name)


@lru_cache(maxsize=1000)
def _pattern(name: str, kinds: Parts) -> str:
    # No two stand-ins are part of one another, nor of the address.
    stand_ins = {
        part: f"00000000-0000-0000-0000-0000000000{10 + n}" if kind is UUID else f"9999999{10 + n}"
        for n, (part, kind) in enumerate(kinds)
    }
    found = reverse(name, kwargs=stand_ins).replace("%", "%%")
    for part, stand_in in stand_ins.items():
        found = found.replace(stand_in, f"%({part})s", 1)
    return found
