"""How the person sees the practitioner and the agency; nobody else of the two learns that this was opened."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from connecting_people.journey.queries import OWN_PAGE
from connecting_people.partnership.models import Participant, Partnership
from connecting_people.partnership.pages import acting, done, go_on, page
from connecting_people.people.drafts import form_for
from connecting_people.review import queries
from connecting_people.review.actions import own_view as actions
from connecting_people.review.forms.own import ViewForm
from connecting_people.review.permissions import can_view
from connecting_people.review.rules import Share
from connecting_people.review.views.reach import write_one


@require_http_methods(["GET", "HEAD", "POST"])
def view(request: HttpRequest, partnership_id: UUID, review_id: UUID) -> HttpResponse:
    """Say how one sees the two, and who else may read it."""
    at = timezone.now()
    partnership, review = write_one(request, partnership_id, review_id, at, OWN_PAGE)
    voice = _voice(partnership)
    held = queries.view_of(partnership, review)
    form = form_for(request, ViewForm, view=held)
    act = acting(request, at, partnership) | {"review": review, "voice": voice}
    theirs = None
    if request.method == "POST":
        if done(form, lambda: actions.say_view(**act, **form.said())):
            return go_on(request, _("Kept."), "review:view", partnership_id, review_id=review_id)
        if held and str(held.version) != str(form.data.get("version")):
            theirs = held
            form = ViewForm({**request.POST.dict(), "version": str(held.version)}, view=held)
            form.add_error(None, str(actions.StaleView(held)))
    share = held.share if held else Share.NOT
    more: dict[str, Any] = {"voice_name": voice.name, "theirs": theirs, "share": share}
    return page(request, "review/view.html", partnership, form=form, review=review, **more)


@require_POST
def take_back(request: HttpRequest, partnership_id: UUID, review_id: UUID) -> HttpResponse:
    """Take back what the agency may read."""
    at = timezone.now()
    partnership, review = write_one(request, partnership_id, review_id, at, OWN_PAGE)
    _voice(partnership)
    held = queries.view_of(partnership, review)
    if held:
        actions.take_back(**acting(request, at, partnership), view=held)
        messages.success(request, _("Taken back. Only you see it now."))
    return go_on(request, "", "review:view", partnership_id, review_id=review_id)


def _voice(partnership: Partnership) -> Participant:
    """Return whose view it is; the page is not there for who cannot give it."""
    if not can_view(partnership.me, partnership.person):
        raise Http404
    return partnership.person
