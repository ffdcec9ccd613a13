"""The map of the place, and what is changing in it."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from connecting_people.community import pages
from connecting_people.community.presenters.place import CHANGING, LISTED, box_from, place_page
from connecting_people.community.presenters.rows import rows
from connecting_people.community.queries.assets import areas, directory_for
from connecting_people.community.queries.places import in_season, placed, placeless
from connecting_people.community.rules import Kind, Season
from connecting_people.community.telling import SEASONS
from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.people.standing import Here

A_PAGE = 30


@require_safe
def place(request: Here, agency_id: UUID) -> HttpResponse:
    """Show what is where, on a map and as a list."""
    directory = directory_for(request.standing, agency_id)
    today = day_of(timezone.now())
    kinds = [Kind(one) for one in dict.fromkeys(request.GET.getlist("kind")) if one in list(Kind)]
    box = box_from(request.GET.get("near", ""))
    nowhere = placeless(agency_id, today, kinds) if box is None else placeless(agency_id, today, kinds).none()
    shown = place_page(
        agency_id,
        placed(agency_id, today, kinds),
        list(nowhere[:LISTED]),
        list(areas(agency_id)),
        placeless_count=nowhere.count(),
        kinds=kinds,
        box=box,
        page=request.GET.get("page", "1"),
        today=today,
    )
    return pages.page(request, "community/place.html", directory, shown=shown)


@require_safe
def seasons(request: Here, agency_id: UUID) -> HttpResponse:
    """Show what is about to end, about to start, having a break, closed, or going on."""
    directory = directory_for(request.standing, agency_id)
    today = day_of(timezone.now())
    asked = request.GET.get("season", "")
    season = Season(asked) if asked in list(Season) else Season.CLOSING
    here = address("community:seasons", agency_id=agency_id)
    counted = {one: in_season(agency_id, one, today).count() for one in CHANGING}
    choices = [(SEASONS[one], counted[one], f"{here}?season={one.value}", one == season) for one in CHANGING]
    found = Paginator(in_season(agency_id, season, today), A_PAGE).get_page(request.GET.get("page"))
    return pages.page(
        request,
        "community/seasons.html",
        directory,
        season=season,
        choices=choices,
        found=found,
        rows=rows(found, today),
        empty_words=CHANGING[season],
    )
