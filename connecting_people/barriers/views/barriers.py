"""What stands in the way: all of it, one of them, and writing, changing and moving it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.barriers import library
from connecting_people.barriers.actions import barriers as actions
from connecting_people.barriers.actions import ways
from connecting_people.barriers.forms.changing import ChangeForm, MoveForm
from connecting_people.barriers.forms.noticing import NoticeForm
from connecting_people.barriers.models import Barrier
from connecting_people.barriers.presenters.barriers import barrier_page
from connecting_people.barriers.presenters.cards import cards
from connecting_people.barriers.presenters.ideas import for_kind, idea_cards
from connecting_people.barriers.presenters.offers import offered_page
from connecting_people.barriers.queries.barriers import (
    attempts_of,
    barrier_in,
    barriers_of,
    challenges_of,
    moves_of,
    seen_on_map,
    version_of,
)
from connecting_people.barriers.queries.offers import handed_in_as, offers
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import acting, done, go_on, page, to_read, to_write
from connecting_people.people.drafts import form_for
from connecting_people.plans.queries import current, goals
from connecting_people.stepping_out.queries import outings

form_page = require_http_methods(["GET", "HEAD", "POST"])
SUGGESTED = 3
OUTINGS_OFFERED = 30


@require_safe
def barriers(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what stands in the way now, what rests or was got round, and which ideas the two offered."""
    partnership = to_read(request, partnership_id, timezone.now(), "barriers")
    every = cards(partnership, barriers_of(partnership))
    handed = list(offers(partnership))
    items = handed_in_as(handed)
    shown: dict[str, Any] = {
        "now": [one for one in every if one.open],
        "before": [one for one in every if not one.open],
        "offers": [offered_page(partnership, one, items.get(one.pk)) for one in handed],
    }
    return page(request, "barriers/barriers.html", partnership, **shown)


@require_safe
def barrier(request: HttpRequest, partnership_id: UUID, barrier_id: UUID) -> HttpResponse:
    """Show one barrier with the ways round it."""
    partnership = to_read(request, partnership_id, timezone.now(), "a barrier")
    found = barrier_in(partnership, barrier_id)
    shown = barrier_page(
        partnership,
        found,
        attempts_of(partnership, found),
        challenges_of(partnership, found),
        moves_of(partnership, found),
        offers(partnership).filter(workaround__barrier=found),
    )
    here = {one.text for one in shown.ways if one.from_library}
    ideas = [one for one in library.ideas(partnership.agency_id, kinds=[found.kind]) if one.text not in here]
    return page(
        request,
        "barriers/barrier.html",
        partnership,
        shown=shown,
        ideas=idea_cards(ideas[:SUGGESTED]),
        more=len(ideas),
        kind=found.kind,
    )


@form_page
def notice(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Write down what stands in the way; `?goal=`, `?outing=` or `?connection=` says what it is about."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "barriers")
    kind = request.POST.get("kind", request.GET.get("kind", ""))
    given = _around(partnership) | {"partnership": partnership, "today": day_of(at)}
    given["ideas"] = _ideas(partnership, kind)
    if request.method == "POST" and "look" in request.POST:
        form = NoticeForm.as_typed(request.POST, **given)
    else:
        about = {name: request.GET[name] for name in ("goal", "outing", "connection", "kind") if name in request.GET}
        form = form_for(request, NoticeForm, initial=about, **given)
        act = acting(request, at, partnership)
        made: list[Barrier] = []
        if request.method == "POST" and done(form, lambda: made.append(ways.notice_and_take_up(**act, **form.said()))):
            says = _("Written down. Two heads often find a way round.")
            return go_on(request, says, "barriers:barrier", partnership_id, barrier_id=made[0].pk)
    shown = for_kind(str(form["kind"].value() or ""), given["ideas"])
    return page(request, "barriers/notice.html", partnership, form=form, shown=shown)


@require_safe
def suggestions(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what the guide asks and what helped others with one kind, as a part of the page on which one writes."""
    partnership = to_write(request, partnership_id, timezone.now(), "barriers")
    kind = request.GET.get("kind", "")
    shown = for_kind(kind, _ideas(partnership, kind))
    return render(request, "barriers/parts/for_kind_alone.html", {"shown": shown, "taken": ()})


@form_page
def change(request: HttpRequest, partnership_id: UUID, barrier_id: UUID) -> HttpResponse:
    """Say a barrier differently; when somebody was quicker, show both."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "a barrier")
    found = barrier_in(partnership, barrier_id)
    given: dict[str, Any] = {"partnership": partnership, "barrier": found}
    form = form_for(request, ChangeForm, **given)
    theirs: Barrier | None = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.change(**acting(request, at, partnership), barrier=found, **form.said())
            says = _("Kept. How it was before stands in the journey.")
            return go_on(request, says, "barriers:barrier", partnership_id, barrier_id=barrier_id)
        except actions.StaleBarrier as stale:
            theirs = stale.now
            form = ChangeForm({**request.POST.dict(), "version": str(version_of(theirs))}, **given)
            form.add_error(None, str(stale))
        except Trouble as reason:
            form.add_error(None, str(reason))
    shown = cards(partnership, [barrier_in(partnership, theirs.pk)])[0] if theirs else None
    return page(request, "barriers/change.html", partnership, form=form, barrier=found, theirs=shown)


@form_page
def move(request: HttpRequest, partnership_id: UUID, barrier_id: UUID) -> HttpResponse:
    """Say that a barrier rests, was got round, came back, or is looked at again."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "a barrier")
    found = barrier_in(partnership, barrier_id)
    form = form_for(request, MoveForm, partnership=partnership, today=day_of(at), barrier=found)
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.move(**act, barrier=found, **form.said())):
        return go_on(request, _("Kept. Nothing is lost."), "barriers:barrier", partnership_id, barrier_id=barrier_id)
    return page(request, "barriers/move.html", partnership, form=form, barrier=found)


def _around(partnership: Partnership) -> dict[str, Any]:
    return {
        "goals": current(goals(partnership)),
        "outings": outings(partnership).order_by("-outing_date", "pk")[:OUTINGS_OFFERED],
        "on_map": seen_on_map(partnership).order_by("name", "pk"),
    }


def _ideas(partnership: Partnership, kind: str) -> list[library.Found]:
    return library.ideas(partnership.agency_id, kinds=[kind])[:SUGGESTED] if kind else []
