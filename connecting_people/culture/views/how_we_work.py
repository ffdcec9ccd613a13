from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from connecting_people.culture.pages import page
from connecting_people.culture.queries.agency import agency_of_staff
from connecting_people.people.standing import Here


@require_safe
def how_we_work(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the practice self-review over time."""
    return page(request, "culture/how_we_work.html", agency_of_staff(request.standing, agency_id))
