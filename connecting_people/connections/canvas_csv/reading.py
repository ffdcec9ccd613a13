"""Out of a set of CSV files: the files of one session belong together by how their names begin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from connecting_people.connections.cells import Row, table_of
from connecting_people.connections.columns_in import Columns
from connecting_people.connections.gathering import Gathering
from connecting_people.connections.refusals import MOST_SESSIONS, TOO_MUCH, stays_out
from connecting_people.connections.sessions import Session

NAME = re.compile(r"(?P<set>.*?)_?(?P<part>ego|attributeList_(?P<type>.+)|edgeList_(?P<tie>.+))\.csv", re.IGNORECASE)
EGO_ID, ID, SESSION_ID = "networkCanvasEgoUUID", "networkCanvasUUID", "networkCanvasSessionID"
NO_ID = _("A connection without an id stands here.")


@dataclass
class _Table:
    file: str
    type: str
    columns: Columns
    rows: list[Row]


@dataclass
class _Set:
    egos: list[Row] = field(default_factory=list)
    nodes: list[_Table] = field(default_factory=list)
    ties: list[_Table] = field(default_factory=list)


def belongs(file: str) -> bool:
    """Say whether a file is part of such a set, by its name."""
    return bool(NAME.fullmatch(file))


def read(pieces: Iterable[tuple[str, bytes]]) -> list[Session]:
    """Return one session for each person and sitting that the files tell of."""
    sets: dict[str, _Set] = {}
    for file, content in pieces:
        match = NAME.fullmatch(file)
        if match:
            _add(sets.setdefault(match["set"], _Set()), file, match, content)
    return [session for name, found in sorted(sets.items()) for session in _sessions(name, found)]


def _add(found: _Set, file: str, match: re.Match[str], content: bytes) -> None:
    header, rows = table_of(file, content)
    if not header:
        raise stays_out(file, _("There is nothing in this file."))
    if match["type"]:
        found.nodes.append(_Table(file, match["type"], Columns(file, header), rows))
    elif match["tie"]:
        found.ties.append(_Table(file, match["tie"], Columns(file, ()), rows))
    else:
        found.egos += rows


Key = tuple[str, str]


def _key(values: Mapping[str, str]) -> Key:
    return values.get(EGO_ID, ""), values.get(SESSION_ID, "")


def _sessions(name: str, found: _Set) -> Iterable[Session]:
    """Tell the people apart who share a file; a set without its file about the person is one session."""
    by_session = any(SESSION_ID in values for table in found.nodes for _, values in table.rows)
    egos = {(ego, sitting if by_session else ""): values for _, values in found.egos for ego, sitting in [_key(values)]}
    nodes, ties = _by_key(found.nodes), _by_key(found.ties)
    keys = dict.fromkeys([*egos, *sorted(nodes)])
    if len(keys) > MOST_SESSIONS:
        raise stays_out(name, TOO_MUCH)
    for key in keys:
        gathering = Gathering(name)
        for table, line, values in sorted(nodes[key], key=_number):
            _take_node(gathering, table, line, values)
        for table, line, values in ties[key]:
            gathering.file = table.file
            gathering.tie(_end(values, "Source", "from"), _end(values, "Target", "to"), line)
        yield _framed(name, found, gathering, egos.get(key, {}), key)


def _by_key(tables: Iterable[_Table]) -> dict[Key, list[tuple[_Table, int, dict[str, str]]]]:
    rows = defaultdict(list)
    for table in tables:
        for line, values in table.rows:
            rows[_key(values)].append((table, line, values))
    return rows


def _number(row: tuple[_Table, int, Mapping[str, str]]) -> int:
    """Return the place of a connection among all, whatever its type."""
    number = row[2].get("nodeID", "").strip()
    return int(number) if number.isdecimal() and len(number) < 10 else 0


def _take_node(gathering: Gathering, table: _Table, line: int, values: Mapping[str, str]) -> None:
    number = values.get("nodeID", "").strip()
    id = values.get(ID, "").strip() or number
    if not id:
        raise stays_out(table.file, NO_ID, line)
    gathering.file = table.file
    gathering.node(table.columns.node(id, values, line, table.type), line, number or id)


def _end(values: Mapping[str, str], end: str, column: str) -> str:
    return values.get(f"networkCanvas{end}UUID", "").strip() or values.get(column, "").strip()


def _framed(name: str, found: _Set, gathering: Gathering, ego: Mapping[str, str], key: Key) -> Session:
    said = {column.casefold(): value for column, value in ego.items()}
    kinds = [kind for table in found.nodes for kind in table.columns.kinds or ()]
    return Session(
        network=gathering.network(said),
        case=said.get("networkcanvascaseid", ""),
        person_id=key[0],
        id=said.get("networkcanvassessionid", key[1]),
        protocol=said.get("networkcanvasprotocolname", ""),
        file=name,
        kinds=tuple(dict.fromkeys(kinds)) or None,
        left_out=tuple(column for table in found.nodes for column in table.columns.left_out),
        problems=tuple(problem for table in found.nodes for problem in table.columns.problems),
    )
