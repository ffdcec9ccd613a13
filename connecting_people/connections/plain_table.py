"""A plain table in: name, kind, closeness. And one out: what changed between two dates."""

import uuid
from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from connecting_people.connections import cells
from connecting_people.connections.cells import Cell
from connecting_people.connections.change import Change
from connecting_people.connections.columns_in import LONGEST_NAME
from connecting_people.connections.gathering import TOO_MANY_CONNECTIONS
from connecting_people.connections.kinds_in import kind_of
from connecting_people.connections.refusals import NotTakenIn, Problem, stays_out
from connecting_people.connections.rules import MOST_CONNECTIONS, MOST_RINGS, USUAL_RINGS, Network, Node
from connecting_people.connections.sessions import Session

COLUMNS = {
    "name": {"name", "who", "nickname", "person", "connection"},
    "kind": {"kind", "relationship", "relation", "type", "category"},
    "closeness": {"closeness", "ring", "circle", "close"},
}
RINGS = {"very close": 1, "closest": 1, "inner": 1, "close": 2, "middle": 2, "less close": 3, "further": 3, "outer": 3}
NO_NAME = _("There is no name on this line.")
NO_COLUMN = _("The first line must name the columns: name, kind and closeness. There is none called “name”.")


def read(file: str, content: bytes) -> Session:
    """Return the people of a table, each with an id of its own, or every line that does not fit."""
    header, rows = cells.table_of(file, content)
    meant = {column: field for column in header for field, names in COLUMNS.items() if column.casefold() in names}
    if "name" not in meant.values():
        raise stays_out(file, NO_COLUMN, 1)
    if len(rows) > MOST_CONNECTIONS:
        raise stays_out(file, TOO_MANY_CONNECTIONS, rows[MOST_CONNECTIONS][0])
    problems: list[Problem] = []
    nodes: list[Node] = []
    for line, values in rows:
        said = {meant[column]: value.strip() for column, value in values.items() if column in meant and value.strip()}
        problems += [Problem(file, line, reason) for reason in _reasons(said)]
        nodes.append(_node(said))
    if problems:
        raise NotTakenIn(problems)
    network = Network(tuple(nodes), ties_asked=False, rings=max(USUAL_RINGS, *(node.ring or 0 for node in nodes), 0))
    return Session(network, file=file, left_out=tuple(column for column in header if column and column not in meant))


def _reasons(said: Mapping[str, str]) -> list[Promise]:
    found: list[Promise] = []
    if "name" not in said:
        found.append(NO_NAME)
    elif len(said["name"]) > LONGEST_NAME:
        found.append(format_lazy(_("The name has more than {most} letters."), most=LONGEST_NAME))
    if said.get("kind") and not kind_of(said["kind"]):
        found.append(format_lazy(_("“{kind}” is not one of the kinds of connection."), kind=said["kind"][:40]))
    if said.get("closeness") and not _ring(said["closeness"]):
        reason = _("“{ring}” is not a closeness. Write a number from 1, the closest, to {most}.")
        found.append(format_lazy(reason, ring=said["closeness"][:40], most=MOST_RINGS))
    return found


def _ring(text: str) -> int | None:
    ring = int(text) if text.isdecimal() and len(text) == 1 else RINGS.get(text.casefold(), 0)
    return ring if 1 <= ring <= MOST_RINGS else None


def _node(said: Mapping[str, str]) -> Node:
    kind, ring = kind_of(said.get("kind", "")), _ring(said.get("closeness", ""))
    return Node(id=str(uuid.uuid4()), name=said.get("name", "")[:LONGEST_NAME], kind=kind, ring=ring)


CHANGES = ("from", "to", "id", "name", "kind", "change", "closeness_before", "closeness_after", "contact_before",
           "contact_after")  # fmt: skip


def what_changed(change: Change, then: date | None, now: date | None, *, for_excel: bool = False) -> bytes:
    """Write one line for each connection that is on either map, with what became of it."""
    dates = [day.isoformat() if day else None for day in (then, now)]
    rows: list[list[Cell]] = []
    for word, came in (("joined", change.joined), ("remembered_later", change.remembered)):
        rows += [_changed(word, None, node) for node in came]
    for word, moves in (("closer", change.closer), ("drifted", change.drifted), ("same", change.unmoved)):
        rows += [_changed(word, move.then, move.now) for move in moves]
    rows += [_changed("left", node, None) for node in change.left]
    return cells.written(CHANGES, ([*dates, *row] for row in rows), for_excel=for_excel)


def _changed(word: str, then: Node | None, now: Node | None) -> list[Cell]:
    node = now or then
    assert node, "whatever changed is on one of the maps"
    both = (then, now)
    rings: list[Cell] = [side.ring if side else None for side in both]
    contacts: list[Cell] = [side.contact.value if side and side.contact else None for side in both]
    return [str(node.id), node.name, node.kind, word, *rings, *contacts]
