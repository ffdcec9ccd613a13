"""The posters: one page each, tagged so that they can be read aloud, with the agency's name as it was typed."""

import itertools
import re

import pytest
from django.test import Client
from django.utils import translation

from connecting_people.core.tests import reading
from connecting_people.guide import posters, steps
from connecting_people.guide.posters import Palette, Size

MILLIMETRE = 72 / 25.4
SIDES = {Size.A3: (420, 297), Size.A4: (210, 297)}
EACH = list(itertools.product(Size, Palette))
NAMES = [
    "Riverside Community Support",
    "The Royal Borough of Wessex Community Mental Health and Wellbeing Partnership CIC",
    "#*_$<&> `x` = [y] @z // “quoted” \\ end",
    "Łódź & Ελλάδα",
    "👩‍👩‍👧 Families together 🏳️‍🌈 ❤️",
]


def read(size: str, palette: str = "colour", name: str = "") -> list[reading.Element]:
    return reading.elements(pdf_of(size, palette, name))


def pdf_of(size: str, palette: str = "colour", name: str = ""):
    return reading.opened(posters.drawn(posters.poster(size, palette, "pdf", name=name)))


@pytest.mark.parametrize(("size", "palette"), EACH)
def test_a_poster_is_one_page_of_its_size(size, palette):
    pdf = pdf_of(size, palette)

    box = [float(side) / MILLIMETRE for side in pdf.pages[0].mediabox]
    assert len(pdf.pages) == 1
    assert box == pytest.approx([0, 0, *SIDES[size]], abs=0.5)


@pytest.mark.parametrize(("size", "palette"), EACH)
def test_a_poster_is_tagged_for_everybody(size, palette):
    pdf = pdf_of(size, palette)

    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.Lang == "en-GB"
    assert pdf.docinfo.Title == str(posters.TITLES[size])
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.Root.Metadata.read_bytes()


@pytest.mark.parametrize("size", Size)
def test_a_poster_is_read_from_the_title_to_the_drawing_and_step_by_step(size):
    found = read(size)

    headings = [(e.tag, e.text) for e in found if re.fullmatch(r"H\d", e.tag)]
    assert [tag for tag, _ in headings[:3]] == ["H1", "H2", "H3"]
    assert [text for tag, text in headings if tag == "H3"] == [f"{s.number} {s.name}" for s in steps.STEPS]
    order = [e.tag for e in found]
    assert order.index("H1") < order.index("Figure") < order.index("H2")


def test_the_drawing_is_told_in_words():
    figure = next(e for e in read(Size.A3) if e.tag == "Figure")

    for words in ("The agency", "Empathy", "Signposting", "Skills and interests", "Earning trust", "Coming back"):
        assert words in figure.alt


def test_the_wall_is_told_what_each_step_is_for_and_that_one_may_come_and_go():
    words = " ".join(e.text for e in read(Size.A3))

    assert all(str(step.aim) in words for step in steps.STEPS)
    assert "come back at any time" in words


def test_the_person_has_room_to_write():
    found = [e.text for e in read(Size.A4)]

    assert "You decide" in found
    assert {"Who I work with", "When and where we meet", "What I would like to try first"} <= set(found)


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_shown_as_it_was_typed(size, name):
    pdf = pdf_of(size, name=name)

    assert name in [e.text for e in reading.elements(pdf)]
    assert pdf.docinfo.Title == f"{posters.TITLES[size]}, {name}"
    assert len(pdf.pages) == 1


@pytest.mark.parametrize("size", Size)
def test_a_name_in_arabic_keeps_every_letter(size):
    name = "مؤسسة الجسر للصحة النفسية"

    # On paper the letters stand from left to right; whoever reads the file turns them round.
    assert name[::-1] in [e.text for e in read(size, name=name)]


@pytest.mark.parametrize("size", Size)
def test_a_name_without_a_gap_is_broken_between_its_signs(size):
    name = "W" * 80

    found = [e.text.replace("\u200b", "") for e in read(size, name=name)]

    assert name in found


@pytest.mark.parametrize("name", ["", "中文"])
def test_a_poster_without_a_name_leaves_room_for_one(name):
    assert "Our team" in [e.text for e in read(Size.A3, name=name)]
    assert "Our team" not in [e.text for e in read(Size.A3, name="Riverside")]


def test_only_our_typefaces_are_in_the_file_and_all_of_them_are():
    found = reading.fonts(pdf_of(Size.A3, name="Riverside مؤسسة ❤️"))

    assert set(found) == {
        *("AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold"),
        *("Vazirmatn-Bold", "NotoEmoji-Bold"),
    }
    assert all(found.values())


def test_a_poster_in_grey_has_no_colour():
    svg = posters.drawn(posters.poster("a3", "grey", "svg", name="Riverside")).decode()

    shades = re.findall(r'"#([0-9a-f]{6})"', svg)
    assert shades
    assert all(shade[:2] == shade[2:4] == shade[4:] for shade in shades)


@pytest.mark.parametrize(("form", "kind"), [("pdf", "application/pdf"), ("svg", "image/svg+xml"), ("png", "image/png")])
def test_a_visitor_gets_the_poster_and_is_not_sent_it_twice(form: str, kind: str, client: Client) -> None:
    address = f"/model/poster/a4-grey.{form}"
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (first.status_code, first["Content-Type"]) == (200, kind)
    assert first["Content-Disposition"] == f'inline; filename="connecting-people-a4-grey.{form}"'
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "which", ["a5-colour.pdf", "a3-pink.pdf", "a3-colour.html", "A3-colour.pdf", "a3-colour.pdf.svg"]
)
def test_no_other_poster_is_there(which: str, client: Client) -> None:
    assert client.get(f"/model/poster/{which}").status_code == 404


def test_the_page_of_the_posters_leads_to_each(client: Client) -> None:
    page = client.get("/model/poster/").text

    for size, palette in EACH:
        assert f'href="/model/poster/{size}-{palette}.pdf"' in page
        assert f'href="/model/poster/{size}-{palette}.svg"' in page
        assert f'src="/model/poster/{size}-{palette}.png"' in page


def test_the_preview_has_the_size_that_the_page_keeps_free_for_it(client: Client) -> None:
    png = client.get("/model/poster/a3-colour.png").content

    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    assert f'width="{width}" height="{height}"' in client.get("/model/poster/").text


def test_a_poster_is_kept_in_each_language_apart():
    with translation.override("cy"):
        assert pdf_of(Size.A4).Root.Lang == "cy"
    with translation.override("en-gb"):
        assert pdf_of(Size.A4).Root.Lang == "en-GB"
