import math
import random

import pytest

from connecting_people.community.entry import Point
from connecting_people.community.plan import (
    Box,
    Spot,
    box_round,
    frame_of,
    marks_for,
    shape_of,
    tiles_for,
    with_names,
    with_parts_named,
)

AREA = Box(-1.15, 53.91, -1.0, 54.0)


def spots(count, seed=1):
    drawn = random.Random(seed)
    return [
        Spot(f"{n:03}", f"Group {n}", "group", Point(drawn.gauss(53.955, 0.015), drawn.gauss(-1.07, 0.02)))
        for n in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 5, 300, 3000])
@pytest.mark.parametrize("width", [720, 340])
def test_marks_never_overlap_and_nobody_is_lost(count, width):
    frame = frame_of(AREA, width, 620, 24)
    marks = marks_for(frame, spots(count), 44)

    assert sorted(spot.id for mark in marks for spot in mark.spots) == sorted(spot.id for spot in spots(count))
    apart = [math.dist((a.x, a.y), (b.x, b.y)) for n, a in enumerate(marks) for b in marks[:n]]
    assert min(apart, default=44) >= 43.8


def test_the_same_place_is_drawn_the_same_whatever_order_it_comes_in():
    frame = frame_of(AREA, 720, 620, 24)
    found = spots(200)

    assert marks_for(frame, found, 44) == marks_for(frame, found[::-1], 44)


def test_a_handful_all_have_names_and_no_name_covers_another():
    frame = frame_of(AREA, 720, 620, 24)
    marks = with_names(frame, marks_for(frame, spots(5), 44), 15)

    assert [mark.name for mark in marks if mark.count == 1] == [m.spots[0].name for m in marks if m.count == 1]


def test_a_long_name_is_cut_where_it_stands_on_the_map():
    frame = frame_of(AREA, 720, 620, 24)
    long = Spot("1", "The Mended Mug café and repair shop of Weirside", "place", Point(53.95, -1.07))

    (mark,) = with_names(frame, marks_for(frame, [long], 44), 15)
    assert mark.name == "The Mended Mug café and r…"


def test_a_name_that_has_no_room_is_left_to_the_list():
    frame = frame_of(AREA, 720, 620, 24)
    marks = with_names(frame, marks_for(frame, spots(300), 30), 15)

    assert any(mark.count == 1 and not mark.name for mark in marks)


def test_north_is_up_and_east_is_right_and_all_of_it_is_on_the_sheet():
    frame = frame_of(AREA, 720, 620, 24)
    west, north = frame.place(Point(AREA.north, AREA.west))
    east, south = frame.place(Point(AREA.south, AREA.east))

    assert 0 <= west < east <= frame.width
    assert 0 <= north < south <= frame.height


def test_one_point_gets_some_ground_round_it():
    box = box_round([Point(53.95, -1.07)])

    assert box.holds(Point(53.9515, -1.07))
    assert not box.holds(Point(53.96, -1.07))
    assert box_round([]) is None


def test_parts_of_the_area_are_named_where_nothing_stands_and_the_whole_is_not():
    frame = frame_of(AREA, 720, 620, 24)
    square = [[[-1.1, 53.94], [-1.05, 53.94], [-1.05, 53.97], [-1.1, 53.97], [-1.1, 53.94]]]
    middle = Point(53.955, -1.075)
    shapes = [
        shape_of(frame, square, "Tarrow", middle, whole=True),
        shape_of(frame, square, "Weirside", middle, whole=False),
    ]
    marks = marks_for(frame, [Spot("1", "Choir", "group", middle)], 44)

    whole, part = with_parts_named(frame, shapes, marks, 15)

    assert (whole.named, part.named) == (False, True)
    assert abs(part.y - marks[0].y) > 15
    assert part.path.startswith("M")
    assert part.path.endswith("Z")


def test_tiles_cover_the_sheet():
    frame = frame_of(AREA, 720, 620, 24)
    tiles = tiles_for(frame, "https://tiles.example.org/{z}/{x}/{y}.png")

    assert min(tile.x for tile in tiles) <= 0 <= frame.width <= max(tile.x + tile.size for tile in tiles) + 0.5
    assert min(tile.y for tile in tiles) <= 0 <= frame.height <= max(tile.y + tile.size for tile in tiles) + 0.5
    assert len(tiles) < 40
    assert all(tile.href.startswith("https://tiles.example.org/1") for tile in tiles)
