"""Documents of any room: what somebody wrote is never markup, never a box, and never in an error."""

from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from connecting_people.core import documents
from connecting_people.core.tests import reading

MARKUP = "#let x = 1; *bold* _it_ $y^2$ <label> & `code` = Title \\ [x] @ref // no"
PAGE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: data.fonts, lang: data.language, region: data.region)
#set page(width: 40cm, height: 10cm)
#heading(data.title)
#data.words
"""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("typst") / "page.typ"
    path.write_text(PAGE)
    return path


def drawn(template: Path, words: str, form: documents.Form = "pdf") -> bytes:
    return documents.draw(template, {"words": words}, form=form, title="A page", told="Told & said")


def test_what_looks_like_markup_is_shown_as_it_was_typed(template):
    found = reading.elements(reading.opened(drawn(template, MARKUP)))

    assert [(e.tag, e.text) for e in found] == [("H1", "A page"), ("P", MARKUP)]


def test_a_document_says_its_language_and_its_title(template):
    with translation.override("cy"):
        welsh = reading.opened(drawn(template, "Bore da"))
    with translation.override("en-gb"):
        english = reading.opened(drawn(template, "Good morning"))

    assert (welsh.Root.Lang, english.Root.Lang) == ("cy", "en-GB")
    assert english.docinfo.Title == "A page"
    assert english.Root.ViewerPreferences.DisplayDocTitle
    assert "<pdfuaid:part>1</pdfuaid:part>" in english.Root.Metadata.read_bytes().decode()


def test_the_same_words_make_the_same_file(template):
    assert drawn(template, "Once") == drawn(template, "Once")


def test_a_picture_is_told_in_words(template):
    svg = drawn(template, "Once", "svg").decode()

    assert svg.startswith("<svg ")
    assert 'role="img"' in svg
    assert "<title>A page</title><desc>Told &amp; said</desc>" in svg
    assert "<style" not in svg
    assert drawn(template, "Once", "png").startswith(b"\x89PNG")


def test_letters_of_a_drawing_become_shapes_in_a_picture_and_stay_letters_in_a_document():
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">Hello</text></svg>'

    assert documents.picture(drawing, "pdf") == {"content": drawing, "format": "svg"}
    assert documents.picture(drawing, "svg")["format"] == "pdf"


@pytest.mark.parametrize(
    "words",
    [
        "مؤسسة الجسر",
        "Łódź",
        "Ελλάδα",
        "Київ",
        "हिन्दी",
        "ਪੰਜਾਬੀ",
        "বাংলা",
        "ગુજરાતી",
        "தமிழ்",
        "עברית",
        "👩‍👩‍👧 🏳️‍🌈 ❤️ 🤝🏽",
        "سنڌي ڳالهه",
    ],
)
def test_our_typefaces_write_what_people_here_write(template, words):
    assert documents.drawable(words) == words
    assert documents.undrawable(words) == ""

    found = reading.elements(reading.opened(drawn(template, words)))[1].text
    assert "�" not in found
    assert {*found} - {" "} == {*words} - {" "}


def test_signs_that_no_typeface_of_ours_has_are_left_out_and_named():
    assert documents.drawable("The 中文 Club\x00") == "The  Club"
    assert documents.undrawable("The 中文中文 Club") == "中文"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_anything_at_all_can_be_drawn(template, words):
    assert drawn(template, documents.drawable(words)).startswith(b"%PDF")


def printed(template: Path, words: object, title: str = "A page") -> str:
    return reading.elements(reading.opened(documents.printed(template, {"words": words}, title=title)))[1].text


def test_a_paper_keeps_lines_and_loses_what_no_paper_has(template):
    assert documents.without_controls("One\r\ntwo\x1b\tthree\uffff\n") == "One\ntwo  three\n"
    assert printed(template, "The 中文 Club\x00", title="中 A page") == "The Club"


def test_signs_that_can_be_set_each_and_not_together_take_no_paper_away(template):
    together = "Two \u060f\U0001f4f0\u032b out"
    with pytest.raises(documents.NotDrawn):
        drawn(template, documents.drawable(together))

    assert printed(template, together).endswith("out")


def test_what_is_made_on_the_way_is_told_what_to_leave_out(template):
    assert printed(template, lambda keep: keep("中文A drawing")) == "A drawing"


def test_an_error_holds_nothing_of_what_somebody_wrote(template):
    with pytest.raises(documents.NotDrawn) as why:
        drawn(template, "A secret 中文")

    assert "page.typ" in str(why.value)
    assert "中" not in str(why.value)
    assert why.value.__suppress_context__


@pytest.mark.parametrize(
    ("words", "right"), [("مؤسسة", True), ("(עברית)", True), ("123 مؤسسة", True), ("Bridge مؤسسة", False), ("", False)]
)
def test_words_begin_on_the_side_of_their_own_script(words, right):
    assert documents.reads_from_the_right(words) is right


def test_a_program_without_its_typefaces_says_what_to_do(template, settings, tmp_path):
    settings.DOCUMENT_FONTS = [tmp_path, tmp_path / "nowhere"]
    documents._fonts.cache_clear()
    try:
        with pytest.raises(documents.NotDrawn, match="make assets"):
            drawn(template, "Hello")
    finally:
        documents._fonts.cache_clear()
