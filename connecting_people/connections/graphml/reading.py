"""Out of GraphML, by whomever: the people, who knows whom, and what is said of each where it is said as we know it."""

from django.utils.translation import gettext_lazy as _

from connecting_people.connections.columns_in import TYPE_COLUMNS, Columns
from connecting_people.connections.gathering import TOO_MANY_CONNECTIONS, Gathering
from connecting_people.connections.graphml.parsing import Document, Graph, Item, parse
from connecting_people.connections.refusals import MOST_COLUMNS, MOST_SESSIONS, TOO_MUCH, stays_out
from connecting_people.connections.rules import MOST_CONNECTIONS
from connecting_people.connections.sessions import Session


def read(file: str, content: bytes) -> list[Session]:
    """Return one session for each graph in the file."""
    document = parse(file, content)
    if not document.graphs:
        raise stays_out(file, _("There is no graph in this file."))
    if len(document.graphs) > MOST_SESSIONS or len(document.keys) > MOST_COLUMNS:
        raise stays_out(file, TOO_MUCH)
    return [_session(file, document, graph) for graph in document.graphs]


def _session(file: str, document: Document, graph: Graph) -> Session:
    frame = {name.casefold(): value for name, value in (document.attributes | graph.attributes).items()}
    said = _values(document, graph, "graph")
    if len(graph.nodes) > MOST_CONNECTIONS:
        raise stays_out(file, TOO_MANY_CONNECTIONS, graph.nodes[MOST_CONNECTIONS].line)
    rows = [(node, _values(document, node, "node")) for node in graph.nodes]
    columns = Columns(file, dict.fromkeys([*_declared(document), *(name for _, values in rows for name in values)]))
    gathering = Gathering(file)
    types = [_type(values) for _, values in rows]
    for (node, values), type_name in zip(rows, types, strict=True):
        number = node.attributes.get("id", "")
        id = values.get("networkCanvasUUID", "").strip() or number
        if not id:
            raise stays_out(file, _("A node without an id stands here."), node.line)
        gathering.node(columns.node(id, values, node.line, type_name), node.line, number or id)
    for edge in graph.edges:
        gathering.tie(edge.attributes.get("source", ""), edge.attributes.get("target", ""), edge.line)
    said["sessionstart"] = frame.get("sessionstarttime", "")
    return Session(
        network=gathering.network(said),
        case=frame.get("caseid", ""),
        person_id=said.get("networkCanvasUUID", ""),
        id=frame.get("sessionuuid", ""),
        protocol=frame.get("protocolname", ""),
        file=file,
        kinds=columns.kinds,
        typed=any(types),
        left_out=tuple(columns.left_out),
        problems=tuple(columns.problems),
    )


def _declared(document: Document) -> list[str]:
    """Return the columns for nodes that the file declares, used or not: they say what could be chosen."""
    keys = document.keys.items()
    return [key.get("attr.name", id) for id, key in keys if key.get("for", "all") in ("node", "all")]


def _values(document: Document, item: Item, kind: str) -> dict[str, str]:
    """Return what is said of an item by the names of the keys, with what the file gives where nothing is said."""
    values = {
        document.keys[id].get("attr.name", id): text
        for id, text in document.defaults.items()
        if document.keys[id].get("for", "all") in (kind, "all")
    }
    return values | {document.keys.get(id, {}).get("attr.name", id): text for id, text in item.data.items()}


def _type(values: dict[str, str]) -> str:
    folded = {name.casefold(): value for name, value in values.items()}
    return next((folded[name] for name in TYPE_COLUMNS if folded.get(name)), "")
