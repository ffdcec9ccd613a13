"""The standard's own set of CSV tables, one a kind of object, put together into whole services."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from connecting_people.community.gathered import Gathered, Where
from connecting_people.community.refusals import line
from connecting_people.community.standard import ENTITIES, NUMBER, WHOLE, Document
from connecting_people.community.tables_in import table_of
from connecting_people.core.cells import Row

# Tables are called by one thing or by many, and not always by the same.
_TABLES: Final[Mapping[str, str]] = (
    {name: name for name in ENTITIES}
    | {f"{name}s": name for name in ENTITIES}
    | {"addresses": "address", "taxonomies": "taxonomy", "accessibility": "accessibility", "fundings": "funding"}
)
_WHOLE: Final = ("organization", "taxonomy", "taxonomy_term", "service")


@dataclass(frozen=True)
class _Line:
    document: Document
    where: Where


Tables = dict[str, dict[str, _Line]]


def table_kind(file: str) -> str | None:
    """Return which of the standard's tables a file is called after, if any."""
    return _TABLES.get(PurePosixPath(file).stem.casefold())


def is_set(header: Sequence[str]) -> bool:
    """Say whether a table has the columns of the standard's services."""
    return {"id", "name", "status"} <= set(header)


def read_set(pieces: Sequence[tuple[str, bytes]], into: Gathered) -> None:
    """Gather what is in the tables of a set."""
    tables: Tables = {name: {} for name in ENTITIES}
    for file, content in pieces:
        kind = table_kind(file)
        if kind is not None:
            _header, rows = table_of(file, content)
            for number, row in rows:
                _read(kind, file, (number, row), tables)
    _put_together(tables)
    for kind in _WHOLE:
        for one in tables[kind].values():
            into.add(kind, one.document, one.where)


def _read(kind: str, file: str, row: Row, tables: Tables) -> None:
    number, cells = row
    document = {name: _typed(kind, name, cell) for name, cell in cells.items() if cell.strip()}
    key = str(document.get("id", f"{file} {number}")).lower()
    tables[kind].setdefault(key, _Line(document, Where(file, line(number))))


def _typed(kind: str, name: str, cell: str) -> Any:
    value = ENTITIES[kind].fields.get(name)
    if value is None or value.type not in (NUMBER, WHOLE):
        return cell
    try:
        number = float(cell)
    except ValueError:
        return cell  # it is named as no number when the entry is judged
    return int(number) if number.is_integer() else number


def _put_together(tables: Tables) -> None:
    _part(tables, "attribute", "taxonomy_term_id", "taxonomy_term", "taxonomy_term")
    _part(tables, "service_at_location", "location_id", "location", "location")
    anything = {key: one for table in tables.values() for key, one in table.items()}
    _nest(tables["attribute"], anything, "link_id", "attributes")
    for parent, entity in ENTITIES.items():
        for name, child in entity.lists.items():
            if child not in ("attribute", "taxonomy_term"):
                _nest(tables[child], tables[parent], f"{parent}_id", name)
    _part(tables, "service", "organization_id", "organization", "organization")


def _part(tables: Tables, of: str, by: str, kind: str, name: str) -> None:
    """Put the one thing that each line names by its id into it."""
    for one in tables[of].values():
        part = tables[kind].get(str(one.document.get(by, "")).lower())
        if part:
            one.document[name] = part.document


def _nest(children: Mapping[str, _Line], parents: Mapping[str, _Line], by: str, name: str) -> None:
    for child in children.values():
        parent = parents.get(str(child.document.get(by, "")).lower())
        if parent:
            parent.document.setdefault(name, []).append(child.document)
            child.document.pop(by) if by != "link_id" else None
