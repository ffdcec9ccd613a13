"""How many people somebody would like in their life, as they say it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connecting_people.connections.actions import saying as actions
from connecting_people.connections.forms.saying import OwnViewForm
from connecting_people.connections.presenters.saying import said_view
from connecting_people.connections.queries.strengths import own_views
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import done, go_on, page, reader, to_read, to_write
from connecting_people.people.drafts import form_for


@require_http_methods(["GET", "HEAD", "POST"])
def own_view(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what the person said over time, and take down how it is now."""
    at = timezone.now()
    reach = to_write if request.method == "POST" else to_read
    partnership = reach(request, partnership_id, at, "own view")
    form = None if partnership.looking else _form(request, partnership)
    if form and request.method == "POST":
        given: dict[str, Any] = {"by": reader(request), "at": at, "partnership": partnership}
        if done(form, lambda: actions.say_own_view(**given, **form.said())):
            return go_on(request, _("Kept, with today’s date."), "connections:own_view", partnership_id)
    views = [said_view(partnership, view) for view in own_views(partnership)]
    return page(request, "connections/own_view.html", partnership, form=form, views=views)


def _form(request: HttpRequest, partnership: Partnership) -> OwnViewForm:
    own, name = partnership.me.pk == partnership.person.pk, partnership.person.name
    label = _("How is it now?") if own else _("How is it now for %(name)s?") % {"name": name}
    return form_for(request, OwnViewForm, label=label, own=own, name=name)
