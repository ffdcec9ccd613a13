"""One connection: looking at it, adding it, saying something else, how things stand."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.connections.actions import connections as actions
from connecting_people.connections.forms.connection import ConnectionForm, StandForm
from connecting_people.connections.presenters.drawn import addresses_of
from connecting_people.connections.presenters.one import now_says, one_page
from connecting_people.connections.presenters.people import hints_of
from connecting_people.connections.queries.connections import facts_in, is_own, sayings, state_in
from connecting_people.connections.queries.now import now_of
from connecting_people.connections.rules import State
from connecting_people.connections.troubles import Stale
from connecting_people.core.london import day_of
from connecting_people.journey.queries import OWN_PAGE, WRITE_PAGE
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import done, go_on, page, reader, to_read, to_write
from connecting_people.people.drafts import form_for

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def one(request: HttpRequest, partnership_id: UUID, connection_id: UUID) -> HttpResponse:
    """Show one connection: what is said of it, whom it knows, and what was said before."""
    partnership = to_read(request, partnership_id, timezone.now(), page_name(request, connection_id))
    state = state_in(partnership, connection_id)
    now = now_of(partnership)
    shown = one_page(partnership, now, sayings(partnership, connection_id))
    return page(
        request,
        "connections/connection.html",
        partnership,
        shown=shown,
        state=state,
        rings=list(enumerate(now.ruling.ring_words, start=1)),
        addresses=addresses_of(partnership),
    )


@form_page
def add(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Put somebody or something on the map."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, WRITE_PAGE)
    form = form_for(
        request,
        ConnectionForm,
        partnership=partnership,
        today=day_of(at),
        ruling=now_of(partnership).ruling,
        initial={"ring": _ring(request), "kind": request.GET.get("kind", "")},
    )

    def put() -> None:
        actions.add(
            by=reader(request),
            at=at,
            partnership=partnership,
            facts=form.said(),
            voice=form.voice,
            to_oneself=form.cleaned_data["to_oneself"],
        )

    if request.method == "POST" and done(form, put):
        _hint(request, form)
        again = "again" in request.POST
        says = _("%(name)s is on the map.") % {"name": form.cleaned_data["name"]}
        return go_on(request, says, "connections:add" if again else "connections:map", partnership_id)
    return page(request, "connections/edit.html", partnership, form=form, state=None)


@form_page
def edit(request: HttpRequest, partnership_id: UUID, connection_id: UUID) -> HttpResponse:
    """Say something else of a connection; when somebody was quicker, show both texts and lose nothing."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, page_name(request, connection_id))
    state = state_in(partnership, connection_id)
    ruling = now_of(partnership).ruling
    given: dict[str, Any] = {
        "partnership": partnership,
        "today": day_of(at),
        "ruling": ruling,
        "facts": facts_in(state),
    }
    form = form_for(request, ConnectionForm, **given, read=state.pk)
    stale: Stale | None = None
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, partnership, connection_id, form, at)
            _hint(request, form)
            return go_on(request, _("Kept."), "connections:connection", partnership_id, connection_id=connection_id)
        except Stale as found:
            stale = found
            form = _after_the_other(form, found, given)
    return page(
        request,
        "connections/edit.html",
        partnership,
        form=form,
        state=state,
        current=now_says(stale, ruling) if stale else {},
    )


@form_page
def stand(request: HttpRequest, partnership_id: UUID, connection_id: UUID) -> HttpResponse:
    """Say that touch was lost, that it ended, or that it is part of life again."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, page_name(request, connection_id))
    state = state_in(partnership, connection_id)
    form = form_for(request, StandForm, partnership=partnership, today=day_of(at), initial={"state": state.state})

    def say() -> None:
        actions.stand(
            by=reader(request),
            at=at,
            partnership=partnership,
            connection_id=connection_id,
            state=State(form.cleaned_data["state"]),
            voice=form.voice,
        )

    if request.method == "POST" and done(form, say):
        return go_on(request, _("Kept."), "connections:connection", partnership_id, connection_id=connection_id)
    return page(request, "connections/stand.html", partnership, form=form, state=state)


def page_name(request: HttpRequest, connection_id: UUID) -> str:
    """Return under which name a look at a connection is noted: nobody sees that one looked at what one keeps."""
    return OWN_PAGE if is_own(reader(request), connection_id) else "connection"


def _change(
    request: HttpRequest, partnership: Partnership, connection_id: UUID, form: ConnectionForm, at: datetime
) -> None:
    actions.change(
        by=reader(request),
        at=at,
        partnership=partnership,
        connection_id=connection_id,
        read=form.cleaned_data["read"] or state_in(partnership, connection_id).pk,
        facts=form.said(),
        voice=form.voice,
    )


def _after_the_other(form: ConnectionForm, stale: Stale, given: dict[str, Any]) -> ConnectionForm:
    """Return the form with what was typed, to be sent again after the other's text was read."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    data["read"] = str(stale.state)
    again = ConnectionForm(data, **given)
    again.add_error(None, str(stale))
    return again


def _hint(request: HttpRequest, form: ConnectionForm) -> None:
    for hint in hints_of(form.said()):
        messages.warning(request, str(hint))


def _ring(request: HttpRequest) -> str:
    ring = request.GET.get("ring", "")
    return ring if ring in "12345" else ""
