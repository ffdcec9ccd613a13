"""A plain table of name, kind and closeness comes in whole or not at all, and what changed goes out."""

from datetime import date

import pytest

from connecting_people.connections import cells, plain_table
from connecting_people.connections.change import changed
from connecting_people.connections.refusals import NotTakenIn
from connecting_people.connections.rules import Contact, Network, Node


def read(text: str):
    return plain_table.read("people.csv", text.encode())


def test_a_table_of_name_kind_and_closeness():
    session = read("Who,Relationship,Ring,Notes\nBo,Friend,1,kind\nZoë,,\n'=Cy,staff,very close\n🐕 Rex,Family,5\n")

    assert [(node.name, node.kind, node.ring) for node in session.network.nodes] == [
        ("Bo", "friends", 1), ("Zoë", None, None), ("=Cy", "team-and-staff", 1), ("🐕 Rex", "family", 5),
    ]  # fmt: skip
    assert (session.network.rings, session.network.ties_asked, session.left_out) == (5, False, ("Notes",))


def test_a_name_alone_is_enough_and_each_is_somebody_of_their_own():
    nodes = read("name\nBo\nBo\n").network.nodes

    assert len({node.id for node in nodes}) == 2


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Neighbours and local people", "neighbours"),
        ("shared_interest", "shared-interest"),
        ("CO-WORKER", "colleagues"),
    ],
)
def test_a_kind_is_known_by_several_words(name, kind):
    assert read(f"name,kind\nBo,{name}\n").network.nodes[0].kind == kind


def test_every_line_that_does_not_fit_is_named_with_its_reason():
    with pytest.raises(NotTakenIn) as why:
        read(f"name,kind,closeness\nBo,friend,1\n,friend,1\n{'x' * 201},,\nCy,robot,0\n")

    assert [(problem.line, str(problem.reason)) for problem in why.value.problems] == [
        (3, "There is no name on this line."),
        (4, "The name has more than 200 letters."),
        (5, "“robot” is not one of the kinds of connection."),
        (5, "“0” is not a closeness. Write a number from 1, the closest, to 5."),
    ]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [("Bo,friend,1\n", 1, "must name the columns"), ("", 1, "must name the columns"),
     ("name\n" + "Bo\n" * 501, 502, "up to 500 connections")],
)  # fmt: skip
def test_what_is_no_such_table_stays_out(text, line, reason):
    with pytest.raises(NotTakenIn, match=reason) as why:
        read(text)

    assert why.value.problems[0].line == line


def test_five_hundred_come_in():
    assert len(read("name\n" + "Bo\n" * 500).network.nodes) == 500


def test_what_changed_has_a_line_for_each_who_was_ever_there():
    then = Network(
        (Node("a", "=A", kind="family", ring=1, contact=Contact.DAILY), Node("b", "B", ring=2), Node("c", "C"),
         Node("d", "D", ring=1))
    )  # fmt: skip
    now = Network(
        (Node("b", "B", ring=1), Node("c", "C", contact=Contact.LESS), Node("d", "D", ring=3), Node("e", "E"),
         Node("f", "F", remembered_later=True))
    )  # fmt: skip

    written = plain_table.what_changed(changed(then, now), date(2025, 1, 1), date(2026, 1, 1))

    header, rows = cells.table_of("changes.csv", written)
    assert header == [*plain_table.CHANGES]
    assert [tuple(row.get(column, "") for column in header[2:]) for _, row in rows] == [
        ("e", "E", "", "joined", "", "", "", ""),
        ("f", "F", "", "remembered_later", "", "", "", ""),
        ("b", "B", "", "closer", "2", "1", "", ""),
        ("d", "D", "", "drifted", "1", "3", "", ""),
        ("c", "C", "", "same", "", "", "", "less"),
        ("a", "=A", "family", "left", "1", "", "daily", ""),
    ]
    assert {(row["from"], row["to"]) for _, row in rows} == {("2025-01-01", "2026-01-01")}
    assert b"'=A" in written


def test_a_map_without_a_date_leaves_it_open():
    written = plain_table.what_changed(changed(Network(()), Network((Node("a", "A"),))), None, None)

    assert written.splitlines()[1].startswith(b",,a,A")
