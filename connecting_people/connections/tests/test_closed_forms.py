"""The formulas give what has been published, and say nothing where there is nothing to say."""

import pytest

from connecting_people.connections import closed_forms
from connecting_people.connections.measures import numbers_of
from connecting_people.connections.rules import Network, Node

# The networkx and UCINET tests' node G, then a star, a clique, one, nobody, and a family beside a pair.
NETWORKS = {
    "NET-01": ("ABCDEF", "AB AF AE BD", 0.2667, 4.6667, 0.7778, 0.4003, 1.3333, 1),
    "NET-02": ("ABCD", "", 0.0, 4.0, 1.0, 0.25, 0.0, 4),
    "NET-03": ("ABC", "AB AC BC", 1.0, 1.0, 0.3333, 0.9259, 2.0, 0),
    "NET-04": ("A", "", None, 1.0, 1.0, 1.0, 0.0, 1),
    "NET-05": ("", "", None, None, None, None, None, 0),
    "NET-06": ("ABCDEFGH", "AB AC BC DE", 0.1429, 7.0, 0.875, 0.2474, 1.0, 3),
}
# calcbee.com and netmem publish the first two; in the last a kind was offered that nobody is of.
COMPOSITIONS = {
    "COMP-01": ([9, 6, 3, 2], 4, 0.675, 0.9, 1.2353),
    "COMP-02": ([10] * 10, 10, 0.9, 1.0, 2.3026),
    "COMP-03": ([10, 12, 8], 3, 0.6578, 0.9867, 1.0852),
    "COMP-04": ([6, 0, 0, 0], 4, 0.0, 0.0, 0.0),
    "COMP-05": ([4, 2, 2, 0], 4, 0.625, 0.8333, 1.0397),
}


def network(names: str, ties: str) -> Network:
    return Network(tuple(Node(name, name) for name in names), frozenset((a, b) for a, b in ties.split()))


@pytest.mark.parametrize("vector", NETWORKS)
def test_a_published_network_gives_the_published_numbers(vector):
    names, ties, density, effective_size, efficiency, constraint, mean_degree, isolates = NETWORKS[vector]

    numbers = numbers_of(network(names, ties))

    assert numbers["size"] == len(names)
    assert numbers["ties"] == len(ties.split())
    assert numbers["isolates"] == isolates
    assert numbers["density"] == pytest.approx(density, abs=1e-4)
    assert numbers["effective_size"] == pytest.approx(effective_size, abs=1e-4)
    assert numbers["efficiency"] == pytest.approx(efficiency, abs=1e-4)
    assert numbers["constraint"] == pytest.approx(constraint, abs=1e-4)
    assert numbers["mean_degree"] == pytest.approx(mean_degree, abs=1e-4)


@pytest.mark.parametrize("vector", COMPOSITIONS)
def test_a_published_composition_gives_the_published_mix(vector):
    counts, k, blau, iqv, shannon = COMPOSITIONS[vector]

    assert closed_forms.blau(counts) == pytest.approx(blau, abs=1e-4)
    assert closed_forms.iqv(counts, k) == pytest.approx(iqv, abs=1e-4)
    assert closed_forms.shannon(counts) == pytest.approx(shannon, abs=1e-4)


@pytest.mark.parametrize(("external", "internal", "expected"), [(3, 9, -0.5), (7, 0, 1.0), (0, 0, None)])
def test_outside_is_weighed_against_inside(external, internal, expected):
    assert closed_forms.ei_index(external, internal) == expected


def test_where_only_one_kind_was_offered_there_is_no_evenness():
    assert closed_forms.iqv([3], 1) is None


@pytest.mark.parametrize("mix", [closed_forms.blau, closed_forms.shannon, lambda counts: closed_forms.iqv(counts, 4)])
def test_nobody_is_no_mix(mix):
    assert mix([]) is None
    assert mix([0, 0]) is None


def test_circles_are_counted_without_the_person():
    assert numbers_of(network("ABCDEF", "AB BC DE"))["components"] == 3


def test_a_tie_counts_once_and_never_leads_back():
    ties = frozenset([("A", "B"), ("B", "A"), ("A", "A"), ("A", "nobody")])

    assert numbers_of(Network((Node("A", "A"), Node("B", "B")), ties))["ties"] == 1
