"""Ways round a barrier: thinking of one, taking one up, how it went; and what is challenged."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from connecting_people.barriers.actions import ways as actions
from connecting_people.barriers.forms.challenging import AnswerForm, ChallengeForm
from connecting_people.barriers.forms.ways import TellForm, WayForm
from connecting_people.barriers.presenters.ways import way_of
from connecting_people.barriers.queries.barriers import barrier_in, challenge_in, seen_on_map, way_in
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.partnership.pages import acting, done, go_on, page, to_write
from connecting_people.people.drafts import form_for

form_page = require_http_methods(["GET", "HEAD", "POST"])
_BARRIER = "barriers:barrier"


@form_page
def think_of(request: HttpRequest, partnership_id: UUID, barrier_id: UUID) -> HttpResponse:
    """Write down an idea for a way round."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "a barrier")
    found = barrier_in(partnership, barrier_id)
    on_map = seen_on_map(partnership).filter(never_support=False).order_by("name", "pk")
    form = form_for(request, WayForm, partnership=partnership, today=day_of(at), on_map=on_map)
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.think_of(**act, barrier=found, **form.said())):
        return go_on(request, _("Written down."), _BARRIER, partnership_id, barrier_id=barrier_id)
    return page(request, "barriers/think_of.html", partnership, form=form, barrier=found)


@require_POST
def take_up(request: HttpRequest, partnership_id: UUID, barrier_id: UUID, item_id: UUID) -> HttpResponse:
    """Take an idea of the library up as a way round."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "a barrier")
    found = barrier_in(partnership, barrier_id)
    says = _("It is among your ways round it now.")
    try:
        actions.take_up(**acting(request, at, partnership), barrier=found, item_id=item_id)
    except Trouble as reason:
        messages.warning(request, str(reason))
        says = ""
    return go_on(request, says, _BARRIER, partnership_id, barrier_id=barrier_id)


@form_page
def tell(request: HttpRequest, partnership_id: UUID, barrier_id: UUID, way_id: UUID) -> HttpResponse:
    """Say how a way round went."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "a barrier")
    found = barrier_in(partnership, barrier_id)
    way = way_in(partnership, found, way_id)
    form = form_for(request, TellForm, partnership=partnership, today=day_of(at))
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.tell(**act, workaround=way, **form.said())):
        says = _("Written down. Whatever came of it, you know more now.")
        return go_on(request, says, _BARRIER, partnership_id, barrier_id=barrier_id)
    return page(request, "barriers/tell.html", partnership, form=form, barrier=found, way=way_of(partnership, way))


@form_page
def challenge(request: HttpRequest, partnership_id: UUID, barrier_id: UUID) -> HttpResponse:
    """Say with whom a barrier was raised."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "a barrier")
    found = barrier_in(partnership, barrier_id)
    form = form_for(request, ChallengeForm, partnership=partnership, today=day_of(at))
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.challenge(**act, barrier=found, **form.said())):
        says = _("Written down. What comes back can be added.")
        return go_on(request, says, _BARRIER, partnership_id, barrier_id=barrier_id)
    return page(request, "barriers/challenge.html", partnership, form=form, barrier=found)


@form_page
def hear_back(request: HttpRequest, partnership_id: UUID, barrier_id: UUID, challenge_id: UUID) -> HttpResponse:
    """Say what came back."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "a barrier")
    found = barrier_in(partnership, barrier_id)
    raised = challenge_in(partnership, found, challenge_id)
    given: dict[str, Any] = {"partnership": partnership, "today": day_of(at)}
    form = form_for(request, AnswerForm, **given)
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.hear_back(**act, challenge=raised, **form.said())):
        return go_on(request, _("Written down."), _BARRIER, partnership_id, barrier_id=barrier_id)
    return page(request, "barriers/hear_back.html", partnership, form=form, barrier=found, raised=raised)
