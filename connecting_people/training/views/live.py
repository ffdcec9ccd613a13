"""The trainer's screen of a live room, and the projector's."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from connecting_people.core.once import new_token
from connecting_people.people.standing import Here
from connecting_people.training.forms.notes import SayForm, shared_columns
from connecting_people.training.models import Block, Room, Training
from connecting_people.training.news import news
from connecting_people.training.pages import page
from connecting_people.training.presenters.all_boards import paper_ways
from connecting_people.training.presenters.leading import trainer_screen, trainer_tag
from connecting_people.training.presenters.rooms import door, two_rooms
from connecting_people.training.presenters.screens import PROJECTOR, TRAINER, changed, points_page, shared_parts
from connecting_people.training.queries import rooms
from connecting_people.training.queries.agenda import blocks_of
from connecting_people.training.queries.all_boards import boards_of
from connecting_people.training.queries.boards import points_of
from connecting_people.training.queries.trainings import training_to_lead


@require_safe
def trainer(request: Here, agency_id: UUID, training_id: UUID) -> HttpResponse:
    """Show the trainer’s screen, or where there are two rooms, which of them."""
    training = training_to_lead(request.standing, agency_id, training_id)
    tracks = rooms.tracks_of(training)
    if len(tracks) > 1:
        two = two_rooms(training, tracks, blocks_of(training))
        return page(request, "training/live/tracks.html", training.agency, training, rooms=two)
    return screen(request, training, tracks[0])


@require_safe
def room(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Show the trainer’s screen of one of two rooms."""
    return screen(request, training_to_lead(request.standing, agency_id, training_id), track)


@require_safe
def trainer_poll(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Say to a trainer’s screen what is new; where nothing is, nothing."""
    training = training_to_lead(request.standing, agency_id, training_id)
    at = timezone.now()
    found = rooms.room_to_lead(training, track, at)
    asked = request.GET.get("v", "")
    if asked == (tag := trainer_tag(found)):
        return HttpResponse(status=204)
    since = _version_in(asked)
    new = news(found, TRAINER, since)
    if new.whole or asked.partition(".")[2] != tag.partition(".")[2]:
        parts = {**_parts(request, found, at), "training": training}
        return render(request, "training/live/trainer_parts.html", parts)
    links = {"training": training, "track": track, "tag": tag}
    return render(request, "training/live/news.html", {**changed(found, TRAINER, new, at), **links})


@require_safe
def projector(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Show the screen for all, in big type: no name that was withheld, nothing that is kept, no controls."""
    training = training_to_lead(request.standing, agency_id, training_id)
    at = timezone.now()
    found = rooms.room_to_lead(training, track, at)
    return render(request, "training/live/projector.html", _projected(request, training, found, at))


@require_safe
def projector_poll(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Say to the screen for all what is new; where nothing is, nothing."""
    training = training_to_lead(request.standing, agency_id, training_id)
    at = timezone.now()
    found = rooms.room_to_lead(training, track, at)
    since = _version_in(request.GET.get("v", ""))
    if since == found.version:
        return HttpResponse(status=204)
    new = news(found, PROJECTOR, since)
    if new.whole:
        return render(request, "training/live/projector_parts.html", _projected(request, training, found, at))
    return render(request, "training/live/news.html", changed(found, PROJECTOR, new, at))


@require_safe
def points(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Show what is not clear yet in the whole training, to be ticked off."""
    training = training_to_lead(request.standing, agency_id, training_id)
    found = rooms.room_to_lead(training, track, timezone.now())
    blocks = list(rooms.agenda_of(found))
    shown = {**points_page(blocks, points_of(blocks), TRAINER), "token": new_token(request)}
    return page(request, "training/live/points.html", training.agency, training, track=track, **shown)


def screen(
    request: HttpRequest,
    training: Training,
    track: int,
    *,
    trouble: str = "",
    status: int = 0,
    form: SayForm | None = None,
    block: Block | None = None,
    typed: str = "",
) -> HttpResponse:
    """Show the trainer’s screen of a room, or how to open it; with words of what could not be done, or half typed."""
    at = timezone.now()
    found = rooms.room_of(training, track)
    if found is None or not rooms.is_open(found, at):
        been = found is not None
        shown: dict[str, Any] = {"track": track, "been": been, "has_agenda": training.blocks.exists(), "typed": typed}
        shown["paper"] = paper_ways(boards_of(training))
        return page(request, "training/live/open.html", training.agency, training, status=status, **shown)
    found.training = training
    parts = _parts(request, found, at, form, block)
    return page(request, "training/trainer.html", training.agency, training, status=status, trouble=trouble, **parts)


def _parts(
    request: HttpRequest, found: Room, at: datetime, form: SayForm | None = None, block: Block | None = None
) -> dict[str, Any]:
    shown = trainer_screen(found, at)
    block = block or found.block
    if form is None and block is not None and shared_columns(block):
        form = SayForm(block=block, initial={"about": request.GET.get("about", "")})
    about = str(form["about"].value() or "") if form else ""
    answered = next((one for one in shown["all_notes"] if one.id == about), None)
    if form and not answered and not form.is_bound:
        form.initial.pop("about", None)
    writing = {"form": form, "form_block": block, "answered": answered}
    return {**shown, **writing, "track": found.track, "token": new_token(request), "door": door(request, found)}


def _projected(request: HttpRequest, training: Training, found: Room, at: datetime) -> dict[str, Any]:
    shown = shared_parts(found, PROJECTOR, at)
    groups = list(rooms.groups_in(found, found.block)) if found.block_id else []
    links = {"training": training, "track": found.track, "here": rooms.how_many(found), "groups_made": len(groups)}
    return {**shown, **links, "door": door(request, found)}


def _version_in(asked: str) -> int:
    number = asked.partition(".")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else -1
