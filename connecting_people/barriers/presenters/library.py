"""The agency's library as its pages show it, what was offered to it, and what stands in the way of many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from connecting_people.barriers.library import Found
from connecting_people.barriers.models import Item, Offer
from connecting_people.barriers.rules import ItemState, OfferState, opened
from connecting_people.barriers.words import SIDES
from connecting_people.core.addresses import address
from connecting_people.guide.barrier_kind import BarrierKind
from connecting_people.guide.barriers import UnknownBarrierKind, barrier_kind, barrier_kinds_for
from connecting_people.guide.words import Side, StrOrPromise
from connecting_people.journey.permissions import can_decide_for
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.rules import PRACTITIONERS, Part


@dataclass(frozen=True)
class Idea:
    """One idea of the library, with what may be told of how it went."""

    id: UUID
    kind: StrOrPromise
    text: str
    says: str


@dataclass(frozen=True)
class ForKind:
    """What goes with a kind while one writes: what it is, what to ask oneself, and what helped others."""

    explanation: StrOrPromise
    prompts: tuple[StrOrPromise, ...]
    ideas: tuple[Idea, ...]


@dataclass(frozen=True)
class Yes:
    """Whether one side said yes, and for whom the reader may say it."""

    side: str
    name: str
    when: date | None
    may_say: str


@dataclass(frozen=True)
class Offered:
    """An idea on its way, for the two alone: exactly what would be shared, who said yes, and what became of it."""

    href: str
    text: str
    kind: StrOrPromise
    version: int
    yeses: tuple[Yes, ...]
    being_worded: bool
    says: str
    reason: str
    may_take_back: bool
    write_anew: str


@dataclass(frozen=True)
class Waiting:
    """One idea that waits for a second person."""

    id: UUID
    kind: StrOrPromise
    text: str
    month: date


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


def for_kind(kind: str, found: Iterable[Found]) -> ForKind | None:
    """Return what the guide asks about a kind, and what helped others; None while no kind is chosen."""
    try:
        known = barrier_kind(kind)
    except UnknownBarrierKind:
        return None
    return ForKind(known.explanation, tuple(prompt.text for prompt in known.prompts), idea_cards(found))


def idea_cards(found: Iterable[Found]) -> tuple[Idea, ...]:
    """Return ideas of the library in words."""
    return tuple(Idea(one.id, kind_name(one.kind), one.text, _went(one)) for one in found)


def offered_page(partnership: Partnership, offer: Offer, item: Item | None) -> Offered:
    """Return an idea that was offered, with what became of it."""
    wording = offer.state == OfferState.WORDING
    kind, text = opened(item.sealed if item else offer.sealed)
    sent_back = item is not None and item.state == ItemState.SENT_BACK
    waits = item is not None and item.state == ItemState.WAITING
    return Offered(
        href=address("barriers:offer", partnership_id=partnership.pk, offer_id=offer.pk),
        text=text,
        kind=kind_name(kind),
        version=offer.version,
        yeses=_yeses(partnership, offer) if wording else (),
        being_worded=wording,
        says=_became(offer, item),
        reason=item.reason if item else "",
        may_take_back=partnership.looking is None and (wording or waits or sent_back),
        write_anew=_anew(partnership, offer) if sent_back and partnership.looking is None else "",
    )


def waiting_page(items: Iterable[Item]) -> tuple[Waiting, ...]:
    """Return what waits for a second person."""
    return tuple(waiting(item) for item in items)


def waiting(item: Item) -> Waiting:
    """Return one idea as whoever looks at it sees it: nothing says whose it is."""
    kind, text = opened(item.sealed)
    return Waiting(item.pk, kind_name(kind), text, item.month)


def counted_page(counts: Mapping[str, int]) -> tuple[CountedSide, ...]:
    """Return what stands in the way of practitioners and of the agency, the larger numbers first."""
    return tuple(_counted_side(side, counts) for side in (Side.PRACTITIONER, Side.AGENCY))


def kind_name(kind: str) -> StrOrPromise:
    """Return what a kind is called; nothing for an id that the guide no longer has."""
    try:
        return barrier_kind(kind).name
    except UnknownBarrierKind:
        return ""


def _counted_side(side: Side, counts: Mapping[str, int]) -> CountedSide:
    kinds = sorted(barrier_kinds_for(side), key=lambda kind: -counts.get(kind.id, 0))
    shown = tuple(_counted(kind, counts[kind.id]) for kind in kinds if kind.id in counts)
    return CountedSide(SIDES[side], shown, tuple(kind.name for kind in kinds if kind.id not in counts))


def _counted(kind: BarrierKind, number: int) -> Counted:
    return Counted(kind.name, kind.explanation, _("about %(number)s people") % {"number": number})


def _went(one: Found) -> str:
    if one.helped:
        numbers = {"helped": one.helped, "tried": one.tried}
        return _("Helped about %(helped)s of about %(tried)s who tried it here") % numbers
    if one.some:
        return _("Helped some people here")
    if one.tried:
        return _("About %(tried)s have tried it here") % {"tried": one.tried}
    return ""


def _became(offer: Offer, item: Item | None) -> str:
    if offer.state == OfferState.WORDING:
        if offer.person_yes_at and offer.practitioner_yes_at:
            return _(
                "You both said yes. It comes in with the ideas of others once the month is over, so that nobody can "
                "tell whose it is. Until somebody has put it into the library you can take it back."
            )
        return _("Nobody else sees this. It is shared once each of you has said yes to exactly these words.")
    if item is None or item.state == ItemState.TAKEN_OUT:
        return _("You offered an idea. Nothing here or there says any more which one it was.")
    if item.state == ItemState.APPROVED:
        return _("It is in the library. Nothing there says whose it was.")
    if item.state == ItemState.SENT_BACK:
        return _("Somebody looked at it and sent it back, with a reason. They do not know that it is yours.")
    return _("Somebody who does not know whose it is will look at it soon.")


def _yeses(partnership: Partnership, offer: Offer) -> tuple[Yes, ...]:
    me = None if partnership.looking else partnership.me
    lead = next((one for one in partnership.everybody if one.part == Part.LEAD and one.left_at is None), None)
    practitioner = me if me and me.part in PRACTITIONERS else lead
    found = [(partnership.person, offer.person_yes_at), (practitioner, offer.practitioner_yes_at)]
    return tuple(
        Yes(place.side, place.name, at.date() if at else None, _may_say(me, place) if not at else "")
        for place, at in found
        if place
    )


def _may_say(me: Participant | None, place: Participant) -> str:
    return str(place.pk) if me and can_decide_for(me, place) else ""


def _anew(partnership: Partnership, offer: Offer) -> str:
    way = offer.workaround
    return address("barriers:new_offer", partnership_id=partnership.pk, barrier_id=way.barrier_id, way_id=way.pk)
