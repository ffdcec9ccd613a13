"""One barrier with all that was said and tried."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from connecting_people.barriers.models import Attempt, Barrier, BarrierMove, Challenge, Offer
from connecting_people.barriers.permissions import can_change
from connecting_people.barriers.presenters.cards import Card, card_of, readable, ways_with
from connecting_people.barriers.presenters.ways import Way, with_tries
from connecting_people.barriers.rules import NEXT, BarrierState, With
from connecting_people.barriers.words import STATES, WITH
from connecting_people.guide.barriers import barrier_kind
from connecting_people.guide.words import StrOrPromise
from connecting_people.partnership.models import Partnership
from connecting_people.plans.presenters.goals import Words, words_of


@dataclass(frozen=True)
class Raised:
    """With whom a barrier was raised, and what came back."""

    id: UUID
    words: Words
    with_whom: str
    when: date
    answer: Words | None


@dataclass(frozen=True)
class Shown:
    """The page of one barrier."""

    card: Card
    kind: str
    explanation: StrOrPromise
    prompts: tuple[StrOrPromise, ...]
    ways: tuple[Way, ...]
    raised: tuple[Raised, ...]
    moves: tuple[tuple[StrOrPromise, Words], ...]
    may_change: bool
    counted: bool
    next: tuple[BarrierState, ...]


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
        card=card_of(partnership, barrier),
        kind=barrier.kind,
        explanation=kind.explanation,
        prompts=tuple(prompt.text for prompt in kind.prompts),
        ways=tuple(
            with_tries(partnership, barrier, way, tries.get(way.pk, ()), offered.get(way.pk))
            for way in ways_with(barrier)
        ),
        raised=tuple(_raised(partnership, one) for one in challenges),
        moves=tuple(_moved(partnership, one) for one in moves),
        may_change=partnership.looking is None and can_change(partnership.me, barrier),
        counted=barrier.counted,
        next=tuple(sorted(NEXT[BarrierState(barrier.state)])),
    )


def _moved(partnership: Partnership, one: BarrierMove) -> tuple[StrOrPromise, Words]:
    state = STATES[BarrierState(one.state)]
    words = words_of(partnership, one.entry)
    # Without words of its own the line of the record would say once more what stands above.
    return (state, words) if one.entry.words else ("", replace(words, text=str(state)))


def _raised(partnership: Partnership, one: Challenge) -> Raised:
    seen = one.answer is not None and readable(partnership, one.answer)
    return Raised(
        id=one.pk,
        words=words_of(partnership, one.entry),
        with_whom=": ".join(filter(None, [str(WITH[With(one.raised_with)]), one.whom])),
        when=one.raised_date,
        answer=words_of(partnership, one.answer) if one.answer and seen else None,
    )
