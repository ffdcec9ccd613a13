"""Barriers as their pages show them: in whose words, what they block, the ways round, and what was challenged."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.barriers.models import Attempt, Barrier, BarrierMove, Challenge, Offer, Workaround
from connecting_people.barriers.permissions import can_change, can_offer
from connecting_people.barriers.rules import NEXT, OPEN, BarrierState, Helped, Weight, With
from connecting_people.barriers.words import HELPED, SIDES, STATES, WEIGHTS, WITH
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
class Tried:
    """One time of trying a way round."""

    words: Words
    when: date
    helped: StrOrPromise
    learned: str


@dataclass(frozen=True)
class Way:
    """A way round, who helps, and how it went."""

    id: UUID
    words: Words
    text: str
    from_library: bool
    helper: str
    helped: StrOrPromise
    tries: tuple[Tried, ...]
    offer: str
    may_offer: bool


@dataclass(frozen=True)
class Raised:
    """With whom a barrier was raised, and what came back."""

    id: UUID
    words: Words
    with_whom: str
    when: date
    answer: Words | None


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


@dataclass(frozen=True)
class Shown:
    """The page of one barrier."""

    card: Card
    explanation: StrOrPromise
    prompts: tuple[StrOrPromise, ...]
    ways: tuple[Way, ...]
    raised: tuple[Raised, ...]
    moves: tuple[tuple[StrOrPromise, Words], ...]
    may_change: bool
    counted: bool
    next: tuple[BarrierState, ...]


def cards(partnership: Partnership, barriers: Iterable[Barrier]) -> tuple[Card, ...]:
    """Return barriers as a list shows them."""
    return tuple(_card(partnership, barrier) for barrier in barriers)


def barrier_page(
    partnership: Partnership,
    barrier: Barrier,
    attempts: Iterable[Attempt],
    challenges: Iterable[Challenge],
    moves: Iterable[BarrierMove],
    offers: Iterable[Offer],
) -> Shown:
    """Return one barrier with all that was said and tried."""
    kind = barrier_kind(barrier.kind)
    tries: dict[UUID, list[Attempt]] = {}
    for one in attempts:
        tries.setdefault(one.workaround_id, []).append(one)
    offered = {one.workaround_id: one for one in offers}
    return Shown(
        card=_card(partnership, barrier),
        explanation=kind.explanation,
        prompts=tuple(prompt.text for prompt in kind.prompts),
        ways=tuple(
            _way(partnership, barrier, way, tries.get(way.pk, ()), offered.get(way.pk)) for way in _ways(barrier)
        ),
        raised=tuple(_raised(partnership, one) for one in challenges),
        moves=tuple(_moved(partnership, one) for one in moves),
        may_change=partnership.looking is None and can_change(partnership.me, barrier),
        counted=barrier.counted,
        next=tuple(sorted(NEXT[BarrierState(barrier.state)])),
    )


def way_of(partnership: Partnership, way: Workaround) -> Way:
    """Return one way round, without how it went."""
    return _way(partnership, way.barrier, way, (), None)


def _card(partnership: Partnership, barrier: Barrier) -> Card:
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
        ways=tuple(_way(partnership, barrier, way, (), None) for way in _ways(barrier)),
    )


def _ways(barrier: Barrier) -> list[Workaround]:
    ways: list[Workaround] = barrier.ways  # type: ignore[attr-defined]
    return ways


def _blocks(partnership: Partnership, barrier: Barrier) -> tuple[Blocked, ...]:
    at = {"partnership_id": partnership.pk}
    found = []
    if barrier.goal and _readable(partnership, barrier.goal.entry):
        href = address("plans:goal", **at, goal_id=barrier.goal_id)
        found.append(Blocked(_("The goal"), barrier.goal.entry.line, href))
    if barrier.outing and _readable(partnership, barrier.outing.entry):
        href = address("stepping_out:outing", **at, outing_id=barrier.outing_id)
        found.append(Blocked(_("The outing"), barrier.outing.entry.line, href))
    if who := getattr(barrier, "who_is_blocked", ""):
        href = address("connections:connection", **at, connection_id=barrier.connection_id)
        found.append(Blocked(_("Being with"), who, href))
    if barrier.blocks:
        found.append(Blocked(_("What it keeps from happening"), barrier.blocks, ""))
    return tuple(found)


def _readable(partnership: Partnership, entry: Entry) -> bool:
    me = reader_of(partnership)
    return entry.kept_by_id is None or (me is not None and entry.kept_by_id == me.pk)


def _way(
    partnership: Partnership, barrier: Barrier, way: Workaround, tries: Iterable[Attempt], offer: Offer | None
) -> Way:
    helped = getattr(way, "helped", None)
    way.barrier = barrier
    return Way(
        id=way.pk,
        words=words_of(partnership, way.entry),
        text=way.idea or way.entry.words,
        from_library=way.taken_from is not None,
        helper=_helper(way),
        helped=HELPED[Helped(helped)] if helped else "",
        tries=tuple(_tried(partnership, one) for one in tries),
        offer=address("barriers:offer", partnership_id=partnership.pk, offer_id=offer.pk) if offer else "",
        may_offer=offer is None and partnership.looking is None and can_offer(way),
    )


def _helper(way: Workaround) -> str:
    named = way.participant.name if way.participant else getattr(way, "helper_name", "")
    return ", ".join(filter(None, (named, way.helper)))


def _moved(partnership: Partnership, one: BarrierMove) -> tuple[StrOrPromise, Words]:
    state = STATES[BarrierState(one.state)]
    words = words_of(partnership, one.entry)
    # Without words of its own the line of the record would say once more what stands above.
    return (state, words) if one.entry.words else ("", replace(words, text=str(state)))


def _tried(partnership: Partnership, one: Attempt) -> Tried:
    words = words_of(partnership, one.entry)
    return Tried(words, one.tried_date, HELPED[Helped(one.helped)], one.entry.words)


def _raised(partnership: Partnership, one: Challenge) -> Raised:
    seen = one.answer is not None and _readable(partnership, one.answer)
    return Raised(
        id=one.pk,
        words=words_of(partnership, one.entry),
        with_whom=": ".join(filter(None, [str(WITH[With(one.raised_with)]), one.whom])),
        when=one.raised_date,
        answer=words_of(partnership, one.answer) if one.answer and seen else None,
    )
