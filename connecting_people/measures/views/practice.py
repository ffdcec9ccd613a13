"""How we work, for a practitioner by themselves: no partnership, no score that anybody else sees."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.measures.actions import practice as actions
from connecting_people.measures.forms.practice import (
    DiscussForm,
    LookAgainForm,
    OwnPracticeForm,
    PracticeForm,
    WillTryForm,
)
from connecting_people.measures.instruments import PRACTICE, latest
from connecting_people.measures.models import AnswerSet
from connecting_people.measures.presenters.practice import practice_page, review_page, trying
from connecting_people.measures.presenters.workings import workings
from connecting_people.measures.queries import own as queries
from connecting_people.partnership.pages import done, status_of
from connecting_people.people.drafts import form_for
from connecting_people.people.models import Agency
from connecting_people.people.roles import May
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def own(request: Here) -> HttpResponse:
    """Show one's own practice over time, what one will try, and what colleagues show."""
    _agencies(request)
    user = request.user
    shown = practice_page(user, queries.own_reviews(user), queries.own_actions(user), queries.shown_to(user))
    return render(request, "measures/own.html", {"shown": shown, "instrument": latest()[PRACTICE]})


@form_page
def own_answer(request: Here) -> HttpResponse:
    """Look at one's own practice."""
    given = {"instrument": latest()[PRACTICE], "agencies": _agencies(request)}
    form = form_for(request, OwnPracticeForm, **given)
    made: list[AnswerSet] = []
    act: dict[str, Any] = {"by": request.user, "at": timezone.now()}

    def keep() -> None:
        made.append(actions.look_at_practice(**act, agency=form.agency, **form.said()))

    if request.method == "POST" and done(form, keep):
        messages.success(request, _("Kept, for you alone."))
        return redirect("measures:own_review", review_id=made[0].pk)
    return _form(request, "measures/own_answer.html", form, instrument=given["instrument"])


@require_safe
def own_review(request: Here, review_id: UUID) -> HttpResponse:
    """Show one self-review of one's own, with who else sees it."""
    told = queries.own_review_in(request.user, review_id)
    context = {
        "shown": review_page(told, queries.views_beside(told.row)),
        "instrument": told.instrument,
        "row": told.row,
        "workings": workings(told),
        "discussed": queries.discussed_with(told.row),
        "tries": [trying(one) for one in queries.own_actions(request.user).filter(answer_set=told.row)],
    }
    return render(request, "measures/own_review.html", context)


@form_page
def discuss(request: Here, review_id: UUID) -> HttpResponse:
    """Let one colleague see it."""
    row = queries.own_review_in(request.user, review_id).row
    form = form_for(request, DiscussForm, colleagues=queries.colleagues_to_ask(request.user, row))

    def show() -> None:
        colleague = queries.colleague_of(request.user, row, form.cleaned_data["colleague"])
        actions.discuss(by=request.user, at=timezone.now(), answer_set=row, colleague=colleague)

    if request.method == "POST" and done(form, show):
        return _go_on(request, _("Your colleague sees it until you take it back."), review_id)
    return _form(request, "measures/discuss.html", form, row=row)


@require_POST
def take_back(request: Here, review_id: UUID) -> HttpResponse:
    """Let nobody else see it any more."""
    row = queries.own_review_in(request.user, review_id).row
    try:
        actions.take_back(by=request.user, at=timezone.now(), answer_set=row)
    except Trouble as reason:
        messages.warning(request, str(reason))
        return redirect("measures:own_review", review_id=review_id)
    return _go_on(request, _("Taken back. Only you see it now."), review_id)


@form_page
def will_try(request: Here, review_id: UUID) -> HttpResponse:
    """Say what one will try."""
    at = timezone.now()
    row = queries.own_review_in(request.user, review_id).row
    form = form_for(request, WillTryForm, today=day_of(at))
    act: dict[str, Any] = {"by": request.user, "at": at, "answer_set": row}
    if request.method == "POST" and done(form, lambda: actions.will_try(**act, **form.said())):
        return _go_on(request, _("Kept. It stands on your day when it is time."), review_id)
    return _form(request, "measures/will_try.html", form, row=row)


@form_page
def look_again(request: Here, action_id: UUID) -> HttpResponse:
    """Say what came of something that one tried."""
    at = timezone.now()
    action = queries.own_action_in(request.user, action_id)
    form = form_for(request, LookAgainForm, today=day_of(at))
    act: dict[str, Any] = {"by": request.user, "at": at, "action": action}
    if request.method == "POST" and done(form, lambda: actions.look_again(**act, **form.said())):
        messages.success(request, _("Kept."))
        return redirect("measures:own")
    return _form(request, "measures/look_again.html", form, action=action)


@require_safe
def shown(request: Here, review_id: UUID) -> HttpResponse:
    """Show what a colleague lets one see."""
    told = queries.shown_review_in(request.user, review_id)
    views = queries.views_beside(told.row, by=request.user)
    context = {"shown": review_page(told, views), "instrument": told.instrument, "row": told.row}
    return render(request, "measures/shown.html", context)


@form_page
def see_beside(request: Here, review_id: UUID) -> HttpResponse:
    """Say how one sees a colleague's practice; it stands beside their own view."""
    told = queries.shown_review_in(request.user, review_id)
    form = form_for(request, PracticeForm, instrument=latest()[PRACTICE])
    act: dict[str, Any] = {"by": request.user, "at": timezone.now(), "answer_set": told.row}
    if request.method == "POST" and done(form, lambda: actions.see_beside(**act, **form.said())):
        messages.success(request, _("Kept. It stands beside what your colleague sees."))
        return redirect("measures:shown", review_id=review_id)
    return _form(request, "measures/see_beside.html", form, instrument=latest()[PRACTICE], row=told.row)


def _agencies(request: Here) -> list[Agency]:
    found = request.standing.where(May.START_PARTNERSHIPS)
    if not found:
        raise PermissionDenied
    return found


def _go_on(request: Here, says: str, review_id: UUID) -> HttpResponse:
    messages.success(request, says)
    return redirect("measures:own_review", review_id=review_id)


def _form(request: Here, template: str, form: Any, **context: Any) -> HttpResponse:
    return render(request, template, {"form": form, **context}, status=status_of(form))
