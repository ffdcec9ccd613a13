"""How every page of the local area is drawn: in a frame with the ways through the directory."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from connecting_people.community.queries.assets import Directory
from connecting_people.core.addresses import address

NOT_YET = 422
VERSIONS_SHOWN = 50


def page(
    request: HttpRequest, template: str, directory: Directory, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Draw a page that extends community/directory_page.html; a `form` that needs another look answers 422."""
    form = context.get("form")
    if isinstance(form, BaseForm) and form.is_bound and form.errors and status == 200:
        status = NOT_YET
    frame = {"agency": directory.agency, "directory": directory, "ways": _ways(request, directory)}
    return render(request, template, {**frame, **context}, status=status)


def _ways(request: HttpRequest, directory: Directory) -> list[tuple[str, str, bool]]:
    ways = [
        (_("Find something"), "community:find"),
        (_("On the map"), "community:place"),
        (_("What is changing"), "community:seasons"),
        (_("What is missing"), "community:gaps"),
        (_("What you said"), "community:my_ratings"),
    ]
    if directory.keeps:
        ways += [
            (_("To do"), "community:to_do"),
            (_("Whom we know"), "community:contacts"),
            (_("Organisations"), "community:organisations"),
            (_("Add something"), "community:add"),
            (_("Files"), "community:files"),
        ]
    here = [(label, address(name, agency_id=directory.agency.pk)) for label, name in ways]
    return [(label, href, request.path == href) for label, href in here]
