"""What waits to come into the library, and what stands in the way of an agency’s staff."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.barriers.models import Item
from connecting_people.barriers.presenters.ideas import kind_name
from connecting_people.barriers.rules import opened
from connecting_people.barriers.words import SIDES
from connecting_people.community.presenters.came import Came, came_from
from connecting_people.guide.barrier_kind import BarrierKind
from connecting_people.guide.barriers import barrier_kinds_for
from connecting_people.guide.words import Side, StrOrPromise


@dataclass(frozen=True)
class Waiting:
    """One idea that waits for a second person."""

    id: UUID
    kind: StrOrPromise
    text: str
    month: date
    came: Came | None


@dataclass(frozen=True)
class Counted:
    """How many people something stands in the way of, as far as it may be told."""

    kind: StrOrPromise
    explanation: StrOrPromise
    says: str


@dataclass(frozen=True)
class CountedSide:
    """What stands in the way on one side: the kinds with numbers, the largest first, and what the others are called."""

    name: StrOrPromise
    kinds: tuple[Counted, ...]
    others: tuple[StrOrPromise, ...]


def waiting_page(items: Iterable[Item]) -> tuple[Waiting, ...]:
    """Return what waits for a second person."""
    return tuple(waiting(item) for item in items)


def waiting(item: Item) -> Waiting:
    """Return one idea as whoever looks at it sees it: nothing says whose it is."""
    kind, text = opened(item.sealed)
    return Waiting(item.pk, kind_name(kind), text, item.month, came_from(item.from_training, item.training_date))


def counted_page(counts: Mapping[str, int]) -> tuple[CountedSide, ...]:
    """Return what stands in the way of practitioners and of the agency, the larger numbers first."""
    return tuple(_counted_side(side, counts) for side in (Side.PRACTITIONER, Side.AGENCY))


def _counted_side(side: Side, counts: Mapping[str, int]) -> CountedSide:
    kinds = sorted(barrier_kinds_for(side), key=lambda kind: -counts.get(kind.id, 0))
    shown = tuple(_counted(kind, counts[kind.id]) for kind in kinds if kind.id in counts)
    return CountedSide(SIDES[side], shown, tuple(kind.name for kind in kinds if kind.id not in counts))


def _counted(kind: BarrierKind, number: int) -> Counted:
    return Counted(kind.name, kind.explanation, _("about %(number)s people") % {"number": number})
