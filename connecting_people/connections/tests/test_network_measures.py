"""`manage.py network_measures` says of files by others what networkx and igraph say of the same networks."""

import io
import json
import tempfile
from collections import Counter
from pathlib import Path

import igraph
import networkx
import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from connecting_people.connections import uploads
from connecting_people.connections.management.commands.network_measures import Command

EXACT = 1e-9


def told(*arguments: object) -> list[dict]:
    out = io.StringIO()
    call_command(Command(), *map(str, arguments), stdout=out)
    return json.loads(out.getvalue())


def approximately(value):
    return value if value is None else pytest.approx(value, abs=EXACT, rel=0)


@st.composite
def edge_lists(draw: st.DrawFn) -> tuple[int, list[tuple[int, int]]]:
    """Draw ties as others write them: in either direction, twice, and to oneself."""
    n = draw(st.integers(0, 12))
    place = st.integers(0, n - 1)
    return n, draw(st.lists(st.tuples(place, place), max_size=3 * n)) if n else []


def by_networkx(n: int, ties: list[tuple[int, int]]) -> dict:
    """Ask networkx of the person's connections, the person joined to each."""
    alone = networkx.Graph()
    alone.add_nodes_from(range(n))
    alone.add_edges_from((a, b) for a, b in ties if a != b)
    whole = alone.copy()
    whole.add_edges_from(("person", at) for at in range(n))
    size = networkx.effective_size(whole, nodes=["person"])["person"] if n else None
    return {
        "size": n,
        "ties": alone.number_of_edges(),
        "density": networkx.density(alone) if n > 1 else None,
        "components": networkx.number_connected_components(alone),
        "isolates": networkx.number_of_isolates(alone),
        "effective_size": size,
        "efficiency": size / n if n else None,
        "constraint": networkx.constraint(whole, nodes=["person"])["person"] if n else None,
    }


def by_igraph(n: int, ties: list[tuple[int, int]]) -> dict:
    """Ask igraph, which has no effective size."""
    alone = igraph.Graph(n, ties).simplify()
    whole = igraph.Graph(n + 1, alone.get_edgelist() + [(n, at) for at in range(n)])
    return {
        "size": alone.vcount(),
        "ties": alone.ecount(),
        "density": alone.density() if n > 1 else None,
        "components": len(alone.connected_components()),
        "isolates": sum(degree == 0 for degree in alone.degree()),
        "constraint": whole.constraint([n])[0] if n else None,
    }


@settings(max_examples=1000)
@given(edge_lists(), st.booleans())
def test_files_by_others_give_what_others_say(edges, directed):
    n, ties = edges
    theirs = networkx.MultiDiGraph() if directed else networkx.MultiGraph()
    theirs.add_nodes_from(range(n))
    theirs.add_edges_from(ties)
    with tempfile.TemporaryDirectory() as folder:
        networkx.write_graphml(theirs, f"{folder}/networkx.graphml")
        igraph.Graph(n, ties, directed=directed).write_graphml(f"{folder}/igraph.graphml")
        found = told(f"{folder}/networkx.graphml", f"{folder}/igraph.graphml")

    for numbers in found:
        for expected in (by_networkx(n, ties), by_igraph(n, ties)):
            assert {id: numbers[id] for id in expected} == {id: approximately(v) for id, v in expected.items()}


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["family", "friend", "staff"]), max_size=12))
def test_kinds_in_files_by_others_are_mixed_as_the_formulas_say(kinds):
    theirs = networkx.Graph()
    for at, kind in enumerate(kinds):
        theirs.add_node(at, **{f"relationship_{each}": each == kind for each in ("family", "friend", "staff", "other")})
    with tempfile.NamedTemporaryFile(suffix=".graphml") as file:
        networkx.write_graphml(theirs, file.name)
        [numbers] = told(file.name)

    n = len(kinds)
    blau = 1 - sum((count / n) ** 2 for count in Counter(kinds).values()) if n else None
    assert numbers["blau"] == approximately(blau)
    assert numbers["iqv"] == approximately(blau * 4 / 3 if n else None)
    assert numbers["k"] == (4 if n else None)


def graphml(*nodes: str, keys: str = "") -> str:
    inside = "".join(f"<node id='{at}'>{node}</node>" for at, node in enumerate(nodes))
    return f"<graphml>{keys}<graph>{inside}<edge source='0' target='1'/></graph></graphml>"


def test_where_types_are_given_groups_and_places_are_counted_apart(tmp_path):
    types = ["Person", "Group or place", "venue", "pet", "Forum"]
    keys = "<key id='t' for='node' attr.name='type'/>"
    (tmp_path / "a.graphml").write_text(graphml(*(f"<data key='t'>{name}</data>" for name in types), keys=keys))

    [numbers] = told(tmp_path / "a.graphml")

    assert (numbers["size"], numbers["ties"]) == (2, 0)
    assert [numbers[id] for id in ("animals", "groups", "places", "online")] == [1, 1, 1, 1]


def test_where_nothing_is_given_it_is_null(tmp_path):
    (tmp_path / "a.graphml").write_text(graphml("", ""))

    [numbers] = told(tmp_path / "a.graphml")

    assert (numbers["size"], numbers["density"], numbers["file"]) == (2, 1.0, str(tmp_path / "a.graphml"))
    nothing = (
        "blau",
        "iqv",
        "k",
        "groups",
        "places",
        "by_ring",
        "ei",
        "reciprocity",
        "contact",
        "case",
        "session",
        "day",
    )
    assert {id: numbers[id] for id in nothing} == dict.fromkeys(nothing)


@pytest.mark.parametrize(("kind", "k"), [("friends", 10), ("neighbour", 10), ("robot", None)])
def test_kinds_as_words_are_ours_or_nobody_knows_how_many_there_were(tmp_path, kind, k):
    keys = "<key id='k' for='node' attr.name='kind'/>"
    said = f"<data key='k'>{kind}</data>"
    (tmp_path / "a.graphml").write_text(graphml(said, said, keys=keys))

    [numbers] = told(tmp_path / "a.graphml")

    assert (numbers["blau"], numbers["k"], numbers["iqv"]) == (0.0, k, 0.0 if k else None)


SET = {
    "P_s1_ego.csv": "networkCanvasEgoUUID,networkCanvasCaseID,networkCanvasSessionID,sessionStart\ne,P,s1,2024-07-01\n",
    "P_s1_attributeList_Person.csv": "nodeID,networkCanvasEgoUUID,no_longer_in_network\n1,e,true\n2,e,false\n3,e,\n",
    "P_s1_edgeList_knows.csv": "edgeID,from,to,networkCanvasEgoUUID\n1,1,2,e\n",
    "P_s0_ego.csv": "networkCanvasEgoUUID,networkCanvasSessionID,sessionStart\ne,s0,2024-01-01\n",
}


@pytest.mark.parametrize("as_zip", [True, False])
def test_a_folder_or_a_zip_gives_one_object_for_each_map_by_day(tmp_path, as_zip):
    for name, text in SET.items():
        (tmp_path / name).write_text(text)
    place = tmp_path
    if as_zip:
        place = tmp_path / "maps.zip"
        place.write_bytes(uploads.zipped([(name, text.encode()) for name, text in SET.items()]))

    found = told(place)

    assert [(one["file"], one["session"], one["day"], one["size"]) for one in found] == [
        (str(place), "s0", "2024-01-01", 0), (str(place), "s1", "2024-07-01", 3),
    ]  # fmt: skip
    assert (found[1]["case"], found[1]["density"], found[1]["groups"]) == ("P", approximately(1 / 3), 0)


def test_who_is_no_longer_part_of_it_can_be_left_out(tmp_path):
    for name, text in SET.items():
        (tmp_path / name).write_text(text)

    assert [one["size"] for one in told(tmp_path, "--current")] == [0, 2]


def test_where_one_file_cannot_be_read_nothing_is_written_but_every_reason(tmp_path, capsys):
    (tmp_path / "good.graphml").write_text(graphml("", ""))
    (tmp_path / "bad.graphml").write_text("<!DOCTYPE x><graphml/>")

    with pytest.raises(CommandError) as why:
        told(tmp_path / "good.graphml", tmp_path / "bad.graphml", tmp_path / "none.graphml")

    assert "bad.graphml, line 1: This file brings definitions of its own" in str(why.value)
    assert "none.graphml: No such file" in str(why.value)
    assert capsys.readouterr().out == ""


def test_the_names_of_files_may_hold_anything(tmp_path):
    place = Path(tmp_path / "ä“’\udcff.graphml")
    place.write_text(graphml("", ""))

    assert told(place)[0]["file"] == str(place)
