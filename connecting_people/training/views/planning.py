from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from connecting_people.people.standing import Here
from connecting_people.training.pages import page
from connecting_people.training.queries.trainings import agency_here, training_to_lead


@require_safe
def trainings(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the trainings of an agency."""
    return page(request, "training/trainings.html", agency_here(request.standing, agency_id))


@require_safe
def training(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show one training."""
    training = training_to_lead(request.standing, agency_id, training_id)
    return page(request, "training/training.html", training.agency, training)
