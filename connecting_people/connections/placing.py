"""Where a connection comes to stand, so that nobody else on the map moves for it."""

from uuid import UUID

from connecting_people.connections.facts import Facts, node_of, standing_as
from connecting_people.connections.layout import Move, placed
from connecting_people.connections.queries.now import now_of
from connecting_people.connections.rules import MOST_CONNECTIONS
from connecting_people.connections.troubles import full_of_connections
from connecting_people.partnership.models import Partnership


def in_place(partnership: Partnership, id: UUID, facts: Facts, asked: Move | None, *, kept: bool) -> Facts:
    """Return what is said, in a place that none of the others holds.

    Where what everybody sees is placed, what somebody keeps to themselves takes up no room.
    """
    now = now_of(partnership)
    others = [node for node in now.network.nodes if node.id != id and (kept or not node.kept)]
    if id not in now.facts and facts.there and len(now.facts) >= MOST_CONNECTIONS:
        raise full_of_connections()
    return standing_as(facts, placed(node_of(id, facts, kept=kept), asked, others, now.ruling.board))
