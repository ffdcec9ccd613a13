"""The slides as a PDF: the same words and shapes, tagged, for a projector or a printer."""

from dataclasses import asdict
from typing import Any

from connecting_people.training.deck import shapes
from connecting_people.training.deck.slide import COLUMNS, Kind, Line, Slide
from connecting_people.training.setting import printed


def pdf(slides: tuple[Slide, ...], *, title: str) -> bytes:
    """Return the slides as a tagged PDF, one a page."""
    return printed("slides.typ", {"slides": [_slide(one) for one in slides], "columns": COLUMNS}, title=title)


def _slide(slide: Slide) -> dict[str, Any]:
    return {
        "kind": slide.kind.value,
        "title": slide.title,
        "title_size": slide.title_size,
        "lines": [_line(one) for one in slide.lines],
        "head": slide.head,
        "rows": slide.rows,
        "edge": slide.edge,
        "number": slide.number,
        "alt": slide.alt,
        "shapes": [asdict(one) for one in shapes.shapes(slide.lit)] if slide.kind == Kind.MODEL else [],
    }


def _line(line: Line) -> dict[str, Any]:
    return {"text": line.text, "strong": line.strong, "voice": line.voice.value, "size": line.size}
