"""How every page of this room for those who plan and give trainings is drawn: in a frame with the ways through it."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.partnership.pages import status_of
from connecting_people.people.models import Agency
from connecting_people.training.models import Training


def page(
    request: HttpRequest,
    template: str,
    agency: Agency,
    training: Training | None = None,
    *,
    status: int = 0,
    **context: Any,
) -> HttpResponse:
    """Draw a page that extends training/planning.html; a `form` that needs another look answers 422."""
    form = context.get("form")
    if not status:
        status = status_of(form) if isinstance(form, BaseForm) else 200
    ways = _ways(request, training) if training else []
    frame = {"agency": agency, "training": training, "ways": ways}
    return render(request, template, {**frame, **context}, status=status)


def _ways(request: HttpRequest, training: Training) -> list[tuple[str, str, bool]]:
    named = (
        (_("Plan"), "training:training"),
        (_("Agenda"), "training:agenda"),
        (_("People"), "training:people"),
        (_("Materials"), "training:materials"),
        (_("In the room"), "training:trainer"),
        (_("Afterwards"), "training:afterwards"),
    )
    links = [(says, address(to, agency_id=training.agency_id, training_id=training.pk)) for says, to in named]
    return [(says, href, request.path == href) for says, href in links]
