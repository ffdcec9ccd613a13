"""How every page of this room is drawn: in a frame with the ways through it."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.culture.queries.agency import Here
from connecting_people.partnership.pages import status_of


def page(request: HttpRequest, template: str, here: Here, *, status: int = 0, **context: Any) -> HttpResponse:
    """Draw a page that extends culture/room.html; a `form` that needs another look answers 422."""
    form = context.get("form")
    if not status:
        status = status_of(form) if isinstance(form, BaseForm) else 200
    named = [(_("Six practices"), "culture:practices"), (_("Ideas"), "culture:ideas")]
    named += [(_("Who can help with what"), "culture:skills"), (_("Places we use"), "culture:places")]
    if here.staff:
        named += [(_("How we work"), "culture:how_we_work"), (_("On one page"), "culture:briefings")]
    links = [(label, address(name, agency_id=here.agency.pk)) for label, name in named]
    ways = [(label, href, request.path == href) for label, href in links]
    return render(request, template, {"agency": here.agency, "here": here, "ways": ways, **context}, status=status)
