"""How the map is ruled, and how one likes to see it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connecting_people.connections.actions import ruling as actions
from connecting_people.connections.forms.ruling import LookForm, RulingForm
from connecting_people.connections.queries.now import now_of
from connecting_people.connections.troubles import StaleRuling
from connecting_people.partnership.pages import done, go_on, page, reader, to_write
from connecting_people.people.drafts import form_for


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Choose rings, parts and their names for both; colours and size of names for oneself."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "map settings")
    now = now_of(partnership)
    given: dict[str, Any] = {"by": reader(request), "at": at, "partnership": partnership}
    if "colour_by" in request.POST:
        look = LookForm(request.POST)
        form = RulingForm(ruling=now.ruling)
        if done(look, lambda: actions.like(**given, **look.cleaned_data)):
            return go_on(request, _("Kept. You see the map like this from now on."), "connections:map", partnership_id)
    else:
        look = LookForm(initial={"colour_by": now.colour_by or "kind", "text": now.text or "usual"})
        form = form_for(request, RulingForm, ruling=now.ruling)
    if request.method == "POST" and form.is_bound and form.is_valid():
        try:
            actions.rule(**given, ruling=form.chosen())
            return go_on(request, _("Kept. The map has changed."), "connections:map", partnership_id)
        except StaleRuling as stale:
            typed = {name: form.data.get(name, "") for name in form.fields}
            form = RulingForm({**typed, "version": str(stale.now.version)}, ruling=stale.now)
            form.add_error(None, str(stale))
    return page(request, "connections/settings.html", partnership, form=form, liked=look, now=now.ruling)
