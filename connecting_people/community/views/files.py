"""Files of the directory to take away, and directories that come in from files."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.community import copies, pages, uploads
from connecting_people.community.actions import taking_in as actions
from connecting_people.community.actions.undoing import undo
from connecting_people.community.forms.files import BringInForm, MappingForm, TakeInForm
from connecting_people.community.presenters.taking_in import looked_at, plan_page, sample_of
from connecting_people.community.queries.assets import assets, directory_to_keep
from connecting_people.community.queries.taking_in import directory_to_bring_into, import_in, imports_of, plan_of
from connecting_people.community.refusals import NotTakenIn
from connecting_people.community.rules import ImportState
from connecting_people.people.drafts import form_for
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])
COPIES = {
    "directory.csv": copies.table,
    "directory-for-excel.csv": lambda found: copies.table(found, for_excel=True),
    "directory.xlsx": copies.workbook,
    "services.json": copies.documents,
}


@require_safe
def files(request: Here, agency_id: UUID) -> HttpResponse:
    """Show what can be taken away, and what was brought in."""
    directory = directory_to_keep(request.standing, agency_id)
    brought = [looked_at(one) for one in imports_of(directory)[:50]] if directory.brings_in else []
    return pages.page(request, "community/files.html", directory, brought=brought)


@require_safe
def copy(request: Here, agency_id: UUID, form: str) -> HttpResponse:
    """Send the whole directory as a file that is never run as a page, whatever is in it."""
    directory = directory_to_keep(request.standing, agency_id)
    if form not in COPIES:
        raise Http404
    made = COPIES[form](assets(directory.agency.pk).iterator(chunk_size=500))
    response = HttpResponse(made.content, content_type=made.media)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(made.name)}"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@form_page
def bring_in(request: Here, agency_id: UUID) -> HttpResponse:
    """Read files, to look at what would happen first."""
    directory = directory_to_bring_into(request.standing, agency_id)
    form = BringInForm(request.POST, request.FILES) if request.method == "POST" else form_for(request, BringInForm)
    why: NotTakenIn | None = None
    if form.is_bound and form.is_valid():
        given = form.cleaned_data["chosen"]
        name = ", ".join(file.name for file in given)
        try:
            found = uploads.read((file.name, file.read()) for file in given)
        except NotTakenIn as reason:
            why = reason
            form.add_error("chosen", _("Nothing came in. Below is what stands in the way."))
        else:
            brought = actions.bring(
                by=request.user,
                at=timezone.now(),
                agency=directory.agency,
                source=form.cleaned_data["source"],
                name=name,
                found=found,
            )
            to = "mapping" if isinstance(found, uploads.PlainTable) else "import_plan"
            return redirect(f"community:{to}", agency_id=agency_id, import_id=brought.pk)
    return pages.page(request, "community/bring_in.html", directory, form=form, why=why)


@form_page
def mapping(request: Here, agency_id: UUID, import_id: UUID) -> HttpResponse:
    """Say which column of a table is which."""
    directory = directory_to_bring_into(request.standing, agency_id)
    brought = import_in(directory, import_id)
    if brought.plan.get("kind") != "table":
        raise Http404
    form = form_for(request, MappingForm, header=brought.plan["header"], mapping=brought.plan["mapping"])
    if form.is_bound and form.is_valid():
        try:
            actions.name_columns(by=request.user, at=timezone.now(), brought=brought, mapping=form.mapping)
            return redirect("community:import_plan", agency_id=agency_id, import_id=import_id)
        except actions.NotLikeThat as why:
            form.add_error("name", str(why))
    return pages.page(request, "community/mapping.html", directory, form=form, sample=sample_of(brought))


@form_page
def import_plan(request: Here, agency_id: UUID, import_id: UUID) -> HttpResponse:
    """Show what would happen, and take it in; afterwards what happened."""
    directory = directory_to_bring_into(request.standing, agency_id)
    brought = import_in(directory, import_id)
    if brought.state != ImportState.LOOKED_AT:
        return pages.page(request, "community/imported.html", directory, brought=looked_at(brought))
    given: dict[str, Any] = {"by": request.user, "at": timezone.now(), "brought": brought}
    form = TakeInForm(request.POST) if request.method == "POST" else TakeInForm()
    if form.is_bound and "leave_out" in request.POST:
        actions.leave_out(**given)
        messages.success(request, _("Nothing came in, and nothing of it is kept."))
        return redirect("community:files", agency_id=agency_id)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            actions.take_in(**given, mark=said["mark"], close_gone=said["close_gone"])
            messages.success(request, _("It is in the directory."))
            return redirect("community:import_plan", agency_id=agency_id, import_id=import_id)
        except actions.NotLikeThat as why:
            form.add_error(None, str(why))
    shown = plan_page(brought, plan_of(brought))
    return pages.page(request, "community/import_plan.html", directory, form=form, shown=shown, brought=brought)


@form_page
def import_undo(request: Here, agency_id: UUID, import_id: UUID) -> HttpResponse:
    """Undo what was taken in, once somebody has said that they mean it."""
    directory = directory_to_bring_into(request.standing, agency_id)
    brought = import_in(directory, import_id)
    why = ""
    if request.method == "POST":
        try:
            undo(by=request.user, at=timezone.now(), brought=brought)
            messages.success(request, _("It is undone: the directory says again what it said before."))
            return redirect("community:import_plan", agency_id=agency_id, import_id=import_id)
        except actions.NotLikeThat as reason:
            why = str(reason)
    shown = looked_at(brought)
    status = pages.NOT_YET if why else 200
    return pages.page(request, "community/import_undo.html", directory, brought=shown, why=why, status=status)
