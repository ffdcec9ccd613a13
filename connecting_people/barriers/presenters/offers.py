"""What two people offer to the library, and each one’s yes to it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from connecting_people.barriers.models import Item, Offer
from connecting_people.barriers.presenters.ideas import kind_name
from connecting_people.barriers.rules import ItemState, OfferState, opened
from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise
from connecting_people.journey.permissions import can_decide_for
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.rules import PRACTITIONERS, Part


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
