"""Outings: what is coming, one of them, planning, changing and telling of them."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.community.queries.assets import asset_of
from connecting_people.connections.queries.connections import states
from connecting_people.core.london import day_of
from connecting_people.introductions.queries import agreed_on
from connecting_people.journey.rules import Standing
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import acting, done, go_on, page, to_read, to_write
from connecting_people.people.drafts import form_for
from connecting_people.plans.models import Goal
from connecting_people.plans.queries import current, goals
from connecting_people.stepping_out import queries
from connecting_people.stepping_out.actions import planning as actions
from connecting_people.stepping_out.calendars import calendar_of
from connecting_people.stepping_out.forms.planning import ChangeForm, OutingForm, StopForm, TellForm
from connecting_people.stepping_out.models import Outing
from connecting_people.stepping_out.presenters.outings import cards, closed_note, outing_page

form_page = require_http_methods(["GET", "HEAD", "POST"])
PAST_SHOWN = 30


@require_safe
def outings(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what is coming, what nobody has told of yet, and what was."""
    at = timezone.now()
    partnership = to_read(request, partnership_id, at, "outings")
    lists = [
        list(rows)
        for rows in (
            queries.to_tell(partnership, day_of(at)),
            queries.coming(partnership, day_of(at)),
            queries.told(partnership)[:PAST_SHOWN],
        )
    ]
    support = list(queries.support_of(partnership, [one for rows in lists for one in rows]))
    to_tell, coming, told = (cards(partnership, rows, support) for rows in lists)
    return page(request, "stepping_out/outings.html", partnership, to_tell=to_tell, coming=coming, told=told)


@form_page
def plan(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Plan an outing, once or again and again.

    `?asset=` begins with a place of the directory, `?introduced=` with the place and time of an introduction.
    """
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outings")
    meeting = agreed_on(partnership, request.GET.get("introduced", ""))
    asset = meeting.asset if meeting else asset_of(partnership.agency_id, request.GET.get("asset", ""))
    given = {"partnership": partnership, "today": day_of(at), "asset": asset, "goals": current(goals(partnership))}
    form = form_for(request, OutingForm, **given, been=request.GET.get("been") == "1", meeting=meeting)
    closed = closed_note(asset, day_of(at)) if asset else ""
    made: list[Outing] = []
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: made.extend(actions.plan(**act, **form.said()))):
        if form.cleaned_data["been"]:
            return go_on(
                request, _("Written down. How was it?"), "stepping_out:tell", partnership_id, outing_id=made[0].pk
            )
        says = _("It is planned. Say next who or what helps.")
        return go_on(request, says, "stepping_out:outing", partnership_id, outing_id=made[0].pk)
    return page(request, "stepping_out/plan.html", partnership, form=form, asset=asset, closed=closed)


@require_safe
def outing(request: HttpRequest, partnership_id: UUID, outing_id: UUID) -> HttpResponse:
    """Show one outing with all that goes with it."""
    at = timezone.now()
    partnership = to_read(request, partnership_id, at, "outing")
    found = queries.outing_in(partnership, outing_id)
    shown = outing_page(
        partnership,
        found,
        queries.support_of(partnership, [found]),
        queries.small_steps_of(found),
        queries.disclosures_on(partnership, found),
        queries.meetings(partnership).filter(outing=found),
        {one.connection_id: one.name for one in states(partnership)},
        at,
    )
    return page(request, "stepping_out/outing.html", partnership, outing=found, shown=shown)


@form_page
def change(request: HttpRequest, partnership_id: UUID, outing_id: UUID) -> HttpResponse:
    """Change when, where and how; when somebody was quicker, show both."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outing")
    found = queries.outing_in(partnership, outing_id)
    form = form_for(request, ChangeForm, outing=found)
    theirs: Outing | None = None
    if request.method == "POST" and form.is_valid():
        given: dict[str, Any] = {"facts": form.facts(), "version": form.cleaned_data["version"]}
        try:
            actions.change(**acting(request, at, partnership), outing=found, **given)
            return go_on(request, _("Kept."), "stepping_out:outing", partnership_id, outing_id=outing_id)
        except actions.StaleOuting as stale:
            theirs = stale.now
            form = ChangeForm({**request.POST.dict(), "version": str(theirs.version)}, outing=found)
            form.add_error(None, str(stale))
        except actions.OutingError as reason:
            form.add_error(None, str(reason))
    shown = cards(partnership, [theirs], [])[0] if theirs else None
    return page(request, "stepping_out/change.html", partnership, form=form, outing=found, theirs=theirs, shown=shown)


@form_page
def tell(request: HttpRequest, partnership_id: UUID, outing_id: UUID) -> HttpResponse:
    """Say what became of an outing, in two taps or with more."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outing")
    found = queries.outing_in(partnership, outing_id)
    form = form_for(request, TellForm, partnership=partnership, today=day_of(at))
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.tell(**act, outing=found, **form.said())):
        return go_on(request, _("Thank you for saying so."), "stepping_out:outing", partnership_id, outing_id=outing_id)
    return page(request, "stepping_out/tell.html", partnership, form=form, outing=found)


@require_POST
def plan_again(request: HttpRequest, partnership_id: UUID, outing_id: UUID) -> HttpResponse:
    """Take back what was said of an outing."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outing")
    found = queries.outing_in(partnership, outing_id)
    try:
        actions.plan_again(**acting(request, at, partnership), outing=found)
    except actions.CannotMove:
        return go_on(request, _("It is planned."), "stepping_out:outing", partnership_id, outing_id=outing_id)
    return go_on(request, _("It is planned again."), "stepping_out:change", partnership_id, outing_id=outing_id)


@form_page
def stop_series(request: HttpRequest, partnership_id: UUID, outing_id: UUID) -> HttpResponse:
    """Call off all that is still to come of a series, once somebody has seen the days and said yes."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outing")
    found = queries.outing_in(partnership, outing_id)
    form = form_for(request, StopForm, partnership=partnership, today=day_of(at))
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.stop_series(**act, outing=found, **form.said())):
        return go_on(request, _("Called off. What you did stays as it was."), "stepping_out:outings", partnership_id)
    days = [one.outing_date for one in queries.coming_of(partnership, found, day_of(at))]
    return page(request, "stepping_out/stop_series.html", partnership, form=form, outing=found, days=days)


@require_POST
def say_back(request: HttpRequest, partnership_id: UUID, outing_id: UUID) -> HttpResponse:
    """Say that one is back."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "outing")
    actions.say_back(**acting(request, at, partnership), outing=queries.outing_in(partnership, outing_id))
    return go_on(request, _("Good to know."), "stepping_out:outing", partnership_id, outing_id=outing_id)


@require_safe
def printed(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what is planned and which goals are on their way, on one page for paper."""
    at = timezone.now()
    partnership = to_read(request, partnership_id, at, "outings")
    rows = list(queries.coming(partnership, day_of(at))[:10])
    coming = cards(partnership, rows, queries.support_of(partnership, rows))
    return page(
        request,
        "stepping_out/printed.html",
        partnership,
        coming=coming,
        goals=[one for one in current(goals(partnership)) if _own_or_agreed(partnership, one)],
        form_of_print=request.GET.get("form", ""),
    )


def _own_or_agreed(partnership: Partnership, goal: Goal) -> bool:
    """Say whether a goal is what the person would like, and not only an idea of somebody else's."""
    return goal.entry.voice_id == partnership.person.pk or goal.entry.standing == Standing.AGREED


@require_safe
def calendar(request: HttpRequest, partnership_id: UUID, outing_id: UUID) -> HttpResponse:
    """Give one outing as a file for a calendar, with a title that says nothing."""
    at = timezone.now()
    partnership = to_read(request, partnership_id, at, "outing")
    found = queries.outing_in(partnership, outing_id)
    plain = request.GET.get("title") == "plain"
    headers = {"Content-Disposition": 'attachment; filename="planned.ics"'}
    return HttpResponse(calendar_of([found], at, plain=plain), content_type="text/calendar", headers=headers)
