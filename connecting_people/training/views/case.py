"""The case study of a training: a conversation to step through, or to read as a whole. Nobody in it is real."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from connecting_people.core.addresses import address
from connecting_people.training.course.cases import CASE
from connecting_people.training.door import seat_kept
from connecting_people.training.presenters.case import case_page
from connecting_people.training.views.practice_frame import ROOM


@require_safe
def case(request: HttpRequest) -> HttpResponse:
    """Show the conversation as far as the address says, or all of it."""
    shown = case_page(CASE, request.GET.get("to", ""), whole=request.GET.get("all") == "yes")
    room_href = address(ROOM) if seat_kept(request) else ""
    return render(request, "training/case.html", {"shown": shown, "room_href": room_href})
