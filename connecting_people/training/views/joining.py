"""Coming into a live room: by the code or its picture, without an account. No code stays in an address."""

from datetime import datetime

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.core.once import new_token
from connecting_people.partnership.pages import done, sent, status_of
from connecting_people.training import limits
from connecting_people.training.actions import seats
from connecting_people.training.door import (
    address_of,
    come_to_the_door,
    give_seat,
    leave_seat,
    room_at_the_door,
    seat_here,
)
from connecting_people.training.forms.joining import CodeForm, SeatForm
from connecting_people.training.models import Room, Trainee
from connecting_people.training.permissions import can_speak
from connecting_people.training.queries.rooms import room_with
from connecting_people.training.rules import Who

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def join(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a room; who sits in one can go to the other room of the same training with it."""
    at = timezone.now()
    sits = _who_sits(request, at)
    form = CodeForm(sent(request))
    if form.is_valid():
        room = _tried(request, form.cleaned_data["code"], at)
        if room is not None:
            return _to_the_door(room)
        form.add_error("code", _why_not(request))
    return render(request, "training/join.html", {"form": form, "sits": sits}, status=status_of(form))


@require_safe
def join_code(request: HttpRequest, code: str) -> HttpResponse:
    """Take the code out of the address at once: whoever held a phone before the picture stands at the door now."""
    at = timezone.now()
    room = _tried(request, code, at)
    response = _to_the_door(room) if room is not None else redirect("training:join")
    response["Referrer-Policy"] = "no-referrer"
    return response


@form_page
def come_in(request: HttpRequest) -> HttpResponse:
    """Ask who comes in: a name or none, and from where they speak; then give them a seat."""
    at = timezone.now()
    room, sits = room_at_the_door(request, at), _who_sits(request, at)
    if room is None or (sits is not None and sits.room_id == room.pk):
        return redirect("training:join" if sits is None else "training:seat")
    if sits is not None and sits.room.training_id == room.training_id:
        return _change_over(request, sits, room, at)
    form = SeatForm(sent(request))
    given: list[str] = []
    if form.is_valid():
        if not limits.may_sit_down(room.pk, at):
            form.add_error(None, _("Many people are coming in at this moment. Try again in a minute."))
        elif done(form, lambda: given.append(_seat(room, form, at))):
            limits.sat_down(address_of(request), at)
            response = redirect("training:seat")
            give_seat(response, given[0], room, at)
            return response
    context = {"form": form, "training": room.training, "token": new_token(request)}
    return render(request, "training/come_in.html", context, status=status_of(form))


@form_page
def leave(request: HttpRequest) -> HttpResponse:
    """Ask whether to leave the room, and let this browser forget whose seat it held."""
    at = timezone.now()
    trainee = _who_sits(request, at)
    if trainee is None:
        return redirect("training:join")
    if request.method != "POST":
        return render(request, "training/live/leave.html", {"trainee": trainee})
    seats.leave(by=trainee, at=at)
    response = redirect("training:join")
    leave_seat(response)
    return response


def _seat(room: Room, form: SeatForm, at: datetime) -> str:
    said = form.cleaned_data
    _trainee, token = seats.take_seat(by=None, at=at, room=room, name=said["name"], who=Who(said["who"]))
    return token


def _who_sits(request: HttpRequest, at: datetime) -> Trainee | None:
    trainee = seat_here(request, at)
    return trainee if trainee is not None and can_speak(trainee, at) else None


def _tried(request: HttpRequest, code: str, at: datetime) -> Room | None:
    """Return the room with this code, where its address may try one; a code that opens nothing counts."""
    address = address_of(request)
    request.slowed_down = not limits.may_try(address, at)  # type: ignore[attr-defined]
    if request.slowed_down:  # type: ignore[attr-defined]
        return None
    room = room_with(code, at)
    if room is None:
        limits.was_wrong(address, at)
    return room


def _why_not(request: HttpRequest) -> str:
    if request.slowed_down:  # type: ignore[attr-defined]
        return _("Many codes that fit no room were typed from where you are. Wait ten seconds, then try again")
    return _("No room that is open now has this code. Look once more at the front, or ask a trainer")


def _change_over(request: HttpRequest, sits: Trainee, room: Room, at: datetime) -> HttpResponse:
    form = Form(sent(request))
    if request.method == "POST" and done(form, lambda: seats.change_room(by=sits, at=at, to=room)):
        return redirect("training:seat")
    context = {"form": form, "training": room.training}
    return render(request, "training/live/change_room.html", context, status=status_of(form))


def _to_the_door(room: Room) -> HttpResponse:
    response: HttpResponse = redirect("training:come_in")
    come_to_the_door(response, room)
    return response
