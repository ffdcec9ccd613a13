"""How the pages of two people reach the partnership, and what they do when an act cannot be done."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from connecting_people.core.permissions import NotAllowed
from connecting_people.journey.actions import JourneyError
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.queries import partnership_for, partnership_to_write
from connecting_people.people.models import User
from connecting_people.taking_stock.actions.taking import NothingSaid


def reader(request: HttpRequest) -> User:
    """Return who is signed in; the middleware lets nobody else come here."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def to_read(request: HttpRequest, partnership_id: UUID, at: datetime, page: str) -> Partnership:
    """Return the partnership for a page that is looked at."""
    return partnership_for(reader(request), partnership_id, at=at, page=page)


def to_write(request: HttpRequest, partnership_id: UUID, at: datetime, page: str) -> Partnership:
    """Return the partnership for a page that is a form alone: it is not there in an urgent look."""
    if request.method == "POST":
        return partnership_to_write(reader(request), partnership_id, at=at)
    partnership = partnership_for(reader(request), partnership_id, at=at, page=page)
    if partnership.looking:
        raise Http404
    return partnership


def by(request: HttpRequest, at: datetime, partnership: Partnership) -> dict[str, Any]:
    """Return who acts, when and where, as every act takes it."""
    return {"by": reader(request), "at": at, "partnership": partnership}


def done(form: BaseForm, act: Callable[[], Any]) -> bool:
    """Do one act for a form that makes sense; say on the form why not when it cannot be done."""
    if not form.is_valid():
        return False
    try:
        act()
    except (NothingSaid, JourneyError, NotAllowed) as reason:
        form.add_error(None, str(reason))
        return False
    return True


def go_on(request: HttpRequest, says: str, to: str, partnership: Partnership, **ids: UUID) -> HttpResponse:
    """Say in a few words what is now so, and go to a page of this room."""
    messages.success(request, says)
    return redirect(reverse(f"taking_stock:{to}", kwargs={"partnership_id": partnership.pk, **ids}))
