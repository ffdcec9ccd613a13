"""What the map, the list and their buttons send: moves, lines between two, steps back and forth."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from connecting_people.connections.actions import connections as actions
from connecting_people.connections.actions import history, ties
from connecting_people.connections.actions.history import TakenBack
from connecting_people.connections.forms.acts import MoveForm, TieForm
from connecting_people.connections.queries.connections import state_in
from connecting_people.connections.troubles import MapError
from connecting_people.connections.words import act_in_words
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import reader
from connecting_people.partnership.queries import partnership_to_write


@require_POST
def move(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Move a connection."""
    at = timezone.now()
    partnership = partnership_to_write(reader(request), partnership_id, at=at)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return _sorry(request, partnership, _("Choose who is to move, and where."))
    state = state_in(partnership, form.cleaned_data["connection"])
    return _act(
        request,
        partnership,
        state.connection_id,
        lambda: actions.move(
            by=reader(request), at=at, partnership=partnership, connection_id=state.connection_id, asked=form.asked
        ),
        _("%(name)s has moved.") % {"name": state.name},
    )


@require_POST
def tie(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Say that two know each other."""
    return _tie(request, partnership_id, ties.tie, _("They know each other."))


@require_POST
def untie(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Take the line between two away."""
    return _tie(request, partnership_id, ties.untie, _("The line is taken away."))


@require_POST
def undo(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Take back the last thing that one did."""
    return _turn(request, partnership_id, history.undo, _("Taken back: %(what)s."))


@require_POST
def redo(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Do again what one took back."""
    return _turn(request, partnership_id, history.redo, _("Done again: %(what)s."))


def _tie(request: HttpRequest, partnership_id: UUID, act: Callable[..., None], says: str) -> HttpResponse:
    at = timezone.now()
    partnership = partnership_to_write(reader(request), partnership_id, at=at)
    form = TieForm(request.POST)
    if not form.is_valid():
        return _sorry(request, partnership, _("Choose two to join."))
    given = form.cleaned_data
    return _act(
        request,
        partnership,
        given["one"],
        lambda: act(by=reader(request), at=at, partnership=partnership, one=given["one"], other=given["other"]),
        says,
    )


def _turn(request: HttpRequest, partnership_id: UUID, turn: Callable[..., TakenBack | None], says: str) -> HttpResponse:
    at = timezone.now()
    partnership = partnership_to_write(reader(request), partnership_id, at=at)
    turned = turn(by=reader(request), at=at, partnership=partnership)
    if turned is None:
        return _sorry(request, partnership, _("There is nothing to take back, or to do again."))
    if not turned.done:
        return _sorry(request, partnership, _("Somebody changed that since, so it stays as it is."))
    messages.success(request, says % {"what": act_in_words(turned.act)})
    return _back(request, partnership)


def _act(
    request: HttpRequest, partnership: Partnership, about: UUID, act: Callable[[], Any], says: str
) -> HttpResponse:
    try:
        act()
    except MapError as reason:
        return _sorry(request, partnership, str(reason), about)
    messages.success(request, says)
    return _back(request, partnership, about)


def _sorry(request: HttpRequest, partnership: Partnership, says: str, about: UUID | None = None) -> HttpResponse:
    messages.warning(request, says)
    return _back(request, partnership, about)


def _back(request: HttpRequest, partnership: Partnership, about: UUID | None = None) -> HttpResponse:
    """Return to the page from which this was sent: the map, unless it says that it is another."""
    name, here = request.POST.get("back", ""), {"partnership_id": partnership.pk}
    if name == "connection" and about:
        return redirect(reverse("connections:connection", kwargs={**here, "connection_id": about}))
    if name == "list":
        return redirect(reverse("connections:list", kwargs=here) + (f"#c-{about}" if about else ""))
    return redirect(reverse("connections:map", kwargs=here))
