"""Taking a connection off the map, putting it back, showing it, and taking it away for good; each asked once."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from connecting_people.connections import permissions
from connecting_people.connections.actions import connections as actions
from connecting_people.connections.models import ConnectionState
from connecting_people.connections.queries.connections import state_in
from connecting_people.connections.views.connections import page_name
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import go_on, page, reader, to_write
from connecting_people.partnership.queries import partnership_to_write

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def take_off(request: HttpRequest, partnership_id: UUID, connection_id: UUID) -> HttpResponse:
    """Take a connection off the map from today on."""
    partnership, state = _reach(request, partnership_id, connection_id)
    return _ask(
        request,
        partnership,
        state,
        act=actions.take_off,
        to="map",
        thanks=_("%(name)s is off the map.") % {"name": state.name},
        heading=_("Take %(name)s off the map?") % {"name": state.name},
        says=[
            _("From today on they are not on the map. Earlier maps stay as they were, and you can put them back."),
            _("If it ended or you lost touch, you can say that instead. Then they stay on the map, faintly."),
        ],
        button=_("Take off the map"),
    )


@form_page
def forget(request: HttpRequest, partnership_id: UUID, connection_id: UUID) -> HttpResponse:
    """Take a connection away for good."""
    partnership, state = _reach(request, partnership_id, connection_id)
    if not permissions.can_forget(partnership.me, partnership.person, state):
        raise Http404
    return _ask(
        request,
        partnership,
        state,
        act=actions.forget,
        to="map",
        thanks=_("It is taken away for good."),
        heading=_("Take %(name)s away for good?") % {"name": state.name},
        says=[
            _("Everything that was ever said of them on the map goes, on every day, also in the past."),
            _("It cannot be brought back. What you wrote in the journey stays there."),
        ],
        button=_("Take away for good"),
    )


@form_page
def share_own(request: HttpRequest, partnership_id: UUID, connection_id: UUID) -> HttpResponse:
    """Show the other a connection that one kept to oneself."""
    partnership, state = _reach(request, partnership_id, connection_id)
    if not permissions.can_share_own(partnership.me, state):
        raise Http404
    return _ask(
        request,
        partnership,
        state,
        act=actions.share_own,
        to="connection",
        thanks=_("Shared. You can both see it now."),
        heading=_("Show %(name)s to the other?") % {"name": state.name},
        says=[
            _("Everybody who takes part then sees what it says now, and whom they know on the map."),
            _("What you said of them before today stays yours alone. Showing it cannot be taken back."),
        ],
        button=_("Show it"),
    )


@require_POST
def put_back(request: HttpRequest, partnership_id: UUID, connection_id: UUID) -> HttpResponse:
    """Put a connection on the map again."""
    at = timezone.now()
    partnership = partnership_to_write(reader(request), partnership_id, at=at)
    state = state_in(partnership, connection_id)
    actions.put_back(by=reader(request), at=at, partnership=partnership, connection_id=connection_id)
    says = _("%(name)s is on the map.") % {"name": state.name}
    return go_on(request, says, "connections:connection", partnership_id, connection_id=connection_id)


def _reach(request: HttpRequest, partnership_id: UUID, connection_id: UUID) -> tuple[Partnership, ConnectionState]:
    partnership = to_write(request, partnership_id, timezone.now(), page_name(request, connection_id))
    return partnership, state_in(partnership, connection_id)


def _ask(
    request: HttpRequest,
    partnership: Partnership,
    state: ConnectionState,
    *,
    act: Callable[..., None],
    to: str,
    thanks: str,
    heading: str,
    says: list[str],
    button: str,
) -> HttpResponse:
    """Say what is about to happen, and do it when somebody says so."""
    if request.method == "POST":
        act(by=reader(request), at=timezone.now(), partnership=partnership, connection_id=state.connection_id)
        ids = {"connection_id": state.connection_id} if to == "connection" else {}
        return go_on(request, thanks, f"connections:{to}", partnership.pk, **ids)
    return page(request, "connections/ask.html", partnership, state=state, heading=heading, says=says, button=button)
