"""What the columns of a file mean for a connection, also where others named them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from connecting_people.connections.refusals import Problem
from connecting_people.connections.rules import MOST_RINGS, Contact, Exchange, Feeling, Nature, Node, State

LONGEST_NAME = 200
KIND_NAMES = ("connection_type", "relationship_type", "relationship", "relation", "category", "kind")
TYPE_COLUMNS = ("networkcanvastype", "nature", "node_type", "type")
# Said by the frame of the file itself.
FRAME = {"nodeid", "edgeid", "from", "to", "label", "id", "wave", "day", "rings", "ties_asked", "app_version",
         "commit_hash", "sessionstart", "sessionfinish", "sessionexported"}  # fmt: skip
# A word in the type, and what it makes of a connection: the first that fits counts, and a person where none does.
NATURES = (
    ("online|forum|internet|virtual", Nature.ONLINE),
    ("group|organi[sz]ation|club|team|agency|institution", Nature.GROUP),
    ("place|location|venue|activity", Nature.PLACE),
    (r"\b(animal|pet|dog|cat)s?\b", Nature.ANIMAL),
)
# How often in a month at the least, and what that is called here.
PER_MONTH = ((25, Contact.DAILY), (10, Contact.SEVERAL_A_WEEK), (4, Contact.WEEKLY), (2, Contact.FORTNIGHTLY),
             (1, Contact.MONTHLY), (0.2, Contact.FEW_A_YEAR), (0.01, Contact.LESS), (0, Contact.NONE))  # fmt: skip

YES, NO = {"true", "1", "yes"}, {"false", "0", "no"}

Convert = Callable[[str], Any]


def boolean(text: str) -> bool:
    """Read a yes or no."""
    if text.casefold() not in YES | NO:
        raise ValueError(text)
    return text.casefold() in YES


def nature_of(type_name: str) -> Nature:
    """Return what kind of thing a type is, by its name."""
    return next((nature for words, nature in NATURES if re.search(words, type_name.casefold())), Nature.PERSON)


def _ring(text: str) -> int:
    ring = float(text)
    if not ring.is_integer() or not 1 <= ring <= MOST_RINGS:
        raise ValueError(text)
    return int(ring)


def _unit(text: str) -> float:
    if not 0 <= (number := float(text)) <= 1:
        raise ValueError(text)
    return number


def _a_month(text: str) -> Contact:
    return next(contact for least, contact in PER_MONTH if float(text) >= least)


def _short(text: str) -> str:
    if len(text) > 20:
        raise ValueError(text)
    return text


def _lost(text: str) -> State:
    return State.LOST_TOUCH if boolean(text) else State.CURRENT


# By column: the field of a connection, and how a cell becomes its value.
FIELDS: Mapping[str, tuple[str, Convert]] = {
    "nature": ("nature", Nature),
    "inside_services": ("inside_services", boolean),
    "closeness": ("ring", _ring),
    "ring": ("ring", _ring),
    "contact": ("contact", Contact),
    "feeling": ("feeling", Feeling),
    "no_longer_in_network": ("state", _lost),
    "state": ("state", State),
    "since": ("since", date.fromisoformat),
    "never_support": ("never_support", boolean),
    "remembered_later": ("remembered_later", boolean),
    "symbol": ("symbol", _short),
    "colour": ("colour", _short),
    "layout_x": ("x", _unit),
    "layout_y": ("y", _unit),
}


MOST_PROBLEMS = 200


def _meaning(column: str) -> tuple[str, Convert] | None:
    folded = column.casefold()
    a_month = "contact" in folded and "month" in folded
    return ("contact", _a_month) if a_month else FIELDS.get(folded)


class Columns:
    """Reads connections out of rows that have these columns, and notes what does not fit."""

    def __init__(self, file: str, columns: Iterable[str]) -> None:
        """Find out once what each column means."""
        self.file = file
        self._fits: set[str] = set()
        self._misfits: list[tuple[str, Problem]] = []
        columns = list(columns)
        self._fields = {column: meaning for column in columns if (meaning := _meaning(column))}
        self._exchanges = {column: shared for column in columns if (shared := _exchange(column))}
        self._options = {column: option for column in columns if (option := _option(column))}
        self._kind = next((column for column in columns if column.casefold() in KIND_NAMES), None)
        known = {*self._fields, *self._exchanges, *self._options, self._kind, *_names(columns)}
        self._unknown = [column for column in columns if column not in known and not _of_frame(column)]
        self.kinds = tuple(option for _, option in self._options.values()) or None

    @property
    def problems(self) -> list[Problem]:
        """Return the lines that do not fit, save where nothing in a column does: then it means something else."""
        return [problem for column, problem in self._misfits if column in self._fits or not column]

    @property
    def left_out(self) -> list[str]:
        """Return the columns that have no place on a map."""
        return self._unknown + sorted({column for column, _ in self._misfits if column} - self._fits)

    def node(self, id: str, values: Mapping[str, str], line: int, type_name: str = "") -> Node:
        """Return the connection of one row."""
        values = {column: value.strip() for column, value in values.items() if value.strip()}
        found: dict[str, Any] = {"nature": nature_of(type_name)} if type_name else {}
        for column, (field, convert) in self._fields.items():
            if column in values and (value := self._converted(column, convert, values[column], line)) is not None:
                found[field] = value
        found |= self._shared(values, line)
        return Node(id=id, name=self._name(id, values, line), kind=self._kind_in(values, line), **found)

    def _converted(self, column: str, convert: Convert, text: str, line: int) -> Any | None:
        try:
            value = convert(text)
        except (ValueError, StopIteration):
            if len(self._misfits) < MOST_PROBLEMS:
                reason = format_lazy(_("“{text}” does not fit under {column}."), text=text[:40], column=column)
                self._misfits.append((column, Problem(self.file, line, reason)))
            return None
        self._fits.add(column)
        return value

    def _name(self, id: str, values: Mapping[str, str], line: int) -> str:
        name = next((values[column] for column in _names(values) if values[column]), id)
        if len(name) > LONGEST_NAME:
            reason = format_lazy(_("The name has more than {most} letters."), most=LONGEST_NAME)
            self._misfits.append(("", Problem(self.file, line, reason)))
        kept = (sign for sign in name if sign in "\n\t" or unicodedata.category(sign) != "Cc")
        return "".join(kept)[:LONGEST_NAME] or id

    def _kind_in(self, values: Mapping[str, str], line: int) -> str | None:
        chosen = (option for column, (_, option) in self._options.items() if values.get(column, "").casefold() in YES)
        return next(chosen, values.get(self._kind or ""))

    def _shared(self, values: Mapping[str, str], line: int) -> dict[str, frozenset[Exchange]]:
        asked: dict[str, set[Exchange]] = {}
        for column, (way, exchange) in self._exchanges.items():
            if column in values:
                kinds = asked.setdefault(way, set())
                if self._converted(column, boolean, values[column], line):
                    kinds.add(exchange)
        return {way: frozenset(kinds) for way, kinds in asked.items()}


def _names(columns: Iterable[str]) -> list[str]:
    """Return the columns that hold a name, the best first."""
    folded = {column.casefold(): column for column in columns}
    return [folded[name] for name in ("name", "label", "nickname") if name in folded]


def _exchange(column: str) -> tuple[str, Exchange] | None:
    way, _, kind = column.casefold().partition("_")
    return (way, Exchange(kind)) if way in ("gives", "gets") and _is(Exchange, kind) else None


def _is(words: type[StrEnum], text: str) -> bool:
    return text in {word.value for word in words}


def _option(column: str) -> tuple[str, str] | None:
    for name in KIND_NAMES:
        if column.casefold().startswith(name + "_") and len(column) > len(name) + 1:
            return name, column[len(name) + 1 :]
    return None


def _of_frame(column: str) -> bool:
    folded = column.casefold()
    return folded in FRAME or folded in TYPE_COLUMNS or folded.startswith("networkcanvas")
