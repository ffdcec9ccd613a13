"""Stock-takes as far as their reader may read them. For a review: `latest` and `all_of`."""

from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from connecting_people.connections.queries.connections import reader_of
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.taking_stock.models import StockView
from connecting_people.taking_stock.permissions import can_change, visible_to
from connecting_people.taking_stock.queries.answers import answers_about
from connecting_people.taking_stock.queries.stock import Said, StockTake, View
from connecting_people.taking_stock.rules import Choice, is_open, numbered


def latest(partnership: Partnership) -> StockTake | None:
    """Return the newest stock-take that the reader may read, in two queries."""
    taken = _taken(partnership)
    return _with_answers(partnership, taken[:1])[0] if taken else None


def all_of(partnership: Partnership) -> list[StockTake]:
    """Return every stock-take that the reader may read, newest first, in two queries."""
    return _with_answers(partnership, _taken(partnership))


def days_of(partnership: Partnership) -> list[tuple[date, UUID]]:
    """Return the day of each stock-take and one view by which it is found, newest first, in one query."""
    return [(rows[0].taken_date, rows[0].pk) for rows in _taken(partnership)]


def take_with(partnership: Partnership, view_id: UUID) -> StockTake:
    """Return the stock-take to which a view belongs; Http404 where the reader finds none."""
    for rows in _taken(partnership):
        if any(row.pk == view_id for row in rows):
            return _with_answers(partnership, [rows])[0]
    raise Http404


def view_in(partnership: Partnership, view_id: UUID) -> StockView:
    """Return one view that the reader may read; Http404 otherwise."""
    found = _views(partnership).filter(pk=view_id).first()
    if found is None:
        raise Http404
    found.entry.partnership = partnership
    return found


def open_view(partnership: Partnership, voice: Participant, today: date) -> View | None:
    """Return what was said in somebody's voice in the stock-take that is open, and the reader may change, if any."""
    take = latest(partnership)
    if take is None or not is_open(take.taken_date, today):
        return None
    mine = [view for view in take.views if view.voice_id == voice.pk and _may_change(partnership, view)]
    return mine[-1] if mine else None


def before(partnership: Partnership, voice: Participant, but: View | None) -> dict[str, Choice]:
    """Return what somebody chose for each thing in their last view but this one, by the key of the thing."""
    rows = [row for row in _views(partnership) if row.entry.voice_id == voice.pk and row.pk != (but.id if but else "")]
    if not rows:
        return {}
    (take,) = _with_answers(partnership, [rows[-1:]])
    return {one.key: one.choice for one in take.views[0].said}


def is_own(user_id: UUID | None, view_id: UUID) -> bool:
    """Say whether somebody keeps this view to themselves, before the partnership is reached."""
    return StockView.objects.filter(pk=view_id, entry__kept_by__user=user_id).exists()


def _views(partnership: Partnership) -> "QuerySet[StockView]":
    rows = visible_to(reader_of(partnership), StockView.objects.filter(partnership=partnership))
    return rows.select_related("entry").order_by("taken_date", "entry__written_at", "pk")


def _taken(partnership: Partnership) -> list[list[StockView]]:
    rows = list(_views(partnership))
    pairs = zip(numbered(row.taken_date for row in rows), rows, strict=True)
    return [[row for _, row in each] for _, each in groupby(pairs, key=lambda pair: pair[0])][::-1]


def _with_answers(partnership: Partnership, taken: list[list[StockView]]) -> list[StockTake]:
    said: dict[UUID, list[Said]] = {}
    for view_id, one in answers_about(partnership, [row.pk for rows in taken for row in rows]):
        said.setdefault(view_id, []).append(one)
    return [
        StockTake(
            rows[0].taken_date,
            tuple(
                View(row.pk, row.taken_date, row.entry.words, tuple(said.get(row.pk, ())), row.entry, row.version)
                for row in rows
            ),
        )
        for rows in taken
    ]


def _may_change(partnership: Partnership, view: View) -> bool:
    return can_change(partnership.me, StockView(pk=view.id, entry=view.entry))
