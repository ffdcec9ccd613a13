"""The agency's library is kept: ideas come in a month at a time, and a second person looks at each."""

import secrets
from datetime import datetime

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.barriers import permissions
from connecting_people.barriers.actions.barriers import BarrierError
from connecting_people.barriers.counting import count_again
from connecting_people.barriers.models import Item, Offer
from connecting_people.barriers.rules import (
    ENOUGH,
    LONGEST,
    NEXT_ITEM,
    ItemState,
    OfferState,
    month_before,
    month_of,
    sealed,
)
from connecting_people.community.rules import FromTraining
from connecting_people.core.london import day_of
from connecting_people.people.models import Agency, User


@transaction.atomic
def look_after(*, by: None, at: datetime, agency: Agency) -> None:
    """Let the ideas of the past months come in, wipe old receipts, and count anew what helped. For once a day.

    All ideas to which both said yes before this month come in together, in a new order, so that neither place nor
    time says whose is whose (decision 9); they wait for company where they are of fewer than three partnerships.
    """
    ready = _ready(agency, at)
    if len({offer.partnership_id for offer in ready}) >= ENOUGH:
        _hand_in(ready, at)
        audit.record(by=by, at=at, agency_id=agency.pk, act="library: ideas came in", subject_id=agency.pk)
    _wipe_receipts(agency, at)
    count_again(agency.pk)


@transaction.atomic
def bring_from_training(*, by: User, at: datetime, agency: Agency, kind: str, text: str, came: FromTraining) -> Item:
    """Hand in a way round from the board of a training, sealed like every other; a second person looks at it."""
    permissions.check_can_keep_library(by, agency.pk)
    if len(text.strip()) > LONGEST:
        raise BarrierError(_("Say it in at most %(most)s letters, so that it is quick to read.") % {"most": LONGEST})
    month = month_of(day_of(at))
    item = Item.objects.create(agency=agency, sealed=sealed(kind, text), month=month, brought_by=by, **came.columns())
    act = "library: brought from a training"
    audit.record(by=by.pk, at=at, agency_id=agency.pk, act=act, subject_id=agency.pk, target_id=item.pk)
    return item


@transaction.atomic
def approve(*, by: User, at: datetime, item: Item) -> None:
    """Put an idea into the library, word for word."""
    _decide(by, at, item, ItemState.APPROVED, "")


@transaction.atomic
def send_back(*, by: User, at: datetime, item: Item, reason: str) -> None:
    """Send an idea back with a reason, which the two who offered it see."""
    _decide(by, at, item, ItemState.SENT_BACK, reason)


@transaction.atomic
def take_out(*, by: User, at: datetime, item: Item) -> None:
    """Take an idea out of the library; whoever took it up keeps it."""
    permissions.check_can_keep_library(by, item.agency_id)
    _move(by, at, item, ItemState.TAKEN_OUT, "")


def _decide(by: User, at: datetime, item: Item, to: ItemState, reason: str) -> None:
    permissions.check_can_decide(by, item)
    _move(by, at, item, to, reason)


def _move(by: User, at: datetime, item: Item, to: ItemState, reason: str) -> None:
    now = Item.objects.select_for_update().filter(pk=item.pk, agency=item.agency_id).first()
    if now is None:
        raise Http404
    if to not in NEXT_ITEM[ItemState(now.state)]:
        raise BarrierError(_("Somebody has looked at this already."))
    now.state, now.reason = to, reason.strip()
    now.save(update_fields=["state", "reason"])
    act = f"library: {to.value.replace('_', ' ')}"
    audit.record(by=by.pk, at=at, agency_id=now.agency_id, act=act, subject_id=now.agency_id, target_id=now.pk)


def _ready(agency: Agency, at: datetime) -> list[Offer]:
    this_month = month_of(day_of(at))
    rows = Offer.objects.select_for_update().filter(agency=agency, state=OfferState.WORDING)
    rows = rows.filter(person_yes_at__isnull=False, practitioner_yes_at__isnull=False)
    return [one for one in rows.order_by("pk") if month_of(day_of(_both_at(one))) < this_month]


def _both_at(offer: Offer) -> datetime:
    assert offer.person_yes_at and offer.practitioner_yes_at
    return max(offer.person_yes_at, offer.practitioner_yes_at)


def _hand_in(ready: list[Offer], at: datetime) -> None:
    month = month_of(day_of(at))
    came = [(offer, Item(agency_id=offer.agency_id, sealed=offer.sealed, month=month)) for offer in ready]
    items = [item for _offer, item in came]
    # Where rows lie in the database is the order in which they were written.
    secrets.SystemRandom().shuffle(items)
    Item.objects.bulk_create(items)
    for offer, item in came:
        offer.state, offer.month, offer.sealed, offer.receipt = OfferState.HANDED_IN, month, "", str(item.pk)
        offer.save(update_fields=["state", "month", "sealed", "receipt"])


def _wipe_receipts(agency: Agency, at: datetime) -> None:
    """Wipe the receipts of a month all at once, when it is over and everything of it was looked at."""
    kept = Offer.objects.filter(agency=agency, receipt__isnull=False, month__lte=month_before(day_of(at)))
    for month in {month for month in kept.values_list("month", flat=True) if month}:
        # What came from a training has no receipt; it neither holds the others back nor goes with them.
        here = Item.objects.filter(agency=agency, month=month, from_training=None)
        if not here.filter(state=ItemState.WAITING).exists():
            here.filter(state=ItemState.SENT_BACK).delete()
            kept.filter(month=month).update(receipt=None)
