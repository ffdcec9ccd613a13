"""What an agency knows of its local area: one asset."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from connecting_people.community import pages
from connecting_people.community.presenters.assets import asset_page
from connecting_people.community.presenters.experience import experience_of
from connecting_people.community.presenters.team import team_of
from connecting_people.community.queries.assets import areas, asset_in, directory_for, mentions_of
from connecting_people.community.queries.places import has_kept_address
from connecting_people.core.london import day_of
from connecting_people.people.standing import Here


@require_safe
def asset(request: Here, agency_id: UUID, asset_id: UUID) -> HttpResponse:
    """Show one asset."""
    directory = directory_for(request.standing, agency_id)
    found = asset_in(directory, asset_id)
    today = day_of(timezone.now())
    context: dict[str, Any] = {
        "shown": asset_page(found, today, list(areas(agency_id)), secret=has_kept_address(found)),
        "experience": experience_of(directory, found, today),
        "team": team_of(directory, found, today),
        "mentions": mentions_of(found),
    }
    return pages.page(request, "community/asset.html", directory, **context)
