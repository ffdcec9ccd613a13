"""The instruments and empty slots that come with the program, read once."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from connecting_people.measures.defining import read
from connecting_people.measures.rules import Empty, Instrument

FOLDER: Final = Path(__file__).parent / "definitions"
PRACTICE: Final = "how_we_work"


@cache
def shipped() -> MappingProxyType[tuple[str, int], Instrument]:
    """Return every definition that comes with the program, by id and version; answers of old versions need theirs."""
    return MappingProxyType({(one.id, one.version): one for one in _all()})


@cache
def latest() -> MappingProxyType[str, Instrument]:
    """Return the newest version of each instrument and slot, by id."""
    ordered = sorted(shipped().values(), key=lambda one: one.version)
    return MappingProxyType({one.id: one for one in ordered})


def ready() -> tuple[Instrument, ...]:
    """Return the instruments whose questions come with the program, by title."""
    return tuple(sorted((one for one in latest().values() if not one.empty), key=lambda one: one.title))


def slots() -> tuple[Instrument, ...]:
    """Return the slots whose questions an agency with a licence supplies, by title."""
    return tuple(sorted((one for one in latest().values() if one.empty), key=lambda one: one.title))


def slot(id: str) -> Instrument | None:
    """Return an empty slot by its id."""
    found = latest().get(id)
    return found if found and found.empty != Empty.NOTHING else None


def file_of(id: str) -> bytes:
    """Return the file of a slot as it is, to be filled in."""
    return (FOLDER / f"{id}.toml").read_bytes()


def _all() -> Iterator[Instrument]:
    for path in sorted(FOLDER.glob("*.toml")):
        yield read(path.read_bytes(), path.name, complete=False)
