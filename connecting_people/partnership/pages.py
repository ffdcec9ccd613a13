"""How every room draws a page of a partnership: in the frame that says whose it is."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from connecting_people.partnership.models import Partnership
from connecting_people.partnership.presenters import strip

NOT_YET = 422


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
