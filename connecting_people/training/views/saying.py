"""What trainers write on the board themselves, on their own screen."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from connecting_people.partnership.pages import done
from connecting_people.people.standing import Here
from connecting_people.training.actions import saying
from connecting_people.training.forms.notes import SayForm, begun_note
from connecting_people.training.queries import boards, rooms
from connecting_people.training.queries.trainings import training_to_lead
from connecting_people.training.views.live import screen


@require_POST
def say(request: Here, agency_id: UUID, training_id: UUID, track: int) -> HttpResponse:
    """Write a note or an answer of a trainer; a page that is alive gets what is new, any other the whole screen."""
    training, at = training_to_lead(request.standing, agency_id, training_id), timezone.now()
    where: dict[str, Any] = {"agency_id": agency_id, "training_id": training_id, "track": track}
    room = rooms.room_of(training, track)
    if room is None or not rooms.is_open(room, at):
        # A page that was typed on when the room closed gets its words back to take along.
        return screen(request, training, track, status=410, typed=request.POST.get("text", "")[:20_000])
    block = boards.block_in(training, request.POST.get("block", ""))
    if block is None:
        return _to("room", where)
    if "place" in request.POST:
        begun = SayForm(block=block, initial=begun_note(request.POST, boards.places_named(training)))
        return screen(request, training, track, form=begun, block=block)
    form = SayForm(request.POST, block=block)
    if not done(form, lambda: saying.say(by=request.user, at=at, block=block, **form.said())):
        return screen(request, training, track, form=form, block=block, status=422)
    if "live" not in request.POST:
        return _to("room", where)
    response = _to("trainer_poll", where)
    response["Location"] += "?" + urlencode({"v": request.POST["live"]})
    return response


def _to(name: str, where: dict[str, Any]) -> HttpResponse:
    found: HttpResponse = redirect(f"training:{name}", **where)
    return found
