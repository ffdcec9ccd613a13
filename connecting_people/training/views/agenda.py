from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from connecting_people.people.standing import Here
from connecting_people.training.pages import page
from connecting_people.training.queries.trainings import training_to_lead


@require_safe
def agenda(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show the agenda."""
    training = training_to_lead(request.standing, agency_id, training_id)
    return page(request, "training/agenda.html", training.agency, training)
