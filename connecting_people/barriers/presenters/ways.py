"""A way round with its tries, as a page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from connecting_people.barriers.models import Attempt, Barrier, Offer, Workaround
from connecting_people.barriers.permissions import can_offer
from connecting_people.barriers.rules import Helped
from connecting_people.barriers.words import HELPED
from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise
from connecting_people.partnership.models import Partnership
from connecting_people.plans.presenters.goals import Words, words_of


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


def way_of(partnership: Partnership, way: Workaround) -> Way:
    """Return one way round, without how it went."""
    return with_tries(partnership, way.barrier, way, (), None)


def with_tries(
    partnership: Partnership, barrier: Barrier, way: Workaround, tries: Iterable[Attempt], offer: Offer | None
) -> Way:
    """Return one way round with its tries, and where it is offered to the library."""
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


def _tried(partnership: Partnership, one: Attempt) -> Tried:
    words = words_of(partnership, one.entry)
    return Tried(words, one.tried_date, HELPED[Helped(one.helped)], one.entry.words)
