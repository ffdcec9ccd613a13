"""The map then and now, and what it says in numbers."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from connecting_people.connections.measures import measures_of
from connecting_people.connections.past import History
from connecting_people.connections.presenters.figures import figures_of
from connecting_people.connections.presenters.over_time import over_time
from connecting_people.connections.presenters.saying import said_view_now
from connecting_people.connections.queries.connections import papers
from connecting_people.connections.queries.maps import history_of
from connecting_people.connections.queries.now import now_of
from connecting_people.connections.queries.strengths import own_view_now
from connecting_people.core.london import day_asked, day_of
from connecting_people.partnership.pages import page, to_read


@require_safe
def then_and_now(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the map on two days, side by side."""
    at = timezone.now()
    partnership = to_read(request, partnership_id, at, "map over time")
    history = history_of(partnership)
    then, now = _days(request, history, day_of(at))
    shown = over_time(partnership, history, then, now)
    return page(
        request,
        "connections/over_time.html",
        partnership,
        shown=shown,
        photos=[paper for paper in papers(partnership) if paper.map_date in (then, now)],
        figures=figures_of(shown.change.measures(), history.ruling_on(now)) if "figures" in request.GET else (),
    )


@require_safe
def what_it_says(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Say what the map says in numbers, once somebody asks for it."""
    partnership = to_read(request, partnership_id, timezone.now(), "what the map says")
    now = now_of(partnership)
    asked = request.GET.get("show") == "yes"
    figures = figures_of(measures_of(now.network), now.ruling) if asked else ()
    return page(
        request,
        "connections/what_it_says.html",
        partnership,
        asked=asked,
        figures=figures,
        count=len(now.facts),
        own_view=said_view_now(partnership, own_view_now(partnership)),
    )


def _days(request: HttpRequest, history: History, today: date) -> tuple[date, date]:
    """Return the two days that were asked for, the earlier first; else the first day of the map and today."""
    first = next(iter(history.days()), today)
    asked = [day_asked(request.GET.get(name, "")) for name in ("then", "now")]
    then, now = asked[0] or first, asked[1] or today
    return min(then, now), max(then, now)
