"""Reads a definition of an instrument, and says of a wrong one in words where it is wrong and why.

Each check stands beside its words; nothing of a wrong definition is used.
"""

import math
import re
import tomllib
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final, TypeVar

from django.utils.translation import gettext as _

from connecting_people.core.troubles import Trouble
from connecting_people.measures.rules import (
    Band,
    Choice,
    Empty,
    Instrument,
    Item,
    Licence,
    Op,
    Rater,
    Responses,
    Score,
    reach,
    sums,
)

MOST_BYTES: Final = 200_000
MOST_ITEMS: Final = 120
MOST_CHOICES: Final = 12
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}\Z")
_REQUIRED: Final = object()
T = TypeVar("T")
E = TypeVar("E", Licence, Op, Rater, Empty)


class WrongDefinition(Trouble):
    """A definition cannot be used; the message names file, line, place and reason."""

    def __init__(self, file: str, line: int | None, where: str, reason: str) -> None:
        at = _("%(file)s, line %(line)s") % {"file": file, "line": line} if line else file
        super().__init__(": ".join(part for part in (at, where, reason) if part))
        self.file, self.line, self.where, self.reason = file, line, where, reason


def read(content: bytes, file: str, *, complete: bool = True) -> Instrument:
    """Return the instrument that a file defines; `complete`: also the words of its items must be there.

    Raise WrongDefinition for any other file.
    """
    if len(content) > MOST_BYTES:
        raise WrongDefinition(file, None, "", _("The file is larger than %(size)s kB.") % {"size": MOST_BYTES // 1000})
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = content[: wrong.start].count(b"\n") + 1
        raise WrongDefinition(file, line, "", _("This is not text in UTF-8. Save the file as UTF-8.")) from None
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        found = re.search(r"\(at (?:line (\d+)|end of document)", str(wrong))
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        reason = _("This cannot be read as TOML: %(reason)s") % {"reason": str(wrong).partition(" (at")[0]}
        raise WrongDefinition(file, line, "", reason) from None
    return _Reader(file, text, complete).instrument(table)


class _Reader:
    """Reads the tables of one file, with the names of what it looks at for the words of a refusal."""

    def __init__(self, file: str, text: str, complete: bool) -> None:
        self.file, self.text, self.complete = file, text, complete
        self.where, self.mark, self.section = "", "", ""

    def instrument(self, table: dict[str, Any]) -> Instrument:
        """Return the whole instrument."""
        given = dict(table)
        empty = Empty.NOTHING if self.complete else self._one_of(given, "empty", Empty, Empty.NOTHING)
        given.pop("empty", None)
        self.complete = self.complete or empty == Empty.NOTHING
        of_choices = self._take(given, "responses", dict, {})
        of_items, of_scores = self._take(given, "items", list, []), self._take(given, "scores", list, [])
        items = self._items(of_items, self._responses(of_choices), needed=empty != Empty.ALL)
        scores = self._scores(of_scores, items, needed=empty != Empty.ALL)
        self._at("")
        made = Instrument(
            id=self._name(given, "id"),
            version=self._whole(given, "version", 1, 9999),
            title=self._words(given, "title"),
            about=self._words(given, "about"),
            asks=self._words(given, "asks", ""),
            source=self._words(given, "source"),
            credit=self._words(given, "credit", ""),
            licence=self._one_of(given, "licence", Licence),
            terms=self._words(given, "terms", ""),
            steps=self._steps(given),
            raters=tuple(self._enum(Rater, one, "raters") for one in self._take(given, "raters", list, [])),
            means=self._words(given, "means"),
            means_not=self._words(given, "means_not"),
            items=items,
            scores=scores,
            empty=empty,
            own_use=self._take(given, "own_use", bool, False),
        )
        self._nothing_else(given)
        return made

    def _steps(self, given: dict[str, Any]) -> tuple[int, ...]:
        steps = self._take(given, "steps", list, [])
        if not all(type(one) is int and 1 <= one <= 8 for one in steps):
            raise self._wrong(_("“steps” takes the numbers of steps, from 1 to 8."), "steps")
        return tuple(sorted(set(steps)))

    def _responses(self, tables: dict[str, Any]) -> dict[str, Responses]:
        found = {}
        for id, table in tables.items():
            self._at(_("answers “%(id)s”") % {"id": id}, f"responses.{id}")
            given = self._table(table)
            several = self._take(given, "several", bool, False)
            choices = tuple(self._choice(one) for one in self._take(given, "choices", list))
            values = [one.value for one in choices]
            if not 2 <= len(choices) <= MOST_CHOICES:
                raise self._wrong(
                    _("There must be from 2 to %(most)s answers to choose from.") % {"most": MOST_CHOICES}
                )
            if (twice := _twice(values)) is not None:
                raise self._wrong(_("The value %(value)s stands there twice.") % {"value": twice})
            self._nothing_else(given)
            found[id] = Responses(id, choices, several)
            if not found[id].values:
                raise self._wrong(_("None of these answers counts."))
        return found

    def _choice(self, table: Any) -> Choice:
        given = self._table(table)
        value = self._whole(given, "value", 0, 100)
        says = self._words(given, "says", _REQUIRED if self.complete else "")
        made = Choice(value, says, self._take(given, "aside", bool, False), self._take(given, "paid", bool, False))
        self._nothing_else(given)
        return made

    def _items(self, tables: list[Any], sets: dict[str, Responses], *, needed: bool) -> tuple[Item, ...]:
        self._at("", "items", "[[items]]")
        if len(tables) > MOST_ITEMS or (needed and not tables):
            raise self._wrong(_("There must be from 1 to %(most)s items.") % {"most": MOST_ITEMS})
        items = tuple(self._item(table, sets) for table in tables)
        if twice := _twice(one.id for one in items):
            self._at(_("item “%(id)s”") % {"id": twice}, twice, "[[items]]")
            raise self._wrong(_("There are two items of this name."))
        return items

    def _item(self, table: Any, sets: dict[str, Responses]) -> Item:
        self._at("", "items", "[[items]]")
        given = self._table(table)
        id = self._name(given, "id")
        self._at(_("item “%(id)s”") % {"id": id}, id, "[[items]]")
        says = self._words(given, "says", _REQUIRED if self.complete else "")
        named = self._take(given, "responses", str)
        if named not in sets:
            raise self._wrong(_("There are no answers called “%(name)s”.") % {"name": named})
        counts = self._take(given, "counts", list, [])
        if strange := [one for one in counts if one not in sets[named].values]:
            raise self._wrong(_("%(value)s is none of the values that can be answered.") % {"value": strange[0]})
        backwards = self._take(given, "reversed", bool, False)
        if backwards and sets[named].several:
            raise self._wrong(_("What allows several answers cannot be reversed."))
        self._nothing_else(given)
        return Item(id, says, sets[named], backwards, frozenset(counts))

    def _scores(self, tables: list[Any], items: tuple[Item, ...], *, needed: bool) -> tuple[Score, ...]:
        self._at("", "scores", "[[scores]]")
        if needed and not tables:
            raise self._wrong(_("There is no scale: say under “scores” how answers are put together."))
        scores = tuple(self._score(table, {one.id: one for one in items}) for table in tables)
        if twice := _twice(one.id for one in scores):
            self._at(_("scale “%(id)s”") % {"id": twice}, twice, "[[scores]]")
            raise self._wrong(_("There are two scales of this name."))
        return scores

    def _score(self, table: Any, items: dict[str, Item]) -> Score:
        self._at("", "scores", "[[scores]]")
        given = self._table(table)
        id = self._name(given, "id")
        self._at(_("scale “%(id)s”") % {"id": id}, id, "[[scores]]")
        op = self._one_of(given, "op", Op)
        named = self._named(given, items)
        low, high = self._range(given)
        made = Score(
            id=id,
            title=self._words(given, "title"),
            items=named,
            op=op,
            needs=self._needs(given, len(named)),
            low=low,
            high=high,
            up=self._words(given, "up"),
            down=self._words(given, "down"),
            bands_source=self._words(given, "bands_source", ""),
            bands=tuple(self._band(one) for one in self._take(given, "bands", list, [])),
            table=self._conversion(given),
        )
        self._nothing_else(given)
        self._makes_sense(made)
        return made

    def _named(self, given: dict[str, Any], items: dict[str, Item]) -> tuple[Item, ...]:
        names = self._take(given, "items", list)
        if not names:
            raise self._wrong(_("The scale has no items."))
        for name in names:
            if not isinstance(name, str) or name not in items:
                raise self._wrong(_("There is no item called “%(name)s”.") % {"name": name}, str(name))
        if twice := _twice(names):
            raise self._wrong(_("The item “%(name)s” stands in the scale twice.") % {"name": twice})
        return tuple(items[name] for name in names)

    def _needs(self, given: dict[str, Any], of: int) -> int:
        needs = self._take(given, "needs", (int, float, str), "all")
        if needs == "all":
            return of
        if isinstance(needs, float) and 0 < needs <= 1:
            return math.ceil(round(needs * of, 6))
        if isinstance(needs, int) and 1 <= needs <= of:
            return needs
        raise self._wrong(_("“needs” takes “all”, a number from 1 to %(most)s, or a share like 0.8.") % {"most": of})

    def _range(self, given: dict[str, Any]) -> tuple[float, float]:
        ends = self._take(given, "range", list)
        if len(ends) != 2 or not all(_is_number(one) for one in ends) or ends[0] >= ends[1]:
            raise self._wrong(_("“range” takes the least and the greatest number."))
        return float(ends[0]), float(ends[1])

    def _conversion(self, given: dict[str, Any]) -> tuple[tuple[int, float], ...]:
        pairs = self._take(given, "table", list, [])
        if not all(isinstance(one, list) and len(one) == 2 and all(map(_is_number, one)) for one in pairs):
            raise self._wrong(_("“table” takes pairs: a sum, and what it is turned into."))
        if (twice := _twice(one[0] for one in pairs)) is not None:
            raise self._wrong(_("The sum %(sum)s stands in the table twice.") % {"sum": twice})
        return tuple((int(one[0]), float(one[1])) for one in pairs)

    def _band(self, table: Any) -> Band:
        given = self._table(table)
        low, high = (float(self._take(given, key, (int, float))) for key in ("from", "to"))
        made = Band(self._name(given, "id"), low, high, self._words(given, "says"))
        self._nothing_else(given)
        return made

    def _makes_sense(self, made: Score) -> None:
        """See that a scale is worked out in a way that its items allow, and can reach its range."""
        self._same_sort(made)
        if made.op == Op.TABLE:
            least, most = sums(made)
            missing = sorted(set(range(least, most + 1)) - {one[0] for one in made.table})
            if missing:
                raise self._wrong(
                    _("The table does not say what the sum %(sum)s is turned into.") % {"sum": missing[0]}
                )
        least_most = reach(made)
        if not all(math.isclose(a, b) for a, b in zip(least_most, (made.low, made.high), strict=True)):
            given = {"least": f"{least_most[0]:g}", "most": f"{least_most[1]:g}"}
            given |= {"low": f"{made.low:g}", "high": f"{made.high:g}"}
            reason = _("This scale runs from %(least)s to %(most)s, not from %(low)s to %(high)s as “range” says.")
            raise self._wrong(reason % given)
        self._bands_fit(made)

    def _same_sort(self, made: Score) -> None:
        several = {item.responses.several for item in made.items}
        if len(several) > 1 or (True in several and made.op != Op.COUNT):
            raise self._wrong(_("Items with several answers can only be counted, and only among themselves."))
        if made.op == Op.VALUE and len(made.items) != 1:
            raise self._wrong(_("“value” takes one item. Use “sum” or “mean” for several."))
        bare = [item.id for item in made.items if not (item.counts or item.responses.several)]
        if made.op == Op.COUNT and bare:
            raise self._wrong(_("The item “%(name)s” does not say which answers count.") % {"name": bare[0]})
        if made.op == Op.TABLE and made.needs < len(made.items):
            raise self._wrong(_("A table needs all answers: “needs” must be “all”."))

    def _bands_fit(self, made: Score) -> None:
        if made.bands and not made.bands_source:
            raise self._wrong(_("Say under “bands_source” who drew these bands."))
        ordered = sorted(made.bands, key=lambda one: one.low)
        for one in ordered:
            if not made.low <= one.low <= one.high <= made.high:
                raise self._wrong(_("The band “%(name)s” does not lie within the range.") % {"name": one.id}, one.id)
        for one, after in pairwise(ordered):
            if after.low <= one.high:
                both = {"one": one.id, "other": after.id}
                raise self._wrong(_("The bands “%(one)s” and “%(other)s” overlap.") % both, after.id)
        if ordered and made.op in (Op.VALUE, Op.SUM, Op.COUNT):
            without = [
                n for n in range(int(made.low), int(made.high) + 1) if not any(b.low <= n <= b.high for b in ordered)
            ]
            if without:
                raise self._wrong(_("No band holds the number %(number)s.") % {"number": without[0]})

    def _take(self, given: dict[str, Any], key: str, kind: Any, otherwise: Any = _REQUIRED) -> Any:
        value = given.pop(key, otherwise)
        if value is _REQUIRED:
            raise self._wrong(_("“%(key)s” is missing.") % {"key": key})
        right = isinstance(value, kind) and not (isinstance(value, bool) and kind is not bool)
        if not right:
            raise self._wrong(_("“%(key)s” is of the wrong kind.") % {"key": key}, key)
        return value

    def _words(self, given: dict[str, Any], key: str, otherwise: Any = _REQUIRED) -> str:
        value: str = self._take(given, key, str, otherwise).strip()
        if not value and otherwise is _REQUIRED:
            raise self._wrong(_("“%(key)s” is empty.") % {"key": key}, key)
        return value

    def _name(self, given: dict[str, Any], key: str) -> str:
        value: str = self._take(given, key, str)
        if not _NAME.match(value):
            reason = _("“%(value)s” cannot be a name: small letters, digits, - and _, at most 40 of them.")
            raise self._wrong(reason % {"value": value[:60]}, value)
        return value

    def _whole(self, given: dict[str, Any], key: str, least: int, most: int) -> int:
        value: int = self._take(given, key, int)
        if not least <= value <= most:
            given_words = {"key": key, "least": least, "most": most}
            raise self._wrong(_("“%(key)s” must lie between %(least)s and %(most)s.") % given_words, key)
        return value

    def _one_of(self, given: dict[str, Any], key: str, kind: type[E], otherwise: Any = _REQUIRED) -> E:
        return self._enum(kind, self._take(given, key, str, otherwise), key)

    def _enum(self, kind: type[E], value: Any, key: str) -> E:
        allowed = [one.value for one in kind]
        if value not in allowed:
            words = {"value": value, "key": key, "allowed": ", ".join(one for one in allowed if one)}
            raise self._wrong(_("“%(value)s” is not known for “%(key)s”. Known are: %(allowed)s.") % words, str(value))
        return kind(value)

    def _table(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._wrong(_("Here stands a plain value where a table is needed."))
        return dict(value)

    def _nothing_else(self, given: dict[str, Any]) -> None:
        for key in given:
            raise self._wrong(_("“%(key)s” is not known here. Look at how it is spelt.") % {"key": key}, key)

    def _at(self, where: str, mark: str = "", section: str = "") -> None:
        """Note what is looked at: its words, and its name below the first line of a section of the file."""
        self.where, self.mark, self.section = where, mark, section

    def _wrong(self, reason: str, mark: str = "") -> WrongDefinition:
        section = self._line(self.section, 1) or 1
        here = self._line(self.mark, section)
        return WrongDefinition(self.file, self._line(mark, here or section) or here, self.where, reason)

    def _line(self, mark: str, start: int) -> int | None:
        """Return the first line from `start` on in which a name stands as such, if any."""
        whole = re.compile(rf"(?<![\w-]){re.escape(mark)}(?![\w-])")
        lines = enumerate(self.text.splitlines(), start=1)
        return next((n for n, line in lines if mark and n >= start and whole.search(line.split(" #")[0])), None)


def _twice(values: Iterable[T]) -> T | None:
    seen: set[T] = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
