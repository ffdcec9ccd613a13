"""The published numbers of `vectors.json`, asked of the command by files and of the rules that it rests on."""

import io
import json
import os
from pathlib import Path

import networkx
import pytest
from django.core.management import call_command

from connecting_people.connections import closed_forms
from connecting_people.connections.change import changed
from connecting_people.connections.rules import Network, Node

FILE = Path(os.environ.get("SHARED", "../shared")) / "reference" / "vectors.json"
if not FILE.is_file():
    pytest.skip(f"no vectors at {FILE}", allow_module_level=True)

VECTORS = json.loads(FILE.read_text())
# What the vectors call by another name than the program.
OURS = {"mean_alter_degree": "mean_degree", "shannon_nats": "shannon"}
OF_CHANGE = {"size1": "size_then", "size2": "size_now", "retained": "kept"}


def of_kind(kind: str) -> list:
    return [pytest.param(one["inputs"], one["expected"], id=one["id"]) for one in VECTORS if one["kind"] == kind]


def near(value: object) -> object:
    return value if value is None else pytest.approx(value, abs=1e-4)


def told(graph: networkx.Graph, folder: Path) -> dict:
    networkx.write_graphml(graph, folder / "map.graphml")
    out = io.StringIO()
    call_command("network_measures", str(folder / "map.graphml"), stdout=out)
    [numbers] = json.loads(out.getvalue())
    return numbers


@pytest.mark.parametrize(("given", "expected"), of_kind("ego_network"))
def test_a_published_network_in_a_file_gives_the_published_numbers(given, expected, tmp_path):
    graph = networkx.Graph()
    graph.add_nodes_from(given["alters"])
    graph.add_edges_from(given["ties"])

    numbers = told(graph, tmp_path)

    assert {name: numbers[OURS.get(name, name)] for name in expected} == {
        name: near(value) for name, value in expected.items()
    }


@pytest.mark.parametrize(("given", "expected"), of_kind("composition"))
def test_a_published_mix_in_a_file_gives_the_published_numbers(given, expected, tmp_path):
    graph = networkx.Graph()
    kinds = [f"relationship_{number}" for number in range(given["k"])]
    for kind, count in zip(kinds, given["counts"], strict=True):
        for number in range(count):
            graph.add_node(f"{kind} {number}", **{each: each == kind for each in kinds})

    numbers = told(graph, tmp_path)

    assert (numbers["blau"], numbers["iqv"]) == (near(expected["blau"]), near(expected["iqv"]))
    assert closed_forms.shannon(given["counts"]) == near(expected["shannon_nats"])


@pytest.mark.parametrize(("given", "expected"), of_kind("ei_index"))
def test_a_published_balance_gives_the_published_number(given, expected):
    assert closed_forms.ei_index(given["external"], given["internal"]) == near(expected)


@pytest.mark.parametrize(("given", "expected"), of_kind("network_change"))
def test_a_published_change_gives_the_published_numbers(given, expected):
    then, now = (Network(tuple(Node(name, name) for name in given[wave])) for wave in ("wave1", "wave2"))

    numbers = changed(then, now).numbers

    assert {name: numbers[OF_CHANGE.get(name, name)] for name in expected} == {
        name: near(value) for name, value in expected.items()
    }
