from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from connecting_people.culture.pages import page
from connecting_people.culture.queries.agency import agency_here
from connecting_people.people.standing import Here


@require_safe
def practices(request: Here, agency_id: UUID) -> HttpResponse:
    """Look at the six practices."""
    return page(request, "culture/practices.html", agency_here(request.standing, agency_id))
