"""The diagram: every part in its place, nothing over the edge, readable in grey, and small."""

from xml.etree import ElementTree

import pytest
from django.utils import translation

from connecting_people.guide import diagram
from connecting_people.guide.drawing import Carried, Drawing, Mark, circle, draw, wrapped
from connecting_people.guide.palettes import PALETTES
from connecting_people.guide.processes import PROCESSES
from connecting_people.guide.standalone import svg
from connecting_people.guide.words import Side

LAYOUTS = ("wide", "narrow", "glance")
SVG = "{http://www.w3.org/2000/svg}"


def _all(drawing: Drawing) -> list[Mark]:
    return [*drawing.titles.values(), *(mark for marks in drawing.marks.values() for mark in marks)]


def _light(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("layout", ["wide", "narrow"])
def test_every_part_stands_in_the_drawing_once(layout):
    drawn = [mark.part.id for mark in _all(draw(layout))]

    assert sorted(drawn) == sorted(part.id for part in diagram.PARTS)


def test_each_shared_process_is_a_part():
    assert [part.id for part in diagram.PROCESS_PARTS] == [f"process-{process.id}" for process in PROCESSES]
    assert diagram.part("process-feedback").explanation


def test_a_part_that_the_model_does_not_have_is_not_found():
    with pytest.raises(diagram.UnknownPart):
        diagram.part("finish-line")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_reaches_over_the_edge(layout):
    drawing = draw(layout)
    for mark in _all(drawing):
        x, y, width, height = mark.box
        assert x >= 0 and x + width <= drawing.width, mark.part.id
        assert y >= 0 and y + height <= drawing.height, mark.part.id


@pytest.mark.parametrize("layout", ["wide", "narrow"])
def test_no_two_parts_are_touched_in_the_same_place(layout):
    boxes = [mark for marks in draw(layout).marks.values() for mark in marks]
    for n, one in enumerate(boxes):
        for other in boxes[n + 1 :]:
            (ax, ay, aw, ah), (bx, by, bw, bh) = one.box, other.box
            apart = ax + aw <= bx + 1 or bx + bw <= ax + 1 or ay + ah <= by + 1 or by + bh <= ay + 1
            assert apart, (one.part.id, other.part.id)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_part_is_big_enough_to_be_touched(layout):
    assert min(min(mark.box[2:]) for mark in _all(draw(layout))) >= 24


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_file_is_small_and_holds_no_script_and_no_style(layout, palette):
    text = svg(palette=palette, title="The model <&>", layout=layout)
    tree = ElementTree.fromstring(text)

    assert len(text) <= 60_000
    assert tree.find(f"{SVG}title").text == "The model <&>"
    assert not {one.tag for one in tree.iter()} & {f"{SVG}script", f"{SVG}style", f"{SVG}a"}
    assert "style=" not in text and "var(" not in text


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_words_are_readable_on_what_they_stand_on(palette):
    for name in ("ink", "orange", "green", "blue", "plum", "soft"):
        assert _contrast(palette[name], palette["paper"]) >= 5
    for side in ("green", "blue", "plum"):
        assert _contrast(palette[side], palette[f"{side}_tint"]) >= 4.5
        assert _contrast(palette["ink"], palette[f"{side}_tint"]) >= 7


def test_without_colour_the_two_still_differ():
    text = svg(palette="grey", title="In grey")
    tree = ElementTree.fromstring(text)
    dots = {one.tag for one in tree.iter() if one.get("stroke-width") == "4" and one.get("fill") == "#ffffff"}

    assert dots >= {f"{SVG}rect", f"{SVG}circle"}


@pytest.mark.parametrize(
    ("words", "most", "lines"),
    [
        ("Growing and remembering networks", 23, ("Growing and remembering", "networks")),
        ("One two three four five six", 8, ("One two", "three…")),
        ("Donaudampfschifffahrt", 10, ("Donaudampfsc…",)),
        ("", 10, ()),
    ],
)
def test_words_are_broken_between_words_and_never_run_on(words, most, lines):
    assert wrapped(words, most) == lines


def test_the_small_circle_turns_against_the_large_ones():
    with_the_clock, against = circle(0, 0, 100, arrows=4), circle(0, 0, 100, clockwise=False, arrows=4)
    tips = [float(ring.arrows.split("L")[1].split()[1]) for ring in (with_the_clock, against)]

    assert tips[0] > 0 > tips[1]  # the head at three o'clock points down, and up


def test_what_somebody_said_takes_the_place_of_the_models_points():
    said = diagram.Part("/entries/1/", Side.SERVICE_USER, "I went to the choir", "Asha")

    drawing = draw(
        "wide",
        href=lambda part: part.id,
        carried={"/entries/1/": Carried("I went to the choir", "Asha, 3 May")},
        ways={"service_user": [said]},
    )

    (mark,) = drawing.marks["service_user"]
    assert (mark.lines, mark.href, mark.spoken) == (
        ("I went to the choir",),
        "/entries/1/",
        "I went to the choir, Asha, 3 May",
    )
    assert len(drawing.marks["practitioner"]) == len(diagram.PRACTITIONER_POINTS)


def test_in_another_language_the_words_follow():
    with translation.override("cy"):
        titles = draw("wide").titles
        assert titles["agency"].lines == (str(diagram.AGENCY.name),)
