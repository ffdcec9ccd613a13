"""A map as GraphML. A key stands for nodes or for edges and never for both: igraph would drop it, and types with it."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from connecting_people.connections.cells import Cell
from connecting_people.connections.columns_out import TIE, TYPE_NAMES, about_the_map, columns_of, ties_of
from connecting_people.connections.sessions import Session, moment, uuid_of

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd" xmlns:nc="http://schema.networkcanvas.com/xmlns">\n'
)
ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
GRAPH_TYPES = {"networkCanvasUUID": "string", "day": "string", "rings": "int", "ties_asked": "boolean"}
NODE_TYPES = {"label": "string", "networkCanvasType": "string", "networkCanvasUUID": "string"}
EDGE_TYPES = dict.fromkeys(
    ("networkCanvasType", "networkCanvasUUID", "networkCanvasSourceUUID", "networkCanvasTargetUUID"), "string"
)
# The reference exporter's spelling.
RENAMED = {"layout_x": "layout_X", "layout_y": "layout_Y"}

Values: TypeAlias = Mapping[str, Cell]


def written(session: Session, exported: datetime) -> bytes:
    """Write one session; each node keeps its UUID and its type, and every key the column's name."""
    network = session.network
    columns = columns_of(network)
    uuids = [uuid_of(node.id, session.person_id) for node in network.nodes]
    types = NODE_TYPES | {RENAMED.get(column.name, column.name): column.type for column in columns}
    lines = [HEAD, *_keys("graph", GRAPH_TYPES), *_keys("node", types), *_keys("edge", EDGE_TYPES)]
    lines.append(f"<graph {_frame(session, exported)}>\n")
    lines += _data("graph", {"networkCanvasUUID": uuid_of(session.person_id)} | about_the_map(network))
    for number, (node, id) in enumerate(zip(network.nodes, uuids, strict=True), 1):
        said: dict[str, Cell] = {
            "label": node.name,
            "networkCanvasType": TYPE_NAMES[node.nature],
            "networkCanvasUUID": id,
        }
        said |= {RENAMED.get(column.name, column.name): column.cell(node) for column in columns}
        lines += [f'<node id="{number}">', *_data("node", said), "</node>\n"]
    for number, (a, b) in enumerate(ties_of(network), 1):
        ends = {"networkCanvasSourceUUID": uuids[a], "networkCanvasTargetUUID": uuids[b]}
        said = {"networkCanvasType": TIE, "networkCanvasUUID": uuid_of("tie", *ends.values()), **ends}
        lines += [f'<edge id="{number}" source="{a + 1}" target="{b + 1}">', *_data("edge", said), "</edge>\n"]
    return "".join([*lines, "</graph>\n</graphml>\n"]).encode()


def _keys(kind: str, types: Mapping[str, str]) -> Iterable[str]:
    for name, type_name in types.items():
        id, shown = quoteattr(_legal(f"{kind}_{name}")), quoteattr(_legal(name))
        yield f'<key id={id} for="{kind}" attr.name={shown} attr.type="{type_name}"/>\n'


def _data(kind: str, values: Values) -> Iterable[str]:
    for name, value in values.items():
        if value is not None:
            text = ("true" if value else "false") if isinstance(value, bool) else _legal(str(value))
            yield f"<data key={quoteattr(_legal(f'{kind}_{name}'))}>{escape(text, {chr(13): '&#13;'})}</data>"


def _frame(session: Session, exported: datetime) -> str:
    start = f"{session.day}T12:00:00.000Z" if session.day else ""
    frame = {
        "edgedefault": "undirected",
        "nc:caseId": session.case,
        "nc:sessionUUID": uuid_of(session.id, session.case),
        "nc:protocolName": session.protocol,
        "nc:sessionStartTime": start,
        "nc:sessionFinishTime": start,
        "nc:sessionExportTime": moment(exported),
    }
    return " ".join(f"{name}={quoteattr(_legal(value))}" for name, value in frame.items() if value)


def _legal(text: str) -> str:
    """Leave out what XML cannot hold."""
    return ILLEGAL.sub("", text)
