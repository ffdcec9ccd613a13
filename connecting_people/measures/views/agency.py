"""An agency's instruments: what there is, what it brings in, how that looks and scores, and on what licence."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.core.london import day_of
from connecting_people.core.troubles import Trouble
from connecting_people.measures.actions import definitions as actions
from connecting_people.measures.forms.bringing import BringForm, LicenceForm
from connecting_people.measures.forms.questions import QuestionsForm
from connecting_people.measures.instruments import file_of, latest, slot
from connecting_people.measures.models import Definition
from connecting_people.measures.presenters.agency import instruments_page, tried
from connecting_people.measures.queries import supply
from connecting_people.measures.rules import Instrument, State
from connecting_people.partnership.pages import done, sent, status_of
from connecting_people.people import presenters as people
from connecting_people.people.models import Agency
from connecting_people.people.queries import agency_for
from connecting_people.people.roles import May
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def instruments(request: Here, agency_id: UUID) -> HttpResponse:
    """Show what comes with the program, the slots that wait for a licence, and what the agency brought in."""
    agency = _agency(request, agency_id)
    shown = instruments_page(agency, list(supply.definitions(agency_id)), day_of(timezone.now()))
    return _page(request, "measures/agency.html", agency, shown=shown)


@require_safe
def slot_file(request: Here, agency_id: UUID, instrument: str) -> HttpResponse:
    """Give the file of a slot, to be filled in."""
    _agency(request, agency_id)
    if slot(instrument) is None:
        raise Http404
    response = HttpResponse(file_of(instrument), content_type="application/toml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{instrument}.toml"'
    return response


@form_page
def bring(request: Here, agency_id: UUID) -> HttpResponse:
    """Read a definition, to look at it and try it first."""
    agency = _agency(request, agency_id)
    form = BringForm(request.POST, request.FILES) if request.method == "POST" else BringForm()
    made: list[Definition] = []
    act: dict[str, Any] = {"by": request.user, "at": timezone.now(), "agency": agency}

    def look_at() -> None:
        made.append(actions.look_at(**act, file=form.cleaned_data["chosen"].name, content=form.content()))

    if request.method == "POST" and done(form, look_at):
        messages.success(request, _("Read without a fault. Look at it, try it, and then confirm the licence."))
        return redirect("measures:definition", agency_id=agency_id, definition_id=made[0].pk)
    return _page(request, "measures/bring.html", agency, form=form)


@form_page
def shipped(request: Here, agency_id: UUID, instrument: str) -> HttpResponse:
    """Show an instrument that comes with the program, and what answers would give; nothing is kept."""
    agency = _agency(request, agency_id)
    if instrument not in latest():
        raise Http404
    return _preview(request, agency, latest()[instrument], None)


@form_page
def definition(request: Here, agency_id: UUID, definition_id: UUID) -> HttpResponse:
    """Show a definition of the agency's, and what answers would give; nothing is kept."""
    agency = _agency(request, agency_id)
    row = supply.definition_in(agency, definition_id)
    return _preview(request, agency, supply.defined(row), row)


@form_page
def confirm(request: Here, agency_id: UUID, definition_id: UUID) -> HttpResponse:
    """Confirm the licence, and with it begin to use a definition."""
    at = timezone.now()
    agency = _agency(request, agency_id)
    row = supply.definition_in(agency, definition_id)
    form = LicenceForm(sent(request), today=day_of(at))
    act: dict[str, Any] = {"by": request.user, "at": at, "definition": row}
    if request.method == "POST" and done(form, lambda: actions.confirm(**act, **form.said())):
        messages.success(request, _("In use. It stands with the questions to think with from now on."))
        return redirect("measures:instruments", agency_id=agency_id)
    return _page(request, "measures/confirm.html", agency, form=form, row=row, instrument=supply.defined(row))


@require_POST
def discard(request: Here, agency_id: UUID, definition_id: UUID) -> HttpResponse:
    """Throw away what was only looked at."""
    return _act(request, agency_id, definition_id, actions.discard, _("Thrown away. Nothing of it is kept."))


@require_POST
def end(request: Here, agency_id: UUID, definition_id: UUID) -> HttpResponse:
    """Take a definition out of use."""
    return _act(request, agency_id, definition_id, actions.end, _("Out of use. What was answered stays as it was."))


def _act(request: Here, agency_id: UUID, definition_id: UUID, act: Callable[..., None], says: str) -> HttpResponse:
    row = supply.definition_in(_agency(request, agency_id), definition_id)
    try:
        act(by=request.user, at=timezone.now(), definition=row)
        messages.success(request, says)
    except Trouble as reason:
        messages.warning(request, str(reason))
    return redirect("measures:instruments", agency_id=agency_id)


def _preview(request: Here, agency: Agency, instrument: Instrument, row: Definition | None) -> HttpResponse:
    form = QuestionsForm(sent(request), instrument=instrument)
    result = tried(instrument, form.answers()) if form.is_bound and form.is_valid() else None
    context = {"instrument": instrument, "row": row, "result": result, "states": State}
    return _page(request, "measures/definition.html", agency, form=form, **context)


def _agency(request: Here, agency_id: UUID) -> Agency:
    return agency_for(request.standing, agency_id, May.KEEP_AGENCY)


def _page(request: Here, template: str, agency: Agency, **context: Any) -> HttpResponse:
    ways = [(label, href, False) for label, href in people.agency_ways(request.standing, agency)]
    form = context.get("form")
    status = status_of(form) if form else 200
    return render(request, template, {"agency": agency, "ways": ways, **context}, status=status)
