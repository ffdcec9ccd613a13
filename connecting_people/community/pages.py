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

_LOOKING_AFTER = frozenset(
    ("to_do", "add", "organisations", "areas", "files", "ratings_waiting", "improvements", "proposals")
)

Way = tuple[str, str, bool]  # what it says, where it leads, whether the reader is there


def page(
    request: HttpRequest, template: str, directory: Directory, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Draw a page that extends community/directory_page.html; a `form` that needs another look answers 422."""
    form = context.get("form")
    if isinstance(form, BaseForm) and form.is_bound and form.errors and status == 200:
        status = NOT_YET
    ways, within = _ways(request, directory)
    frame = {"agency": directory.agency, "directory": directory, "ways": ways, "within": within}
    return render(request, template, {**frame, **context}, status=status)


def _ways(request: HttpRequest, directory: Directory) -> tuple[list[Way], list[Way]]:
    """Return the few ways that everybody has, and on the pages of those who keep the directory the ways among these."""
    ways = _links(
        request,
        directory,
        [
            (_("Find something"), "community:find"),
            (_("On the map"), "community:place"),
            (_("What is changing"), "community:seasons"),
            (_("What is missing"), "community:gaps"),
        ],
    )
    if not directory.keeps:
        return ways, []
    ways += _links(request, directory, [(_("Whom we know"), "community:contacts")])
    within = _links(
        request,
        directory,
        [
            (_("To do"), "community:to_do"),
            (_("Add something"), "community:add"),
            (_("Organisations"), "community:organisations"),
            (_("Our area"), "community:areas"),
            (_("Files"), "community:files"),
        ],
    )
    match = request.resolver_match
    here = match is not None and str(match.url_name) in _LOOKING_AFTER
    return [*ways, (_("Look after it"), within[0][1], here)], within if here else []


def _links(request: HttpRequest, directory: Directory, named: list[tuple[str, str]]) -> list[Way]:
    here = [(label, address(name, agency_id=directory.agency.pk)) for label, name in named]
    return [(label, href, request.path == href) for label, href in here]
