"""Two dates of one map drawn to be compared: a sign on those who are new, an arrow to those who moved.

`compared(before, after, change)` takes the two pictures (drawn with `name="then"` and `name="now"`) and answers the
later one with signs, arrows and their lines in the key. On a page, a form of two lists `then` and `now` (ISO dates),
marked `data-dates` and sent by GET, gets sliders by `connections/slider.js`; all that depends on the dates carries
`data-swap`.
"""

from dataclasses import replace
from math import hypot

from connecting_people.connections.change import Change
from connecting_people.connections.drawing import words
from connecting_people.connections.drawing.glyphs import sign
from connecting_people.connections.drawing.shapes import Key, Mark, Picture, Sign

_SIGN = 8
_HEAD = 11.0


def compared(before: Picture, after: Picture, change: Change) -> Picture:
    """Return the later picture with signs on those who came, and arrows from where those who moved were."""
    came = {str(node.id): "new" for node in change.joined} | {str(node.id): "remembered" for node in change.remembered}
    moved = {str(move.now.id) for move in (*change.closer, *change.drifted)}
    were = {mark.id: mark for mark in before.marks}
    marks = tuple(_signed(mark, came) for mark in after.marks)
    trails = tuple(_arrow(were[mark.id], mark) for mark in marks if mark.id in moved and mark.id in were)
    return replace(after, marks=marks, trails=trails, key=(*after.key, *_key(set(came.values()), bool(trails))))


def _signed(mark: Mark, came: dict[str, str]) -> Mark:
    told = came.get(mark.id)
    if not told:
        return mark
    radius = max(0.42 * mark.radius, 6.5)
    away = 0.78 * mark.radius + 1
    says = f"{mark.says}. {words.CAME[told]}"
    return mark._replace(signs=(*mark.signs, Sign(told, sign(told, radius), "", -away, away, radius)), says=says)


def _arrow(one: Mark, other: Mark) -> str:
    """Return a line with a head, from where somebody was to the edge of where they are."""
    far = hypot(other.x - one.x, other.y - one.y) or 1.0
    x, y = (other.x - one.x) / far, (other.y - one.y) / far
    to_x, to_y = other.x - x * (other.radius + 4), other.y - y * (other.radius + 4)
    wing = [(to_x - _HEAD * (x + side * y * 0.6), to_y - _HEAD * (y - side * x * 0.6)) for side in (1, -1)]
    head = f"M{wing[0][0]:.0f} {wing[0][1]:.0f}L{to_x:.0f} {to_y:.0f}L{wing[1][0]:.0f} {wing[1][1]:.0f}"
    return f"M{one.x} {one.y}L{to_x:.0f} {to_y:.0f}{head}"


def _key(signs: set[str], trails: bool) -> tuple[Key, ...]:
    found = [Key("sign", id, str(name), sign(id, _SIGN)) for id, name in words.CAME.items() if id in signs]
    if trails:
        found.append(Key("trail", "trail", str(words.TRAIL)))
    return tuple(found)
