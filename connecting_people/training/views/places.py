"""Who comes to a training: asking, saying yes or no, and who was there; and who of a team was at which."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.core.addresses import address
from connecting_people.core.troubles import Trouble
from connecting_people.partnership.pages import done
from connecting_people.people.drafts import form_for
from connecting_people.people.queries import teams as all_teams
from connecting_people.people.standing import Here
from connecting_people.training.actions import places as actions
from connecting_people.training.forms.people import AskForm, CameForm, SomebodyForm
from connecting_people.training.models import Attendance, Training
from connecting_people.training.pages import page
from connecting_people.training.presenters import passed_on as presenters
from connecting_people.training.presenters import trainings as of_trainings
from connecting_people.training.queries import passed_on, people
from connecting_people.training.queries.trainings import agency_of_staff, place_of, trainers_of, training_to_lead
from connecting_people.training.rules import Going

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def ask(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Ask whole teams and colleagues in one go."""
    training = training_to_lead(request.standing, agency_id, training_id)
    teams, colleagues = list(all_teams(agency_id)), people.colleagues_to_ask(training)
    form = form_for(request, AskForm, teams=teams, people=colleagues)
    asked: list[int] = []
    act = partial(actions.ask, **_act(request, training))
    if form.is_bound and done(form, lambda: asked.append(act(**form.said()))):
        (many,) = asked
        says = ngettext("%(number)s person is asked.", "%(number)s people are asked.", many)
        messages.success(request, says % {"number": many} if many else _("Everybody there was asked before."))
        return _to_people(training)
    return page(request, "training/ask.html", training.agency, training, form=form)


@form_page
def ask_somebody(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Ask somebody by name, with or without a login."""
    training = training_to_lead(request.standing, agency_id, training_id)
    form = form_for(request, SomebodyForm)
    act = partial(actions.ask_somebody, **_act(request, training))
    if form.is_bound and done(form, lambda: act(**form.said())):
        messages.success(request, _("They are on the list."))
        return _to_people(training)
    return page(request, "training/ask_somebody.html", training.agency, training, form=form, walks_in=False)


@require_POST
def note_answer(request: Here, agency_id: UUID, training_id: UUID, attendance_id: UUID) -> HttpResponse:
    """Write down what somebody said."""
    training = training_to_lead(request.standing, agency_id, training_id)
    place = people.attendance_in(training, attendance_id)
    _answered(request, place, partial(actions.note_answer, **_place(request, place)))
    return _to_people(training)


@form_page
def answer(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Say for oneself whether one comes."""
    place = place_of(request.standing, agency_id, training_id)
    if request.method == "POST":
        _answered(request, place, partial(actions.answer, **_place(request, place)), to_oneself=True)
        return redirect("training:trainings", agency_id=agency_id)
    names = of_trainings.names_of(trainers_of([training_id]))
    (asked,) = of_trainings.asked([place], names)
    return page(request, "training/answer.html", place.training.agency, asked=asked)


@form_page
def who_came(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Tick who is there on the day; two can tick at the same time."""
    training = training_to_lead(request.standing, agency_id, training_id)
    rows = sorted(people.who_comes(training), key=lambda one: one.name.casefold())
    form = form_for(request, CameForm, people=rows)
    act = partial(actions.note_who_came, by=request.user, at=timezone.now(), training=training)
    if form.is_bound and done(form, lambda: act(**form.said())):
        messages.success(request, _("Kept."))
        return _to_people(training)
    return page(request, "training/who_came.html", training.agency, training, form=form, nobody=not rows)


@form_page
def walk_in(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Write down somebody who is there without having been asked."""
    training = training_to_lead(request.standing, agency_id, training_id)
    form = form_for(request, SomebodyForm)
    act = partial(actions.walk_in, by=request.user, at=timezone.now(), training=training)
    if form.is_bound and done(form, lambda: act(**form.said())):
        messages.success(request, _("Good that they came. They are on the list."))
        return _to_people(training)
    return page(request, "training/ask_somebody.html", training.agency, training, form=form, walks_in=True)


@require_safe
def who_was_trained(request: Here, agency_id: UUID) -> HttpResponse:
    """Show who in each team was at which training, by name."""
    agency = agency_of_staff(request.standing, agency_id)
    teams = presenters.by_team(people.all_staff_by_team(agency_id), people.had(agency_id))
    return page(request, "training/who_was_trained.html", agency, teams=teams)


@require_safe
def cascade(request: Here, agency_id: UUID) -> HttpResponse:
    """Draw who was trained where, and gave which training after."""
    agency = agency_of_staff(request.standing, agency_id)
    rows = passed_on.latest(agency_id)
    picture, listed = presenters.drawn(rows, passed_on.gave(rows), passed_on.came(rows))
    return page(request, "training/cascade.html", agency, picture=picture, listed=listed)


def _act(request: Here, training: Training) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.now(), "training": training, "link": _link(request, training)}


def _place(request: Here, place: Attendance) -> dict[str, Any]:
    link = _link(request, place.training)
    return {"by": request.user, "at": timezone.now(), "attendance": place, "link": link}


def _link(request: Here, training: Training) -> str:
    return request.build_absolute_uri(address("training:trainings", agency_id=training.agency_id))


def _answered(request: Here, place: Attendance, act: Any, *, to_oneself: bool = False) -> None:
    said = request.POST.get("comes", "")
    if said not in ("yes", "no"):
        return
    try:
        now = act(comes=said == "yes")
    except Trouble as why:
        messages.warning(request, str(why))
        return
    says = _to_you if to_oneself else _of_somebody
    messages.success(request, says()[Going(now.going)] % {"name": place.name})


def _to_people(training: Training) -> HttpResponse:
    return redirect("training:people", agency_id=training.agency_id, training_id=training.pk)


def _to_you() -> dict[Going, str]:
    return {
        Going.COMING: _("Good. There is a place for you."),
        Going.WAITING: _("All places are taken just now. You move up by yourself when one is free."),
        Going.CHANGED_PLAN: _("Thank you for saying so."),
        Going.CAME: _("You were there."),
    }


def _of_somebody() -> dict[Going, str]:
    return {
        Going.COMING: _("%(name)s has a place."),
        Going.WAITING: _("All places are taken just now. %(name)s moves up when one is free."),
        Going.CHANGED_PLAN: _("Kept. %(name)s has other plans."),
        Going.CAME: _("%(name)s was there."),
    }
