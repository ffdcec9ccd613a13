"""The pages on which people find themselves: each one's first page, a partnership's page, a step, the agency."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from connecting_people.community.actions.contacts import NobodyToKeepIt, hand_over_contacts
from connecting_people.community.queries.contacts import keepers
from connecting_people.core.london import day_of
from connecting_people.core.open_pages import unchanged
from connecting_people.guide.presenters import path_of_steps, picture
from connecting_people.guide.steps import UnknownStep
from connecting_people.guide.steps import step as guide_step
from connecting_people.home.forms import HandContactsForm
from connecting_people.home.presenters import agency as agency_presenter
from connecting_people.home.presenters import audit as audit_presenter
from connecting_people.home.presenters import first as first_presenter
from connecting_people.home.presenters import handing_over as handing_over_presenter
from connecting_people.home.presenters import step as step_presenter
from connecting_people.home.presenters import together
from connecting_people.home.queries import leaver_in, staffed
from connecting_people.partnership.actions import note_look_seen
from connecting_people.partnership.pages import page
from connecting_people.partnership.queries import look_to_note, partnership_for
from connecting_people.people.queries import is_empty
from connecting_people.people.roles import May
from connecting_people.review.queries import named_views, unnamed_views


@require_GET
def first(request: HttpRequest) -> HttpResponse:
    """Show everyone where they are: a visitor what this is, the others what is theirs today."""
    if request.user.is_authenticated:
        own = first_presenter.own_page(request.standing, timezone.now())  # type: ignore[attr-defined]
        return render(request, "home/first.html", {"own": own})
    if is_empty():
        return redirect("people:set_up")
    return render(request, "home/welcome.html", {"steps": path_of_steps(summaries=True), **picture()})


@require_GET
def partnership(request: HttpRequest, partnership_id: UUID) -> HttpResponse:
    """Show where two people are together: what is next, and the eight steps with what happened there."""
    at = timezone.now()
    reached = partnership_for(request.user, partnership_id, at=at, page="together")  # type: ignore[arg-type]
    return page(request, "home/together.html", reached, together=together.together_page(reached, at))


@require_GET
def step(request: HttpRequest, partnership_id: UUID, number: int) -> HttpResponse:
    """Show one step of a partnership: what it is for, what to talk about, what can be done and what was."""
    try:
        found = guide_step(number)
    except UnknownStep:
        raise Http404 from None
    reached = partnership_for(request.user, partnership_id, at=timezone.now(), page=f"step {number}")  # type: ignore[arg-type]
    return page(request, "home/step.html", reached, here=step_presenter.step_page(reached, found))


@require_GET
def agency(request: HttpRequest) -> HttpResponse:
    """Show staff their agency: teams, colleagues, help in a crisis; a team's lead also its partnerships, unnamed."""
    standing = request.standing  # type: ignore[attr-defined]
    if not standing.is_staff:
        raise PermissionDenied
    agencies = agency_presenter.agency_pages(standing, request.GET.get("page", ""))
    return render(request, "home/agency.html", {"agencies": agencies})


@require_GET
def shared_views(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """Show staff how people see them and their agency, as far as those people shared it."""
    agency = staffed(request.standing, agency_id)  # type: ignore[attr-defined]
    today = day_of(timezone.now())
    named, unnamed = named_views(agency_id), unnamed_views(agency_id, today)
    return render(request, "home/shared_views.html", {"agency": agency, "named": named, "unnamed": unnamed})


@require_http_methods(["GET", "HEAD", "POST"])
def handing_over(request: HttpRequest, agency_id: UUID, user_id: UUID) -> HttpResponse:
    """Show what somebody hands over before they leave, and give whom they know to colleagues in one act."""
    standing, at = request.standing, timezone.now()  # type: ignore[attr-defined]
    agency, leaver = leaver_in(standing, agency_id, user_id)
    shown = handing_over_presenter.handing_over(agency, leaver, standing, at)
    sent = request.POST if request.method == "POST" else None
    form = HandContactsForm(sent, contacts=shown.contacts, keepers=list(keepers(agency_id, but=[user_id])))
    if shown.contacts and form.is_valid():
        try:
            hand_over_contacts(by=standing.user, at=at, agency=agency, choices=form.choices())
        except NobodyToKeepIt as why:
            form.add_error("everyone", str(why))
        else:
            messages.success(request, _("Handed over. Your colleagues find them under “Whom we know”."))
            return redirect("home:handing_over", agency_id=agency_id, user_id=user_id)
    status = 422 if shown.contacts and form.errors else 200
    return render(request, "home/handing_over.html", {"agency": agency, "shown": shown, "form": form}, status=status)


@require_GET
def audit(request: HttpRequest) -> HttpResponse:
    """Show a privacy officer who looked where and did what, without anybody's words."""
    standing = request.standing  # type: ignore[attr-defined]
    agencies = standing.where(May.SEE_AUDIT)
    if not agencies:
        raise PermissionDenied
    asked = audit_presenter.asked_for(agencies, request.GET)
    return render(request, "home/audit.html", {"audit": audit_presenter.audit_page(asked, standing.user.pk)})


@require_POST
def look_seen(request: HttpRequest, look_id: UUID) -> HttpResponse:
    """Keep that the privacy officer has seen an urgent look, and show the others."""
    look = look_to_note(request.user, look_id)  # type: ignore[arg-type]
    note_look_seen(by=request.user, at=timezone.now(), look=look)  # type: ignore[arg-type]
    return redirect(f"{reverse('home:audit')}?agency={look.agency_id}")


@require_GET
@unchanged
def about(request: HttpRequest) -> HttpResponse:
    """Say where this comes from, who is to be thanked, and what is our own."""
    return render(request, "home/about.html")


@require_GET
@unchanged
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how the pages are made for everyone, what is not known yet, and what to do where they do not work."""
    return render(request, "home/accessibility.html")
