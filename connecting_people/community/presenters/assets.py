"""What the page of an asset shows of its entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from connecting_people.community.entry import (
    Entry,
    listed,
    locations_in,
    ours_in,
    part_in,
    point_of,
    read,
    schedules_in,
    text_of,
)
from connecting_people.community.models import Area, Asset
from connecting_people.community.plan import Spot
from connecting_people.community.presenters.plan import Plan, small_plan
from connecting_people.community.queries.assets import season_of
from connecting_people.community.queries.places import neighbourhood_of
from connecting_people.community.rules import CHECK_EVERY, Season
from connecting_people.community.standard import Document
from connecting_people.community.telling import (
    FIRST_VISIT,
    SEASONS,
    address_lines,
    ages_in_words,
    costs_in_words,
    phones_of,
    season_in_words,
)
from connecting_people.community.terms import ACCESS, KINDS
from connecting_people.community.times import day_in_words, time_in_words
from connecting_people.core.addresses import address
from connecting_people.guide.interests import INTERESTS
from connecting_people.guide.words import StrOrPromise


@dataclass(frozen=True)
class WhereShown:
    """One place: its lines, its neighbourhood, how to get there."""

    lines: tuple[str, ...]
    neighbourhood: str
    getting_there: str


@dataclass(frozen=True)
class Phone:
    """One number, to be read and to be tapped."""

    number: str
    href: str
    note: str


@dataclass(frozen=True)
class Reach:
    """How to reach them."""

    who: str
    phones: tuple[Phone, ...]
    email: str
    url: str
    url_words: str


@dataclass(frozen=True)
class Shown:
    """One asset as its page shows it."""

    asset: Asset
    entry: Entry
    kind: StrOrPromise
    season: Season
    season_name: StrOrPromise
    season_words: str
    alert: str
    organisation: str
    organisation_href: str
    times: tuple[str, ...]
    places: tuple[WhereShown, ...]
    costs: tuple[str, ...]
    ages: str
    eligibility: str
    interests: tuple[StrOrPromise, ...]
    access: tuple[tuple[str, StrOrPromise], ...]
    reach: Reach
    visit: tuple[tuple[StrOrPromise, str], ...]
    checked: str
    check_is_old: bool
    plan: Plan | None
    secret: bool


def asset_page(asset: Asset, today: date, areas: Sequence[Area] = (), *, secret: bool = False) -> Shown:
    """Return the page of one asset; `secret` says that its address is kept where nobody sees it."""
    document, entry, own = asset.document, read(asset.document), ours_in(asset.document)
    season = season_of(asset, today)
    visit = part_in(own, "first_visit")
    old = asset.checked_date is None or asset.checked_date < today - CHECK_EVERY
    return Shown(
        asset=asset,
        entry=entry,
        kind=KINDS[entry.kind],
        season=season,
        season_name=SEASONS[season],
        season_words=season_in_words(season, asset.begins_date, asset.ends_date),
        alert=text_of(document.get("alert")),
        organisation=asset.organisation.name if asset.organisation else "",
        organisation_href=_organisation_href(asset),
        times=tuple(filter(None, map(time_in_words, schedules_in(document)))),
        places=tuple(where for where in (_where(one, areas) for one in locations_in(document)) if where),
        costs=tuple(costs_in_words(document)),
        ages=ages_in_words(document),
        eligibility=text_of(own.get("eligibility")),
        interests=tuple(INTERESTS[one].name for one in entry.interests if one in INTERESTS),
        access=tuple((one.value, words) for one, words in ACCESS.items() if one in entry.access),
        reach=_reach(document),
        visit=tuple(
            (label, text_of(visit.get(name))) for name, label in FIRST_VISIT.items() if text_of(visit.get(name))
        ),
        checked=_checked(asset, old),
        check_is_old=old,
        plan=small_plan(areas, _spots(asset, entry)),
        secret=secret,
    )


def _organisation_href(asset: Asset) -> str:
    if asset.organisation_id is None:
        return ""
    return address("community:organisation", agency_id=asset.agency_id, organisation_id=asset.organisation_id)


def _spots(asset: Asset, entry: Entry) -> list[Spot]:
    return [Spot(str(number), asset.name, entry.kind, point) for number, point in enumerate(entry.points)]


def _where(location: Document, areas: Sequence[Area]) -> WhereShown | None:
    point = point_of(location)
    neighbourhood = neighbourhood_of(point, areas) if point else ""
    lines, way = tuple(address_lines(location)), text_of(location.get("description"))
    return WhereShown(lines, neighbourhood, way) if lines or way or neighbourhood else None


def _reach(document: Document) -> Reach:
    contact = next(iter(listed(document, "contacts")), {})
    url = text_of(document.get("url"))
    parts = urlsplit(url) if url.startswith(("http://", "https://")) else None
    return Reach(
        who=", ".join(filter(None, (text_of(contact.get("name")), text_of(contact.get("title"))))),
        phones=tuple(_phone(one) for one in phones_of(document) if text_of(one.get("number"))),
        email=text_of(document.get("email")),
        url=url if parts else "",
        url_words=(parts.netloc.removeprefix("www.") + parts.path.rstrip("/")) if parts else "",
    )


def _phone(phone: Document) -> Phone:
    number = text_of(phone.get("number"))
    digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return Phone(number, f"tel:{digits}" if digits else "", text_of(phone.get("description")))


def _checked(asset: Asset, old: bool) -> str:
    if asset.checked_date is None:
        return _("Nobody has checked this yet. It may well be right: ask before you go.")
    day = day_in_words(asset.checked_date)
    if old:
        return _("Nobody has checked this since %(day)s. Ask before you go, in case something has changed.") % {
            "day": day
        }
    if asset.checked_by:
        return _("Checked on %(day)s by %(name)s.") % {"day": day, "name": asset.checked_by.name}
    return _("Checked on %(day)s.") % {"day": day}
