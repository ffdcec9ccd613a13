"""Step 3: would somebody like company, does it fit, and where two pairs could meet."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.connections.queries.ideas import likes
from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.introductions import actions, forms, queries
from connecting_people.introductions.presenters import introduction_page, introductions_page
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import acting, done, page, to_read, to_write
from connecting_people.people.drafts import form_for

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def introductions(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show what was said of company, and every introduction that all four were told of."""
    at = timezone.now()
    partnership = to_read(request, partnership_id, at, "introductions")
    today = day_of(at)
    wishes, reach = queries.wishes_of(partnership), queries.reach_of(partnership)
    fit, sides = queries.fit_of(partnership, today), queries.told(partnership, today)
    shown = introductions_page(partnership, wishes, reach, fit, sides, today)
    return page(request, "introductions/introductions.html", partnership, shown=shown)


@form_page
def wish(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Say that one would like to do something with somebody."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "introductions")
    given: dict[str, Any] = {"today": day_of(at), "reach": queries.reach_of(partnership)}
    form = form_for(request, forms.WishForm, likes=likes(partnership).interests, **given)
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.wish(**act, **form.said())):
        return _go_on(request, _("Kept. Nobody else is asked; you can take it back at any time."), partnership)
    return page(request, "introductions/wish.html", partnership, form=form)


@require_POST
def take_back(request: HttpRequest, partnership_id: UUID, wish_id: UUID) -> HttpResponse:
    """Take a wish back."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "introductions")
    found = queries.wish_in(partnership, wish_id)
    return _acted(
        request,
        partnership,
        lambda: actions.take_back(**acting(request, at, partnership), wish=found),
        _("Taken back, and nothing is lost. You can say it again whenever you like."),
    )


@form_page
def say_fits(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Say once, in advance and for anybody, that introductions fit this person now."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "introductions")
    form = form_for(request, forms.FitsForm)
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.say_fits(**act, **form.said())):
        return _go_on(request, _("Kept. It counts for anybody, and you can take it back at any time."), partnership)
    return page(request, "introductions/say_fits.html", partnership, form=form)


@require_POST
def no_longer_fits(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Take back that introductions fit."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "introductions")
    act = acting(request, at, partnership)
    return _acted(request, partnership, lambda: actions.no_longer_fits(**act), _("Taken back."))


@require_safe
def introduction(request: HttpRequest, partnership_id: UUID, side_id: UUID) -> HttpResponse:
    """Show one introduction: for what, whom with as far as they allowed, where and when."""
    partnership = to_read(request, partnership_id, timezone.now(), "an introduction")
    side = queries.side_in(partnership, side_id)
    shown = introduction_page(partnership, side, queries.called(side), queries.proposals_of(side))
    return page(request, "introductions/introduction.html", partnership, side=side, shown=shown)


@form_page
def propose(request: HttpRequest, partnership_id: UUID, side_id: UUID) -> HttpResponse:
    """Propose a place and a time to the others."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "introductions")
    side = queries.side_in(partnership, side_id)
    side.partnership = partnership
    given: dict[str, Any] = {"places": queries.places_for(side, at), "number": queries.proposals_of(side).count()}
    form = form_for(request, forms.ProposeForm, today=day_of(at), **given)
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: actions.propose(**act, side=side, **form.said())):
        return _go_on(request, _("The others see this place and time, and nothing else."), partnership, side.pk)
    return page(request, "introductions/propose.html", partnership, form=form, side=side)


@require_POST
def answer(request: HttpRequest, partnership_id: UUID, side_id: UUID) -> HttpResponse:
    """Say whether the place and the time that the others proposed suit."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "introductions")
    side = queries.side_in(partnership, side_id)
    form = forms.AnswerForm(request.POST)
    if not form.is_valid():
        return redirect("introductions:introduction", partnership_id=partnership_id, side_id=side_id)
    act = {**acting(request, at, partnership), **form.cleaned_data}
    yes = form.cleaned_data["yes"]
    says = _("Good. Make an outing of it.") if yes else _("Said. Propose another place or time, if you like.")
    return _acted(request, partnership, lambda: actions.answer(**act, side=side), says, side_id)


@require_POST
def step_back(request: HttpRequest, partnership_id: UUID, side_id: UUID) -> HttpResponse:
    """Step back from an introduction, without a reason."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "introductions")
    side = queries.side_in(partnership, side_id)
    act = acting(request, at, partnership)
    says = _("You stepped back. The others learn only that it does not go on.")
    return _acted(request, partnership, lambda: actions.step_back(**act, side=side), says)


def _acted(
    request: HttpRequest, partnership: Partnership, act: Callable[[], Any], says: str, side_id: UUID | None = None
) -> HttpResponse:
    try:
        act()
    except Trouble as reason:
        messages.warning(request, str(reason))
        return redirect(_address(partnership, side_id))
    return _go_on(request, says, partnership, side_id)


def _go_on(request: HttpRequest, says: str, partnership: Partnership, side_id: UUID | None = None) -> HttpResponse:
    messages.success(request, says)
    return redirect(_address(partnership, side_id))


def _address(partnership: Partnership, side_id: UUID | None) -> str:
    if side_id:
        return address("introductions:introduction", partnership_id=partnership.pk, side_id=side_id)
    return address("introductions:introductions", partnership_id=partnership.pk)
