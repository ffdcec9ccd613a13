"""What is in the way, each on a card."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.barriers.models import Barrier, Workaround
from connecting_people.barriers.presenters.ways import Way, with_tries
from connecting_people.barriers.rules import OPEN, BarrierState, Weight
from connecting_people.barriers.words import SIDES, STATES, WEIGHTS
from connecting_people.connections.queries.connections import reader_of
from connecting_people.core.addresses import address
from connecting_people.guide.barriers import barrier_kind
from connecting_people.guide.words import StrOrPromise
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Partnership
from connecting_people.plans.presenters.goals import Words, words_of


@dataclass(frozen=True)
class Blocked:
    """Something that a barrier blocks: what sort of thing, its name, and the way to it."""

    label: StrOrPromise
    text: str
    href: str


@dataclass(frozen=True)
class Card:
    """One barrier in a list."""

    id: UUID
    href: str
    words: Words
    kind: StrOrPromise
    side: StrOrPromise
    weight: StrOrPromise
    state: StrOrPromise
    open: bool
    differs: bool
    blocks: tuple[Blocked, ...]
    ways: tuple[Way, ...]


def cards(partnership: Partnership, barriers: Iterable[Barrier]) -> tuple[Card, ...]:
    """Return barriers as a list shows them."""
    return tuple(card_of(partnership, barrier) for barrier in barriers)


def card_of(partnership: Partnership, barrier: Barrier) -> Card:
    """Return the card of one barrier."""
    kind = barrier_kind(barrier.kind)
    return Card(
        id=barrier.pk,
        href=address("barriers:barrier", partnership_id=partnership.pk, barrier_id=barrier.pk),
        words=words_of(partnership, barrier.entry),
        kind=kind.name,
        side=SIDES[kind.side],
        weight=WEIGHTS[Weight(barrier.weight)] if barrier.weight else "",
        state=STATES[BarrierState(barrier.state)],
        open=barrier.state in OPEN,
        differs=barrier.entry.standing == "different",
        blocks=_blocks(partnership, barrier),
        ways=tuple(with_tries(partnership, barrier, way, (), None) for way in ways_with(barrier)),
    )


def ways_with(barrier: Barrier) -> list[Workaround]:
    """Return the ways round a barrier, as they were fetched with it."""
    ways: list[Workaround] = barrier.ways  # type: ignore[attr-defined]
    return ways


def _blocks(partnership: Partnership, barrier: Barrier) -> tuple[Blocked, ...]:
    at = {"partnership_id": partnership.pk}
    found = []
    if barrier.goal and readable(partnership, barrier.goal.entry):
        href = address("plans:goal", **at, goal_id=barrier.goal_id)
        found.append(Blocked(_("The goal"), barrier.goal.entry.line, href))
    if barrier.outing and readable(partnership, barrier.outing.entry):
        href = address("stepping_out:outing", **at, outing_id=barrier.outing_id)
        found.append(Blocked(_("The outing"), barrier.outing.entry.line, href))
    if who := getattr(barrier, "who_is_blocked", ""):
        href = address("connections:connection", **at, connection_id=barrier.connection_id)
        found.append(Blocked(_("Being with"), who, href))
    if barrier.blocks:
        found.append(Blocked(_("What it keeps from happening"), barrier.blocks, ""))
    return tuple(found)


def readable(partnership: Partnership, entry: Entry) -> bool:
    """Say whether an entry is not one that somebody else keeps."""
    me = reader_of(partnership)
    return entry.kept_by_id is None or (me is not None and entry.kept_by_id == me.pk)
