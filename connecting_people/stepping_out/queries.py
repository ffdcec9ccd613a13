from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404

from connecting_people.community.models import Asset
from connecting_people.connections.models import ConnectionState
from connecting_people.connections.permissions import visible_to as connections_visible_to
from connecting_people.connections.queries.connections import reader_of, states
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import taking_part
from connecting_people.partnership.rules import WHOLE
from connecting_people.people.queries import hash_of
from connecting_people.plans.queries import ideas
from connecting_people.stepping_out.models import (
    CalendarFeed,
    Disclosure,
    MayTell,
    Meeting,
    Outing,
    Reminder,
    RemindMe,
    SmallStep,
    Supporting,
)
from connecting_people.stepping_out.permissions import visible_to
from connecting_people.stepping_out.rules import Channel, OutingState

TELL_WITHIN = timedelta(days=28)


def outings(partnership: Partnership) -> "QuerySet[Outing]":
    """Return the outings that the reader may read, by day."""
    rows = visible_to(reader_of(partnership), Outing.objects.filter(partnership=partnership))
    return rows.select_related("entry", "asset", "goal__entry").order_by("outing_date", "begins", "pk")


def coming(partnership: Partnership, today: date) -> "QuerySet[Outing]":
    """Return what is planned from today on, the next first."""
    return outings(partnership).filter(state=OutingState.PLANNED, outing_date__gte=today)


def coming_of(partnership: Partnership, outing: Outing, today: date) -> "QuerySet[Outing]":
    """Return what is still to come of the series that an outing belongs to; nothing for one that is just once."""
    rows = coming(partnership, today)
    return rows.filter(series=outing.series_id) if outing.series_id else rows.none()


def to_tell(partnership: Partnership, today: date) -> "QuerySet[Outing]":
    """Return what was planned for a day that has passed, and nobody has said yet how it went."""
    return outings(partnership).filter(state=OutingState.PLANNED, outing_date__lt=today)


def told(partnership: Partnership) -> "QuerySet[Outing]":
    """Return the outings of which somebody said how they went, the latest first."""
    return outings(partnership).exclude(state=OutingState.PLANNED).order_by("-outing_date", "-begins", "-pk")


def planned_for(places: Collection[Participant], today: date, until: date) -> "QuerySet[Outing]":
    """Return what is planned in several partnerships up to a day, and what nobody has told of for some weeks.

    In one query; `ring` says whether the person asked that their practitioner reminds them, and it is time to.
    """
    ids = [place.pk for place in places]
    rows = Outing.objects.filter(partnership__in=[place.partnership_id for place in places])
    rows = rows.filter(Q(entry__kept_by=None) | Q(entry__kept_by__in=ids), state=OutingState.PLANNED)
    rows = rows.filter(outing_date__gte=today - TELL_WITHIN, outing_date__lte=until)
    due = Reminder.objects.filter(outing=OuterRef("pk"), channel=Channel.DAY_LIST, done_at__isnull=False)
    return rows.select_related("entry").annotate(ring=Exists(due)).order_by("outing_date", "begins", "pk")


def outing_in(partnership: Partnership, outing_id: UUID) -> Outing:
    """Return one outing that the reader may read; Http404 otherwise."""
    found = outings(partnership).select_related("series").filter(pk=outing_id).first()
    if found is None:
        raise Http404
    found.entry.voice = next(one for one in partnership.everybody if one.pk == found.entry.voice_id)
    found.entry.partnership = partnership
    return found


def support_of(partnership: Partnership, outings: Iterable[Outing]) -> "QuerySet[Supporting]":
    """Return who or what supports some outings; a friend whom somebody keeps to themselves is left out for others."""
    seen = connections_visible_to(reader_of(partnership), ConnectionState.objects.filter(latest=True, there=True))
    readable = Q(connection=None) | Q(connection__in=seen.values("connection"))
    rows = Supporting.objects.filter(readable, outing__in=list(outings)).select_related("participant", "contact")
    return rows.prefetch_related(Prefetch("connection__states", seen, to_attr="now")).order_by("source", "pk")


def small_steps_of(outing: Outing) -> "QuerySet[SmallStep]":
    """Return the small steps towards an outing, in their order."""
    return outing.small_steps.order_by("position")


def disclosures(partnership: Partnership) -> "QuerySet[Disclosure]":
    """Return what may be told, as it stands now, the newest first."""
    readable = Q(outing=None) | Q(outing__in=outings(partnership).order_by().values("pk"))
    rows = partnership.disclosures.filter(readable, replaced_by=None)
    rows = rows.select_related("entry__voice", "agreed_by", "agreed_voice", "contact")
    things = Prefetch("may_tell", MayTell.objects.order_by("position"))
    return rows.prefetch_related(things).order_by("-made_at", "-pk")


def disclosures_on(partnership: Partnership, outing: Outing) -> "QuerySet[Disclosure]":
    """Return what may be told on one outing, and what the two said in general or of somebody who is there."""
    there = Q(contact=None) | Q(contact__asset=outing.asset_id) if outing.asset_id else Q(contact=None)
    return disclosures(partnership).filter(Q(outing=outing) | Q(there, outing=None))


def disclosure_in(partnership: Partnership, disclosure_id: UUID) -> Disclosure:
    """Return what may be told in one agreement, also an earlier one; Http404 otherwise."""
    readable = Q(outing=None) | Q(outing__in=outings(partnership).order_by().values("pk"))
    rows = partnership.disclosures.filter(readable, pk=disclosure_id)
    rows = rows.select_related("entry__voice", "agreed_by", "agreed_voice", "contact", "outing__entry")
    found = rows.prefetch_related(Prefetch("may_tell", MayTell.objects.order_by("position"))).first()
    if found is None:
        raise Http404
    return found


def meetings(partnership: Partnership) -> "QuerySet[Meeting]":
    """Return how the connections that the reader may see came about, the newest first."""
    seen = states(partnership).order_by().values("connection")
    rows = partnership.meetings.filter(connection__in=seen).select_related("outing__entry", "asset", "voice")
    return rows.order_by("-at", "-pk")


def places_known(partnership: Partnership) -> "QuerySet[Asset]":
    """Return the places of the directory where the reader's outings went or which the two keep in mind, by name."""
    gone = outings(partnership).order_by().exclude(asset=None).values("asset")
    kept = ideas(partnership).order_by().values("asset")
    here = Asset.objects.filter(agency_id=partnership.agency_id)
    return here.filter(Q(pk__in=gone) | Q(pk__in=kept)).order_by("name", "pk")


def feed_of(partnership: Partnership) -> CalendarFeed | None:
    """Return the reader's own calendar, if it is open."""
    return CalendarFeed.objects.filter(place=partnership.me).first()


def feed_behind(token: str, at: datetime) -> CalendarFeed | None:
    """Return the calendar that a secret address opens, as long as whose it is takes part."""
    feed = CalendarFeed.objects.filter(token_hash=hash_of(token)).select_related("place__user").first()
    if feed is None or feed.place.user is None:
        return None
    here = taking_part(feed.place.user, at).filter(pk=feed.place_id, part__in=WHOLE)
    return feed if here.exists() else None


def of_feed(feed: CalendarFeed, since: date) -> "QuerySet[Outing]":
    """Return the outings that a calendar tells of: those that whose it is may read."""
    rows = Outing.objects.filter(partnership=feed.place.partnership_id, outing_date__gte=since)
    return visible_to(feed.place, rows).select_related("entry").order_by("outing_date", "begins", "pk")


def remind_me_of(partnership: Partnership) -> RemindMe | None:
    """Return how the reader wants to be reminded in this partnership, if they said so."""
    return RemindMe.objects.filter(place=partnership.me).first()


def locked(partnership: Partnership, outing: Outing) -> Outing:
    """Return an outing of this partnership as it stands now, for nobody else to change meanwhile; else Http404."""
    rows = Outing.objects.select_related("entry__voice").select_for_update(of=("self",))
    found = rows.filter(pk=outing.pk, partnership=partnership).first()
    if found is None:
        raise Http404
    return found
