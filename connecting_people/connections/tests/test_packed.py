"""A snapshot keeps what is measured and no names, and the compiled kernel says what the plain formulas say."""

import math
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connecting_people.connections import kernel
from connecting_people.connections.change import changed
from connecting_people.connections.measures import ORDER_OF_CONTACT, as_it_stands, counted, neighbours_of, numbers_of
from connecting_people.connections.packed import OTHER_KIND, key_of, pack, unpack
from connecting_people.connections.rules import MOST_CONNECTIONS, Contact, Exchange, Nature, Network, Node, State
from connecting_people.connections.tests.networks import networks


def ring_of(n: int, step: int = 1) -> Network:
    nodes = tuple(Node(at, "", ring=1 + at % 3, kind="family" if at % 2 else "friends") for at in range(n))
    return Network(nodes, frozenset((at, (at + step) % n) for at in range(n)))


def close(numbers: dict) -> dict:
    """Sums may differ in their last bit, since people stand in another order."""
    return {id: pytest.approx(value) if isinstance(value, float) else value for id, value in numbers.items()}


@given(networks())
def test_what_is_measured_comes_out_of_a_snapshot_again(network):
    back = unpack(pack(network, "owner"))

    assert (back.day, back.rings, back.ties_asked) == (network.day, network.rings, network.ties_asked)
    assert numbers_of(back) == close(numbers_of(as_it_stands(network)))
    by_key = {node.id: node for node in back.nodes}
    for node in as_it_stands(network).nodes:
        kept = by_key[key_of(node.id)]
        assert replace(kept, id=node.id, name=node.name) == Node(
            node.id, node.name, node.nature, node.kind, node.inside_services, node.ring, node.contact, node.gives,
            node.gets, remembered_later=node.remembered_later,
        )  # fmt: skip


def test_a_snapshot_of_a_usual_map_is_small_and_holds_no_name():
    network = replace(ring_of(24), day=date(2026, 1, 1))
    named = replace(network, nodes=tuple(replace(node, name="Rosalind") for node in network.nodes))

    assert pack(named, "owner") == pack(network, "owner")
    assert len(pack(network, "owner")) == 24 + 24 * (8 + 4 + 8)


def test_a_kind_that_is_not_the_guides_is_another():
    assert unpack(pack(Network((Node(1, "", kind="robots"),)), "owner")).nodes[0].kind == OTHER_KIND


def test_a_snapshot_of_another_version_is_not_guessed_at():
    snapshot = b"\x09" + pack(Network(()), "owner")[1:]

    with pytest.raises(ValueError, match="version 9"):
        unpack(snapshot)
    with pytest.raises(ValueError, match="another version"):
        kernel.measure([snapshot])


def numbers_by_kernel(measured: kernel.Measured, row: int) -> dict[str, float]:
    return {name: float(measured.of(name)[row]) for name in kernel.NAMES}


def numbers_by_formula(then: Network | None, now: Network) -> dict[str, float]:
    numbers = dict(numbers_of(as_it_stands(now)))
    numbers |= changed(then, now).numbers if then else {"stability": None, "turnover": None}
    if numbers["contact"]:
        numbers["contact"] = ORDER_OF_CONTACT.index(Contact(numbers["contact"]))
    return {name: math.nan if numbers[name] is None else numbers[name] for name in kernel.NAMES}


def counts_by_formula(network: Network) -> dict[str, int]:
    numbers = numbers_of(as_it_stands(network))
    found = {f"ring {ring}": count for ring, count in (numbers["by_ring"] or {}).items()}
    found |= numbers["by_kind"] or {}
    return found | {name: numbers[name] for name in ("animals", "groups", "places", "online")}


def told_apart(dates: list[Network]) -> tuple[list, list]:
    """Return all that the kernel says of some dates, and all that the plain formulas say, to be compared."""
    measured = kernel.measure([pack(network, "one") for network in dates])
    by_kernel, by_formula = [], []
    for row, (then, now) in enumerate(pairwise([None, *dates])):
        found = counts_by_formula(now)
        by_kernel.append((numbers_by_kernel(measured, row), {n: int(measured.of(n)[row]) for n in kernel.COUNTS}))
        close_to = pytest.approx(numbers_by_formula(then, now), abs=1e-9, rel=1e-12, nan_ok=True)
        by_formula.append((close_to, {name: found.get(name, 0) for name in kernel.COUNTS}))
    return by_kernel, by_formula


@settings(max_examples=100)
@given(st.lists(networks(), min_size=1, max_size=3))
def test_the_kernel_says_what_the_formulas_say_of_any_map(dates):
    by_kernel, by_formula = told_apart(dates)

    assert by_kernel == by_formula


@pytest.mark.parametrize("n", [0, 1, 2, 31, 32, 33, 63, 64, 65, 127, 128, 129, 200, MOST_CONNECTIONS])
def test_the_kernel_says_what_the_formulas_say_of_maps_of_every_width(n):
    chance = np.random.default_rng(n)
    first = ring_of(n, 2) if n else Network(())
    some = chance.integers(0, max(n, 1), (10 * n, 2)).tolist()
    second = Network(first.nodes[n // 3 :], frozenset(map(tuple, some)))

    by_kernel, by_formula = told_apart([first, second])

    assert by_kernel == by_formula


@settings(max_examples=50)
@given(networks(), networks())
def test_people_who_stay_are_known_again_whatever_else_changes(then, now):
    stayed = replace(now, nodes=then.nodes[: len(then.nodes) // 2] + now.nodes)

    by_kernel, by_formula = told_apart([then, stayed])

    assert by_kernel == by_formula


def test_what_changed_is_told_of_one_owner_alone_also_between_pieces():
    maps = [pack(ring_of(3 + at % 2), owner) for owner in "abc" for at in range(2)]

    whole = kernel.measure(maps)

    assert np.isnan(whole.of("turnover")).tolist() == [True, False] * 3
    for other in (kernel.measure(maps, at_once=1, threads=2), kernel.measure_packed(b"".join(maps), threads=4)):
        assert np.array_equal(whole.values, other.values, equal_nan=True)
        assert np.array_equal(whole.counts, other.counts)


def test_of_no_maps_there_is_nothing_to_say():
    assert kernel.measure([]).values.shape == (0, len(kernel.NAMES))


def test_all_that_may_be_said_at_once_fits():
    everything = frozenset(Exchange)
    node = Node(1, "", Nature.ONLINE, "team-and-staff", False, 5, Contact.NONE, everything, everything,
                remembered_later=True)  # fmt: skip

    [back] = unpack(pack(Network((node,)), "owner")).nodes

    assert replace(back, id=1) == node


def test_who_is_not_part_of_the_map_is_not_in_its_snapshot():
    network = Network((Node(1, ""), Node(2, "", state=State.ENDED)), frozenset([(1, 2)]))

    assert [node.id for node in unpack(pack(network, "owner")).nodes] == [key_of(1)]
    assert neighbours_of(counted(unpack(pack(network, "owner"))), ()) == [set()]
