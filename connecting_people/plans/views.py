"""Step 3: what somebody would like, goals, what each does for them, and where each sees them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.community.queries.assets import asset_in, asset_of, directory_for, season_of
from connecting_people.community.rules import Season
from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import acting, done, go_on, page, to_read, to_write
from connecting_people.partnership.queries import places_of, service_users_of
from connecting_people.partnership.rules import WHOLE
from connecting_people.people.drafts import form_for
from connecting_people.people.standing import Here
from connecting_people.plans import forms, queries
from connecting_people.plans.actions import goals as actions
from connecting_people.plans.actions import ideas as keeping
from connecting_people.plans.models import Goal, GoalScale
from connecting_people.plans.presenters.goals import goal_page, plans_page
from connecting_people.plans.presenters.ideas import ideas_page
from connecting_people.plans.presenters.numbers import numbers_page
from connecting_people.plans.presenters.plot import plot

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def plans(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what each would like, and the goals on their way."""
    partnership = to_read(request, partnership_id, timezone.now(), "plans")
    goals = list(queries.goals(partnership))
    shown = plans_page(
        partnership,
        queries.aspirations(partnership),
        goals,
        queries.actions_of(partnership, goals),
        queries.scales_of(partnership, goals),
        queries.ratings_of(partnership, goals),
    )
    return page(request, "plans/plans.html", partnership, shown=shown)


@form_page
def aspiration(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Say what one would like life to be."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "plans")
    form = form_for(request, forms.AspirationForm, partnership=partnership, today=day_of(at))
    given = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.say_aspiration(**given, **form.said())):
        return _go_on(request, _("Kept. It stands above your goals."), partnership)
    return page(request, "plans/aspiration.html", partnership, form=form)


@require_POST
def end_aspiration(request: HttpRequest, partnership_id: UUID, aspiration_id: UUID) -> HttpResponse:
    """Take a hope off the page."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "plans")
    found = queries.aspiration_in(partnership, aspiration_id)
    actions.end_aspiration(**acting(request, at, partnership), aspiration=found)
    return _go_on(request, _("Taken off this page. It is still in the journey."), partnership)


@form_page
def new_goal(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Set a goal."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "plans")
    hopes = queries.aspirations(partnership)
    form = form_for(request, forms.GoalForm, partnership=partnership, today=day_of(at), aspirations=hopes)
    made: list[Goal] = []
    given = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: made.append(actions.set_goal(**given, **form.said()))):
        return _go_on(request, _("It stands. Say next who does what for it, if you like."), partnership, made[0])
    return page(request, "plans/new_goal.html", partnership, form=form)


@require_safe
def goal(request: HttpRequest, partnership_id: UUID, goal_id: UUID) -> HttpResponse:
    """Show one goal with all that was said of it."""
    partnership = to_read(request, partnership_id, timezone.now(), "goal")
    found = queries.goal_in(partnership, goal_id)
    scales = list(queries.scales_of(partnership, [found]))
    ratings = list(queries.ratings_of(partnership, [found]))
    doing, moves = queries.actions_of(partnership, [found]), queries.moves_of(partnership, found)
    shown = goal_page(partnership, found, doing, scales, ratings, moves)
    drawn = plot(partnership, scales, ratings)
    return page(request, "plans/goal.html", partnership, goal=found, shown=shown, plot=drawn)


@form_page
def change_plan(request: HttpRequest, partnership_id: UUID, goal_id: UUID) -> HttpResponse:
    """Say anew how a goal could be reached; when somebody was quicker, show both texts."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "plans")
    found = queries.goal_in(partnership, goal_id)
    form = form_for(request, forms.PlanForm, goal=found)
    theirs: Goal | None = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_plan(**acting(request, at, partnership), goal=found, **form.cleaned_data)
            return _go_on(request, _("Kept. How it was before stands in the journey."), partnership, found)
        except actions.StalePlan as stale:
            theirs = stale.now
            form = forms.PlanForm({**request.POST.dict(), "version": str(theirs.version)}, goal=found)
            form.add_error(None, str(stale))
    return page(request, "plans/change_plan.html", partnership, form=form, goal=found, theirs=theirs)


@form_page
def do_for(request: HttpRequest, partnership_id: UUID, goal_id: UUID) -> HttpResponse:
    """Say what somebody will do for a goal; said by the other, it is how they agree to it."""
    return _of_goal(
        request,
        partnership_id,
        goal_id,
        forms.DoForm,
        actions.do_for,
        _("Written down. It also stands with what each will do."),
        "do_for",
    )


@form_page
def move(request: HttpRequest, partnership_id: UUID, goal_id: UUID) -> HttpResponse:
    """Rest a goal, let it go, say that it is reached, or take it up again."""
    says = _("Kept. Nothing is lost, and it can be taken up again.")
    return _of_goal(request, partnership_id, goal_id, forms.MoveForm, actions.move, says, "move", needs_goal=True)


@form_page
def weigh(request: HttpRequest, partnership_id: UUID, goal_id: UUID) -> HttpResponse:
    """Say how important a goal is and how hard it looks."""
    says = _("Kept.")
    return _of_goal(request, partnership_id, goal_id, forms.WeighForm, actions.weigh, says, "weigh", needs_goal=True)


@form_page
def scale(request: HttpRequest, partnership_id: UUID, goal_id: UUID) -> HttpResponse:
    """Put the five levels of a goal into words; when somebody was quicker, show both."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "plans")
    found = queries.goal_in(partnership, goal_id)
    last = queries.scales_of(partnership, [found]).first()
    given: dict[str, Any] = {"partnership": partnership, "today": day_of(at), "scale": last}
    form = form_for(request, forms.ScaleForm, **given)
    theirs: GoalScale | None = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.say_scale(**acting(request, at, partnership), goal=found, **form.said())
            return _go_on(request, _("Kept. Whoever likes can say where they see it."), partnership, found)
        except actions.StaleScale as stale:
            theirs = stale.now
            form = forms.ScaleForm({**request.POST.dict(), "version": str(theirs.version)}, **given)
            form.add_error(None, str(stale))
        except (actions.PlansError, NotAllowed) as reason:
            form.add_error(None, str(reason))
    return page(request, "plans/scale.html", partnership, form=form, goal=found, theirs=theirs)


@form_page
def rate(request: HttpRequest, partnership_id: UUID, goal_id: UUID) -> HttpResponse:
    """Say where one sees a goal on its scale."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "plans")
    found = queries.goal_in(partnership, goal_id)
    last = queries.scales_of(partnership, [found]).first()
    if last is None:
        return redirect("plans:scale", partnership_id=partnership_id, goal_id=goal_id)
    form = form_for(request, forms.RateForm, partnership=partnership, today=day_of(at), scale=last)
    given = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.rate(**given, goal=found, **form.said())):
        return _go_on(request, _("Kept, with its day. Each of you keeps their own view."), partnership, found)
    return page(request, "plans/rate.html", partnership, form=form, goal=found)


@require_safe
def numbers(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the T-score to whoever asks for it, with how it is worked out."""
    partnership = to_read(request, partnership_id, timezone.now(), "goals in numbers")
    goals = list(queries.goals(partnership))
    scales, ratings = queries.scales_of(partnership, goals), queries.ratings_of(partnership, goals)
    return page(request, "plans/numbers.html", partnership, shown=numbers_page(partnership, goals, scales, ratings))


def _of_goal(
    request: HttpRequest,
    partnership_id: UUID,
    goal_id: UUID,
    form_class: Callable[..., Any],
    act: Callable[..., Any],
    says: str,
    name: str,
    *,
    needs_goal: bool = False,
) -> HttpResponse:
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "plans")
    found = queries.goal_in(partnership, goal_id)
    more = {"goal": found} if needs_goal else {}
    form = form_for(request, form_class, partnership=partnership, today=day_of(at), **more)
    given = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: act(**given, goal=found, **form.said())):
        return _go_on(request, says, partnership, found)
    return page(request, f"plans/{name}.html", partnership, form=form, goal=found)


@require_safe
def ideas(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the ideas from the directory that the two keep in mind."""
    at = timezone.now()
    partnership = to_read(request, partnership_id, at, "plans")
    shown = ideas_page(partnership, queries.ideas(partnership), day_of(at))
    return page(request, "plans/ideas.html", partnership, shown=shown)


@require_safe
def for_whom(request: Here, agency_id: UUID, asset_id: UUID) -> HttpResponse:
    """Ask for which of the people one sets out with a place of the directory is; with one alone, go on at once."""
    directory = directory_for(request.standing, agency_id)
    asset, at = asset_in(directory, asset_id), timezone.now()
    places = list(places_of(request.user, at).filter(agency=agency_id, part__in=WHOLE))
    if len(places) == 1:
        return redirect("plans:consider", partnership_id=places[0].partnership_id, asset_id=asset_id)
    names = service_users_of({place.partnership_id for place in places})
    people = sorted(((one.name, key) for key, one in names.items()), key=lambda one: one[0].casefold())
    context = {"agency": directory.agency, "asset": asset, "people": people}
    return render(request, "plans/for_whom.html", context)


@require_safe
def consider(request: HttpRequest, partnership_id: UUID, asset_id: UUID) -> HttpResponse:
    """Offer to keep a place of the directory in mind, perhaps for a goal, or to plan an outing there."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "plans")
    asset = asset_of(partnership.agency_id, str(asset_id))
    if asset is None:
        raise Http404
    held = queries.ideas(partnership).filter(asset=asset).first()
    form = forms.KeepIdeaForm(goals=queries.current(queries.goals(partnership)))
    shown = ideas_page(partnership, [held], day_of(at)) if held else None
    closed = season_of(asset, day_of(at)) in (Season.CLOSED, Season.PAUSED)
    return page(request, "plans/consider.html", partnership, asset=asset, form=form, shown=shown, closed=closed)


@require_POST
def keep_idea(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Keep a place of the directory in mind, perhaps for a goal."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "plans")
    asset = asset_of(partnership.agency_id, request.POST.get("asset", ""))
    if asset is None:
        raise Http404
    goal = next((one for one in queries.goals(partnership) if str(one.pk) == request.POST.get("goal")), None)
    keeping.keep(**acting(request, at, partnership), asset=asset, goal=goal)
    messages.success(request, _("Kept in mind."))
    return redirect("plans:ideas", partnership_id=partnership.pk)


@require_POST
def move_idea(request: HttpRequest, partnership_id: UUID, idea_id: UUID) -> HttpResponse:
    """Put an idea off for some weeks, let it go, or take it up again."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "plans")
    found = queries.idea_in(partnership, idea_id)
    form = forms.MoveIdeaForm(request.POST)
    says = _("Choose one of the ways beside the idea.")
    try:
        if form.is_valid():
            says = _("Done.")
            keeping.move(**acting(request, at, partnership), idea=found, **form.said(day_of(at)))
    except actions.PlansError as reason:
        says = str(reason)
    messages.success(request, says)
    return redirect("plans:ideas", partnership_id=partnership.pk)


def _go_on(request: HttpRequest, says: str, partnership: Partnership, goal: Goal | None = None) -> HttpResponse:
    if goal is None:
        return go_on(request, says, "plans:plans", partnership.pk)
    return go_on(request, says, "plans:goal", partnership.pk, goal_id=goal.pk)
