from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from connecting_people.culture.pages import page
from connecting_people.culture.queries.agency import agency_of_staff
from connecting_people.people.standing import Here


@require_safe
def briefings(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the briefings."""
    return page(request, "culture/briefings.html", agency_of_staff(request.standing, agency_id))
