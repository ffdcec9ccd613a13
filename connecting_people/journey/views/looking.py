"""Who opened the record, and who wrote in it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from connecting_people.core.london import day_asked
from connecting_people.journey.looks import looks
from connecting_people.partnership.pages import page, reader
from connecting_people.partnership.queries import partnership_for


@require_safe
def who_looked(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show day by day who opened the record, and who wrote."""
    partnership = partnership_for(reader(request), partnership_id, at=timezone.now(), page="who looked")
    days, older = looks(partnership, day_asked(request.GET.get("until", "")))
    return page(
        request,
        "journey/who_looked.html",
        partnership,
        days=days,
        older=f"{request.path}?until={older}" if older else "",
        newest=request.path if "until" in request.GET else "",
    )
