"""What one partnership said of introductions and was told; and, for the daily pass alone, who would like company.

A page reads only rows of its own partnership, whether anybody would fit or not: nothing about others can show in it.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from connecting_people.community.entry import Point
from connecting_people.community.models import Asset
from connecting_people.community.queries.assets import areas
from connecting_people.community.queries.find import assets_of
from connecting_people.community.queries.ideas import Profile, ideas
from connecting_people.connections.queries.ideas import near_of
from connecting_people.core.london import day_of
from connecting_people.guide.interests import INTERESTS
from connecting_people.introductions.models import Fit, Introduction, Proposal, Reach, Side, Wish
from connecting_people.introductions.rules import Seeker, flat
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import with_roles
from connecting_people.partnership.rules import State

PLACES_OFFERED: Final = 12


def wishes_of(partnership: Partnership) -> "QuerySet[Wish]":
    """Return what this person would like to do with somebody, the newest last."""
    return partnership.wishes.filter(ended_at=None).select_related("entry").order_by("entry__written_at", "pk")


def wish_in(partnership: Partnership, wish_id: UUID) -> Wish:
    """Return one wish of this partnership that stands; Http404 otherwise."""
    found = wishes_of(partnership).filter(pk=wish_id).first()
    if found is None:
        raise Http404
    return found


def reach_of(partnership: Partnership) -> Reach | None:
    """Return on which days, how far and with what needs this person would meet others, if they said so."""
    return Reach.objects.filter(partnership=partnership).first()


def fit_of(partnership: Partnership, today: date) -> Fit | None:
    """Return the practitioner's yes, while who said it takes part."""
    fit = partnership.fits.filter(ended_at=None).first()
    here = {one.pk: one for one in partnership.everybody}
    if fit is None or fit.place_id not in here or not here[fit.place_id].takes_part(today):
        return None
    fit.place = here[fit.place_id]
    return fit


def sides_of(partnership: Partnership) -> "QuerySet[Side]":
    """Return the introductions that this partnership was told of, the newest first."""
    rows = Side.objects.filter(partnership=partnership).select_related("introduction")
    return rows.order_by("-introduction__made_at", "pk")


def told(partnership: Partnership, today: date) -> "QuerySet[Side]":
    """Return the same, each with whether a place and a time wait for an answer of theirs: `waits`."""
    waiting = proposed_to(partnership, today).filter(introduction=OuterRef("introduction"))
    return sides_of(partnership).annotate(waits=Exists(waiting))


def side_in(partnership: Partnership, side_id: UUID) -> Side:
    """Return one introduction as this partnership has it; Http404 otherwise."""
    found = sides_of(partnership).filter(pk=side_id).first()
    if found is None:
        raise Http404
    return found


def called(side: Side) -> str:
    """Return what the others of an introduction may be called; nothing where they allowed no name."""
    other: Side = Side.objects.filter(introduction=side.introduction_id).exclude(pk=side.pk).get()
    return str(other.calls)


def proposals_of(side: Side) -> "QuerySet[Proposal]":
    """Return the places and times that passed between the two sides, the newest first."""
    rows = Proposal.objects.filter(introduction=side.introduction_id)
    return rows.select_related("asset").order_by("-number")


def agreed_on(partnership: Partnership, side_id: str) -> Proposal | None:
    """Return the place and the time that suit both sides of one introduction, if it goes on and they found one."""
    try:
        side = side_in(partnership, UUID(side_id))
    except (ValueError, Http404):
        return None
    newest = proposals_of(side).first()
    return newest if newest and newest.answer and side.introduction.ended_at is None else None


def proposed_to(partnership: Partnership | OuterRef, today: date) -> "QuerySet[Proposal]":
    """Return where and when others would meet a partnership, while it waits; also as part of another query."""
    newer = Proposal.objects.filter(introduction=OuterRef("introduction"), number__gt=OuterRef("number"))
    rows = Proposal.objects.filter(~Exists(newer), answer=None, meeting_date__gte=today, introduction__ended_at=None)
    rows = rows.filter(introduction__sides__partnership=partnership).exclude(side__partnership=partnership)
    return rows.order_by("-said_at", "pk")


def places_for(side: Side, at: datetime) -> list[Asset]:
    """Return places of the directory where one could do this together, the best first."""
    reach = reach_of(side.partnership)
    place = Point(reach.latitude, reach.longitude) if reach else None
    profile = Profile(interests=(side.introduction.interest,), place=place, km=reach.km if reach else 5)
    found = [idea.match for idea in ideas(side.agency_id, profile, at) if idea.interests]
    return list(assets_of(side.agency_id, found[:PLACES_OFFERED]).values())


def point_of(partnership: Partnership) -> Point | None:
    """Return a point for where this person moves about: of the neighbourhood they named, else of the whole area."""
    near = near_of(partnership)
    if near:
        return near.point
    whole = areas(partnership.agency_id).filter(whole=True).first()
    return Point(whole.latitude, whole.longitude) if whole else None


def pair_of(one: UUID, other: UUID) -> str:
    """Return by which text a pair of partnerships is known, whichever comes first."""
    return ":".join(sorted((str(one), str(other))))


@dataclass(frozen=True)
class Seekers:
    """Who would like company in one agency, whose practitioner said that it fits, and which pairs met before."""

    people: list[Seeker]
    wishes: dict[tuple[UUID, str], Wish]
    fits: dict[UUID, Fit]
    names: dict[UUID, str]
    never: frozenset[frozenset[Hashable]]
    most_met: int


def seekers(agency_id: UUID, at: datetime) -> Seekers:
    """Return everybody of an agency for whom two of the four stand, for the daily pass."""
    today = day_of(at)
    fits = {fit.partnership_id: fit for fit in _fits(agency_id, today)}
    reaches = {one.partnership_id: one for one in Reach.objects.filter(agency_id=agency_id)}
    wishes = {
        (wish.partnership_id, wish.interest): wish
        for wish in _wishes(agency_id, today)
        if wish.partnership_id in fits and wish.partnership_id in reaches and wish.interest in INTERESTS
    }
    interests: dict[UUID, set[str]] = {}
    for partnership_id, interest in wishes:
        interests.setdefault(partnership_id, set()).add(interest)
    met = [tuple(map(UUID, pair.split(":"))) for pair in _pairs(agency_id)]
    often: dict[UUID, int] = {}
    for one in (id for pair in met for id in pair):
        often[one] = often.get(one, 0) + 1
    around = next((reaches[id].latitude for id in sorted(interests)), 0.0)
    return Seekers(
        people=[_seeker(id, frozenset(interests[id]), reaches[id], around) for id in sorted(interests)],
        wishes=wishes,
        fits=fits,
        names=_names(reaches, fits, set(interests)),
        never=frozenset(frozenset(pair) for pair in met),
        most_met=max(often.values(), default=0),
    )


def parted(agency_id: UUID) -> "QuerySet[Introduction]":
    """Return what goes on although one of the two partnerships has left."""
    away = Side.objects.filter(introduction=OuterRef("pk"), partnership__state=State.AWAY)
    return Introduction.objects.filter(Exists(away), agency_id=agency_id, ended_at=None)


def _wishes(agency_id: UUID, today: date) -> "QuerySet[Wish]":
    told = Side.objects.filter(wish=OuterRef("pk"), introduction__ended_at=None)
    rows = Wish.objects.filter(~Exists(told), agency_id=agency_id, ended_at=None, until_date__gte=today)
    return rows.filter(partnership__state=State.TOGETHER)


def _fits(agency_id: UUID, today: date) -> "QuerySet[Fit]":
    lasting = Q(until_date=None) | Q(until_date__gte=today)
    places = with_roles(Participant.objects.filter(lasting, agency_id=agency_id, left_at=None, pk__in=_said(agency_id)))
    rows = Fit.objects.filter(
        agency_id=agency_id, ended_at=None, place__in=[one.pk for one in places if one.holds_role]
    )
    return rows.select_related("by", "place")


def _said(agency_id: UUID) -> "QuerySet[Fit, UUID]":
    return Fit.objects.filter(agency_id=agency_id, ended_at=None).values_list("place", flat=True)


def _pairs(agency_id: UUID) -> "QuerySet[Introduction, str]":
    return Introduction.objects.filter(agency_id=agency_id).values_list("pair", flat=True)


def _seeker(id: UUID, interests: frozenset[str], reach: Reach, around: float) -> Seeker:
    x, y = flat(reach.latitude, reach.longitude, around)
    return Seeker(id, interests, x, y, reach.km, reach.days, reach.needs)


def _names(reaches: dict[UUID, Reach], fits: dict[UUID, Fit], of: set[UUID]) -> dict[UUID, str]:
    people = Participant.objects.filter(partnership__in=of, part="service_user", left_at=None)
    first = {one.partnership_id: one.name.split()[0] for one in people if reaches[one.partnership_id].says_name}
    beside = {id: fit.place.name.split()[0] for id, fit in fits.items() if fit.says_name}
    return {id: ", ".join(filter(None, (first.get(id, ""), beside.get(id, "")))) for id in of}
