"""What comes after a training: where everything of it is found, and what came of it for the agency."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from connecting_people.people.standing import Here
from connecting_people.training.pages import page
from connecting_people.training.paging import paged, paged_list
from connecting_people.training.presenters.all_boards import ON_A_PAGE, in_words, paper_ways, read_cards
from connecting_people.training.presenters.landing import board_cards, came_of
from connecting_people.training.presenters.words_kept import as_text
from connecting_people.training.queries.all_boards import boards_of, in_reading_order, read_boards
from connecting_people.training.queries.landing import boards, landings_of, words_there
from connecting_people.training.queries.trainings import training_to_lead, training_to_read


@require_safe
def afterwards(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show what comes after."""
    training = training_to_lead(request.standing, agency_id, training_id)
    cards, paper = board_cards(training, boards(training)), paper_ways(boards_of(training))
    return page(request, "training/afterwards.html", training.agency, training, boards=cards, paper=paper)


@require_safe
def all_boards(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show all that everybody could see on the boards, to be read and printed, also after the room was closed."""
    training = training_to_lead(request.standing, agency_id, training_id)
    found, pager = paged_list(request, in_reading_order(training), ON_A_PAGE)
    cards = read_cards(read_boards(training, found))
    return page(request, "training/all_boards.html", training.agency, training, boards=cards, pager=pager)


@require_safe
def all_boards_text(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Give all that everybody could see on the boards as a text file."""
    training = training_to_lead(request.standing, agency_id, training_id)
    words = in_words(read_cards(read_boards(training, in_reading_order(training))))
    response = HttpResponse(as_text(training.title, words), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{_("boards")}.txt"'
    return response


@require_safe
def what_came(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show what came of a training, to staff who plan trainings themselves."""
    training = training_to_read(request.standing, agency_id, training_id)
    found, pager = paged(request, landings_of(training))
    came = came_of(agency_id, found, words_there(found))
    context: dict[str, Any] = {"came": came, "pager": pager, "about": training}
    return page(request, "training/what_came.html", training.agency, **context)
