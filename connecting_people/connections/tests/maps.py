"""What the tests of this room do again and again."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils import timezone

from connecting_people.connections.actions import connections as actions
from connecting_people.connections.actions import ties
from connecting_people.connections.facts import Facts
from connecting_people.connections.queries.connections import facts_in, state_in
from connecting_people.connections.queries.maps import network_of
from connecting_people.connections.rules import Node
from tests.cast import Cast


def add(cast: Cast, who: str, name: str, *, to_oneself: bool = False, at: Any = None, **facts: Any) -> UUID:
    """Put somebody on Asha's map; return the id."""
    said = Facts(name=name, **{"kind": "friends", "ring": 2, **facts})
    here = cast.reach(who)
    by, moment = getattr(cast, who), at or timezone.now()
    return actions.add(by=by, at=moment, partnership=here, facts=said, to_oneself=to_oneself).pk


def tie(cast: Cast, who: str, one: UUID, other: UUID, at: Any = None) -> None:
    """Say that two know each other."""
    ties.tie(by=getattr(cast, who), at=at or timezone.now(), partnership=cast.reach(who), one=one, other=other)


def edit(cast: Cast, who: str, id: UUID, read: UUID | None = None, at: Any = None, **changes: Any) -> None:
    """Say something else of a connection than somebody last read."""
    here = cast.reach(who)
    state = state_in(here, id)
    was = here.connection_states.get(pk=read) if read else state
    facts = replace(facts_in(was), **changes)
    actions.change(
        by=getattr(cast, who), at=at or timezone.now(), partnership=here, connection_id=id, read=was.pk, facts=facts
    )


def seen(cast: Cast, who: str, day: Any = None) -> dict[str, Node]:
    """Return whom somebody sees on the map, by name."""
    return {node.name: node for node in network_of(cast.reach(who), day).nodes}
