from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from connecting_people.people.standing import Here
from connecting_people.training.course.activities import activity as activity_of
from connecting_people.training.course.notes import GUESTS, NOTES
from connecting_people.training.course.words import UnknownActivity
from connecting_people.training.pages import page
from connecting_people.training.presenters import course as presenters
from connecting_people.training.queries.trainings import agency_here


@require_safe
def course(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the thirteen activities, the prompts, and the notes for trainers."""
    agency = agency_here(request.standing, agency_id)
    thirteen, prompts = presenters.course(agency)
    return page(request, "training/course.html", agency, thirteen=thirteen, prompts=prompts, notes=NOTES, guests=GUESTS)


@require_safe
def course_activity(request: Here, agency_id: UUID, activity_id: str) -> HttpResponse:
    """Show one of them: what it is for, and how it is run."""
    agency = agency_here(request.standing, agency_id)
    try:
        found = activity_of(activity_id)
    except UnknownActivity:
        raise Http404 from None
    before, after = presenters.beside(agency, found)
    columns = [(column, presenters.says_of(column)) for column in found.columns]
    return page(
        request,
        "training/course_activity.html",
        agency,
        shown=presenters.shown(agency, found),
        columns=columns,
        before=before,
        after=after,
    )
