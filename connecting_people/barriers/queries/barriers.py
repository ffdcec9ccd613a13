"""What is in the way of one partnership, as far as the reader may read it, with what was tried."""

from uuid import UUID

from django.db.models import Case, Count, OuterRef, Prefetch, QuerySet, Subquery, Value, When
from django.http import Http404

from connecting_people.barriers.models import Attempt, Barrier, BarrierMove, Challenge, Workaround
from connecting_people.barriers.permissions import visible_to
from connecting_people.barriers.rules import OPEN
from connecting_people.connections.models import ConnectionState
from connecting_people.connections.permissions import visible_to as connections_visible_to
from connecting_people.connections.queries.connections import reader_of
from connecting_people.partnership.models import Partnership


def barriers_of(partnership: Partnership) -> "QuerySet[Barrier]":
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
    return barriers_of(partnership).filter(state__in=OPEN)


def barrier_in(partnership: Partnership, barrier_id: UUID) -> Barrier:
    """Return one barrier that the reader may read; Http404 otherwise."""
    found = barriers_of(partnership).filter(pk=barrier_id).first()
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


def seen_on_map(partnership: Partnership) -> "QuerySet[ConnectionState]":
    """Return what the map says now of those whom the reader may see there."""
    rows = ConnectionState.objects.filter(partnership=partnership, latest=True, there=True)
    return connections_visible_to(reader_of(partnership), rows)
