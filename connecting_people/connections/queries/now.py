"""The whole of a map as it is now, for its two pages: in one query, however much is on it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast

from connecting_people.connections.facts import FIELDS, TEXTS, Facts, node_of, read_back
from connecting_people.connections.models import ConnectionState, MapLook, MapSettings, MapStep, Tie
from connecting_people.connections.rules import USUAL_RINGS, Network
from connecting_people.connections.ruling import Ruling
from connecting_people.core.prepared import Prepared
from connecting_people.partnership.models import Partnership


@dataclass(frozen=True)
class StepNow:
    """What can be taken back, or done again: what it was and whom it was about."""

    act: str
    about: UUID | None


@dataclass(frozen=True)
class Now:
    """A map as its reader sees it now. `facts` are without the longer texts."""

    network: Network
    facts: dict[UUID, Facts]
    kept: frozenset[UUID]
    ruling: Ruling
    colour_by: str
    text: str
    undo: StepNow | None
    redo: StepNow | None


_SHORT = tuple(name for name in FIELDS if name not in TEXTS)
_STATE: dict[str, str] = {"id": "connection_id", "other": "kept_by_id", "at": "connection__made_at"}
_STATE |= {name: name for name in _SHORT}
_TIE = {"id": "one_id", "other": "other_id"}
_RULING = {"number": "version", "rings": "rings", "sectors": "sectors", "ties_asked": "ties_asked",
           "ring_names": "ring_names", "sector_names": "sector_names"}  # fmt: skip
_STEP = {"id": "about", "number": "number", "act": "act", "undone": "undone"}
_LOOK = {"colour_by": "colour_by", "text": "text"}


def _columns() -> dict[str, Any]:
    """Return the type of each column in which rows of five tables come, one under the other."""
    of = {ConnectionState: _SHORT, MapSettings: tuple(_RULING)[1:], MapStep: tuple(_STEP)[1:], MapLook: tuple(_LOOK)}
    found: dict[str, Any] = {"what": TextField(), "id": ConnectionState._meta.pk}
    found |= {"other": ConnectionState._meta.pk, "at": ConnectionState._meta.get_field("at")}
    return found | {name: model._meta.get_field(name) for model, names in of.items() for name in names}


_COLUMNS = _columns()


def _rows(rows: "QuerySet[Any]", what: str, columns: dict[str, str]) -> "QuerySet[Any, Any]":
    values: dict[str, Any] = {name: Cast(Value(None), field) for name, field in _COLUMNS.items()}
    values |= {name: F(column) for name, column in columns.items()}
    values["what"] = Value(what, TextField())
    named = {f"its_{name}": value for name, value in values.items()}
    found: QuerySet[Any, Any] = rows.order_by().annotate(**named).values_list(*named)
    return found


def _all(partnership_id: UUID, place_id: UUID) -> "QuerySet[Any, Any]":
    seen = Q(kept_by=None) | Q(kept_by=place_id)
    states = _rows(ConnectionState.objects.filter(seen, partnership=partnership_id, latest=True), "state", _STATE)
    others = (
        _rows(Tie.objects.filter(partnership=partnership_id, ended_at=None), "tie", _TIE),
        _rows(MapSettings.objects.filter(partnership=partnership_id), "ruling", _RULING),
        _rows(MapStep.objects.filter(whose=place_id), "step", _STEP),
        _rows(MapLook.objects.filter(place=place_id), "look", _LOOK),
    )
    return states.union(*others, all=True)


_NOW = Prepared(_all)


def now_of(partnership: Partnership) -> Now:
    """Return the map as its reader sees it now, in one query."""
    # In an urgent look there is no place; nobody keeps anything to the partnership's own id.
    place_id = partnership.pk if partnership.looking else partnership.me.pk
    found: dict[str, list[dict[str, Any]]] = {what: [] for what in ("state", "tie", "ruling", "step", "look")}
    for row in _NOW.rows(partnership_id=partnership.pk, place_id=place_id):
        found[row[0]].append(dict(zip(_COLUMNS, row, strict=True)))
    states = sorted((row for row in found["state"] if row["there"]), key=lambda row: (row["at"], row["id"].hex))
    facts = {row["id"]: read_back(row) for row in states}
    kept = frozenset(row["id"] for row in states if row["other"])
    ruling = _ruling(found["ruling"])
    ties = frozenset((row["id"], row["other"]) for row in found["tie"] if row["id"] in facts and row["other"] in facts)
    undo, redo = _steps(found["step"])
    look = found["look"][0] if found["look"] else {"colour_by": "", "text": ""}
    return Now(
        network=Network(
            nodes=tuple(node_of(id, said, kept=id in kept) for id, said in facts.items()),
            ties=ties,
            ties_asked=ruling.ties_asked or bool(ties),
            rings=ruling.rings or USUAL_RINGS,
        ),
        facts=facts,
        kept=kept,
        ruling=ruling,
        colour_by=look["colour_by"],
        text=look["text"],
        undo=undo,
        redo=redo,
    )


def _ruling(rows: list[dict[str, Any]]) -> Ruling:
    newest = max(rows, key=lambda row: row["number"], default=None)
    return ruling_of(newest) if newest else Ruling()


def ruling_of(values: dict[str, Any]) -> Ruling:
    """Return how a map is ruled, out of the columns of its settings."""
    return Ruling(
        rings=values["rings"],
        ring_names=tuple(values["ring_names"]),
        sectors=values["sectors"],
        sector_names=dict(values["sector_names"]),
        ties_asked=values["ties_asked"],
        version=values["number"],
    )


def _steps(rows: list[dict[str, Any]]) -> tuple[StepNow | None, StepNow | None]:
    done = max((row for row in rows if not row["undone"]), key=lambda row: row["number"], default=None)
    undone = min((row for row in rows if row["undone"]), key=lambda row: row["number"], default=None)
    return _step(done), _step(undone)


def _step(row: dict[str, Any] | None) -> StepNow | None:
    return StepNow(row["act"], row["id"]) if row else None
