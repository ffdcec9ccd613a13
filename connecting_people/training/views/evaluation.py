"""What people think of a training, by their login or their seat, and what its trainers make of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from connecting_people.core.addresses import address
from connecting_people.core.london import day_of
from connecting_people.partnership.pages import done, sent, status_of
from connecting_people.people.drafts import form_for
from connecting_people.people.models import User
from connecting_people.people.standing import Here
from connecting_people.training.actions import evaluation as actions
from connecting_people.training.door import seat_kept
from connecting_people.training.forms.after import BetterForm, EvaluateForm
from connecting_people.training.models import Trainee
from connecting_people.training.pages import page
from connecting_people.training.presenters import evaluation as presenters
from connecting_people.training.presenters.attended import way_back
from connecting_people.training.queries import evaluation as queries
from connecting_people.training.queries.attended import Attended, attended, attended_in_seat
from connecting_people.training.queries.trainings import training_to_lead

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def evaluations(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show what people said, and keep what the trainers will do better."""
    training = training_to_lead(request.standing, agency_id, training_id)
    form, at = form_for(request, BetterForm), timezone.now()
    act: dict[str, Any] = {"by": request.user, "at": at, "training": training}
    if request.method == "POST" and done(form, lambda: actions.plan_better(**act, **form.cleaned_data)):
        messages.success(request, _("Kept. It opens in the plan of the next training that you copy from this one."))
        return redirect(address("training:evaluations", agency_id=agency_id, training_id=training_id))
    said = queries.said_of(training, day_of(at))
    earlier = queries.said_of(training.copied_from, day_of(at)) if training.copied_from else None
    context: dict[str, Any] = {
        "said": said,
        "scale": presenters.scale_of(said, earlier),
        "aims": presenters.aims_of(training),
        "better": presenters.to_do_better(queries.improvements_of(training)),
    }
    return page(request, "training/evaluations.html", training.agency, training, form=form, **context)


@require_POST
def improvement_done(request: Here, agency_id: UUID, training_id: UUID, improvement_id: UUID) -> HttpResponse:
    """Say that something was done better, or that it was not after all."""
    training = training_to_lead(request.standing, agency_id, training_id)
    found = queries.improvement_in(training, improvement_id)
    act: dict[str, Any] = {"by": request.user, "at": timezone.now(), "training": training}
    actions.mark_better(**act, improvement=found, done=request.POST.get("done") == "yes")
    messages.success(request, _("Kept."))
    return redirect(address("training:evaluations", agency_id=agency_id, training_id=training_id))


@form_page
def evaluate(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Ask somebody who was there and has a login what they think of it."""
    here = attended(request.standing, agency_id, training_id)
    ids = {"agency_id": agency_id, "training_id": training_id}
    also = seat_kept(request)
    return _asked(request, here, also, address("training:evaluate", **ids), address("training:will_do", **ids))


@form_page
def evaluate_here(request: HttpRequest) -> HttpResponse:
    """Ask somebody in the room what they think of it, known by their seat alone."""
    here = attended_in_seat(seat_kept(request))
    also = request.user if request.user.is_authenticated else None
    return _asked(request, here, also, address("training:evaluate_here"), address("training:will_do_here"))


def _asked(request: HttpRequest, here: Attended, also: User | Trainee | None, back: str, onwards: str) -> HttpResponse:
    form = EvaluateForm(sent(request))
    act: dict[str, Any] = {"by": here.by, "at": timezone.now(), "training": here.training, "also": also}
    if request.method == "POST" and done(form, lambda: actions.say(**act, **form.said())):
        messages.success(request, _("Thank you. Your words stand among those of the others, without your name."))
        return redirect(back)
    context: dict[str, Any] = {
        "form": form,
        "agency": here.training.agency,
        "about": here.training,
        "aims": presenters.aims_of(here.training),
        "said": queries.said_already(here.by, here.training, also),
        "onwards": onwards,
        "away": way_back(here),
    }
    return render(request, "training/evaluate.html", context, status=status_of(form))
