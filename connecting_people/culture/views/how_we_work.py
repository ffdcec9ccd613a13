"""How practitioners see their own practice, of an agency and of a team."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from connecting_people.core.london import day_of
from connecting_people.culture.pages import page
from connecting_people.culture.presenters.how_we_work import parts
from connecting_people.culture.presenters.looks import choices
from connecting_people.culture.queries.agency import agency_of_staff
from connecting_people.culture.queries.how_we_work import profile
from connecting_people.culture.queries.teams import Whole, team_in, whole
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.people.roles import May
from connecting_people.people.standing import Here


@require_safe
def how_we_work(request: Here, agency_id: UUID) -> HttpResponse:
    """Show how practitioners of the whole agency see their practice."""
    here = agency_of_staff(request.standing, agency_id)
    return _shown(request, whole(request.standing, here, timezone.now()))


@require_safe
def team_how_we_work(request: Here, agency_id: UUID, team_id: UUID) -> HttpResponse:
    """Show how the practitioners of one team see their practice."""
    here = agency_of_staff(request.standing, agency_id)
    return _shown(request, team_in(request.standing, here, team_id, timezone.now()))


def _shown(request: Here, of: Whole) -> HttpResponse:
    today, agency = day_of(timezone.now()), of.here.agency
    shown = parts(profile(agency, of.team, today), today)
    context: dict[str, Any] = {
        "of": of,
        "choices": choices(of, "culture:how_we_work", "culture:team_how_we_work"),
        "own": request.standing.may(May.START_PARTNERSHIPS, agency.pk),
        "told": any(part.over for part in shown),
        "parts": shown,
        "instrument": latest()[PRACTICE],
    }
    return page(request, "culture/how_we_work.html", of.here, **context)
