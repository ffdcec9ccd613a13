"""What would move a light: saying it, the team's list, and one idea."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from connecting_people.community import pages
from connecting_people.community.actions import improvements as actions
from connecting_people.community.forms.experience import ImproveForm, ImprovementForm
from connecting_people.community.permissions import can_rate
from connecting_people.community.presenters.ratings import ideas_page, one_idea
from connecting_people.community.queries.assets import asset_in, directory_for, directory_to_keep
from connecting_people.community.queries.experience import improvement_in
from connecting_people.community.queries.experience import improvements as all_improvements
from connecting_people.people.drafts import form_for
from connecting_people.people.standing import Here


@require_http_methods(["GET", "HEAD", "POST"])
def improve(request: Here, agency_id: UUID, asset_id: UUID) -> HttpResponse:
    """Say what would make an asset better."""
    directory = directory_for(request.standing, agency_id)
    asset = asset_in(directory, asset_id)
    if not can_rate(request.user, asset):
        raise Http404
    form = form_for(request, ImproveForm)
    if form.is_valid():
        actions.improve(by=request.user, at=timezone.now(), asset=asset, **form.said())
        messages.success(request, _("Thank you. The team sees your idea, and may take it on."))
        return redirect("community:asset", agency_id=agency_id, asset_id=asset_id)
    return pages.page(request, "community/improve.html", directory, asset=asset, form=form)


@require_safe
def improvements(request: Here, agency_id: UUID) -> HttpResponse:
    """Show the team the ideas that wait, those under way, and what came of the others."""
    directory = directory_to_keep(request.standing, agency_id)
    waits, under_way, others = ideas_page(all_improvements(agency_id))
    return pages.page(
        request, "community/improvements.html", directory, waits=waits, under_way=under_way, others=others
    )


@require_http_methods(["GET", "HEAD", "POST"])
def improvement(request: Here, agency_id: UUID, improvement_id: UUID) -> HttpResponse:
    """Take an idea on, or say what came of it; when somebody was quicker, show both texts and lose nothing."""
    directory = directory_to_keep(request.standing, agency_id)
    idea = improvement_in(directory, improvement_id)
    form = form_for(request, ImprovementForm, idea=idea)
    now = ""
    if form.is_valid():
        try:
            actions.move_improvement(by=request.user, at=timezone.now(), improvement=idea, **form.said())
        except actions.OutcomeMissing as why:
            form.add_error("outcome", str(why))
        except actions.StaleImprovement as stale:
            idea = improvement_in(directory, improvement_id)
            now = idea.outcome or _("(nothing)")
            form = ImprovementForm({**request.POST.dict(), "version": str(idea.version)}, idea=idea)
            form.add_error(None, str(stale))
        else:
            messages.success(request, _("Kept."))
            return redirect("community:improvements", agency_id=agency_id)
    shown = one_idea(idea)
    return pages.page(request, "community/improvement.html", directory, form=form, shown=shown, now=now)
