import math

from hypothesis import given
from hypothesis import strategies as st

from connecting_people.community.entry import Point
from connecting_people.community.grid import EARTH_KM, FURTHEST_KM, SIZES, cell_of, cells_around, km_between

POINTS = st.builds(Point, st.floats(49, 61.5), st.floats(-11, 3))


@given(POINTS, st.floats(0.1, FURTHEST_KM), st.floats(0, 2 * math.pi), st.floats(0, 1))
def test_every_place_within_a_distance_lies_in_one_of_its_cells(here, km, towards, share):
    north = math.degrees(km * share / EARTH_KM)
    latitude = here.latitude + north * math.cos(towards)
    longitude = here.longitude + north * math.sin(towards) / math.cos(math.radians(here.latitude))
    there = Point(latitude, longitude)

    cells = set(cells_around(here, km))
    if km_between(here, there) <= km:
        assert cell_of(there, next(iter(cells)).level) in cells
    assert len(cells) <= 60


def test_the_distance_from_leeds_to_york_is_as_on_a_map():
    assert abs(km_between(Point(53.7974, -1.5438), Point(53.9591, -1.0815)) - 35.3) < 0.3


def test_cells_are_of_the_size_that_is_said():
    assert [len({cell_of(Point(54 + step / 1000, -1), level) for step in range(1000)}) for level in (0, 1)] == [20, 5]
    assert SIZES[0] < SIZES[1]
