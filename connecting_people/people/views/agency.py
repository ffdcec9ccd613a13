"""An agency's own settings, and what it says to do in a crisis."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from connecting_people.core import documents
from connecting_people.core.open_pages import unchanged
from connecting_people.guide import posters
from connecting_people.people import actions, presenters, queries
from connecting_people.people.forms import AgencyForm, ContactForms, CrisisForm
from connecting_people.people.models import Agency
from connecting_people.people.roles import May
from connecting_people.people.standing import Here
from connecting_people.people.words import UK_LINES_CHECKED


@require_http_methods(["GET", "POST"])
def settings(request: Here, agency_id: UUID) -> HttpResponse:
    """Keep an agency's name, what it helps with, its words and where its safeguarding is."""
    agency = queries.agency_for(request.standing, agency_id, May.KEEP_AGENCY)
    form = AgencyForm.of(agency, request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.change_agency(by=request.user, at=timezone.now(), agency=agency, **form.cleaned_data)
        messages.success(request, _("Kept. Everyone in the agency sees it from now on."))
        return redirect("people:agency_settings", agency_id=agency.pk)
    context = _around(request, agency) | {"form": form}
    return render(request, "people/settings.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def crisis(request: Here, agency_id: UUID) -> HttpResponse:
    """Keep what the agency says to do in a crisis; where two change it at once, show both texts."""
    agency = queries.agency_for(request.standing, agency_id, May.KEEP_AGENCY)
    information, contacts = queries.crisis(agency.pk)
    sent = request.POST if request.method == "POST" else None
    form = CrisisForm.of(information, sent, today=timezone.localdate())
    rows = [{"name": c.name, "phone": c.phone, "when": c.when} for c in contacts]
    formset = ContactForms(sent, initial=rows, prefix="contact")
    theirs = None
    if form.is_valid() and formset.is_valid():
        try:
            _keep(request, agency, form, formset)
        except actions.StaleCrisisInformation as why:
            form.add_error(None, str(why))
            theirs = presenters.help_of(agency, information, contacts)
            # What was typed stays, and counts against what stands now: sent again, it is kept knowingly.
            form.stands_against(information)
        else:
            messages.success(request, _("Kept. It stands on the page “Help now” from now on."))
            return redirect("people:crisis", agency_id=agency.pk)
    context = _around(request, agency) | {"form": form, "formset": formset, "theirs": theirs}
    return render(request, "people/crisis.html", context, status=422 if sent else 200)


@require_GET
@unchanged
def help_now(request: HttpRequest) -> HttpResponse:
    """Say whom to turn to at once: to anybody, and first of all the reader's own agencies."""
    held = getattr(request, "standing", None)
    found = [presenters.help_of(agency, *queries.crisis(agency.pk)) for agency in (held.agencies if held else [])]
    return render(request, "people/help_now.html", {"own": [one for one in found if one], "checked": UK_LINES_CHECKED})


@require_safe
def poster(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the posters with the agency's name on them, to choose one."""
    agency = queries.agency_for(request.standing, agency_id, May.HANG_POSTER)
    context = {"sheets": presenters.poster_sheets(agency), "left_out": documents.undrawable(agency.name)}
    return render(request, "people/poster.html", _around(request, agency) | context)


@require_safe
def poster_file(request: Here, agency_id: UUID, size: str, palette: str, form: str) -> HttpResponse:
    """Give a poster with the agency's name."""
    agency = queries.agency_for(request.standing, agency_id, May.HANG_POSTER)
    return posters.answer(size, palette, form, name=agency.name)


def _keep(request: Here, agency: Agency, form: CrisisForm, formset: Any) -> None:
    contacts = [row for row in formset.cleaned_data if row.get("name")]
    actions.keep_crisis_information(
        by=request.user, at=timezone.now(), agency=agency, contacts=contacts, **form.cleaned_data
    )


def _around(request: Here, agency: Agency) -> dict[str, Any]:
    ways = [(label, href, href == request.path) for label, href in presenters.agency_ways(request.standing, agency)]
    return {"agency": agency, "ways": ways}
