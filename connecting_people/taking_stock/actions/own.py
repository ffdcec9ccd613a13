"""A practitioner takes stock of their own work, and shows it to their team if they like (S5.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Stale
from connecting_people.people.models import Agency, Team, User
from connecting_people.taking_stock.actions.taking import NothingSaid, StockError
from connecting_people.taking_stock.models import OwnPoint, OwnStock
from connecting_people.taking_stock.permissions import check_can_keep_own, check_can_show_to, check_can_take_own
from connecting_people.taking_stock.rules import Goes, Point


class StaleOwn(Stale[OwnStock], StockError):
    """It was changed in another window after it was read; `now` is how it stands."""


@dataclass(frozen=True)
class PointSaid:
    """How it is with one of the four, in a tap, in words or in both."""

    goes: Goes | str = ""
    words: str = ""


@transaction.atomic
def take_own(*, by: User, at: datetime, agency: Agency, points: Mapping[Point, PointSaid], words: str = "") -> OwnStock:
    """Take stock of one's own work. Nobody else sees it, and it counts nowhere."""
    check_can_take_own(by, agency)
    said = _said(points, words)
    stock = OwnStock.objects.create(agency=agency, user=by, taken_date=day_of(at), made_at=at, words=words.strip())
    _write(stock, said)
    _note(by, at, stock, "own stock taken")
    return stock


@transaction.atomic
def change_own(
    *, by: User, at: datetime, stock: OwnStock, points: Mapping[Point, PointSaid], version: int, words: str = ""
) -> OwnStock:
    """Say it differently, in place of `version`; whoever it is shown to sees the new words. Raise StaleOwn else."""
    check_can_keep_own(by, stock)
    said = _said(points, words)
    now = OwnStock.objects.select_for_update().get(pk=stock.pk)
    if now.version != version:
        raise StaleOwn(now)
    now.words, now.version = words.strip(), version + 1
    now.save(update_fields=["words", "version"])
    now.points.all().delete()
    _write(now, said)
    _note(by, at, now, "own stock changed")
    return now


@transaction.atomic
def show_own(*, by: User, at: datetime, stock: OwnStock, team: Team) -> None:
    """Show it to the practitioners and leads of one's team."""
    check_can_show_to(by, stock, team)
    stock.shared_with, stock.shared_at = team, at
    stock.save(update_fields=["shared_with", "shared_at"])
    _note(by, at, stock, "own stock shown to the team")


@transaction.atomic
def take_back_own(*, by: User, at: datetime, stock: OwnStock) -> None:
    """Take it back from the team, at once."""
    check_can_keep_own(by, stock)
    stock.shared_with, stock.shared_at = None, None
    stock.save(update_fields=["shared_with", "shared_at"])
    _note(by, at, stock, "own stock taken back")


def _said(points: Mapping[Point, PointSaid], words: str) -> dict[Point, PointSaid]:
    said = {point: one for point, one in points.items() if one.goes or one.words.strip()}
    if not said and not words.strip():
        raise NothingSaid(_("Choose something for one of these, or write a few words. A few are enough."))
    return said


def _write(stock: OwnStock, said: Mapping[Point, PointSaid]) -> None:
    OwnPoint.objects.bulk_create(
        OwnPoint(agency_id=stock.agency_id, stock=stock, point=point, goes=one.goes, words=one.words.strip())
        for point, one in said.items()
    )


def _note(by: User, at: datetime, stock: OwnStock, act: str) -> None:
    audit.record(by=by.pk, at=at, agency_id=stock.agency_id, act=act, subject_id=stock.agency_id, target_id=stock.pk)
