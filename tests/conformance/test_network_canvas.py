"""The golden files of Network Canvas's own exporter come in, land on one map, go out again and are read by others."""

import csv
import io
import json
import os
import re
from datetime import UTC, date, datetime
from pathlib import Path

import igraph
import networkx
import pytest
from django.core.management import call_command

from connecting_people.connections import canvas_csv, copies, graphml, uploads
from connecting_people.connections.actions import bringing
from connecting_people.connections.change import changed
from connecting_people.connections.queries.connections import sources_of
from connecting_people.connections.queries.maps import history_of
from connecting_people.connections.rules import Nature
from connecting_people.connections.sessions import Session

FOLDER = Path(os.environ.get("SHARED", "../shared")) / "data" / "network_canvas"
GOLDEN = FOLDER / "generated_connecting_people"
AT = datetime(2026, 11, 23, 2, 38, tzinfo=UTC)
ME = "bbbbbbbb-0000-4000-8000-000000000001"
TYPES = {"Walking group": "Group or place", "Community choir": "Group or place"}
FORMS = {"graphml": ".graphml", "csv": ".csv"}

if not GOLDEN.is_dir():
    pytest.skip(f"no files of Network Canvas in {FOLDER}", allow_module_level=True)


def golden(form: str) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted(GOLDEN.iterdir()) if path.suffix == FORMS[form]]


@pytest.fixture(params=FORMS)
def maps(request) -> list[Session]:
    return uploads.taken_in(uploads.sessions_in(golden(request.param)))


def test_both_dates_are_of_one_person_and_one_map(maps):
    first, second = maps

    assert {each.person_id for each in maps} == {ME}
    assert [each.day for each in maps] == [date(2024, 1, 10), date(2024, 7, 10)]
    assert [len(each.network.nodes) for each in maps] == [5, 7]
    assert [len(each.network.ties) for each in maps] == [2, 4]
    change = changed(first.network, second.network)
    assert {node.name for node in change.joined} == {"Old workmate, “Jo”", "Siân (walk leader)", "Community choir"}
    assert [move.now.name for move in change.closer] == ["Neighbour (no. 14)"]
    assert [move.now.name for move in change.drifted] == ["=Support worker"]
    assert change.left == ()


def test_what_is_said_of_each_is_understood(maps):
    by_name = {node.name: node for node in maps[0].network.nodes}

    sister, worker, group = by_name["Sister"], by_name["=Support worker"], by_name["Walking group"]
    assert (sister.kind, sister.inside_services, sister.ring, sister.contact) == ("family", False, 1, "weekly")
    assert (sister.x, sister.y) == (0.52, 0.41)
    assert (worker.kind, worker.inside_services) == ("team-and-staff", True)
    assert (group.nature, group.kind, group.ring) == (Nature.GROUP, None, None)
    assert by_name["Old workmate, “Jo”"].state == "lost_touch"
    assert set(maps[0].left_out) == {"do_things_together", "reciprocal", "team_rating"}


def test_both_forms_say_the_same():
    by_form = [uploads.taken_in(uploads.sessions_in(golden(form))) for form in FORMS]

    for one, other in zip(*by_form, strict=True):
        assert one.network == other.network
        assert (one.case, one.id) == (other.case, other.id) == ("CP-DEMO-1", other.id)


def test_networkx_and_igraph_read_what_goes_out_with_types_and_ids(maps, tmp_path):
    for session in maps:
        written = graphml.written(session, AT)
        (tmp_path / "map.graphml").write_bytes(written)
        by_networkx = networkx.read_graphml(io.BytesIO(written))
        by_igraph = igraph.Graph.Read_GraphML(str(tmp_path / "map.graphml"))

        expected = [(node.id, TYPES.get(node.name, "Person"), node.name) for node in session.network.nodes]
        columns = ("networkCanvasUUID", "networkCanvasType", "label")
        assert [tuple(said[name] for name in columns) for _, said in by_networkx.nodes(data=True)] == expected
        assert list(zip(*(by_igraph.vs[name] for name in columns), strict=True)) == expected
        assert by_igraph.vs["id"] == [*by_networkx.nodes] == [str(at) for at in range(1, len(expected) + 1)]
        assert by_igraph.ecount() == by_networkx.number_of_edges() == len(session.network.ties)
        ends = {frozenset((said["networkCanvasSourceUUID"], said["networkCanvasTargetUUID"]))
                for _, _, said in by_networkx.edges(data=True)}  # fmt: skip
        assert ends == {frozenset(tie) for tie in session.network.ties}


def test_what_goes_out_comes_in_as_it_was(maps):
    for session in maps:
        files = canvas_csv.written(session, AT)
        for [back] in (uploads.sessions_in(files.items()), uploads.sessions_in([("a", graphml.written(session, AT))])):
            assert {node.id: node for node in back.network.nodes} == {node.id: node for node in session.network.nodes}
            assert {frozenset(tie) for tie in back.network.ties} == {frozenset(tie) for tie in session.network.ties}
            assert (back.day, back.person_id, back.id) == (session.day, session.person_id, session.id)


def test_our_files_have_the_names_and_the_first_columns_of_theirs(maps):
    ours = {name: content for session in maps for name, content in canvas_csv.written(session, AT).items()}
    theirs = {name: content for name, content in golden("csv") if "goes_to" not in name}

    assert ours.keys() == theirs.keys()
    for name, content in theirs.items():
        frame = [
            column
            for column in header(content)
            if re.match("networkCanvas|(node|edge)ID|from|to|session|[A-Z]", column)
        ]
        assert header(ours[name])[: len(frame)] == frame, name


def header(content: bytes) -> list[str]:
    return next(csv.reader(io.StringIO(content.decode())))


def measured(*arguments: Path) -> list[dict]:
    out = io.StringIO()
    call_command("network_measures", *map(str, arguments), stdout=out)
    return json.loads(out.getvalue())


def test_the_command_measures_them_whatever_their_form():
    by_folder = measured(GOLDEN)
    by_graphml = measured(*sorted(GOLDEN.glob("*.graphml")))

    assert [{**one, "file": ""} for one in by_folder] == [{**one, "file": ""} for one in by_graphml]
    first, second = by_folder
    assert (first["size"], first["groups"], first["density"]) == (4, 1, pytest.approx(1 / 3))
    assert (first["blau"], first["k"], first["iqv"]) == (pytest.approx(0.75), 6, pytest.approx(0.9))
    assert (second["size"], second["groups"], second["ties"], second["isolates"]) == (5, 2, 3, 1)


def test_a_file_of_the_old_style_is_read_too():
    [numbers] = measured(FOLDER / "network-canvas-schema-README-sample.graphml")

    assert (numbers["size"], numbers["ties"], numbers["density"]) == (2, 1, 1.0)
    assert (numbers["case"], numbers["day"], numbers["groups"], numbers["blau"]) == ("Joshua", "2020-05-26", None, None)


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_both_dates_land_on_one_map_and_leave_it_again(cast, form):
    here = cast.reach("asha")
    given = {"by": cast.asha, "at": cast.at, "partnership": here}
    file = bringing.bring(**given, name="maps.zip", content=uploads.zipped(golden(form)))

    bringing.take_in(**given, file=file)

    history = history_of(cast.reach("asha"))
    for original in uploads.sessions_in(golden(form)):
        out = copies.session_of(history, here.pk, original.day, sources_of(here))
        [back] = graphml.read("map.graphml", graphml.written(out, AT))
        theirs = networkx.read_graphml(io.BytesIO(graphml.written(out, AT)))
        assert {node.id: (node.name, node.ring, node.x) for node in back.network.nodes} == {
            node.id: (node.name, node.ring, node.x) for node in original.network.nodes
        }
        assert {frozenset(tie) for tie in back.network.ties} == {frozenset(tie) for tie in original.network.ties}
        assert {said["networkCanvasUUID"]: said["networkCanvasType"] for _, said in theirs.nodes(data=True)} == {
            node.id: TYPES.get(node.name, "Person") for node in original.network.nodes
        }
