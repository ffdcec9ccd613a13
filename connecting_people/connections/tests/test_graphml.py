"""GraphML goes out so that others read it, and comes in from others or stays out with a reason."""

import io
import tempfile
from datetime import UTC, date, datetime
from itertools import count

import igraph
import networkx
import pytest
from hypothesis import given, settings

from connecting_people.connections import graphml
from connecting_people.connections.graphml import parsing
from connecting_people.connections.refusals import NotTakenIn
from connecting_people.connections.rules import Contact, Nature, Network, Node, State
from connecting_people.connections.sessions import Session, uuid_of
from connecting_people.connections.tests.networks import networks

AT = datetime(2026, 11, 23, 2, 38, tzinfo=UTC)
ME = "bbbbbbbb-0000-4000-8000-000000000001"
SITTING = "cccccccc-0000-4000-8000-000000000001"


def session(network: Network) -> Session:
    return Session(network, case="CP-1", person_id=ME, id=SITTING)


def document(inside: str, keys: str = "") -> bytes:
    return f"<graphml>{keys}<graph edgedefault='directed'>\n{inside}\n</graph></graphml>".encode()


def read(inside: str, keys: str = "") -> Session:
    return graphml.read("a.graphml", document(inside, keys))[0]


@given(networks())
def test_a_map_goes_out_and_comes_in_again(network):
    [back] = graphml.read("a.graphml", graphml.written(session(network), AT))

    assert back.network.nodes == network.nodes
    assert {frozenset(tie) for tie in back.network.ties} == {frozenset(tie) for tie in network.ties}
    assert (back.network.day, back.network.rings) == (network.day, network.rings)
    assert back.network.ties_asked == network.ties_asked
    assert (back.case, back.person_id, back.id, back.problems, back.left_out) == ("CP-1", ME, SITTING, (), ())


@settings(max_examples=30)
@given(networks())
def test_networkx_and_igraph_read_ids_and_types(network):
    written = graphml.written(session(network), AT)

    theirs = networkx.read_graphml(io.BytesIO(written))
    assert [said["networkCanvasUUID"] for _, said in theirs.nodes(data=True)] == [node.id for node in network.nodes]
    assert [said["nature"] for _, said in theirs.nodes(data=True)] == [node.nature for node in network.nodes]
    assert all(said["networkCanvasType"] == "knows" for _, _, said in theirs.edges(data=True))
    if network.nodes:
        others = igraph_of(written)
        assert others.vs["networkCanvasUUID"] == [node.id for node in network.nodes]
        assert others.vs["nature"] == [node.nature.value for node in network.nodes]
        assert "networkCanvasType" in others.vs.attributes()
        assert others.ecount() == len(network.ties)


def igraph_of(written: bytes) -> igraph.Graph:
    with tempfile.NamedTemporaryFile(suffix=".graphml") as file:
        file.write(written)
        file.flush()
        return igraph.Graph.Read_GraphML(file.name)


def test_what_xml_cannot_hold_is_left_out_of_a_name():
    [back] = graphml.read("a", graphml.written(session(Network((Node("1", "a\x00\x0b\ud800<b>&\r]]>"),))), AT))

    assert back.network.nodes[0].name == "a<b>&]]>"


def test_an_id_that_is_no_uuid_becomes_one_that_stays_the_same():
    def ids() -> list[str]:
        written = graphml.written(session(Network((Node(7, "Bo"),))), AT)
        return [node.id for node in graphml.read("a", written)[0].network.nodes]

    assert ids() == ids() == [uuid_of(7, ME)]


def test_keys_may_stand_inside_the_graph_and_after_use():
    found = read(
        "<node id='n0'><data key='k'>Bo</data></node><node id='n1'/>"
        "<edge source='n0' target='n1'/><edge source='n1' target='n0'/><edge source='n1' target='n1'/>"
        "<key id='k' for='node' attr.name='name' attr.type='string'/>"
    )

    assert [(node.id, node.name) for node in found.network.nodes] == [("n0", "Bo"), ("n1", "n1")]
    assert len(found.network.ties) == 1


def test_a_file_of_the_old_style_comes_in():
    old = (
        "<graphml xmlns='http://graphml.graphdrawing.org/xmlns' nc:caseID='Jo' nc:sessionUUID='s' "
        "nc:sessionStartTime='1590492533056'><graph><key id='e' attr.name='e' for='graph'/><data key='e'>x</data>"
        "<node id='n0'/></graph></graphml>"
    )

    [found] = graphml.read("old.graphml", old.encode())

    assert (found.case, found.id, found.day, found.typed) == ("Jo", "s", date(2020, 5, 26), False)


def test_what_others_say_is_understood():
    keys = "".join(
        f"<key id='{id}' for='node' attr.name='{name}'/>"
        for id, name in enumerate(
            ["label", "networkCanvasType", "closeness", "contact frequency (per month)", "no_longer_in_network",
             "relationship_friend", "relationship_staff", "layout_X", "layout_Y", "team_rating"]
        )
    )  # fmt: skip
    values = ["Bo", "Group or place", "2", "8", "true", "false", "true", "0.5", "0.25", "green"]
    inside = (
        "<node id='1'>" + "".join(f"<data key='{id}'>{value}</data>" for id, value in enumerate(values)) + "</node>"
    )

    found = read(inside, keys)

    assert found.network.nodes == (
        Node("1", "Bo", Nature.GROUP, "staff", ring=2, contact=Contact.WEEKLY, state=State.LOST_TOUCH, x=0.5, y=0.25),
    )
    assert (found.kinds, found.typed, found.left_out) == (("friend", "staff"), True, ("team_rating",))


def test_a_default_counts_where_nothing_is_said():
    keys = "<key id='k' for='node' attr.name='kind'><default>family</default></key>"

    found = read("<node id='1'/><node id='2'><data key='k'>friends</data></node>", keys)

    assert [node.kind for node in found.network.nodes] == ["family", "friends"]


def test_a_column_in_which_nothing_fits_is_left_out_and_a_line_that_does_not_fit_is_named():
    keys = "<key id='a' for='node' attr.name='state'/><key id='b' for='node' attr.name='closeness'/>"
    rows = "\n".join(
        f"<node id='{at}'><data key='a'>Kent</data><data key='b'>{ring}</data></node>" for at, ring in enumerate("129")
    )

    found = read(rows, keys)

    assert found.left_out == ("state",)
    assert [(problem.line, str(problem.reason)) for problem in found.problems] == [
        (4, "“9” does not fit under closeness.")
    ]


@pytest.mark.parametrize(
    ("column", "good", "bad"),
    [("inside_services", "yes", "maybe"), ("layout_X", "1", "1.5"), ("contact per month", "0", "-1"),
     ("symbol", "star", "x" * 21), ("nature", "group", "robot"), ("since", "2020-01-31", "31.1.20"),
     ("gives_friendship", "false", "some"), ("closeness", "2.0", "nan")],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_named_beside_those_that_do(column, good, bad):
    keys = f"<key id='k' for='node' attr.name='{column}'/>"

    found = read(
        f"<node id='1'><data key='k'>{good}</data></node>\n<node id='2'><data key='k'>{bad}</data></node>", keys
    )

    assert [(problem.line, str(problem.reason)) for problem in found.problems] == [
        (3, f"“{bad}” does not fit under {column}.")
    ]
    assert found.left_out == ()


def test_a_name_that_is_too_long_is_named_and_very_many_problems_are_cut_off():
    keys = "<key id='k' for='node' attr.name='name'/><key id='r' for='node' attr.name='closeness'/>"
    rows = "".join(f"<node id='{at}'><data key='r'>{at}</data></node>\n" for at in range(1, 300))

    found = read(f"<node id='0'><data key='k'>{'x' * 201}</data></node>\n{rows}", keys)

    assert str(found.problems[0].reason) == "The name has more than 200 letters."
    assert (len(found.problems), len(found.network.nodes[0].name)) == (200, 200)


def test_of_very_many_ids_that_stand_twice_some_are_named():
    with pytest.raises(NotTakenIn) as why:
        read("<node id='1'/>\n" * 400)

    assert len(why.value.problems) == 200


@pytest.mark.parametrize("start", ["yesterday", "9" * 30, ""])
def test_a_day_that_is_none_is_left_open(start):
    [found] = graphml.read("a", f"<graphml><graph sessionStartTime='{start}'><node id='1'/></graph></graphml>".encode())

    assert found.day is None


def test_a_name_of_signs_that_nobody_sees_is_none():
    names = ["&#x85;&#x9;B\u202eo&#x86;", "&#x86;"]

    found = read("".join(f"<node id='{at}'><data key='name'>{name}</data></node>" for at, name in enumerate(names)))

    assert [node.name for node in found.network.nodes] == ["B\u202eo", "1"]


def test_what_programs_draw_is_passed_by():
    drawn = "<data key='d0'><y:Shape><y:Label>Bo</y:Label></y:Shape></data>"

    found = read(f"<desc>x</desc><node id='1'><port name='p'/>{drawn}</node>")

    assert [node.id for node in found.network.nodes] == ["1"]


BOMB = '<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><graphml><graph><node id="&b;"/></graph></graphml>'
OUTSIDE = '<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<graphml><graph><node id="&x;"/></graph></graphml>'


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (BOMB.encode(), 1, "DOCTYPE"),
        (OUTSIDE.encode(), 1, "DOCTYPE"),
        (OUTSIDE.encode("utf-16"), 1, "DOCTYPE"),
        (b'<!DOCTYPE graphml SYSTEM "http://example.org/g.dtd"><graphml/>', 1, "DOCTYPE"),
        (b"<graphml>\n<graph>\n</graphml>", 3, "well-formed"),
        (b"<graphml><graph><node id='&x;'/></graph></graphml>", 1, "well-formed"),
        (b"", 1, "well-formed"),
        (b"not xml", 1, "well-formed"),
        (b"\xff\xfe\x00", 1, "well-formed"),
        (b"<?xml version='1.0' encoding='klingon'?><graphml/>", 1, "letters|well-formed"),
        (b"<html/>", 1, "not GraphML"),
        (b"<graphml/>", 0, "no graph"),
        (document("<node id='1'><graph><node id='2'/></graph></node>"), 2, "one level"),
        (document("<hyperedge/>"), 2, "between two"),
        (b"<graphml>\n<node id='1'/></graphml>", 2, "outside of a graph"),
        (document("<node/>"), 2, "without an id"),
        (document("<node id='1'/>\n<node id='1'/>"), 3, "second time"),
        (document("<node id='1'/>\n<edge source='1' target='2'/>"), 3, "leads to 2"),
        (document("<node id='1'/>\n<edge source='1'/>"), 3, "leads to ?"),
        (document("<node id='1'><data key='k'>" + "x" * 100_001 + "</data></node>"), 2, "too long"),
        (document("\n".join(f"<node id='{at}'/>" for at in range(501))), 502, "up to 500 connections"),
        (b"<graphml>" + b"<a>" * 24 + b"</a>" * 24 + b"</graphml>", 1, "nested"),
        (b"<graphml>" + b"<a/>" * 200_001 + b"</graphml>", 1, "nested|elements"),
        (b"<graphml>" + b"<graph/>" * 201 + b"</graphml>", 0, "far more"),
        (b"<graphml>" + b" " * 10_000_000 + b"</graphml>", 0, "10 MB"),
    ],
    ids=map(str, count()), # the contents are too long
)  # fmt: skip
def test_what_cannot_be_read_stays_out_with_its_line_and_reason(content, line, reason):
    with pytest.raises(NotTakenIn, match=reason) as why:
        graphml.read("a.graphml", content)

    assert [problem.line for problem in why.value.problems] == [line]


def test_every_line_that_stands_in_the_way_is_named():
    with pytest.raises(NotTakenIn) as why:
        read("<node id='1'/>\n<node id='1'/>\n<edge source='1' target='3'/>")

    assert [problem.line for problem in why.value.problems] == [3, 4]


def test_five_hundred_connections_and_five_thousand_ties_come_in_and_one_more_does_not():
    nodes = [f"<node id='{at}'/>" for at in range(500)]
    ties = [f"<edge source='{a}' target='{a + step}'/>" for step in range(1, 12) for a in range(500 - step)]

    whole = read("\n".join(nodes + ties[:5000]))

    assert (len(whole.network.nodes), len(whole.network.ties)) == (500, 5000)
    with pytest.raises(NotTakenIn, match="up to 5000 ties"):
        read("\n".join(nodes + ties[:5001]))


def test_a_file_that_takes_too_long_is_let_go(monkeypatch):
    monkeypatch.setattr(parsing, "SECONDS", -1.0)

    with pytest.raises(NotTakenIn, match="too long"):
        read("<node id='1'/>")
