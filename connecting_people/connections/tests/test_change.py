"""What is different between two dates."""

from dataclasses import replace

import pytest

from connecting_people.connections.change import changed
from connecting_people.connections.rules import Nature, Network, Node, State


def network(names: str, **more) -> Network:
    return Network(tuple(Node(name, name, **more) for name in names))


def names(nodes) -> str:
    return "".join(node.name for node in nodes)


# CHG-01 and CHG-02 of the published vectors.
@pytest.mark.parametrize(
    ("then", "now", "kept", "lost", "new", "delta", "stability", "turnover", "jaccard"),
    [("ABCDEF", "ABCGH", 3, 3, 2, -1, 0.5, 0.625, 0.375), ("", "AB", 0, 0, 2, 2, None, 1.0, 0.0)],
)
def test_published_changes(then, now, kept, lost, new, delta, stability, turnover, jaccard):
    numbers = changed(network(then), network(now)).numbers

    assert (numbers["size_then"], numbers["size_now"]) == (len(then), len(now))
    assert (numbers["kept"], numbers["lost"], numbers["new"], numbers["delta"]) == (kept, lost, new, delta)
    assert (numbers["stability"], numbers["turnover"], numbers["jaccard"]) == (stability, turnover, jaccard)


def test_between_two_empty_maps_there_is_nothing_to_say():
    numbers = changed(network(""), network("")).numbers

    assert (numbers["stability"], numbers["turnover"], numbers["jaccard"]) == (None, None, None)


def test_who_joined_and_who_left():
    change = changed(network("AB"), network("BC"))

    assert (names(change.joined), names(change.left)) == ("C", "A")
    assert [move.now.name for move in change.unmoved] == ["B"]


def test_remembered_later_is_not_new():
    now = Network((Node("A", "A"), Node("B", "B", remembered_later=True), Node("C", "C")))

    change = changed(network("A"), now)

    assert (names(change.joined), names(change.remembered)) == ("C", "B")
    assert (change.numbers["remembered"], change.numbers["new"]) == (1, 1)
    assert (change.numbers["stability"], change.numbers["turnover"]) == (1.0, pytest.approx(1 / 3))
    assert change.numbers["jaccard"] == pytest.approx(2 / 3)


def test_who_was_on_the_first_map_is_not_remembered_later():
    change = changed(network("A", remembered_later=True), network("A", remembered_later=True))

    assert not change.remembered
    assert (change.numbers["kept"], change.numbers["remembered"]) == (1, 0)


@pytest.mark.parametrize(("then", "now", "what"), [(3, 1, "closer"), (1, 2, "drifted"), (2, 2, "unmoved")])
def test_closeness_is_told_by_rings(then, now, what):
    change = changed(network("A", ring=then), network("A", ring=now))

    told = {word for word in ("closer", "drifted", "unmoved") if getattr(change, word)}
    assert told == {what}


@pytest.mark.parametrize(("then", "now"), [(None, 1), (2, None)])
def test_where_no_ring_was_said_nobody_moved(then, now):
    assert changed(network("A", ring=then), network("A", ring=now)).unmoved


def test_maps_with_other_rings_cannot_be_compared_by_rings():
    change = changed(network("A", ring=3), replace(network("A", ring=1), rings=5))

    assert change.rings_differ and change.unmoved and not change.closer


@pytest.mark.parametrize("state", [State.ENDED, State.LOST_TOUCH, State.WISHED_FOR])
def test_who_is_no_longer_part_of_it_has_left_and_may_come_back(state):
    there, gone = network("A"), network("A", state=state)

    assert names(changed(there, gone).left) == "A"
    assert names(changed(gone, there).joined) == "A"


def test_a_group_that_joins_is_told_but_people_alone_are_counted():
    change = changed(network(""), network("G", nature=Nature.GROUP))

    assert names(change.joined) == "G"
    assert change.numbers["new"] == 0


def test_the_words_around_the_numbers():
    measures = changed(network("AB"), network("BC")).measures()

    assert {measure.id: measure.value for measure in measures} == {
        "stability": 0.5, "turnover": pytest.approx(2 / 3), "jaccard": pytest.approx(1 / 3),
    }  # fmt: skip
