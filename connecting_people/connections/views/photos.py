"""Photos of paper maps."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.connections import permissions
from connecting_people.connections.actions import photos as actions
from connecting_people.connections.forms.files import PhotoForm
from connecting_people.connections.queries.connections import (
    is_own_photo,
    paper_in,
    papers,
    picture_of,
    reader_of,
)
from connecting_people.connections.views.files import sent
from connecting_people.core.london import day_of
from connecting_people.journey.queries import OWN_PAGE
from connecting_people.partnership.pages import done, go_on, page, reader, to_read
from connecting_people.partnership.queries import partnership_for, partnership_to_write
from connecting_people.people.drafts import form_for


@require_http_methods(["GET", "HEAD", "POST"])
def photo(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the photos of paper maps, and take in another."""
    at = timezone.now()
    user = reader(request)
    if request.method == "POST":
        partnership = partnership_to_write(user, partnership_id, at=at)
    else:
        partnership = partnership_for(user, partnership_id, at=at, page="paper maps")
    form = None
    if not partnership.looking:
        files = {"files": request.FILES} if request.method == "POST" else {}
        form = form_for(request, PhotoForm, partnership=partnership, today=day_of(at), **files)
    if form and request.method == "POST":
        given: dict[str, Any] = {"by": user, "at": at, "partnership": partnership}
        if done(form, lambda: actions.add_photo(**given, **form.cleaned_data | {"voice": form.voice})):
            return go_on(request, _("The photo stands as the map of its day."), "connections:photo", partnership_id)
    place = reader_of(partnership)
    shown = [(one, place is not None and permissions.can_take_off_photo(place, one)) for one in papers(partnership)]
    return page(request, "connections/photos.html", partnership, form=form, shown=shown)


@require_safe
def paper(request: HttpRequest, partnership_id: UUID, paper_id: UUID) -> HttpResponse:
    """Send the picture of one photo."""
    name = OWN_PAGE if is_own_photo(reader(request), paper_id) else "paper maps"
    partnership = to_read(request, partnership_id, timezone.now(), name)
    found = picture_of(paper_in(partnership, paper_id))
    ending = found.media.partition("/")[2]
    return sent(f"paper-map.{ending}", found.media, found.content, inline=True)


@require_POST
def take_off(request: HttpRequest, partnership_id: UUID, paper_id: UUID) -> HttpResponse:
    """Take a photo away for good."""
    at = timezone.now()
    partnership = partnership_to_write(reader(request), partnership_id, at=at)
    found = paper_in(partnership, paper_id)
    if not permissions.can_take_off_photo(partnership.me, found):
        raise Http404
    actions.take_off_photo(by=reader(request), at=at, partnership=partnership, paper=found)
    return go_on(request, _("The photo is taken away."), "connections:photo", partnership_id)
