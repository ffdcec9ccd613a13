"""An empty presentation in our colours and type: 16 to 9, three layouts, each with a title and the slide's number."""

import io
import re
from functools import cache
from typing import Any, Final

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.util import Inches, Length

from connecting_people.guide.palettes import PALETTES

COLOURS: Final = PALETTES["colour"]
WIDE, HIGH = Inches(13.333), Inches(7.5)
OPENING, TEXT, TITLE_ONLY = "Title Slide", "Title and Content", "Title Only"
TITLE_PLACE: Final = (Inches(0.75), Inches(0.4), Inches(11.85), Inches(1.15))
BODY_PLACE: Final = (Inches(0.75), Inches(1.7), Inches(11.85), Inches(5.1))
_OPENING_TITLE: Final = (Inches(1.2), Inches(1.6), Inches(10.9), Inches(2.2))
_OPENING_WORDS: Final = (Inches(1.2), Inches(4.0), Inches(10.9), Inches(2.4))
_NUMBER: Final = (Inches(11.8), Inches(6.95), Inches(0.8), Inches(0.36))
# A machine without the typeface takes one like it: the numbers say "plain, upright, without serifs".
_FONT: Final = (
    '<a:latin typeface="Atkinson Hyperlegible Next" panose="020B0604020202020204" pitchFamily="34" charset="0"/>'
)
_THEME: Final = {
    "dk1": "ink", "lt1": "card", "dk2": "soft", "lt2": "paper", "accent1": "blue", "accent2": "green",
    "accent3": "orange", "accent4": "plum", "accent5": "soft", "accent6": "line", "hlink": "blue", "folHlink": "plum",
}  # fmt: skip
ACCENTS: Final = {
    "ink": MSO_THEME_COLOR.TEXT_1,
    "card": MSO_THEME_COLOR.BACKGROUND_1,
    "soft": MSO_THEME_COLOR.TEXT_2,
    "blue": MSO_THEME_COLOR.ACCENT_1,
    "green": MSO_THEME_COLOR.ACCENT_2,
    "orange": MSO_THEME_COLOR.ACCENT_3,
    "plum": MSO_THEME_COLOR.ACCENT_4,
    "line": MSO_THEME_COLOR.ACCENT_6,
}


def empty() -> Any:
    """Return a presentation without a slide, in our colours and type."""
    return Presentation(io.BytesIO(_made()))


@cache
def _made() -> bytes:
    made = Presentation()
    made.slide_width, made.slide_height = WIDE, HIGH
    master = made.slide_master
    _coloured(master)
    for layout in list(made.slide_layouts):
        if layout.name not in (OPENING, TEXT, TITLE_ONLY):
            made.slide_layouts.remove(layout)
    for holder in (master, *made.slide_layouts):
        _placed(holder)
    _typed(master)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _coloured(master: Any) -> None:
    theme = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    text = theme.blob.decode()
    for slot, name in _THEME.items():
        value = COLOURS[name].lstrip("#")
        text = re.sub(rf"(<a:{slot}>).*?(</a:{slot}>)", rf'\g<1><a:srgbClr val="{value}"/>\g<2>', text, flags=re.S)
    text = re.sub(r"(<a:(?:major|minor)Font>\s*)<a:latin [^>]*/>", rf"\g<1>{_FONT}", text)
    theme._blob = text.encode()
    master.background.fill.solid()
    master.background.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2


def _placed(holder: Any) -> None:
    """Put a master's or a layout's placeholders where they belong; the day and the foot line are not used."""
    opening = holder.name == OPENING
    for shape in list(holder.placeholders):
        kind = shape.placeholder_format.type
        if kind in (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER):
            shape._element.getparent().remove(shape._element)
        elif kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
            _put(shape, _OPENING_TITLE if opening else TITLE_PLACE)
            _plain(shape)
        elif kind == PP_PLACEHOLDER.SLIDE_NUMBER:
            _put(shape, _NUMBER)
        else:
            _put(shape, _OPENING_WORDS if opening else BODY_PLACE)
            _plain(shape)


def _plain(shape: Any) -> None:
    """Leave a placeholder no type of its own, so that it is as the master has it."""
    styles = shape.text_frame._txBody.find(qn("a:lstStyle"))
    for level in list(styles):
        styles.remove(level)


def _put(shape: Any, place: tuple[Length, Length, Length, Length]) -> None:
    shape.left, shape.top, shape.width, shape.height = place


def _typed(master: Any) -> None:
    """Set the type of titles and text: to the left, large, in ink."""
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("b", "1")
    title.find(qn("a:defRPr")).set("sz", "4000")
    for level in styles.find(qn("p:bodyStyle")):
        if level.tag.endswith("pPr"):
            level.find(qn("a:defRPr")).set("sz", "2400")
    for shape in master.placeholders:
        frame = shape.text_frame._txBody.find(qn("a:bodyPr"))
        frame.set("anchor", "b" if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE else "t")


def rgb(name: str) -> RGBColor:
    """Return a colour of the palette that the theme has no slot for."""
    return RGBColor(*bytes.fromhex(COLOURS[name].lstrip("#")))  # type: ignore[no-untyped-call]
