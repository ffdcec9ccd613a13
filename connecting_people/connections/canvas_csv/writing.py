"""A map as the set of CSV files: the person, a file for each type of connection, and the ties."""

from collections import defaultdict
from datetime import datetime

from connecting_people.connections import cells
from connecting_people.connections.cells import Cell
from connecting_people.connections.columns_out import TIE, TYPE_NAMES, about_the_map, columns_of, ties_of
from connecting_people.connections.sessions import Session, moment, name_of, uuid_of

EGO = ("networkCanvasEgoUUID", "networkCanvasCaseID", "networkCanvasSessionID", "networkCanvasProtocolName",
       "sessionStart", "sessionFinish", "sessionExported", "APP_VERSION", "COMMIT_HASH")  # fmt: skip
NODE = ("nodeID", "networkCanvasEgoUUID", "networkCanvasUUID")
EDGE = ("edgeID", "from", "to", "networkCanvasEgoUUID", "networkCanvasUUID", "networkCanvasSourceUUID",
        "networkCanvasTargetUUID")  # fmt: skip


def written(session: Session, exported: datetime, *, for_excel: bool = False) -> dict[str, bytes]:
    """Return the files of one session by name; nodes are numbered through all types, as the ties refer to them."""
    ego = uuid_of(session.person_id)
    uuids = [uuid_of(node.id, session.person_id) for node in session.network.nodes]
    tables: dict[str, tuple[list[str], list[list[Cell]]]] = {"ego": _ego(session, ego, exported)}
    for type_name, rows in _nodes(session, ego, uuids).items():
        header = [*NODE, *(column.name for column in columns_of(session.network))]
        tables[f"attributeList_{type_name.replace(' ', '')}"] = header, rows
    if ties := _ties(session, ego, uuids):
        tables[f"edgeList_{TIE}"] = list(EDGE), ties
    return {
        f"{name_of(session)}_{name}.csv": cells.written(header, rows, for_excel=for_excel)
        for name, (header, rows) in tables.items()
    }


def _ego(session: Session, ego: str, exported: datetime) -> tuple[list[str], list[list[Cell]]]:
    start = f"{session.day}T12:00:00.000Z" if session.day else None
    said = about_the_map(session.network)
    frame = [ego, session.case, uuid_of(session.id, session.case), session.protocol, start, start, moment(exported)]
    return [*EGO, *said], [[*frame, None, None, *said.values()]]


def _nodes(session: Session, ego: str, uuids: list[str]) -> dict[str, list[list[Cell]]]:
    columns = columns_of(session.network)
    rows: dict[str, list[list[Cell]]] = defaultdict(list)
    for number, (node, id) in enumerate(zip(session.network.nodes, uuids, strict=True), 1):
        rows[TYPE_NAMES[node.nature]].append([number, ego, id, *(column.cell(node) for column in columns)])
    return rows


def _ties(session: Session, ego: str, uuids: list[str]) -> list[list[Cell]]:
    return [
        [number, a + 1, b + 1, ego, uuid_of("tie", uuids[a], uuids[b]), uuids[a], uuids[b]]
        for number, (a, b) in enumerate(ties_of(session.network), 1)
    ]
