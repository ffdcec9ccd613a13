"""The model as a few large shapes, to be read from the back of a room: each is drawn on a slide and on paper alike."""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import cos, pi, sin
from typing import Final

from django.utils.translation import gettext as _

from connecting_people.guide import diagram

WIDTH: Final = 600
HEIGHT: Final = 560


class Form(StrEnum):
    """The form of a shape."""

    OVAL = "oval"
    ROUND = "round"  # a rectangle with round corners
    ARROW = "arrow"  # a small triangle that points up until it is turned


@dataclass(frozen=True)
class Shape:
    """One shape, by its corner and size in the drawing's own measure; colours by their names in the palette."""

    part: str
    form: Form
    x: float
    y: float
    w: float
    h: float
    line: str = ""
    thick: float = 0
    fill: str = ""
    words: str = ""
    size: float = 0
    ink: str = "ink"
    turn: float = 0


# What of the drawing a slide can be about; several parts of the guide's diagram may be one shape here.
AGENCY: Final = diagram.AGENCY.id
BRINGS: Final = "brings"
PRACTITIONER: Final = diagram.PRACTITIONER.id
TOGETHER: Final = diagram.TOGETHER.id
SERVICE_USER: Final = diagram.SERVICE_USER.id
BARRIERS: Final = diagram.BARRIERS.id
LIT: Final = (AGENCY, BRINGS, PRACTITIONER, TOGETHER, SERVICE_USER, BARRIERS)


def shapes(lit: str = "") -> tuple[Shape, ...]:
    """Return the drawing from back to front; with `lit`, the other parts stand back."""
    found = (*_agency(), *_brings(), *_circles(), *_together(), *_barriers())
    return tuple(one if lit in ("", one.part) else _back(one) for one in found)


def _back(shape: Shape) -> Shape:
    filled = "card" if shape.fill and shape.form != Form.ARROW else ""
    if shape.form == Form.ARROW:
        return replace(shape, fill="line")
    return replace(shape, line="line" if shape.line else "", fill=filled, ink="soft", thick=min(shape.thick, 5))


def _agency() -> tuple[Shape, ...]:
    frame = Shape(AGENCY, Form.ROUND, 6, 26, 588, 528, line="orange", thick=5, fill="card")
    middle = Shape(AGENCY, Form.ROUND, 272, 40, 56, 510, fill="orange_tint")
    sign = Shape(
        AGENCY, Form.ROUND, 190, 4, 220, 46, line="orange", thick=2, fill="orange", ink="card", size=26,
        words=str(diagram.AGENCY.name),
    )  # fmt: skip
    return frame, middle, sign


def _brings() -> tuple[Shape, ...]:
    named = (
        (28, "green", _("Empathy")),
        (216, "ink", _("Trust")),
        (404, "blue", _("Enthusiasm")),
    )
    return tuple(
        Shape(BRINGS, Form.ROUND, x, 66, 168, 40, line=colour, thick=2, fill="card", words=words, size=21, ink=colour)
        for x, colour, words in named
    )


def _circles() -> tuple[Shape, ...]:
    green = _ring(PRACTITIONER, 218, 292, 162, "green")
    blue = _ring(SERVICE_USER, 382, 292, 162, "blue")
    practitioner = _words(PRACTITIONER, 66, 268, 152, str(diagram.PRACTITIONER.label), "green", 20)
    service_user = _words(SERVICE_USER, 384, 268, 152, str(diagram.SERVICE_USER.label), "blue", 20)
    return *green, *blue, practitioner, service_user


def _together() -> tuple[Shape, ...]:
    label = str(diagram.TOGETHER.label)
    return (Shape(TOGETHER, Form.ROUND, 228, 222, 144, 140, line="ink", thick=4, fill="card", words=label, size=26),)


def _barriers() -> tuple[Shape, ...]:
    ring = _ring(BARRIERS, 300, 486, 58, "plum", clockwise=False, heads=3)
    return *ring, _words(BARRIERS, 245, 466, 110, str(diagram.BARRIERS.label), "plum", 20)


def _words(part: str, x: float, y: float, w: float, words: str, colour: str, size: float) -> Shape:
    return Shape(part, Form.ROUND, x, y, w, 40, words=words, size=size, ink=colour)


def _ring(
    part: str, x: float, y: float, r: float, colour: str, *, clockwise: bool = True, heads: int = 6
) -> tuple[Shape, ...]:
    thick = 12 if r > 100 else 9
    ring = Shape(part, Form.OVAL, x - r, y - r, 2 * r, 2 * r, line=colour, thick=thick)
    side = thick * 2.6
    found = [ring]
    for number in range(heads):
        angle = 2 * pi * (number + 0.5) / heads
        turn = angle * 180 / pi + (180 if clockwise else 0)
        middle = x + r * cos(angle), y + r * sin(angle)
        corner = middle[0] - side / 2, middle[1] - side / 2
        found.append(Shape(part, Form.ARROW, *corner, side, side, fill=colour, turn=round(turn % 360, 1)))
    return tuple(found)
