"""A team lead's urgent look."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from connecting_people.partnership import actions
from connecting_people.partnership.forms import LookForm
from connecting_people.partnership.pages import status_of
from connecting_people.partnership.queries import partnership_to_look_into
from connecting_people.partnership.views.reach import reader, sent


@require_http_methods(["GET", "POST"])
def look(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Ask why, say who will see it, and open the partnership to read for an hour. No name shows before that."""
    at = timezone.now()
    partnership = partnership_to_look_into(reader(request), partnership_id, at=at)
    if partnership.looking:
        return redirect("home:partnership", partnership_id=partnership.pk)
    form = LookForm(sent(request))
    if form.is_valid():
        actions.look_urgently(by=reader(request), at=at, partnership=partnership, **form.cleaned_data)
        return redirect("home:partnership", partnership_id=partnership.pk)
    return render(request, "partnership/look.html", {"form": form}, status=status_of(form))
