"""One heading of a look back: what the record shows, what both say of it, and room to say it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.connections.presenters.over_time import OverTime, over_time
from connecting_people.connections.queries.maps import history_of
from connecting_people.core.london import day_of
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import acting, done, go_on, page
from connecting_people.people.drafts import form_for
from connecting_people.review import queries
from connecting_people.review.actions import reviews as actions
from connecting_people.review.forms.looking import RewordForm, SayForm
from connecting_people.review.models import Review
from connecting_people.review.presenters.parts import by_side, items_of
from connecting_people.review.presenters.putting import content_kept
from connecting_people.review.presenters.reviews import heading_page
from connecting_people.review.record.content import LIVE, SHOWS, sayings, with_live
from connecting_people.review.record.lines import Content, Line
from connecting_people.review.record.outcomes import outcomes_in
from connecting_people.review.record.strengths import brought
from connecting_people.review.rules import IN_PARTS, Heading
from connecting_people.review.views.reach import is_agreed, read_one, read_or_write_one, write_one

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def look(request: HttpRequest, partnership_id: UUID, review_id: UUID, heading: str) -> HttpResponse:
    """Show one heading, with room to say how one sees it."""
    what = _heading(heading)
    if what in IN_PARTS:
        return _in_parts(request, partnership_id, review_id, what)
    return _one(request, partnership_id, review_id, what, "")


@form_page
def look_at(request: HttpRequest, partnership_id: UUID, review_id: UUID, heading: str, item: str) -> HttpResponse:
    """Show one part of a heading, with room to say how one sees it."""
    what = _heading(heading)
    if item not in actions.ITEMS.get(what, ()):
        raise Http404
    return _one(request, partnership_id, review_id, what, item)


@form_page
def reword(request: HttpRequest, partnership_id: UUID, review_id: UUID, said_id: UUID) -> HttpResponse:
    """Say one's own words differently; when somebody was quicker, show both."""
    at = timezone.now()
    partnership, review = write_one(request, partnership_id, review_id, at)
    said = queries.said_one(partnership, review, said_id)
    form = form_for(request, RewordForm, initial={"words": said.entry.words, "version": said.entry.version})
    act = acting(request, at, partnership) | {"review": review, "said": said}
    theirs = ""
    if request.method == "POST" and done(form, lambda: actions.say_differently(**act, **form.cleaned_data)):
        return go_on(request, _("Kept."), "review:review", partnership_id, review_id=review_id)
    newest = queries.said_one(partnership, review, said_id).entry
    if form.is_bound and str(newest.version) != str(form.data.get("version")):
        theirs = newest.words
        form = RewordForm({**request.POST.dict(), "version": str(newest.version)})
        form.add_error(None, str(actions.SaidElsewhere(newest)))
    return page(request, "review/reword.html", partnership, form=form, review=review, theirs=theirs)


def _one(request: HttpRequest, partnership_id: UUID, review_id: UUID, heading: Heading, item: str) -> HttpResponse:
    at = timezone.now()
    partnership, review = read_or_write_one(request, partnership_id, review_id, at)
    content, agreed = _content(partnership, review, heading, at)
    writes = not agreed and not partnership.looking
    given: dict[str, Any] = {"partnership": partnership, "today": day_of(at)}
    form = form_for(request, SayForm, **given) if writes else None
    act = acting(request, at, partnership) | {"review": review, "heading": heading, "item": item}
    if request.method == "POST" and form and done(form, lambda: actions.say(**act, **form.said())):
        return go_on(request, _("Kept."), "review:look", partnership_id, review_id=review_id, heading=heading.value)
    shown = heading_page(partnership, review, content, heading)
    found: dict[str, Any] = {}
    if item:
        items = items_of(partnership, review, content, heading, _beside(partnership, review, heading, content))
        found = {"item": next(one for one in items if one.id == item)}
    if heading == Heading.MAP:
        found = {"over_time": _map(partnership, content)}
    return page(request, "review/look.html", partnership, review=review, head=shown, form=form, **found)


@require_safe
def _in_parts(request: HttpRequest, partnership_id: UUID, review_id: UUID, heading: Heading) -> HttpResponse:
    at = timezone.now()
    partnership, review = read_one(request, partnership_id, review_id, at)
    content, agreed = _content(partnership, review, heading, at)
    items = items_of(partnership, review, content, heading, _beside(partnership, review, heading, content))
    head = heading_page(partnership, review, content, heading)
    writes = not agreed and not partnership.looking
    sides = by_side(partnership, heading, items)
    return page(request, "review/parts.html", partnership, review=review, head=head, sides=sides, writes=writes)


def _content(partnership: Partnership, review: Review, heading: Heading, at: Any) -> tuple[Content, bool]:
    """Return as much of a look back as one heading needs, and whether both agreed it."""
    frozen = queries.frozen_of(review)
    if frozen and is_agreed(frozen):
        kept = content_kept(frozen)
        return (with_live(partnership, kept, heading) if heading in LIVE else kept), True
    today = day_of(at)
    said = queries.said_in(partnership, review).filter(heading=heading)
    shows = SHOWS.get(heading) if heading not in IN_PARTS else None
    record = {heading: shows(partnership, review.since_date, today)} if shows else {}
    return Content(review.since_date, today, sayings(partnership, said), record), False


def _beside(
    partnership: Partnership, review: Review, heading: Heading, content: Content
) -> dict[str, tuple[Line, ...]]:
    if heading == Heading.OUTCOMES:
        return outcomes_in(partnership, review.since_date, content.until)
    return brought(partnership, content.until) if heading == Heading.BRINGS else {}


def _map(partnership: Partnership, content: Content) -> OverTime:
    return over_time(partnership, history_of(partnership), content.since, content.until)


def _heading(heading: str) -> Heading:
    try:
        return Heading(heading)
    except ValueError:
        raise Http404 from None
