"""What a map says, who is counted, and that "not asked" is never 0."""

import pytest

from connecting_people.connections.measure_words import BETWEEN_DATES, ON_ONE_DAY
from connecting_people.connections.measures import as_it_stands, measures_of, numbers_of
from connecting_people.connections.rules import Contact, Exchange, Nature, Network, Node, State

GIVES = frozenset({Exchange.FRIENDSHIP, Exchange.INTERESTS})
NOTHING: frozenset[Exchange] = frozenset()


def numbers(*nodes: Node, **more):
    return numbers_of(Network(nodes, **more))


def value(network: Network, id: str):
    return next(measure for measure in measures_of(network) if measure.id == id).value


def test_groups_and_places_are_counted_apart():
    found = numbers(
        *(Node(nature, "", nature) for nature in Nature), ties=frozenset([(Nature.PERSON, Nature.GROUP)])
    )  # fmt: skip

    assert (found["size"], found["ties"]) == (2, 0)
    assert (found["animals"], found["groups"], found["places"], found["online"]) == (1, 1, 1, 1)


def test_the_page_speaks_of_who_is_part_of_the_map_now():
    network = Network(tuple(Node(state, "", state=state) for state in State))

    assert value(network, "size") == 1
    assert numbers_of(network)["size"] == len(State)


def test_a_map_of_today_alone_is_left_as_it_is():
    network = Network((Node(1, "Bo"),))

    assert as_it_stands(network) is network


def test_where_nobody_asked_who_knows_whom_nothing_is_said_of_it():
    found = numbers(Node(1, ""), Node(2, ""), ties_asked=False)

    asked = ("ties", "density", "mean_degree", "components", "isolates", "effective_size", "efficiency", "constraint")
    assert [found[id] for id in asked] == [None] * 8
    assert found["size"] == 2


@pytest.mark.parametrize(
    "id",
    ["by_kind", "diversity", "blau", "iqv", "inside", "outside", "outside_share", "ei", "by_ring", "mean_closeness",
     "reciprocity", "multiplexity", "contact", "seen_weekly"],
)  # fmt: skip
def test_what_was_not_said_is_not_nought(id):
    assert numbers(Node(1, "Bo"), Node(2, "Cy"))[id] is None


def test_kinds_are_counted_among_those_that_are_offered():
    people = [Node(at, "", kind=kind) for at, kind in enumerate("aaaabbcc")]

    found = numbers_of(Network((*people, Node("?", ""))), kinds_offered=4)

    assert found["by_kind"] == {"a": 4, "b": 2, "c": 2}
    assert (found["blau"], found["k"], found["diversity"]) == (0.625, 4, 3)
    assert found["iqv"] == pytest.approx(0.625 * 4 / 3)


def test_inside_and_outside_are_told_of_those_of_whom_it_is_known():
    found = numbers(*(Node(at, "", inside_services=inside) for at, inside in enumerate([True, False, False, None])))

    assert (found["inside"], found["outside"]) == (1, 2)
    assert found["outside_share"] == pytest.approx(2 / 3)
    assert found["ei"] == pytest.approx(1 / 3)


def test_every_ring_is_named_also_an_empty_one():
    found = numbers(Node(1, "", ring=1), Node(2, "", ring=4), Node(3, ""), rings=4)

    assert found["by_ring"] == {"1": 1, "2": 0, "3": 0, "4": 1}
    assert found["mean_closeness"] == 2.5


def test_sharing_goes_both_ways_with_those_who_give_and_get():
    found = numbers(
        Node(1, "", gives=GIVES, gets=GIVES),
        Node(2, "", gives=GIVES, gets=NOTHING),
        Node(3, "", gives=None, gets=frozenset({Exchange.RESOURCES})),
        Node(4, "", gives=NOTHING, gets=NOTHING),
        Node(5, ""),
    )

    assert found["reciprocity"] == pytest.approx(1 / 3)
    assert found["multiplexity"] == pytest.approx((2 + 2 + 1 + 0) / 4)


def test_where_nothing_is_shared_nobody_can_share_both_ways():
    found = numbers(Node(1, "", gives=NOTHING, gets=NOTHING))

    assert (found["reciprocity"], found["multiplexity"]) == (None, 0)


@pytest.mark.parametrize(
    ("contacts", "middle", "weekly"),
    [
        ([Contact.DAILY], "daily", 1),
        ([Contact.NONE, Contact.WEEKLY], "weekly", 1),
        ([Contact.FORTNIGHTLY, Contact.LESS, Contact.SEVERAL_A_WEEK, None], "fortnightly", 1),
    ],
)
def test_contact_is_told_by_whoever_stands_in_the_middle(contacts, middle, weekly):
    found = numbers(*(Node(at, "", contact=contact) for at, contact in enumerate(contacts)))

    assert (found["contact"], found["seen_weekly"]) == (middle, weekly)


def test_every_measure_says_what_it_is_and_what_it_does_not_say():
    for measure in measures_of(Network((Node(1, "Bo", kind="family", ring=1),))):
        assert measure.name and measure.formula and measure.source
        assert str(measure.says).endswith(".") and str(measure.does_not_say).endswith(".")


def test_a_count_by_kind_stands_as_parts():
    measures = {measure.id: measure for measure in measures_of(Network((Node(1, "Bo", kind="family"),)))}

    assert (measures["by_kind"].value, measures["by_kind"].parts) == (None, {"family": 1})
    assert (measures["by_ring"].value, measures["by_ring"].parts) == (None, {})


def test_no_measure_is_told_twice():
    ids = [meaning.id for meaning in (*ON_ONE_DAY, *BETWEEN_DATES)]

    assert len(set(ids)) == len(ids)
