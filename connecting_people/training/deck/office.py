"""The slides as a PPTX that a trainer can change: real titles, notes, tables and shapes, and numbers on the slides."""

import copy
import io
from typing import Any, Final

from django.utils.translation import get_language
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from connecting_people.core.documents import without_controls
from connecting_people.training.deck import native, template
from connecting_people.training.deck.slide import COLUMNS, Kind, Line, Slide, Voice
from connecting_people.training.deck.template import ACCENTS, BODY_PLACE, OPENING, TEXT, TITLE_ONLY, TITLE_PLACE

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_LAYOUTS: Final = {Kind.OPENING: OPENING, Kind.TEXT: TEXT, Kind.MODEL: TEXT, Kind.TABLE: TITLE_ONLY}
_MODEL_PLACE: Final = (Inches(0.6), Inches(1.65), Inches(5.6))
_BESIDE_MODEL: Final = (Inches(6.65), Inches(1.7), Inches(6.0), Inches(5.1))
_DECORATIVE: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def pptx(slides: tuple[Slide, ...], *, title: str) -> bytes:
    """Return the slides as a file that office programs open and change."""
    made = template.empty()
    about = made.core_properties
    about.title, about.author, about.language = _on_one_line(title), "Connecting People", _language()
    layouts = {layout.name: layout for layout in made.slide_layouts}
    for slide in slides:
        _draw(made.slides.add_slide(layouts[_LAYOUTS[slide.kind]]), slide)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _language() -> str:
    language, _, region = (get_language() or "en-gb").partition("-")
    return f"{language}-{region.upper()}" if region else language


def _draw(on: Any, slide: Slide) -> None:
    """Put a slide's parts on it in the order in which they are read: title, words, picture or table, number."""
    title = on.shapes.title
    _write(title.text_frame.paragraphs[0], slide.title, size=slide.title_size)
    if slide.kind == Kind.TABLE:
        _table(on, slide)
    else:
        _lines(on.placeholders[1], slide)
    if slide.kind == Kind.MODEL:
        on.placeholders[1].left, on.placeholders[1].top = _BESIDE_MODEL[:2]
        on.placeholders[1].width, on.placeholders[1].height = _BESIDE_MODEL[2:]
        native.model(on, slide.lit, _MODEL_PLACE, alt=slide.alt)
    if slide.number:
        _number_circle(on, slide.number)
    _edge(on, slide.edge)
    _slide_number(on)
    on.notes_slide.notes_text_frame.text = without_controls(slide.notes)


def _on_one_line(text: str) -> str:
    return without_controls(text).replace("\n", " ")


def _write(paragraph: Any, text: str, *, size: float, strong: bool = False, soft: bool = False) -> None:
    run = paragraph.add_run()
    run.text = _on_one_line(text)
    run.font.size = Pt(size)
    run._r.get_or_add_rPr().set("lang", _language())
    if strong:
        run.font.bold = True
    if soft:
        run.font.color.theme_color = ACCENTS["soft"]


def _lines(holder: Any, slide: Slide) -> None:
    if not slide.lines:
        holder._element.getparent().remove(holder._element)
        return
    frame = holder.text_frame
    frame.word_wrap = True
    for number, line in enumerate(slide.lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _line(paragraph, line)


def _line(paragraph: Any, line: Line) -> None:
    paragraph.space_after = Pt(10)
    paragraph.space_before = Pt(0)
    if line.voice != Voice.POINT:
        properties = paragraph._p.get_or_add_pPr()
        properties.set("marL", "0")
        properties.set("indent", "0")
        properties.append(parse_xml('<a:buNone xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'))
    soft = line.voice == Voice.SOFT
    if line.strong:
        _write(paragraph, line.strong, size=line.size, strong=True, soft=soft)
    _write(paragraph, line.text, size=line.size, soft=soft)


def _table(on: Any, slide: Slide) -> None:
    left, top, width, _ = BODY_PLACE
    frame = on.shapes.add_table(len(slide.rows) + 1, len(slide.head), left, top, width, Inches(0.45))
    frame.name = slide.title
    frame._element.nvGraphicFramePr.cNvPr.set("descr", slide.title)
    table = frame.table
    table.horz_banding = False
    for column, wide in zip(table.columns, COLUMNS, strict=True):
        column.width = Inches(wide)
    for number, row in enumerate((slide.head, *slide.rows)):
        table.rows[number].height = Inches(0.42)
        for cell, words in zip(table.rows[number].cells, row, strict=True):
            _cell(cell, words, head=number == 0)


def _cell(cell: Any, words: str, *, head: bool) -> None:
    cell.fill.solid()
    cell.fill.fore_color.theme_color = ACCENTS["blue" if head else "card"]
    paragraph = cell.text_frame.paragraphs[0]
    _write(paragraph, words, size=18, strong=head)
    paragraph.runs[0].font.color.theme_color = ACCENTS["card" if head else "ink"]


def _number_circle(on: Any, number: int) -> None:
    """Put a step's number in its circle before the title, which says it in words."""
    left, top, _, high = TITLE_PLACE
    side = Inches(0.8)
    title = on.shapes.title
    title.left, title.top = left + side + Inches(0.2), top
    title.width, title.height = TITLE_PLACE[2] - side - Inches(0.2), high
    circle = on.shapes.add_shape(MSO_SHAPE.OVAL, left, top + high - side - Inches(0.06), side, side)
    native.painted(circle, fill="card", line="ink", thick=3)
    _write(circle.text_frame.paragraphs[0], str(number), size=28, strong=True)
    native.centred(circle, "ink")
    _decorative(circle)


def _edge(on: Any, colours: tuple[str, ...]) -> None:
    """Mark whose side a slide is about at its left edge; the title says it in words."""
    high = round(template.HIGH / len(colours))
    for number, colour in enumerate(colours):
        bar = on.shapes.add_shape(MSO_SHAPE.RECTANGLE, Emu(0), Emu(number * high), Inches(0.22), Emu(high))
        native.painted(bar, fill=colour)
        _decorative(bar)


def _decorative(shape: Any) -> None:
    shape.name = "Decoration"
    shape._element._nvXxPr.cNvPr.append(parse_xml(_DECORATIVE))


def _slide_number(on: Any) -> None:
    for shape in on.slide_layout.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            number = copy.deepcopy(shape._element)
            on.shapes._spTree.append(number)
            for run in number.iter(qn("a:rPr")):
                run.set("lang", _language())
