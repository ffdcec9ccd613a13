"""Files of the map to take away, and maps that come in from files."""

from datetime import datetime, time
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.connections import copies as files
from connecting_people.connections.actions import bringing as actions
from connecting_people.connections.copies import Copy
from connecting_people.connections.forms.files import ONESELF, BringForm, TakeInForm
from connecting_people.connections.presenters.drawn import picture_of
from connecting_people.connections.queries.brought import plan_for
from connecting_people.connections.queries.connections import brought_in, sources_of
from connecting_people.connections.queries.maps import history_of
from connecting_people.connections.queries.now import now_of
from connecting_people.connections.refusals import NotTakenIn, Problem
from connecting_people.core.london import LONDON, day_asked, day_of
from connecting_people.partnership.models import Partnership
from connecting_people.partnership.pages import go_on, page, reader, to_write

form_page = require_http_methods(["GET", "HEAD", "POST"])
FORMS = ("map.svg", "tables.zip", "tables-for-excel.zip", "map.graphml", "changes.csv", "changes-for-excel.csv")


@require_safe
def copies(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show in which forms the map can be taken away."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "copies of the map")
    today = day_of(at)
    first = next(iter(history_of(partnership).days()), today)
    return page(request, "connections/copies.html", partnership, first=first, today=today)


@require_safe
def copy(request: HttpRequest, partnership_id: UUID, form: str) -> HttpResponse:
    """Send the map as a file."""
    if form not in FORMS:
        raise Http404
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "copies of the map")
    found = _copy(request, partnership, form, at)
    return sent(found.name, found.media, found.content)


def _copy(request: HttpRequest, partnership: Partnership, form: str, at: datetime) -> Copy:
    if form == "map.svg":
        picture = picture_of(partnership, now_of(partnership), request.GET, near=False)
        return files.drawing(picture, _("Map of connections"))
    today = day_of(at)
    history = history_of(partnership)
    excel = "excel" in form
    if form.startswith("changes"):
        first = next(iter(history.days()), today)
        then, now = (day_asked(request.GET.get(name, "")) for name in ("then", "now"))
        return files.changes(history, then or first, now or today, for_excel=excel)
    days = history.days() if request.GET.get("days") == "all" else [day_asked(request.GET.get("day", "")) or today]
    sources = sources_of(partnership)
    sessions = [files.session_of(history, partnership.pk, day, sources) for day in days or [today]]
    # The hour of the day is left out, so that the same map makes the same file.
    moment = datetime.combine(today, time(12), LONDON)
    if form == "map.graphml":
        return files.graph(sessions, moment)
    return files.tables(sessions, moment, for_excel=excel)


def sent(name: str, media: str, content: bytes, *, inline: bool = False) -> HttpResponse:
    """Send a file that is never run as a page, whatever is in it."""
    response = HttpResponse(content, content_type=media)
    how = "inline" if inline else "attachment"
    response["Content-Disposition"] = f"{how}; filename*=UTF-8''{quote(name)}"
    response["X-Content-Type-Options"] = "nosniff"
    # A browser that shows a picture by itself lays it out with a style of its own.
    styles = "style-src 'unsafe-inline'; " if inline else ""
    response["Content-Security-Policy"] = f"default-src 'none'; {styles}sandbox"
    return response


@form_page
def bring_in(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Take in a file with maps, to look at it first."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "bringing in a map")
    form = BringForm(request.POST, request.FILES) if request.method == "POST" else BringForm()
    problems: tuple[Problem, ...] = ()
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        content = file.read()
        try:
            plan_for(partnership, file.name, content, at)
            kept = actions.bring(by=reader(request), at=at, partnership=partnership, name=file.name, content=content)
            return go_on(request, "", "connections:brought", partnership_id, file_id=kept.pk)
        except NotTakenIn as why:
            problems = why.problems
            form.add_error("file", _("Nothing came in. The table on this page says what stands in the way."))
    return page(request, "connections/bring_in.html", partnership, form=form, problems=problems)


@form_page
def brought(request: HttpRequest, partnership_id: UUID, file_id: UUID) -> HttpResponse:
    """Show what would come in out of a file, and take it in, whole or not at all."""
    at = timezone.now()
    partnership = to_write(request, partnership_id, at, "bringing in a map")
    file = brought_in(partnership, file_id)
    given: dict[str, Any] = {"by": reader(request), "at": at, "partnership": partnership, "file": file}
    if "leave_out" in request.POST:
        actions.leave_out(**given)
        return go_on(request, _("Nothing came in, and the file is not kept."), "connections:bring_in", partnership_id)
    form = TakeInForm(request.POST) if request.method == "POST" else TakeInForm()
    problems: tuple[Problem, ...] = ()
    plan = None
    try:
        plan = plan_for(partnership, file.name, bytes(file.content), at)
        if form.is_bound and form.is_valid():
            taken = actions.take_in(**given, to_oneself=form.cleaned_data["who"] == ONESELF)
            return go_on(
                request,
                _("It is on the map: %(many)s new.") % {"many": len(taken.new)},
                "connections:map",
                partnership_id,
            )
    except NotTakenIn as why:
        problems = why.problems
    return page(request, "connections/brought.html", partnership, form=form, file=file, plan=plan, problems=problems)
