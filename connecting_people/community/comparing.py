"""How an entry that comes in stands to the one that is here: what stays ours, and what differs in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from connecting_people.community.entry import OURS
from connecting_people.community.standard import ENTITIES, Document
from connecting_people.community.terms import taxonomies, terms_in, without

_LONGEST: Final = 300
# When a source was changed is no difference of the entry; who runs it is compared by itself.
_ORDER: Final = {name: n for n, name in enumerate([*ENTITIES["service"].fields, *ENTITIES["service"].lists])}
_BESIDE: Final = frozenset({"last_modified", "organization_id", OURS})


@dataclass(frozen=True)
class Difference:
    """One field that says something else."""

    field: str
    before: str
    after: str


def with_ours(coming: Document, here: Document) -> Document:
    """Keep what this agency added to an entry, and no feed says: facts of ours, and terms of our own lists."""
    kept = dict(coming)
    if OURS in here:
        kept[OURS] = here[OURS]
    for key in taxonomies():
        if any(terms_in(here, key)) and not any(terms_in(coming, key)):
            left = without(here, key)
            added = [one for one in here["attributes"] if one not in left]
            kept["attributes"] = [*(kept.get("attributes") or []), *added]
    return kept


def differences(before: Document, after: Document) -> list[Difference]:
    """Return the fields in which two documents differ, in words that people can compare."""
    # PostgreSQL keeps no order of fields: the standard's own is the same for everybody.
    names = sorted({*before, *after}, key=lambda name: (_ORDER.get(name, len(_ORDER)), name))
    return [
        Difference(name.replace("_", " "), said(before.get(name)), said(after.get(name)))
        for name in names
        if name not in _BESIDE and _bare(before.get(name)) != _bare(after.get(name))
    ]


def _bare(value: Any) -> Any:
    """Make no difference between a value that is empty and one that is not there, nor by the order of a list."""
    if isinstance(value, dict):
        return {
            name: inner for name, inner in ((n, _bare(v)) for n, v in value.items()) if inner not in (None, "", [], {})
        }
    if isinstance(value, list):
        return sorted(map(_bare, value), key=str)
    return value


def said(value: Any) -> str:
    """Return what a value says, without the ids that only programs read."""
    words = ", ".join(_leaves(value))
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if not _is_for_programs(name, value):
                yield from _leaves(one)
    elif value not in (None, ""):
        yield str(value)


def _is_for_programs(name: str, value: Document) -> bool:
    if name == "description":
        return "name" in value
    return name in ("id", "taxonomy", "term") or name.endswith("_id")


def postcodes_of(document: Document) -> frozenset[str]:
    """Return the postcodes at which an entry is."""
    places = (one.get("location") or {} for one in document.get("service_at_locations") or [])
    codes = (address.get("postal_code") for place in places for address in place.get("addresses") or [])
    return frozenset("".join(code.split()).upper() for code in codes if isinstance(code, str))
