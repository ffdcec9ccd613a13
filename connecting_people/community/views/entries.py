"""Writing an entry: adding one, changing it, how it stood before, and the address that must not be known."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.community import pages
from connecting_people.community.actions import assets as actions
from connecting_people.community.actions import entries
from connecting_people.community.forms.entry import EntryForms
from connecting_people.community.models import Asset
from connecting_people.community.presenters.history import changed_meanwhile, history_of, stood
from connecting_people.community.queries.assets import (
    Directory,
    asset_in,
    directory_to_keep,
    organisation_in,
    organisations,
    version_in,
    versions_of,
)
from connecting_people.community.queries.places import has_kept_address
from connecting_people.community.writing import new_document
from connecting_people.people.drafts import kept_for
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def add(request: Here, agency_id: UUID) -> HttpResponse:
    """Write down something that is not in the directory yet."""
    directory = directory_to_keep(request.standing, agency_id)
    sent = request.POST if request.method == "POST" else None
    forms = EntryForms(new_document(), organisations(agency_id), organisation_id=_asked(request, directory), data=sent)
    forms.put_back(kept_for(request))
    if sent and forms.is_valid():
        kept = _write(request, directory, forms, timezone.now())
        messages.success(request, _("It is in the directory now."))
        return redirect("community:asset", agency_id=agency_id, asset_id=kept.pk)
    return _form(request, directory, forms)


@form_page
def edit(request: Here, agency_id: UUID, asset_id: UUID) -> HttpResponse:
    """Change an entry; when somebody was quicker, show both texts and lose nothing."""
    directory = directory_to_keep(request.standing, agency_id)
    asset = asset_in(directory, asset_id)
    sent = request.POST.copy() if request.method == "POST" else None
    forms = _forms(directory, asset, sent)
    forms.put_back(kept_for(request))
    meanwhile = None
    if sent and forms.is_valid():
        read = forms.main.cleaned_data["version"] or 0
        try:
            _write(request, directory, forms, timezone.now(), asset, read)
        except actions.StaleEntry as stale:
            meanwhile = changed_meanwhile(versions_of(asset).filter(number=read).first(), asset)
            # What was typed stays, and counts against what stands now: sent again, it is kept knowingly.
            sent["version"] = str(asset.version)
            forms = _forms(directory, asset, sent)
            forms.main.add_error(None, str(stale))
        else:
            messages.success(request, _("Kept. The page shows it from now on."))
            return redirect("community:asset", agency_id=agency_id, asset_id=asset_id)
    return _form(request, directory, forms, asset=asset, meanwhile=meanwhile)


@require_safe
def history(request: Here, agency_id: UUID, asset_id: UUID) -> HttpResponse:
    """Show how an entry stood over time, and who changed what."""
    directory = directory_to_keep(request.standing, agency_id)
    asset = asset_in(directory, asset_id)
    found = history_of(versions_of(asset)[: pages.VERSIONS_SHOWN + 1], pages.VERSIONS_SHOWN)
    return pages.page(request, "community/history.html", directory, asset=asset, versions=found)


@require_safe
def earlier(request: Here, agency_id: UUID, asset_id: UUID, number: int) -> HttpResponse:
    """Show how an entry stood in one version, and offer to go back to it."""
    directory = directory_to_keep(request.standing, agency_id)
    asset = asset_in(directory, asset_id)
    version = version_in(asset, number)
    return pages.page(request, "community/earlier.html", directory, asset=asset, version=version, rows=stood(version))


@require_POST
def go_back(request: Here, agency_id: UUID, asset_id: UUID, number: int) -> HttpResponse:
    """Let an entry read as it did before."""
    directory = directory_to_keep(request.standing, agency_id)
    asset = asset_in(directory, asset_id)
    version = version_in(asset, number)
    read = request.POST.get("version", "")
    try:
        entries.go_back(
            by=request.user,
            at=timezone.now(),
            asset=asset,
            to=version,
            version=int(read) if read.isascii() and read.isdigit() else asset.version,
        )
    except actions.StaleEntry:
        messages.warning(request, _("Somebody changed this in the meantime. Look at what is new before you go back."))
        return redirect("community:history", agency_id=agency_id, asset_id=asset_id)
    messages.success(request, _("The entry reads as it did then. What stood here until now is kept below it."))
    return redirect("community:asset", agency_id=agency_id, asset_id=asset_id)


@form_page
def kept_address(request: Here, agency_id: UUID, asset_id: UUID) -> HttpResponse:
    """Open an address that must not be known, after asking; the audit notes who did."""
    directory = directory_to_keep(request.standing, agency_id)
    asset = asset_in(directory, asset_id)
    if not has_kept_address(asset):
        raise Http404
    words = ""
    if request.method == "POST":
        words = actions.open_address(by=request.user, at=timezone.now(), asset=asset)
    return pages.page(request, "community/kept_address.html", directory, asset=asset, words=words)


def _asked(request: Here, directory: Directory) -> UUID | None:
    """Return the organisation that the address of the page asks for, if it is one of the directory."""
    try:
        return organisation_in(directory, UUID(request.GET.get("organisation", ""))).pk
    except (ValueError, Http404):
        return None


def _forms(directory: Directory, asset: Asset, sent: object) -> EntryForms:
    return EntryForms(
        asset.document,
        organisations(directory.agency.pk),
        organisation_id=asset.organisation_id,
        version=asset.version,
        kept=has_kept_address(asset),
        data=sent,
    )


def _write(
    request: Here,
    directory: Directory,
    forms: EntryForms,
    at: datetime,
    asset: Asset | None = None,
    version: int = 0,
) -> Asset:
    said = forms.main.cleaned_data
    chosen = said["organisation"]
    return entries.write_entry(
        by=request.user,
        at=at,
        agency=directory.agency,
        document=forms.written(),
        organisation=organisation_in(directory, UUID(chosen)) if chosen else None,
        new_organisation=said["new_organisation"],
        asset=asset,
        version=version,
        secret=forms.secret,
    )


def _form(
    request: Here, directory: Directory, forms: EntryForms, *, asset: Asset | None = None, meanwhile: object = None
) -> HttpResponse:
    again = any(form.is_bound and form.errors for form in forms.every)
    return pages.page(
        request,
        "community/edit.html",
        directory,
        status=pages.NOT_YET if again else 200,
        form=forms.main,
        forms=forms,
        asset=asset,
        meanwhile=meanwhile,
    )
