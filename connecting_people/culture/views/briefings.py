"""On one page: what a team says of itself to a colleague, or to a local organisation."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.core import documents
from connecting_people.core.addresses import address
from connecting_people.core.carrying import carry
from connecting_people.core.london import day_of
from connecting_people.culture.actions import briefings as actions
from connecting_people.culture.forms.briefings import BriefingForm
from connecting_people.culture.pages import page
from connecting_people.culture.presenters import briefings as presenters
from connecting_people.culture.queries import briefings as queries
from connecting_people.culture.queries.agency import Here as Agency
from connecting_people.culture.queries.agency import agency_of_staff
from connecting_people.culture.queries.ideas import team_of
from connecting_people.culture.rules import Reader, Size
from connecting_people.people.drafts import form_for
from connecting_people.people.models import Team
from connecting_people.people.queries import teams
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def briefings(request: Here, agency_id: UUID) -> HttpResponse:
    """Show which pages there are to give."""
    here = agency_of_staff(request.standing, agency_id)
    shown = presenters.choices(here.agency, list(teams(agency_id)), queries.briefings_of(agency_id))
    return page(request, "culture/briefings.html", here, whose=shown)


@require_safe
def briefing(request: Here, agency_id: UUID, reader: str) -> HttpResponse:
    """Show one page, as it would be given today."""
    here = agency_of_staff(request.standing, agency_id)
    asked, team = _reader(reader), team_of(agency_id, request.GET.get("team", ""))
    to = {"agency_id": agency_id, "reader": reader}
    papers = [
        (label, address("culture:briefing_file", **to, size=size.value) + presenters.of_team(team))
        for size, label in ((Size.NORMAL, _("As a PDF to print")), (Size.LARGE, _("In large print")))
    ]
    context: dict[str, Any] = {
        "shown": _page(here, team, asked),
        "write": address("culture:write_briefing", **to) + presenters.of_team(team),
        "papers": papers,
    }
    return page(request, "culture/briefing.html", here, **context)


@form_page
def write_briefing(request: Here, agency_id: UUID, reader: str) -> HttpResponse:
    """Put down the team's own words; where a colleague was quicker both stand on the page."""
    here = agency_of_staff(request.standing, agency_id)
    asked, team = _reader(reader), team_of(agency_id, request.GET.get("team", ""))
    written = queries.briefing_of(agency_id, team.pk if team else None, asked)
    form = form_for(request, partial(BriefingForm, reader=asked, written=written))
    away = address("culture:briefing", agency_id=agency_id, reader=reader) + presenters.of_team(team)
    theirs = ""
    if form.is_valid():
        act: dict[str, Any] = {
            "by": request.user,
            "at": timezone.now(),
            "agency": here.agency,
            "team": team,
            "reader": asked,
        }
        try:
            actions.write(**act, **form.said())
        except actions.StaleBriefing as stale:
            form.add_error(None, str(stale))
            carry(form, version=stale.now.version)
            theirs = stale.now.words
        else:
            messages.success(request, _("Kept. It stands on the page."))
            return redirect(away)
    whose = team.name if team else here.agency.name
    return page(request, "culture/write_briefing.html", here, form=form, away=away, whose=whose, theirs=theirs)


@require_safe
def briefing_file(request: Here, agency_id: UUID, reader: str, size: str) -> HttpResponse:
    """Give one page as a tagged PDF, as usual or in large print."""
    here = agency_of_staff(request.standing, agency_id)
    asked, team = _reader(reader), team_of(agency_id, request.GET.get("team", ""))
    if size not in list(Size):
        raise Http404
    return documents.answer(presenters.paper(_page(here, team, asked), Size(size)), "pdf", presenters.FILE)


def _reader(asked: str) -> Reader:
    if asked not in list(Reader):
        raise Http404
    return Reader(asked)


def _page(here: Agency, team: Team | None, reader: Reader) -> presenters.Page:
    today, team_id = day_of(timezone.now()), team.pk if team else None
    written = queries.briefing_of(here.agency.pk, team_id, reader)
    found = queries.figures(here.agency.pk, team_id, today)
    return presenters.briefing(here.agency, team, reader, written, found, today)
