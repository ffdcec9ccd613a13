"""The set of CSV files goes out as the reference exporter writes it, and comes in again."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings

from connecting_people.connections import canvas_csv
from connecting_people.connections.refusals import NotTakenIn
from connecting_people.connections.rules import Nature, Network, Node
from connecting_people.connections.sessions import Session
from connecting_people.connections.tests.networks import networks

AT = datetime(2026, 11, 23, 2, 38, 2, 11000, tzinfo=UTC)
ME = "bbbbbbbb-0000-4000-8000-000000000001"
SITTING = "cccccccc-0000-4000-8000-000000000001"
A, B, C = (f"aaaaaaaa-0000-4000-8000-00000000000{number}" for number in (1, 2, 3))
SET = f"CP-1_{SITTING}_"


def session(network: Network, case: str = "CP-1") -> Session:
    return Session(network, case=case, person_id=ME, id=SITTING)


def lines(files: dict[str, bytes], name: str) -> list[list[str]]:
    return [line.split(",") for line in files[SET + name].decode().split("\r\n")[:-1]]


def refusal(*pieces: tuple[str, str]) -> list[tuple[str, int, str]]:
    with pytest.raises(NotTakenIn) as why:
        canvas_csv.read([(file, content.encode()) for file, content in pieces])
    return [(problem.file, problem.line, str(problem.reason)) for problem in why.value.problems]


@settings(max_examples=60)
@given(networks())
def test_a_map_goes_out_and_comes_in_again(network):
    [back] = canvas_csv.read(canvas_csv.written(session(network), AT).items())

    assert back.network.nodes == network.nodes
    assert {frozenset(tie) for tie in back.network.ties} == {frozenset(tie) for tie in network.ties}
    assert (back.network.day, back.network.rings) == (network.day, network.rings)
    assert back.network.ties_asked == network.ties_asked
    assert (back.case, back.person_id, back.id, back.problems, back.left_out) == ("CP-1", ME, SITTING, (), ())


MAP = Network(
    (Node(A, "=Bo", kind="family", ring=1), Node(B, "Choir", Nature.GROUP), Node(C, "Cy", x=0.5, y=1.0)),
    frozenset([(C, A), (B, C)]),
    day=date(2024, 1, 10),
)


def test_the_person_has_the_columns_of_the_exporter_in_its_order():
    header, row = lines(canvas_csv.written(session(MAP), AT), "ego.csv")

    start = "2024-01-10T12:00:00.000Z"
    assert ",".join(header) == (
        "networkCanvasEgoUUID,networkCanvasCaseID,networkCanvasSessionID,networkCanvasProtocolName,sessionStart,"
        "sessionFinish,sessionExported,APP_VERSION,COMMIT_HASH,day,rings,ties_asked"
    )
    assert row == [ME, "CP-1", SITTING, "Connecting People", start, start, "2026-11-23T02:38:02.011Z", "", "",
                   "2024-01-10", "3", "true"]  # fmt: skip


def test_connections_are_numbered_through_all_types_and_unsaid_cells_are_empty():
    files = canvas_csv.written(session(MAP), AT)
    header, *people = lines(files, "attributeList_Person.csv")
    _, group = lines(files, "attributeList_Grouporplace.csv")

    assert header[:6] == ["nodeID", "networkCanvasEgoUUID", "networkCanvasUUID", "name", "nature",
                          "connection_type_family"]  # fmt: skip
    assert header[-2:] == ["layout_x", "layout_y"]
    assert [row[:7] for row in people] == [["1", ME, A, "'=Bo", "person", "true", "false"],
                                           ["3", ME, C, "Cy", "person", "", ""]]  # fmt: skip
    assert people[1][-2:] == ["0.5", "1.0"]
    assert group[:3] == ["2", ME, B]


def test_ties_name_both_ends_by_number_and_by_uuid():
    header, first, second = lines(canvas_csv.written(session(MAP), AT), "edgeList_knows.csv")

    assert ",".join(header) == (
        "edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,networkCanvasTargetUUID"
    )
    assert (first[:4], first[5:]) == (["1", "1", "3", ME], [A, C])
    assert (second[:4], second[5:]) == (["2", "2", "3", ME], [B, C])
    assert first[4] != second[4]


def test_a_map_without_ties_has_no_file_of_ties():
    assert [*canvas_csv.written(session(Network(())), AT)] == [SET + "ego.csv"]


def test_a_case_that_is_no_file_name_becomes_one():
    assert [*canvas_csv.written(session(Network(()), case="../a b"), AT)] == [f"a-b_{SITTING}_ego.csv"]


def test_people_who_share_the_files_are_told_apart():
    nodes = "nodeID,networkCanvasEgoUUID,name\n1,e1,Bo\n2,e2,Cy\n3,e2,Di\n"
    ties = "edgeID,from,to,networkCanvasEgoUUID\n1,2,3,e2\n"

    found = canvas_csv.read([("p_attributeList_Person.csv", nodes.encode()), ("p_edgeList_knows.csv", ties.encode())])

    assert [(session.person_id, len(session.network.nodes), len(session.network.ties)) for session in found] == [
        ("e1", 1, 0), ("e2", 2, 1),
    ]  # fmt: skip


def test_a_set_of_the_person_alone_is_an_empty_map():
    [found] = canvas_csv.read([("a_ego.csv", b"networkCanvasEgoUUID,networkCanvasCaseID\ne1,C\n")])

    assert (found.network.nodes, found.case, found.kinds) == ((), "C", None)


def test_sittings_in_one_file_are_told_apart_where_the_rows_name_them():
    head = "networkCanvasEgoUUID,networkCanvasSessionID"
    egos = f"{head},sessionStart\ne1,s1,2024-01-10\ne1,s2,2024-07-10\n"
    nodes = f"{head},nodeID,name\ne1,s1,1,Bo\ne1,s2,1,Bo\ne1,s2,2,Cy\n"

    found = canvas_csv.read([("p_ego.csv", egos.encode()), ("p_attributeList_Person.csv", nodes.encode())])

    assert [(session.id, session.day, len(session.network.nodes)) for session in found] == [
        ("s1", date(2024, 1, 10), 1), ("s2", date(2024, 7, 10), 2),
    ]  # fmt: skip


def test_what_cannot_be_stays_out_with_file_line_and_reason():
    nodes = ("a_attributeList_Person.csv", "nodeID,name\n1,Bo\n1,Cy\n")
    ties = ("a_edgeList_knows.csv", "edgeID,from,to\n1,1,9\n")

    assert refusal(nodes, ties) == [
        ("a_attributeList_Person.csv", 3, "The id 1 stands here for the second time."),
        ("a_edgeList_knows.csv", 2, "This tie leads to 9, who is not in the file."),
    ]


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [("", 0, "nothing in this file"), ("nodeID,name\n,Bo\n", 2, "without an id")],
)
def test_a_file_that_says_nothing_stays_out(content, line, reason):
    [(file, where, why)] = refusal(("a_attributeList_Person.csv", content))

    assert (file, where) == ("a_attributeList_Person.csv", line)
    assert reason in why


def test_more_connections_than_a_map_holds_stay_out():
    rows = "".join(f"{number}\n" for number in range(1, 502))

    assert refusal(("a_attributeList_Person.csv", "nodeID\n" + rows)) == [
        ("a_attributeList_Person.csv", 502, "A map holds up to 500 connections. There are more here.")
    ]


def test_more_people_than_a_person_has_stay_out():
    rows = "".join(f"{number},e{number}\n" for number in range(201))

    assert "far more" in refusal(("a_attributeList_Person.csv", "nodeID,networkCanvasEgoUUID\n" + rows))[0][2]


@pytest.mark.parametrize("file", ["a_ego.csv", "EGO.csv", "x_y_attributeList_Person.CSV", "x_edgeList_goes_to.csv"])
def test_a_file_of_the_set_is_known_by_its_name(file):
    assert canvas_csv.belongs(file)


@pytest.mark.parametrize("file", ["people.csv", "a_ego.txt", "attributeList.csv"])
def test_another_file_is_none_of_it(file):
    assert not canvas_csv.belongs(file)
