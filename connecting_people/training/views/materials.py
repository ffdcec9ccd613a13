from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from connecting_people.core import documents
from connecting_people.people.roles import May
from connecting_people.people.standing import Here
from connecting_people.training import pack as packs
from connecting_people.training.deck import office
from connecting_people.training.deck import paper as paged
from connecting_people.training.deck.told import slides as slides_of_training
from connecting_people.training.pages import page
from connecting_people.training.papers.sheet import Size
from connecting_people.training.papers.shelf import UnknownPaper, paper_for
from connecting_people.training.presenters.materials import papers_of, slides_of
from connecting_people.training.queries.materials import outline_of
from connecting_people.training.queries.trainings import training_to_lead


@require_safe
def materials(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show what can be printed and shown."""
    training = training_to_lead(request.standing, agency_id, training_id)
    outline = outline_of(training)
    return page(
        request,
        "training/materials.html",
        training.agency,
        training,
        slides=slides_of(training),
        papers=list(papers_of(training, outline, hangs=request.standing.may(May.HANG_POSTER, agency_id))),
        outline=outline,
    )


@require_safe
def slides(request: Here, agency_id: UUID, training_id: UUID, slides_form: str) -> HttpResponse:
    """Give the slides, to change or to show."""
    if slides_form not in ("pptx", "pdf"):
        raise Http404
    outline = outline_of(training_to_lead(request.standing, agency_id, training_id))
    told = slides_of_training(outline)
    if slides_form == "pdf":
        return documents.answer(paged.pdf(told, title=outline.title), "pdf", "slides")
    return _kept(office.pptx(told, title=outline.title), office.MEDIA_TYPE, "slides.pptx")


@require_safe
def paper(request: Here, agency_id: UUID, training_id: UUID, paper: str, print_size: str) -> HttpResponse:
    """Give a paper, as usual or in large print, under a name that says nothing of the training."""
    outline = outline_of(training_to_lead(request.standing, agency_id, training_id))
    try:
        found, size = paper_for(outline, paper), Size(print_size)
    except (UnknownPaper, ValueError):
        raise Http404 from None
    return documents.answer(found.drawn(outline, size), "pdf", paper)


@require_safe
def pack(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Give everything in one file."""
    outline = outline_of(training_to_lead(request.standing, agency_id, training_id))
    return _kept(packs.pack(outline), packs.MEDIA_TYPE, "training-pack.zip")


def _kept(content: bytes, media_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=headers)
