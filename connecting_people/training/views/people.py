"""Who gives a training and who speaks there."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.core.carrying import carry
from connecting_people.core.troubles import Stale, Trouble
from connecting_people.partnership.pages import done
from connecting_people.people.drafts import form_for
from connecting_people.people.roles import May
from connecting_people.people.standing import Here
from connecting_people.training.actions import guests, trainers
from connecting_people.training.forms.people import AskGuestForm, GuestForm, SpeakerForm, TrainerForm
from connecting_people.training.models import Training
from connecting_people.training.pages import page
from connecting_people.training.presenters import people as presenters
from connecting_people.training.presenters import trainings as of_trainings
from connecting_people.training.queries import people as queries
from connecting_people.training.queries.agenda import blocks_of
from connecting_people.training.queries.landing import who_may
from connecting_people.training.queries.trainings import agency_to_plan, training_to_lead
from connecting_people.training.rules import HOLDS_A_PLACE, TrainingState, Who

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def people(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show who gives it, who speaks and who comes."""
    training = training_to_lead(request.standing, agency_id, training_id)
    rows = list(queries.who_comes(training))
    taken = sum(one.going in HOLDS_A_PLACE for one in rows)
    context: dict[str, Any] = {
        "givers": presenters.givers(training, queries.who_gives(training)),
        "guests": presenters.guests(training, queries.guests_of(training)),
        "groups": presenters.groups(training, rows),
        "places": of_trainings.places(training, taken),
        "planned": training.state == TrainingState.PLANNED,
        "called_off": training.state == TrainingState.CALLED_OFF,
    }
    return page(request, "training/people.html", training.agency, training, **context)


@form_page
def add_trainer(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Let somebody give the training too."""
    training = training_to_lead(request.standing, agency_id, training_id)
    form = form_for(request, TrainerForm, people=queries.could_give(training))
    act = partial(trainers.add_trainer, by=request.user, at=timezone.now(), training=training)
    if form.is_bound and done(form, lambda: act(**form.said())):
        messages.success(request, _("They give it too. If they sign in here, it stands on their page of trainings."))
        return _to_people(training)
    return page(request, "training/add_trainer.html", training.agency, training, form=form)


@form_page
def end_trainer(request: Here, agency_id: UUID, training_id: UUID, trainer_id: UUID) -> HttpResponse:
    """Ask once, and let somebody give the training no longer."""
    training = training_to_lead(request.standing, agency_id, training_id)
    trainer = queries.trainer_in(training, trainer_id)
    if request.method == "POST":
        try:
            trainers.end_trainer(by=request.user, at=timezone.now(), trainer=trainer)
        except Trouble as why:
            messages.warning(request, str(why))
        else:
            messages.success(request, _("They do not give it any more."))
        return (
            redirect("training:trainings", agency_id=agency_id)
            if trainer.user_id == request.user.pk
            else (_to_people(training))
        )
    return page(request, "training/end_trainer.html", training.agency, training, trainer=trainer)


@form_page
def ask_guest(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Note that somebody of the list was asked to speak."""
    training = training_to_lead(request.standing, agency_id, training_id)
    speakers = list(queries.speakers_of(training.agency))
    form = form_for(request, AskGuestForm, speakers=speakers, blocks=list(blocks_of(training)))
    act = partial(guests.ask_guest, by=request.user, at=timezone.now(), training=training)
    if form.is_bound and done(form, lambda: act(**form.said())):
        messages.success(request, _("Kept. Write down here when you hear whether they come."))
        return _to_people(training)
    plans = request.standing.may(May.PLAN_TRAININGS, agency_id)
    others = [] if plans else who_may(agency_id, May.PLAN_TRAININGS)
    keeps = {"plans": plans, "who_plans": ", ".join(others)}
    context: dict[str, Any] = {"form": form, "speakers": speakers, "topics": presenters.topics(), **keeps}
    return page(request, "training/ask_guest.html", training.agency, training, **context)


@form_page
def guest(request: Here, agency_id: UUID, training_id: UUID, guest_id: UUID) -> HttpResponse:
    """Say whether a guest comes, what about and when; or take them off."""
    training = training_to_lead(request.standing, agency_id, training_id)
    found = queries.guest_in(training, guest_id)
    act: dict[str, Any] = {"by": request.user, "at": timezone.now(), "guest": found}
    if "remove" in request.POST:
        guests.remove_guest(**act)
        messages.success(request, _("They are off this training, and still on your list of speakers."))
        return _to_people(training)
    of = partial(GuestForm.of, blocks=list(blocks_of(training)))
    form = form_for(request, partial(of, found))
    kept, theirs = _kept(form, lambda: guests.change_guest(**act, **form.said()), of)
    if kept:
        messages.success(request, _("Kept."))
        return _to_people(training)
    context: dict[str, Any] = {"form": form, "found": found, "theirs": theirs, "topics": presenters.topics()}
    return page(request, "training/guest.html", training.agency, training, **context)


@require_safe
def speakers(request: Here, agency_id: UUID) -> HttpResponse:
    """Show who would speak at trainings here."""
    agency = agency_to_plan(request.standing, agency_id)
    return page(request, "training/speakers.html", agency, speakers=presenters.speakers(queries.speakers_of(agency)))


@form_page
def add_speaker(request: Here, agency_id: UUID) -> HttpResponse:
    """Put somebody on the list of speakers."""
    agency = agency_to_plan(request.standing, agency_id)
    form = form_for(request, SpeakerForm)
    act = partial(guests.keep_speaker, by=request.user, at=timezone.now(), agency=agency)
    if form.is_bound and done(form, lambda: act(**_speaker(form))):
        messages.success(request, _("They are on the list."))
        return redirect("training:speakers", agency_id=agency_id)
    return page(request, "training/speaker.html", agency, form=form, found=None, topics=presenters.topics())


@form_page
def speaker(request: Here, agency_id: UUID, speaker_id: UUID) -> HttpResponse:
    """Say anew how to reach a speaker; or take them off the list."""
    agency = agency_to_plan(request.standing, agency_id)
    found = queries.speaker_of(agency, speaker_id)
    act: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    if "remove" in request.POST:
        guests.end_speaker(**act, speaker=found)
        messages.success(request, _("They are off the list."))
        return redirect("training:speakers", agency_id=agency_id)
    form = form_for(request, partial(SpeakerForm.of, found))
    keep = partial(guests.keep_speaker, **act, agency=agency, speaker=found)
    kept, theirs = _kept(form, lambda: keep(**_speaker(form)), SpeakerForm.of)
    if kept:
        messages.success(request, _("Kept."))
        return redirect("training:speakers", agency_id=agency_id)
    context: dict[str, Any] = {"form": form, "found": found, "theirs": theirs, "topics": presenters.topics()}
    return page(request, "training/speaker.html", agency, **context)


def _kept(form: Form, act: Callable[[], Any], anew: Callable[[Any], Form]) -> tuple[bool, list[tuple[str, str]]]:
    """Do what a form says; where somebody was quicker, return what it says by now beside what was typed."""
    theirs: list[tuple[str, str]] = []

    def acting() -> None:
        try:
            act()
        except Stale as stale:
            theirs.extend(_what_differs(form, anew(stale.now)))
            carry(form, version=stale.now.version)
            raise

    return form.is_bound and done(form, acting), theirs


def _what_differs(form: Form, now: Form) -> list[tuple[str, str]]:
    found = []
    for name, field in form.fields.items():
        stands = now.initial[name]
        if name != "version" and str(stands) != str(form.cleaned_data[name]):
            said = dict(getattr(field, "choices", ())).get(stands, stands)
            found.append((str(form[name].label), str(said or _("Nothing yet"))))
    return found


def _speaker(form: SpeakerForm) -> dict[str, Any]:
    return {**form.cleaned_data, "who": Who(form.cleaned_data["who"])}


def _to_people(training: Training) -> HttpResponse:
    return redirect("training:people", agency_id=training.agency_id, training_id=training.pk)
