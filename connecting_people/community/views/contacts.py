"""Whom the team knows: the list, one contact, being in touch, taking on, ending, and the picture."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.community import pages
from connecting_people.community.actions import contacts as actions
from connecting_people.community.forms.contacts import AddContactForm, ChangeContactForm, TouchForm
from connecting_people.community.presenters.contacts import contact_row, contacts_page, who_knows
from connecting_people.community.queries import contacts as queries
from connecting_people.community.queries.assets import asset_in, directory_to_keep, organisation_in
from connecting_people.core.london import day_of
from connecting_people.people.drafts import form_for, kept_for, put_back
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])
_LATELY = timedelta(days=365)


@require_safe
def contacts(request: Here, agency_id: UUID) -> HttpResponse:
    """Show whom the team knows, by who keeps it or by place."""
    directory = directory_to_keep(request.standing, agency_id)
    by_place = request.GET.get("by") == "place"
    today = day_of(timezone.now())
    shown = contacts_page(queries.contacts(agency_id), request.user, today, by_place=by_place)
    return pages.page(request, "community/contacts.html", directory, shown=shown, by_place=by_place)


@form_page
def contact_add(
    request: Here, agency_id: UUID, asset_id: UUID | None = None, organisation_id: UUID | None = None
) -> HttpResponse:
    """Write down whom the team knows at an asset or an organisation."""
    directory = directory_to_keep(request.standing, agency_id)
    asset = asset_in(directory, asset_id) if asset_id else None
    organisation = asset.organisation if asset else None
    if organisation_id:
        organisation = organisation_in(directory, organisation_id)
    teams = list(queries.teams_of(request.standing, agency_id))
    form = form_for(request, AddContactForm, asset=asset, organisation=organisation, teams=teams)
    if teams and form.is_valid():
        contact = actions.add_contact(by=request.user, at=timezone.now(), **form.said())
        messages.success(request, _("Kept. Everybody who keeps the directory can find %(name)s now.") % vars(contact))
        return redirect("community:contact", agency_id=agency_id, contact_id=contact.pk)
    context: dict[str, Any] = {"form": form, "asset": asset, "organisation": organisation, "teams": teams}
    return pages.page(request, "community/contact_add.html", directory, **context)


@form_page
def contact(request: Here, agency_id: UUID, contact_id: UUID) -> HttpResponse:
    """Show one contact and change it; when somebody was quicker, show both texts and lose nothing."""
    directory = directory_to_keep(request.standing, agency_id)
    found = queries.contact_in(directory, contact_id)
    typed = kept_for(request)
    form = put_back(ChangeContactForm.of(found, request.POST if request.method == "POST" else None), typed)
    theirs: Any = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_contact(by=request.user, at=timezone.now(), contact=found, **form.said())
        except actions.StaleContact as stale:
            form.add_error(None, str(stale))
            form.stands_against(stale.now)
            theirs = stale.now
        else:
            messages.success(request, _("Kept."))
            return redirect("community:contact", agency_id=agency_id, contact_id=contact_id)
    context: dict[str, Any] = {
        "found": found,
        "row": contact_row(found, day_of(timezone.now())),
        "own": found.is_kept and found.kept_by_id == request.user.pk,
        "touches": queries.touches_of(found)[:50],
        "touch": TouchForm(),
        "form": form,
        "theirs": theirs,
        "open": bool(form.errors or typed),
    }
    return pages.page(request, "community/contact.html", directory, **context)


@form_page
def contact_touch(request: Here, agency_id: UUID, contact_id: UUID) -> HttpResponse:
    """Keep that the reader was in touch today."""
    directory = directory_to_keep(request.standing, agency_id)
    found = queries.contact_in(directory, contact_id)
    form = form_for(request, TouchForm)
    if not form.is_valid():
        context: dict[str, Any] = {"found": found, "row": contact_row(found, day_of(timezone.now())), "form": form}
        return pages.page(request, "community/contact_touch.html", directory, **context)
    actions.touch(by=request.user, at=timezone.now(), contact=found, **form.cleaned_data)
    messages.success(request, _("Kept: you were in touch today."))
    return redirect("community:contact", agency_id=agency_id, contact_id=contact_id)


@require_POST
def contact_take_on(request: Here, agency_id: UUID, contact_id: UUID) -> HttpResponse:
    """Keep a contact from now on."""
    directory = directory_to_keep(request.standing, agency_id)
    found = queries.contact_in(directory, contact_id)
    actions.take_on(by=request.user, at=timezone.now(), contact=found)
    messages.success(request, _("You keep this contact now. A short hello is a good beginning."))
    return redirect("community:contact", agency_id=agency_id, contact_id=contact_id)


@form_page
def contact_end(request: Here, agency_id: UUID, contact_id: UUID) -> HttpResponse:
    """Ask whether the team no longer knows somebody there, then keep that."""
    directory = directory_to_keep(request.standing, agency_id)
    found = queries.contact_in(directory, contact_id)
    if request.method == "POST":
        actions.end_contact(by=request.user, at=timezone.now(), contact=found)
        messages.success(request, _("Taken off the list."))
        return redirect("community:contacts", agency_id=agency_id)
    row = contact_row(found, day_of(timezone.now()))
    return pages.page(request, "community/contact_end.html", directory, found=found, row=row)


@require_safe
def picture(request: Here, agency_id: UUID) -> HttpResponse:
    """Draw who knows somebody where, and what hangs on one person."""
    directory = directory_to_keep(request.standing, agency_id)
    rows = list(queries.contacts(agency_id))
    touches = queries.in_touch_since(agency_id, day_of(timezone.now()) - _LATELY)
    here = set(queries.keepers(agency_id).values_list("pk", flat=True))
    shown = who_knows(rows, touches, here) if rows else None
    return pages.page(request, "community/who_knows.html", directory, shown=shown)
