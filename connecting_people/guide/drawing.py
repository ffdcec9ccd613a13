"""Where each part of the diagram stands: two layouts of their own, for wide and for narrow screens, and a glance."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from math import cos, pi, sin, sqrt

from django.utils.translation import gettext as _
from markupsafe import Markup

from connecting_people.guide import diagram
from connecting_people.guide.diagram import Part
from connecting_people.guide.prerequisites import prerequisites_of
from connecting_people.guide.words import Side, StrOrPromise

Point = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Carried:
    """What a partnership put into one part: a few words, and when or by whom."""

    words: str = ""
    when: str = ""


@dataclass(frozen=True)
class Mark:
    """One part with its place: lines of text, their anchor, the area one can touch, and a dot on its circle."""

    part: Part
    x: float
    y: float
    lines: tuple[str, ...]
    anchor: str
    box: Box
    href: str = ""
    dot: Point | None = None
    when: str = ""
    said: bool = False

    @property
    def tag(self) -> str:
        """Return the element that it is drawn as."""
        return "a" if self.href else "g"

    @property
    def touch(self) -> Markup:
        """Return the attributes of the area that one can touch."""
        return Markup(f'x="{self.box[0]:g}" y="{self.box[1]:g}" width="{self.box[2]:g}" height="{self.box[3]:g}"')

    def first(self, size: float, step: float) -> float:
        """Return how far down the first line stands, so that all of them stand round the middle."""
        return round(self.y + size * 0.35 - (len(self.lines) - 1) * step / 2, 1)

    @property
    def opens_here(self) -> bool:
        """Say whether it is told further down on the same page, so that a script can open it over the picture."""
        return self.href.startswith("#")

    @property
    def colour(self) -> str:
        """Say in whose colour its explanation stands."""
        return "barriers" if self.part is diagram.BARRIERS else self.part.side.value

    @property
    def spoken(self) -> str:
        """Return the whole of what a point says, where the drawing has room for its beginning only."""
        return ", ".join(filter(None, (str(self.part.name), self.when))) if self.said else ""


@dataclass(frozen=True)
class Ring:
    """A band that turns, with arrowheads in it; `height` makes a loop with straight sides out of a circle."""

    x: float
    y: float
    r: float
    arrows: str
    height: float = 0


@dataclass(frozen=True)
class Drawing:
    """One layout with everything in its place."""

    layout: str
    width: int
    height: int
    rings: Mapping[str, Ring]
    titles: Mapping[str, Mark]
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


Href = Callable[[Part], str]


def no_href(_part: Part) -> str:
    """Lead nowhere: for a drawing on paper."""
    return ""


# A way with fewer points than these does not spread them wider apart.
_FEW = 5


_LETTER = 0.52  # how wide a letter of the bold typeface is on average, in sizes of the type


def cut(words: str, most: int) -> tuple[str]:
    """Return one line of at most `most` letters."""
    return (words if len(words) <= most else f"{words[: most - 1].rstrip()}…",)


def wrapped(words: StrOrPromise, most: int, lines: int = 2) -> tuple[str, ...]:
    """Break words into at most `lines` lines of about `most` letters; what is left over ends in an ellipsis."""
    found: list[str] = []
    for word in str(words).split():
        if found and len(found[-1]) + 1 + len(word) <= most:
            found[-1] += f" {word}"
        elif len(found) < lines:
            found.append(word if len(word) <= most + 4 else word[: most + 2] + "…")
        else:
            found[-1] = found[-1].rstrip(",.;:…") + "…"
            break
    return tuple(found)


@cache
def circle(x: float, y: float, r: float, *, clockwise: bool = True, arrows: int = 16) -> Ring:
    """Return a band round (x, y) with arrowheads in the direction in which it turns."""
    heads = (_arrow(x, y, r, 2 * pi * n / arrows, clockwise) for n in range(arrows))
    return Ring(x, y, r, " ".join(heads))


@cache
def loop(x: float, top: float, r: float, bottom: float) -> Ring:
    """Return a band with straight sides; its heads stand at even distances, up on the left and down on the right."""
    straight = bottom - top - 2 * r
    rows, bends = round(straight / 48), round(pi * r / 48)
    sides = [top + r + straight * n / rows for n in range(rows + 1)]
    heads = [_head(x - r, y, -pi / 2) for y in sides] + [_head(x + r, y, pi / 2) for y in sides]
    heads += [_arrow(x, top + r, r, pi + pi * n / bends, True) for n in range(1, bends)]
    heads += [_arrow(x, bottom - r, r, pi * n / bends, True) for n in range(1, bends)]
    return Ring(x, top, r, " ".join(heads), bottom - top)


def _arrow(x: float, y: float, r: float, angle: float, clockwise: bool) -> str:
    heading = angle + pi / 2 if clockwise else angle - pi / 2
    return _head(x + r * cos(angle), y + r * sin(angle), heading)


def _head(x: float, y: float, heading: float, size: float = 4.5) -> str:
    tip = (x + size * 0.7 * cos(heading), y + size * 0.7 * sin(heading))
    wings = ((x - size * cos(heading + turn), y - size * sin(heading + turn)) for turn in (0.9, -0.9))
    (ax, ay), (bx, by) = wings
    return f"M{ax:.1f} {ay:.1f}L{tip[0]:.1f} {tip[1]:.1f}L{bx:.1f} {by:.1f}"


def draw(
    layout: str,
    *,
    href: Href = no_href,
    carried: Mapping[str, Carried] | None = None,
    ways: Mapping[str, Sequence[Part]] | None = None,
) -> Drawing:
    """Return a layout ("wide", "narrow" or "glance"), with what a partnership put into it where it is theirs.

    `carried` is by id of a part. `ways` are a side's own points, which take the place of the model's on its circle.
    """
    return _LAYOUTS[layout](_Pen(href, carried or {}, ways or {}))


@dataclass(frozen=True)
class _Pen:
    href: Href
    carried: Mapping[str, Carried]
    ways: Mapping[str, Sequence[Part]]

    def mark(
        self, part: Part, at: Point, box: Box, *, anchor: str = "start", most: int = 26, dot: Point | None = None
    ) -> Mark:
        """Place a part; a point of one's own way says more than there is room for."""
        own = self.carried.get(part.id, Carried())
        lines = wrapped(own.words or part.label or part.name, most)
        return Mark(part, *at, lines, anchor, box, self.href(part), dot, own.when, bool(own.words))

    def title(self, part: Part, at: Point, box: Box) -> Mark:
        """Place a heading, in the middle of its place."""
        own = self.carried.get(part.id, Carried()).words if part is not diagram.BARRIERS else ""
        lines = wrapped(own, 24, lines=1) if own else (str(part.label or part.name),)
        return Mark(part, *at, lines, "middle", box, self.href(part))

    def agency(self, x: float, y: float, size: float, widest: float) -> Mark:
        """Place the agency's sign over its frame: as wide as its name, cut where that would be too wide."""
        own = self.carried.get(diagram.AGENCY.id, Carried()).words
        part = replace(diagram.AGENCY, name=own) if own else diagram.AGENCY
        (line,) = cut(str(part.name), int((widest - 36) / (size * _LETTER)))
        width = round(max(size * 9, len(line) * size * _LETTER + 36))
        box = (x - width / 2, y - size * 1.1, width, size * 2.2)
        return Mark(part, x, y, (line,), "middle", box, self.href(part), said=line != part.name)

    def rows(
        self,
        parts: Iterable[Part],
        x: float,
        top: float,
        step: float,
        width: float,
        *,
        anchor: str = "start",
        most: int = 26,
    ) -> tuple[Mark, ...]:
        """Place parts below each other in a column of this width."""
        left = x if anchor == "start" else x - width / 2
        places = ((part, round(top + step * n, 1)) for n, part in enumerate(parts))
        return tuple(
            self.mark(part, (x, y), (left, y - step / 2, width, step), anchor=anchor, most=most) for part, y in places
        )

    def heart(self, left: float, top: float, step: float, width: float) -> tuple[Mark, ...]:
        """Place the shared processes: in the middle, or on the left where a day stands on the right."""
        if any(part.id in self.carried for part in diagram.PROCESS_PARTS):
            return self.rows(diagram.PROCESS_PARTS, left, top, step, width, most=30)
        return self.rows(diagram.PROCESS_PARTS, left + width / 2, top, step, width, anchor="middle", most=30)

    def way(self, side: Side, points: tuple[Part, ...]) -> Sequence[Part]:
        """Return what stands on a side's circle: what its people said, else the points of the model."""
        return self.ways.get(side.value) or points

    def column(self, side: Side, points: tuple[Part, ...], networks: Part, top: float) -> tuple[Mark, ...]:
        """Place a side's points below each other; what its people said takes two lines, so there are fewer."""
        own = self.ways.get(side.value, ())[:4]
        marks = self.rows(own or points, 180, top + (4 if own else 0), 46 if own else 36, 252, anchor="middle", most=32)
        below = marks[-1].y + (44 if own else 36)
        return *marks, *self.rows((networks,), 180, below, 36, 252, anchor="middle")

    def on_circle(
        self, parts: Sequence[Part], ring: Ring, height: float, width: float, *, left: bool, most: int
    ) -> tuple[Mark, ...]:
        """Place parts along the outer side of a circle, each with its dot on the band and its words inside."""
        found = []
        step = height / max(len(parts), _FEW)
        for n, part in enumerate(parts):
            y = round(ring.y + step * (n - (len(parts) - 1) / 2), 1)
            reach = round(sqrt(ring.r**2 - (y - ring.y) ** 2), 1)
            edge = ring.x - reach if left else ring.x + reach
            x = edge + 24 if left else edge - 24
            box = (x - 38 if left else x - width, y - step / 2, width + 38, step)
            found.append(self.mark(part, (x, y), box, anchor="start" if left else "end", most=most, dot=(edge, y)))
        return tuple(found)


def _wide(pen: _Pen) -> Drawing:
    green, blue = circle(428, 560, 274), circle(772, 560, 274)
    practitioner = pen.way(Side.PRACTITIONER, diagram.PRACTITIONER_POINTS)
    service_user = pen.way(Side.SERVICE_USER, diagram.SERVICE_USER_POINTS)
    # It touches both circles, as a cog would, and so has to turn the other way.
    r = 84.0
    barrier = circle(600, round(560 + sqrt((274 + r + 18) ** 2 - 172**2), 1), r, clockwise=False, arrows=10)
    titles = {
        "agency": pen.agency(600, 38, 24, 760),
        "brings-practitioner": pen.title(diagram.BRINGS_PRACTITIONER, (222, 104), (72, 78, 300, 136)),
        "brings-both": pen.title(diagram.BRINGS_BOTH, (600, 104), (410, 78, 380, 136)),
        "brings-service_user": pen.title(diagram.BRINGS_SERVICE_USER, (978, 104), (828, 78, 300, 136)),
        "practitioner": pen.title(diagram.PRACTITIONER, (350, 362), (250, 338, 190, 46)),
        "together": pen.title(diagram.TOGETHER, (600, 402), (456, 380, 288, 40)),
        "service_user": pen.title(diagram.SERVICE_USER, (850, 362), (760, 338, 190, 46)),
        "barriers": pen.title(diagram.BARRIERS, (600, barrier.y - 6), (516, barrier.y - 84, 168, 168)),
        "networks-practitioner": pen.mark(
            diagram.NETWORKS_PRACTITIONER, (88, 496), (26, 470, 132, 258), anchor="middle", most=10
        ),
        "networks-service_user": pen.mark(
            diagram.NETWORKS_SERVICE_USER, (1114, 446), (1044, 420, 132, 300), anchor="middle", most=10
        ),
    }
    marks = {
        "together": pen.heart(470, 438, 27.4, 260),
        "practitioner": pen.on_circle(practitioner, green, 328, 230, left=True, most=25),
        "service_user": pen.on_circle(service_user, blue, 310, 250, left=False, most=26),
        "support": pen.rows(diagram.SUPPORT, 76, 884, 54, 290, most=30),
        "freedom": (
            *pen.rows(diagram.FREEDOM[:2], 746, 884, 54, 214),
            *pen.rows(diagram.FREEDOM[2:], 1000, 884, 54, 150),
        ),
    }
    rings = {"practitioner": green, "service_user": blue, "barriers": barrier}
    return Drawing("wide", 1200, 1036, rings, titles, marks, _notes(pen, 38, 15))


def _narrow(pen: _Pen) -> Drawing:
    blue, green = loop(180, 350, 150, 930), loop(180, 780, 150, 1456)
    barrier = circle(180, 1540, 70, clockwise=False, arrows=8)
    titles = {
        "agency": pen.agency(180, 26, 20, 320),
        "brings-practitioner": pen.title(diagram.BRINGS_PRACTITIONER, (180, 92), (28, 68, 304, 82)),
        "brings-both": pen.title(diagram.BRINGS_BOTH, (180, 176), (28, 152, 304, 104)),
        "brings-service_user": pen.title(diagram.BRINGS_SERVICE_USER, (180, 282), (28, 258, 304, 66)),
        "service_user": pen.title(diagram.SERVICE_USER, (180, 394), (80, 370, 200, 46)),
        "together": pen.title(diagram.TOGETHER, (180, 668), (52, 646, 256, 42)),
        "practitioner": pen.title(diagram.PRACTITIONER, (180, 1106), (60, 1084, 240, 44)),
        "barriers": pen.title(diagram.BARRIERS, (180, 1530), (110, 1470, 140, 140)),
    }
    service_user = pen.column(Side.SERVICE_USER, diagram.SERVICE_USER_POINTS, diagram.NETWORKS_SERVICE_USER, 434)
    practitioner = pen.column(Side.PRACTITIONER, diagram.PRACTITIONER_POINTS, diagram.NETWORKS_PRACTITIONER, 1146)
    marks = {
        "service_user": service_user,
        "together": pen.heart(60, 706, 34, 240),
        "practitioner": practitioner,
        "support": pen.rows(diagram.SUPPORT, 58, 1664, 52, 266, most=30),
        "freedom": pen.rows(diagram.FREEDOM, 58, 1768, 52, 266),
    }
    rings = {"practitioner": green, "service_user": blue, "barriers": barrier}
    return Drawing("narrow", 360, 1984, rings, titles, marks, _notes(pen, 34, 13))


def _glance(pen: _Pen) -> Drawing:
    green, blue = circle(128, 236, 100, arrows=12), circle(232, 236, 100, arrows=12)
    barrier = circle(180, round(236 + sqrt((100 + 40 + 11) ** 2 - 52**2), 1), 40, clockwise=False, arrows=7)
    titles = {
        "agency": pen.agency(180, 26, 18, 320),
        "brings-practitioner": pen.title(diagram.BRINGS_PRACTITIONER, (76, 90), (28, 72, 96, 36)),
        "brings-both": pen.title(diagram.BRINGS_BOTH, (180, 90), (132, 72, 96, 36)),
        "brings-service_user": pen.title(diagram.BRINGS_SERVICE_USER, (284, 90), (236, 72, 96, 36)),
        "practitioner": pen.title(diagram.PRACTITIONER, (81, 236), (34, 150, 92, 172)),
        "together": pen.title(diagram.TOGETHER, (180, 236), (130, 182, 100, 108)),
        "service_user": pen.title(diagram.SERVICE_USER, (279, 236), (234, 150, 92, 172)),
        "barriers": pen.title(diagram.BARRIERS, (180, barrier.y), (140, barrier.y - 40, 80, 80)),
        "networks-practitioner": pen.title(diagram.NETWORKS_PRACTITIONER, (66, 366), (22, 336, 90, 46)),
        "networks-service_user": pen.title(diagram.NETWORKS_SERVICE_USER, (294, 366), (248, 336, 90, 46)),
    }
    notes = {
        "brings-practitioner": (_("Empathy"),),
        "brings-both": (_("Trust"),),
        "brings-service_user": (_("Enthusiasm"),),
    }
    rings = {"practitioner": green, "service_user": blue, "barriers": barrier}
    return Drawing("glance", 360, 470, rings, titles, notes=notes)


def _notes(pen: _Pen, brings: int, barriers: int) -> dict[str, tuple[str, ...]]:
    own = pen.carried.get(diagram.BARRIERS.id, Carried())
    against = own.words or _("turn against both journeys")
    listed = {
        f"brings-{side.value}": _listed(side, brings) for side in (Side.PRACTITIONER, Side.BOTH, Side.SERVICE_USER)
    }
    return {**listed, "barriers": wrapped(against, barriers, lines=3)}


def _listed(side: Side, most: int) -> tuple[str, ...]:
    found: list[str] = []
    for name in (str(one.name) for one in prerequisites_of(side)):
        if found and len(found[-1]) + 3 + len(name) <= most:
            found[-1] += f" · {name}"
        else:
            found.append(name)
    return tuple(found)


_LAYOUTS: dict[str, Callable[[_Pen], Drawing]] = {"wide": _wide, "narrow": _narrow, "glance": _glance}
