"""How the pages of this room reach a partnership, and where they lead."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from connecting_people.partnership.models import Partnership
from connecting_people.partnership.queries import partnership_for, partnership_to_write
from connecting_people.people.models import User


def reader(request: HttpRequest) -> User:
    """Return who is signed in: the middleware lets nobody else come this far."""
    return cast(User, request.user)


def to_change(request: HttpRequest, partnership_id: UUID, at: datetime, page: str) -> Partnership:
    """Return a partnership for a page with a form: only whoever takes part gets one, in an urgent look nobody."""
    if request.method == "POST":
        return partnership_to_write(reader(request), partnership_id, at=at)
    partnership = partnership_for(reader(request), partnership_id, at=at, page=page)
    if partnership.looking:
        raise Http404
    return partnership


def sent(request: HttpRequest) -> Any:
    """Return what was sent, also when that is nothing; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def go_to(request: HttpRequest, name: str, partnership: Partnership, says: str, **more: Any) -> HttpResponse:
    """Go on to a page of the partnership, with a short message there."""
    messages.success(request, says)
    answer: HttpResponse = redirect(name, partnership_id=partnership.pk, **more)
    return answer
