""" "Our journey": the page, what goes in, and the paper."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.connections.picture import TextSize
from connecting_people.connections.presenters.over_time import over_time
from connecting_people.connections.queries.maps import history_of
from connecting_people.core import documents
from connecting_people.core.london import day_of
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import acting, done, go_on, page
from connecting_people.people.drafts import form_for
from connecting_people.review import queries
from connecting_people.review.actions import report as actions
from connecting_people.review.forms.own import ChooseForm
from connecting_people.review.models import Review
from connecting_people.review.presenters.paper import FILE, paper
from connecting_people.review.presenters.putting import content_kept
from connecting_people.review.presenters.report import Report, Yes, places_of, yes_of
from connecting_people.review.presenters.report import report as report_of
from connecting_people.review.record.content import content_for_all, sayings, with_live
from connecting_people.review.record.lines import Content
from connecting_people.review.record.outcomes import outcomes_in
from connecting_people.review.rules import Heading, Part, Size
from connecting_people.review.views.reach import is_agreed, read_one, write_one
from connecting_people.review.words import SIZES

PAGE = "our journey"


@require_safe
def report(request: HttpRequest, partnership_id: UUID, review_id: UUID) -> HttpResponse:
    """Show the report as a page."""
    at = timezone.now()
    partnership, review = read_one(request, partnership_id, review_id, at, PAGE)
    shown = _report(partnership, review, at)
    return page(request, "review/report.html", partnership, review=review, shown=shown, sizes=SIZES)


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, partnership_id: UUID, review_id: UUID) -> HttpResponse:
    """Choose what goes in, and say yes to one's own words in it."""
    at = timezone.now()
    partnership, review = write_one(request, partnership_id, review_id, at, PAGE)
    said = list(queries.said_in(partnership, review))
    given = {
        "partnership": partnership,
        "today": day_of(at),
        "chosen": queries.put_in_by(partnership, review),
        "own": sayings(partnership, said),
    }
    form = form_for(request, ChooseForm, **given)
    act = acting(request, at, partnership) | {"review": review}
    entries = {str(one.entry_id): one.entry for one in said}

    def put_in() -> None:
        private = [entries[key] for key in form.cleaned_data.get("private") or ()]
        actions.put_in(**act, private=private, **form.said())

    if request.method == "POST" and done(form, put_in):
        return go_on(
            request, _("Kept. You can change it at any time."), "review:report", partnership_id, review_id=review_id
        )
    return page(request, "review/choose.html", partnership, form=form, review=review)


@require_safe
def paper_file(request: HttpRequest, partnership_id: UUID, review_id: UUID, size: str) -> HttpResponse:
    """Give the report as a tagged PDF, under a name that says nothing."""
    if size not in {one.value for one in Size}:
        raise Http404
    at = timezone.now()
    partnership, review = read_one(request, partnership_id, review_id, at, PAGE)
    text = TextSize.USUAL if size == Size.NORMAL else TextSize.LARGER
    return documents.answer(paper(_report(partnership, review, at, text), Size(size)), "pdf", FILE)


def _report(partnership: Partnership, review: Review, at: datetime, text: TextSize = TextSize.USUAL) -> Report:
    yes = yes_of(partnership, queries.put_in_by(partnership, review))
    content = _content(partnership, review, yes, at)
    shared = queries.as_all_see(partnership)
    days = content.since, content.until
    outcomes = outcomes_in(shared, *days) if yes.chosen(Part.OUTCOMES) else {}
    if not yes.chosen(Part.MAP):
        return report_of(partnership, content, yes, outcomes, None)
    history = history_of(shared)
    shown = over_time(shared, history, *days, text)
    places = places_of(shown.change, *(history.ruling_on(day) for day in days))
    return report_of(partnership, content, yes, outcomes, shown, places)


def _content(partnership: Partnership, review: Review, yes: Yes, at: datetime) -> Content:
    """Return what both see, as they agreed it or as it stands, and the reader's own private words that are put in."""
    frozen = queries.frozen_of(review)
    found = content_kept(frozen) if frozen and is_agreed(frozen) else content_for_all(partnership, review, day_of(at))
    if yes.chosen(Part.MET):
        found = with_live(queries.as_all_see(partnership), found, Heading.MET)
    if not yes.own:
        return found
    said = sayings(partnership, queries.said_in(partnership, review))
    private = [one for one in said if one.kept and one.entry in yes.own]
    return Content(found.since, found.until, (*found.said, *private), found.record, found.next)
