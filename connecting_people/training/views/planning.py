"""Trainings of an agency: their list, planning one, calling it off, ending it, and a new one from an earlier one."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.core.addresses import address
from connecting_people.core.carrying import carry
from connecting_people.core.troubles import Trouble
from connecting_people.partnership.pages import done
from connecting_people.people.drafts import form_for
from connecting_people.people.roles import May
from connecting_people.people.rules import STAFF
from connecting_people.people.standing import Here
from connecting_people.training.actions import trainings as actions
from connecting_people.training.actions.copying import copy as copy_training
from connecting_people.training.actions.evaluation import mark_better
from connecting_people.training.forms.planning import BeginForm, CallOffForm, CopyForm, PlanForm
from connecting_people.training.models import Training
from connecting_people.training.pages import page
from connecting_people.training.presenters import agenda as agenda_presenter
from connecting_people.training.presenters import trainings as presenters
from connecting_people.training.queries import trainings as queries
from connecting_people.training.queries.agenda import blocks_of
from connecting_people.training.queries.people import who_was_there
from connecting_people.training.rules import NEXT, TrainingState, Who

form_page = require_http_methods(["GET", "HEAD", "POST"])
_A_PAGE = 20
_LEFT_AT_ONCE = 12


@require_safe
def trainings(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the trainings of an agency: those that one is asked to, gives, that are coming, and past."""
    agency, held = queries.agency_here(request.standing, agency_id), request.standing
    number = _number(request.GET.get("page", ""))
    found = queries.listed(held, agency_id, timezone.localdate(), number, _A_PAGE)
    names, plans = presenters.names_of(found.names), held.may(May.PLAN_TRAININGS, agency_id)
    given: dict[str, Any] = {"opens": found.opens, "copies": plans}
    here = address("training:trainings", agency_id=agency_id)
    context: dict[str, Any] = {
        "plans": plans,
        "staff": bool(held.roles_in(agency_id) & STAFF),
        "asked": presenters.asked(found.asked, names),
        "given": presenters.rows(found.given, names, **given),
        "others": presenters.rows(found.others, names, **given),
        "past": presenters.rows(found.past, names, **given),
        "newer": f"{here}?page={number - 1}" if number > 1 else "",
        "older": f"{here}?page={number + 1}" if found.older else "",
    }
    return page(request, "training/trainings.html", agency, **context)


@form_page
def plan(request: Here, agency_id: UUID) -> HttpResponse:
    """Begin a training with a name."""
    agency = queries.agency_to_plan(request.standing, agency_id)
    form = form_for(request, BeginForm)
    if form.is_valid():
        said = {"title": form.cleaned_data["title"], "who": Who(form.cleaned_data["who"])}
        made = actions.plan(by=request.user, at=timezone.now(), agency=agency, **said)
        messages.success(request, _("It is begun. Now the plan: nothing has to be known yet but the name."))
        return redirect("training:change_training", agency_id=agency_id, training_id=made.pk)
    return page(request, "training/plan.html", agency, form=form)


@require_safe
def training(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show one training as it is planned, with what was to be better this time on top."""
    found = queries.training_to_lead(request.standing, agency_id, training_id)
    return _one(request, found)


@form_page
def change_training(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Say the plan anew; when somebody was quicker, show both texts and lose nothing."""
    found = queries.training_to_lead(request.standing, agency_id, training_id)
    form = form_for(request, partial(PlanForm.of, found), today=timezone.localdate())
    theirs: list[tuple[str, str]] = []
    if form.is_valid():
        act: dict[str, Any] = {"by": request.user, "at": timezone.now(), "training": found}
        try:
            link = request.build_absolute_uri(address("training:trainings", agency_id=agency_id))
            actions.change(**act, version=form.cleaned_data["version"], said=form.said(), link=link)
        except actions.StaleTraining as stale:
            form.add_error(None, str(stale))
            theirs = _what_differs(form, stale.now)
            carry(form, version=stale.now.version)
        except Trouble as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, _("Kept."))
            return _to(found)
    improve = presenters.improvements(found, queries.to_improve(found))
    context: dict[str, Any] = {"form": form, "theirs": theirs, "improve": improve}
    return page(request, "training/change_training.html", found.agency, found, **context)


@form_page
def call_off(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Ask why, and call a training off."""
    found = queries.training_to_lead(request.standing, agency_id, training_id)
    form = form_for(request, CallOffForm)
    act = partial(actions.call_off, by=request.user, at=timezone.now(), training=found)
    if form.is_bound and done(form, lambda: act(why=form.cleaned_data["why"])):
        messages.success(request, _("It is called off, and everybody who was asked is told. You can put it back."))
        return _to(found)
    return page(request, "training/call_off.html", found.agency, found, form=form)


@require_POST
def put_back(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Let a training take place after all."""
    found = queries.training_to_lead(request.standing, agency_id, training_id)
    return _act(request, found, actions.put_back, _("It takes place after all. Everybody who was asked is told."))


@require_POST
def finish(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Say that a training is over."""
    found = queries.training_to_lead(request.standing, agency_id, training_id)
    return _act(request, found, actions.finish, _("It is over. What came of it stands under “Afterwards”."))


@form_page
def copy(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Plan a training from an earlier one; who was trained in it can give the next."""
    agency = queries.agency_to_plan(request.standing, agency_id)
    found = queries.training_to_read(request.standing, agency_id, training_id)
    were_there = list(who_was_there(found))
    form = form_for(request, CopyForm, were_there=were_there, initial={"title": found.title, "who": Who.PRACTITIONER})
    if form.is_valid():
        said = {"title": form.cleaned_data["title"], "who": Who(form.cleaned_data["who"])}
        act: dict[str, Any] = {"by": request.user, "at": timezone.now(), "training": found}
        made = copy_training(**act, **said, trained=form.chosen())
        messages.success(request, _("It is copied, with its agenda and what was to be better. Now choose the day."))
        return redirect("training:change_training", agency_id=agency_id, training_id=made.pk)
    blocks = list(blocks_of(found))
    context: dict[str, Any] = {
        "form": form,
        "found": found,
        "when": presenters.when_of(found),
        "agenda": agenda_presenter.agenda(found, blocks, ()),
        "improve": presenters.improvements(found, queries.open_improvements(found)),
    }
    return page(request, "training/copy.html", agency, **context)


@require_POST
def tick_improvement(request: Here, agency_id: UUID, training_id: UUID, improvement_id: UUID) -> HttpResponse:
    """Tick off what was to be better, or take the tick back."""
    found = queries.training_to_lead(request.standing, agency_id, training_id)
    improvement = queries.improvement_in(found, improvement_id)
    ticks = request.POST.get("done") == "yes"
    tick = partial(mark_better, improvement=improvement, done=ticks)
    return _act(request, found, tick, _("Ticked off.") if ticks else _("It is open again."))


@require_POST
def take_along(request: Here, agency_id: UUID, training_id: UUID, improvement_id: UUID) -> HttpResponse:
    """Take along what an earlier training left to be better."""
    found = queries.training_to_lead(request.standing, agency_id, training_id)
    queries.agency_to_plan(request.standing, agency_id)
    improvement = queries.improvement_of(found.agency, improvement_id)
    take = partial(actions.take_along, improvement=improvement)
    return _act(request, found, take, _("Taken along: it stands with what is to be better this time."))


def _left_over(request: Here, found: Training) -> tuple[presenters.LeftOver, ...]:
    # Who only gives this training reads nothing of those of others.
    if found.state != TrainingState.PLANNED or not request.standing.may(May.PLAN_TRAININGS, found.agency_id):
        return ()
    return presenters.left_over(found, queries.still_to_improve(found)[:_LEFT_AT_ONCE])


def _one(request: Here, found: Training, status: int = 200) -> HttpResponse:
    state = TrainingState(found.state)
    taken, blocks = queries.taken(found), list(blocks_of(found))
    context: dict[str, Any] = {
        "when": presenters.when_of(found),
        "places": presenters.places(found, taken),
        "state": state.value,
        "can_call_off": TrainingState.CALLED_OFF in NEXT[state],
        "can_put_back": state == TrainingState.CALLED_OFF,
        "can_finish": TrainingState.OVER in NEXT[state] and queries.has_begun(found, timezone.now()),
        "plans": request.standing.may(May.PLAN_TRAININGS, found.agency_id),
        "differences": presenters.differences(found),
        "questions": presenters.questions(found),
        "improve": presenters.improvements(found, queries.to_improve(found)),
        "left_over": _left_over(request, found),
        "agenda": agenda_presenter.agenda(found, blocks, ()),
        "given_by": presenters.names_of(queries.trainers_of([found.pk])).get(found.pk, ""),
    }
    return page(request, "training/training.html", found.agency, found, status=status, **context)


def _act(request: Here, found: Training, act: Any, says: str) -> HttpResponse:
    try:
        act(by=request.user, at=timezone.now(), training=found)
    except Trouble as why:
        messages.warning(request, str(why))
    else:
        messages.success(request, says)
    return _to(found)


def _to(found: Training) -> HttpResponse:
    return redirect("training:training", agency_id=found.agency_id, training_id=found.pk)


def _what_differs(form: PlanForm, now: Training) -> list[tuple[str, str]]:
    """Return what the plan says by now, where it is not what was typed."""
    stands, said = PlanForm.of(now, today=timezone.localdate()).initial, form.cleaned_data
    names = [name for name in form.fields if name != "version" and stands[name] != said[name]]
    return [(str(form[name].label), _written(stands[name])) for name in names]


def _written(value: Any) -> str:
    return presenters.written(value) or _("Nothing yet")


def _number(text: str) -> int:
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 6 else 1
