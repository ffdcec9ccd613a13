import json
import math

import pytest

from connecting_people.community.entry import Point
from connecting_people.community.ground import (
    LARGEST,
    MOST_POINTS,
    NotAnOutline,
    holds,
    metres,
    middle_of,
    outline_from,
)

SQUARE = [[-1.1, 53.9], [-1.0, 53.9], [-1.0, 54.0], [-1.1, 54.0], [-1.1, 53.9]]
HOLE = [[-1.07, 53.93], [-1.03, 53.93], [-1.03, 53.97], [-1.07, 53.97], [-1.07, 53.93]]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def read(found):
    return outline_from(json.dumps(found))


@pytest.mark.parametrize(
    "found",
    [
        polygon(SQUARE),
        {"type": "MultiPolygon", "coordinates": [[SQUARE]]},
        {"type": "Feature", "properties": {}, "geometry": polygon(SQUARE)},
        {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": polygon(SQUARE)}]},
        {"type": "GeometryCollection", "geometries": [polygon(SQUARE), {"type": "Point", "coordinates": [0, 50]}]},
    ],
)
def test_an_outline_is_found_in_whatever_geojson_holds_it(found):
    assert read(found) == [SQUARE]


def test_an_open_ring_is_closed_and_heights_are_left_out():
    assert read(polygon([[*corner, 12.5] for corner in SQUARE[:-1]])) == [SQUARE]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "cut off"),
        ('{"type": "Polygon", "coordinates": [[[-1.1', "cut off"),
        ("[" * 100_000, "cut off"),
        (json.dumps(polygon(SQUARE)).replace("-1.1", "NaN"), "cut off"),
        ("[]", "no polygon"),
        ('{"type": "Point", "coordinates": [-1.1, 53.9]}', "no polygon"),
        ('{"type": "Polygon", "coordinates": 3}', "no polygon"),
        ('{"type": "FeatureCollection"}', "no polygon"),
        (json.dumps(polygon(SQUARE[:2])), "fewer than three"),
        (json.dumps(polygon([[53.9, -1.1], [53.9, -1.0], [54.0, -1.0]])), "wrong way round"),
        (json.dumps(polygon([[430000, 450000], [430100, 450000], [430000, 450100]])), "outside the United Kingdom"),
        (json.dumps(polygon([[True, 53.9], [-1.0, 53.9], [-1.0, 54.0]])), "not two numbers"),
        (json.dumps(polygon([["-1.1"], [-1.0, 53.9], [-1.0, 54.0]])), "not two numbers"),
        (" " * (LARGEST + 1), "too large"),
    ],
)
def test_what_is_no_outline_is_told_in_words(text, says):
    with pytest.raises(NotAnOutline, match=says):
        outline_from(text)


def test_collections_in_collections_end_somewhere():
    found = polygon(SQUARE)
    for _ in range(50):
        found = {"type": "GeometryCollection", "geometries": [found]}
    with pytest.raises(NotAnOutline):
        read(found)


def test_a_heavy_outline_becomes_light_and_keeps_its_shape():
    circle = [[-1 + 0.1 * math.cos(n / 1000), 53.9 + 0.06 * math.sin(n / 1000)] for n in range(6283)]

    (light,) = read(polygon(circle))

    assert len(light) <= MOST_POINTS
    assert abs(middle_of([light]).latitude - 53.9) < 0.001
    assert holds([light], Point(53.955, -1.0))
    assert not holds([light], Point(53.965, -1.0))


def test_a_hole_is_not_inside():
    assert holds([SQUARE, HOLE], Point(53.91, -1.05))
    assert not holds([SQUARE, HOLE], Point(53.95, -1.05))
    assert not holds([SQUARE], Point(53.95, -0.9))


def test_the_middle_of_a_square_is_its_middle_and_a_line_has_one_too():
    assert middle_of([SQUARE]) == Point(53.95, -1.05)
    assert middle_of([[[-1.0, 53.0], [-1.0, 54.0], [-1.0, 53.5], [-1.0, 53.0]]]) == Point(53.375, -1.0)


def test_a_degree_north_is_as_long_as_it_is():
    assert abs(metres(Point(53, -1), Point(54, -1)) - 111_320) < 1
    assert metres(Point(53.9, -1.0), Point(53.9, -1.01)) == pytest.approx(656, abs=2)
