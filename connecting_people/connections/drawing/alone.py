"""A map as a file of its own, for print too: an SVG whose every colour and size stands in its attributes, on white."""

from collections.abc import Iterable
from html import escape
from typing import Final

from connecting_people.connections.drawing.paper import LINE as TALL
from connecting_people.connections.drawing.paper import Label
from connecting_people.connections.drawing.shapes import Key, Mark, Part, Picture, Sign
from connecting_people.connections.layout import MIDDLE, OUTER, PERSON, SIZE

INK, SOFT, LINE, HAIR, MID, OUT, BLUE = "#1d2a35", "#4a5a68", "#8a8f94", "#e4dcd0", "#fdfaf5", "#f6f0e6", "#1d5a9e"
# As in static/connections/picture.css: the inside and the edge of each colour.
TINTS: Final = (
    ("#fff", "#4a5a68"), ("#d5efec", "#0f6464"), ("#e4e5f9", "#474b9c"), ("#faecbd", "#6f5300"),
    ("#f9e0da", "#8b453f"), ("#e8efc9", "#525f17"), ("#dfe6ec", "#41535f"), ("#ece2f7", "#654592"),
    ("#d8eef8", "#12627f"), ("#f0e5d8", "#6a503d"), ("#dcebdd", "#36604b"),
)  # fmt: skip
_DASHES: Final = {
    "solid": "",
    "dashed": ' stroke-dasharray="6 4.5"',
    "dotted": ' stroke-dasharray="0.1 5.5" stroke-linecap="round" stroke-width="3"',
}
_FONT: Final = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, Verdana, sans-serif"
_LINE_OF_KEY: Final = 44
_A_ROW: Final = 3


def standing_alone(picture: Picture, title: str, description: str = "") -> str:
    """Return the map as an SVG file. Without a description it names everybody."""
    rows = -(-len(picture.key) // _A_ROW)
    height = picture.height + rows * _LINE_OF_KEY + (20 if rows else 0)
    said = description or ", ".join([mark.name for mark in picture.marks])
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE:g} {height:g}" width="{SIZE:g}" '
        f'height="{height:g}" role="img" aria-labelledby="title words" font-family="{_FONT}" fill="{INK}">'
        f'<title id="title">{escape(title)}</title><desc id="words">{escape(said)}</desc>'
        f'<rect width="{SIZE:g}" height="{height:g}" fill="#fff"/>',
        *_ground(picture),
        *_ties(picture),
        *[_trail(path) for path in picture.trails],
        *_words(picture),
        '<g stroke-width="2.4" stroke-linejoin="round" text-anchor="middle" font-weight="700">',
        *[_mark(mark) for mark in picture.marks],
        f'</g><g font-size="{picture.letters}" paint-order="stroke" stroke="{OUT}" stroke-width="4" '
        'stroke-linejoin="round">',
        *[_name(mark, label, picture.letters) for mark in picture.marks for label in mark.labels if "1" in label.shows],
        "</g>",
        *_key(picture.key, picture.height + 20),
        "</svg>",
    ]
    return "".join(parts)


def _ground(picture: Picture) -> Iterable[str]:
    yield f'<g stroke="{HAIR}" stroke-width="1.5"><circle cx="{MIDDLE:g}" cy="{MIDDLE:g}" r="{OUTER:g}" fill="{OUT}"/>'
    for ring in picture.rings:
        fill = {1: "#fff", 2: MID}.get(ring.number, OUT)
        yield f'<circle cx="{MIDDLE:g}" cy="{MIDDLE:g}" r="{ring.radius}" fill="{fill}"/>'
    lines = "".join([part.line for part in picture.parts])
    yield f'<path d="{lines}"/></g>' if lines else "</g>"


def _ties(picture: Picture) -> Iterable[str]:
    if not picture.ties:
        return
    style = 'stroke-width="1" stroke-opacity="0.5"' if picture.many_ties else 'stroke-width="1.3"'
    yield f'<path fill="none" stroke="{LINE}" {style} d="{"".join(picture.curves)}"/>'


def _trail(path: str) -> str:
    return f'<path d="{path}" fill="none" stroke="{INK}" stroke-width="2.6" stroke-linecap="round"/>'


def _words(picture: Picture) -> Iterable[str]:
    yield f'<circle cx="{MIDDLE:g}" cy="{MIDDLE:g}" r="{PERSON:g}" fill="{BLUE}"/>'
    yield _text(
        picture.middle_letters, MIDDLE, MIDDLE, 34, "#fff", 'font-weight="700" text-anchor="middle" dy="0.35em"'
    )
    if picture.parts:
        paths = "".join([f'<path id="rim-{n}" d="{part.rim}"/>' for n, part in enumerate(picture.parts)])
        yield f'<defs>{paths}</defs><g fill="{SOFT}" font-size="22" font-weight="700" text-anchor="middle">'
        for n, part in enumerate(picture.parts):
            yield from _rim(n, part)
        yield "</g>"
    halo = (
        f'text-anchor="middle" dy="0.34em" paint-order="stroke" stroke="{MID}" stroke-width="8" stroke-linejoin="round"'
    )
    for ring in picture.rings:
        yield _text(ring.name, MIDDLE, MIDDLE - ring.radius, 18, SOFT, halo)


def _rim(n: int, part: Part) -> Iterable[str]:
    last = len(part.lines) - 1
    for line, words in enumerate(part.lines):
        down = 0.82 + 1.1 * line if part.turned else -1.1 * (last - line)
        path = f'<textPath href="#rim-{n}" startOffset="50%">{escape(words)}</textPath>'
        yield f'<text dy="{down * 22:.1f}">{path}</text>'


def _mark(mark: Mark) -> str:
    fill, edge = TINTS[mark.tint]
    look = f'fill="{fill}" stroke="{edge}"{_DASHES[mark.edge]}'
    if mark.faint:
        look, edge = f'fill="{OUT}" stroke="{LINE}" stroke-width="1.4"{_DASHES[mark.edge]}', SOFT
    elif mark.edge == "dotted":
        look = f'fill="#fff" stroke="{edge}"{_DASHES["dotted"]}'
    drawn = f'<g transform="translate({mark.x} {mark.y})"><path d="{mark.path}" {look}/>'
    inside = mark.inside
    if inside:
        if not inside.isalnum():
            inside = escape(inside)
        drawn += f'<text y="{mark.inside_y}" dy="0.35em" font-size="{mark.inside_size}" fill="{edge}">{inside}</text>'
    for sign in mark.signs:
        drawn += _sign(sign, edge)
    return drawn + "</g>"


def _sign(sign: Sign, edge: str) -> str:
    inside = (
        f'<path d="{sign.path}" fill="none" stroke="{INK}" stroke-width="1.8" stroke-linecap="round"/>'
        if sign.path
        else f'<text text-anchor="middle" dy="0.35em" font-size="{sign.radius * 1.4:.1f}">{escape(sign.letter)}</text>'
    )
    circle = f'<circle r="{sign.radius:g}" fill="#fff" stroke="{edge}" stroke-width="1.5"/>'
    return f'<g transform="translate({sign.x:.1f} {sign.y:.1f})">{circle}{inside}</g>'


def _name(mark: Mark, label: Label, size: int) -> str:
    x, y, radius, place = mark.x, float(mark.y), mark.radius, label.place
    last = len(label.lines) - 1
    if place == "below":
        anchor, y = "middle", y + radius + 2 + 0.86 * size
    elif place == "above":
        anchor, y = "middle", y - radius - 2 - (0.24 + TALL * last) * size
    else:
        anchor, x = ("start", x + radius + 4) if place == "right" else ("end", x - radius - 4)
        y += (0.34 - 0.54 * last) * size
    faint = f' fill="{SOFT}"' if mark.faint else ""
    begin = f'<text text-anchor="{anchor}" x="{x}" y="{y:.0f}"{faint}>'
    if not last:
        return f"{begin}{escape(label.lines[0], False)}</text>"
    first, second = (escape(line, False) for line in label.lines)
    return f'{begin}{first}<tspan x="{x}" dy="{TALL}em">{second}</tspan></text>'


def _key(entries: tuple[Key, ...], top: float) -> Iterable[str]:
    for n, one in enumerate(entries):
        x, y = 60 + (n % _A_ROW) * 345, top + 16 + (n // _A_ROW) * _LINE_OF_KEY
        words = _text(one.words, 28, 0, 22, INK, 'dy="0.35em"')
        yield f'<g transform="translate({x} {y:g})">{_sample(one)}{words}</g>'


def _sample(one: Key) -> str:
    fill, edge = TINTS[one.tint]
    if one.draws == "tie":
        return f'<path d="M-15 8Q0 -14 15 8" fill="none" stroke="{LINE}" stroke-width="2"/>'
    if one.draws == "trail":
        return _trail("M-15 0H12M5 -7L13 0L5 7")
    if one.draws in ("sign", "kept"):
        line = f'<path d="{one.path}" fill="none" stroke="{INK}" stroke-width="1.8" stroke-linecap="round"/>'
        return f'<circle r="13" fill="#fff" stroke="{edge}" stroke-width="1.5"/>{line}'
    if one.draws == "faint":
        return f'<path d="{one.path}" fill="{OUT}" stroke="{LINE}" stroke-width="1.4"/>'
    dashes = _DASHES.get(one.id, _DASHES["dashed"] if one.id == "inside" else "")
    letter = _text(one.id, 0, 0, 14, edge, 'text-anchor="middle" dy="0.35em"') if one.draws == "kind" else ""
    thick = "" if "stroke-width" in dashes else ' stroke-width="2.4"'
    return f'<path d="{one.path}" fill="{fill}" stroke="{edge}"{thick}{dashes}/>{letter}'


def _text(words: str, x: float, y: float, size: int, fill: str, more: str) -> str:
    return f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{fill}" {more}>{escape(words)}</text>'
