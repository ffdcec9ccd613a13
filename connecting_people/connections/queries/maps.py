from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from connecting_people.connections.facts import FIELDS, read_back
from connecting_people.connections.models import ConnectionState, MapSettings, Tie
from connecting_people.connections.past import History, Said, Tied
from connecting_people.connections.permissions import visible_to
from connecting_people.connections.queries.now import now_of, ruling_of
from connecting_people.connections.rules import Network
from connecting_people.connections.ruling import Ruling
from connecting_people.partnership.models import Participant, Partnership


def network_of(partnership: Partnership, day: date | None = None) -> Network:
    """Return the map as its reader sees it, as it is now or as it was at the end of a day."""
    return now_of(partnership).network if day is None else history_of(partnership).on(day)


def history_of(partnership: Partnership) -> History:
    """Return all that the reader of this partnership may know of its map, in three queries."""
    place = None if partnership.looking else partnership.me
    rows = visible_to(place, ConnectionState.objects.filter(partnership=partnership))
    return _history(partnership.pk, rows, place)


def whole_history(partnership_id: UUID) -> History:
    """Return all that anybody knows of a map, to keep what each of them sees; no page shows it."""
    return _history(partnership_id, ConnectionState.objects.filter(partnership=partnership_id), None)


def days_of_change(partnership: Partnership) -> list[date]:
    """Return the days on which the reader saw something change, oldest first."""
    return history_of(partnership).days()


def ruling_in(partnership: Partnership, version: int) -> Ruling:
    """Return how the map was ruled in one version; 0 is before anybody chose."""
    found = MapSettings.objects.filter(partnership=partnership, version=version).first()
    return _ruling(found) if found else Ruling()


_COLUMNS = (
    "connection_id", "connection__made_at", "version", "from_date", "at", "act", "by_id", "voice_id", "kept_by_id",
)  # fmt: skip
_NAMES = ("connection_id", "made_at", *_COLUMNS[2:])


def _history(partnership_id: UUID, rows: "QuerySet[ConnectionState]", place: Participant | None) -> History:
    # Within a connection by day, and within a day as it was written; so the last one up to a day counts.
    in_order = rows.order_by("connection__made_at", "connection_id", "from_date", "version")
    ties = Tie.objects.filter(partnership=partnership_id).order_by("from_date", "pk")
    rulings = MapSettings.objects.filter(partnership=partnership_id).order_by("version")
    return History(
        states=tuple(_said(row) for row in in_order.values_list(*_COLUMNS, *FIELDS)),
        ties=tuple(Tied(*row) for row in ties.values_list("one_id", "other_id", "from_date", "until_date")),
        rulings=tuple((row.from_date, _ruling(row)) for row in rulings),
        reader=place.pk if place else None,
    )


def _said(row: Iterable[Any]) -> Said:
    values = tuple(row)
    begin = len(_COLUMNS)
    facts = read_back(dict(zip(FIELDS, values[begin:], strict=True)))
    return Said(**dict(zip(_NAMES, values, strict=False)), facts=facts)


def _ruling(row: MapSettings) -> Ruling:
    return ruling_of({**vars(row), "number": row.version})
