"""The picture of who knows whom where: what hangs on one person, and room for every name."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from connecting_people.community.knowing import Mark, Shape, Tie, mark_of, picture, shape_of
from connecting_people.community.rules import Kind


def tie(person, place, *, keeps=True):
    return Tie(person, person.title() or "Nobody now", place, place.title(), Shape.HOUSE, keeps)


def test_a_place_hangs_on_one_where_only_one_knows_somebody():
    drawn = picture([tie("ben", "hall"), tie("dev", "hall"), tie("ben", "pool"), tie("", "park")])

    assert {one.id: one.mark for one in drawn.places} == {"hall": Mark.SHARED, "pool": Mark.ONE, "park": Mark.NOBODY}


def test_somebody_who_is_gone_makes_no_second():
    assert mark_of(["ben", ""]) == Mark.ONE


def test_who_keeps_and_was_in_touch_has_one_whole_line():
    drawn = picture([tie("ben", "hall", keeps=False), tie("ben", "hall"), tie("dev", "hall", keeps=False)])

    assert [edge.keeps for edge in drawn.edges] == [True, False]


def test_what_nobody_keeps_has_a_place_of_its_own():
    drawn = picture([tie("", "park"), tie("ben", "hall")])

    assert {one.name for one in drawn.people} == {"Ben", "Nobody now"}
    assert [one.id for one in drawn.people if not one.id] == [""]


def test_long_names_are_shortened_in_the_picture_and_kept_beside_it():
    (place,) = picture([tie("ben", "the weir hall community centre and library")]).places

    assert place.short.endswith("…") and len(place.short) <= 30
    assert place.name == "The Weir Hall Community Centre And Library"


def test_kinds_have_shapes():
    assert [shape_of(kind) for kind in (Kind.GROUP, Kind.ONLINE, Kind.PLACE)] == [
        Shape.SQUARE,
        Shape.SPEECH,
        Shape.HOUSE,
    ]


PAIRS = st.sets(st.tuples(st.integers(0, 11), st.integers(0, 79)), min_size=1, max_size=160)


@given(PAIRS)
def test_no_two_names_lie_on_each_other_and_all_are_inside(pairs):
    drawn = picture([tie(f"p{person}", f"q{place}") for person, place in sorted(pairs)])

    for nodes, room in ((drawn.people, 40), (drawn.places, 24)):
        ys = sorted(node.y for node in nodes)
        assert ys[0] > 30 and ys[-1] < drawn.height
        assert all(b - a >= room for a, b in pairwise(ys))
    assert len(drawn.edges) == len(pairs)
