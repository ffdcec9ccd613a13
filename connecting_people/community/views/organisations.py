"""Who runs things in the local area."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.community import pages
from connecting_people.community.actions import assets as actions
from connecting_people.community.forms.organisations import OrganisationForm
from connecting_people.community.presenters.organisations import now_says, organisation_page
from connecting_people.community.queries.assets import directory_for, directory_to_keep, organisation_in
from connecting_people.community.queries.organisations import assets_run_by, organisations_with_counts
from connecting_people.core.london import day_of
from connecting_people.people.drafts import form_for, kept_for, put_back
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])
A_PAGE = 50


@require_safe
def organisations(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the organisations that the agency knows."""
    directory = directory_for(request.standing, agency_id)
    found = Paginator(organisations_with_counts(agency_id), A_PAGE).get_page(request.GET.get("page"))
    return pages.page(request, "community/organisations.html", directory, found=found)


@require_safe
def organisation(request: Here, agency_id: UUID, organisation_id: UUID) -> HttpResponse:
    """Show one organisation and what it runs."""
    directory = directory_for(request.standing, agency_id)
    found = organisation_in(directory, organisation_id)
    shown = organisation_page(found, assets_run_by(found), day_of(timezone.now()))
    return pages.page(request, "community/organisation.html", directory, shown=shown)


@form_page
def add(request: Here, agency_id: UUID) -> HttpResponse:
    """Write down an organisation that is not in the directory yet."""
    directory = directory_to_keep(request.standing, agency_id)
    form = form_for(request, partial(OrganisationForm.of, {}, 0))
    if form.is_valid():
        kept = actions.keep_organisation(
            by=request.user, at=timezone.now(), agency=directory.agency, document=form.written({})
        )
        messages.success(request, _("It is in the directory now."))
        return redirect("community:organisation", agency_id=agency_id, organisation_id=kept.pk)
    return pages.page(request, "community/organisation_edit.html", directory, form=form)


@form_page
def edit(request: Here, agency_id: UUID, organisation_id: UUID) -> HttpResponse:
    """Change what is known of an organisation; when somebody was quicker, show both texts."""
    directory = directory_to_keep(request.standing, agency_id)
    found = organisation_in(directory, organisation_id)
    sent = request.POST.copy() if request.method == "POST" else None
    form = put_back(OrganisationForm.of(found.document, found.version, sent), kept_for(request))
    theirs = None
    if sent and form.is_valid():
        try:
            actions.keep_organisation(
                by=request.user,
                at=timezone.now(),
                agency=directory.agency,
                document=form.written(found.document),
                organisation=found,
                version=form.cleaned_data["version"] or 0,
            )
        except actions.StaleEntry as stale:
            theirs = now_says(found.document)
            sent["version"] = str(found.version)
            form = OrganisationForm.of(found.document, found.version, sent)
            form.add_error(None, str(stale))
        else:
            messages.success(request, _("Kept. The page shows it from now on."))
            return redirect("community:organisation", agency_id=agency_id, organisation_id=organisation_id)
    return pages.page(
        request, "community/organisation_edit.html", directory, form=form, organisation=found, theirs=theirs
    )
