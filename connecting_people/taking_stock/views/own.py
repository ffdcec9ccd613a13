"""A practitioner takes stock of their own work, and what a team was shown."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.core.troubles import Trouble
from connecting_people.partnership.pages import done, reader, status_of
from connecting_people.people.drafts import form_for
from connecting_people.people.models import Agency
from connecting_people.people.queries import teams_of
from connecting_people.people.roles import May
from connecting_people.people.rules import Role
from connecting_people.taking_stock.actions import own as actions
from connecting_people.taking_stock.forms.own import OwnForm, ShowForm
from connecting_people.taking_stock.models import OwnStock
from connecting_people.taking_stock.presenters.own import own_shown
from connecting_people.taking_stock.queries import own as queries

form_page = require_http_methods(["GET", "HEAD", "POST"])
SHOWN = 60


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Show a practitioner their own stock-takes, newest first."""
    agencies = _practises_in(request)
    shown = own_shown(queries.own_of(reader(request))[:SHOWN])
    return render(request, "taking_stock/own.html", {"shown": shown, "agencies": agencies})


@form_page
def own_take(request: HttpRequest) -> HttpResponse:
    """Take stock of one's own work."""
    form = form_for(request, OwnForm, agencies=_practises_in(request))
    given: dict[str, Any] = {"by": reader(request), "at": timezone.now()}
    if request.method == "POST" and done(form, lambda: actions.take_own(**given, agency=form.agency, **form.said())):
        return _kept(request, _("Kept. Only you see it."))
    return render(request, "taking_stock/own_say.html", {"form": form}, status=status_of(form))


@form_page
def own_change(request: HttpRequest, stock_id: UUID) -> HttpResponse:
    """Say one's own stock-take differently; when another window was quicker, show both."""
    stock = queries.own_in(reader(request), stock_id)
    form = form_for(request, OwnForm, stock=stock)
    theirs: OwnStock | None = None
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        given: dict[str, Any] = {"by": reader(request), "at": timezone.now(), "stock": stock, "version": version}
        try:
            actions.change_own(**given, **form.said())
            return _kept(request, _("Kept."))
        except actions.StaleOwn as stale:
            theirs = stale.now
            form.data = {**request.POST.dict(), "version": str(theirs.version)}
            form.add_error(None, str(stale))
        except Trouble as reason:
            form.add_error(None, str(reason))
    shown = own_shown([queries.own_in(reader(request), stock_id)])[0] if theirs else None
    context = {"form": form, "stock": stock, "theirs": shown}
    return render(request, "taking_stock/own_say.html", context, status=status_of(form))


@form_page
def own_show(request: HttpRequest, stock_id: UUID) -> HttpResponse:
    """Choose the team that may see one's own stock-take."""
    stock = queries.own_in(reader(request), stock_id)
    teams = list(teams_of(reader(request), stock.agency_id, Role.PRACTITIONER))
    form = form_for(request, ShowForm, teams=teams)
    given: dict[str, Any] = {"by": reader(request), "at": timezone.now(), "stock": stock}
    if request.method == "POST" and done(form, lambda: actions.show_own(**given, team=form.team)):
        return _kept(request, _("Your team can see it now. You can take it back at any time."))
    context = {"form": form, "shown": own_shown([stock])[0], "teams": teams}
    return render(request, "taking_stock/own_show.html", context, status=status_of(form))


@require_POST
def own_take_back(request: HttpRequest, stock_id: UUID) -> HttpResponse:
    """Take one's own stock-take back from the team."""
    stock = queries.own_in(reader(request), stock_id)
    actions.take_back_own(by=reader(request), at=timezone.now(), stock=stock)
    return _kept(request, _("Taken back. Only you see it."))


@require_safe
def team(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """Show the practitioners and leads of a team what its members showed them."""
    rows = queries.of_the_team(request.standing, agency_id)[:SHOWN]  # type: ignore[attr-defined]
    return render(request, "taking_stock/team.html", {"shown": own_shown(rows)})


def _practises_in(request: HttpRequest) -> list[Agency]:
    agencies: list[Agency] = request.standing.where(May.START_PARTNERSHIPS)  # type: ignore[attr-defined]
    if not agencies:
        raise PermissionDenied
    return agencies


def _kept(request: HttpRequest, says: str) -> HttpResponse:
    messages.success(request, says)
    return redirect("taking_stock:own")
