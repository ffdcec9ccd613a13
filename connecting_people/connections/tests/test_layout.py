"""Where everybody stands: in their own cell, apart from each other, and where they stood before."""

from dataclasses import replace
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connecting_people.connections.layout import (
    MIDDLE,
    MOST_SLOTS,
    OUTER,
    SIZE,
    SPARE,
    Board,
    Move,
    Sector,
    address,
    at_point,
    cell,
    lay_out,
    placed,
    slot_numbers,
)
from connecting_people.connections.rules import Node
from connecting_people.connections.slots import slots

KINDS = ("family", "friends", "work", "near", "staff")
SECTORS = tuple(Sector(kind, kind.title()) for kind in KINDS)
RINGS = ("Closest", "Close", "Further out", "Far", "Farthest")
BOARD = Board(RINGS[:3], SECTORS)
FREE = replace(BOARD, free=True)

boards = st.builds(
    Board,
    st.integers(0, 5).map(lambda count: RINGS[:count]),
    st.integers(1, 5).map(lambda count: SECTORS[:count]),
    st.booleans(),
)
part = st.floats(0, 1)
things = st.builds(
    Node,
    id=st.uuids(),
    name=st.text(max_size=8),
    kind=st.sampled_from((*KINDS, None)),
    ring=st.sampled_from((1, 2, 3, 4, 5, None)),
    slot=st.none() | st.integers(0, 40),
    kept=st.booleans(),
    x=st.none() | part,
    y=st.none() | part,
)
maps = st.lists(things, max_size=40, unique_by=lambda node: node.id)
new = st.builds(Node, id=st.uuids(), name=st.just("New"), kind=st.sampled_from(KINDS), ring=st.sampled_from((1, 2, 3)))
steps = st.sampled_from(("closer", "further", "next", "previous"))
moves = st.builds(Move, step=steps) | st.builds(Move, x=part, y=part)


def in_turn(nodes, board):
    """Add one after the other, each in a slot as an action would give it."""
    standing: list[Node] = []
    for node in nodes:
        standing.append(placed(replace(node, slot=None), None, standing, board))
    return standing


@given(maps, new, boards)
def test_nobody_jumps_when_another_is_added(nodes, one_more, board):
    before = lay_out(nodes, board)

    after = lay_out([*nodes, one_more], board)

    shared = [node for node in nodes if not node.kept]
    assert {node.id: after[node.id][:2] for node in shared} == {node.id: before[node.id][:2] for node in shared}


@given(maps, new, boards)
def test_nobody_jumps_for_a_new_one_placed_as_an_action_does(nodes, one_more, board):
    standing = in_turn(nodes, board)
    before = lay_out(standing, board)

    after = lay_out([*standing, placed(one_more, None, standing, board)], board)

    assert {id: after[id][:2] for id in before} == {id: spot[:2] for id, spot in before.items()}


@given(maps.filter(bool), boards, st.data())
def test_nobody_jumps_when_another_goes(nodes, board, data):
    placeable = [node for node in in_turn(nodes, board) if address(node, board)]
    before = lay_out(placeable, board)
    gone = data.draw(st.sampled_from(placeable)) if placeable else None

    after = lay_out([node for node in placeable if node is not gone], board)

    assert {id: before[id][:2] for id in after} == {id: spot[:2] for id, spot in after.items()}


@given(maps.filter(bool), boards, moves, st.data())
def test_nobody_jumps_when_another_moves(nodes, board, move, data):
    standing = [node for node in in_turn(nodes, board) if address(node, board)]
    if not standing:
        return
    before = lay_out(standing, board)
    mover = data.draw(st.sampled_from(standing))
    others = [node for node in standing if node is not mover]

    after = lay_out([*others, placed(mover, move, others, board)], board)

    assert {node.id: after[node.id][:2] for node in others} == {node.id: before[node.id][:2] for node in others}


@given(maps, boards)
def test_what_somebody_keeps_to_themselves_moves_nobody_else(nodes, board):
    seen_by_all = [node for node in nodes if not node.kept]

    with_kept, without = lay_out(nodes, board), lay_out(seen_by_all, board)

    assert {node.id: with_kept[node.id][:2] for node in seen_by_all if address(node, board)} == {
        node.id: without[node.id][:2] for node in seen_by_all if address(node, board)
    }


@given(maps, boards)
def test_everybody_stands_in_their_own_cell_unless_put_elsewhere(nodes, board):
    spots = lay_out(nodes, board)

    for node in nodes:
        if address(node, board) and not board.free:
            spot = spots[node.id]
            assert at_point(spot.x / SIZE, spot.y / SIZE, board) == address(node, board)


@pytest.mark.parametrize("count", [5, 25, 150, 500])
@pytest.mark.parametrize("rings", [1, 3, 5])
def test_no_two_stand_on_one_another_however_many_there_are(count, rings):
    board = Board(RINGS[:rings], SECTORS)
    nodes = [Node(n, "x", kind=KINDS[n * n % 5], ring=n % rings + 1) for n in range(count)]

    spots = list(lay_out(nodes, board).values())

    for place, one in enumerate(spots):
        for other in spots[:place]:
            # Places are rounded to whole units.
            assert hypot(one.x - other.x, one.y - other.y) >= one.room + other.room - 1.5


def test_five_hundred_find_room_in_a_single_cell():
    nodes = [Node(n, "x", kind="staff", ring=1) for n in range(500)]

    spots = lay_out(nodes, BOARD)

    assert len({spot[:2] for spot in spots.values()}) == 500
    assert min(spot.room for spot in spots.values()) > 1


def test_the_first_slots_are_the_same_however_many_are_asked_for():
    bounds = cell((2, "near"), BOARD)

    few, many = slots(bounds, 5), slots(bounds, 400)

    assert many[: len(few)] == few


@given(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5), boards)
def test_every_point_lies_in_a_cell(x, y, board):
    ring, sector = at_point(x, y, board)

    assert 0 <= ring <= len(board.rings)
    assert sector in {"", *(each.id for each in board.sectors)}


def test_whoever_is_put_freely_stands_there():
    node = Node(1, "Sam", ring=3, x=0.9, y=0.5)

    assert lay_out([node], FREE)[1][:2] == (990, 550)


def test_a_free_place_in_another_ring_than_the_one_chosen_is_left():
    node = Node(1, "Sam", ring=1, x=0.9, y=0.5)

    spot = lay_out([node], FREE)[1]

    assert at_point(spot.x / SIZE, spot.y / SIZE, FREE)[0] == 1


@pytest.mark.parametrize(("ring", "kind"), [(None, "family"), (1, None), (2, "a kind not on this map")])
def test_whoever_is_not_placed_yet_waits_below_the_map(ring, kind):
    assert lay_out([Node(1, "Sam", ring=ring, kind=kind)], BOARD)[1].y > SIZE


def test_those_who_wait_stand_in_rows():
    spots = lay_out([Node(n, "x") for n in range(40)], BOARD)

    assert len({spot[:2] for spot in spots.values()}) == 40
    assert len({spot.y for spot in spots.values()}) == 2


@pytest.mark.parametrize(
    ("step", "ring", "kind"),
    [
        ("closer", 1, "friends"),
        ("further", 3, "friends"),
        ("next", 2, "work"),
        ("previous", 2, "family"),
    ],
)
def test_a_step_goes_to_the_next_ring_or_part(step, ring, kind):
    node = Node(1, "Sam", ring=2, kind="friends", slot=4)

    moved = placed(node, Move(step=step), [], BOARD)

    assert (moved.ring, moved.kind, moved.slot) == (ring, kind, 0)


@pytest.mark.parametrize(("step", "ring"), [("closer", 1), ("further", 3)])
def test_a_step_beyond_the_last_ring_changes_nothing(step, ring):
    node = Node(1, "Sam", ring=ring, kind="friends", slot=4)

    assert placed(node, Move(step=step), [], BOARD) == node


def test_parts_go_round():
    node = Node(1, "Sam", ring=2, kind="staff")

    assert placed(node, Move(step="next"), [], BOARD).kind == "family"


@pytest.mark.parametrize("step", ["closer", "further"])
def test_whoever_has_no_ring_yet_comes_in_from_outside(step):
    assert placed(Node(1, "Sam", kind="work"), Move(step=step), [], BOARD).ring == 3


def test_a_ring_beyond_the_map_counts_as_its_last():
    assert placed(Node(1, "Sam", ring=5, kind="work"), Move(step="closer"), [], BOARD).ring == 2


def test_who_is_dropped_takes_the_ring_the_part_and_the_nearest_slot():
    there = lay_out([Node(n, "x", ring=3, kind="family", slot=n) for n in range(4)], BOARD)
    others = [Node(n, "x", ring=3, kind="family", slot=n) for n in (0, 1, 3)]

    dropped = placed(Node(9, "Sam", ring=1, kind="work"), Move(x=there[2].x / SIZE, y=there[2].y / SIZE), others, BOARD)

    assert (dropped.ring, dropped.kind, dropped.slot) == (3, "family", 2)


def test_on_a_free_map_a_drop_keeps_its_point_and_takes_the_ring_under_it():
    dropped = placed(Node(1, "Sam", ring=1, kind="work"), Move(x=0.5, y=0.12), [], FREE)

    assert (dropped.ring, dropped.kind, dropped.x, dropped.y, dropped.slot) == (3, "work", 0.5, 0.12, None)


def test_a_part_that_the_map_does_not_have_is_no_place():
    node = Node(1, "Sam", ring=1, kind="work", slot=0)

    assert placed(node, Move(sector="elsewhere"), [], BOARD) == node


def test_what_one_keeps_to_oneself_leaves_room_for_what_all_see():
    kept = placed(Node(1, "Sam", ring=1, kind="work", kept=True), None, [], BOARD)

    assert kept.slot == SPARE


def test_two_in_one_slot_do_not_share_it():
    numbers = slot_numbers([Node(1, "a", slot=3), Node(2, "b", slot=3), Node(3, "c", slot=MOST_SLOTS)])

    assert numbers == {1: 3, 2: 0, 3: 1}


def test_the_middle_belongs_to_the_person():
    nodes = [Node(n, "x", kind=KINDS[n % 5], ring=1) for n in range(60)]

    for spot in lay_out(nodes, BOARD).values():
        assert 62 < hypot(spot.x - MIDDLE, spot.y - MIDDLE) < OUTER
