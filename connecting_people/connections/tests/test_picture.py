"""The map as shapes: what each one says, names that lie on nothing, and the same as a page and as a file."""

import re
import time
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.template import engines
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.connections.change import changed
from connecting_people.connections.drawing import alone
from connecting_people.connections.drawing.labels import ELLIPSIS, cut, letters, lines, whole_words, width
from connecting_people.connections.layout import SIZE, Board
from connecting_people.connections.picture import NIL, ColourBy, MapAddresses, TextSize, draw, standing_alone
from connecting_people.connections.rules import Exchange, Feeling, Nature, Network, Node, State
from connecting_people.connections.tests.practice_board import BOARD, sample
from connecting_people.connections.then_and_now import compared

FREE = replace(BOARD, free=True)
STYLES = Path(alone.__file__).parent.parent / "static/connections/picture.css"
SVG = "{http://www.w3.org/2000/svg}"
ADDRESSES = MapAddresses("/map/", f"/map/{NIL}/", "/move/", "/tie/", "/untie/", "/undo/", "/redo/")
HARD_NAMES = [
    "<b onclick=x>&amp;</b>",
    "👩🏽\u200d🚀 Zoë",
    "عائشة بنت",
    "ab" * 100,
    "\"'><script>alert(1)</script>",
    "  ",
    "e\u0301",
]


def one(**facts):
    return Node(**{"id": 7, "name": "Sam", "kind": "friends", "ring": 1, **facts})


def mark(node, board=BOARD, **options):
    return draw(Network((node,)), board, middle="Asha", **options).marks[0]


def on_page(picture):
    """Return the drawing as the page has it."""
    source = '{% from "connections/picture.html" import drawing, key %}{{ drawing(p) }}{{ key(p) }}'
    return engines["jinja2"].from_string(source).render({"p": picture})


def boxes(picture, level, scale, size):
    """Return where each name lies that is shown at a level: left, right, top and bottom."""
    found = []
    for each in picture.marks:
        for label in (label for label in each.labels if level in label.shows):
            broad, tall = max(width(line) for line in label.lines) * size, len(label.lines) * size
            reach = each.radius * scale
            x, y = {
                "below": (each.x - broad / 2, each.y + reach + 2),
                "above": (each.x - broad / 2, each.y - reach - 2 - 1.08 * tall),
                "right": (each.x + reach + 4, each.y - tall / 2),
                "left": (each.x - reach - 4 - broad, each.y - tall / 2),
            }[label.place]
            found.append((x, x + broad, y, y + tall))
    return found


@pytest.mark.parametrize("count", [5, 25, 150, 500])
@pytest.mark.parametrize(("level", "scale"), [("1", 1.0), ("2", 0.6), ("3", 0.36)])
def test_no_name_lies_on_another(count, level, scale):
    picture = draw(sample(count), BOARD, middle="Asha")

    for first, second in combinations(boxes(picture, level, scale, picture.letters * scale), 2):
        apart = first[1] < second[0] or second[1] < first[0] or first[3] < second[2] or second[3] < first[2]
        assert apart, (first, second)


@pytest.mark.parametrize(("count", "level", "least"), [(5, "1", 5), (25, "1", 23), (25, "0", 15), (150, "1", 60)])
def test_so_many_names_can_be_read_at_once(count, level, least):
    picture = draw(sample(count), BOARD, middle="Asha")

    assert sum(1 for each in picture.marks if any(level in label.shows for label in each.labels)) >= least


def test_from_close_by_nearly_everybody_of_150_has_their_name():
    picture = draw(sample(150), BOARD, middle="Asha")

    assert sum(1 for each in picture.marks if any("3" in label.shows for label in each.labels)) >= 145


@pytest.mark.parametrize(
    ("facts", "edge", "faint"),
    [
        ({"inside_services": False}, "solid", False),
        ({"inside_services": True}, "dashed", False),
        ({"state": State.WISHED_FOR, "inside_services": True}, "dotted", False),
        ({"state": State.ENDED}, "solid", True),
        ({"state": State.LOST_TOUCH, "inside_services": True}, "dashed", True),
    ],
)
def test_edges_tell_services_and_states(facts, edge, faint):
    drawn = mark(one(**facts))

    assert (drawn.edge, drawn.faint) == (edge, faint)


def test_each_nature_has_a_shape_of_its_own():
    assert len({mark(one(nature=nature)).path for nature in Nature}) == len(Nature)


def test_a_mark_says_in_words_all_that_it_shows():
    both = frozenset({Exchange.FRIENDSHIP})
    node = one(state=State.LOST_TOUCH, inside_services=False, gives=both, gets=both, feeling=Feeling.MIXED, kept=True)
    network = Network((node, one(id=8), one(id=9)), frozenset({(7, 8), (9, 7), (8, 7)}))

    says = draw(network, BOARD, middle="Asha").marks[0].says

    assert says == (
        "Sam. Friends. Very close. Lost touch. Outside services. Sharing both ways. Feels mixed. "
        "Knows 2 others here. Only you see this one"
    )


def test_what_is_not_said_is_not_told():
    assert mark(one(kind=None, ring=None)).says == "Sam. Not placed yet"


@pytest.mark.parametrize(
    ("colour_by", "facts", "sign"),
    [
        (ColourBy.FEELING, {"feeling": Feeling.GOOD}, "good"),
        (ColourBy.FEELING, {"feeling": Feeling.HARD}, "hard"),
        (ColourBy.RECIPROCITY, {"gives": frozenset({Exchange.FRIENDSHIP}), "gets": frozenset()}, "gives"),
        (ColourBy.RECIPROCITY, {"gets": frozenset({Exchange.FRIENDSHIP})}, "gets"),
    ],
)
def test_no_colour_stands_without_its_sign(colour_by, facts, sign):
    drawn = mark(one(**facts), colour_by=colour_by)

    assert drawn.tint
    assert [each.id for each in drawn.signs] == [sign]


def test_where_kinds_have_no_parts_a_letter_tells_the_kind_besides_the_colour():
    picture = draw(Network((one(),)), FREE, middle="Asha")

    assert [each.letter for each in picture.marks[0].signs] == ["2"]
    assert ("2", "Friends") in {(key.id, key.words) for key in picture.key}


@pytest.mark.parametrize("colour_by", ColourBy)
def test_the_key_explains_every_sign_and_shape_on_the_map(colour_by):
    picture = draw(sample(60), BOARD, middle="Asha", colour_by=colour_by)

    explained = {key.id for key in picture.key}
    edges = {"solid": "outside", "dashed": "inside"} if colour_by is ColourBy.SERVICES else {}
    assert {sign.id for each in picture.marks for sign in each.signs} <= explained
    assert {edges.get(each.edge, each.edge) for each in picture.marks} <= explained
    assert "faint" in explained


def test_an_own_colour_is_one_of_the_palette():
    assert mark(one(colour="teal"), colour_by=ColourBy.OWN).tint == 1
    assert mark(one(colour="url(#x)"), colour_by=ColourBy.OWN).tint == 0


def test_a_part_can_be_looked_at_from_close_by():
    picture = draw(sample(25), BOARD, middle="Asha", part="family")

    assert picture.part == "family"
    assert picture.view[2] < SIZE / 1.5


@pytest.mark.parametrize("part", ["no such part", ""])
def test_an_unknown_part_is_the_whole(part):
    picture = draw(sample(25), BOARD, middle="Asha", part=part)

    assert (picture.part, picture.view) == ("", (0.0, 0.0, SIZE, SIZE))


def test_larger_text_makes_larger_letters():
    sizes = [draw(sample(12), BOARD, middle="Asha", text=text).letters for text in TextSize]

    assert sizes == sorted(set(sizes))


def test_a_tie_is_drawn_once_and_only_between_those_on_the_map():
    network = Network((one(), one(id=8)), frozenset({(7, 8), (8, 7), (7, 7), (7, 99)}))

    assert draw(network, BOARD, middle="Asha").ties == ((0, 1),)


@pytest.mark.parametrize("board", [BOARD, FREE, Board((), BOARD.sectors), Board(("One",), (), True)])
@pytest.mark.parametrize("count", [0, 1, 30])
def test_every_board_can_be_drawn(board, count):
    picture = draw(sample(count, board) if count else Network(()), board, middle="", addresses=ADDRESSES)

    ElementTree.fromstring(standing_alone(picture, "Map"))
    assert on_page(picture).count("<title>") == count


@pytest.mark.parametrize("name", HARD_NAMES)
def test_names_show_as_typed_and_break_nothing(name):
    picture = draw(Network((one(name=name, symbol=name[:5]),)), BOARD, middle=name, addresses=ADDRESSES)

    page = ElementTree.fromstring(f"<div>{on_page(picture)}</div>")
    file = ElementTree.fromstring(standing_alone(picture, name))

    assert page.find(".//*[@data-id]").get("data-name") == name
    assert not page.findall(".//script") and not page.findall(".//b")
    assert file.find(f"{SVG}title").text == name


@given(st.text(max_size=200), st.floats(2, 12))
def test_a_cut_name_is_no_wider_than_its_room(text, most):
    assert cut(text, most) == text or width(cut(text, most)) <= most + 1.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesday walking group", ("Tuesday", "walking group")),
        ("Sam", ("Sam",)),
        ("Incomprehensibilities", ("Incomprehen…",)),
    ],
)
def test_long_names_take_two_lines(text, expected):
    assert lines(text, 7.0) == expected


def test_the_rim_leaves_off_whole_words():
    assert whole_words("Shared interest, hobby or sport", 6.0) == ("Shared", f"interest{ELLIPSIS}")


@pytest.mark.parametrize(
    ("name", "symbol", "expected"),
    [
        ("Sam", "", "S"),
        ("Aunty Jo", "", "AJ"),
        ("Dr. Ada van Dyke", "", "DD"),
        ("“Big” Dave", "", "BD"),
        ("Sam", "🌻", "🌻"),
        ("🌻", "", "🌻"),
        ("", "", ""),
        ("étoile", "", "É"),
    ],
)
def test_letters_stand_for_a_name(name, symbol, expected):
    assert letters(name, symbol) == expected


def test_the_page_has_no_styles_of_its_own_and_links_each_connection():
    picture = draw(sample(12), BOARD, middle="Asha", addresses=ADDRESSES)

    page = on_page(picture)

    assert not re.search(r'\sstyle=|<style|href="(?!#|/map/)', page)
    assert page.count('href="/map/') == 12


def test_without_addresses_marks_are_pictures_and_lead_nowhere():
    page = on_page(draw(sample(3), BOARD, middle="Asha"))

    assert "<a " not in page
    assert page.count('role="img"') == 4  # and the middle


def test_the_file_needs_nothing_else():
    picture = draw(sample(25), BOARD, middle="Asha", near=False)

    text = standing_alone(picture, "Asha’s map")

    assert not re.search(r"class=|style|href=\"(?!#)|url\(|@import", text)
    assert all(node.name in text for node in sample(25).nodes)


def test_the_file_has_the_colours_of_the_page():
    light = STYLES.read_text().split("@media")[0]

    tints = re.findall(r"--tint-(\d+): (#\w+); --edge-\d+: (#\w+);", light)

    assert [(fill, edge) for _, fill, edge in tints] == list(alone.TINTS)


def test_nothing_on_a_map_has_the_colours_of_the_four_voices():
    # Orange, green, blue and plum mean the agency, the practitioner, the person, and what stands in the way.
    voices = {"#a84300", "#1b6b45", "#1d5a9e", "#7a2e5d", "#fce9da", "#dff1e6", "#dfebf8", "#f5e4ee"}

    assert not voices & {colour for pair in alone.TINTS for colour in pair}


def test_two_dates_are_told_apart_by_signs_and_arrows():
    then = Network((one(), one(id=8, ring=3)), day=date(2026, 1, 1))
    later = (one(ring=2), one(id=8, ring=3), one(id=9, name="Ada"), one(id=10, name="Bo", remembered_later=True))
    now = Network(later, day=date(2026, 3, 1))
    before, after = (draw(network, BOARD, middle="Asha", name=name) for network, name in ((then, "then"), (now, "now")))

    seen = compared(before, after, changed(then, now))

    assert [[sign.id for sign in each.signs] for each in seen.marks] == [[], [], ["new"], ["remembered"]]
    assert [each.says.rsplit(". ", 1)[1] for each in seen.marks[2:]] == ["New on the map", "Remembered later"]
    assert len(seen.trails) == 1
    assert {"new", "remembered", "trail"} <= {key.id for key in seen.key}


def test_shapes_are_as_large_on_both_dates():
    few, many = sample(5), sample(150)

    then, now = (draw(one, BOARD, middle="Asha", beside=other.nodes) for one, other in ((few, many), (many, few)))

    assert draw(few, BOARD, middle="Asha").radius > then.radius == now.radius
    assert {mark.radius for mark in then.marks} <= {mark.radius for mark in now.marks}


def test_whoever_stayed_stands_in_the_same_place_on_both_dates():
    now = sample(25)
    then = replace(now, nodes=now.nodes[:10])

    before, after = (draw(network, BOARD, middle="Asha") for network in (then, now))

    assert [(each.x, each.y) for each in before.marks] == [(each.x, each.y) for each in after.marks[:10]]


def test_five_hundred_and_five_thousand_ties_are_drawn_in_a_moment():
    network = sample(500, ties=5000)
    begin = time.perf_counter()

    text = standing_alone(draw(network, BOARD, middle="Asha"), "Map")

    assert time.perf_counter() - begin < 5
    assert text.count("<g transform") >= 500
