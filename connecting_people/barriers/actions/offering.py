"""An idea is offered to the agency's library: put into words without names, and shared once both said yes to these."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.barriers import permissions
from connecting_people.barriers.actions.barriers import STEP, BarrierError
from connecting_people.barriers.models import Item, Offer, Workaround
from connecting_people.barriers.names import what_tells
from connecting_people.barriers.queries.offers import names_near
from connecting_people.barriers.rules import ItemState, OfferState, opened, sealed
from connecting_people.journey import actions as journey
from connecting_people.journey.permissions import check_can_decide_for
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.partnership.rules import Part
from connecting_people.people.models import User


class StillNamed(BarrierError):
    """The text still tells whom it is about; `word` is what does."""

    def __init__(self, word: str) -> None:
        says = _("“%(word)s” could tell whom this is about. Say it without that name, place or number.")
        super().__init__(says % {"word": word})
        self.word = word


class StaleOffer(BarrierError):
    """The words were changed after they were read; `now` is how they stand."""

    def __init__(self, now: Offer) -> None:
        super().__init__(_("The words were changed while you were reading. Look at them again: these would be shared."))
        self.now = now


class NoLongerYours(BarrierError):
    """The idea is in the library, where nothing says whose it was."""


@transaction.atomic
def offer(*, by: User, at: datetime, partnership: Partnership, workaround: Workaround, text: str) -> Offer:
    """Put an idea into the words in which it could be shared; nobody else sees them before both said yes."""
    check_can_write(by, partnership, at)
    permissions.check_can_offer(workaround)
    _check_text(partnership, text)
    _make_room(workaround)
    made = Offer(
        agency_id=partnership.agency_id,
        partnership=partnership,
        workaround=workaround,
        sealed=sealed(workaround.barrier.kind, text),
    )
    # The record says that an idea was offered, and none of its words.
    made.entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind="idea_offered",
        line=_("An idea for the agency’s library"),
        steps=[STEP],
        about=workaround.entry,
        target_page="barriers:offer",
        target_id=made.pk,
    )
    made.save(force_insert=True)
    return made


@transaction.atomic
def reword(*, by: User, at: datetime, partnership: Partnership, offer: Offer, text: str, version: int) -> Offer:
    """Say it in other words, in place of `version`; a yes that was said was to others, so it is asked for anew."""
    check_can_write(by, partnership, at)
    now = _being_worded(partnership, offer, version)
    _check_text(partnership, text)
    now.sealed = sealed(opened(now.sealed)[0], text)
    now.version = version + 1
    now.person_yes_at = now.person_yes_by = now.practitioner_yes_at = now.practitioner_yes_by = None
    now.save()
    return now


@transaction.atomic
def say_yes(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    offer: Offer,
    version: int,
    voice: Participant | None = None,
) -> Offer:
    """Say yes to exactly these words; a practitioner notes the yes of somebody without a login as they say it."""
    check_can_write(by, partnership, at)
    voice = voice or partnership.me
    check_can_decide_for(partnership.me, voice)
    now = _being_worded(partnership, offer, version)
    _check_text(partnership, opened(now.sealed)[1])
    if voice.part == Part.SERVICE_USER:
        now.person_yes_at, now.person_yes_by = at, by
    else:
        now.practitioner_yes_at, now.practitioner_yes_by = at, by
    now.save()
    return now


@transaction.atomic
def take_back(*, by: User, at: datetime, partnership: Partnership, offer: Offer) -> None:
    """Take an idea back, by either of the two, as long as nobody has put it into the library."""
    check_can_write(by, partnership, at)
    now = _locked(partnership, offer)
    if now.state == OfferState.HANDED_IN:
        _take_out_of_queue(now)
    now.state, now.sealed, now.receipt = OfferState.TAKEN_BACK, "", None
    now.save()
    line = _("An idea was taken back")
    journey.record(
        by=by, at=at, partnership=partnership, kind="idea_taken_back", line=line, steps=[STEP], about=now.entry
    )


def _check_text(partnership: Partnership, text: str) -> None:
    if word := what_tells(text, names_near(partnership)):
        raise StillNamed(word)


def _make_room(workaround: Workaround) -> None:
    """Let go of an earlier offer of the same idea that was sent back; any other stands."""
    before = Offer.objects.select_for_update().filter(workaround=workaround).exclude(state=OfferState.TAKEN_BACK)
    for one in before:
        if one.receipt and Item.objects.filter(pk=one.receipt, state=ItemState.SENT_BACK).delete()[0]:
            one.state, one.receipt = OfferState.TAKEN_BACK, None
            one.save()
        else:
            raise BarrierError(_("This idea is offered already."))


def _take_out_of_queue(offer: Offer) -> None:
    waiting = {ItemState.WAITING, ItemState.SENT_BACK}
    rows = Item.objects.select_for_update().filter(pk=UUID(offer.receipt)) if offer.receipt else Item.objects.none()
    item = rows.first()
    if item is None or item.state not in waiting:
        says = _("It is in the library by now, where nothing says whose it was. Nobody can find it to take it back.")
        raise NoLongerYours(says)
    item.delete()


def _being_worded(partnership: Partnership, offer: Offer, version: int) -> Offer:
    now = _locked(partnership, offer)
    if now.state != OfferState.WORDING:
        raise BarrierError(_("This was handed in already. You can take it back."))
    if now.version != version:
        raise StaleOffer(now)
    return now


def _locked(partnership: Partnership, offer: Offer) -> Offer:
    rows = Offer.objects.select_related("entry").select_for_update(of=("self",))
    found = rows.filter(pk=offer.pk, partnership=partnership).exclude(state=OfferState.TAKEN_BACK).first()
    if found is None:
        raise Http404
    found.entry.partnership = partnership
    return found
