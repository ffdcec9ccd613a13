"""What a slide is: a title, lines that fit under it, a picture or a table where there is one, and what to say."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil
from typing import Any, Final, TypeVar

from django.utils.translation import gettext as _

Thing = TypeVar("Thing")
ALL_SIDES: Final = ("orange", "green", "blue")


class Kind(StrEnum):
    """How a slide is laid out."""

    OPENING = "opening"  # large words in the middle
    TEXT = "text"
    MODEL = "model"  # the drawing on one side
    TABLE = "table"


class Voice(StrEnum):
    """How a line stands out."""

    BIG = "big"
    PLAIN = "plain"
    POINT = "point"  # one of several, with a dot before it
    SOFT = "soft"


@dataclass(frozen=True)
class Line:
    """A paragraph on a slide. `strong` stands before its text, in bold."""

    text: str
    voice: Voice = Voice.PLAIN
    strong: str = ""
    scale: float = 1

    @property
    def size(self) -> int:
        """Return the size of its type, in points."""
        return round(_SIZES[self.voice] * self.scale)


@dataclass(frozen=True)
class Slide:
    """One slide. `edge` is in the colours of those whose side it is; `lit` is the part of the model it is about."""

    title: str
    kind: Kind = Kind.TEXT
    lines: tuple[Line, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: str = ""
    edge: tuple[str, ...] = ALL_SIDES
    number: int = 0
    lit: str = ""
    alt: str = ""

    @property
    def title_size(self) -> int:
        """Return the largest size in which the whole title has room."""
        steps = ((34, 40), (68, 34), (120, 28))
        return next((size for most, size in steps if len(self.title) <= most), 22)


_SIZES: Final = {Voice.BIG: 28, Voice.PLAIN: 24, Voice.POINT: 24, Voice.SOFT: 16}
# How many letters of a point's width stand beside each other, and how high a slide's text may be, in points.
_WIDE: Final = {Kind.TEXT: 850, Kind.MODEL: 430, Kind.OPENING: 780}
_HIGH: Final = 350
_SCALES: Final = (1.35, 1.2, 1.1)
_ROW: Final = 18
# How wide the columns of an agenda are, in inches; each cell has a margin on both sides.
COLUMNS: Final = (1.2, 6.35, 2.75, 1.55)
_LETTER: Final = 0.52


def fitted(slide: Slide) -> Iterator[Slide]:
    """Yield a slide as often as it takes for all its lines or rows to have room; each says which of how many it is."""
    parts: list[dict[str, Any]]
    if slide.kind == Kind.TABLE:
        parts = [{"rows": tuple(rows)} for rows in _packed(slide.rows, _row_height, lambda row, before: False)]
    else:
        lines = _scaled([piece for line in slide.lines for piece in _pieces(line, _WIDE[slide.kind])], slide.kind)
        heaps = _packed(lines, lambda line: _height(line, _WIDE[slide.kind]), _is_source)
        parts = [{"lines": tuple(some)} for some in heaps]
    for number, part in enumerate(parts, 1):
        title = slide.title
        if len(parts) > 1:
            title = _("%(title)s (%(number)s of %(all)s)") % {"title": title, "number": number, "all": len(parts)}
        yield replace(slide, title=title, **part)


def _scaled(lines: list[Line], kind: Kind) -> list[Line]:
    """Set lines as large as they all fit on one slide, for those at the back of the room."""
    for scale in _SCALES:
        larger = [replace(line, scale=1 if line.voice == Voice.SOFT else scale) for line in lines]
        if sum(_height(line, _WIDE[kind]) for line in larger) <= _HIGH:
            return larger
    return lines


def _height(line: Line, wide: int) -> float:
    letters = len(line.strong) + len(line.text)
    return max(1, ceil(letters * line.size * _LETTER / wide)) * line.size * 1.2 + 10


def _is_source(line: Line, before: Line) -> bool:
    """Say whether a line names where the one before it stands; a row of sources is no such thing."""
    return line.voice == Voice.SOFT != before.voice


def _row_height(row: tuple[str, ...]) -> float:
    wide = ((inches - 0.25) * 72 for inches in COLUMNS)
    lines = (ceil(len(words) * _ROW * _LETTER / width) for words, width in zip(row, wide, strict=True))
    return max(1, *lines) * _ROW * 1.2 + 12


def _pieces(line: Line, wide: int) -> Iterator[Line]:
    """Break a paragraph that no slide has room for at its words."""
    most = int(_HIGH / (line.size * 1.2) - 1) * int(wide / (line.size * _LETTER))
    rest = line.text
    while len(rest) > most:
        at = rest.rfind(" ", 1, most)
        at = at if at > 0 else most
        yield replace(line, text=rest[:at])
        rest = rest[at:].lstrip()
    yield replace(line, text=rest)


def _packed(
    things: Sequence[Thing], height: Callable[[Thing], float], stays: Callable[[Thing, Thing], bool]
) -> list[list[Thing]]:
    """Part things into as few heaps as fit under each other; there is always one.

    `stays` says of a thing that it is never the first of a heap when it comes after another.
    """
    heaps: list[list[Thing]] = [[]]
    left = float(_HIGH)
    for thing in things:
        left -= height(thing)
        if left < 0 and heaps[-1] and not stays(thing, heaps[-1][-1]):
            heaps.append([])
            left = _HIGH - height(thing)
        heaps[-1].append(thing)
    return heaps
