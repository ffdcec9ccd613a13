"""A practitioner's own stock-takes over time, and what a team was shown. No numbers, no order but that of days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from connecting_people.core.addresses import address
from connecting_people.guide.words import StrOrPromise
from connecting_people.taking_stock.models import OwnStock
from connecting_people.taking_stock.rules import Goes, Point
from connecting_people.taking_stock.words import GOES, POINTS


@dataclass(frozen=True)
class PointShown:
    """One of the four, as it was on that day."""

    name: StrOrPromise
    goes: StrOrPromise
    words: str


@dataclass(frozen=True)
class OwnShown:
    """One own stock-take."""

    when: date
    name: str
    agency: str
    team: str
    points: tuple[PointShown, ...]
    words: str
    change: str
    show: str
    take_back: str


def own_shown(stocks: Iterable[OwnStock]) -> tuple[OwnShown, ...]:
    """Return own stock-takes in the order in which they come."""
    return tuple(_shown(one) for one in stocks)


def _shown(stock: OwnStock) -> OwnShown:
    said = {Point(one.point): one for one in stock.points.all()}
    points = [
        PointShown(POINTS[point], GOES[Goes(said[point].goes)] if said[point].goes else "", said[point].words)
        for point in Point
        if point in said
    ]
    return OwnShown(
        when=stock.taken_date,
        name=stock.user.name,
        agency=stock.agency.name,
        team=stock.shared_with.name if stock.shared_with else "",
        points=tuple(points),
        words=stock.words,
        change=address("taking_stock:own_change", stock_id=stock.pk),
        show=address("taking_stock:own_show", stock_id=stock.pk),
        take_back=address("taking_stock:own_take_back", stock_id=stock.pk),
    )
