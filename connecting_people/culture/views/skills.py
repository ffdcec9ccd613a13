from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from connecting_people.culture.pages import page
from connecting_people.culture.queries.agency import agency_here
from connecting_people.people.standing import Here


@require_safe
def skills(request: Here, agency_id: UUID) -> HttpResponse:
    """Show who can help with what."""
    return page(request, "culture/skills.html", agency_here(request.standing, agency_id))
