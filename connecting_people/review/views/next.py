"""What comes next: saying it, agreeing to it, seeing it differently, and doing it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.partnership.pages import acting, done, go_on, page
from connecting_people.partnership.rules import State
from connecting_people.people.drafts import form_for
from connecting_people.review import queries
from connecting_people.review.actions import next as actions
from connecting_people.review.forms.next import AgreeForm, DifferentlyForm, NextForm
from connecting_people.review.record.content import next_lines
from connecting_people.review.rules import Choice, can_be_done
from connecting_people.review.views.reach import answering, write_one

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def propose(request: HttpRequest, partnership_id: UUID, review_id: UUID) -> HttpResponse:
    """Say what one thinks should come next."""
    at = timezone.now()
    partnership, review = write_one(request, partnership_id, review_id, at)
    form = form_for(request, NextForm, partnership=partnership, today=day_of(at))
    act = acting(request, at, partnership) | {"review": review}
    if request.method == "POST" and done(form, lambda: actions.propose(**act, **form.said())):
        says = _("Said. The other can agree, or see it differently.")
        return go_on(request, says, "review:review", partnership_id, review_id=review_id)
    return page(request, "review/next.html", partnership, form=form, review=review)


@form_page
def agree(request: HttpRequest, partnership_id: UUID, review_id: UUID, next_id: UUID) -> HttpResponse:
    """Agree to what comes next, and with another tick do it at once."""
    at = timezone.now()
    partnership, review = write_one(request, partnership_id, review_id, at)
    found = queries.next_in(review, next_id)
    choice = Choice(found.choice)
    form = form_for(request, AgreeForm, choice=choice, can_do=can_be_done(choice, State(partnership.state)))
    voice = answering(partnership, found.entry.voice.side)
    act = acting(request, at, partnership) | {"next_one": found, "voice": voice}

    def agreed() -> None:
        actions.agree(**act, do_it=bool(form.cleaned_data.get("do_it")))

    if request.method == "POST" and done(form, agreed):
        return go_on(request, _("Agreed."), "review:review", partnership_id, review_id=review_id)
    lines = next_lines(partnership, found)
    return page(request, "review/next_agree.html", partnership, form=form, review=review, lines=lines)


@form_page
def differ(request: HttpRequest, partnership_id: UUID, review_id: UUID, next_id: UUID) -> HttpResponse:
    """Say that one sees what comes next differently."""
    at = timezone.now()
    partnership, review = write_one(request, partnership_id, review_id, at)
    found = queries.next_in(review, next_id)
    form = form_for(request, DifferentlyForm)
    voice = answering(partnership, found.entry.voice.side)
    act = acting(request, at, partnership) | {"next_one": found, "voice": voice}
    if request.method == "POST" and done(form, lambda: actions.see_differently(**act, **form.cleaned_data)):
        return go_on(request, _("Said. Both stand."), "review:review", partnership_id, review_id=review_id)
    about = next_lines(partnership, found)[0].text
    return page(request, "review/differently.html", partnership, form=form, review=review, about=about)


@require_POST
def do_now(request: HttpRequest, partnership_id: UUID, review_id: UUID, next_id: UUID) -> HttpResponse:
    """Do what both agreed to before."""
    at = timezone.now()
    partnership, review = write_one(request, partnership_id, review_id, at)
    try:
        actions.do_now(**acting(request, at, partnership), next_one=queries.next_in(review, next_id))
    except Trouble as reason:
        messages.warning(request, str(reason))
        return redirect("review:review", partnership_id=partnership_id, review_id=review_id)
    return go_on(request, _("Done."), "home:partnership", partnership_id)
