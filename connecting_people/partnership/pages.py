"""How the pages of every room reach a partnership, act there, and are drawn in the frame that says whose it is."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from connecting_people.core.troubles import Trouble
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.presenters import strip
from connecting_people.partnership.queries import partnership_for, partnership_to_write
from connecting_people.people.models import User

NOT_YET = 422


def reader(request: HttpRequest) -> User:
    """Return who is signed in; the middleware lets nobody else come here."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def to_read(request: HttpRequest, partnership_id: UUID, at: datetime, page: str) -> Partnership:
    """Return the partnership for a page that is looked at."""
    return partnership_for(reader(request), partnership_id, at=at, page=page)


def to_read_or_write(request: HttpRequest, partnership_id: UUID, at: datetime, page: str) -> Partnership:
    """Return the partnership to read, or for a form that was sent, to write in."""
    if request.method == "POST":
        return partnership_to_write(reader(request), partnership_id, at=at)
    return to_read(request, partnership_id, at, page)


def to_write(request: HttpRequest, partnership_id: UUID, at: datetime, page: str) -> Partnership:
    """Return the partnership for a page that is a form alone: it is not there in an urgent look."""
    partnership = to_read_or_write(request, partnership_id, at, page)
    if partnership.looking:
        raise Http404
    return partnership


def acting(request: HttpRequest, at: datetime, partnership: Partnership) -> dict[str, Any]:
    """Return who acts, when and where, as every act takes it."""
    return {"by": reader(request), "at": at, "partnership": partnership}


def sent(request: HttpRequest) -> Any:
    """Return what was sent, also when that is nothing; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None


def done(form: BaseForm, act: Callable[[], Any]) -> bool:
    """Do one act for a form that makes sense; say on the form why not when it cannot be done."""
    if not form.is_valid():
        return False
    try:
        act()
    except Trouble as reason:
        form.add_error(None, str(reason))
        return False
    return True


def go_on(request: HttpRequest, says: str, to: str, partnership_id: UUID, **ids: Any) -> HttpResponse:
    """Go to the page named `to` of the partnership, saying there in a few words what is now so, if anything."""
    if says:
        messages.success(request, says)
    answer: HttpResponse = redirect(to, partnership_id=partnership_id, **ids)
    return answer


def page(
    request: HttpRequest, template: str, partnership: Partnership, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Draw a page that extends partnership/page.html; a `form` that was sent and needs another look answers 422."""
    form = context.get("form")
    if isinstance(form, BaseForm) and status == 200:
        status = status_of(form)
    name = request.resolver_match.view_name if request.resolver_match else ""
    frame = {"partnership": partnership, "strip": strip(partnership, name)}
    return render(request, template, {**frame, **context}, status=status)


def status_of(form: BaseForm) -> int:
    """Return the status with which a page with this form is answered: 422 where something needs another look."""
    return NOT_YET if form.is_bound and form.errors else 200
