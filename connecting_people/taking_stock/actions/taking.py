"""Two people take stock: each says what to keep, change or stop, and keeps their own view."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from connecting_people.audit import actions as audit
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.guide.processes import FEEDBACK
from connecting_people.guide.steps import TAKING_STOCK
from connecting_people.journey import actions as journey
from connecting_people.journey.models import Entry
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.permissions import check_can_write
from connecting_people.people.models import User
from connecting_people.taking_stock.models import StockAnswer, StockView
from connecting_people.taking_stock.permissions import check_can_change
from connecting_people.taking_stock.queries.stock import View
from connecting_people.taking_stock.queries.takes import open_view
from connecting_people.taking_stock.queries.things import Thing, things
from connecting_people.taking_stock.rules import About, Choice

KIND: Final = "stock_take"
PAGE: Final = "taking_stock:one"


class StockError(Trouble):
    """Something about a stock-take cannot be done; the message says how to mend it."""


class NothingSaid(StockError):
    """Nothing was chosen and nothing written."""


class StaleStock(Stale[View], StockError):
    """Somebody changed the view after it was read; `now` is how it stands."""


@dataclass(frozen=True)
class Answer:
    """What somebody would do with one of the things, and why."""

    key: str
    choice: Choice
    why: str = ""


@transaction.atomic
def take(
    *,
    by: User,
    at: datetime,
    partnership: Partnership,
    answers: Sequence[Answer] = (),
    words: str = "",
    voice: Participant | None = None,
    to_oneself: bool = False,
    seen: str = "",
) -> StockView:
    """Say how somebody sees things today, or say it anew while the stock-take is open; either may be the first.

    `seen` marks what was there when it was written; raise StaleStock when that changed, NothingSaid for neither
    choice nor words. What was kept to oneself until now is shown when `to_oneself` is no more.
    """
    check_can_write(by, partnership, at)
    if not answers and not words.strip():
        raise NothingSaid(_("Choose something for one of these, or write a few words. A few are enough."))
    voice = voice or partnership.me
    now = open_view(partnership, voice, day_of(at))
    there = {one.key: one for one in things(partnership, day_of(at), also=now.said if now else ())}
    if not all(answer.key in there for answer in answers):
        raise Http404
    if now and now.seen != seen:
        raise StaleStock(now)
    view = _said_anew(by, at, partnership, now, words, to_oneself) if now else None
    view = view or _begun(by, at, partnership, words, voice, to_oneself)
    _write(view, [(there[answer.key], answer) for answer in answers])
    return view


@transaction.atomic
def share(*, by: User, at: datetime, partnership: Partnership, view: StockView) -> None:
    """Show the other a view that one kept to oneself until now; it takes its place beside theirs."""
    view.entry.partnership = partnership
    journey.share_own(by=by, at=at, entry=view.entry)


def _begun(
    by: User, at: datetime, partnership: Partnership, words: str, voice: Participant, to_oneself: bool
) -> StockView:
    view = StockView(agency_id=partnership.agency_id, partnership=partnership, taken_date=day_of(at))
    view.entry = journey.record(
        by=by,
        at=at,
        partnership=partnership,
        kind=KIND,
        line=words if words.strip() else _("What to keep, change or stop"),
        words=words,
        voice=voice,
        steps=[TAKING_STOCK.number],
        processes=[FEEDBACK.number],
        target_page=PAGE,
        target_id=view.pk,
        kept_by=partnership.me if to_oneself else None,
    )
    view.save(force_insert=True)
    return view


def _said_anew(by: User, at: datetime, partnership: Partnership, now: View, words: str, to_oneself: bool) -> StockView:
    view = StockView.objects.select_for_update().get(pk=now.id)
    if view.version != now.version:
        raise StaleStock(open_view(partnership, now.entry.voice, day_of(at)) or now)
    view.entry, view.partnership = Entry.objects.get(pk=view.entry_id), partnership
    view.entry.partnership = partnership
    check_can_change(partnership.me, view)
    _reword(by, at, view, words)
    if view.entry.kept_by_id and not to_oneself:
        share(by=by, at=at, partnership=partnership, view=view)
    view.version += 1
    view.save(update_fields=["version"])
    view.answers.all().delete()
    return view


def _reword(by: User, at: datetime, view: StockView, words: str) -> None:
    """Keep the earlier words where there are others now; what was written down for me is mine once I say it anew."""
    entry, me = view.entry, view.partnership.me
    confirms = entry.as_said and entry.confirmed_at is None and entry.voice_id == me.pk
    if confirms or words.strip() != entry.words:
        journey.reword(by=by, at=at, entry=entry, words=words, version=entry.version)
    else:
        audit.record(
            by=by.pk,
            at=at,
            agency_id=view.agency_id,
            act="stock-take changed",
            subject_id=view.partnership_id,
            target_id=entry.pk,
        )


def _write(view: StockView, said: Sequence[tuple[Thing, Answer]]) -> None:
    rows = [
        StockAnswer(
            agency_id=view.agency_id,
            view=view,
            position=position,
            about=thing.about,
            choice=answer.choice,
            why=answer.why.strip(),
            **({f"{_COLUMN[thing.about]}_id": thing.id} if thing.id else {}),
        )
        for position, (thing, answer) in enumerate(said, start=1)
    ]
    StockAnswer.objects.bulk_create(rows)


_COLUMN: Final = {
    About.GOAL: "goal",
    About.OUTING: "outing",
    About.CONNECTION: "connection",
    About.SUPPORT: "support",
}
