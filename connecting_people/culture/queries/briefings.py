"""A team's words for its one page, and its own figures as far as they may be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from connecting_people.barriers.models import Item
from connecting_people.barriers.rules import ItemState
from connecting_people.community.queries.assets import assets
from connecting_people.community.rules import Status
from connecting_people.core.small_numbers import told
from connecting_people.culture.models import Briefing
from connecting_people.culture.queries.ideas import done_since
from connecting_people.culture.queries.skills import who_helps
from connecting_people.culture.rules import Reader

CHECKED_WITHIN: Final = timedelta(days=182)


@dataclass(frozen=True)
class Figures:
    """What a page may tell in numbers; `helpers` are people, so it is rounded, and 0 where it is too small to tell."""

    places: int
    checked: int
    ways_round: int
    ideas_done: int
    helpers: int


def figures(agency_id: UUID, team_id: UUID | None, today: date) -> Figures:
    """Count what an agency, or one of its teams, can tell of itself. What is known of the area belongs to all."""
    open_places = assets(agency_id).exclude(status=Status.DEFUNCT).exclude(ends_date__lt=today)
    return Figures(
        places=open_places.count(),
        checked=open_places.filter(checked_date__gte=today - CHECKED_WITHIN).count(),
        ways_round=Item.objects.filter(agency_id=agency_id, state=ItemState.APPROVED).count(),
        ideas_done=done_since(agency_id, team_id, date(today.year, 1, 1)),
        helpers=told(who_helps(agency_id, team_id)),
    )


def briefing_of(agency_id: UUID, team_id: UUID | None, reader: Reader) -> Briefing | None:
    """Return what was written for a reader, of a team or of the whole agency."""
    rows = Briefing.objects.filter(agency_id=agency_id, reader=reader)
    rows = rows.filter(team_id=team_id) if team_id else rows.filter(team=None)
    return rows.select_related("by").first()


def briefings_of(agency_id: UUID) -> Sequence[Briefing]:
    """Return all that was written in an agency."""
    return list(Briefing.objects.filter(agency_id=agency_id).select_related("by").order_by("pk"))
