"""How every page of this room reaches the partnership, and what it does when an act cannot be done."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from connecting_people.core.london import day_of
from connecting_people.core.permissions import NotAllowed
from connecting_people.journey.actions import JourneyError
from connecting_people.journey.forms import SupportForm, WordsForm
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import page
from connecting_people.partnership.queries import partnership_for, partnership_to_write
from connecting_people.people.drafts import form_for
from connecting_people.people.models import User


def reader(request: HttpRequest) -> User:
    """Return who is signed in; the middleware lets nobody else come here."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def to_read_or_write(request: HttpRequest, partnership_id: UUID, at: datetime, name: str) -> Partnership:
    """Return the partnership to read, or for a form that was sent, to write in."""
    if request.method == "POST":
        return partnership_to_write(reader(request), partnership_id, at=at)
    return partnership_for(reader(request), partnership_id, at=at, page=name)


def to_write(request: HttpRequest, partnership_id: UUID, at: datetime, name: str) -> Partnership:
    """Return the partnership for a page that is a form alone: it is not there in an urgent look."""
    partnership = to_read_or_write(request, partnership_id, at, name)
    if partnership.looking:
        raise Http404
    return partnership


def day_asked(text: str) -> date | None:
    """Return the day that an address asks for, if it names one."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    # A day at either end of the calendar has no day before or after it.
    return found if 1900 <= found.year <= 2200 else None


def done(form: BaseForm, act: Callable[[], Any]) -> bool:
    """Do one act for a form that makes sense; say on the form why not when it cannot be done."""
    if not form.is_valid():
        return False
    try:
        act()
    except (JourneyError, NotAllowed) as reason:
        form.add_error(None, str(reason))
        return False
    return True


def go_on(request: HttpRequest, says: str, to: str, partnership_id: UUID, **ids: UUID) -> HttpResponse:
    """Say in a few words what is now so, and go to a page of this record."""
    messages.success(request, says)
    return redirect(reverse(f"journey:{to}", kwargs={"partnership_id": partnership_id, **ids}))


def read_and_say(
    request: HttpRequest,
    partnership_id: UUID,
    name: str,
    form_class: Callable[..., WordsForm | SupportForm],
    *,
    act: Callable[..., Any],
    thanks: str,
    told: Callable[[Partnership], dict[str, Any]],
    **words: str,
) -> HttpResponse:
    """Serve a page on which one reads what was said and can say more; in an urgent look one only reads."""
    at = timezone.now()
    partnership = to_read_or_write(request, partnership_id, at, name)
    context: dict[str, Any] = {}
    if not partnership.looking:
        form = form_for(request, form_class, partnership=partnership, today=day_of(at), **words)

        def say() -> None:
            act(by=reader(request), at=at, partnership=partnership, **form.said)

        if request.method == "POST" and done(form, say):
            return go_on(request, thanks, name, partnership_id)
        context["form"] = form
    return page(request, f"journey/{name}.html", partnership, **context, **told(partnership))
