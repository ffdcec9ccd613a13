"""The slides: what is on them, that all of it has room, and the file that a trainer can change."""

import io

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn

from connecting_people.core.tests import reading
from connecting_people.guide.steps import STEPS
from connecting_people.training.course import research
from connecting_people.training.course.activities import ACTIVITIES, RESEARCH
from connecting_people.training.deck import office, paper, shapes
from connecting_people.training.deck.slide import Kind, Line, Slide, Voice, fitted
from connecting_people.training.deck.told import slides
from connecting_people.training.tests.agendas import MARKUP
from connecting_people.training.tests.outlines import a_day, a_whole_day, of_our_own, of_the_course


def opened(outline):
    return Presentation(io.BytesIO(office.pptx(slides(outline), title=outline.title)))


def texts(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


@pytest.fixture(scope="module")
def day():
    return a_whole_day()


def test_each_thing_on_the_agenda_has_its_slide_and_each_step_comes_before_its_first_activity(day):
    titles = [slide.title for slide in slides(day)]

    for one in ACTIVITIES:
        assert str(one.name) in titles
    for step in STEPS:
        first = next(one for one in ACTIVITIES if one.step == step.number)
        assert titles.index(f"Step {step.number}: {step.name}") == titles.index(str(first.name)) - 1
    assert titles.index("The model") == titles.index("The model, moving") + 1
    assert "More slides" not in titles


def test_what_the_agenda_has_no_place_for_comes_at_the_end_to_be_taken_up_or_left():
    titles = [slide.title for slide in slides(a_day(of_the_course("own-map")))]

    at = titles.index("More slides")
    assert titles.index("The later study found no difference") > at
    assert titles.index("The model") > at
    assert titles.index("Step 8: Reviewing the process") > at
    assert titles.index("Step 2: Mapping existing connections") < at


def test_an_empty_agenda_still_has_the_research_the_model_and_the_steps():
    titles = [slide.title for slide in slides(a_day())]

    assert titles[0] == "A first day together"
    assert {"Why connections", "The model", "Step 1: Getting started", "What I will do"} <= set(titles)
    assert "Today" not in titles


def test_every_fact_has_its_source_in_the_notes_and_every_source_stands_on_a_slide(day):
    told = slides(day)
    facts = {str(fact.says): fact for chapter in research.CHAPTERS for fact in chapter.facts}

    shown = {line.text: slide for slide in told for line in slide.lines}
    for says, fact in facts.items():
        assert all(source.where in shown[says].notes for source in fact.sources), says
    listed = {line.text for slide in told for line in slide.lines if line.strong}
    assert {source.where for source in research.SOURCES} <= listed


def test_notes_under_a_slide_say_how_the_activity_is_run(day):
    notes = next(slide.notes for slide in slides(day) if slide.title == str(RESEARCH.name))

    for said in (*RESEARCH.needs, *RESEARCH.how, *RESEARCH.listen_for, RESEARCH.leaves):
        assert str(said) in notes
    assert "Ben" in notes


def test_a_guests_topic_is_shown_and_their_name_is_left_to_whoever_introduces_them(day):
    guest = next(slide for slide in slides(day) if slide.title == "A guest speaks")

    assert guest.lines[0].text == "What there is around here"
    assert "Olu" not in str(guest)


def test_a_long_text_is_parted_over_slides_and_no_word_is_lost():
    words = " ".join(f"word{number}" for number in range(900))
    found = list(fitted(Slide("Long", lines=(Line(words), Line("The end")))))

    assert len(found) > 3
    assert " ".join(line.text for slide in found for line in slide.lines) == f"{words} The end"
    assert found[0].title == f"Long (1 of {len(found)})"
    assert len({slide.title for slide in found}) == len(found)


def test_a_word_as_long_as_a_page_is_parted_too():
    found = list(fitted(Slide("Long", lines=(Line("W" * 5000),))))

    assert "".join(line.text for slide in found for line in slide.lines) == "W" * 5000


def test_few_words_are_set_larger_than_many():
    (few,) = fitted(Slide("Few", lines=(Line("Hello"),)))
    (many,) = fitted(Slide("Many", lines=(Line("Hello " * 90),)))

    assert few.lines[0].size > many.lines[0].size >= 24


def test_where_something_stands_never_has_a_slide_of_its_own():
    lines = (*(Line("A fact of some length " * 3, Voice.POINT) for _ in range(5)), Line("Sources", Voice.SOFT))

    assert all(slide.lines[0].voice != Voice.SOFT for slide in fitted(Slide("Facts", lines=lines)))


def test_forty_blocks_with_titles_of_two_hundred_letters_have_room():
    day = a_day(*(of_our_own(f"{number} " + "a long title " * 15) for number in range(40)), title="W" * 200)

    agenda = [slide for slide in slides(day) if slide.kind == Kind.TABLE]

    assert sum(len(slide.rows) for slide in agenda) == 40
    assert all(len(slide.rows) <= 6 for slide in agenda)
    assert all(slide.title_size == 22 for slide in slides(day) if len(slide.title) >= 150)
    assert len(opened(day).slides) == len(slides(day))


def test_every_slide_has_a_title_of_its_own_notes_and_a_number(day):
    made = opened(day)

    titles = [slide.shapes.title.text_frame.text for slide in made.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    for slide in made.slides:
        assert slide.notes_slide.notes_text_frame.text.strip()
        kinds = [shape.placeholder_format.type for shape in slide.placeholders]
        assert kinds.count(PP_PLACEHOLDER.SLIDE_NUMBER) == 1


def test_no_placeholder_is_left_empty_and_the_title_is_read_first(day):
    for slide in opened(day).slides:
        assert slide.shapes[0] == slide.shapes.title
        assert all(shape.text_frame.text.strip() for shape in slide.placeholders)


def test_every_picture_and_table_is_told_in_words_and_the_rest_is_marked_as_decoration(day):
    drawn = 0
    for slide in opened(day).slides:
        for shape in slide.shapes:
            told = shape._element._nvXxPr.cNvPr
            if shape.shape_type == MSO_SHAPE_TYPE.GROUP or shape.has_table:
                drawn += 1
                assert told.get("descr")
            elif not shape.is_placeholder:
                assert told.find(".//{*}decorative") is not None
    assert drawn > 8


def test_the_file_is_wide_in_our_type_and_colours_and_in_its_language(day):
    made = opened(day)

    assert round(made.slide_width / made.slide_height, 2) == 1.78
    theme = next(r.target_part for r in made.slide_master.part.rels.values() if r.reltype.endswith("/theme"))
    assert theme.blob.count(b'typeface="Atkinson Hyperlegible Next" panose="020B0604020202020204"') == 2
    assert b'<a:accent3><a:srgbClr val="a84300"/>' in theme.blob
    assert [layout.name for layout in made.slide_layouts] == ["Title Slide", "Title and Content", "Title Only"]
    runs = [run for slide in made.slides for run in slide.shapes.title._element.iter(qn("a:rPr"))]
    assert {run.get("lang") for run in runs} == {"en-GB"}
    assert made.core_properties.title == "A first day together"


def test_what_looks_like_a_formula_or_markup_stays_as_it_was_typed(day):
    said = [text for slide in opened(day).slides for text in texts(slide)]

    assert MARKUP in said


def test_signs_that_no_file_can_hold_do_not_break_it():
    odd = of_our_own("\x07", how=("one\x0btwo\x00",))
    day = a_day(odd, title="Tab\there \x1b[31m \ufffe 👩‍👩‍👧 مرحبا")

    assert len(opened(day).slides) > 20
    assert reading.opened(paper.pdf(slides(day), title=day.title)).pages


def test_a_part_of_the_model_is_lit_and_the_others_stand_back():
    lit = shapes.shapes(shapes.SERVICE_USER)

    assert {one.line for one in lit if one.part == shapes.SERVICE_USER and one.line} == {"blue"}
    assert {one.line for one in lit if one.part != shapes.SERVICE_USER and one.line} == {"line"}
    assert {one.part for one in shapes.shapes()} == set(shapes.LIT)


def test_the_pdf_has_the_same_slides_tagged_and_told(day):
    told = slides(day)
    pdf = reading.opened(paper.pdf(told, title="A first day together"))
    found = reading.elements(pdf)

    assert len(pdf.pages) == len(told)
    assert [e.text for e in found if e.tag == "H1"] == [slide.title for slide in told]
    assert [e.alt for e in found if e.tag == "Figure"] == [slide.alt for slide in told if slide.kind == Kind.MODEL]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.Root.Metadata.read_bytes()
    assert pdf.Root.Lang == "en-GB"
    assert MARKUP in [e.text for e in found]
