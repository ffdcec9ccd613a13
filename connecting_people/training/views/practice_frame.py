"""How every page of the practice space is drawn: under a band that says what it is, with the ways through it."""

from datetime import datetime
from typing import Any

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from connecting_people.core.addresses import address
from connecting_people.partnership.pages import status_of
from connecting_people.training.door import seat_kept
from connecting_people.training.models import PracticeSpace, Trainee
from connecting_people.training.queries.practice import space_of

ROOM = "training:seat"  # the trainee's page of the live room
WILL_DO = "training:will_do_here"


def seat_and_space(request: HttpRequest, at: datetime) -> tuple[Trainee, PracticeSpace]:
    """Return whose browser this is, and their practice space; Http404 for everybody without a seat of a training."""
    seat = seat_kept(request)
    space = space_of(seat, at)
    if seat is None:
        raise Http404
    return seat, space


def seated(request: HttpRequest, at: datetime) -> Trainee:
    """Return whose browser this is, where they have a practice space now; Http404 for everybody else."""
    return seat_and_space(request, at)[0]


def practice_page(request: HttpRequest, template: str, space: PracticeSpace, **context: Any) -> HttpResponse:
    """Draw a page that extends training/practice.html; a `form` that needs another look answers 422."""
    if not request.session.session_key:
        # Whoever sends a form twice is told apart by their session, which their first message would begin too late.
        request.session.create()
    form = context.get("form")
    status = status_of(form) if isinstance(form, BaseForm) else 200
    frame = {"space": space, "ways": _ways(request), "room_href": address(ROOM), "will_do_href": address(WILL_DO)}
    return render(request, template, {**frame, **context}, status=status)


def _ways(request: HttpRequest) -> list[tuple[str, str, bool]]:
    named = (
        (_("Your practice space"), "training:practice"),
        (_("Map"), "training:practice_map"),
        (_("List"), "training:practice_list"),
        (_("What it says"), "training:practice_says"),
        (_("How I work"), "training:practice_review"),
    )
    links = [(says, address(to)) for says, to in named]
    return [(says, href, request.path == href) for says, href in links]
