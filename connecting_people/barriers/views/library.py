"""The agency's library as its staff see it: finding, looking at what came in, and what stands in the way of many."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from connecting_people.barriers import library
from connecting_people.barriers.actions import keeping as actions
from connecting_people.barriers.forms.library import DecideForm, SearchForm
from connecting_people.barriers.presenters.agency import counted_page, waiting, waiting_page
from connecting_people.barriers.presenters.ideas import idea_cards
from connecting_people.barriers.queries.agency import agency_of_staff, counts, library_item, waiting_for, waiting_item
from connecting_people.core.addresses import address
from connecting_people.partnership.pages import done, sent, status_of
from connecting_people.people.models import Agency
from connecting_people.people.queries import agency_for
from connecting_people.people.roles import May
from connecting_people.people.standing import Here

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
def ways_round(request: Here, agency_id: UUID) -> HttpResponse:
    """Look through the library; the words that are looked for stand in no address."""
    agency = agency_of_staff(request.standing, agency_id)
    form = SearchForm(sent(request), initial={"kind": request.GET.get("kind", "")})
    found = library.ideas(agency.pk, **form.asked())
    ideas, many = idea_cards(found[: library.A_PAGE]), len(found) > library.A_PAGE
    return _page(request, "barriers/ways_round.html", agency, form=form, ideas=ideas, many=many, status=200)


@require_safe
def queue(request: Here, agency_id: UUID) -> HttpResponse:
    """Show what came in and waits for a second person."""
    agency = agency_for(request.standing, agency_id, May.KEEP_WAYS_ROUND)
    items = waiting_page(waiting_for(request.user, agency.pk))
    return _page(request, "barriers/queue.html", agency, items=items)


@form_page
def decide(request: Here, agency_id: UUID, item_id: UUID) -> HttpResponse:
    """Put an idea into the library, or send it back with a reason."""
    agency = agency_for(request.standing, agency_id, May.KEEP_WAYS_ROUND)
    item = waiting_item(request.user, agency.pk, item_id)
    form = DecideForm(sent(request))
    act: dict[str, Any] = {"by": request.user, "at": timezone.now(), "item": item}

    def decided() -> None:
        if form.cleaned_data["good"] == "yes":
            actions.approve(**act)
        else:
            actions.send_back(**act, reason=form.cleaned_data["reason"])

    if request.method == "POST" and done(form, decided):
        messages.success(request, _("Done. Thank you for looking."))
        return redirect(address("barriers:queue", agency_id=agency.pk))
    return _page(request, "barriers/decide.html", agency, form=form, item=waiting(item))


@require_POST
def take_out(request: Here, agency_id: UUID, item_id: UUID) -> HttpResponse:
    """Take an idea out of the library."""
    agency = agency_for(request.standing, agency_id, May.KEEP_WAYS_ROUND)
    item = library_item(agency.pk, item_id)
    actions.take_out(by=request.user, at=timezone.now(), item=item)
    messages.success(request, _("Taken out. Whoever took it up keeps it."))
    return redirect(address("barriers:ways_round", agency_id=agency.pk))


@require_safe
def in_the_way(request: Here, agency_id: UUID) -> HttpResponse:
    """Show of how many practitioners something stands in the way, without a name."""
    agency = agency_for(request.standing, agency_id, May.KEEP_WAYS_ROUND)
    return _page(request, "barriers/in_the_way.html", agency, sides=counted_page(counts(agency.pk)))


def _page(request: Here, template: str, agency: Agency, *, status: int | None = None, **context: Any) -> HttpResponse:
    keeps = request.standing.may(May.KEEP_WAYS_ROUND, agency.pk)
    named = [(_("Ways round"), "barriers:ways_round")]
    if keeps:
        named += [(_("To look at"), "barriers:queue"), (_("What stands in the way"), "barriers:in_the_way")]
    links = [(label, address(name, agency_id=agency.pk)) for label, name in named]
    form = context.get("form")
    if status is None:
        status = status_of(form) if isinstance(form, BaseForm) else 200
    tabs = [(label, href, request.path == href) for label, href in links]
    frame = {"agency": agency, "keeps": keeps, "ways": tabs if keeps else []}
    return render(request, template, {**frame, **context}, status=status)
