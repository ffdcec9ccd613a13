from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from connecting_people.culture.pages import page
from connecting_people.culture.queries.agency import agency_here
from connecting_people.people.standing import Here


@require_safe
def ideas(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the ideas."""
    return page(request, "culture/ideas.html", agency_here(request.standing, agency_id))
