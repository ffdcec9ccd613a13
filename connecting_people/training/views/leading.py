"""What trainers do in a room: each an address that takes a form and leads back to their screen."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from connecting_people.core.troubles import Trouble
from connecting_people.partnership.pages import done, sent
from connecting_people.people.standing import Here
from connecting_people.training.actions import boards as board_actions
from connecting_people.training.actions import pairs, saying, seats, timers
from connecting_people.training.actions import rooms as actions
from connecting_people.training.course.taught import taught
from connecting_people.training.forms.notes import PaperForm
from connecting_people.training.live import columns_of
from connecting_people.training.models import Note, Room, Training
from connecting_people.training.pages import page
from connecting_people.training.queries import boards, rooms
from connecting_people.training.queries.trainings import training_to_lead
from connecting_people.training.rules import Shown
from connecting_people.training.views.live import screen

form_page = require_http_methods(["GET", "HEAD", "POST"])
_TIMER: dict[str, Callable[..., None]] = {
    "pause": timers.pause,
    "go_on": timers.go_on,
    "add_minute": timers.add_minute,
    "stop": timers.stop,
}
_WITH_NOTES: dict[str, Callable[..., None]] = {
    "take_apart": board_actions.take_apart,
    "tick": partial(board_actions.tick, off=True),
    "untick": partial(board_actions.tick, off=False),
    "move_up": partial(board_actions.move_up, up=True),
    "stay": partial(board_actions.move_up, up=False),
    "take_down": board_actions.take_down,
    "put_back": board_actions.put_back,
}


@require_POST
def open_room(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Open the room."""
    training = training_to_lead(request.standing, agency_id, training_id)
    if track not in rooms.tracks_of(training):
        raise Http404
    stays = "stays" in request.POST
    actions.open_room(by=request.user, at=timezone.now(), training=training, track=track, stays=stays)
    return _back(training, track)


@form_page
def close_room(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Ask whether the room is to be closed, then close it."""
    training = training_to_lead(request.standing, agency_id, training_id)
    at = timezone.now()
    found = rooms.room_to_lead(training, track, at)
    if request.method == "POST":
        actions.close(by=request.user, at=at, room=found)
        messages.success(request, _("The room is closed. Everybody keeps what they wrote."))
        return _back(training, track)
    here = rooms.how_many(found)
    return page(request, "training/live/close.html", training.agency, training, track=track, here=here)


@require_POST
def move(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Move to a block of the agenda."""
    training, found = _room(request, agency_id, training_id, track)
    to = boards.block_in(training, request.POST.get("to", ""))
    if to is None or to.track not in {0, track}:
        raise Http404
    coming_from = request.POST.get("from", "")
    block = boards.block_in(training, coming_from)
    return _did(request, found, partial(actions.move, coming_from=block.pk if block else None, to=to))


@require_POST
def slide(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Show another slide."""
    _training, found = _room(request, agency_id, training_id, track)
    return _did(request, found, partial(actions.show_slide, number=_number(request, "slide")))


@require_POST
def timer(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Start the timer, let it stand still or go on, add a minute, or put it away."""
    _training, found = _room(request, agency_id, training_id, track)
    act = _TIMER.get(request.POST.get("act", ""), partial(timers.start, minutes=_number(request, "minutes")))
    return _did(request, found, act)


@require_POST
def reveal(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Open a column for all together."""
    _training, found = _room(request, agency_id, training_id, track)
    return _did(request, found, partial(board_actions.reveal, column=request.POST.get("column", "")))


@require_POST
def share_out(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Make pairs or small groups."""
    _training, found = _room(request, agency_id, training_id, track)
    return _did(request, found, partial(pairs.share_out, size=_number(request, "size")))


@require_POST
def with_notes(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Do something with the chosen notes: put them together, tick them off, take them down."""
    training, found = _room(request, agency_id, training_id, track)
    notes = boards.notes_in(training, request.POST.getlist("note"))
    act = _WITH_NOTES.get(request.POST.get("act", ""))
    if act is None:
        group = boards.group_in(training, request.POST.get("group", ""))
        act = partial(board_actions.put_together, title=request.POST.get("title", ""), group=group)
    return _did(request, found, partial(act, notes=notes))


@form_page
def people(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Show who is in the room, by the names they chose, and ask somebody to leave."""
    training, found = _room(request, agency_id, training_id, track)
    here = list(rooms.present(found))
    if request.method == "POST":
        chosen = next((one for one in here if str(one.pk) == request.POST.get("trainee")), None)
        if chosen is None:
            raise Http404
        also = {name: name in request.POST for name in ("take_down", "change_code")}
        seats.eject(by=request.user, at=timezone.now(), room=found, trainee=chosen, **also)
        told = _("They are out of the room. The code still works, so whoever knows it can come in again.")
        if also["change_code"]:
            told = _("They are out of the room, and it has another code. Whoever has a seat keeps it.")
        messages.success(request, told)
        return redirect("training:room_people", agency_id=agency_id, training_id=training_id, track=track)
    return page(request, "training/live/people.html", training.agency, training, track=track, here=here)


@form_page
def from_paper(request: Here, agency_id: UUID, training_id: UUID, block_id: UUID) -> HttpResponse:
    """Type in what was written on paper, during the training or afterwards."""
    training = training_to_lead(request.standing, agency_id, training_id)
    block = boards.block_in(training, str(block_id))
    if block is None or not columns_of(block):
        raise Http404
    form = PaperForm(sent(request), block=block, answerable=boards.answerable(block))
    act: dict[str, Any] = {"by": request.user, "at": timezone.now(), "block": block, "from_paper": True}
    made: list[Note] = []
    if request.method == "POST" and done(form, lambda: made.extend(saying.say(**act, **form.said()))):
        waits = any(note.shown == Shown.KEPT for note in made)
        messages.success(
            request, _("It waits until you open the column.") if waits else _("It stands on the board now.")
        )
        return redirect("training:from_paper", agency_id=agency_id, training_id=training_id, block_id=block_id)
    shown: dict[str, Any] = {
        "form": form,
        "name": taught(block).title,
        "is_open": rooms.any_open(training, timezone.now()),
    }
    return page(request, "training/live/paper.html", training.agency, training, **shown)


def _room(request: Here, agency_id: UUID, training_id: UUID, track: int) -> tuple[Training, Room]:
    training = training_to_lead(request.standing, agency_id, training_id)
    return training, rooms.room_to_lead(training, track, timezone.now())


def _did(request: Here, found: Room, act: Callable[..., Any]) -> HttpResponse:
    try:
        act(by=request.user, at=timezone.now(), room=found)
    except Trouble as reason:
        return screen(request, found.training, found.track, trouble=str(reason), status=422)
    if request.POST.get("back") == "points":
        return redirect("training:points", agency_id=found.agency_id, training_id=found.training_id, track=found.track)
    return _back(found.training, found.track)


def _back(training: Training, track: int) -> HttpResponse:
    if track:
        return redirect("training:room", agency_id=training.agency_id, training_id=training.pk, track=track)
    return redirect("training:trainer", agency_id=training.agency_id, training_id=training.pk)


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
