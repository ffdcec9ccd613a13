"""The agenda of a training: looking at it, putting things on it, and saying how each goes."""

from collections.abc import Callable
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
from connecting_people.people.drafts import form_for
from connecting_people.people.standing import Here
from connecting_people.training.actions import agenda as actions
from connecting_people.training.course.days import Length
from connecting_people.training.course.taught import WORDS, taught
from connecting_people.training.forms.agenda import BlockForm
from connecting_people.training.models import Block, Training
from connecting_people.training.pages import page
from connecting_people.training.presenters import agenda as presenters
from connecting_people.training.queries.agenda import block_in, blocks_of
from connecting_people.training.queries.people import guests_of, who_gives
from connecting_people.training.queries.trainings import training_to_lead
from connecting_people.training.rules import BlockKind, TrainingState

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def agenda(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show the agenda with the clock beside it."""
    training = training_to_lead(request.standing, agency_id, training_id)
    shown = presenters.agenda(training, list(blocks_of(training)), guests_of(training))
    fixed = training.state == TrainingState.OVER
    return page(request, "training/agenda.html", training.agency, training, agenda=shown, fixed=fixed)


@form_page
def add_block(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show what can be put on the agenda, and put it there with one press."""
    training = training_to_lead(request.standing, agency_id, training_id)
    kind, activity = request.POST.get("kind", ""), request.POST.get("activity", "")
    if kind in list(BlockKind):
        add = partial(actions.add, training=training, kind=BlockKind(kind), activity=activity)
        made = _acted(request, add, _("It is on the agenda, at the end. Move it where it belongs."))
        if made and kind in (BlockKind.OWN, BlockKind.BEFORE):
            return redirect("training:block", agency_id=agency_id, training_id=training_id, block_id=made.pk)
        return _to_agenda(training, made)
    parts = presenters.choices(blocks_of(training))
    return page(request, "training/add_block.html", training.agency, training, parts=parts)


@require_POST
def add_whole_course(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Begin an empty agenda with the whole course."""
    training = training_to_lead(request.standing, agency_id, training_id)
    asked = request.POST.get("length", "")
    length = Length(asked) if asked in list(Length) else Length.DAY
    add = partial(actions.add_whole_course, training=training, length=length)
    _acted(request, add, _("All thirteen are there, with breaks. Now make it yours."))
    return _to_agenda(training)


@form_page
def block(request: Here, agency_id: UUID, training_id: UUID, block_id: UUID) -> HttpResponse:
    """Say how one thing goes in this training; when somebody was quicker, show both texts and lose nothing."""
    training = training_to_lead(request.standing, agency_id, training_id)
    found = block_in(training, block_id)
    if "reset" in request.POST:
        _acted(request, partial(actions.reset, block=found), _("It is as the course has it again."))
        return _to_agenda(training, found)
    form = form_for(request, partial(BlockForm.of, found), trainers=list(who_gives(training)))
    theirs: list[tuple[str, str]] = []
    if form.is_valid():
        act: dict[str, Any] = {"by": request.user, "at": timezone.now(), "block": found}
        try:
            actions.change(**act, version=form.cleaned_data["version"], said=form.said())
        except actions.StaleBlock as stale:
            form.add_error(None, str(stale))
            theirs = _what_differs(form, stale.now)
            carry(form, version=stale.now.version)
        except Trouble as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, _("Kept."))
            return _to_agenda(training, found)
    return _one(request, training, found, form, theirs)


@require_POST
def move_block(request: Here, agency_id: UUID, training_id: UUID, block_id: UUID) -> HttpResponse:
    """Move one thing: earlier, later, or before another; `before` is empty for the end."""
    training = training_to_lead(request.standing, agency_id, training_id)
    found = block_in(training, block_id)
    if "before" in request.POST:
        others = {str(one.pk): one for one in blocks_of(training)}
        act: Callable[..., Any] = partial(actions.put_before, before=others.get(request.POST["before"]))
    else:
        act = partial(actions.move, down=request.POST.get("way") == "later")
    _acted(request, partial(act, block=found), "")
    return _to_agenda(training, found)


@form_page
def remove_block(request: Here, agency_id: UUID, training_id: UUID, block_id: UUID) -> HttpResponse:
    """Ask once, and take something off the agenda."""
    training = training_to_lead(request.standing, agency_id, training_id)
    found = block_in(training, block_id)
    if request.method == "POST":
        _acted(request, partial(actions.remove, block=found), _("It is off the agenda."))
        return _to_agenda(training)
    title = taught(found).title
    return page(request, "training/remove_block.html", training.agency, training, block=found, block_title=title)


def _one(
    request: Here, training: Training, found: Block, form: BlockForm, theirs: list[tuple[str, str]]
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "theirs": theirs,
        "block": found,
        "block_title": taught(found).title,
        "ours": presenters.beside(found) if found.kind in (BlockKind.ACTIVITY, BlockKind.PROMPT) else None,
        "plain": [name for name in form.fields if name not in (*WORDS, "version")],
        "words": [name for name in WORDS if name in form.fields],
        "own_words": any(getattr(found, name) for name in WORDS),
    }
    return page(request, "training/block.html", training.agency, training, **context)


def _what_differs(form: BlockForm, now: Block) -> list[tuple[str, str]]:
    """Return how it stands by now, where it is not what was typed."""
    said = form.said()
    names = [name for name in said if getattr(now, name) != said[name]]
    return [(str(form[name].label), _shown(form, name, getattr(now, name))) for name in names]


def _shown(form: BlockForm, name: str, value: Any) -> str:
    named = {str(key): str(label) for key, label in getattr(form.fields[name], "choices", ())}
    key = str(value.pk) if name == "led_by" and value else str(value or "")
    return named.get(key, key) or _("As the course has it")


def _acted(request: Here, act: Callable[..., Any], says: str) -> Any:
    try:
        made = act(by=request.user, at=timezone.now())
    except Trouble as why:
        messages.warning(request, str(why))
        return None
    if says:
        messages.success(request, says)
    return made


def _to_agenda(training: Training, block: Block | None = None) -> HttpResponse:
    to = address("training:agenda", agency_id=training.agency_id, training_id=training.pk)
    return redirect(f"{to}#block-{block.pk}" if block else to)
