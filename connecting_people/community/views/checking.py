"""Staying true: this week's list, a check, something closed, something wrong, and what came of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.community import pages
from connecting_people.community.actions import assets as assets_actions
from connecting_people.community.actions import checking as actions
from connecting_people.community.forms.checking import CheckForm, ClosedForm, SettleForm, WrongForm
from connecting_people.community.presenters import checking as presenters
from connecting_people.community.presenters.team import open_problem, where_to_edit
from connecting_people.community.queries import checking as queries
from connecting_people.community.queries.assets import Directory, asset_in, directory_for, directory_to_keep
from connecting_people.community.queries.contacts import teams_of
from connecting_people.community.rules import Found, Status, Wrong
from connecting_people.community.turns import week_of
from connecting_people.core.london import day_of
from connecting_people.people.drafts import form_for
from connecting_people.people.models import Team
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])
_THANKS = {
    Found.RIGHT: gettext_lazy("Thank you. It is kept as checked today."),
    Found.CHANGED: gettext_lazy("Thank you. Now write in the entry what has changed."),
    Found.NOT_REACHED: gettext_lazy("Kept. It will come round again."),
}


@require_safe
def to_do(request: Here, agency_id: UUID) -> HttpResponse:
    """Show what the reader is to check this week, and what waits beside it."""
    directory = directory_to_keep(request.standing, agency_id)
    at = timezone.now()
    teams = list(teams_of(request.standing, agency_id))
    team = next((one for one in teams if str(one.pk) == request.GET.get("team")), teams[0] if teams else None)
    rows = list(queries.problems(agency_id))
    context: dict[str, Any] = {
        "teams": teams,
        "team": team,
        "week": _week(request, directory, team, {row.asset_id for row in rows}) if team else None,
        "monday": week_of(day_of(at)),
        "waiting": presenters.waiting(agency_id, rows),
    }
    return pages.page(request, "community/to_do.html", directory, **context)


def _week(request: Here, directory: Directory, team: Team, said_wrong: set[UUID]) -> presenters.Week:
    at = timezone.now()
    today = day_of(at)
    week = week_of(today)
    rows = queries.turns(directory.agency.pk, week).filter(team=team)
    turns = list(rows)
    if not turns and actions.share_out(by=request.user, at=at, agency=directory.agency, team=team, week=week):
        turns = list(rows.all())
    return presenters.week_page(turns, request.user.pk, said_wrong, today)


@require_POST
def check(request: Here, agency_id: UUID, asset_id: UUID) -> HttpResponse:
    """Keep what somebody found who looked; what has changed leads to where it is written."""
    directory = directory_to_keep(request.standing, agency_id)
    asset = asset_in(directory, asset_id)
    form = CheckForm(request.POST)
    if not form.is_valid():
        return redirect("community:asset", agency_id=agency_id, asset_id=asset_id)
    found = Found(form.cleaned_data["found"])
    actions.check(by=request.user, at=timezone.now(), asset=asset, found=found)
    messages.success(request, str(_THANKS[found]))
    if found == Found.CHANGED:
        return redirect(where_to_edit(asset))
    if request.POST.get("back") == "to_do":
        return redirect("community:to_do", agency_id=agency_id)
    return redirect("community:asset", agency_id=agency_id, asset_id=asset_id)


@form_page
def closed(request: Here, agency_id: UUID, asset_id: UUID) -> HttpResponse:
    """Ask whether something has closed for now or for good, then say so in its entry."""
    directory = directory_to_keep(request.standing, agency_id)
    asset = asset_in(directory, asset_id)
    form = form_for(request, ClosedForm)
    if form.is_valid():
        said = {"status": Status(form.cleaned_data["status"]), "version": form.cleaned_data["version"]}
        try:
            actions.close_asset(by=request.user, at=timezone.now(), asset=asset, **said)
        except assets_actions.StaleEntry:
            asset = asset_in(directory, asset_id)
            form.add_error(None, _("Somebody changed this entry just now. Look at it, then choose again."))
        except assets_actions.NotTheStandard:
            form.add_error(None, _("Something in this entry does not fit. Put it right in the entry first."))
        else:
            messages.success(request, _("Kept. Its entry says from now on that it has closed."))
            return redirect("community:to_do", agency_id=agency_id)
    return pages.page(request, "community/closed.html", directory, asset=asset, form=form)


@form_page
def wrong(request: Here, agency_id: UUID, asset_id: UUID) -> HttpResponse:
    """Take what somebody says is wrong with an entry."""
    directory = directory_for(request.standing, agency_id)
    asset = asset_in(directory, asset_id)
    form = form_for(request, WrongForm)
    if form.is_valid():
        said = {"wrong": Wrong(form.cleaned_data["wrong"]), "words": form.cleaned_data["words"]}
        actions.say_wrong(by=request.user, at=timezone.now(), asset=asset, **said)
        messages.success(request, _("Thank you for telling us. Here you will read what came of it."))
        return redirect("community:told", agency_id=agency_id)
    return pages.page(request, "community/wrong.html", directory, asset=asset, form=form)


@require_safe
def told(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the reader what they told, and what came of it."""
    directory = directory_for(request.standing, agency_id)
    shown = presenters.told(queries.told_by(directory)[:100])
    return pages.page(request, "community/told.html", directory, told=shown)


@form_page
def problem_settle(request: Here, agency_id: UUID, problem_id: UUID) -> HttpResponse:
    """Keep what came of what somebody said is wrong."""
    directory = directory_to_keep(request.standing, agency_id)
    problem = queries.problem_in(directory, problem_id)
    form = form_for(request, SettleForm)
    if form.is_valid():
        try:
            actions.settle(by=request.user, at=timezone.now(), problem=problem, **form.cleaned_data)
        except actions.SettledAlready as why:
            form.add_error(None, str(why))
            problem = queries.problem_in(directory, problem_id)
        else:
            messages.success(request, _("Kept. Whoever told us reads it now."))
            return redirect("community:to_do", agency_id=agency_id)
    context: dict[str, Any] = {"problem": problem, "shown": open_problem(problem), "form": form}
    edit = presenters.where_to_put_right(problem)
    return pages.page(request, "community/problem_settle.html", directory, edit=edit, **context)
