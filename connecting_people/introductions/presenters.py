"""Introductions as their pages show them: what one said oneself, and what all four were told at the same moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from connecting_people.core.addresses import address
from connecting_people.guide.interests import INTERESTS
from connecting_people.guide.words import StrOrPromise
from connecting_people.introductions.models import Fit, Proposal, Reach, Side, Wish
from connecting_people.introductions.permissions import can_say_fits, can_wish
from connecting_people.introductions.rules import EVERY_DAY
from connecting_people.introductions.words import DAYS, FAR, NEEDS
from connecting_people.partnership.models import Partnership


@dataclass(frozen=True)
class Wished:
    """One wish of one's own."""

    what: StrOrPromise
    until_date: date
    over: bool
    back: str


@dataclass(frozen=True)
class Told:
    """One introduction in a list."""

    href: str
    what: StrOrPromise
    when: datetime
    over: bool
    waits: bool


@dataclass(frozen=True)
class Page:
    """The page of a partnership."""

    wishes: tuple[Wished, ...]
    days: tuple[StrOrPromise, ...]
    every_day: bool
    far: StrOrPromise
    needs: tuple[StrOrPromise, ...]
    says_name: bool
    fits: str  # who said that introductions fit
    fits_since: datetime | None
    told: tuple[Told, ...]
    may_wish: bool
    may_say_fits: bool


@dataclass(frozen=True)
class Meeting:
    """A place and a time."""

    number: int
    place: str
    href: str
    day: date
    begins: time
    ours: bool
    answer: bool | None


@dataclass(frozen=True)
class Shown:
    """One introduction: for what, whom with, and where and when."""

    what: StrOrPromise
    called: str
    over: bool
    number: int
    now: Meeting | None
    before: tuple[Meeting, ...]


def introductions_page(
    partnership: Partnership,
    wishes: Iterable[Wish],
    reach: Reach | None,
    fit: Fit | None,
    sides: Iterable[Side],
    today: date,
) -> Page:
    """Return the page of what one said of introductions and was told."""
    me = None if partnership.looking else partnership.me
    days = reach.days if reach else 0
    return Page(
        wishes=tuple(_wished(partnership, one, today) for one in wishes),
        days=tuple(name for day, name in enumerate(DAYS) if days >> day & 1),
        every_day=days == EVERY_DAY,
        far=FAR.get(reach.km, "") if reach else "",
        needs=tuple(words for need, words in NEEDS.items() if reach and reach.needs & need),
        says_name=bool(reach and reach.says_name),
        fits=fit.place.name if fit else "",
        fits_since=fit.said_at if fit else None,
        told=tuple(_told(partnership, one) for one in sides),
        may_wish=me is not None and can_wish(me, partnership.person),
        may_say_fits=me is not None and can_say_fits(me),
    )


def introduction_page(partnership: Partnership, side: Side, called: str, proposals: Iterable[Proposal]) -> Shown:
    """Return one introduction with the places and times that passed between the two sides."""
    meetings = [_meeting(partnership, side.pk, one) for one in proposals]
    return Shown(
        what=INTERESTS[side.introduction.interest].name,
        called=called,
        over=side.introduction.ended_at is not None,
        number=meetings[0].number if meetings else 0,
        now=meetings[0] if meetings else None,
        before=tuple(meetings[1:]),
    )


def _wished(partnership: Partnership, wish: Wish, today: date) -> Wished:
    back = address("introductions:take_back", partnership_id=partnership.pk, wish_id=wish.pk)
    return Wished(INTERESTS[wish.interest].name, wish.until_date, wish.until_date < today, back)


def _told(partnership: Partnership, side: Side) -> Told:
    href = address("introductions:introduction", partnership_id=partnership.pk, side_id=side.pk)
    going = side.introduction
    waits = bool(getattr(side, "waits", False))
    return Told(href, INTERESTS[going.interest].name, going.made_at, going.ended_at is not None, waits)


def _meeting(partnership: Partnership, side_id: UUID, one: Proposal) -> Meeting:
    place, href = one.place, ""
    if one.asset:
        place = one.asset.name
        href = address("community:asset", agency_id=partnership.agency_id, asset_id=one.asset_id)
    return Meeting(one.number, place, href, one.meeting_date, one.begins, one.side_id == side_id, one.answer)
