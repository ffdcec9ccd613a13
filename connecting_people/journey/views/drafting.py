"""Keeps what is being typed, while it is being typed."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from connecting_people.partnership.pages import reader
from connecting_people.partnership.queries import partnership_to_write
from connecting_people.people.drafts import PATH, keep


@require_POST
def draft(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Keep the words of a form of this partnership for the one who types them."""
    user = reader(request)
    partnership_to_write(user, partnership_id, at=timezone.now())
    path = request.POST.get(PATH, "")
    if not path.startswith(f"/partnerships/{partnership_id}/") or len(path) > 300:
        raise Http404
    keep(user.pk, path, {name: request.POST.getlist(name) for name in request.POST})
    return HttpResponse(status=204)
