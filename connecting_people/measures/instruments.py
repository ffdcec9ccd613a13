"""The instruments and empty slots that come with the program, read once."""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from connecting_people.measures.defining import read
from connecting_people.measures.rules import Empty, Instrument, Item, Licence, Score

FOLDER: Final = Path(__file__).parent / "definitions"
PRACTICE: Final = "how_we_work"
# What of an instrument is read by people.
READ: Final = frozenset({"title", "about", "asks", "source", "means", "means_not", "says", "up", "down"})


def shipped() -> MappingProxyType[tuple[str, int], Instrument]:
    """Return every definition that comes with the program, by id and version; answers of old versions need theirs."""
    return _shipped(get_language() or "")


def latest() -> MappingProxyType[str, Instrument]:
    """Return the newest version of each instrument and slot, by id."""
    return _latest(get_language() or "")


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


@cache
def _files() -> tuple[Instrument, ...]:
    return tuple(read(path.read_bytes(), path.name, complete=False) for path in sorted(FOLDER.glob("*.toml")))


@cache
def _shipped(_language: str) -> MappingProxyType[tuple[str, int], Instrument]:
    # A published scale in other words is another scale: only what is ours is put into the reader's language.
    found = [_translated(one) if one.licence is Licence.OURS else one for one in _files()]
    return MappingProxyType({(one.id, one.version): one for one in found})


@cache
def _latest(language: str) -> MappingProxyType[str, Instrument]:
    ordered = sorted(_shipped(language).values(), key=lambda one: one.version)
    return MappingProxyType({one.id: one for one in ordered})


def _translated(part: Any) -> Any:
    if isinstance(part, tuple):
        return tuple(_translated(one) for one in part)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    held = {field.name: getattr(part, field.name) for field in fields(part)}
    return replace(part, **{name: _(v) if name in READ and v else _translated(v) for name, v in held.items()})


def same_scoring(slot: Instrument, filled: Instrument) -> str:
    """Return the first thing in which a filled slot would be scored unlike the slot, in words; "" where it is alike.

    A file may add scales of its own.
    """
    theirs = {one.id: one for one in filled.items}
    for item in slot.items:
        other = theirs.get(item.id)
        if other is None or _scored(item) != _scored(other):
            return _("The item “%(id)s” is not scored as it is in the slot.") % {"id": item.id}
    if len(filled.items) != len(slot.items):
        return _("There are more items than in the slot.")
    scales = {one.id: one for one in filled.scores}
    for score in slot.scores:
        if score.id not in scales or _worked_out(score) != _worked_out(scales[score.id]):
            return _("The scale “%(id)s” is not worked out as it is in the slot.") % {"id": score.id}
    return ""


def _scored(item: Item) -> Any:
    return item.responses.several, item.responses.values, item.reversed, item.counts


def _worked_out(score: Score) -> Any:
    bands = tuple((one.id, one.low, one.high) for one in score.bands)
    return [one.id for one in score.items], score.op, score.needs, score.low, score.high, score.table, bands
