"""Where each name on a map fits without lying on another, near to and far from the eye."""

from collections.abc import Callable, Iterable, Sequence
from math import ceil
from typing import NamedTuple

from connecting_people.connections.drawing.labels import cut, lines, width

LINE = 1.08  # of the size of the letters
BELOW, RIGHT, LEFT, ABOVE = "below", "right", "left", "above"
PLACES = (BELOW, RIGHT, LEFT, ABOVE)
_SHORT, _SHORTEST = 6.0, 4.2  # times the size of the letters, where there are many names
FAR, USUAL, NEAR, CLOSE = 0, 1, 2, 3
# How large shapes and names are drawn when the eye comes nearer, so that they do not grow with the map.
SCALE = {NEAR: 0.6, CLOSE: 0.36}
GRAIN = {FAR: 1.6, USUAL: 1.0, **SCALE}


class Paper:
    """What is already taken of a sheet, as bits in bands, so that asking and taking cost next to nothing.

    A band is four rows high, and one begins at each row: a line of a name is never less high than that. `grain` makes
    rows and columns finer where shapes and letters are smaller.
    """

    ACROSS, DOWN = 4.0, 6.0

    def __init__(self, across: float, down: float, grain: float = 1.0, bands: list[int] | None = None) -> None:
        self.wide, self.high = self.ACROSS * grain, self.DOWN * grain
        self.columns, self.last = int(across / self.wide), int(down / self.high)
        self.bands = bands[:] if bands else [0] * (self.last + 1)

    def take(self, left: float, top: float, broad: float, tall: float) -> None:
        """Lay something there; what lies off the sheet is left out."""
        wide, high, last, bands = self.wide, self.high, self.last, self.bands
        first, end, right = int(top / high) - 3, int((top + tall) / high), int((left + broad) / wide)
        if right < 0:
            return
        mask = (2 << right) - (1 << int(left / wide) if left > 0 else 1)
        for row in range(first if first > 0 else 0, (end if end < last else last) + 1):
            bands[row] |= mask

    def free(self, left: float, top: float, broad: float, tall: float) -> bool:
        """Say whether nothing lies there yet, and all of it is on the sheet."""
        if left < 0 or top < 0:
            return False
        end, last = int((left + broad) / self.wide), int((top + tall) / self.high)
        if end > self.columns or last > self.last:
            return False
        mask, first, bands = (2 << end) - (1 << int(left / self.wide)), int(top / self.high), self.bands
        if (bands[first] | bands[last - 3]) & mask:
            return False
        return last - first < 8 or not any(bands[row] & mask for row in range(first + 4, last - 3))

    def side(self, x: int, y: int, reach: int, broad: int, tall: int) -> tuple[str, int, int]:
        """Return the first side of a shape on which one line of this size is free, and its corner there.

        All in whole units, on a sheet of the usual grain: most names of a crowded map find no room, and soon.
        """
        wide, high, bands, last, columns = int(self.wide), int(self.high), self.bands, self.last, self.columns
        begin = x - broad // 2
        right = (begin + broad) // wide
        upright = (2 << right) - (1 << begin // wide) if begin >= 0 and right <= columns else 0
        top = y + reach + 2
        end = (top + tall) // high
        if upright and end <= last and not (bands[top // high] | bands[end - 3]) & upright:
            return BELOW, begin, top
        top = y - tall // 2
        end = (top + tall) // high
        if top >= 0 and end <= last:
            beside = bands[top // high] | bands[end - 3]
            left = x + reach + 4
            right = (left + broad) // wide
            if right <= columns and not beside & ((2 << right) - (1 << left // wide)):
                return RIGHT, left, top
            right = x - reach - 4
            left = right - broad
            if left >= 0 and not beside & ((2 << right // wide) - (1 << left // wide)):
                return LEFT, left, top
        top = y - reach - 2 - tall
        if upright and top >= 0 and not (bands[top // high] | bands[(top + tall) // high - 3]) & upright:
            return ABOVE, begin, top
        return "", 0, 0

    def lay(self, left: float, top: float, broad: float, tall: float) -> bool:
        """Lay something there if it is free; say whether it was."""
        if not self.free(left, top, broad, tall):
            return False
        self.take(left, top, broad, tall)
        return True


class Label(NamedTuple):
    """A name where it is shown: its lines, its side of the shape, and the levels ("0" far to "3" close) that do so."""

    lines: tuple[str, ...]
    place: str
    shows: str


class Named(NamedTuple):
    """A shape that wants a name: its place, radius and name."""

    x: float
    y: float
    radius: float
    name: str


class Sight(NamedTuple):
    """How a map is seen at one level: how much larger shapes and letters are than usual, and the size of letters."""

    level: int
    shapes: float
    letters: float


def place_names(
    spots: Sequence[tuple[int, int, float]],
    radii: Sequence[int],
    names: Sequence[str],
    sights: Sequence[Sight],
    sheet: Callable[[float], Paper],
    *,
    crowded: bool,
) -> list[list[Label]]:
    """Return for each shape the labels that fit, at each way of seeing; where nothing fits there is none."""
    found: list[list[Label]] = [[] for _ in names]
    for sight in sights:
        paper = sheet(GRAIN[sight.level])
        part, take = sight.shapes * 0.92, paper.take
        for (x, y, _), radius in zip(spots, radii, strict=True):
            reach = radius * part
            take(x - reach, y - reach, 2 * reach, 2 * reach)
        if crowded and sight.level == USUAL:
            _show_short(spots, radii, names, found, sight, paper)
        else:
            for (x, y, _), radius, name, labels in zip(spots, radii, names, found, strict=True):
                _show(Named(x, y, radius, name), labels, sight, paper, crowded=crowded)
    return found


def _show_short(
    spots: Sequence[tuple[int, int, float]],
    radii: Sequence[int],
    names: Sequence[str],
    found: list[list[Label]],
    sight: Sight,
    paper: Paper,
) -> None:
    """Give each shape of a crowded map its name in one line, on whichever side there is room for the least of it."""
    letters, shows = sight.letters, str(sight.level)
    tall, least, most = LINE * letters, _SHORTEST * letters, _SHORT * letters
    high, side, take = ceil(tall), paper.side, paper.take
    for (x, y, _), radius, name, labels in zip(spots, radii, names, found, strict=True):
        whole = width(name) * letters
        broad = whole if whole < least else least
        place, begin, top = side(x, y, radius, ceil(broad), high)
        if not place:
            continue
        left: float = begin
        more = whole if whole < most else most
        if more > broad:
            wide = _corner(x, y, radius, place, more, tall)[0]
            if paper.free(wide, top, more, tall):
                left, broad = wide, more
        take(left, top, broad, tall)
        text = name if broad == whole else cut(name, broad / letters)
        labels.append(Label((text,), place, shows))


def _corner(x: float, y: float, reach: float, place: str, broad: float, tall: float) -> tuple[float, float]:
    """Return the upper left corner of a name of this size beside a shape."""
    if place == BELOW:
        return x - broad / 2, y + reach + 2
    if place == ABOVE:
        return x - broad / 2, y - reach - 2 - tall
    return x + reach + 4 if place == RIGHT else x - reach - 4 - broad, y - tall / 2


def _show(shape: Named, labels: list[Label], sight: Sight, paper: Paper, *, crowded: bool) -> None:
    """Give one shape its name at one level: the one it has if that says all, else one that says more, or less."""
    last = labels[-1] if labels else None
    if last and "…" not in last.lines[-1] + last.lines[0] and _lay(shape, last.lines, (last.place,), sight, paper):
        labels[-1] = last._replace(shows=last.shows + str(sight.level))
        return
    tried: tuple[str, ...] = ()
    for text, places in _forms(shape.name, sight.level, crowded):
        place = "" if text == tried and places is PLACES else _lay(shape, text, places, sight, paper)
        tried = text
        if place:
            labels.append(Label(text, place, str(sight.level)))
            return


def _forms(name: str, level: int, crowded: bool) -> Iterable[tuple[tuple[str, ...], Sequence[str]]]:
    """Yield the ways to write a name, the fullest first."""
    if level >= NEAR:
        yield lines(name, 11.0), PLACES
    if crowded:
        yield lines(name, _SHORT), PLACES
    else:
        yield lines(name, 7.6), PLACES
        yield lines(name, 9.0, 1), PLACES
    yield (cut(name, _SHORTEST),), PLACES


def _lay(shape: Named, text: tuple[str, ...], places: Iterable[str], sight: Sight, paper: Paper) -> str:
    broad = max([width(line) for line in text]) * sight.letters
    tall = len(text) * LINE * sight.letters
    for place in places:
        left, top = _corner(shape.x, shape.y, shape.radius * sight.shapes, place, broad, tall)
        if paper.lay(left, top, broad, tall):
            return place
    return ""
