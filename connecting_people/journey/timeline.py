"""Which part of a long record one page of the timeline tells, by date."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet

from connecting_people.core.london import LONDON
from connecting_people.journey.models import Entry
from connecting_people.journey.queries import entries, touching_process, touching_step
from connecting_people.partnership.models import Change, Partnership
from connecting_people.partnership.queries import changes

EACH = 30
AT_MOST = 500


@dataclass(frozen=True)
class Chosen:
    """What a reader wants to see: all of it, or some."""

    step: int | None = None
    process: int | None = None
    voice: UUID | None = None
    mine: bool = False
    until: date | None = None
    since: date | None = None

    @property
    def some(self) -> bool:
        """Say whether anything is left out, other than by date."""
        return bool(self.step or self.process or self.voice or self.mine)


@dataclass(frozen=True)
class Stretch:
    """The entries and changes of whole days, and the dates at which the way goes on."""

    entries: list[Entry]
    changes: list[Change]
    older: date | None
    newer: date | None


def stretch(partnership: Partnership, chosen: Chosen, each: int = EACH) -> Stretch:
    """Return one page of the way so far: whole days, about `each` entries, in two queries whatever is stored."""
    found, more = _upwards(partnership, chosen, each) if chosen.since else _downwards(partnership, chosen, each)
    top = chosen.until
    bottom = more
    if chosen.since:
        top, bottom = more, chosen.since + timedelta(days=1)
    return Stretch(
        entries=found,
        changes=_changes(partnership, chosen, bottom, top),
        older=bottom - timedelta(days=1) if bottom else None,
        newer=top,
    )


def _downwards(partnership: Partnership, chosen: Chosen, each: int) -> tuple[list[Entry], date | None]:
    """Return the newest entries up to a day, and the first day of them when there are older ones."""
    rows = _chosen(partnership, chosen)
    if chosen.until:
        rows = rows.filter(happened_date__lte=chosen.until)
    found = list(rows[: each + 1])
    if len(found) <= each:
        return found, None
    cut = found[-1].happened_date
    if found[0].happened_date == cut:
        return list(rows.filter(happened_date=cut)[:AT_MOST]), cut
    return [row for row in found if row.happened_date > cut], cut + timedelta(days=1)


def _upwards(partnership: Partnership, chosen: Chosen, each: int) -> tuple[list[Entry], date | None]:
    """Return the entries that follow a day, newest first, and the last day of them when there are newer ones."""
    rows = _chosen(partnership, chosen).filter(happened_date__gt=chosen.since)
    found = list(rows.order_by("happened_date", "written_at", "pk")[: each + 1])
    if len(found) <= each:
        return found[::-1], None
    cut = found[-1].happened_date
    if found[0].happened_date == cut:
        return list(rows.filter(happened_date=cut)[:AT_MOST]), cut
    return [row for row in found if row.happened_date < cut][::-1], cut - timedelta(days=1)


def _chosen(partnership: Partnership, chosen: Chosen) -> "QuerySet[Entry]":
    rows = entries(partnership)
    if chosen.step:
        rows = touching_step(rows, chosen.step)
    if chosen.process:
        rows = touching_process(rows, chosen.process)
    if chosen.voice:
        rows = rows.filter(voice=chosen.voice)
    if chosen.mine and not partnership.looking:
        rows = rows.filter(kept_by=partnership.me)
    return rows


def _changes(partnership: Partnership, chosen: Chosen, bottom: date | None, top: date | None) -> list[Change]:
    if chosen.process or chosen.voice or chosen.mine:
        return []
    rows = changes(partnership)
    if chosen.step:
        rows = rows.filter(step=chosen.step)
    if bottom:
        rows = rows.filter(at__gte=_start(bottom))
    if top:
        rows = rows.filter(at__lt=_start(top + timedelta(days=1)))
    return list(rows[:AT_MOST])


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min, LONDON)
