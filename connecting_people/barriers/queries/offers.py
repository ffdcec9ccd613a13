"""What two people offered to the agency’s library, and what would give them away there."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from connecting_people.barriers.models import Item, Offer
from connecting_people.barriers.names import Names
from connecting_people.barriers.queries.barriers import seen_on_map
from connecting_people.barriers.rules import OfferState
from connecting_people.connections.rules import Nature
from connecting_people.getting_started.queries import area_of
from connecting_people.partnership.models import Partnership
from connecting_people.people.queries import staff
from connecting_people.stepping_out.queries import outings


def offers(partnership: Partnership) -> "QuerySet[Offer]":
    """Return the ideas that this partnership offered and did not take back, the newest first."""
    rows = Offer.objects.filter(partnership=partnership).exclude(state=OfferState.TAKEN_BACK)
    return rows.select_related("entry", "workaround__barrier").order_by("-entry__written_at", "pk")


def offer_in(partnership: Partnership, offer_id: UUID) -> Offer:
    """Return one idea that this partnership offered; Http404 otherwise."""
    found = offers(partnership).filter(pk=offer_id).first()
    if found is None:
        raise Http404
    return found


def handed_in_as(offers: Collection[Offer]) -> dict[UUID, Item]:
    """Return what became of ideas that were handed in, for the two alone, as long as their receipts are kept."""
    receipts = {one.receipt: one for one in offers if one.receipt}
    found = Item.objects.filter(pk__in=receipts, agency__in={one.agency_id for one in receipts.values()})
    return {receipts[str(item.pk)].pk: item for item in found} if receipts else {}


def names_near(partnership: Partnership) -> Names:
    """Return the names of people and places around a partnership, as far as the reader may see them."""
    here = list(seen_on_map(partnership).values_list("name", "nature"))
    staff_of_team = staff(partnership.agency_id, {partnership.team_id} if partnership.team_id else None)
    area = area_of(partnership)
    places = outings(partnership).values_list("place", "asset__name")
    return Names(
        people=(
            *(name for name, nature in here if nature not in _PLACES),
            *(one.name for one in partnership.everybody),
            *(one.user.name for one in staff_of_team.select_related("user")),
        ),
        places=(
            *(name for name, nature in here if nature in _PLACES),
            *([area.name] if area and area.name else []),
            *(name for both in places for name in both if name),
            partnership.agency.name,
        ),
    )


_PLACES = frozenset({Nature.GROUP, Nature.PLACE, Nature.ONLINE})
