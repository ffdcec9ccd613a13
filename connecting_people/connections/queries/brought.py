from datetime import datetime
from uuid import UUID

from connecting_people.connections import uploads
from connecting_people.connections.bringing import Plan, plan_of
from connecting_people.connections.models import Connection
from connecting_people.connections.queries.maps import history_of
from connecting_people.core.london import day_of
from connecting_people.partnership.models import Partnership


def plan_for(partnership: Partnership, name: str, content: bytes, at: datetime, *, to_oneself: bool = False) -> Plan:
    """Say what a file would make of the map that the reader sees; raise NotTakenIn where it cannot come in."""
    sessions = uploads.taken_in(uploads.sessions_in([(name, content)]))
    history = history_of(partnership)
    seen = {said.connection_id for said in history.states}
    kept = frozenset(said.connection_id for said in history.states if said.kept_by_id)
    shared = {said.connection_id for said in history.states if not said.kept_by_id}
    known = _known(partnership, seen)
    return plan_of(sessions, history, known, kept - shared, day_of(at), to_oneself=to_oneself)


def _known(partnership: Partnership, seen: set[UUID]) -> dict[str, UUID]:
    rows = Connection.objects.filter(partnership=partnership).order_by("made_at", "pk").values_list("pk", "source")
    found = {source: id for id, source in rows if source and id in seen}
    return found | {str(id): id for id in seen}
