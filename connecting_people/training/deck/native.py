"""Draws the model from an office program's own shapes, so that a trainer can move, colour and reword each of them."""

from typing import Any, Final

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Length, Pt

from connecting_people.training.deck import shapes
from connecting_people.training.deck.shapes import Form, Shape
from connecting_people.training.deck.template import ACCENTS, rgb

_FORMS: Final = {
    Form.OVAL: MSO_SHAPE.OVAL,
    Form.ROUND: MSO_SHAPE.ROUNDED_RECTANGLE,
    Form.ARROW: MSO_SHAPE.ISOSCELES_TRIANGLE,
}
_POINT: Final = 12_700


def model(on: Any, lit: str, place: tuple[Length, Length, Length], *, alt: str) -> None:
    """Draw the model as one group with words for those who cannot see it; `place` is left, top and width."""
    left, top, width = place
    scale = width / shapes.WIDTH
    group = on.shapes.add_group_shape()
    group.name = "Model"
    for shape in shapes.shapes(lit):
        _shape(group, shape, left, top, scale)
    group._element.nvGrpSpPr.cNvPr.set("descr", alt)


def _shape(group: Any, shape: Shape, left: int, top: int, scale: float) -> None:
    sides = (left + shape.x * scale, top + shape.y * scale, shape.w * scale, shape.h * scale)
    drawn = group.shapes.add_shape(_FORMS[shape.form], *(Emu(round(side)) for side in sides))
    painted(drawn, fill=shape.fill, line=shape.line, thick=shape.thick * scale / _POINT)
    if shape.form == Form.ROUND:
        # The corners of all boxes are as round as each other, however large the box.
        drawn.adjustments[0] = min(0.5, 14 / min(shape.w, shape.h))
    drawn.rotation = shape.turn
    if shape.words:
        drawn.text_frame.text = shape.words
        drawn.text_frame.paragraphs[0].runs[0].font.size = Pt(round(shape.size * scale / _POINT))
        drawn.text_frame.paragraphs[0].runs[0].font.bold = True
        centred(drawn, shape.ink)


def painted(shape: Any, *, fill: str = "", line: str = "", thick: float = 0) -> None:
    """Give a shape its colours, and nothing of the theme's style, which casts shadows."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
    if fill:
        shape.fill.solid()
        _colour(shape.fill.fore_color, fill)
    else:
        shape.fill.background()
    if line:
        _colour(shape.line.color, line)
        shape.line.width = Pt(thick)
    else:
        shape.line.fill.background()


def centred(shape: Any, ink: str) -> None:
    """Put a shape's words in its middle, with no margin, in a colour."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.word_wrap = False
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.CENTER
        for run in paragraph.runs:
            _colour(run.font.color, ink)


def _colour(colour: Any, name: str) -> None:
    if name in ACCENTS:
        colour.theme_color = ACCENTS[name]
    else:
        colour.rgb = rgb(name)
