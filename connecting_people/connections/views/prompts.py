"""The questions of step 2: all of them, or one at a time with room for what somebody says."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connecting_people.connections.actions import saying as actions
from connecting_people.connections.forms.saying import AnswerForm
from connecting_people.connections.presenters.saying import all_questions, one_question
from connecting_people.connections.prompts import OWN_QUESTION, WALK, place_of
from connecting_people.connections.queries.strengths import answers
from connecting_people.core.london import day_of
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import done, go_on, page, reader, to_read, to_write
from connecting_people.people.drafts import form_for


@require_http_methods(["GET", "HEAD", "POST"])
def prompts(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show all questions, or one of them, and take down what somebody says to it."""
    at = timezone.now()
    reach = to_write if request.method == "POST" else to_read
    partnership = reach(request, partnership_id, at, "questions about connections")
    number = _number(request.GET.get("at", "")) or _where_one_was(request, partnership, at)
    said = list(answers(partnership))
    if number is None:
        return page(request, "connections/prompts.html", partnership, topics=all_questions(partnership, said))
    form = None if partnership.looking else _form(request, partnership, number, at)
    if form and request.method == "POST":
        given: dict[str, Any] = {"by": reader(request), "at": at, "partnership": partnership}
        if done(form, lambda: actions.answer(**given, question=WALK[number - 1], **form.said())):
            return _next(request, partnership_id, number)
    shown = one_question(partnership, number, said)
    return page(request, "connections/prompt.html", partnership, form=form, shown=shown)


def _number(text: str) -> int | None:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    return number if 1 <= number <= len(WALK) else None


def _form(request: HttpRequest, partnership: Partnership, number: int, at: datetime) -> AnswerForm:
    """Return the form of one question; words that were kept for another question wait there."""
    id = WALK[number - 1].id
    given: dict[str, Any] = {"partnership": partnership, "today": day_of(at), "own_question": id == OWN_QUESTION}
    form = form_for(request, AnswerForm, **given)
    if not form.is_bound and form.initial.get("prompt") != id:
        form = AnswerForm(**given, initial={"prompt": id})
    return form


def _where_one_was(request: HttpRequest, partnership: Partnership, at: datetime) -> int | None:
    """Return the question at which somebody was writing when their session ended, unless they ask for all."""
    if partnership.looking or request.GET or request.method == "POST":
        return None
    form = form_for(request, AnswerForm, partnership=partnership, today=day_of(at), own_question=True)
    return place_of(str(form.initial.get("prompt", "")))


def _next(request: HttpRequest, partnership_id: UUID, number: int) -> HttpResponse:
    if number == len(WALK):
        says = _("Kept. These were all the questions. Any of them can be asked again.")
        return go_on(request, says, "connections:map", partnership_id)
    messages.success(request, _("Kept."))
    here = reverse("connections:prompts", kwargs={"partnership_id": partnership_id})
    return redirect(f"{here}?at={number + 1}")
