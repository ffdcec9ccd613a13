"""The looks back of a partnership; one of them; beginning one, putting it to the other, and agreeing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.partnership.pages import acting, done, go_on, page, to_read, to_write
from connecting_people.people.drafts import form_for
from connecting_people.review import queries
from connecting_people.review.actions import reviews as actions
from connecting_people.review.forms.looking import BeginForm
from connecting_people.review.forms.next import DifferentlyForm
from connecting_people.review.models import Review
from connecting_people.review.presenters.listing import rows_of
from connecting_people.review.presenters.putting import content_kept, put_of
from connecting_people.review.presenters.reviews import review_page
from connecting_people.review.record.content import sayings
from connecting_people.review.record.lines import Content
from connecting_people.review.record.people import enough_in
from connecting_people.review.rules import Heading
from connecting_people.review.views.reach import PAGE, answering, is_agreed, read_one, write_one

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def reviews(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show the looks back, and begin another."""
    partnership = to_read(request, partnership_id, timezone.now(), PAGE)
    rows = rows_of(partnership, queries.reviews(partnership), queries.last_put(partnership))
    return page(request, "review/reviews.html", partnership, rows=rows)


@form_page
def begin(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Begin to look back over a span of time."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, PAGE)
    today = day_of(at)
    form = form_for(request, BeginForm, partnership=partnership, today=today, spans=queries.spans(partnership, today))
    made: list[Review] = []
    act = acting(request, at, partnership)
    if request.method == "POST" and done(form, lambda: made.append(actions.open_review(**act, **form.said()))):
        return go_on(request, "", "review:review", partnership_id, review_id=made[0].pk)
    return page(request, "review/begin.html", partnership, form=form)


@require_safe
def review(request: HttpRequest, partnership_id: UUID, review_id: UUID) -> HttpResponse:
    """Show one look back: what each said, side by side, and as both agreed it once they did."""
    at = timezone.now()
    partnership, found = read_one(request, partnership_id, review_id, at)
    frozen = queries.frozen_of(found)
    if frozen and is_agreed(frozen):
        content = content_kept(frozen)
    else:
        # What the record shows stands on the page of each heading.
        said, today = sayings(partnership, queries.said_in(partnership, found)), day_of(at)
        enough = enough_in(partnership, found.since_date, today)
        content = Content(found.since_date, today, said, {Heading.ENOUGH: enough})
    shown = review_page(partnership, found, content, queries.nexts_of(found), put_of(partnership, frozen))
    return page(request, "review/review.html", partnership, review=found, shown=shown)


@require_POST
def put(request: HttpRequest, partnership_id: UUID, review_id: UUID) -> HttpResponse:
    """Put the look back to the other, as it stands."""
    at = timezone.now()
    partnership, found = write_one(request, partnership_id, review_id, at)
    try:
        actions.put_to_the_other(**acting(request, at, partnership), review=found)
    except Trouble as reason:
        messages.warning(request, str(reason))
        return redirect("review:review", partnership_id=partnership_id, review_id=review_id)
    return go_on(request, _("It waits for the other’s word now."), "review:review", partnership_id, review_id=review_id)


@require_POST
def agree(request: HttpRequest, partnership_id: UUID, review_id: UUID) -> HttpResponse:
    """Agree to the look back as the other put it."""
    at = timezone.now()
    partnership, found = write_one(request, partnership_id, review_id, at)
    frozen = queries.frozen_of(found)
    voice = answering(partnership, frozen.entry.voice.side if frozen else "")
    try:
        actions.agree(**acting(request, at, partnership), review=found, voice=voice)
    except Trouble as reason:
        messages.warning(request, str(reason))
        return redirect("review:review", partnership_id=partnership_id, review_id=review_id)
    says = _("Agreed, with today’s date and both names. It stays as it is.")
    return go_on(request, says, "review:review", partnership_id, review_id=review_id)


@form_page
def differ(request: HttpRequest, partnership_id: UUID, review_id: UUID) -> HttpResponse:
    """Say that one sees it differently, so that both go on."""
    at = timezone.now()
    partnership, found = write_one(request, partnership_id, review_id, at)
    frozen = queries.frozen_of(found)
    voice = answering(partnership, frozen.entry.voice.side if frozen else "")
    form = form_for(request, DifferentlyForm)
    act = acting(request, at, partnership) | {"review": found, "voice": voice}
    if request.method == "POST" and done(form, lambda: actions.see_differently(**act, **form.cleaned_data)):
        return go_on(request, _("Said. You can both go on."), "review:review", partnership_id, review_id=review_id)
    return page(request, "review/differently.html", partnership, form=form, review=found, about="")
