from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from connecting_people.connections.models import ConnectionState
from connecting_people.connections.queries.connections import states
from connecting_people.connections.rules import State
from connecting_people.journey.queries import support_now
from connecting_people.partnership.models import Partnership
from connecting_people.plans.queries import current, goals
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.queries import outings
from connecting_people.taking_stock.queries.stock import Said, key_of
from connecting_people.taking_stock.rules import LOOK_BACK, About

MOST = 24  # of each sort; what is further off can be said in free words
LOOKED_THROUGH = 200


@dataclass(frozen=True)
class Thing:
    """Something that two people could take stock of."""

    key: str
    about: About
    id: UUID | None
    name: str
    when: date | None = None
    level: str = ""
    felt: str = ""
    kept: bool = False


def things(partnership: Partnership, today: date, also: Iterable[Said] = ()) -> list[Thing]:
    """Return what there is to take stock of, in four queries: what was tried, goals, connections and the support.

    `also` is what was said already, so that nothing chosen before is missing.
    """
    found = [*_tried(partnership, today), *_goals(partnership), *_known(partnership), _support(partnership)]
    keys = {one.key for one in found}
    return [*found, *(_thing(said) for said in also if said.key not in keys)]


def _tried(partnership: Partnership, today: date) -> list[Thing]:
    rows = outings(partnership).filter(outing_date__lte=today, outing_date__gte=today - LOOK_BACK)
    latest: dict[UUID, Outing] = {}
    for row in rows.order_by("-outing_date", "-begins", "-pk")[:LOOKED_THROUGH]:
        latest.setdefault(row.entry_id, row)
    return [
        Thing(
            key=key_of(About.OUTING, row.entry_id),
            about=About.OUTING,
            id=row.pk,
            name=row.entry.line,
            when=row.outing_date,
            felt=row.felt,
            kept=row.entry.kept_by_id is not None,
        )
        for row in list(latest.values())[:MOST]
    ]


def _goals(partnership: Partnership) -> list[Thing]:
    return [
        Thing(
            key=key_of(About.GOAL, goal.pk),
            about=About.GOAL,
            id=goal.pk,
            name=goal.entry.words or goal.entry.line,
            kept=goal.entry.kept_by_id is not None,
        )
        for goal in current(goals(partnership))[:MOST]
    ]


def _known(partnership: Partnership) -> list[Thing]:
    """Return who and what is part of life now, what changed last first; nobody asks about keeping who does harm."""
    rows = states(partnership).filter(there=True, state=State.CURRENT, never_support=False)
    rows = rows.order_by("-from_date", "-at", "connection")
    return [_connection(row) for row in rows[:MOST]]


def _connection(row: ConnectionState) -> Thing:
    return Thing(
        key=key_of(About.CONNECTION, row.connection_id),
        about=About.CONNECTION,
        id=row.connection_id,
        name=row.name,
        kept=row.kept_by_id is not None,
    )


def _support(partnership: Partnership) -> Thing:
    now = support_now(partnership)
    return Thing(
        key=About.SUPPORT.value,
        about=About.SUPPORT,
        id=now.pk if now else None,
        name="",
        level=now.level if now else "",
    )


def _thing(said: Said) -> Thing:
    return Thing(said.key, said.about, said.thing_id, said.name, level=said.level, kept=said.kept)
