"""The shapes of a map as paths around 0, 0: circle, rounded square, house, speech bubble, paw; and the small signs."""

from functools import lru_cache

from connecting_people.connections.rules import Nature


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _circle(x: float, y: float, across: float, down: float) -> str:
    to = f"a{_n(across)} {_n(down)} 0 1 1"
    return f"M{_n(x - across)} {_n(y)}{to} {_n(2 * across)} 0{to} {_n(-2 * across)} 0Z"


def _person(r: float) -> str:
    return _circle(0, 0, r, r)


def _group(r: float) -> str:
    half, bend = r * 0.93, r * 0.34
    side, b = _n(2 * (half - bend)), _n(bend)
    corners = f"h{side}q{b} 0 {b} {b}v{side}q0 {b} -{b} {b}h-{side}q-{b} 0 -{b} -{b}v-{side}q0 -{b} {b} -{b}Z"
    return f"M{_n(-half + bend)} {_n(-half)}{corners}"


def _place(r: float) -> str:
    roof = f"M0 {_n(-1.12 * r)}L{_n(1.08 * r)} {_n(-0.22 * r)}"
    return f"{roof}H{_n(0.84 * r)}V{_n(0.86 * r)}H{_n(-0.84 * r)}V{_n(-0.22 * r)}H{_n(-1.08 * r)}Z"


def _online(r: float) -> str:
    wide, top, foot, b = 1.06 * r, -0.92 * r, 0.6 * r, _n(0.4 * r)
    flat, tall, back = _n(2 * wide - 0.8 * r), _n(foot - top - 0.8 * r), _n(wide - 0.62 * r)
    right = f"M{_n(-wide + 0.4 * r)} {_n(top)}h{flat}q{b} 0 {b} {b}v{tall}q0 {b} -{b} {b}"
    point = f"H{_n(-0.05 * r)}L{_n(-0.62 * r)} {_n(1.1 * r)}V{_n(foot)}"
    return f"{right}{point}q-{back} 0 -{back} -{b}v-{tall}q0 -{b} {b} -{b}Z"


def _animal(r: float) -> str:
    toes = ((-0.86, -0.2), (-0.34, -0.78), (0.34, -0.78), (0.86, -0.2))
    pad = (
        f"M0 {_n(-0.32 * r)}C{_n(0.5 * r)} {_n(-0.32 * r)} {_n(0.88 * r)} {_n(0.2 * r)} {_n(0.84 * r)} {_n(0.6 * r)}"
        f"C{_n(0.8 * r)} {_n(1.05 * r)} {_n(0.3 * r)} {_n(0.92 * r)} 0 {_n(0.92 * r)}"
        f"S{_n(-0.8 * r)} {_n(1.05 * r)} {_n(-0.84 * r)} {_n(0.6 * r)}"
        f"C{_n(-0.88 * r)} {_n(0.2 * r)} {_n(-0.5 * r)} {_n(-0.32 * r)} 0 {_n(-0.32 * r)}Z"
    )
    return pad + "".join(_circle(x * r, y * r, 0.21 * r, 0.28 * r) for x, y in toes)


_SHAPES = {
    Nature.PERSON: _person,
    Nature.GROUP: _group,
    Nature.PLACE: _place,
    Nature.ONLINE: _online,
    Nature.ANIMAL: _animal,
}
# How far below the middle the letters stand, so that they look centred in the shape: in parts of its radius.
LOWER = {Nature.PERSON: 0.0, Nature.GROUP: 0.0, Nature.PLACE: 0.18, Nature.ONLINE: -0.14, Nature.ANIMAL: 0.36}


@lru_cache(maxsize=500)
def shape(nature: Nature, radius: float) -> str:
    """Return the path of a shape of this radius."""
    return _SHAPES[nature](radius)


@lru_cache(maxsize=500)
def sign(id: str, radius: float) -> str:
    """Return the path of a sign in a small circle of this radius: a smile, a wave, a zigzag, arrows."""
    return " ".join(part if part.isalpha() else _n(float(part) * radius) for part in _SIGNS[id].split())


# Lines, so that they never look like the traffic lights of places.
_SIGNS = {
    "good": "M -0.5 -0.1 Q 0 0.75 0.5 -0.1",
    "mixed": "M -0.6 0.12 Q -0.3 -0.55 0 0 T 0.6 -0.12",
    "hard": "M -0.62 0.3 L -0.25 -0.35 L 0.05 0.3 L 0.35 -0.35 L 0.62 0.3",
    "both": "M -0.62 0 H 0.62 M -0.32 -0.32 L -0.62 0 L -0.32 0.32 M 0.32 -0.32 L 0.62 0 L 0.32 0.32",
    "gives": "M -0.6 0 H 0.6 M 0.2 -0.4 L 0.6 0 L 0.2 0.4",
    "gets": "M 0.6 0 H -0.6 M -0.2 -0.4 L -0.6 0 L -0.2 0.4",
    "new": "M 0 -0.55 V 0.55 M -0.55 0 H 0.55",
    "remembered": (
        "M -0.45 -0.1 C -0.3 -0.7 0.55 -0.6 0.5 0 C 0.45 0.55 -0.25 0.6 -0.42 0.2 "
        "M -0.62 -0.48 L -0.45 -0.1 L -0.08 -0.24"
    ),
    "kept": "M -0.42 -0.05 H 0.42 V 0.5 H -0.42 Z M -0.25 -0.05 C -0.25 -0.7 0.25 -0.7 0.25 -0.05",
}
