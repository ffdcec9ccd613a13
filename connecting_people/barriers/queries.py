from collections.abc import Collection
from uuid import UUID

from django.db.models import Case, Count, OuterRef, Prefetch, QuerySet, Subquery, Value, When
from django.http import Http404

from connecting_people.barriers.models import Attempt, Barrier, BarrierMove, Challenge, Item, Offer, Workaround
from connecting_people.barriers.names import Names
from connecting_people.barriers.permissions import decidable_by, visible_to
from connecting_people.barriers.rules import FEWEST, OPEN, ItemState, OfferState, told
from connecting_people.connections.models import ConnectionState
from connecting_people.connections.permissions import visible_to as connections_visible_to
from connecting_people.connections.queries.connections import reader_of
from connecting_people.connections.rules import Nature
from connecting_people.getting_started.queries import area_of
from connecting_people.guide.barriers import BARRIER_KINDS
from connecting_people.guide.words import Side
from connecting_people.partnership.models import Partnership
from connecting_people.people.models import Agency, User
from connecting_people.people.queries import staff
from connecting_people.people.rules import STAFF
from connecting_people.people.standing import Standing
from connecting_people.stepping_out.queries import outings


def of(partnership: Partnership) -> "QuerySet[Barrier]":
    """Return the barriers that the reader may read, with their ways round in `ways`: two queries when it is walked.

    What stands in the way now comes first, the newest of it first. A barrier has `who_is_blocked`, the name of somebody
    on the map; a way `helper_name`, likewise, `tries`, how often it was tried, and `helped`, what was said of it last.
    """
    me = reader_of(partnership)
    rows = visible_to(me, Barrier.objects.filter(partnership=partnership)).select_related(
        "entry", "goal__entry", "outing__entry"
    )
    ways = Prefetch("workarounds", _ways(partnership), to_attr="ways")
    rows = rows.annotate(
        behind=Case(When(state__in=OPEN, then=Value(0)), default=Value(1)), who_is_blocked=_name_on_map(partnership)
    )
    return rows.prefetch_related(ways).order_by("behind", "-entry__written_at", "pk")


def open_barriers(partnership: Partnership) -> "QuerySet[Barrier]":
    """Return the barriers that stand in the way now, with their ways round, as `of` does."""
    return of(partnership).filter(state__in=OPEN)


def barrier_in(partnership: Partnership, barrier_id: UUID) -> Barrier:
    """Return one barrier that the reader may read; Http404 otherwise."""
    found = of(partnership).filter(pk=barrier_id).first()
    if found is None:
        raise Http404
    found.entry.voice = next(one for one in partnership.everybody if one.pk == found.entry.voice_id)
    found.entry.partnership = partnership
    return found


def version_of(barrier: Barrier) -> int:
    """Return a number that grows whenever a barrier or its words are changed, on whichever page."""
    return barrier.version + barrier.entry.version


def locked(partnership: Partnership, barrier: Barrier) -> Barrier:
    """Return a barrier of this partnership as it stands now, for nobody else to change meanwhile; else Http404."""
    rows = Barrier.objects.select_related("entry__voice").select_for_update(of=("self",))
    found = rows.filter(pk=barrier.pk, partnership=partnership).first()
    if found is None:
        raise Http404
    found.entry.partnership = partnership
    return found


def way_in(partnership: Partnership, barrier: Barrier, way_id: UUID) -> Workaround:
    """Return one way round a barrier; Http404 when the reader finds none of this id."""
    found = _ways(partnership).filter(barrier=barrier, pk=way_id).first()
    if found is None:
        raise Http404
    found.barrier = barrier
    return found


def attempts_of(partnership: Partnership, barrier: Barrier) -> "QuerySet[Attempt]":
    """Return how the ways round a barrier went, the newest first."""
    rows = visible_to(reader_of(partnership), Attempt.objects.filter(workaround__barrier=barrier))
    return rows.select_related("entry").order_by("-tried_date", "-entry__written_at", "pk")


def challenges_of(partnership: Partnership, barrier: Barrier) -> "QuerySet[Challenge]":
    """Return with whom a barrier was raised, the newest first."""
    rows = visible_to(reader_of(partnership), Challenge.objects.filter(barrier=barrier))
    return rows.select_related("entry", "answer").order_by("-raised_date", "-entry__written_at", "pk")


def challenge_in(partnership: Partnership, barrier: Barrier, challenge_id: UUID) -> Challenge:
    """Return one challenge; Http404 when the reader finds none of this id."""
    found = challenges_of(partnership, barrier).filter(pk=challenge_id).first()
    if found is None:
        raise Http404
    found.barrier = barrier
    return found


def moves_of(partnership: Partnership, barrier: Barrier) -> "QuerySet[BarrierMove]":
    """Return how a barrier rested, was got round or came back, the newest first."""
    rows = visible_to(reader_of(partnership), BarrierMove.objects.filter(barrier=barrier))
    return rows.select_related("entry").order_by("-entry__written_at", "-pk")


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


def agency_of_staff(held: Standing, agency_id: UUID) -> Agency:
    """Return an agency of whose staff somebody is; Http404 for every other and for none."""
    if not held.roles_in(agency_id) & STAFF:
        raise Http404
    return next(agency for agency in held.agencies if agency.pk == agency_id)


def waiting_for(user: User, agency_id: UUID) -> "QuerySet[Item]":
    """Return the ideas of an agency that wait for a second person and `user` may look at, in no order of coming."""
    return decidable_by(user, Item.objects.filter(agency_id=agency_id)).order_by("pk")


def waiting_item(user: User, agency_id: UUID, item_id: UUID) -> Item:
    """Return one idea that waits and that `user` may look at; Http404 otherwise."""
    found = waiting_for(user, agency_id).filter(pk=item_id).first()
    if found is None:
        raise Http404
    return found


def library_item(agency_id: UUID, item_id: UUID) -> Item:
    """Return one idea of an agency's library; Http404 otherwise."""
    found = Item.objects.filter(agency_id=agency_id, pk=item_id, state=ItemState.APPROVED).first()
    if found is None:
        raise Http404
    return found


def counts(agency_id: UUID) -> dict[str, int]:
    """Return how many practitioners an agency's barriers stand in the way of, by kind, as far as it may be told.

    Each person counts once for a kind; kinds with fewer than eight people are left out, other numbers rounded.
    """
    rows = Barrier.objects.filter(agency_id=agency_id, counted=True, state__in=OPEN, kind__in=_COUNTED)
    found = rows.values("kind").annotate(people=Count("entry__voice__user", distinct=True)).order_by()
    return {row["kind"]: told(row["people"]) for row in found if row["people"] >= FEWEST}


def seen_on_map(partnership: Partnership) -> "QuerySet[ConnectionState]":
    """Return what the map says now of those whom the reader may see there."""
    rows = ConnectionState.objects.filter(partnership=partnership, latest=True, there=True)
    return connections_visible_to(reader_of(partnership), rows)


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
_COUNTED = [kind.id for kind in BARRIER_KINDS if kind.side is not Side.SERVICE_USER]


def _ways(partnership: Partnership) -> "QuerySet[Workaround]":
    me = reader_of(partnership)
    rows = visible_to(me, Workaround.objects.filter(barrier__partnership=partnership))
    tried = visible_to(me, Attempt.objects.filter(workaround=OuterRef("pk")))
    last = tried.order_by("-tried_date", "-entry__written_at", "pk").values("helped")[:1]
    often = tried.order_by().values("workaround").annotate(n=Count("pk")).values("n")
    rows = rows.annotate(helped=Subquery(last), tries=Subquery(often))
    rows = rows.annotate(helper_name=_name_on_map(partnership))
    return rows.select_related("entry", "participant").order_by("entry__written_at", "pk")


def _name_on_map(partnership: Partnership) -> Subquery:
    return Subquery(seen_on_map(partnership).filter(connection=OuterRef("connection")).order_by().values("name")[:1])
