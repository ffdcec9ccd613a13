"""What takes an address that must not be known out of everything that was written of an asset."""

import re
from collections.abc import Collection, Iterator
from typing import Any, Final

from connecting_people.community.entry import listed, locations_in, text_of
from connecting_people.community.standard import Document

POSTCODE: Final = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.I)
GONE: Final = "…"
_SHORTEST: Final = 4


def marks_in(words: str) -> frozenset[str]:
    """Return the parts of an address by which somebody would know it: its lines with a figure, and its postcode."""
    lines = [" ".join(line.split()) for line in re.split(r"[\n,;]", words)]
    first = next((line for line in lines if len(line) >= _SHORTEST), "")
    told = {POSTCODE.sub("", line).strip() for line in lines if line == first or any(c.isdigit() for c in line)}
    return frozenset(line for line in told if len(line) >= _SHORTEST) | _postcodes(words)


def marks_of(document: Document) -> frozenset[str]:
    """Return the marks of all addresses that an asset's document holds."""
    found: set[str] = set()
    for location in locations_in(document):
        for address in listed(location, "addresses"):
            found |= marks_in(text_of(address.get("address_1")))
            found |= _postcodes(text_of(address.get("postal_code")))
    return frozenset(found)


def tells(text: str, marks: Collection[str]) -> bool:
    """Say whether a text tells an address."""
    return any(_pattern(mark).search(text) for mark in marks)


def hidden(document: Document, marks: Collection[str]) -> Document:
    """Return an asset's document without any place, its other texts without the marks; its times stay."""
    found = {name: value for name, value in document.items() if name != "service_at_locations"}
    for name in ("schedules", "contacts", "phones"):
        moved = [part for one in listed(document, "service_at_locations") for part in listed(one, name)]
        if moved:
            found[name] = [*listed(document, name), *moved]
    done: Document = scrubbed(found, marks)
    return done


def hidden_within(value: Any, asset_id: str, marks: Collection[str]) -> Any:
    """Return any JSON with the asset's document, wherever it is in there, hidden, and every text without the marks."""
    if isinstance(value, dict):
        kept = hidden(value, marks) if str(value.get("id")) == asset_id else value
        return {name: hidden_within(one, asset_id, marks) for name, one in kept.items()}
    if isinstance(value, list):
        return [hidden_within(one, asset_id, marks) for one in value]
    return scrubbed(value, marks)


def scrubbed(value: Any, marks: Collection[str]) -> Any:
    """Return any JSON with the marks taken out of its texts; ids stay."""
    if isinstance(value, dict):
        return {name: one if name == "id" else scrubbed(one, marks) for name, one in value.items()}
    if isinstance(value, list):
        return [scrubbed(one, marks) for one in value]
    if isinstance(value, str):
        for mark in marks:
            value = _pattern(mark).sub(GONE, value)
    return value


def texts_of(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the texts at the top of a document, with the names of their fields."""
    for name, value in document.items():
        if isinstance(value, str) and name != "id":
            yield name, value


def _postcodes(text: str) -> frozenset[str]:
    return frozenset(f"{out} {inward}".upper() for out, inward in POSTCODE.findall(text))


def _pattern(mark: str) -> re.Pattern[str]:
    # However it was spaced, and a postcode with or without its space.
    words = r"[\s,]*" if POSTCODE.fullmatch(mark) else r"[\s,]+"
    return re.compile(rf"(?<!\w){words.join(re.escape(word) for word in mark.split())}(?!\w)", re.I)
