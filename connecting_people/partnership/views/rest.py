"""Pausing, leaving and coming back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from connecting_people.core.london import day_of
from connecting_people.partnership import actions
from connecting_people.partnership.forms import ComeBackForm, LeaveForm, PauseForm
from connecting_people.partnership.pages import go_on, page, reader, sent, to_write
from connecting_people.partnership.rules import NEXT, State


@dataclass(frozen=True)
class Move:
    """One way from state to state: where it leads, what is asked, what is done and what is said then."""

    name: str
    to: State
    form: Callable[[Any, date], forms.Form]
    act: Callable[..., None]
    says: Promise


PAUSE = Move(
    "pause",
    State.PAUSED,
    lambda data, today: PauseForm(data, today=today),
    actions.pause,
    _("You are having a pause. Everything stays."),
)
LEAVE = Move(
    "leave",
    State.AWAY,
    lambda data, _today: LeaveForm(data),
    actions.leave,
    _("Go well. Nothing is lost, and the door is open."),
)
COME_BACK = Move(
    "come_back", State.TOGETHER, lambda data, _today: ComeBackForm(data), actions.come_back, _("Welcome back.")
)


@require_http_methods(["GET", "POST"])
def pause(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Take a pause, with words and a day to ask again if they like; either of the two may."""
    return _moved(request, partnership_id, PAUSE)


@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Leave, with the door open."""
    return _moved(request, partnership_id, LEAVE)


@require_http_methods(["GET", "POST"])
def come_back(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Come back at any step."""
    return _moved(request, partnership_id, COME_BACK)


def _moved(request: HttpRequest, partnership_id: UUID, move: Move) -> HttpResponse:
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, move.name)
    if request.method != "POST" and move.to not in NEXT[State(partnership.state)]:
        return redirect("home:partnership", partnership_id=partnership.pk)
    form = move.form(sent(request), day_of(at))
    if form.is_valid():
        try:
            move.act(by=reader(request), at=at, partnership=partnership, **form.cleaned_data)
            if step := form.cleaned_data.get("step"):
                return go_on(request, str(move.says), "home:step", partnership.pk, number=step)
            return go_on(request, str(move.says), "home:partnership", partnership.pk)
        except actions.CannotMove as error:
            form.add_error(None, str(error))
    return page(request, f"partnership/{move.name}.html", partnership, form=form)
