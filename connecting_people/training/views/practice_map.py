"""The map of a practice space: the same tool as for a real one, on tables of its own."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.connections.forms.acts import MoveForm, TieForm
from connecting_people.connections.forms.facts import FactsForm
from connecting_people.connections.presenters.people import hints_of
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.partnership.pages import done, sent
from connecting_people.training.actions import practice as space_actions
from connecting_people.training.actions import practice_map as actions
from connecting_people.training.forms.practice import PracticeRulingForm, ShowForm
from connecting_people.training.models.sealed import mark_of
from connecting_people.training.presenters import practice as presenters
from connecting_people.training.queries.practice import facts_on, map_of
from connecting_people.training.views.practice_frame import practice_page, seat_and_space, seated

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def whole(request: HttpRequest) -> HttpResponse:
    """Show one's practice map, and under it the list."""
    _seat, space = seat_and_space(request, timezone.now())
    shown = presenters.map_page(space, map_of(space), request.GET)
    return practice_page(request, "training/practice/map.html", space, shown=shown, show=ShowForm())


@require_safe
def as_list(request: HttpRequest) -> HttpResponse:
    """Show one's practice map as a list, without the picture."""
    _seat, space = seat_and_space(request, timezone.now())
    shown = presenters.map_page(space, map_of(space), request.GET)
    return practice_page(request, "training/practice/list.html", space, shown=shown)


@require_safe
def says(request: HttpRequest) -> HttpResponse:
    """Show what one's own map says in numbers, once that was asked for."""
    _seat, space = seat_and_space(request, timezone.now())
    asked = request.GET.get("show") == "yes"
    figures = presenters.figures(map_of(space)) if asked else ()
    return practice_page(request, "training/practice/says.html", space, figures=figures, asked=asked)


@form_page
def add(request: HttpRequest) -> HttpResponse:
    """Put somebody or something on the practice map."""
    at = timezone.now()
    seat, space = seat_and_space(request, at)
    form = FactsForm(sent(request), ruling=map_of(space).ruling, until=day_of(at))
    if request.method == "POST" and done(form, lambda: actions.add(by=seat, at=at, facts=form.said())):
        _hint(request, form)
        again = "again" in request.POST
        messages.success(request, _("On your map. Who else?") if again else _("On your map."))
        return redirect("training:practice_add" if again else "training:practice_map")
    return practice_page(request, "training/practice/person.html", space, form=form, facts=None)


@form_page
def person(request: HttpRequest, connection_id: UUID) -> HttpResponse:
    """Show somebody on the map, say something else of them, and whom they know."""
    at = timezone.now()
    seat, space = seat_and_space(request, at)
    facts, found = facts_on(space, connection_id), map_of(space)
    given: dict[str, Any] = {"ruling": found.ruling, "until": day_of(at), "facts": facts}
    form = FactsForm(sent(request), **given, read=mark_of(facts))
    current: dict[str, str] = {}
    if request.method == "POST" and form.is_valid():
        try:
            read = form.cleaned_data["read"]
            actions.change(by=seat, at=at, connection_id=connection_id, read=read, facts=form.said())
        except actions.StalePractice as stale:
            current = presenters.now_says(stale.now, form.said(), found.ruling, day_of(at))
            form = _with_both(form, stale, given)
        else:
            _hint(request, form)
            messages.success(request, _("Kept."))
            return redirect("training:practice_map")
    return practice_page(
        request,
        "training/practice/person.html",
        space,
        form=form,
        facts=facts,
        current=current,
        id=connection_id,
        knowing=presenters.knowing(found, connection_id),
    )


@require_POST
def take_off(request: HttpRequest, connection_id: UUID) -> HttpResponse:
    """Take somebody off the map; undo brings them back."""
    at = timezone.now()
    seat, space = seat_and_space(request, at)
    facts_on(space, connection_id)
    says = _("Taken off your map. “Undo” beside the map brings them back.")
    return _act(request, lambda: actions.take_off(by=seat, at=at, connection_id=connection_id), says)


@form_page
def rings(request: HttpRequest) -> HttpResponse:
    """Choose the rings and parts of one's map, or to place everybody freely."""
    at = timezone.now()
    seat, space = seat_and_space(request, at)
    ruling = map_of(space).ruling
    form = PracticeRulingForm(sent(request), ruling=ruling)
    if request.method == "POST" and done(form, lambda: actions.rule(by=seat, at=at, ruling=form.chosen())):
        messages.success(request, _("Your map is ruled like this now."))
        return redirect("training:practice_map")
    return practice_page(request, "training/practice/rings.html", space, form=form, now=ruling)


@require_POST
def move(request: HttpRequest) -> HttpResponse:
    """Move somebody, from the map or the list."""
    at = timezone.now()
    seat, form = seated(request, at), MoveForm(request.POST)
    if not form.is_valid():
        return _sorry(request, _("Choose who is to move, and where."))
    about = form.cleaned_data["connection"]
    return _act(request, lambda: actions.move(by=seat, at=at, connection_id=about, asked=form.asked), about=about)


@require_POST
def tie(request: HttpRequest, *, joined: bool) -> HttpResponse:
    """Say that two know each other, or take the line between them away."""
    at = timezone.now()
    seat, form = seated(request, at), TieForm(request.POST)
    if not form.is_valid():
        return _sorry(request, _("Choose two to join."))
    given, act = form.cleaned_data, actions.tie if joined else actions.untie
    both = {"one": given["one"], "other": given["other"]}
    return _act(request, lambda: act(by=seat, at=at, **both), about=given["one"])


@require_POST
def turn(request: HttpRequest, *, back: bool) -> HttpResponse:
    """Take back what was done last, or do it again."""
    at = timezone.now()
    seat = seated(request, at)
    if not (actions.undo if back else actions.redo)(by=seat, at=at):
        return _sorry(request, _("There is nothing to take back, or to do again."))
    return _back(request)


@require_POST
def show(request: HttpRequest) -> HttpResponse:
    """Show one's map to the room, or take it back."""
    at = timezone.now()
    seat = seated(request, at)
    if "back" in request.POST:
        return _act(request, lambda: space_actions.hide(by=seat, at=at), _("Taken back. Only you see your map now."))
    form = ShowForm(request.POST)
    names = form.is_valid() and form.cleaned_data["names"]
    says = (
        _("The room sees your map now, with its names.") if names else _("The room sees your map now, without names.")
    )
    return _act(request, lambda: space_actions.show(by=seat, at=at, names=names), says)


@require_safe
def copy(request: HttpRequest, form: str) -> HttpResponse:
    """Send one's map as a picture or as a text, to keep after it has gone here."""
    at = timezone.now()
    _seat, space = seat_and_space(request, at)
    return map_file(space, form, at)


def map_file(space: Any, form: str, at: datetime) -> HttpResponse:
    """Return the map of a practice space as a file; Http404 for a form that there is not."""
    if form not in ("svg", "txt"):
        raise Http404
    found = map_of(space)
    content = presenters.drawing_file(space, found) if form == "svg" else presenters.text_file(found, at)
    media = "image/svg+xml" if form == "svg" else "text/plain; charset=utf-8"
    answer = HttpResponse(content, content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="my-map.{form}"'
    return answer


def _with_both(form: FactsForm, stale: actions.StalePractice, given: dict[str, Any]) -> FactsForm:
    """Return the form with what was typed, to be sent again after the other text was read."""
    data = QueryDict(mutable=True)
    data.update(form.data)
    data["read"] = str(mark_of(stale.now))
    again = FactsForm(data, **given)
    again.add_error(None, str(stale))
    return again


def _hint(request: HttpRequest, form: FactsForm) -> None:
    for hint in hints_of(form.said()):
        messages.warning(request, str(hint))


def _act(request: HttpRequest, act: Callable[[], Any], says: str = "", about: UUID | None = None) -> HttpResponse:
    try:
        act()
    except Trouble as reason:
        return _sorry(request, str(reason))
    if says:
        messages.success(request, says)
    return _back(request, about)


def _sorry(request: HttpRequest, says: str) -> HttpResponse:
    messages.warning(request, says)
    return _back(request)


def _back(request: HttpRequest, about: UUID | None = None) -> HttpResponse:
    """Return to the page from which this was sent: the map, unless it says that it is another."""
    name = request.POST.get("back", "")
    if name == "list":
        return redirect(reverse("training:practice_list") + (f"#c-{about}" if about else ""))
    if name == "person" and about:
        return redirect(reverse("training:practice_person", kwargs={"connection_id": about}))
    return redirect("training:practice_map")
